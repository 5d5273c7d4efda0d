import type { Expression } from '../../arm/expression.ts';
import type { LoweredTemplate, ModuleContent } from '../../arm/lowered.ts';
import type { DiagnosticCode } from '../../source/diagnostic.ts';
import type { JsonMember, JsonNode, JsonObject } from '../../source/json.ts';
import type { SourceRange } from '../../source/range.ts';
import { didYouMean } from '../../source/spelling.ts';
import type * as ast from '../ast.ts';
import { compiledExport, FUNCTION_NAMESPACE } from './compiled-exports.ts';
import { CompiledImports } from './compiled-imports.ts';
import { lowerExpression, lowerNamed, lowerNode } from './expressions.ts';
import { arrayNode, call, expressionNode, member, objectNode, textExpression, textNode } from './nodes.ts';
import type { BicepFile, FoundTemplate, Program } from './program.ts';
import { lowerModule, lowerResource } from './resources.ts';
import { type Imported, localValue, type Scope, type TargetLevel, type TemplateNames } from './scope.ts';
import {
  type ImportedFile,
  type ImportedName,
  literalTextOf,
  type ModuleSymbol,
  type ResourceSymbol,
} from './symbols.ts';
import { parameterMembers } from './types.ts';

/** The schemas by what a template is deployed to. */
const SCHEMAS: Readonly<Record<TargetLevel, string>> = {
  resourceGroup: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  subscription: 'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#',
  managementGroup:
    'https://schema.management.azure.com/schemas/2019-08-01/managementGroupDeploymentTemplate.json#',
  tenant: 'https://schema.management.azure.com/schemas/2019-08-01/tenantDeploymentTemplate.json#',
};

/** How many expressions are read for one file; names and ids are read again for each reference to them. */
const MAX_STEPS = 2_000_000;
/** What half of Node's default stack holds. */
const MAX_DEPTH = 200;

interface LoweredVariable {
  readonly name: string;
  /** The resources and modules that it refers to. */
  readonly uses: Set<string>;
}

/** Lowers one Bicep file to a template; what it uses of other files is declared in that template too. */
export class TemplateLowering implements TemplateNames {
  readonly program: Program;
  readonly level: TargetLevel;
  readonly #file: BicepFile;
  readonly #variables: JsonMember[] = [];
  readonly #bases = new Map<string, JsonMember>();
  readonly #functions: JsonMember[] = [];
  readonly #byStatement = new Map<ast.VariableStatement | ast.FunctionStatement, LoweredVariable>();
  readonly #compiledImports: CompiledImports;
  readonly #busy = new Set<string>();
  readonly #circles = new Set<string>();
  readonly typeFacts: TemplateNames['typeFacts'] = new Map();
  #numbers = 0;
  #steps = 0;
  #depth = 0;
  #isOver = false;

