import { type Diagnostic, diagnostic } from './diagnostic.ts';
import type { SourceFile } from './file.ts';
import type { SourceRange } from './range.ts';

/** A JSON text with a range on every node; duplicate members are kept in order. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonKeyword;

export interface JsonObject {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
  readonly range: SourceRange;
}

export interface JsonMember {
  readonly name: JsonString;
  readonly value: JsonNode;
}

export interface JsonArray {
  readonly kind: 'array';
  readonly elements: readonly JsonNode[];
  readonly range: SourceRange;
}

export interface JsonString {
  readonly kind: 'string';
  readonly value: string;
  /** With its quotes. */
  readonly range: SourceRange;
}

export interface JsonNumber {
  readonly kind: 'number';
  /** As written: digits are not lost. */
  readonly text: string;
  readonly range: SourceRange;
}

export interface JsonKeyword {
  readonly kind: 'keyword';
  readonly value: null | boolean;
  readonly range: SourceRange;
}

export interface JsonComment {
  readonly range: SourceRange;
  readonly text: string;
}

export interface JsonDocument {
  /** `undefined` when nothing could be read. */
  readonly root: JsonNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** `//`, `/* *\/` comments with their marks, as ARM templates in the wild have them. */
  readonly comments: readonly JsonComment[];
}

export interface JsonOptions {
  /**
   * Whether a member of the file is read, told by the names from the root to it; arrays add no name. What is
   * not needed of a large file is passed over without a node, and so without its errors.
   */
  readonly isNeeded?: (names: readonly string[]) => boolean;
}

/** Deeper nesting is not read. Resource Manager and Terraform plans stay far below. */
export const MAX_JSON_DEPTH = 256;

/** After so many errors a file is not JSON, and more of them help nobody. */
const MAX_ERRORS = 20;

/**
 * Reads JSON as Resource Manager does (Newtonsoft): with a byte-order mark, comments, trailing commas,
 * strings over several lines, single quotes and names without quotes. After an error the reader goes on
 * with the next member or element.
 */
export function parseJson(file: SourceFile, options: JsonOptions = {}): JsonDocument {
  return new JsonReader(file, options.isNeeded).read();
}

/** The value of a member by its exact name; of duplicates the last, as all JSON readers have it. */
export function jsonMember(node: JsonNode | undefined, name: string): JsonNode | undefined {
  if (node?.kind !== 'object') return undefined;
  return node.members.findLast(member => member.name.value === name)?.value;
}

/** The file offset of the index-th character of the decoded string; its length gives the closing quote. */
export function jsonStringOffset(node: JsonString, index: number): number {
  const { file, start, end } = node.range;
  const first = isQuote(file.text.charCodeAt(start)) ? start + 1 : start;
  if (end - first <= node.value.length + 1) return first + index;
  let offset = first;
  for (let decoded = 0; decoded < index && offset < end; decoded++) {
    if (file.text.charCodeAt(offset) !== BACKSLASH) offset++;
    else offset += file.text.charCodeAt(offset + 1) === LOWER_U ? 6 : 2;
  }
  return offset;
}

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const APOSTROPHE = 39;
const COMMA = 44;
const SLASH = 47;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const LOWER_U = 117;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const BYTE_ORDER_MARK = 0xfeff;
const NO_BREAK_SPACE = 0xa0;

