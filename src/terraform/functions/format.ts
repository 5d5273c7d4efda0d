import { listValue, takenFrom } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { unknownFrom } from '../../value/unknown.ts';
import { isWhollyKnown, type StringValue, type UnknownValue, type Value } from '../../value/value.ts';
import { isProblem, Problem } from '../problem.ts';
import { textArgument } from './arguments.ts';
import { type FormatVerb, parseFormat, writeVerb } from './format-verbs.ts';
import { joinBounded } from './limits.ts';
import { mayBeList } from './open-list.ts';
import { anything, type FunctionTable, LIST_OF_STRING, STRING, text } from './signature.ts';

export const FORMAT_FUNCTIONS: FunctionTable = {
  format: {
    parameters: [text('format')],
    variadic: anything('args'),
    result: STRING,
    secrets: 'all',
    run: ([pattern, ...args], call) => {
      const verbs = parseFormat(textArgument(pattern));
      return isProblem(verbs) ? verbs : format(verbs, args, call.origin);
    },
  },
  formatlist: {
    parameters: [text('format')],
    variadic: anything('args'),
    result: LIST_OF_STRING,
    secrets: 'all',
    run: ([pattern, ...args], call) => {
      const verbs = parseFormat(textArgument(pattern));
      return isProblem(verbs) ? verbs : formatList(verbs, args, call.origin);
    },
  },
};

type Piece = string | StringValue | UnknownValue;

function format(
  parts: readonly (string | FormatVerb)[],
  args: readonly Value[],
  origin: Origin,
): Value | Problem {
  const pieces: Piece[] = [];
  let used = 0;
  for (const part of parts) {
    if (typeof part === 'string') pieces.push(part);
    else {
      used = Math.max(used, part.argument + 1);
      const argument = args[part.argument];
      if (argument === undefined) {
        return new Problem(
          `not enough arguments for "${part.text}": need index ${part.argument} but have ${args.length} total`,
        );
      }
      const piece = formatPiece(part, argument, origin);
      if (isProblem(piece)) return piece;
      pieces.push(piece);
    }
  }
  if (args.length > used && !parts.some(part => typeof part !== 'string' && part.indexed)) {
    return new Problem(`too many arguments; only ${used} used by format string`, used + 1);
  }
  return joinBounded(pieces, origin);
}

function formatPiece(verb: FormatVerb, argument: Value, origin: Origin): Piece | Problem {
  if (isWhollyKnown(argument)) return writeVerb(verb, argument);
  // A plain `%s` or `%v` writes a text as it is, so its known pieces stay.
  if (argument.kind === 'unknown' && verb.plain) return { ...argument, type: STRING };
  return unknownFrom([argument], origin, { type: STRING });
}

/** Goes through all list arguments at once; what is no list is the same in each row. */
function formatList(
  verbs: readonly (string | FormatVerb)[],
  args: readonly Value[],
  origin: Origin,
): Value | Problem {
  const open = args.filter(argument => argument.kind === 'unknown' && mayBeList(argument));
  if (open.length > 0) return unknownFrom(open, origin, { type: LIST_OF_STRING });
  const lengths = args.flatMap(argument => (argument.kind === 'list' ? [argument.elements.length] : []));
  const length = lengths[0] ?? 1;
  if (lengths.some(other => other !== length) && !lengths.includes(0)) {
    return new Problem(
      'all list arguments must have the same length',
      args.findIndex(isOtherLength(length)) + 1,
    );
  }
  const rows: Value[] = [];
  for (let at = 0; at < length && !lengths.includes(0); at++) {
    const row = args.map(argument => elementOf(argument, at));
    const formatted = format(verbs, row, origin);
    if (isProblem(formatted)) return new Problem(`error on format iteration ${at}: ${formatted.message}`);
    rows.push(formatted);
  }
  return { ...listValue(rows, origin, 'list'), elementType: STRING };
}

const isOtherLength =
  (length: number) =>
  (argument: Value): boolean =>
    argument.kind === 'list' && argument.elements.length !== length;

function elementOf(argument: Value, at: number): Value {
  const element = argument.kind === 'list' ? argument.elements[at] : undefined;
  return element === undefined ? argument : takenFrom(element, argument);
}
