import type {
  ConditionedBody,
  Expression,
  ExtensionStatement,
  ForExpression,
  FunctionStatement,
  ImportedSymbol,
  ImportStatement,
  ModuleStatement,
  Name,
  ObjectExpression,
  ParameterAssignment,
  ParameterStatement,
  ResourceStatement,
  Statement,
  StringExpression,
  TypeStatement,
  VariableStatement,
} from '../ast.ts';

/** What a name of a file stands for. */
export type Declaration =
  | ParameterStatement
  | ParameterAssignment
  | VariableStatement
  | TypeStatement
  | FunctionStatement
  | ResourceSymbol
  | ModuleSymbol
  | ImportedName
  | ImportedFile
  | { readonly kind: 'extensionName'; readonly statement: ExtensionStatement };

export interface ResourceSymbol {
  readonly kind: 'resourceSymbol';
  /** Its key among the resources of the template: `vnet::subnet` of a nested one. */
  readonly key: string;
  readonly name: Name;
  readonly statement: ResourceStatement;
  readonly parts: BodyParts;
  /** `Microsoft.Compute/disks`, of a nested one with the types around it. */
  readonly type: string;
  readonly apiVersion: string | undefined;
  /** The resource that it is nested in. */
  readonly container: ResourceSymbol | undefined;
  readonly children: ReadonlyMap<string, ResourceSymbol>;
}

export interface ModuleSymbol {
  readonly kind: 'moduleSymbol';
  readonly key: string;
  readonly name: Name;
  readonly statement: ModuleStatement;
  readonly parts: BodyParts;
}

/** One name of `import { a as b } from '…'`. */
export interface ImportedName {
  readonly kind: 'importedName';
  readonly statement: ImportStatement;
  readonly symbol: ImportedSymbol;
}

/** `import * as ns from '…'`. */
export interface ImportedFile {
  readonly kind: 'importedFile';
  readonly statement: ImportStatement;
}

/** A `resource` or `module` taken apart. */
export interface BodyParts {
  readonly loop: ForExpression<ConditionedBody> | undefined;
  readonly condition: Expression | undefined;
  /** `undefined` when it could not be read. */
  readonly object: ObjectExpression | undefined;
}

function partsOf(body: ResourceStatement['body']): BodyParts {
  const loop = body.kind === 'for' ? body : undefined;
  const inner: ConditionedBody = body.kind === 'for' ? body.body : body;
  if (inner.kind === 'if') {
    const object = inner.body.kind === 'object' ? inner.body : undefined;
    return { loop, condition: inner.condition, object };
  }
  return { loop, condition: undefined, object: inner.kind === 'object' ? inner : undefined };
}

/** The text of a string without holes. */
export function literalTextOf(expression: Expression | StringExpression | undefined): string | undefined {
  if (expression?.kind === 'parentheses') return literalTextOf(expression.inner);
  if (expression?.kind !== 'string') return undefined;
  const [part, ...more] = expression.parts;
  if (part === undefined) return '';
  return part.kind === 'text' && more.length === 0 ? part.text : undefined;
}

/** The value of a property by its name, which Bicep takes as it is written. */
export function propertyOf(object: ObjectExpression | undefined, name: string): Expression | undefined {
  for (const item of object?.items ?? []) {
    if (item.kind === 'property' && item.key.kind === 'string' && literalTextOf(item.key) === name) {
      return item.value;
    }
  }
  return undefined;
}

export interface Declarations {
  readonly declarations: ReadonlyMap<string, Declaration>;
  /** Names that are declared a second time. */
  readonly repeated: readonly Name[];
}

/** The names that the statements of a file declare; outputs and metadata cannot be referred to. */
export function declarationsOf(statements: readonly Statement[]): Declarations {
  const declarations = new Map<string, Declaration>();
  const repeated: Name[] = [];
  const declare = (name: Name | undefined, declaration: Declaration): void => {
    if (name === undefined) return;
    if (declarations.has(name.text)) repeated.push(name);
    else declarations.set(name.text, declaration);
  };
  for (const statement of statements) {
    switch (statement.kind) {
      case 'param':
      case 'assignment':
      case 'var':
      case 'type':
      case 'func':
        declare(statement.name, statement);
        break;
      case 'resource': {
        const symbol = resourceSymbol(statement, undefined);
        if (symbol !== undefined) declare(symbol.name, symbol);
        break;
      }
      case 'module': {
        const { name } = statement;
        if (name === undefined) break;
        declare(name, {
          kind: 'moduleSymbol',
          key: name.text,
          name,
          statement,
          parts: partsOf(statement.body),
        });
        break;
      }
      case 'import':
        if (statement.imported.kind === 'namespace') {
          declare(statement.imported.alias, { kind: 'importedFile', statement });
        } else if (statement.imported.kind === 'symbols') {
          for (const symbol of statement.imported.symbols) {
            declare(symbol.alias ?? symbol.name, { kind: 'importedName', statement, symbol });
          }
        }
        break;
      case 'extension': {
        const { specification } = statement;
        const own = 'kind' in specification ? undefined : specification;
        // `extension az` names what is there anyway.
        if (statement.alias === undefined && own?.text === 'az') break;
        declare(statement.alias ?? own, { kind: 'extensionName', statement });
        break;
      }
      default:
    }
  }
  return { declarations, repeated };
}

function resourceSymbol(
  statement: ResourceStatement,
  container: ResourceSymbol | undefined,
): ResourceSymbol | undefined {
  const { name } = statement;
  if (name === undefined) return undefined;
  const written = literalTextOf(statement.type.kind === 'string' ? statement.type : undefined) ?? '';
  // `az:Microsoft.Compute/disks` names the namespace that is meant anyway.
  const [type = '', apiVersion] = written.replace(/^az:/, '').split('@');
  const children = new Map<string, ResourceSymbol>();
  const symbol: ResourceSymbol = {
    kind: 'resourceSymbol',
    key: container === undefined ? name.text : `${container.key}::${name.text}`,
    name,
    statement,
    parts: partsOf(statement.body),
    type: container === undefined ? type : `${container.type}/${type}`,
    apiVersion: apiVersion ?? container?.apiVersion,
    container,
    children,
  };
  for (const item of symbol.parts.object?.items ?? []) {
    const child = item.kind === 'resource' ? resourceSymbol(item, symbol) : undefined;
    if (child !== undefined) children.set(child.name.text, child);
  }
  return symbol;
}
