import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/** Microsoft's validator and its schema, which `tools/` installs. */
const TOOLS = resolve('tools');
const PACKAGE = join(TOOLS, 'node_modules/@microsoft/sarif-multitool-linux');

/** What Microsoft's copy of the SARIF schema has against a log. */
export function schemaErrors(log: unknown): readonly unknown[] {
  const require = createRequire(join(TOOLS, 'package.json'));
  const { default: Ajv2020 } = require('ajv/dist/2020');
  const { default: addFormats } = require('ajv-formats');
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  const isValid = ajv.compile(
    JSON.parse(readFileSync(join(PACKAGE, 'sarif-2.1.0.json'), 'utf8').replace(/^\ufeff/, '')),
  );
  isValid(log);
  return isValid.errors ?? [];
}

/**
 * What the validator prints about a log, line by line. It exits with 0 whatever it found, and stops without
 * a word at some faults, so one process reads one log and must say that it has come to its end.
 */
export function multitoolFindings(folder: string, log: string): readonly string[] {
  const file = join(folder, 'exvet.sarif');
  writeFileSync(file, log);
  const program: string = createRequire(join(TOOLS, 'package.json'))('@microsoft/sarif-multitool-linux');
  const output = execFileSync(
    program,
    // biome-ignore format: an option and its value belong together
    [
      'validate', file,
      '--rule-kind', 'Sarif;Ghas',
      '--level', 'Error;Warning;Note',
      '-c', join(TOOLS, 'multitool.json'),
      '-o', join(folder, 'validation.sarif'),
      '--log', 'ForceOverwrite',
    ],
    { encoding: 'utf8', env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' } },
  );
  assert.match(output, /Done\. 1 files scanned\.\s+Analysis completed successfully\./);
  return output
    .split('\n')
    .filter(
      line => / (error|warning|note) [A-Z]+\d/.test(line) && !line.includes('WRN999.RuleExplicitlyDisabled'),
    );
}
