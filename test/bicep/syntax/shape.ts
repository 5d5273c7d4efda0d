import type {
  Expression,
  ObjectItem,
  ResourceBody,
  SpreadItem,
  Statement,
  StringExpression,
  TypeExpression,
} from '../../../src/bicep/ast.ts';
import { type ParsedBicep, parseBicep, parseBicepParameters } from '../../../src/bicep/parser.ts';
import { SourceFile } from '../../../src/source/file.ts';
import { locationOf } from '../../../src/source/range.ts';

/**
 * Trees in one line: names and numbers as they are, texts in quotes, everything else as `(kind …)`.
 * `a + b.c` is `(+ a (. b c))`.
 */
export function shapeOf(node: Expression | SpreadItem | ResourceBody): string {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'object' && node.value !== null ? node.value.integer : String(node.value);
    case 'string':
      return shapeOfString(node);
    case 'variable':
      return node.name;
    case 'property':
      return `(${node.safe ? '.?' : '.'} ${shapeOf(node.object)} ${node.name})`;
    case 'index': {
      const marks = `${node.safe ? '?' : ''}${node.fromEnd ? '^' : ''}`;
      return `([${marks}] ${shapeOf(node.object)} ${shapeOf(node.index)})`;
    }
    case 'nestedResource':
      return `(:: ${shapeOf(node.object)} ${node.name})`;
    case 'call':
      return `(${[node.name, ...node.arguments.map(shapeOf)].join(' ')})`;
    case 'methodCall':
      return `(${[`.${node.name}`, shapeOf(node.object), ...node.arguments.map(shapeOf)].join(' ')})`;
    case 'nonNull':
      return `(assert ${shapeOf(node.operand)})`;
    case 'unary':
      return `(${node.operator} ${shapeOf(node.operand)})`;
    case 'binary':
      return `(${node.operator} ${shapeOf(node.left)} ${shapeOf(node.right)})`;
    case 'conditional':
      return `(? ${shapeOf(node.condition)} ${shapeOf(node.then)} ${shapeOf(node.else)})`;
    case 'array':
      return `[${node.items.map(shapeOf).join(' ')}]`;
    case 'spread':
      return `...${shapeOf(node.value)}`;
    case 'object':
      return `{${node.items.map(shapeOfItem).join(' ')}}`;
    case 'for': {
      const names = [node.item?.text, node.index?.text].filter(name => name !== undefined).join(',');
      return `(for ${names} in ${shapeOf(node.collection)}: ${shapeOf(node.body)})`;
    }
    case 'if':
      return `(if ${shapeOf(node.condition)} ${shapeOf(node.body)})`;
    case 'lambda':
      return `(=> (${node.parameters.map(({ text }) => text).join(' ')}) ${shapeOf(node.body)})`;
    case 'parentheses':
      return `(${shapeOf(node.inner)})`;
    case 'invalid':
      return '<invalid>';
  }
}

function shapeOfString({ parts }: StringExpression): string {
  if (parts.length === 0) return '""';
  return parts
    .map(part => (part.kind === 'text' ? JSON.stringify(part.text) : `\${${shapeOf(part.value)}}`))
    .join('');
}

const shapeOfItem = (item: ObjectItem): string => {
  switch (item.kind) {
    case 'property':
      return `${shapeOf(item.key)}=${shapeOf(item.value)}`;
    case 'spread':
      return shapeOf(item);
    case 'resource':
      return `<${shapeOfStatement(item)}>`;
  }
};

export function shapeOfType(type: TypeExpression): string {
  switch (type.kind) {
    case 'named':
      return type.name;
    case 'literalType':
      return shapeOf(type.value);
    case 'arrayType':
      return `(array ${shapeOfType(type.element)})`;
    case 'objectType':
      return `{${type.properties
        .map(({ decorators, key, value }) => {
          const marks = decorators.map(({ expression }) => `@${shapeOf(expression)} `).join('');
          return `${marks}${key === 'any' ? '*' : shapeOf(key)}:${shapeOfType(value)}`;
        })
        .join(' ')}}`;
    case 'tupleType':
      return `[${type.items.map(({ value }) => shapeOfType(value)).join(' ')}]`;
    case 'union':
      return `(| ${type.members.map(shapeOfType).join(' ')})`;
    case 'nullable':
      return `(? ${shapeOfType(type.type)})`;
    case 'nonNullType':
      return `(! ${shapeOfType(type.type)})`;
    case 'parenthesesType':
      return `(${shapeOfType(type.inner)})`;
    case 'typeProperty':
      return `(. ${shapeOfType(type.object)} ${type.name})`;
    case 'typeIndex':
      return `([] ${shapeOfType(type.object)} ${shapeOf(type.index)})`;
    case 'typeElement':
      return `([*] ${shapeOfType(type.object)})`;
    case 'typeAdditional':
      return `(.* ${shapeOfType(type.object)})`;
    case 'instantiation': {
      const owner = type.object === undefined ? '' : `${shapeOfType(type.object)}.`;
      return `(${owner}${type.name}<> ${type.arguments.map(shapeOfType).join(' ')})`;
    }
    case 'resourceType':
      return `(resource${type.type === undefined ? '' : ` ${shapeOf(type.type)}`})`;
    case 'invalid':
      return '<invalid>';
  }
}

