import { arrangeDiagnostics, type Diagnostic } from '../../source/diagnostic.ts';
import type { SourceFile } from '../../source/file.ts';
import { type SourceRange, span } from '../../source/range.ts';
import type { Attribute, Block, BlockLabel, Body, Comment, Expression, TemplateExpression } from './ast.ts';
import { readValue } from './expressions.ts';
import { lex } from './lexer.ts';
import { skipBrokenItem } from './recovery.ts';
import { readParts, readTemplate } from './templates.ts';
import { MAX_RECORDED, type RangeOf, Token, TokenReader } from './tokens.ts';

/** A file of the native or the JSON syntax, as far as it could be read. */
export interface ParsedHcl {
  readonly body: Body;
  readonly diagnostics: readonly Diagnostic[];
  /** In the order of the text. The JSON syntax has none but the `"//"` members. */
  readonly comments: readonly Comment[];
}

export interface ParsedExpression {
  /** `invalid` when there is an error. */
  readonly expression: Expression;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ParsedTemplate {
  readonly template: TemplateExpression | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a file in HCL's native syntax. It never fails as a whole: an argument with an error becomes an
 * `invalid` expression with a diagnostic (`hcl-syntax`, or `limit-exceeded` for too much nesting), and
 * everything else in the file is read.
 */
export function parseHcl(file: SourceFile): ParsedHcl {
  const first = parseBody(file, false);
  // Braces that do not match would lose blocks; then the indentation tells which brace is missing.
  const parsed = first.unbalanced ? parseBody(file, true) : first;
  return {
    body: parsed.body,
    diagnostics: worthShowing(parsed.diagnostics),
    comments: parsed.comments,
  };
}

/** After so many errors a file is not Terraform, and more of them help nobody. */
const MAX_SHOWN = 50;

function worthShowing(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const arranged = arrangeDiagnostics(diagnostics);
  const next = arranged[MAX_SHOWN];
  if (next === undefined) return arranged;
  const message = 'There are more errors from here on, which are not listed.';
  return [...arranged.slice(0, MAX_SHOWN), { ...next, message }];
}

/**
 * Reads a text that is one expression, as the value of `--var` or a type constraint in a string; newlines
 * are white space in it.
 */
export function parseHclExpression(
  file: SourceFile,
  start = 0,
  end: number = file.text.length,
): ParsedExpression {
  const { reader } = openReader(file, start, end, 'code');
  return readWholeExpression(reader, { file, start, end });
}

function readWholeExpression(reader: TokenReader, range: SourceRange): ParsedExpression {
  reader.newlines = false;
  let expression: Expression = { kind: 'invalid', range };
  try {
    const read = readValue(reader);
    if (reader.peek() !== Token.endOfFile) throw reader.fault('Nothing is expected after the expression.');
    if (reader.diagnostics.length === 0) expression = read;
  } catch (fault) {
    reader.reportFault(fault);
  }
  return { expression, diagnostics: reader.diagnostics };
}

/**
 * Reads a bare template: a template file, or the text of a `templatestring`. A backslash has no meaning
 * in it outside `${ }`. `template` is `undefined` when there is an error.
 */
export function parseHclTemplate(
  file: SourceFile,
  start = 0,
  end: number = file.text.length,
): ParsedTemplate {
  return readBareTemplate(openReader(file, start, end, 'template').reader, { file, start, end });
}

/**
 * Reads a text that is not a piece of the file as it stands (a string with JSON escapes) as a template or
 * an expression.
 *
 * @param rangeOf where in the file a stretch of `text` stands
 */
export function parseDecodedTemplate(file: SourceFile, text: string, rangeOf: RangeOf): ParsedTemplate {
  const reader = openDecoded(file, text, 'template', rangeOf);
  return readBareTemplate(reader, rangeOf(0, text.length));
}

/** The same for a string that holds an expression, as `depends_on` and `type` do in the JSON syntax. */
export function parseDecodedExpression(file: SourceFile, text: string, rangeOf: RangeOf): ParsedExpression {
  const reader = openDecoded(file, text, 'code', rangeOf);
  return readWholeExpression(reader, rangeOf(0, text.length));
}

function openDecoded(file: SourceFile, text: string, as: 'code' | 'template', rangeOf: RangeOf): TokenReader {
  const lexed = lex(text, 0, text.length, as, rangeOf);
  const reader = new TokenReader(file, text, lexed, rangeOf);
  reader.diagnostics.push(...lexed.diagnostics);
  return reader;
}

function readBareTemplate(reader: TokenReader, range: SourceRange): ParsedTemplate {
  try {
    const parts = readParts(reader, Token.endOfFile, false, readValue);
    const template: TemplateExpression = { kind: 'template', parts, range };
    return {
      template: reader.diagnostics.length === 0 ? template : undefined,
      diagnostics: reader.diagnostics,
    };
  } catch (fault) {
    reader.reportFault(fault);
    return { template: undefined, diagnostics: reader.diagnostics };
  }
}

function openReader(
  file: SourceFile,
  start: number,
  end: number,
  as: 'code' | 'template',
): { reader: TokenReader; comments: Comment[] } {
  const rangeOf: RangeOf = (start, end) => ({ file, start, end });
  const lexed = lex(file.text, start, end, as, rangeOf);
  const reader = new TokenReader(file, file.text, lexed, rangeOf);
  reader.diagnostics.push(...lexed.diagnostics);
  const comments = lexed.comments.map(({ start, end }) => ({
    text: file.text.slice(start, end),
    range: { file, start, end },
  }));
  return { reader, comments };
}

function parseBody(file: SourceFile, trustIndentation: boolean): ParsedHcl & { unbalanced: boolean } {
  const { reader, comments } = openReader(file, 0, file.text.length, 'code');
  const bodies = new BodyReader(reader, trustIndentation);
  const body = bodies.readFile();
  return { body, diagnostics: reader.diagnostics, comments, unbalanced: bodies.unbalanced };
}

class BodyReader {
  /** A block was not closed, or a brace closed none. */
  unbalanced = false;
  readonly #reader: TokenReader;
  readonly #trustIndentation: boolean;

  constructor(reader: TokenReader, trustIndentation: boolean) {
    this.#reader = reader;
    this.#trustIndentation = trustIndentation;
  }

  readFile(): Body {
    const { attributes, blocks } = this.#readItems(undefined);
    const { file, text } = this.#reader;
    return { attributes, blocks, range: { file, start: 0, end: text.length } };
  }

  /** Reads arguments and blocks up to, not including, what closes the body of the block that begins at `header`. */
  #readItems(header: number | undefined): { attributes: Attribute[]; blocks: Block[] } {
    const reader = this.#reader;
    const attributes: Attribute[] = [];
    const blocks: Block[] = [];
    const names = new Map<string, Attribute>();
    for (;;) {
      const kind = reader.peek();
      if (kind === Token.newline) reader.next();
      else if (kind === Token.endOfFile || reader.diagnostics.length >= MAX_RECORDED) break;
      else if (header !== undefined && this.#ends(header, kind)) break;
      else {
        const first = reader.at;
        try {
          const item = this.#readItem();
          if ('type' in item) blocks.push(item);
          else this.#addAttribute(item, attributes, names);
        } catch (fault) {
          reader.reportFault(fault);
          skipBrokenItem(reader, first);
        }
      }
    }
    return { attributes, blocks };
  }

  #ends(header: number, kind: number): boolean {
    if (!this.#trustIndentation) return kind === Token.closeBrace;
    const reader = this.#reader;
    const offset = reader.startsLine(reader.at) ? reader.columnAt(reader.at) - reader.columnAt(header) : 0;
    if (kind === Token.closeBrace) return offset <= 0;
    return kind === Token.identifier && reader.startsLine(reader.at) && offset <= 0;
  }

  #addAttribute(item: Attribute, attributes: Attribute[], names: Map<string, Attribute>): void {
    const before = names.get(item.name);
    if (before === undefined) {
      names.set(item.name, item);
      attributes.push(item);
      return;
    }
    const { line } = before.range.file.positionAt(before.nameRange.start);
    this.#reader.report(
      `"${item.name}" is already set in line ${line}; an argument is set once.`,
      item.nameRange,
    );
  }

