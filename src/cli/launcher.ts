/**
 * The bundle's entry: loads the program that lies beside it, with the code that V8 compiled in an earlier
 * run, and runs it. Whoever imports this file gets the program's other half, the GitHub Action.
 */
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { CodeCache } from './code-cache.ts';
import type * as program from './program.ts';

/** Set by scripts/bundle.mjs. */
declare const PROGRAM_SHA256: string;

/** What the text of the program evaluates to. */
type Load = (require: (id: string) => object | undefined, folder: string) => typeof program;

const launcher = fileURLToPath(import.meta.url);
const folder = dirname(launcher);
const filename = join(folder, 'program.js');
const cache = CodeCache.of(PROGRAM_SHA256, process.env);
const cachedData = cache?.read();

// The program is plain ASCII, which V8 takes as it lies in the file.
const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData });
const load: Load = script.runInThisContext();
const { runAction, runFromProcess, rehearse } = load(id => process.getBuiltinModule(id), folder);

export { runAction };

const started = process.argv[1];
if (started !== undefined && realpathSync(started) === launcher) await runFromProcess(keepCode);

/** Keeps the code after a run, when the functions that it needed are compiled. */
async function keepCode(): Promise<void> {
  if (cache === undefined || (cachedData !== undefined && script.cachedDataRejected !== true)) return;
  await rehearse();
  cache.write(script.createCachedData());
}