/** Newtonsoft reads `.25` too. */
const NUMBER = /-?(?:(?:0|[1-9]\d*)(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const WORD = /[\w$+.-]+/y;
const NAME = /[A-Za-z_$][\w$-]*/y;
const HEX4 = /[0-9a-fA-F]{4}/y;

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

const isQuote = (code: number): boolean => code === QUOTE || code === APOSTROPHE;

class JsonReader {
  readonly #file: SourceFile;
  readonly #text: string;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #comments: JsonComment[] = [];
  #offset = 0;
  #depth = 0;
  #openArrays = 0;
  #openObjects = 0;
  readonly #isNeeded: JsonOptions['isNeeded'];
  readonly #names: string[] = [];

  constructor(file: SourceFile, isNeeded: JsonOptions['isNeeded']) {
    this.#file = file;
    this.#text = file.text;
    this.#isNeeded = isNeeded;
  }

  read(): JsonDocument {
    this.#skipTrivia();
    let root: JsonNode | undefined;
    if (this.#atEnd()) this.#error('The file holds no JSON value.', 0, 0);
    else {
      root = this.#value();
      this.#skipTrivia();
      if (!this.#atEnd() && root !== undefined) {
        this.#error('Expected the end of the file after the JSON value.');
      }
    }
    return { root, diagnostics: this.#diagnostics, comments: this.#comments };
  }

  /** `undefined` after an error: then nothing was taken that could begin something else. */
  #value(): JsonNode | undefined {
    const code = this.#text.charCodeAt(this.#offset);
    if (isQuote(code)) return this.#string();
    if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      if (this.#depth >= MAX_JSON_DEPTH) return this.#tooDeep();
      this.#depth++;
      const node = code === OPEN_BRACE ? this.#object() : this.#array();
      this.#depth--;
      return node;
    }
    return this.#scalar();
  }

  #object(): JsonObject {
    const start = this.#offset++;
    const members: JsonMember[] = [];
    this.#openObjects++;
    for (;;) {
      this.#skipTrivia();
      const code = this.#text.charCodeAt(this.#offset);
      if (this.#closes(code, start, CLOSE_BRACE)) break;
      const name = this.#memberName(code);
      if (name === undefined) {
        this.#error("Expected a property name or '}'.");
        this.#synchronise();
        continue;
      }
      this.#skipTrivia();
      if (this.#text.charCodeAt(this.#offset) === COLON) this.#offset++;
      else {
        this.#error(`Expected ':' after the name '${name.value}'.`);
        this.#synchronise();
        continue;
      }
      this.#skipTrivia();
      this.#names.push(name.value);
      const isPassedOver = this.#isNeeded?.(this.#names) === false && this.#passOver();
      const value = isPassedOver ? undefined : this.#value();
      this.#names.pop();
      if (value !== undefined) members.push({ name, value });
      else if (!isPassedOver) {
        this.#synchronise();
        continue;
      }
      this.#separator(CLOSE_BRACE, `the property '${name.value}'`);
    }
    this.#openObjects--;
    return { kind: 'object', members, range: this.#range(start) };
  }

  /** Goes on after the object or array that begins here; anything else is as quickly read. */
  #passOver(): boolean {
    const code = this.#text.charCodeAt(this.#offset);
    if (code !== OPEN_BRACE && code !== OPEN_BRACKET) return false;
    const mark = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]/gs;
    mark.lastIndex = this.#offset;
    let depth = 0;
    for (let found = mark.exec(this.#text); found !== null; found = mark.exec(this.#text)) {
      if (found[0] === '{' || found[0] === '[') depth++;
      else if (found[0] === '}' || found[0] === ']') depth--;
      if (depth > 0) continue;
      this.#offset = mark.lastIndex;
      return true;
    }
    return false;
  }

  #array(): JsonArray {
    const start = this.#offset++;
    const elements: JsonNode[] = [];
    this.#openArrays++;
    for (;;) {
      this.#skipTrivia();
      if (this.#closes(this.#text.charCodeAt(this.#offset), start, CLOSE_BRACKET)) break;
      const element = this.#value();
      if (element === undefined) {
        this.#synchronise();
        continue;
      }
      elements.push(element);
      this.#separator(CLOSE_BRACKET, 'the element');
    }
    this.#openArrays--;
    return { kind: 'array', elements, range: this.#range(start) };
  }

  /** Whether the object or array that began at `start` ends here, rightly or not. */
  #closes(code: number, start: number, close: number): boolean {
    if (code === close) {
      this.#offset++;
      return true;
    }
    const [what, mark] = close === CLOSE_BRACE ? ['object', '}'] : ['array', ']'];
    if (this.#atEnd()) {
      this.#error(`The ${what} that begins here is not closed with '${mark}'.`, start, start + 1);
      return true;
    }
    if (code !== CLOSE_BRACE && code !== CLOSE_BRACKET) return false;
    this.#error(`Expected '${mark}' before this.`);
    const enclosing = code === CLOSE_BRACE ? this.#openObjects : this.#openArrays;
    if (enclosing === 0) this.#offset++;
    return true;
  }

  #separator(close: number, after: string): void {
    this.#skipTrivia();
    const code = this.#text.charCodeAt(this.#offset);
    if (code === COMMA) this.#offset++;
    else if (code !== CLOSE_BRACE && code !== CLOSE_BRACKET && !this.#atEnd()) {
      this.#error(`Expected ',' or '${close === CLOSE_BRACE ? '}' : ']'}' after ${after}.`);
      // A forgotten comma: what follows is the next member or element.
      if (!isQuote(code) && code !== OPEN_BRACE && code !== OPEN_BRACKET) this.#synchronise();
    }
  }

  #memberName(code: number): JsonString | undefined {
    if (isQuote(code)) return this.#string();
    const start = this.#offset;
    const value = this.#match(NAME);
    return value === undefined ? undefined : { kind: 'string', value, range: this.#range(start) };
  }

  #string(): JsonString {
    const start = this.#offset;
    const quote = this.#text.charCodeAt(start);
    let value = '';
    let chunk = start + 1;
    let lineEnd = -1;
    let offset = chunk;
    for (; offset < this.#text.length; offset++) {
      const code = this.#text.charCodeAt(offset);
      if (code === quote) break;
      if (code === BACKSLASH) {
        this.#offset = offset;
        value += this.#text.slice(chunk, offset) + this.#escape();
        chunk = this.#offset;
        offset = chunk - 1;
      } else if (lineEnd < 0 && (code === LF || code === CR)) lineEnd = offset;
    }
    if (lineEnd >= 0 && !this.#endsString(offset)) return this.#unclosedString(start, lineEnd);
    if (offset >= this.#text.length) return this.#unclosedString(start, offset);
    value += this.#text.slice(chunk, offset);
    this.#offset = offset + 1;
    return { kind: 'string', value, range: this.#range(start) };
  }

  /**
   * A string over several lines is taken as such only when its end looks like one; else it lacks its
   * quote, and reading goes on with the next line.
   */
  #endsString(offset: number): boolean {
    if (offset >= this.#text.length) return false;
    const next = /\S/g;
    next.lastIndex = offset + 1;
    return ',:]}/'.includes(next.exec(this.#text)?.[0] ?? '}');
  }

  #unclosedString(start: number, end: number): JsonString {
    this.#error('The string is not closed with a quote.', start, end);
    const value = this.#text.slice(start + 1, end).replace(/,?\s*$/, '');
    this.#offset = start + 1 + value.length;
    return { kind: 'string', value, range: this.#range(start) };
  }

  #escape(): string {
    const start = this.#offset;
    const mark = this.#text.charAt(start + 1);
    this.#offset = start + 2;
    if (mark === 'u') {
      const digits = this.#match(HEX4);
      if (digits !== undefined) return String.fromCharCode(Number.parseInt(digits, 16));
      this.#error("Expected four hexadecimal digits after '\\u'.", start, start + 2);
      return 'u';
    }
    const decoded = ESCAPES[mark];
    if (decoded === undefined) this.#error(`'\\${mark}' is not an escape sequence.`, start, start + 2);
    return decoded ?? mark;
  }

  #scalar(): JsonNode | undefined {
    const start = this.#offset;
    const word = this.#match(WORD);
    if (word === undefined) {
      this.#error('Expected a value.');
      return undefined;
    }
    if (word === 'true' || word === 'false') {
      return { kind: 'keyword', value: word === 'true', range: this.#range(start) };
    }
    if (word === 'null') return { kind: 'keyword', value: null, range: this.#range(start) };
    NUMBER.lastIndex = 0;
    if (NUMBER.exec(word)?.[0] === word) return { kind: 'number', text: word, range: this.#range(start) };
    this.#error(`'${word}' is not a JSON value.`, start, this.#offset);
    return undefined;
  }

  #tooDeep(): undefined {
    const start = this.#offset;
    const range = { file: this.#file, start, end: start + 1 };
    const message = `Nesting deeper than ${MAX_JSON_DEPTH} levels is not read.`;
    this.#diagnostics.push(diagnostic('limit-exceeded', message, range));
    return undefined;
  }

  /** Goes on after the next comma, or up to the next closing mark, of the object or array that is open. */
  #synchronise(): void {
    let depth = 0;
    for (; !this.#atEnd(); this.#offset++) {
      const code = this.#text.charCodeAt(this.#offset);
      if (code === COMMA && depth === 0) {
        this.#offset++;
        return;
      }
      if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++;
      else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
        if (depth === 0) return;
        depth--;
      } else if (code === QUOTE) this.#skipString();
      else if (code === SLASH) this.#comment();
    }
  }

  /** To the closing quote, or to the last character of the line when there is none on it. */
  #skipString(): void {
    const closed = /"(?:[^"\\\r\n]|\\.)*/y;
    closed.lastIndex = this.#offset;
    const length = closed.exec(this.#text)?.[0].length ?? 1;
    const end = this.#offset + length;
    this.#offset = this.#text.charCodeAt(end) === QUOTE ? end : end - 1;
  }

  #skipTrivia(): void {
    for (; this.#offset < this.#text.length; this.#offset++) {
      const code = this.#text.charCodeAt(this.#offset);
      if (code === SPACE || code === LF || code === CR || code === TAB) continue;
      if (code === NO_BREAK_SPACE || code === BYTE_ORDER_MARK) continue;
      if (code !== SLASH || !this.#comment()) return;
    }
  }

  /** Leaves the offset on the last character of the comment. */
  #comment(): boolean {
    const start = this.#offset;
    const mark = this.#text.charAt(start + 1);
    if (mark === '/') {
      let end = start + 2;
      while (end < this.#text.length && !'\r\n'.includes(this.#text.charAt(end))) end++;
      this.#offset = end;
    } else if (mark === '*') {
      const close = this.#text.indexOf('*/', start + 2);
      if (close < 0) this.#error("The comment is not closed with '*/'.", start, start + 2);
      this.#offset = close < 0 ? this.#text.length : close + 2;
    } else return false;
    this.#comments.push({ range: this.#range(start), text: this.#text.slice(start, this.#offset) });
    this.#offset--;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#offset;
    const text = pattern.exec(this.#text)?.[0];
    if (text !== undefined) this.#offset += text.length;
    return text;
  }

  #atEnd(): boolean {
    return this.#offset >= this.#text.length;
  }

  #range(start: number): SourceRange {
    return { file: this.#file, start, end: this.#offset };
  }

  #error(message: string, start = this.#offset, end = Math.min(start + 1, this.#text.length)): void {
    if (this.#diagnostics.length >= MAX_ERRORS) return;
    this.#diagnostics.push(diagnostic('json-syntax', message, { file: this.#file, start, end }));
  }
}
