import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

/**
 * What V8 compiled of the program in an earlier run, kept in the user's cache folder: compiling it anew
 * takes more time than a scan. A cache never decides about anything: one that cannot be read, or is not
 * exactly what was written, is as if it were not there.
 */
export class CodeCache {
  readonly #folder: string;
  readonly #file: string;
  readonly #program: Buffer;

  private constructor(folder: string, program: string) {
    this.#folder = folder;
    this.#file = `code-${program.slice(0, 16)}-${process.version}-${process.arch}`;
    this.#program = Buffer.from(program, 'hex');
  }

  /**
   * @param program hash of the program's text, in hex
   * @returns `undefined` where caching is switched off or the user has no cache folder
   */
  static of(program: string, env: NodeJS.ProcessEnv): CodeCache | undefined {
    const folder = env['EXVET_NO_CACHE'] ? undefined : cacheFolder(env);
    return folder === undefined ? undefined : new CodeCache(join(folder, 'exvet'), program);
  }

  read(): Buffer | undefined {
    try {
      if (!isOwn(this.#folder)) return undefined;
      return this.#unpack(readFileSync(join(this.#folder, this.#file)));
    } catch {
      return undefined;
    }
  }

  /** Processes that run at the same time may read and write: a file appears whole or not at all. */
  write(code: Buffer): void {
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      if (!isOwn(this.#folder)) return;
      this.#dropOld();
      const draft = join(this.#folder, `${this.#file}.${process.pid}`);
      writeFileSync(draft, Buffer.concat([this.#program, code, code]), { mode: 0o600 });
      renameSync(draft, join(this.#folder, this.#file));
    } catch {
      // A read-only or full disk: the next run compiles again.
    }
  }

  /**
   * The code of a file in which nothing changed. V8 trusts the code that it is given and crashes on damaged
   * code, so the file holds it twice: to compare the halves takes 0.1 ms, to load a checksum takes 1.2 ms.
   */
  #unpack(content: Buffer): Buffer | undefined {
    const start = this.#program.length;
    const length = (content.length - start) / 2;
    if (length <= 0 || !content.subarray(0, start).equals(this.#program)) return undefined;
    // V8 reads in place, at addresses that are multiples of eight.
    const code = content.subarray(start, start + length);
    return code.equals(content.subarray(start + length)) ? code : undefined;
  }

  /** Removes what versions that are no longer used have left. */
  #dropOld(): void {
    const limit = Date.now() - 30 * 24 * 3600 * 1000;
    for (const name of readdirSync(this.#folder)) {
      const path = join(this.#folder, name);
      if (name.startsWith('code-') && statSync(path).mtimeMs < limit) rmSync(path, { force: true });
    }
  }
}

/** By the XDG base directory specification (which takes no relative path), and as Windows has it. */
function cacheFolder(env: NodeJS.ProcessEnv): string | undefined {
  if (process.platform === 'win32') return env['LOCALAPPDATA'];
  const { XDG_CACHE_HOME: given, HOME: home } = env;
  if (given && isAbsolute(given)) return given;
  return home && isAbsolute(home) ? join(home, '.cache') : undefined;
}

/** Code that others could have written is not run. */
function isOwn(folder: string): boolean {
  if (process.platform === 'win32') return true;
  const { uid, mode } = statSync(folder);
  return uid === process.getuid?.() && (mode & 0o022) === 0;
}
