import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';

/**
 * A scenario is one text file: what it shows, the files it starts from, the shell command, and everything that
 * must come out. Sections begin with a line `==== NAME ====`; those of outputs that are left out must be empty.
 *
 *     A sentence that says what the product does.
 *     ==== file main.tf ====
 *     ==== command ====
 *     exvet scan .
 *     ==== status ====
 *     1
 *     ==== stdout ====
 */
export interface Scenario {
  readonly title: string;
  readonly files: ReadonlyMap<string, string>;
  readonly command: string;
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const HEADING = /^==== (.+) ====$/;

export function parseScenario(text: string): Scenario {
  const sections = new Map<string, string[]>();
  let lines: string[] = [];
  sections.set('title', lines);
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const name = HEADING.exec(line)?.[1];
    if (name === undefined) lines.push(line);
    else sections.set(name, (lines = []));
  }
  const section = (name: string): string => (sections.get(name) ?? []).map(line => `${line}\n`).join('');
  const known = /^(title|command|status|stdout|stderr|file .+)$/;
  for (const name of sections.keys()) if (!known.test(name)) throw new Error(`unknown section '${name}'`);
  return {
    title: section('title').trim(),
    files: new Map(
      [...sections.keys()]
        .filter(name => name.startsWith('file '))
        .map(name => [name.slice('file '.length), section(name)]),
    ),
    command: section('command'),
    status: Number(section('status') || '0'),
    stdout: section('stdout'),
    stderr: section('stderr'),
  };
}

/** The program under test: `bin/exvet.js` of this checkout, or what the environment names. */
export const program = (): string => resolve(process.env['EXVET_PROGRAM'] ?? 'bin/exvet.js');

/** An empty folder outside of any repository, with the given files. */
export function folderWith(files: ReadonlyMap<string, string>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'exvet-e2e-')));
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** What of the environment a run may see: nothing of the CI system or the user that the tests run under. */
export function cleanEnvironment(home: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(GITHUB_|RUNNER_|INPUT_|GIT_|CI$|NO_COLOR$|FORCE_COLOR$|NODE_OPTIONS$|NODE_EXTRA_CA_CERTS$)/.test(
        name,
      ),
  );
  const gitConfig = join(home, 'gitconfig');
  writeFileSync(gitConfig, '[user]\n\tname = t\n\temail = t@example.com\n[init]\n\tdefaultBranch = main\n');
  return { ...Object.fromEntries(kept), HOME: home, GIT_CONFIG_GLOBAL: gitConfig, GIT_CONFIG_NOSYSTEM: '1' };
}

/** Runs the scenario in a folder of its own and compares everything that comes out. */
export function checkScenario(scenario: Scenario): void {
  const folder = folderWith(scenario.files);
  const home = folderWith(
    new Map([['bin/exvet', `#!/bin/sh\nexec "${process.execPath}" "${program()}" "$@"\n`]]),
  );
  chmodSync(join(home, 'bin/exvet'), 0o755);
  try {
    const environment = cleanEnvironment(home);
    const { status, stdout, stderr } = spawnSync('sh', ['-c', scenario.command], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...environment, PATH: `${join(home, 'bin')}${delimiter}${environment['PATH'] ?? ''}` },
    });
    assert.deepEqual(
      { stdout: stdout.split('\n'), stderr: stderr.split('\n'), status },
      {
        stdout: scenario.stdout.split('\n'),
        stderr: scenario.stderr.split('\n'),
        status: scenario.status,
      },
    );
  } finally {
    rmSync(folder, { recursive: true });
    rmSync(home, { recursive: true });
  }
}
