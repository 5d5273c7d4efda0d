import { SourceFile } from '../../source/file.ts';
import { type SourceRange, textOf } from '../../source/range.ts';
import type { Block, Body, Expression, ObjectExpression, TemplateExpression, TemplatePart } from './ast.ts';
import { parseHclTemplate } from './parser.ts';

/** One thing on which our tree of a file and the JSON of hcl2json differ. */
export interface Difference {
  readonly message: string;
  readonly range: SourceRange;
}

/**
 * Compares our tree with what `@cdktf/hcl2json` prints for the same file: blocks with their labels and
 * order, arguments, literal values, and the source of every other expression. What its JSON does not keep
 * is not compared: the order between types of blocks, a block behind an argument of the same name, digits
 * beyond a double, items of an object with equal keys.
 */
export function agree(file: SourceFile, body: Body, json: unknown): Difference[] {
  const comparison = new Comparison();
  comparison.body(body, json, { file, start: 0, end: file.text.length });
  return comparison.differences;
}

class Comparison {
  readonly differences: Difference[] = [];

  body(body: Body, json: unknown, place: SourceRange): void {
    const members = this.#members(json, place, 'a body');
    if (members === undefined) return;
    const types = new Map<string, Block[]>();
    for (const block of body.blocks) {
      const known = types.get(block.type);
      if (known === undefined) types.set(block.type, [block]);
      else known.push(block);
    }
    for (const { name, nameRange, value } of body.attributes) {
      types.delete(name);
      if (members.has(name)) this.expression(value, members.get(name));
      else this.#differ(`HashiCorp's parser does not see the argument "${name}".`, nameRange);
      members.delete(name);
    }
    for (const [type, blocks] of types) {
      this.#blocks(blocks, 0, members.get(type), place);
      members.delete(type);
    }
    for (const name of members.keys()) {
      this.#differ(`exvet does not see "${name}", which HashiCorp's parser sees here.`, place);
    }
  }

  /** Blocks of one type and equal labels up to `level`. */
  #blocks(blocks: readonly Block[], level: number, json: unknown, place: SourceRange): void {
    const [first] = blocks;
    if (first === undefined) return;
    if (blocks.every(({ labels }) => labels.length === level)) {
      if (!Array.isArray(json) || json.length !== blocks.length) {
        this.#differ(`HashiCorp's parser sees another number of these ${first.type} blocks.`, first.header);
        return;
      }
      for (const [index, block] of blocks.entries()) this.body(block.body, json[index], block.header);
      return;
    }
    const members = this.#members(json, first.header, `the labels of ${first.type} blocks`);
    if (members === undefined) return;
    const byLabel = new Map<string, Block[]>();
    for (const block of blocks) {
      const label = block.labels[level]?.text ?? '';
      const known = byLabel.get(label);
      if (known === undefined) byLabel.set(label, [block]);
      else known.push(block);
    }
    for (const [label, group] of byLabel) {
      this.#blocks(group, level + 1, members.get(label), place);
      members.delete(label);
    }
    for (const label of members.keys()) {
      this.#differ(`exvet does not see the ${first.type} block "${label}", HashiCorp's parser does.`, place);
    }
  }

  expression(ours: Expression, theirs: unknown): void {
    switch (ours.kind) {
      case 'invalid':
        return;
      case 'literal':
        return this.#scalar(ours.value, theirs, ours.range);
      case 'template':
        return this.#template(ours, theirs);
      case 'tuple':
        if (!Array.isArray(theirs) || theirs.length !== ours.elements.length) {
          this.#differ("HashiCorp's parser sees another list here.", ours.range);
          return;
        }
        for (const [index, element] of ours.elements.entries()) this.expression(element, theirs[index]);
        return;
      case 'object':
        return this.#object(ours, theirs);
      case 'unary':
        // It folds the sign of a number.
        if (typeof theirs === 'number' || typeof theirs === 'boolean') return this.#folded(ours, theirs);
        return this.#source(ours, theirs);
      default:
        return this.#source(ours, theirs);
    }
  }

  #scalar(value: null | boolean | { readonly number: string }, theirs: unknown, range: SourceRange): void {
    const same =
      typeof value === 'object' && value !== null ? isNumber(value.number, theirs) : value === theirs;
    if (!same) this.#differ(`HashiCorp's parser reads ${JSON.stringify(theirs)} here.`, range);
  }

  #folded(ours: Expression, theirs: number | boolean): void {
    const value = constant(ours);
    if (value !== undefined && value !== theirs) {
      this.#differ(`HashiCorp's parser reads ${JSON.stringify(theirs)} here.`, ours.range);
    }
  }

  #template(ours: TemplateExpression, theirs: unknown): void {
    const [only] = ours.parts;
    if (ours.parts.length === 1 && only?.kind === 'interpolation') return this.#unwrapped(only.value, theirs);
    if (typeof theirs !== 'string') {
      this.#differ(`HashiCorp's parser reads ${JSON.stringify(theirs)} here.`, ours.range);
      return;
    }
    // It writes a literal in an interpolation as plain text, so the pieces cannot be told apart any more.
    if (ours.parts.some(holdsConstant)) return;
    const { template } = parseHclTemplate(new SourceFile('', theirs));
    // It leaves out the newline that a heredoc inside a sequence needs; then there is nothing to compare.
    if (template === undefined && textOf(ours.range).includes('<<')) return;
    if (template === undefined || outline(template.parts) !== outline(ours.parts)) {
      this.#differ(`HashiCorp's parser reads ${JSON.stringify(theirs)} here.`, ours.range);
    }
  }

  /** `"${x}"`: it prints a literal x as such, and everything else by its source. */
  #unwrapped(inner: Expression, theirs: unknown): void {
    if (isConstant(inner)) this.expression(inner, theirs);
    else this.#source(inner, theirs);
  }

  #object(ours: ObjectExpression, theirs: unknown): void {
    const members = this.#members(theirs, ours.range, 'an object');
    if (members === undefined) return;
    // Of equal keys the last one counts, and only keys that are plain text can be compared.
    const literal = new Map<string, Expression>();
    for (const { key, value } of ours.items) {
      const name = plainText(key);
      if (name !== undefined) literal.set(name, value);
    }
    for (const [name, value] of literal) {
      if (members.has(name)) this.expression(value, members.get(name));
      else this.#differ(`HashiCorp's parser does not see the key "${name}".`, value.range);
    }
    if (ours.items.every(({ key }) => plainText(key) !== undefined) && members.size !== literal.size) {
      this.#differ("HashiCorp's parser sees other keys in this object.", ours.range);
    }
  }

  #source(ours: Expression, theirs: unknown): void {
    const source = textOf(ours.range);
    if (typeof theirs === 'string' && sameSource(theirs, `\${${source}}`)) return;
    this.#differ(`HashiCorp's parser reads ${JSON.stringify(theirs)} here.`, ours.range);
  }

  #members(json: unknown, place: SourceRange, what: string): Map<string, unknown> | undefined {
    if (typeof json === 'object' && json !== null && !Array.isArray(json))
      return new Map(Object.entries(json));
    this.#differ(`HashiCorp's parser does not see ${what} here.`, place);
    return undefined;
  }

  #differ(message: string, range: SourceRange): void {
    this.differences.push({ message: `The two readers differ. ${message}`, range });
  }
}

