import { listValue, stringValue } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import type { StringValue, UnknownValue, Value } from '../../value/value.ts';
import { isProblem, Problem } from '../problem.ts';
import { MAX_TEXT } from '../value-size.ts';
import { elementsArgument, textArgument, wholeArgument } from './arguments.ts';
import { graphemes, lowerCase, titleCase, trimSpace, trimWhere, upperCase } from './letters.ts';
import { joinBounded, tooLong } from './limits.ts';
import { endsWith, includesText, mapText, startsWith, testText } from './partial-text.ts';
import { replacePattern } from './regex.ts';
import {
  BOOL,
  type FunctionTable,
  LIST_OF_STRING,
  number,
  type Parameter,
  partly,
  type Signature,
  STRING,
  strict,
  text,
} from './signature.ts';

export const STRING_FUNCTIONS: FunctionTable = {
  chomp: onText(given => given.replace(/[\r\n]+$/, '')),
  lower: onPieces(lowerCase),
  upper: onPieces(upperCase),
  title: onText(titleCase),
  trimspace: onText(trimSpace),
  strrev: onText(given => [...graphemes(given)].reverse().join('')),
  trim: onTexts(['str', 'cutset'], (given, cutset) => {
    const cut = new Set(cutset);
    return trimWhere(given, character => cut.has(character));
  }),
  trimprefix: onTexts(['str', 'prefix'], (given, prefix) =>
    given.startsWith(prefix) ? given.slice(prefix.length) : given,
  ),
  trimsuffix: onTexts(['str', 'suffix'], (given, suffix) =>
    given.endsWith(suffix) ? given.slice(0, given.length - suffix.length) : given,
  ),
  startswith: testing('prefix', startsWith),
  endswith: testing('suffix', endsWith),
  strcontains: testing('substr', includesText),
  indent: strict([number('spaces'), text('str')], STRING, ([spaces, given], call) =>
    indent(spaces, textArgument(given), call.origin),
  ),
  substr: strict([text('str'), number('offset'), number('length')], STRING, (args, call) =>
    substring(args, call.origin),
  ),
  replace: strict([text('str'), text('substr'), text('replace')], STRING, (args, call) => {
    const [given, part, replacement] = [args[0], args[1], args[2]].map(textArgument);
    return replaceText(given ?? '', part ?? '', replacement ?? '', call.origin);
  }),
  split: strict([text('separator'), text('str')], LIST_OF_STRING, ([separator, given], call) => {
    const [mark, whole] = [textArgument(separator), textArgument(given)];
    const pieces = mark === '' ? Array.from(whole) : whole.split(mark);
    return {
      ...listValue(
        pieces.map(piece => stringValue(piece, call.origin)),
        call.origin,
        'list',
      ),
      elementType: STRING,
    };
  }),
  join: {
    parameters: [text('separator')],
    variadic: partly('lists', LIST_OF_STRING),
    result: STRING,
    secrets: 'all',
    run: ([separator, ...lists], call) => join(textArgument(separator), lists, call.origin),
  },
};

function onText(run: (given: string) => string): Signature {
  return strict([text('str')], STRING, ([given], call) => stringValue(run(textArgument(given)), call.origin));
}

function onTexts(names: readonly [string, string], run: (a: string, b: string) => string): Signature {
  return strict(names.map(text), STRING, ([a, b], call) =>
    stringValue(run(textArgument(a), textArgument(b)), call.origin),
  );
}

function open(name: string): Parameter {
  return { ...text(name), unknowns: 'all' };
}

function onPieces(map: (given: string) => string): Signature {
  return strict([open('str')], STRING, ([given], call) => mapText(given, map, call.origin));
}

function testing(name: string, decide: Parameters<typeof testText>[1]): Signature {
  return strict([open('str'), open(name)], BOOL, (args, call) => testText(args, decide, call.origin));
}

const MAX_INDENT = 10_000;

function indent(spaces: Value | undefined, given: string, origin: Origin): Value | Problem {
  const count = wholeArgument(spaces, 0);
  if (isProblem(count)) return count;
  if (count < 0 || count > MAX_INDENT) {
    return new Problem(`the number of spaces must be between 0 and ${MAX_INDENT}`, 0);
  }
  return replaceText(given, '\n', `\n${' '.repeat(count)}`, origin);
}

function substring(args: readonly Value[], origin: Origin): Value | Problem {
  const offset = wholeArgument(args[1], 1);
  if (isProblem(offset)) return offset;
  const length = wholeArgument(args[2], 2);
  if (isProblem(length)) return length;
  const characters = graphemes(textArgument(args[0]));
  const start = Math.max(0, offset < 0 ? characters.length + offset : offset);
  const end = length < 0 ? characters.length : start + length;
  return stringValue(characters.slice(start, end).join(''), origin);
}

/** A text between slashes is a regular expression, anything else is meant as it stands. */
function replaceText(given: string, part: string, replacement: string, origin: Origin): Value | Problem {
  if (part.length > 1 && part.startsWith('/') && part.endsWith('/')) {
    const replaced = replacePattern(given, part.slice(1, -1), replacement);
    return isProblem(replaced) ? replaced : stringValue(replaced, origin);
  }
  const pieces = part === '' ? ['', ...Array.from(given), ''] : given.split(part);
  if (given.length + pieces.length * replacement.length > MAX_TEXT) return tooLong();
  return stringValue(pieces.join(replacement), origin);
}

function join(separator: string, lists: readonly Value[], origin: Origin): Value | Problem {
  if (lists.length === 0) return new Problem('at least one list is required');
  const pieces: (StringValue | UnknownValue)[] = [];
  for (const [at, list] of lists.entries()) {
    for (const [position, element] of elementsArgument(list).entries()) {
      if (element.kind !== 'string' && element.kind !== 'unknown') {
        return new Problem(`element ${position} is null; cannot concatenate null values`, at + 1);
      }
      pieces.push(element);
    }
  }
  return joinBounded(
    pieces.flatMap((piece, at) => (at === 0 ? [piece] : [separator, piece])),
    origin,
  );
}
