import { isProblem, Problem } from '../problem.ts';
import type { CharacterTest } from './regex-classes.ts';
import { type Assertion, type ParsedPattern, type Pattern, parsePattern } from './regex-syntax.ts';

/**
 * A machine of our own runs regular expressions, not JavaScript's: it takes RE2's syntax as it is, and its
 * time grows with the length of the text, so that no pattern of a scanned repository can stall a scan.
 */
export interface Program {
  readonly groups: ParsedPattern['groups'];
  /** The leftmost match at or after an offset, by the priorities of Perl. */
  match(text: string, from: number): Match | undefined | Problem;
}

export interface Match {
  readonly start: number;
  readonly end: number;
  /** The text of each group, `undefined` for one that took no part. */
  readonly groups: readonly (string | undefined)[];
}

type Instruction =
  | { readonly kind: 'character'; readonly test: CharacterTest }
  | { readonly kind: 'assertion'; readonly assertion: Assertion }
  | { readonly kind: 'fork'; first: number; second: number }
  | { readonly kind: 'jump'; to: number }
  | { readonly kind: 'save'; readonly slot: number }
  | { readonly kind: 'match' };

const MAX_INSTRUCTIONS = 20_000;
const MAX_STEPS = 50_000_000;

export function compilePattern(source: string): Program | Problem {
  const parsed = parsePattern(source);
  if (isProblem(parsed)) return parsed;
  const program: Instruction[] = [];
  if (!emit(parsed.pattern, program)) {
    return new Problem('invalid regexp pattern: expression too large', 0);
  }
  program.push({ kind: 'match' });
  return {
    groups: parsed.groups,
    match: (text, from) => run(program, parsed.groups.length, text, from),
  };
}

/** False when the program grows beyond its limit. */
function emit(pattern: Pattern, program: Instruction[]): boolean {
  if (program.length > MAX_INSTRUCTIONS) return false;
  switch (pattern.kind) {
    case 'empty':
      return true;
    case 'character':
    case 'assertion':
      program.push(pattern);
      return true;
    case 'sequence':
      return pattern.patterns.every(part => emit(part, program));
    case 'choice':
      return emitChoice(pattern.patterns, program);
    case 'group': {
      program.push({ kind: 'save', slot: pattern.index * 2 });
      const fits = emit(pattern.pattern, program);
      program.push({ kind: 'save', slot: pattern.index * 2 + 1 });
      return fits;
    }
    case 'repeat':
      return emitRepeat(pattern, program);
  }
}

function emitChoice(patterns: readonly Pattern[], program: Instruction[]): boolean {
  const ends: { kind: 'jump'; to: number }[] = [];
  for (const [at, part] of patterns.entries()) {
    if (at === patterns.length - 1) {
      if (!emit(part, program)) return false;
      continue;
    }
    const fork = { kind: 'fork' as const, first: program.length + 1, second: 0 };
    program.push(fork);
    if (!emit(part, program)) return false;
    const end = { kind: 'jump' as const, to: 0 };
    ends.push(end);
    program.push(end);
    fork.second = program.length;
  }
  for (const end of ends) end.to = program.length;
  return true;
}

function emitRepeat(pattern: Extract<Pattern, { kind: 'repeat' }>, program: Instruction[]): boolean {
  const { least, most, greedy } = pattern;
  for (let count = 0; count < least; count++) if (!emit(pattern.pattern, program)) return false;
  if (most === Infinity) {
    const start = program.length;
    const fork = addFork(program);
    if (!emit(pattern.pattern, program)) return false;
    program.push({ kind: 'jump', to: start });
    aim(fork, start + 1, program.length, greedy);
    return true;
  }
  const forks: { fork: Fork; next: number }[] = [];
  for (let count = least; count < most; count++) {
    forks.push({ fork: addFork(program), next: program.length });
    if (!emit(pattern.pattern, program)) return false;
  }
  for (const { fork, next } of forks) aim(fork, next, program.length, greedy);
  return true;
}

type Fork = Extract<Instruction, { kind: 'fork' }>;