  #readItem(): Attribute | Block {
    const reader = this.#reader;
    switch (reader.peek()) {
      case Token.identifier:
        break;
      case Token.openQuote:
        throw reader.fault('The name of an argument is written without quotes.');
      case Token.closeBrace:
        this.unbalanced = true;
        throw reader.fault('This "}" closes nothing.');
      default:
        throw reader.fault('An argument or a block is expected here.');
    }
    const name = reader.next();
    switch (reader.peek()) {
      case Token.assign:
        return this.#readAttribute(name, false);
      case Token.openQuote:
      case Token.openBrace:
      case Token.identifier:
        return reader.nested(() => this.#readBlock(name));
      default:
        throw reader.fault(
          `"${reader.textAt(name)}" begins neither an argument, which needs "=", nor a block, which needs "{".`,
        );
    }
  }

  #readAttribute(name: number, oneLine: boolean): Attribute {
    const reader = this.#reader;
    reader.next();
    const value = this.#readValue(name, oneLine);
    const nameRange = reader.rangeAt(name);
    return { name: reader.nameAt(name), nameRange, value, range: span(nameRange, value.range) };
  }

  #readValue(name: number, oneLine: boolean): Expression {
    const reader = this.#reader;
    reader.peek();
    const start = reader.startAt(reader.at);
    try {
      const value = readValue(reader);
      if (!oneLine && reader.peek() !== Token.newline && reader.peek() !== Token.endOfFile) {
        throw reader.fault('The argument ends before this; each argument has a line of its own.');
      }
      if (!reader.hasErrorWithin(start, reader.endAt(reader.last) + 1)) return value;
    } catch (fault) {
      reader.reportFault(fault);
      skipBrokenItem(reader, name);
    }
    let last = reader.at - 1;
    while (reader.kindAt(last) === Token.newline) last--;
    return { kind: 'invalid', range: reader.range(start, Math.max(start, reader.endAt(last))) };
  }

  #readBlock(name: number): Block {
    const reader = this.#reader;
    const labels = this.#readLabels();
    const header = reader.rangeSince(name);
    if (reader.peek() === Token.newline) {
      reader.report('The "{" of a block stands on the line of its header.', header);
      while (reader.peek() === Token.newline) reader.next();
    }
    const open = reader.next();
    const items = this.#readBlockItems(name);
    this.#closeBlock(name, open);
    const body: Body = { ...items, range: reader.rangeSince(open) };
    this.#endOfBlock();
    return { type: reader.nameAt(name), labels, header, body, range: span(header, body.range) };
  }

  #readLabels(): BlockLabel[] {
    const reader = this.#reader;
    const labels: BlockLabel[] = [];
    for (;;) {
      const kind = reader.peek();
      if (kind === Token.openBrace) return labels;
      if (kind === Token.identifier) {
        const label = reader.next();
        labels.push({ text: reader.nameAt(label), range: reader.rangeAt(label) });
      } else if (kind === Token.openQuote) labels.push(this.#readLabel());
      else if (kind === Token.newline && this.#braceFollows()) return labels;
      else if (kind === Token.assign) {
        throw reader.fault('A "=" sets an argument, whose name is a single word; a block has none.');
      } else throw reader.fault('The "{" of the block is expected on the line of its header.');
    }
  }

  #braceFollows(): boolean {
    const reader = this.#reader;
    let at = reader.at;
    while (reader.kindAt(at) === Token.newline) at++;
    return reader.kindAt(at) === Token.openBrace;
  }

  #readLabel(): BlockLabel {
    const reader = this.#reader;
    const { parts, range } = readTemplate(reader, readValue);
    const [text] = parts;
    if (parts.length === 1 && text?.kind === 'text') return { text: text.text, range };
    reader.report('A label is a plain string: template sequences have no place in it.', range);
    return { text: reader.file.text.slice(range.start + 1, range.end - 1), range };
  }

  /** The inside of the braces; on the line of the opening brace it may hold one argument. */
  #readBlockItems(header: number): { attributes: Attribute[]; blocks: Block[] } {
    const reader = this.#reader;
    if (reader.peek() !== Token.identifier) return this.#readItems(header);
    const name = reader.next();
    if (reader.peek() === Token.assign) {
      const attribute = this.#readAttribute(name, true);
      if (reader.peek() === Token.closeBrace) return { attributes: [attribute], blocks: [] };
    }
    // What follows is read all the same: a resource with such a mistake is still a resource.
    reader.report(
      'A block on one line holds at most one argument and no block; give each a line of its own.',
      reader.rangeSince(name),
    );
    reader.at = name;
    return this.#readItems(header);
  }

  #closeBlock(header: number, open: number): void {
    const reader = this.#reader;
    const outside =
      this.#trustIndentation &&
      reader.startsLine(reader.at) &&
      reader.columnAt(reader.at) < reader.columnAt(header);
    if (reader.peek() === Token.closeBrace && !outside) {
      reader.next();
      return;
    }
    this.unbalanced = true;
    reader.report('This block has no closing "}".', reader.rangeAt(open));
  }

  #endOfBlock(): void {
    const reader = this.#reader;
    const kind = reader.peek();
    if (kind === Token.newline || kind === Token.endOfFile || reader.startsLine(reader.at)) return;
    if (kind === Token.closeBrace && reader.hasErrorWithin(0, reader.startAt(reader.at))) return;
    reader.report(
      'The block ends before this; what follows it begins on a new line.',
      reader.rangeAt(reader.at),
    );
    if (kind !== Token.identifier) skipBrokenItem(reader, reader.at);
  }
}
