import { fstatSync, readFileSync, statSync, writeSync } from 'node:fs';
import { EXIT, type Io } from './io.ts';
import { main } from './main.ts';

/**
 * Runs exvet with the arguments, streams and environment of this process, and ends the process.
 *
 * @param beforeExit what is left to do when everything is printed; its failure is not the run's
 */
export async function runFromProcess(beforeExit?: () => Promise<void>): Promise<void> {
  // Status 1 means findings; a crash outside of the promise below must not look like it.
  process.on('uncaughtException', crash);
  try {
    const status = await main(process.argv.slice(2), processIo());
    await beforeExit?.().catch(() => {});
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
    stdout: text => write(1, text),
    stderr: text => write(2, text),
    cwd: process.cwd(),
    env: process.env,
    get isTty() {
      return couldBeTerminal(1) && (process.stdout.isTTY ?? false);
    },
    get columns() {
      return couldBeTerminal(1) ? process.stdout.columns : undefined;
    },
    now: new Date(),
    readStdin: () => readFileSync(0, 'utf8'),
  };
}

/** Node's own streams are for terminals: to open one takes 2 ms, and a pipe of theirs writes when it pleases. */
function write(descriptor: 1 | 2, text: string): void {
  if (couldBeTerminal(descriptor)) {
    (descriptor === 1 ? process.stdout : process.stderr).write(text);
    return;
  }
  for (let rest = Buffer.from(text); rest.length > 0; ) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      // The reader has seen enough.
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
      // A full pipe that its other end made non-blocking.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** Terminals are character devices, and so is the device that swallows everything. */
function couldBeTerminal(descriptor: 1 | 2): boolean {
  if (process.platform === 'win32') return true;
  try {
    const stat = fstatSync(descriptor);
    return stat.isCharacterDevice() && stat.rdev !== statSync('/dev/null').rdev;
  } catch {
    return true;
  }
}
