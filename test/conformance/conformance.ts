import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SourceFile } from '../../src/source/file.ts';
import { type JsonNode, parseJson } from '../../src/source/json.ts';

/** Cases and runners for the evaluators that lie beside a checkout; without them these tests are skipped. */
export const CONFORMANCE = resolve('..', 'shared', 'conformance');

export const isHere = existsSync(join(CONFORMANCE, 'README.md'));

const EXVET = `"${process.execPath}" "${resolve('bin/exvet.js')}"`;

/** Runs one of the runners with our command line and gives what it prints, whatever its exit status. */
export function run(script: string, options: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    const env = { ...process.env };
    // Node 20 spends more time at every start where this is set, and the runners start exvet often.
    delete env['NODE_EXTRA_CA_CERTS'];
    execFile(
      process.execPath,
      [join(CONFORMANCE, script), '--exvet', EXVET, ...options],
      { env, maxBuffer: 256 * 1024 * 1024 },
      (error, stdout) => {
        if (stdout === '' && error !== null) fail(error);
        else done(stdout);
      },
    );
  });
}

/** A folder that is gone after the work. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'exvet-conformance-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a file of cases anew as strict JSON: some hold line breaks inside strings. */
export function strictCopy(name: string, folder: string): string {
  const file = new SourceFile(name, readFileSync(join(CONFORMANCE, name), 'utf8'));
  const { root } = parseJson(file);
  if (root === undefined) throw new Error(`${name} is not JSON`);
  const copy = join(folder, name);
  writeFileSync(copy, text(root));
  return copy;
}

function text(node: JsonNode): string {
  switch (node.kind) {
    case 'object':
      return `{${node.members.map(({ name, value }) => `${JSON.stringify(name.value)}:${text(value)}`).join()}}`;
    case 'array':
      return `[${node.elements.map(text).join()}]`;
    case 'string':
      return JSON.stringify(node.value);
    case 'number':
      return node.text;
    case 'keyword':
      return String(node.value);
  }
}
