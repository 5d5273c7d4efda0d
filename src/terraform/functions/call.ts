import type { SourceFile } from '../../source/file.ts';
import type { Origin } from '../../value/origin.ts';
import type { ObjectValue, Value } from '../../value/value.ts';
import type { Problem } from '../problem.ts';

/**
 * The files that functions read. Paths are as the configuration gives them: relative to Terraform's working
 * directory, which is the folder of the root module. An implementation answers with a problem for a path
 * that leads out of the scanned tree, is absolute, or cannot be read.
 */
export interface FunctionFiles {
  /** A UTF-8 text file. */
  read(path: string): SourceFile | Problem;
  bytes(path: string): Uint8Array | Problem;
  /** Whether there is a file; a folder is a problem, as it is for Terraform. */
  exists(path: string): boolean | Problem;
  /**
   * The paths of all files below a folder at any depth, relative to the folder, with `/`. A folder that does
   * not exist holds none.
   */
  list(folder: string): readonly string[] | Problem;
}

/** What a function is given besides its arguments. */
export interface FunctionCall {
  /** The origin of what the call computes; its inputs are those of the arguments. */
  readonly origin: Origin;
  readonly files: FunctionFiles;
  /** Evaluates a file as a template with these variables in scope, for `templatefile`. */
  readonly renderTemplate: (file: SourceFile, variables: ObjectValue) => Value | Problem;
}
