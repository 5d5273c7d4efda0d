import { diagnostic } from '../source/diagnostic.ts';
import { SourceFile } from '../source/file.ts';
import { joinPath } from '../source/path.ts';
import type { SourceRange } from '../source/range.ts';
import { didYouMean } from '../source/spelling.ts';
import { isFailure, type SourceTree } from '../source/tree.ts';
import { passedThrough, stringValue } from '../value/make.ts';
import type { Origin } from '../value/origin.ts';
import type { Value } from '../value/value.ts';
import { constantScope } from './constant.ts';
import { evaluate } from './expression.ts';
import type { Graph } from './graph.ts';
import type { Comment } from './hcl/ast.ts';
import { parseTfvarsJson } from './hcl/json-syntax.ts';
import { parseHcl, parseHclExpression } from './hcl/parser.ts';
import type { Variable } from './variable.ts';

/** A value for a variable from outside of the configuration. */
export type TerraformInput =
  /** `--var name=text`. */
  | { readonly kind: 'var'; readonly name: string; readonly text: string }
  /** `--var-file path`, relative to the tree. */
  | { readonly kind: 'file'; readonly path: string }
  /** `TF_VAR_name`: yields to everything else, and names that are not declared do not matter. */
  | { readonly kind: 'environment'; readonly name: string; readonly text: string };

export interface RootInputs {
  readonly values: ReadonlyMap<string, Value>;
  readonly files: readonly SourceFile[];
  /** Those of the files. */
  readonly comments: readonly Comment[];
}

/**
 * The values given to a root module's variables, by Terraform's precedence, lowest first: the environment,
 * `terraform.tfvars`, `terraform.tfvars.json`, `*.auto.tfvars` and `*.auto.tfvars.json` in lexical order, and
 * then what the command line gives in its own order. A later value replaces an earlier one as a whole.
 */
export function readRootInputs(
  tree: SourceTree,
  folder: string,
  variables: ReadonlyMap<string, Variable>,
  entries: readonly TerraformInput[],
  graph: Graph,
): RootInputs {
  const reader = new InputReader(tree, folder, variables, graph);
  for (const entry of entries) if (entry.kind === 'environment') reader.addText(entry);
  for (const path of automaticFiles(tree, folder)) reader.addFile(path);
  for (const entry of entries) {
    if (entry.kind === 'file') reader.addFile(entry.path);
    else if (entry.kind === 'var') reader.addText(entry);
  }
  return { values: reader.values, files: reader.files, comments: reader.comments };
}

/** The files of values that Terraform loads by itself. */
export function automaticFiles(tree: SourceTree, folder: string): readonly string[] {
  const entries = tree.list(folder);
  if (isFailure(entries)) return [];
  const names = entries.filter(({ kind }) => kind === 'file').map(({ name }) => name);
  const fixed = ['terraform.tfvars', 'terraform.tfvars.json'].filter(name => names.includes(name));
  const automatic = names.filter(name => /\.auto\.tfvars(\.json)?$/.test(name));
  return [...fixed, ...automatic].map(name => joinPath(folder, name));
}

class InputReader {
  readonly values = new Map<string, Value>();
  readonly files: SourceFile[] = [];
  readonly comments: Comment[] = [];
  readonly #tree: SourceTree;
  readonly #folder: string;
  readonly #variables: ReadonlyMap<string, Variable>;
  readonly #graph: Graph;

  constructor(tree: SourceTree, folder: string, variables: ReadonlyMap<string, Variable>, graph: Graph) {
    this.#tree = tree;
    this.#folder = folder;
    this.#variables = variables;
    this.#graph = graph;
  }

  addFile(path: string): void {
    const file = this.#tree.text(path);
    if (!(file instanceof SourceFile)) {
      this.#graph.report(file);
      return;
    }
    this.files.push(file);
    const parsed = path.endsWith('.json') ? parseTfvarsJson(file) : parseHcl(file);
    this.comments.push(...parsed.comments);
    for (const item of parsed.diagnostics) this.#graph.report(item);
    for (const block of parsed.body.blocks) {
      const message = `A variables file holds only names with values: write ${block.type} = { … }.`;
      this.#graph.report(diagnostic('terraform-structure', message, block.header));
    }
    for (const { name, nameRange, range, value } of parsed.body.attributes) {
      if (!this.#variables.has(name)) {
        this.#undeclared(name, nameRange);
        continue;
      }
      const constant = evaluate(value, constantScope(this.#graph));
      this.values.set(name, passedThrough(constant, { range, text: path }));
    }
  }

  /** A value from the command line or environment: text, or an expression when the variable's type is one. */
  addText(entry: Exclude<TerraformInput, { kind: 'file' }>): void {
    const variable = this.#variables.get(entry.name);
    if (variable === undefined) {
      if (entry.kind === 'var') this.#undeclared(entry.name, this.#folder);
      return;
    }
    // The text stands in no file; what can be pointed at is the variable that takes it.
    const range = variable.block.header;
    const origin: Origin = { kind: 'expression', range };
    const title = entry.kind === 'var' ? `--var ${entry.name}` : `TF_VAR_${entry.name}`;
    const value = variable.takesText
      ? stringValue(entry.text, origin)
      : this.#parseText(entry.text, title, origin, variable.sensitive);
    this.values.set(entry.name, passedThrough(value, { range, text: title }));
  }

  #parseText(text: string, title: string, origin: Origin, isSecret: boolean): Value {
    const parsed = parseHclExpression(new SourceFile(title, text));
    for (const { message } of parsed.diagnostics) {
      const complaint = `The value of ${title} is not an expression${isSecret ? '.' : `: ${message}`}`;
      this.#graph.report(diagnostic('terraform-variable', complaint, origin.range));
    }
    return movedTo(evaluate(parsed.expression, constantScope(this.#graph)), origin);
  }

  #undeclared(name: string, place: SourceRange | string): void {
    const hint = didYouMean(name, this.#variables.keys(), '"');
    this.#graph.report(
      typeof place === 'string'
        ? diagnostic('terraform-variable', `--var ${name}: no such variable is declared.${hint}`, place)
        : diagnostic('terraform-undeclared-value', `There is no variable "${name}".${hint}`, place),
    );
  }
}

/** The value with every part of it at this origin. */
function movedTo(value: Value, origin: Origin): Value {
  switch (value.kind) {
    case 'list':
      return { ...value, origin, elements: value.elements.map(element => movedTo(element, origin)) };
    case 'object': {
      const entries = [...value.entries].map(([key, entry]) => [key, movedTo(entry, origin)] as const);
      return { ...value, origin, entries: new Map(entries) };
    }
    default:
      return { ...value, origin };
  }
}
