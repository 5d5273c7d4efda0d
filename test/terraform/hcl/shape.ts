import type { Diagnostic } from '../../../src/source/diagnostic.ts';
import { SourceFile } from '../../../src/source/file.ts';
import { locationOf, textOf } from '../../../src/source/range.ts';
import type { Body, Expression, TemplatePart } from '../../../src/terraform/hcl/ast.ts';
import { parseHcl, parseHclExpression } from '../../../src/terraform/hcl/parser.ts';

/**
 * Trees in one line: names and numbers as they are, texts in quotes, everything else as `(kind …)`.
 * `a + b.c` is `(+ a (. b c))`.
 */
export function shapeOf(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return typeof expression.value === 'object' && expression.value !== null
        ? expression.value.number
        : String(expression.value);
    case 'template':
      return `(template${expression.parts.map(part => ` ${shapeOfPart(part)}`).join('')})`;
    case 'variable':
      return expression.name;
    case 'attribute':
      return `(. ${shapeOf(expression.object)} ${expression.name})`;
    case 'index':
      return `([] ${shapeOf(expression.object)} ${shapeOf(expression.index)})`;
    case 'splat':
      return `(splat ${shapeOf(expression.object)} ${shapeOf(expression.each)})`;
    case 'call':
      return `(${[expression.name, ...expression.arguments.map(shapeOf)].join(' ')}${expression.expandFinal ? '...' : ''})`;
    case 'unary':
      return `(${expression.operator} ${shapeOf(expression.operand)})`;
    case 'binary':
      return `(${expression.operator} ${shapeOf(expression.left)} ${shapeOf(expression.right)})`;
    case 'conditional':
      return `(? ${shapeOf(expression.condition)} ${shapeOf(expression.then)} ${shapeOf(expression.else)})`;
    case 'tuple':
      return `[${expression.elements.map(shapeOf).join(' ')}]`;
    case 'object':
      return `{${expression.items.map(({ key, value }) => `${shapeOf(key)}=${shapeOf(value)}`).join(' ')}}`;
    case 'for': {
      const names = [expression.keyName, expression.valueName].filter(name => name !== undefined).join(',');
      const key = expression.key === undefined ? '' : `${shapeOf(expression.key)} => `;
      const condition = expression.condition === undefined ? '' : ` if ${shapeOf(expression.condition)}`;
      const group = expression.group ? '...' : '';
      return `(for ${expression.result} ${names} in ${shapeOf(expression.collection)}: ${key}${shapeOf(expression.value)}${group}${condition})`;
    }
    case 'parentheses':
      return `(${shapeOf(expression.inner)})`;
    case 'invalid':
      return '<invalid>';
  }
}

function shapeOfPart(part: TemplatePart): string {
  switch (part.kind) {
    case 'text':
      return JSON.stringify(part.text);
    case 'interpolation':
      return `\${${shapeOf(part.value)}}`;
    case 'if':
      return `(if ${[shapeOf(part.condition), ...part.then.map(shapeOfPart)].join(' ')} else${part.else.map(item => ` ${shapeOfPart(item)}`).join('')})`;
    case 'for': {
      const names = [part.keyName, part.valueName].filter(name => name !== undefined).join(',');
      return `(for ${names} in ${shapeOf(part.collection)}:${part.body.map(item => ` ${shapeOfPart(item)}`).join('')})`;
    }
  }
}

/** The shape of a text that is one expression, or its first error. */
export function expressionShape(text: string): string {
  const { expression, diagnostics } = parseHclExpression(new SourceFile('x.tf', text));
  const [first] = diagnostics;
  return first === undefined ? shapeOf(expression) : (errorsOf(diagnostics)[0] ?? '');
}

/** A body as lines: `name = shape`, `type labels {`, indented. */
export function bodyLines(body: Body, indent = ''): string[] {
  const lines = body.attributes.map(({ name, value }) => `${indent}${name} = ${shapeOf(value)}`);
  for (const block of body.blocks) {
    lines.push(`${indent}${[block.type, ...block.labels.map(label => label.text)].join(' ')}`);
    lines.push(...bodyLines(block.body, `${indent}  `));
  }
  return lines;
}

/** A file's body as lines, and its errors as `line:column message`. */
export function read(text: string): { lines: string[]; errors: string[] } {
  const { body, diagnostics } = parseHcl(new SourceFile('main.tf', text));
  return { lines: bodyLines(body), errors: errorsOf(diagnostics) };
}

export function errorsOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ range, message }) => {
    if (range === undefined) return message;
    const { startLine, startColumn } = locationOf(range);
    return `${startLine}:${startColumn} ${message}`;
  });
}

/** The texts that the ranges of a tree stand for, kinds in front. */
export function rangesIn(expression: Expression): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else if (typeof value === 'object' && value !== null) {
      if ('kind' in value && 'range' in value)
        found.push(`${String(value.kind)} ${textOfUnknown(value.range)}`);
      for (const [key, child] of Object.entries(value))
        if (!key.toLowerCase().endsWith('range')) visit(child);
    }
  };
  visit(expression);
  return found;
}

function textOfUnknown(range: unknown): string {
  if (typeof range !== 'object' || range === null) return '';
  if (!('file' in range && 'start' in range && 'end' in range)) return '';
  const { file, start, end } = range;
  if (!(file instanceof SourceFile) || typeof start !== 'number' || typeof end !== 'number') return '';
  return textOf({ file, start, end });
}
