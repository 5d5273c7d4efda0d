/**
 * JSON paths as the second argument of `loadJsonContent` has them: the dialect of Newtonsoft's `SelectTokens`,
 * which the compiler runs. `$` may be missing; `(` and `)` may stand for brackets.
 */
export type JsonPath = readonly PathStep[];

export type PathStep =
  /** `.a`, `['a', 'b']`; without names `.*`. After `..` it is looked for at every depth. */
  | { readonly kind: 'names'; readonly names: readonly string[] | undefined; readonly deep: boolean }
  /** `[0]`, `[0, 2]`; without positions `[*]`. */
  | { readonly kind: 'positions'; readonly positions: readonly number[] | undefined }
  | { readonly kind: 'slice'; readonly start?: number; readonly end?: number; readonly step?: number }
  /** `[?(@.a == 'x')]`. */
  | { readonly kind: 'filter'; readonly condition: PathCondition; readonly deep: boolean };

export type PathCondition =
  | { readonly kind: 'and' | 'or'; readonly left: PathCondition; readonly right: PathCondition }
  | { readonly kind: 'exists'; readonly operand: PathOperand }
  | {
      readonly kind: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: PathOperand;
      readonly right: PathOperand;
    };

export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';

export type PathOperand =
  | { readonly kind: 'path'; readonly fromRoot: boolean; readonly path: JsonPath }
  | { readonly kind: 'value'; readonly value: PathScalar };

export type PathScalar = string | number | boolean | null;

/** A text that is no JSON path, or one whose filter has a regular expression. */
export interface PathMistake {
  readonly mistake: 'syntax' | 'regular expression';
}

class PathError extends Error {
  readonly mistake: PathMistake['mistake'];

  constructor(mistake: PathMistake['mistake'] = 'syntax') {
    super(mistake);
    this.mistake = mistake;
  }
}

export function parseJsonPath(text: string): JsonPath | PathMistake {
  try {
    return new PathReader(text).whole();
  } catch (error) {
    if (error instanceof PathError) return { mistake: error.mistake };
    throw error;
  }
}

/** Paths in filters of paths in filters end here. */
const MAX_FILTER_DEPTH = 16;

const OPERATORS: Readonly<Record<string, ComparisonOperator>> = {
  '===': '==',
  '!==': '!=',
  '<>': '!=',
  '==': '==',
  '!=': '!=',
  '<=': '<=',
  '>=': '>=',
  '<': '<',
  '>': '>',
};

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' };

class PathReader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text.trim();
  }

  whole(): JsonPath {
    // `$a` is a name.
    this.#take(/\$(?=[.[(]|$)/y);
    const path = this.#path(false);
    if (this.#at < this.#text.length) throw new PathError();
    return path;
  }

  /** Within a filter, an operator or a blank ends it. */
  #path(inFilter: boolean): JsonPath {
    const steps: PathStep[] = [];
    const name = inFilter ? /[^.[(\])\s=<>!|&]+/y : /[^.[(\])\s]+/y;
    // Only the first name of a path needs no dot.
    let mayBegin = this.#at === 0;
    for (;;) {
      const dots = this.#take(/\.\.?/y);
      const deep = dots === '..';
      if (this.#peek(/[[(]/y)) steps.push(this.#indexer(deep));
      else if (dots !== undefined || mayBegin) {
        const written = this.#take(name);
        if (written !== undefined)
          steps.push({ kind: 'names', names: written === '*' ? undefined : [written], deep });
        else if (dots !== undefined) throw new PathError();
        else return steps;
      } else return steps;
      mayBegin = false;
    }
  }

  #indexer(deep: boolean): PathStep {
    const isRound = this.#take(/[[(]/y) === '(';
    this.#blanks();
    const step = this.#peek(/'/y)
      ? ({ kind: 'names', names: this.#quotedNames(), deep } as const)
      : this.#take(/\?\(/y) === undefined
        ? this.#positions()
        : this.#filter(deep);
    this.#blanks();
    this.#expect(isRound ? /\)/y : /\]/y);
    return step;
  }

  #quotedNames(): string[] {
    const names: string[] = [];
    do {
      this.#blanks();
      names.push(this.#quoted());
      this.#blanks();
    } while (this.#take(/,/y) !== undefined);
    return names;
  }

  #quoted(): string {
    const written = this.#expect(/'(?:[^'\\]|\\.)*'/sy).slice(1, -1);
    return written.replace(/\\(.)/gs, (_, escaped: string) => {
      if (!/[btnfr\\"'/]/.test(escaped)) throw new PathError();
      return ESCAPES[escaped] ?? escaped;
    });
  }

  #positions(): PathStep {
    if (this.#take(/\*/y) !== undefined) return { kind: 'positions', positions: undefined };
    const slice = this.#take(/\s*(?:-?\d+)?\s*:\s*(?:-?\d+)?\s*(?::\s*(?:-?\d+)?\s*)?/y);
    if (slice !== undefined) {
      const [start, end, step] = slice
        .split(':')
        .map(part => (part.trim() === '' ? undefined : Number(part)));
      if (step === 0) throw new PathError();
      return {
        kind: 'slice',
        ...(start === undefined ? {} : { start }),
        ...(end === undefined ? {} : { end }),
        ...(step === undefined ? {} : { step }),
      };
    }
    const list = this.#expect(/\d+(?:\s*,\s*\d+)*/y);
    return { kind: 'positions', positions: list.split(',').map(Number) };
  }

  #filter(deep: boolean): PathStep {
    if (++this.#depth > MAX_FILTER_DEPTH) throw new PathError();
    const condition = this.#condition();
    this.#depth--;
    this.#expect(/\)/y);
    return { kind: 'filter', condition, deep };
  }

  /** `a && b || c` is `a && (b || c)`: the library knows no precedence and goes from left to right inwards. */
  #condition(): PathCondition {
    const terms: PathCondition[] = [this.#comparison()];
    const joins: ('and' | 'or')[] = [];
    for (let join = this.#take(/&&|\|\|/y); join !== undefined; join = this.#take(/&&|\|\|/y)) {
      joins.push(join === '&&' ? 'and' : 'or');
      terms.push(this.#comparison());
    }
    return terms.reduceRight((right, left, at) => ({ kind: joins[at] ?? 'and', left, right }));
  }

  #comparison(): PathCondition {
    const left = this.#operand();
    if (this.#peek(/\)|&&|\|\|/y)) return { kind: 'exists', operand: left };
    if (this.#peek(/=~/y)) throw new PathError('regular expression');
    const operator = OPERATORS[this.#expect(/===|!==|<>|==|!=|<=|>=|<|>/y)];
    if (operator === undefined) throw new PathError();
    return { kind: 'comparison', operator, left, right: this.#operand() };
  }

  #operand(): PathOperand {
    this.#blanks();
    const root = this.#take(/[@$]/y);
    const operand: PathOperand =
      root === undefined
        ? { kind: 'value', value: this.#scalar() }
        : { kind: 'path', fromRoot: root === '$', path: this.#path(true) };
    this.#blanks();
    return operand;
  }

  #scalar(): PathScalar {
    if (this.#peek(/'/y)) return this.#quoted();
    const word = this.#take(/true|false|null/y);
    if (word !== undefined) return word === 'null' ? null : word === 'true';
    return Number(this.#expect(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y));
  }

  #blanks(): void {
    this.#take(/\s+/y);
  }

  #peek(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text);
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #expect(pattern: RegExp): string {
    const found = this.#take(pattern);
    if (found === undefined) throw new PathError();
    return found;
  }
}
