import { Problem } from '../problem.ts';
import { type CharacterTest, namedClass, posixClass, unicodeClass } from './regex-classes.ts';

/** A regular expression of RE2 (github.com/google/re2/wiki/Syntax), which Go and so Terraform use. */
export type Pattern =
  | { readonly kind: 'empty' }
  | { readonly kind: 'character'; readonly test: CharacterTest }
  | { readonly kind: 'assertion'; readonly assertion: Assertion }
  | { readonly kind: 'sequence' | 'choice'; readonly patterns: readonly Pattern[] }
  | { readonly kind: 'group'; readonly index: number; readonly pattern: Pattern }
  | {
      readonly kind: 'repeat';
      readonly pattern: Pattern;
      readonly least: number;
      /** `Infinity` when there is no upper bound. */
      readonly most: number;
      readonly greedy: boolean;
    };

export type Assertion = 'text-start' | 'text-end' | 'line-start' | 'line-end' | 'word-edge' | 'no-word-edge';

export interface ParsedPattern {
  readonly pattern: Pattern;
  /** The name of each group in order, `undefined` for one without a name. */
  readonly groups: readonly (string | undefined)[];
}

export function parsePattern(source: string): ParsedPattern | Problem {
  try {
    return new PatternParser(source).parse();
  } catch (error) {
    if (error instanceof PatternError) return new Problem(`invalid regexp pattern: ${error.message}`, 0);
    throw error;
  }
}

/** Never leaves this file: it ends the descent at the first mistake. */
class PatternError extends Error {}

interface Flags {
  readonly ignoreCase: boolean;
  readonly multiLine: boolean;
  readonly dotAll: boolean;
  readonly ungreedy: boolean;
}

const MAX_DEPTH = 200;
const MAX_REPEAT = 1000;

class PatternParser {
  readonly #characters: readonly string[];
  #at = 0;
  #depth = 0;
  readonly #groups: (string | undefined)[] = [];
  #flags: Flags = { ignoreCase: false, multiLine: false, dotAll: false, ungreedy: false };

  constructor(source: string) {
    this.#characters = Array.from(source);
  }

  parse(): ParsedPattern {
    const pattern = this.#choice();
    if (this.#at < this.#characters.length) throw new PatternError('unexpected )');
    return { pattern, groups: this.#groups };
  }

  #peek(length = 1): string {
    return this.#characters.slice(this.#at, this.#at + length).join('');
  }

  #take(): string {
    const character = this.#characters[this.#at++];
    if (character === undefined) throw new PatternError('trailing backslash or missing closing delimiter');
    return character;
  }

  #accept(text: string): boolean {
    if (this.#peek(text.length) !== text) return false;
    this.#at += text.length;
    return true;
  }