/** Numbers go through a double in its JSON; one that is too large is infinite, or null when it is printed. */
function isNumber(text: string, theirs: unknown): boolean {
  const value = Number(text);
  return theirs === value || (theirs === null && !Number.isFinite(value));
}

function constant(ours: Expression): number | boolean | undefined {
  if (ours.kind === 'parentheses') return constant(ours.inner);
  if (ours.kind === 'literal') {
    if (ours.value === null) return undefined;
    return typeof ours.value === 'boolean' ? ours.value : Number(ours.value.number);
  }
  if (ours.kind !== 'unary') return undefined;
  const operand = constant(ours.operand);
  if (ours.operator === '!') return typeof operand === 'boolean' ? !operand : undefined;
  return typeof operand === 'number' ? -operand : undefined;
}

const isConstant = (expression: Expression): boolean =>
  expression.kind === 'literal' ||
  expression.kind === 'unary' ||
  (expression.kind === 'template' &&
    expression.parts.every(
      part => part.kind === 'text' || (part.kind === 'interpolation' && isConstant(part.value)),
    ));

function holdsConstant(part: TemplatePart): boolean {
  switch (part.kind) {
    case 'text':
      return false;
    case 'interpolation':
      return isConstant(part.value);
    case 'if':
      return part.then.some(holdsConstant) || part.else.some(holdsConstant);
    case 'for':
      return part.body.some(holdsConstant);
  }
}

function plainText(key: Expression): string | undefined {
  if (key.kind !== 'template' || key.parts.length !== 1) return undefined;
  const [part] = key.parts;
  return part?.kind === 'text' ? part.text : undefined;
}

/**
 * The texts of a template and the kinds of what stands between them, in the form that survives its
 * printing: there a conditional is the same as an `%{ if }`, and a template inside another is part of it.
 */
function outline(parts: readonly TemplatePart[]): string {
  let text = '';
  for (const part of parts) {
    if (part.kind === 'text') text += JSON.stringify(part.text).slice(1, -1);
    else if (part.kind === 'interpolation') text += outlineOfValue(part.value);
    else if (part.kind === 'if') text += `<if ${outline(part.then)}><else ${outline(part.else)}>`;
    else text += `<for ${part.keyName ?? ''},${part.valueName} ${outline(part.body)}>`;
  }
  return text;
}

function outlineOfValue(value: Expression): string {
  if (value.kind === 'template') return outline(value.parts);
  if (value.kind !== 'conditional') return '<value>';
  return `<if ${outlineOfValue(value.then)}><else ${outlineOfValue(value.else)}>`;
}

const sameSource = (one: string, other: string): boolean =>
  one === other ||
  one.replaceAll(/\s/g, '').normalize('NFC') === other.replaceAll(/\s/g, '').normalize('NFC');
