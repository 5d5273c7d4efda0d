import type { Expression } from '../../arm/expression.ts';
import type { DiagnosticCode } from '../../source/diagnostic.ts';
import type { JsonNode, JsonObject } from '../../source/json.ts';
import type { SourceRange } from '../../source/range.ts';
import type { Reason } from '../../value/unknown.ts';
import type * as ast from '../ast.ts';
import type { BicepFile, Program } from './program.ts';
import type { Declaration, ImportedFile, ImportedName, ResourceSymbol } from './symbols.ts';
import type { TypeFacts } from './type-facts.ts';

/** Where an expression stands: the names that it sees. */
export interface Scope {
  readonly file: BicepFile;
  readonly template: TemplateNames;
  /** The innermost of each name. */
  readonly locals: ReadonlyMap<string, Local>;
  /** Collects the keys of the resources and modules that are referred to. */
  readonly uses: Set<string>;
}

/** A name that stands for a value only within a loop, a lambda or a function; or a nested resource. */
export type Local = LocalValue | ResourceSymbol;

export interface LocalValue {
  readonly kind: 'localValue';
  read(range: SourceRange): Expression;
}

/** The template that expressions are lowered for. What they use of other files is declared in it too. */
export interface TemplateNames {
  readonly program: Program;
  /** How the file is deployed. */
  readonly level: TargetLevel;
  report(code: DiagnosticCode, message: string, range: SourceRange): void;
  /** The name of a variable for `variables()`. */
  variable(file: BicepFile, statement: ast.VariableStatement, uses: Set<string>): string;
  /** The name of a function in the namespace `__bicep`. */
  function(file: BicepFile, statement: ast.FunctionStatement): string;
  /** The parameter under which a parameters file reads `base.NAME`, what the file that it extends assigns. */
  baseParameter(name: string, range: SourceRange): string;
  /** What an imported name stands for. */
  imported(file: BicepFile, name: ImportedName): Imported;
  importedMember(file: BicepFile, namespace: ImportedFile, name: string, range: SourceRange): Imported;
  expression(node: ast.Expression, scope: Scope): Expression;
  /** The expression in the place of a value. */
  node(node: ast.Expression, scope: Scope): JsonNode;
  /** One step down into an expression; `undefined` when there were too many, which is reported. */
  step<T>(range: SourceRange, lower: () => T): T | undefined;
  /** What rests on itself is `undefined`, and reported. */
  once<T>(what: string, range: SourceRange, lower: () => T): T | undefined;
  readonly typeFacts: Map<ast.TypeStatement, TypeFacts>;
  /** A number that was not given before, for names that must not collide. */
  nextNumber(): number;
}

export type TargetLevel = 'resourceGroup' | 'subscription' | 'managementGroup' | 'tenant';

/** A declaration of another file. */
export type Imported =
  | { readonly kind: 'bicep'; readonly file: BicepFile; readonly declaration: Declaration }
  /** Of a compiled template, under the name that it has in this one. */
  | { readonly kind: 'compiled'; readonly what: 'variable' | 'function'; readonly name: string }
  /** A definition of a compiled template. */
  | { readonly kind: 'compiledType'; readonly root: JsonObject; readonly name: string }
  /** It cannot be had, which is reported. */
  | { readonly kind: 'missing'; readonly reason: Reason };

/** What a name stands for, the innermost first. */
export function lookUp(name: string, scope: Scope): Local | Declaration | undefined {
  return scope.locals.get(name) ?? scope.file.declarations.get(name);
}

export const withLocals = (scope: Scope, locals: Iterable<readonly [string, Local]>): Scope => ({
  ...scope,
  locals: new Map([...scope.locals, ...locals]),
});

export const localValue = (read: LocalValue['read']): LocalValue => ({ kind: 'localValue', read });

/** An expression of Bicep as one of the template language. */
export const lowerExpression = (node: ast.Expression, scope: Scope): Expression =>
  scope.template.expression(node, scope);

/** An expression as a node of a template, in the place of a value. */
export const lowerNode = (node: ast.Expression, scope: Scope): JsonNode => scope.template.node(node, scope);
