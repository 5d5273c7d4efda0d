import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Diagnostic, pathOf } from '../source/diagnostic.ts';
import { type FormatChoice, type Options, UsageError } from './arguments.ts';
import type { Io } from './io.ts';

/** Prints each format that was asked for to its file or to standard output. */
export function writeFormats(
  formats: readonly FormatChoice[],
  render: (choice: FormatChoice) => string,
  io: Io,
): UsageError | undefined {
  for (const choice of formats) {
    const text = render(choice);
    if (choice.file === undefined) {
      io.stdout(text);
      continue;
    }
    const mistake = writeTextFile(choice.file, text, io);
    if (mistake !== undefined) return mistake;
  }
  return undefined;
}

export function writeTextFile(file: string, text: string, io: Io): UsageError | undefined {
  try {
    const path = resolve(io.cwd, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return new UsageError(`'${file}' could not be written${reason}.`);
  }
}

/** Colours on a terminal, unless the user or the environment says otherwise (https://no-color.org). */
export function wantsColour(options: Options, choice: FormatChoice, io: Io): boolean {
  if (options.colour !== undefined) return options.colour;
  if (choice.file !== undefined) return false;
  if (io.env['NO_COLOR'] !== undefined && io.env['NO_COLOR'] !== '') return false;
  if (io.env['FORCE_COLOR'] !== undefined) return io.env['FORCE_COLOR'] !== '0';
  return io.isTty && io.env['TERM'] !== 'dumb';
}

/** Diagnostics on standard error, a line each: `exvet.yaml:3:5: error config-invalid: ...`. */
export function printDiagnostics(items: readonly Diagnostic[], io: Io): void {
  for (const item of items) {
    const place = item.range?.file.positionAt(item.range.start);
    const at = place === undefined ? '' : `:${place.line}:${place.column}`;
    io.stderr(`${pathOf(item)}${at}: ${item.severity} ${item.code}: ${item.message}\n`);
  }
}