  constructor(program: Program, file: BicepFile) {
    this.program = program;
    this.#file = file;
    this.level = levelOf(file.statements);
    this.#compiledImports = new CompiledImports({
      run: program.run,
      declareVariable: (name, node, place) => this.#variables.push(member(name, node, place)),
      declareFunction: (name, node, place) => this.#functions.push(member(name, node, place)),
      step: (range, lower) => this.step(range, lower),
    });
  }

  /** The whole file as a template. */
  lower(): LoweredTemplate {
    const parameters: JsonMember[] = [];
    const resources: JsonMember[] = [];
    const outputs: JsonMember[] = [];
    for (const statement of this.#file.statements) {
      switch (statement.kind) {
        case 'param':
        case 'assignment':
          parameters.push(...this.#parameter(statement));
          break;
        case 'var':
          this.variable(this.#file, statement, new Set());
          break;
        case 'func':
          this.function(this.#file, statement);
          break;
        case 'output':
          outputs.push(...this.#output(statement));
          break;
        default:
      }
    }
    for (const declaration of this.#file.declarations.values()) {
      if (declaration.kind === 'resourceSymbol') this.#resource(declaration, resources);
      else if (declaration.kind === 'moduleSymbol') resources.push(this.#module(declaration));
    }
    const range = this.#wholeRange;
    const members = [
      member('$schema', textNode(SCHEMAS[this.level], range)),
      member('contentVersion', textNode('1.0.0.0', range)),
      member('parameters', objectNode([...parameters, ...this.#bases.values()], range)),
      member('variables', objectNode(this.#variables, range)),
      member('functions', arrayNode([this.#functionSpace(range)], range)),
      member('resources', objectNode(resources, range)),
      member('outputs', objectNode(outputs, range)),
    ];
    return { ...objectNode(members, range), bicepFile: this.#file.path };
  }

  get #wholeRange(): SourceRange {
    return { file: this.#file.source, start: 0, end: this.#file.source.text.length };
  }

  #functionSpace(range: SourceRange): JsonObject {
    return objectNode(
      [
        member('namespace', textNode(FUNCTION_NAMESPACE, range)),
        member('members', objectNode(this.#functions, range)),
      ],
      range,
    );
  }

  #scope(file = this.#file, uses = new Set<string>()): Scope {
    return { file, template: this, locals: new Map(), uses };
  }

  #parameter(statement: ast.ParameterStatement | ast.ParameterAssignment): JsonMember[] {
    const { name, header } = statement;
    if (name === undefined) return [];
    const scope = this.#scope();
    const isDeclared = statement.kind === 'param';
    const fallback = isDeclared ? statement.default : statement.value;
    const members = isDeclared ? parameterMembers(statement, scope) : [];
    if (fallback !== undefined) members.push(member('defaultValue', lowerNode(fallback, scope)));
    return [member(name.text, objectNode(members, header), name.range)];
  }

  #output({ name, value, range }: ast.OutputStatement): JsonMember[] {
    if (name === undefined) return [];
    const members = [member('value', lowerNamed(name.text, value, this.#scope()))];
    return [member(name.text, objectNode(members, range), name.range)];
  }

  /** A resource and those nested in it, each by its own key. */
  #resource(symbol: ResourceSymbol, into: JsonMember[]): void {
    into.push(member(symbol.key, lowerResource(symbol, this.#scope()), symbol.name.range));
    for (const child of symbol.children.values()) this.#resource(child, into);
  }

  #module(symbol: ModuleSymbol): JsonMember {
    const content = this.#content(symbol);
    return member(symbol.key, lowerModule(symbol, content, this.#scope()), symbol.name.range);
  }

  #content({ key, statement }: ModuleSymbol): ModuleContent {
    const template = this.program.template(this.#file, statement.path);
    if ('reason' in template) return { symbol: key, unavailable: template.reason };
    const { path, root, reference } = template;
    if (reference === undefined) return { symbol: key, path, template: root };
    const text = `module ${key} from ${reference}`;
    return { symbol: key, path, template: root, downloaded: { call: statement.header, text, path } };
  }

  report(code: DiagnosticCode, message: string, range: SourceRange): void {
    this.program.run.report(code, message, range);
  }

  expression(node: ast.Expression, scope: Scope): Expression {
    return lowerExpression(node, scope);
  }

  node(node: ast.Expression, scope: Scope): JsonNode {
    return lowerNode(node, scope);
  }

  variable(file: BicepFile, statement: ast.VariableStatement, uses: Set<string>): string {
    let known = this.#byStatement.get(statement);
    if (known === undefined) {
      const name = this.#nameIn(file, statement.name?.text ?? '');
      known = { name, uses: new Set() };
      this.#byStatement.set(statement, known);
      const node = lowerNamed(statement.name?.text, statement.value, this.#scope(file, known.uses));
      this.#variables.push(member(name, node, statement.name?.range));
    }
    for (const key of known.uses) uses.add(key);
    return known.name;
  }

  function(file: BicepFile, statement: ast.FunctionStatement): string {
    const known = this.#byStatement.get(statement);
    if (known !== undefined) return known.name;
    const name = this.#nameIn(file, statement.name?.text ?? '');
    this.#byStatement.set(statement, { name, uses: new Set() });
    const parameters = statement.parameters.flatMap(parameter => parameter.name ?? []);
    const locals = parameters.map(({ text }) => {
      const read = (range: SourceRange) => call('parameters', [textExpression(text, range)], range);
      return [text, localValue(read)] as const;
    });
    const body = lowerExpression(statement.body, { ...this.#scope(file), locals: new Map(locals) });
    const names = parameters.map(({ text, range }) =>
      objectNode([member('name', textNode(text, range))], range),
    );
    const members = [
      member('parameters', arrayNode(names, statement.header)),
      member('output', objectNode([member('value', expressionNode(body))], statement.body.range)),
    ];
    this.#functions.push(member(name, objectNode(members, statement.range), statement.header));
    return name;
  }

  /** Names of other files get their path before them, which no name of this file has. */
  #nameIn(file: BicepFile, name: string): string {
    return file === this.#file ? name : `${file.path}#${name}`;
  }

  baseParameter(name: string, range: SourceRange): string {
    const key = `base.${name}`;
    this.#bases.set(key, member(key, objectNode([], range), range));
    return key;
  }

  imported(file: BicepFile, { statement, symbol }: ImportedName): Imported {
    return this.#imported(file, statement, symbol.name.text, symbol.name.range);
  }

  importedMember(file: BicepFile, { statement }: ImportedFile, name: string, range: SourceRange): Imported {
    return this.#imported(file, statement, name, range);
  }

  #imported(file: BicepFile, statement: ast.ImportStatement, name: string, range: SourceRange): Imported {
    const found = this.program.imported(file, statement.path);
    if ('reason' in found) return { kind: 'missing', reason: found.reason };
    if ('root' in found) return this.#compiled(found, name, range);
    const declaration = found.declarations.get(name);
    if (declaration?.kind === 'importedName') return this.imported(found, declaration);
    if (declaration !== undefined) return { kind: 'bicep', file: found, declaration };
    const hint = didYouMean(name, found.declarations.keys());
    return this.#missing(`'${found.path}' exports nothing under the name '${name}'.${hint}`, range);
  }

  #missing(message: string, range: SourceRange): Imported {
    this.report('bicep-reference', message, range);
    return { kind: 'missing', reason: { kind: 'error', text: message, range } };
  }

  #compiled(found: FoundTemplate, name: string, range: SourceRange): Imported {
    const what = compiledExport(found.root, name)?.kind;
    if (what === 'type') return { kind: 'compiledType', root: found.root, name };
    const key =
      what === 'variable'
        ? this.#compiledImports.variable(found, name, range)
        : what === 'function'
          ? this.#compiledImports.exportedFunction(found, name, range)
          : undefined;
    return what === undefined || key === undefined
      ? this.#missing(`'${found.path}' exports nothing under the name '${name}'.`, range)
      : { kind: 'compiled', what, name: key };
  }

  step<T>(range: SourceRange, lower: () => T): T | undefined {
    this.#steps++;
    if (this.#steps > MAX_STEPS || this.#depth >= MAX_DEPTH) {
      const message =
        this.#depth >= MAX_DEPTH
          ? `Expressions rest on each other more than ${MAX_DEPTH} levels deep.`
          : `The expressions of the file take more than ${MAX_STEPS} steps.`;
      if (!this.#isOver) this.report('limit-exceeded', message, range);
      this.#isOver = true;
      return undefined;
    }
    this.#depth++;
    try {
      return lower();
    } finally {
      this.#depth--;
    }
  }

  once<T>(what: string, range: SourceRange, lower: () => T): T | undefined {
    if (this.#busy.has(what)) {
      if (!this.#circles.has(what)) this.report('arm-cycle', `The ${what} refers to itself.`, range);
      this.#circles.add(what);
      return undefined;
    }
    this.#busy.add(what);
    try {
      return lower();
    } finally {
      this.#busy.delete(what);
    }
  }

  nextNumber(): number {
    return this.#numbers++;
  }
}

function levelOf(statements: readonly ast.Statement[]): TargetLevel {
  const statement = statements.find(one => one.kind === 'targetScope');
  const text = statement?.kind === 'targetScope' ? literalTextOf(statement.value) : undefined;
  return text === 'subscription' || text === 'managementGroup' || text === 'tenant' ? text : 'resourceGroup';
}
