import { type Diagnostic, type DiagnosticCode, diagnostic } from '../source/diagnostic.ts';
import { SourceFile } from '../source/file.ts';
import { type JsonDocument, type JsonString, parseJson } from '../source/json.ts';
import type { SourceRange } from '../source/range.ts';
import type { SourceTree } from '../source/tree.ts';
import { computedAt } from '../value/make.ts';
import type { CommentLine } from '../value/resource.ts';
import { unknown } from '../value/unknown.ts';
import type { UnknownValue, Value } from '../value/value.ts';
import { type Expression, parseExpression } from './expression.ts';
import { isLoweredText } from './lowered.ts';

/** How many JSON nodes and calls one deployment may evaluate. */
const MAX_STEPS = 5_000_000;
/** Calls, variables, parameters and JSON inside each other: what half of Node's default stack holds. */
const MAX_DEPTH = 400;
/** How many resources one deployment may declare; Resource Manager takes 800 a template. */
const MAX_INSTANCES = 20_000;
/** How many nodes one value may have. */
const MAX_VALUE_NODES = 1_000_000;
/** Characters; Resource Manager refuses a template of more than 4 MB. */
const MAX_TEXT_LENGTH = 4 * 1024 * 1024;

/** What the templates of one deployment share: files, diagnostics and limits. */
export class Run {
  readonly tree: SourceTree;
  readonly diagnostics: Diagnostic[] = [];
  readonly files = new Map<string, SourceFile>();
  readonly comments: CommentLine[] = [];
  readonly #documents = new Map<string, JsonDocument | Diagnostic>();
  readonly #expressions = new Map<JsonString, Expression | Diagnostic>();
  readonly #weights = new WeakMap<Value, number>();
  #steps = 0;
  #depth = 0;
  #instances = 0;
  #speculations = 0;
  #errorsKept = 0;

  constructor(tree: SourceTree) {
    this.tree = tree;
  }

  report(code: DiagnosticCode, message: string, place: SourceRange | string): void {
    this.diagnostics.push(diagnostic(code, message, place));
  }

  /**
   * Evaluates what may never be evaluated at deployment: a branch of an undecided `if`, the name of a
   * resource that is not deployed. What is wrong there is told by the value alone.
   */
  speculate<T>(evaluate: () => T): T {
    this.#speculations++;
    try {
      return evaluate();
    } finally {
      this.#speculations--;
    }
  }

  /** How many errors were kept to their values so far; one more of them in a value makes it a poor memory. */
  get errorsKept(): number {
    return this.#errorsKept;
  }

  /** Reports what is wrong whatever the values are: a name that is declared nowhere, a limit. */
  wrong(code: DiagnosticCode, message: string, range: SourceRange): UnknownValue {
    this.report(code, message, range);
    return unknown({ kind: 'error', text: message, range }, computedAt(range));
  }

  /** Reports what is wrong with these values, unless it is speculation; the value that stands for the result. */
  broken(code: DiagnosticCode, message: string, range: SourceRange): UnknownValue {
    if (this.#speculations === 0) return this.wrong(code, message, range);
    this.#errorsKept++;
    return unknown({ kind: 'error', text: message, range }, computedAt(range));
  }

  /** Reads a JSON file once; what is wrong with it is reported once, `place` being what names the file. */
  document(path: string, place?: SourceRange): JsonDocument | Diagnostic {
    let document = this.#documents.get(path);
    if (document === undefined) {
      const file = this.tree.text(path, place);
      document = file instanceof SourceFile ? this.#parse(file) : file;
      this.#documents.set(path, document);
    }
    return document;
  }

  #parse(file: SourceFile): JsonDocument {
    const document = parseJson(file);
    this.files.set(file.path, file);
    this.diagnostics.push(...document.diagnostics);
    for (const { text, range } of document.comments) {
      if (text.includes('exvet:')) this.comments.push({ range, text: withoutMarks(text) });
    }
    return document;
  }

  expression(node: JsonString): Expression | Diagnostic {
    if (isLoweredText(node)) return node.expression;
    let expression = this.#expressions.get(node);
    if (expression === undefined) {
      expression = parseExpression(node);
      this.#expressions.set(node, expression);
      if ('code' in expression) this.diagnostics.push(expression);
    }
    return expression;
  }

  /** Makes one step of the evaluation, unless there were too many or too many inside each other. */
  step(range: SourceRange, evaluate: () => Value): Value {
    this.#steps++;
    if (this.#steps > MAX_STEPS) {
      const message = `The evaluation takes more than ${MAX_STEPS} steps.`;
      if (this.#steps === MAX_STEPS + 1) this.report('limit-exceeded', message, range);
      return unknown({ kind: 'unsupported', text: message, range }, computedAt(range));
    }
    if (this.#depth >= MAX_DEPTH) {
      return this.wrong(
        'limit-exceeded',
        `Values rest on each other more than ${MAX_DEPTH} levels deep.`,
        range,
      );
    }
    this.#depth++;
    try {
      return this.#bounded(evaluate(), range);
    } finally {
      this.#depth--;
    }
  }

  /** Whether one more resource is still within the limit. */
  countInstance(range: SourceRange): boolean {
    this.#instances++;
    if (this.#instances === MAX_INSTANCES + 1) {
      this.report('limit-exceeded', `The deployment declares more than ${MAX_INSTANCES} resources.`, range);
    }
    return this.#instances <= MAX_INSTANCES;
  }

  /** The value, or an unknown when it has grown beyond all measure. */
  #bounded(value: Value, range: SourceRange): Value {
    if (value.kind === 'string' && value.value.length > MAX_TEXT_LENGTH) {
      return this.wrong('limit-exceeded', `The text is longer than ${MAX_TEXT_LENGTH} characters.`, range);
    }
    if (this.#weight(value) <= MAX_VALUE_NODES) return value;
    return this.wrong('limit-exceeded', `The value has more than ${MAX_VALUE_NODES} parts.`, range);
  }

  #weight(value: Value): number {
    if (value.kind !== 'list' && value.kind !== 'object') return 1;
    let weight = this.#weights.get(value);
    if (weight === undefined) {
      weight = 1;
      const elements = value.kind === 'list' ? value.elements : value.entries.values();
      for (const element of elements) weight += this.#weight(element);
      this.#weights.set(value, weight);
    }
    return weight;
  }
}

function withoutMarks(comment: string): string {
  return comment.replace(/^\/\/|^\/\*|\*\/$/g, '').trim();
}