function addFork(program: Instruction[]): Fork {
  const fork: Fork = { kind: 'fork', first: 0, second: 0 };
  program.push(fork);
  return fork;
}

function aim(fork: Fork, inside: number, behind: number, greedy: boolean): void {
  fork.first = greedy ? inside : behind;
  fork.second = greedy ? behind : inside;
}

/** A place in the program with the offsets that it saved on the way; lists of them are in order of priority. */
interface Thread {
  readonly at: number;
  readonly saved: readonly number[];
}

/** Pike's simulation: all threads advance together, and of two at one place the earlier one wins. */
function run(
  program: readonly Instruction[],
  groups: number,
  text: string,
  from: number,
): Match | undefined | Problem {
  let threads: Thread[] = [];
  let found: readonly number[] | undefined;
  let steps = 0;
  for (let offset = from; offset <= text.length; ) {
    const code = text.codePointAt(offset) ?? -1;
    const seen = new Uint8Array(program.length);
    const ready: Thread[] = [];
    const starts = found === undefined ? [...threads, { at: 0, saved: [offset] }] : threads;
    for (const thread of starts) follow(program, thread, text, offset, seen, ready);
    const next = offset + (code > 0xffff ? 2 : 1);
    threads = [];
    for (const thread of ready) {
      const instruction = program[thread.at];
      if (instruction?.kind === 'match') {
        found = withSaved(thread.saved, 1, offset);
        break;
      }
      if (instruction?.kind === 'character' && code >= 0 && instruction.test(code)) {
        threads.push({ at: thread.at + 1, saved: thread.saved });
      }
    }
    if (found !== undefined && threads.length === 0) break;
    steps += ready.length + 1;
    if (steps > MAX_STEPS) return new Problem('the text is too long for this regular expression', 1);
    offset = next;
  }
  return found === undefined ? undefined : matchFrom(found, groups, text);
}

/** Walks to the instructions that need a character, or to a match, in order of priority. */
function follow(
  program: readonly Instruction[],
  thread: Thread,
  text: string,
  offset: number,
  seen: Uint8Array,
  ready: Thread[],
): void {
  const stack = [thread];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { at, saved } = top;
    if (seen[at] === 1) continue;
    seen[at] = 1;
    const instruction = program[at];
    switch (instruction?.kind) {
      case undefined:
        break;
      case 'jump':
        stack.push({ at: instruction.to, saved });
        break;
      case 'fork':
        stack.push({ at: instruction.second, saved }, { at: instruction.first, saved });
        break;
      case 'save':
        stack.push({ at: at + 1, saved: withSaved(saved, instruction.slot, offset) });
        break;
      case 'assertion':
        if (holds(instruction.assertion, text, offset)) stack.push({ at: at + 1, saved });
        break;
      case 'character':
      case 'match':
        ready.push(top);
        break;
    }
  }
}

function withSaved(saved: readonly number[], slot: number, offset: number): readonly number[] {
  const copy = [...saved];
  while (copy.length < slot) copy.push(-1);
  copy[slot] = offset;
  return copy;
}

function holds(assertion: Assertion, text: string, offset: number): boolean {
  switch (assertion) {
    case 'text-start':
      return offset === 0;
    case 'text-end':
      return offset === text.length;
    case 'line-start':
      return offset === 0 || text[offset - 1] === '\n';
    case 'line-end':
      return offset === text.length || text[offset] === '\n';
    case 'word-edge':
      return isWord(text, offset - 1) !== isWord(text, offset);
    case 'no-word-edge':
      return isWord(text, offset - 1) === isWord(text, offset);
  }
}

const isWord = (text: string, offset: number): boolean => /^\w$/.test(text[offset] ?? '');

function matchFrom(saved: readonly number[], groups: number, text: string): Match {
  const pieceAt = (slot: number): string | undefined => {
    const [start = -1, end = -1] = [saved[slot], saved[slot + 1]];
    return start < 0 || end < 0 ? undefined : text.slice(start, end);
  };
  return {
    start: saved[0] ?? 0,
    end: saved[1] ?? 0,
    groups: Array.from({ length: groups }, (_, at) => pieceAt(at * 2 + 2)),
  };
}
