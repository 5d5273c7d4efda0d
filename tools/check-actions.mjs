/**
 * Holds files of GitHub's against its own language service: workflows and action.yml. Prints a line for each
 * remark, and exits with 1 when there is one.
 *
 *   node tools/check-actions.mjs FILE...
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const HERE = dirname(fileURLToPath(import.meta.url));

/** The packages import JSON in a way that no Node.js takes, so they are bundled first. */
async function loadLanguageService() {
  const folder = mkdtempSync(join(tmpdir(), 'exvet-actions-'));
  try {
    const outfile = join(folder, 'language-service.mjs');
    await build({
      stdin: {
        contents:
          "export { validate } from '@actions/languageservice'; export { TextDocument } from 'vscode-languageserver-textdocument';",
        resolveDir: HERE,
      },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile,
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { validate, TextDocument } = await loadLanguageService();
let remarks = 0;
for (const file of process.argv.slice(2)) {
  const document = TextDocument.create(pathToFileURL(resolve(file)).href, 'yaml', 1, readFileSync(file, 'utf8'));
  for (const { message, range } of await validate(document)) {
    remarks++;
    console.log(`${file}:${range.start.line + 1}:${range.start.character + 1}: ${message}`);
  }
}
process.exitCode = remarks > 0 ? 1 : 0;
