import { computedAt, listValue, literalAt, objectValue, passedThrough, takenFrom } from '../value/make.ts';
import { unknownFrom } from '../value/unknown.ts';
import type { ObjectValue, UnknownValue, Value } from '../value/value.ts';
import { elementOfAny } from './access.ts';
import { bodyAttribute, generatedType } from './configuration.ts';
import { evaluate } from './expression.ts';
import type { Attribute, Block, Body, Expression } from './hcl/ast.ts';
import { elementsOf } from './iteration.ts';
import { bind, type Scope } from './scope.ts';
import { sortedEntries } from './types.ts';

/** The value of an argument, with the hand-over to the resource as its last step. */
export const argumentValue = (attribute: Attribute, scope: Scope): Value =>
  passedThrough(evaluate(attribute.value, scope), {
    range: attribute.range,
    text: `argument ${attribute.name}`,
  });

/**
 * Nested blocks of one type, the static and the generated ones in the order in which they are written, as a
 * list of objects. Of a `dynamic` block that cannot be known how many it generates, what is known stands as
 * `more` beside the others, and alone when there are no others.
 */
export function blocksValue(type: string, body: Body, scope: Scope): Value {
  const blocks = body.blocks.filter(block => generatedType(block) === type);
  const elements: Value[] = [];
  const unknowns: UnknownValue[] = [];
  for (const block of blocks) {
    const produced = block.type === 'dynamic' ? generate(block, type, scope) : [blockObject(block, scope)];
    if ('kind' in produced) unknowns.push(produced);
    else elements.push(...produced);
  }
  const [first] = blocks;
  const origin = literalAt(first?.header ?? body.range);
  const list = listValue(elements, origin, 'list');
  const [unknownBlocks, ...others] = unknowns;
  if (unknownBlocks === undefined) return list;
  const element = others.length === 0 ? unknownBlocks.element : undefined;
  const more = unknownFrom(unknowns, origin, { element });
  return elements.length === 0 ? more : { ...list, more };
}

/** The arguments and nested blocks of a nested block; names such as `count` mean nothing special here. */
function blockObject(block: Block, scope: Scope): ObjectValue {
  const entries = new Map<string, Value>();
  for (const attribute of block.body.attributes) entries.set(attribute.name, argumentValue(attribute, scope));
  for (const type of blockTypes(block.body)) entries.set(type, blocksValue(type, block.body, scope));
  return objectValue(sortedEntries(entries), literalAt(block.header), 'object');
}

export const blockTypes = (body: Body): ReadonlySet<string> => new Set(body.blocks.map(generatedType));

/** The blocks that a `dynamic` block generates. */
function generate(block: Block, type: string, scope: Scope): readonly Value[] | UnknownValue {
  const forEach = bodyAttribute(block.body, 'for_each');
  const content = block.body.blocks.find(inner => inner.type === 'content');
  if (forEach === undefined || content === undefined) {
    const message = `A dynamic block needs ${forEach === undefined ? 'for_each' : 'a content block'}`;
    return scope.problems.failed('terraform-structure', message, block.header);
  }
  const iterator = iteratorName(bodyAttribute(block.body, 'iterator')?.value) ?? type;
  const collection = evaluate(forEach.value, scope);
  const generated = (key: Value, value: Value): ObjectValue => {
    const names = objectValue(
      [
        ['key', key],
        ['value', value],
      ],
      computedAt(forEach.value.range),
    );
    return blockObject({ ...content, header: block.header }, bind(scope, iterator, names));
  };
  if (collection.kind === 'null') {
    return scope.problems.failed('terraform-type', 'for_each must not be null', forEach.value.range);
  }
  const elements = elementsOf(collection, forEach.value.range, scope);
  if (!('kind' in elements)) {
    return elements.map(({ key, value }) => generated(key, takenFrom(value, collection)));
  }
  const origin = computedAt(forEach.range, [collection]);
  const key = unknownFrom([elements], origin);
  return unknownFrom([elements], origin, { element: generated(key, elementOfAny(elements)) });
}

function iteratorName(expression: Expression | undefined): string | undefined {
  if (expression?.kind === 'variable') return expression.name;
  const [part] = expression?.kind === 'template' ? expression.parts : [];
  return part?.kind === 'text' ? part.text : undefined;
}
