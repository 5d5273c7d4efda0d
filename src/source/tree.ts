import { type Diagnostic, diagnostic } from './diagnostic.ts';
import { SourceFile } from './file.ts';
import type { SourceRange } from './range.ts';

/**
 * The file access that everything below the command line is given. Paths are relative to the scanned
 * tree's root, with `/` between their parts; `.` is the root itself. An implementation answers with a
 * reason instead of throwing, and never leaves its root, also not through a link.
 */
export interface FileSystem {
  read(path: string): Uint8Array | FileFailure;
  /** Entries of a folder, in any order. */
  list(path: string): readonly FolderEntry[] | FileFailure;
  kind(path: string): 'file' | 'folder' | 'absent' | 'outside';
}

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

export interface FileFailure {
  readonly failure: 'absent' | 'unreadable' | 'outside' | 'folder';
  /** The operating system's words, when it gave any. */
  readonly detail?: string;
}

export const isFailure = <T extends object>(answer: T | FileFailure): answer is FileFailure =>
  'failure' in answer;

/** Larger inputs are not templates. ARM's own limit is 4 MB, compiled modules and plans can be larger. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** The files of one run: each is read once, decoded strictly, and remembered. */
export class SourceTree {
  readonly #fileSystem: FileSystem;
  readonly #files = new Map<string, SourceFile | Diagnostic>();
  readonly #folders = new Map<string, readonly FolderEntry[] | FileFailure>();

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
  }

  /** Every file that was read as text so far, in the order of their paths. */
  get filesRead(): readonly SourceFile[] {
    return [...this.#files.values()]
      .filter(file => file instanceof SourceFile)
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /**
   * Reads a text file. On failure the answer is the diagnostic; `place` is the text that names the file
   * (a module's `source`, a function's argument) and is where the diagnostic then points.
   */
  text(path: string, place?: SourceRange): SourceFile | Diagnostic {
    const known = this.#files.get(path);
    if (known !== undefined) return known instanceof SourceFile ? known : relocate(known, place);
    const file = this.#readText(path);
    this.#files.set(path, file);
    return file instanceof SourceFile ? file : relocate(file, place);
  }

  bytes(path: string): Uint8Array | FileFailure {
    return this.#fileSystem.read(path);
  }

  /** Entries of a folder, sorted by name so that nothing depends on the file system's order. */
  list(path: string): readonly FolderEntry[] | FileFailure {
    let answer = this.#folders.get(path);
    if (answer === undefined) {
      const entries = this.#fileSystem.list(path);
      answer = isFailure(entries) ? entries : [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
      this.#folders.set(path, answer);
    }
    return answer;
  }

  kind(path: string): 'file' | 'folder' | 'absent' | 'outside' {
    return this.#fileSystem.kind(path);
  }

  #readText(path: string): SourceFile | Diagnostic {
    const bytes = this.#fileSystem.read(path);
    if (isFailure(bytes)) return failureDiagnostic(bytes, path);
    if (bytes.length > MAX_FILE_BYTES) {
      const limit = MAX_FILE_BYTES / 1024 / 1024;
      return diagnostic('file-too-large', `'${path}' is larger than ${limit} MiB and was not read.`, path);
    }
    try {
      const decoder = new TextDecoder(encodingOf(path, bytes), { fatal: true, ignoreBOM: true });
      return new SourceFile(path, decoder.decode(bytes));
    } catch {
      return diagnostic('file-not-text', `'${path}' is not UTF-8 text.`, path);
    }
  }
}

/**
 * Windows PowerShell writes UTF-16 with a byte order mark, and Azure's tools read templates in it. Terraform
 * takes nothing but UTF-8.
 */
function encodingOf(path: string, [first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (/\.(?:tf|tfvars)(?:\.json)?$/.test(path)) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function failureDiagnostic(failure: FileFailure, path: string): Diagnostic {
  const detail = failure.detail === undefined ? '' : ` (${failure.detail})`;
  switch (failure.failure) {
    case 'outside':
      return diagnostic('path-outside', `'${path}' leads out of the scanned tree and was not read.`, path);
    case 'absent':
      return diagnostic('file-unreadable', `There is no file '${path}'.`, path);
    case 'folder':
      return diagnostic('file-unreadable', `'${path}' is a folder, not a file.`, path);
    case 'unreadable':
      return diagnostic('file-unreadable', `'${path}' could not be read${detail}.`, path);
  }
}

function relocate(found: Diagnostic, place: SourceRange | undefined): Diagnostic {
  return place === undefined ? found : diagnostic(found.code, found.message, place);
}