  #choice(): Pattern {
    if (++this.#depth > MAX_DEPTH) throw new PatternError('expression nests too deeply');
    const patterns = [this.#sequence()];
    while (this.#accept('|')) patterns.push(this.#sequence());
    this.#depth--;
    return { kind: 'choice', patterns };
  }

  #sequence(): Pattern {
    const patterns: Pattern[] = [];
    while (this.#at < this.#characters.length && this.#peek() !== '|' && this.#peek() !== ')') {
      if (this.#accept('\\Q')) patterns.push(...this.#quotation());
      else patterns.push(this.#repeated(this.#atom()));
    }
    return { kind: 'sequence', patterns };
  }

  #quotation(): Pattern[] {
    const patterns: Pattern[] = [];
    while (this.#at < this.#characters.length && !this.#accept('\\E'))
      patterns.push(this.#literal(this.#take()));
    return patterns;
  }

  #repeated(pattern: Pattern): Pattern {
    const bounds = this.#bounds();
    if (bounds === undefined) return pattern;
    const lazy = this.#accept('?');
    if (this.#bounds() !== undefined) throw new PatternError('invalid nested repetition operator');
    const [least, most] = bounds;
    return { kind: 'repeat', pattern, least, most, greedy: lazy === this.#flags.ungreedy };
  }

  #bounds(): readonly [number, number] | undefined {
    if (this.#accept('*')) return [0, Infinity];
    if (this.#accept('+')) return [1, Infinity];
    if (this.#accept('?')) return [0, 1];
    const counted = /^\{(\d+)(,(\d*))?\}/.exec(this.#peek(14));
    // A brace that begins no count stands for itself.
    if (counted === null) return undefined;
    this.#at += counted[0].length;
    const least = Number(counted[1]);
    const most = counted[2] === undefined ? least : counted[3] === '' ? Infinity : Number(counted[3]);
    if (least > MAX_REPEAT || (most > MAX_REPEAT && most !== Infinity) || least > most) {
      throw new PatternError(`invalid repeat count: ${counted[0]}`);
    }
    return [least, most];
  }

  #atom(): Pattern {
    const character = this.#take();
    switch (character) {
      case '(':
        return this.#group();
      case '[':
        return { kind: 'character', test: this.#folded(this.#bracket()) };
      case '.':
        return { kind: 'character', test: this.#flags.dotAll ? () => true : code => code !== 10 };
      case '^':
        return assertion(this.#flags.multiLine ? 'line-start' : 'text-start');
      case '$':
        return assertion(this.#flags.multiLine ? 'line-end' : 'text-end');
      case '\\':
        return this.#escape();
      case '*':
      case '+':
      case '?':
        throw new PatternError(`missing argument to repetition operator: ${character}`);
      default:
        return this.#literal(character);
    }
  }

  #literal(character: string): Pattern {
    const wanted = character.codePointAt(0);
    return { kind: 'character', test: this.#folded(code => code === wanted) };
  }

  #folded(test: CharacterTest): CharacterTest {
    if (!this.#flags.ignoreCase) return test;
    return code => {
      if (test(code)) return true;
      const character = String.fromCodePoint(code);
      return [character.toLowerCase(), character.toUpperCase()].some(
        other => other !== character && test(other.codePointAt(0) ?? -1),
      );
    };
  }

  #group(): Pattern {
    const outer = this.#flags;
    const head = this.#characters.slice(this.#at, this.#at + 200).join('');
    const named = /^\?P?<([A-Za-z0-9_]+)>/.exec(head);
    const flagged = /^\?([imsU]*)(-[imsU]+)?([:)])/.exec(head);
    let index: number | undefined;
    if (named !== null) {
      this.#at += named[0].length;
      if (this.#groups.includes(named[1]))
        throw new PatternError(`duplicate capture group name: ${named[1]}`);
      index = this.#groups.push(named[1]);
    } else if (flagged !== null) {
      this.#at += flagged[0].length;
      this.#setFlags(flagged[1] ?? '', true);
      this.#setFlags(flagged[2] ?? '', false);
      // `(?i)` holds to the end of the group that it stands in.
      if (flagged[3] === ')') return { kind: 'empty' };
    } else if (head.startsWith('?')) {
      throw new PatternError(`invalid or unsupported Perl syntax: (${head.slice(0, 3)}`);
    } else index = this.#groups.push(undefined);
    const pattern = this.#choice();
    if (!this.#accept(')')) throw new PatternError('missing closing )');
    this.#flags = outer;
    return index === undefined ? pattern : { kind: 'group', index, pattern };
  }

  #setFlags(letters: string, on: boolean): void {
    const has = (letter: string): boolean => letters.includes(letter);
    this.#flags = {
      ignoreCase: has('i') ? on : this.#flags.ignoreCase,
      multiLine: has('m') ? on : this.#flags.multiLine,
      dotAll: has('s') ? on : this.#flags.dotAll,
      ungreedy: has('U') ? on : this.#flags.ungreedy,
    };
  }

  #escape(): Pattern {
    const named = this.#escapedClass();
    if (named !== undefined) return { kind: 'character', test: this.#folded(named) };
    switch (this.#peek()) {
      case 'A':
        this.#at++;
        return assertion('text-start');
      case 'z':
        this.#at++;
        return assertion('text-end');
      case 'b':
        this.#at++;
        return assertion('word-edge');
      case 'B':
        this.#at++;
        return assertion('no-word-edge');
      default:
        return this.#literal(this.#escapedCharacter());
    }
  }

  /** `\d`, `\pL`, `\P{Greek}` after the backslash. */
  #escapedClass(): CharacterTest | undefined {
    const letter = this.#peek();
    const perl = namedClass(letter);
    if (perl !== undefined) {
      this.#at++;
      return perl;
    }
    if (letter !== 'p' && letter !== 'P') return undefined;
    const match = /^[pP](?:\{(\^?)([A-Za-z_]+)\}|([A-Z]))/.exec(this.#peek(60));
    const test = match === null ? undefined : unicodeClass(match[2] ?? match[3] ?? '');
    if (match === null || test === undefined)
      throw new PatternError(`invalid character class: \\${this.#peek(10)}`);
    this.#at += match[0].length;
    const negated = (letter === 'P') !== (match[1] === '^');
    return negated ? code => !test(code) : test;
  }

  #escapedCharacter(): string {
    const coded = /^(?:x([0-9A-Fa-f]{2})|x\{([0-9A-Fa-f]{1,6})\}|0([0-7]{0,2}))/.exec(this.#peek(9));
    if (coded !== null) {
      this.#at += coded[0].length;
      const octal = coded[3];
      const code =
        octal === undefined ? Number.parseInt(coded[1] ?? coded[2] ?? '', 16) : Number(`0o0${octal}`);
      if (code > 0x10ffff) throw new PatternError('invalid escape sequence');
      return String.fromCodePoint(code);
    }
    const character = this.#take();
    const control = CONTROLS.get(character);
    if (control !== undefined) return control;
    // Letters and digits are kept for meanings; this also refuses back-references.
    if (/[\w]/.test(character)) throw new PatternError(`invalid escape sequence: \\${character}`);
    return character;
  }

  /** A class after its opening bracket. */
  #bracket(): CharacterTest {
    const negated = this.#accept('^');
    const tests: CharacterTest[] = [];
    for (let first = true; first || this.#peek() !== ']'; first = false) tests.push(this.#bracketItem());
    this.#at++;
    const any: CharacterTest = code => tests.some(test => test(code));
    const folded = this.#folded(any);
    return negated ? code => !folded(code) : folded;
  }

  #bracketItem(): CharacterTest {
    const posix = /^\[:(\^?)([a-z]+):\]/.exec(this.#peek(12));
    if (posix !== null) {
      const test = posixClass(posix[2] ?? '');
      if (test === undefined) throw new PatternError(`invalid character class range: ${posix[0]}`);
      this.#at += posix[0].length;
      return posix[1] === '^' ? code => !test(code) : test;
    }
    if (this.#accept('\\')) {
      const named = this.#escapedClass();
      if (named !== undefined) return named;
      this.#at--;
    }
    const low = this.#bracketCharacter();
    if (this.#peek() !== '-' || this.#characters[this.#at + 1] === ']') return code => code === low;
    this.#at++;
    const high = this.#bracketCharacter();
    if (high < low) throw new PatternError('invalid character class range');
    return code => code >= low && code <= high;
  }

  #bracketCharacter(): number {
    if (this.#at >= this.#characters.length) throw new PatternError('missing closing ]');
    const character = this.#accept('\\') ? this.#escapedCharacter() : this.#take();
    return character.codePointAt(0) ?? 0;
  }
}

const CONTROLS: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);

const assertion = (kind: Assertion): Pattern => ({ kind: 'assertion', assertion: kind });
