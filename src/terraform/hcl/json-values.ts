import type { Diagnostic } from '../../source/diagnostic.ts';
import type { SourceFile } from '../../source/file.ts';
import type { JsonNode, JsonNumber, JsonObject, JsonString } from '../../source/json.ts';
import type { Expression, ObjectItem, TemplateExpression } from './ast.ts';
import { parseDecodedExpression, parseDecodedTemplate } from './parser.ts';
import type { RangeOf } from './tokens.ts';

/**
 * What the strings of a JSON value are: templates, plain texts (the default of a variable), or expressions
 * of the native syntax (`depends_on`, the type of a variable).
 */
export type Strings = 'template' | 'literal' | 'expression';

/**
 * Where JSON comes from. Terraform's JSON syntax has the three kinds of strings and exact places; what
 * hcl2json prints has templates only, and no places but those it is given.
 */
export interface JsonOrigin {
  readonly file: SourceFile;
  readonly printedByHcl2json: boolean;
  /** Where a stretch of a decoded string stands in the file. */
  readonly within: (node: JsonString) => RangeOf;
}

/** Reads JSON values as expressions (Terraform documentation, "JSON Configuration Syntax", "Expression Mapping"). */
export class JsonValues {
  readonly diagnostics: Diagnostic[] = [];
  readonly #origin: JsonOrigin;

  constructor(origin: JsonOrigin) {
    this.#origin = origin;
  }

  expression(node: JsonNode, strings: Strings): Expression {
    const range = node.range;
    switch (node.kind) {
      case 'keyword':
        return { kind: 'literal', value: node.value, range };
      case 'number':
        return numberExpression(node);
      case 'string':
        return this.#string(node, strings);
      case 'array':
        return {
          kind: 'tuple',
          elements: node.elements.map(element => this.expression(element, strings)),
          range,
        };
      case 'object':
        return { kind: 'object', items: this.#items(node, strings), range };
    }
  }

  #items(node: JsonObject, strings: Strings): ObjectItem[] {
    return node.members.map(({ name, value }) => ({
      key: strings === 'template' ? this.#template(name) : asText(name),
      value: this.expression(value, strings),
    }));
  }

  #string(node: JsonString, strings: Strings): Expression {
    if (this.#origin.printedByHcl2json) {
      const template = this.#template(node);
      return strings === 'expression' ? unwrapped(template) : template;
    }
    if (strings === 'literal') return asText(node);
    if (strings === 'template') return this.#template(node);
    const { expression, diagnostics } = parseDecodedExpression(
      this.#origin.file,
      node.value,
      this.#origin.within(node),
    );
    this.diagnostics.push(...diagnostics);
    return expression;
  }

  #template(node: JsonString): Expression {
    if (!node.value.includes('{')) return asText(node);
    const { template, diagnostics } = parseDecodedTemplate(
      this.#origin.file,
      node.value,
      this.#origin.within(node),
    );
    this.diagnostics.push(...diagnostics);
    return template === undefined
      ? { kind: 'invalid', range: node.range }
      : { ...template, range: node.range };
  }
}

function asText({ value, range }: JsonString): TemplateExpression {
  const inside = { ...range, start: range.start + 1, end: Math.max(range.start + 1, range.end - 1) };
  return { kind: 'template', parts: [{ kind: 'text', text: value.normalize('NFC'), range: inside }], range };
}

function numberExpression({ text, range }: JsonNumber): Expression {
  if (!text.startsWith('-')) return { kind: 'literal', value: { number: text }, range };
  const operand: Expression = {
    kind: 'literal',
    value: { number: text.slice(1) },
    range: { ...range, start: Math.min(range.start + 1, range.end) },
  };
  return { kind: 'unary', operator: '-', operand, range };
}

function unwrapped(expression: Expression): Expression {
  if (expression.kind !== 'template' || expression.parts.length !== 1) return expression;
  const [part] = expression.parts;
  return part?.kind === 'interpolation' ? part.value : expression;
}
