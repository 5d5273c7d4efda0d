import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Programs that are too large for every contributor to install; the gate demands them all. */
const required = process.env['EXVET_REQUIRE_TOOLS'] === '1';

/** Skips the test when a program of `tools/` is not installed, unless all are required. */
export function needTool(context: Mocha.Context, path: string): string {
  const tool = resolve('tools', path);
  if (!existsSync(tool)) missing(context, `${tool} is missing: run npm ci in tools/`);
  return tool;
}

/** The same for a program of the system. */
export function needProgram(context: Mocha.Context, name: string): string {
  if (spawnSync(name, ['--version']).status !== 0) missing(context, `${name} is not installed`);
  return name;
}

function missing(context: Mocha.Context, message: string): never {
  if (required) throw new Error(message);
  context.skip();
}
