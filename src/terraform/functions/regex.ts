import { listValue, nullValue, objectValue, stringValue } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { STRING, type Type } from '../../value/type.ts';
import type { Value } from '../../value/value.ts';
import { isProblem, Problem } from '../problem.ts';
import { sortedEntries } from '../types.ts';
import { MAX_TEXT } from '../value-size.ts';
import { textArgument } from './arguments.ts';
import { tooLong } from './limits.ts';
import { compilePattern, type Match, type Program } from './regex-machine.ts';
import { ANY, type FunctionTable, LIST_OF_ANY, strict, text } from './signature.ts';

export const REGEX_FUNCTIONS: FunctionTable = {
  regex: strict([text('pattern'), text('string')], ANY, ([pattern, given], call) => {
    const program = compileForResult(textArgument(pattern));
    if (isProblem(program)) return program;
    const whole = textArgument(given);
    const match = program.match(whole, 0);
    if (match === undefined) return new Problem('pattern did not match any part of the given string');
    return isProblem(match) ? match : resultOf(program, match, whole, call.origin);
  }),
  regexall: strict([text('pattern'), text('string')], LIST_OF_ANY, ([pattern, given], call) => {
    const program = compileForResult(textArgument(pattern));
    if (isProblem(program)) return program;
    const whole = textArgument(given);
    const matches = matchAll(program, whole);
    if (isProblem(matches)) return matches;
    const results = matches.map(match => resultOf(program, match, whole, call.origin));
    return { ...listValue(results, call.origin, 'list'), elementType: resultType(program) };
  }),
};

/** Named and unnamed groups do not go together: the result is either an object or a tuple. */
function compileForResult(pattern: string): Program | Problem {
  const program = compilePattern(pattern);
  if (isProblem(program)) return program;
  const named = program.groups.filter(name => name !== undefined).length;
  return named > 0 && named < program.groups.length
    ? new Problem('invalid regexp pattern: cannot mix both named and unnamed capture groups', 0)
    : program;
}

function resultType(program: Program): Type {
  const { groups } = program;
  if (groups.length === 0) return STRING;
  if (groups[0] === undefined) return { kind: 'tuple', elements: groups.map(() => STRING) };
  const attributes = groups.map(name => [name ?? '', { type: STRING, optional: false }] as const);
  return { kind: 'object', attributes: new Map(attributes) };
}

function resultOf(program: Program, match: Match, whole: string, origin: Origin): Value {
  const { groups } = program;
  if (groups.length === 0) return stringValue(whole.slice(match.start, match.end), origin);
  const values = match.groups.map(group =>
    group === undefined ? nullValue(origin) : stringValue(group, origin),
  );
  if (groups[0] === undefined) return listValue(values, origin);
  const entries = groups.map((name, at): [string, Value] => [name ?? '', values[at] ?? nullValue(origin)]);
  return objectValue(sortedEntries(entries), origin);
}

const MAX_MATCHES = 100_000;

/** All matches, as Go finds them: an empty one right behind another match does not count. */
function matchAll(program: Program, whole: string): readonly Match[] | Problem {
  const matches: Match[] = [];
  let offset = 0;
  while (offset <= whole.length) {
    const match = program.match(whole, offset);
    if (match === undefined) break;
    if (isProblem(match)) return match;
    if (match.end > match.start || match.end !== matches.at(-1)?.end) matches.push(match);
    if (matches.length > MAX_MATCHES) return new Problem(`more than ${MAX_MATCHES} matches`);
    const step = match.end > match.start ? 0 : (whole.codePointAt(match.end) ?? 0) > 0xffff ? 2 : 1;
    offset = match.end + step;
  }
  return matches;
}

/** `replace` with a pattern; `$1`, `${1}` and `${name}` in the replacement stand for groups. */
export function replacePattern(given: string, pattern: string, replacement: string): string | Problem {
  const program = compilePattern(pattern);
  if (isProblem(program)) return new Problem(program.message, 1);
  const matches = matchAll(program, given);
  if (isProblem(matches)) return matches;
  let result = '';
  let end = 0;
  for (const match of matches) {
    result += given.slice(end, match.start) + expand(replacement, program, match, given);
    if (result.length > MAX_TEXT) return tooLong();
    end = match.end;
  }
  return result + given.slice(end);
}

function expand(template: string, program: Program, match: Match, given: string): string {
  return template.replace(
    /\$(?:\$|(\w+)|\{(\w+)\})/g,
    (_: string, bare: string | undefined, braced: string | undefined) => {
      const name = bare ?? braced;
      if (name === undefined) return '$';
      if (name === '0') return given.slice(match.start, match.end);
      const at = /^\d+$/.test(name) ? Number(name) - 1 : program.groups.indexOf(name);
      return match.groups[at] ?? '';
    },
  );
}