/** A statement in one line, each decorator before it as `@…`. */
export function shapeOfStatement(statement: Statement): string {
  const marks = statement.decorators.map(({ expression }) => `@${shapeOf(expression)} `).join('');
  return `${marks}${statement.kind} ${detailsOf(statement)}`.trimEnd();
}

function detailsOf(statement: Statement): string {
  switch (statement.kind) {
    case 'targetScope':
      return shapeOf(statement.value);
    case 'metadata':
    case 'assert':
    case 'assignment':
      return `${nameOf(statement)} = ${shapeOf(statement.value)}`;
    case 'param': {
      const value = statement.default === undefined ? '' : ` = ${shapeOf(statement.default)}`;
      return `${nameOf(statement)} ${shapeOfType(statement.type)}${value}`;
    }
    case 'var': {
      const type = statement.type === undefined ? '' : ` ${shapeOfType(statement.type)}`;
      return `${nameOf(statement)}${type} = ${shapeOf(statement.value)}`;
    }
    case 'type':
      return `${nameOf(statement)} = ${shapeOfType(statement.value)}`;
    case 'func': {
      const parameters = statement.parameters.map(item => `${nameOf(item)} ${shapeOfType(item.type)}`);
      const signature = `(${parameters.join(', ')}) ${shapeOfType(statement.returnType)}`;
      return `${nameOf(statement)}${signature} => ${shapeOf(statement.body)}`;
    }
    case 'resource': {
      const existing = statement.existing ? ' existing' : '';
      return `${nameOf(statement)} ${shapeOf(statement.type)}${existing} = ${shapeOf(statement.body)}`;
    }
    case 'module':
    case 'test':
      return `${nameOf(statement)} ${shapeOf(statement.path)} = ${shapeOf(statement.body)}`;
    case 'output':
      return `${nameOf(statement)} ${shapeOfType(statement.type)} = ${shapeOf(statement.value)}`;
    case 'import':
      return `${importedShape(statement)} from ${shapeOf(statement.path)}`;
    case 'extension': {
      const { specification, config, alias } = statement;
      const what = 'text' in specification ? specification.text : shapeOf(specification);
      const settings = config === undefined ? '' : ` with ${shapeOf(config)}`;
      return `${what}${settings}${alias === undefined ? '' : ` as ${alias.text}`}`;
    }
    case 'using':
      return statement.path === 'none' ? 'none' : shapeOf(statement.path);
    case 'extends':
      return shapeOf(statement.path);
    case 'extensionConfig':
      return `${statement.alias?.text ?? '?'} with ${shapeOf(statement.config)}`;
    case 'missing':
      return '';
  }
}

const nameOf = ({ name }: { name: { text: string } | undefined }): string => name?.text ?? '?';

function importedShape({ imported }: Extract<Statement, { kind: 'import' }>): string {
  if (imported.kind === 'invalid') return '<invalid>';
  if (imported.kind === 'namespace') return `* as ${imported.alias.text}`;
  return `{${imported.symbols
    .map(({ name, alias }) => `${name.text}${alias === undefined ? '' : ` as ${alias.text}`}`)
    .join(', ')}}`;
}

/** Errors as `line:column code`, or the whole message when it has no code of the compiler. */
export const errorsOf = ({ diagnostics }: ParsedBicep): string[] =>
  diagnostics.map(({ range, message }) => {
    if (range === undefined) return message;
    const { startLine, startColumn } = locationOf(range);
    return `${startLine}:${startColumn} ${/^BCP\d+/.exec(message)?.[0] ?? message}`;
  });

/** The statements and errors of a text, each in one line. */
export function read(text: string, path = 'main.bicep'): { statements: string[]; errors: string[] } {
  const parsed = parse(text, path);
  return { statements: parsed.program.statements.map(shapeOfStatement), errors: errorsOf(parsed) };
}

export function parse(text: string, path = 'main.bicep'): ParsedBicep {
  const file = new SourceFile(path, text);
  return path.endsWith('.bicepparam') ? parseBicepParameters(file) : parseBicep(file);
}

/** The shape of the value of `var x = …`, or its first error. */
export function expressionShape(text: string): string {
  const { program, diagnostics } = parse(`var x = ${text}\n`);
  const [statement] = program.statements;
  const [problem] = diagnostics;
  if (problem !== undefined) return problem.message;
  return statement?.kind === 'var' ? shapeOf(statement.value) : 'no variable';
}

/** The shape of the type of `type x = …`, or its first error. */
export function typeShape(text: string): string {
  const { program, diagnostics } = parse(`type x = ${text}\n`);
  const [statement] = program.statements;
  const [problem] = diagnostics;
  if (problem !== undefined) return problem.message;
  return statement?.kind === 'type' ? shapeOfType(statement.value) : 'no type';
}
