import { readFileSync } from 'node:fs';
import { EXIT, type Io } from './io.ts';
import { main } from './main.ts';

/** Runs exvet with the arguments, streams and environment of this process, and ends the process. */
export async function runFromProcess(): Promise<void> {
  // Status 1 means findings; a crash outside of the promise below must not look like it.
  process.on('uncaughtException', crash);
  try {
    const status = await main(process.argv.slice(2), processIo());
    // The WebAssembly of hcl2json could keep the process alive.
    process.exit(status);
  } catch (error) {
    crash(error);
  }
}

/** Whatever comes up to here is a mistake of ours, and the report of it should help to find it. */
function crash(error: unknown): never {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`exvet failed; this is a bug in exvet, not in your files.\n${detail}\n`);
  process.exit(EXIT.failed);
}

function processIo(): Io {
  return {
    stdout: text => writeAll(process.stdout, text),
    stderr: text => writeAll(process.stderr, text),
    cwd: process.cwd(),
    env: process.env,
    isTty: process.stdout.isTTY ?? false,
    columns: process.stdout.columns,
    now: new Date(),
    readStdin: () => readFileSync(0, 'utf8'),
  };
}

/** A pipe is written to asynchronously, and `process.exit` would cut the rest off. */
function writeAll(stream: NodeJS.WriteStream, text: string): void {
  const handle = (stream as { _handle?: { setBlocking?: (blocking: boolean) => void } })._handle;
  handle?.setBlocking?.(true);
  stream.write(text);
}
