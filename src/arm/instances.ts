import type { JsonNode, JsonObject } from '../source/json.ts';
import { computedAt, literalAt, stringValue } from '../value/make.ts';
import { textWithGaps } from '../value/resource-id.ts';
import { joinText } from '../value/text.ts';
import { type Reason, unknown } from '../value/unknown.ts';
import type { UnknownValue, Value } from '../value/value.ts';
import { addressInId, addressOf, addressUnder, isRelativeId } from './address.ts';
import { copyCount, loopIndex, unknownIndex } from './copy.ts';
import { evaluateExpression, evaluateNode } from './evaluate.ts';
import { isOpen, turnsOf as turnsOfFor } from './for.ts';
import type { Frame, Loop } from './frame.ts';
import { asName } from './functions/text.ts';
import { isLoweredLoop, type LoweredLoop } from './lowered.ts';
import { member, objectMember } from './members.ts';
import { scopeText } from './target.ts';

/**
 * One instance of a resource that a template declares, named but with its body not evaluated yet: names
 * cannot depend on other resources, bodies can.
 */
export interface Instance {
  readonly node: JsonObject;
  /** Sees the loop of the resource. */
  readonly frame: Frame;
  /** With the types and names of the resources around it. */
  readonly type: Value;
  readonly name: Value;
  /** Below the scope of the deployment. */
  readonly address: string;
  readonly symbol: string | undefined;
  readonly loop: string | undefined;
  readonly key: number | undefined;
  /** Its `condition` is not false. */
  readonly deployed: boolean;
  readonly existing: boolean;
  readonly uncertain: readonly Reason[];
}

/** All instances that the `resources` of a template declare, children after their parents. */
export function declareInstances(resources: JsonNode | undefined, frame: Frame, into: Instance[]): void {
  declareAll(resources, frame, undefined, into);
}

function declareAll(
  resources: JsonNode | undefined,
  frame: Frame,
  parent: Instance | undefined,
  into: Instance[],
): void {
  const { run } = frame.template;
  if (resources === undefined) return;
  if (resources.kind === 'object') {
    for (const { name, value } of resources.members) declareResource(value, frame, parent, name.value, into);
  } else if (resources.kind === 'array') {
    for (const element of resources.elements) declareResource(element, frame, parent, undefined, into);
  } else run.report('arm-template', "'resources' must be an array or an object.", resources.range);
}

function declareResource(
  node: JsonNode,
  frame: Frame,
  parent: Instance | undefined,
  symbol: string | undefined,
  into: Instance[],
): void {
  const { run } = frame.template;
  if (node.kind !== 'object') {
    run.report('arm-template', 'A resource must be an object.', node.range);
    return;
  }
  for (const name of isOfExtension(node) ? ['type'] : ['type', 'name']) {
    if (member(node, name) !== undefined) continue;
    run.report('arm-template', `The resource has no '${name}'.`, {
      ...node.range,
      end: node.range.start + 1,
    });
  }
  for (const turn of turnsOf(node, frame)) {
    if (!run.countInstance(node.range)) return;
    const instance = instanceOf(node, turn, parent, symbol);
    into.push(instance);
    declareAll(member(node, 'resources'), instance.frame, instance, into);
  }
}

/** Resources of other platforms have no name of their own (`languageVersion` 2.0, "extensions"). */
const isOfExtension = (node: JsonObject): boolean =>
  member(node, 'import') !== undefined || member(node, 'extension') !== undefined;

/** One pass of a resource's loop; a resource without one has a single pass. */
interface Turn {
  readonly frame: Frame;
  readonly loop: string | undefined;
  readonly key: number | undefined;
  readonly uncertain: readonly Reason[];
}

function turnsOf(node: JsonObject, frame: Frame): readonly Turn[] {
  const copy = objectMember(node, 'copy');
  if (copy !== undefined && isLoweredLoop(copy)) return turnsOfLoop(copy, frame);
  const countNode = member(copy, 'count');
  if (copy === undefined) return [{ frame, loop: undefined, key: undefined, uncertain: [] }];
  if (countNode === undefined) {
    frame.template.run.report('arm-template', "The copy has no 'count'.", copy.range);
    return [{ frame, loop: undefined, key: undefined, uncertain: [] }];
  }
  const nameNode = member(copy, 'name');
  const name = nameNode === undefined ? 'copy' : textWithGaps(evaluateNode(nameNode, frame));
  const count = copyCount(evaluateNode(countNode, frame), countNode.range, frame);
  const inLoop = (index: Value): Frame => {
    const loop: Loop = { name, kind: 'resource', index };
    return { ...frame, loops: [...frame.loops, loop] };
  };
  if (typeof count !== 'number') {
    const index = unknownIndex(name, count, countNode.range);
    return [{ frame: inLoop(index), loop: name, key: undefined, uncertain: count.reasons }];
  }
  return Array.from({ length: count }, (_, key) => ({
    frame: inLoop(loopIndex(key, countNode.range)),
    loop: name,
    key,
    uncertain: [],
  }));
}

function turnsOfLoop({ name, collection, item, index }: LoweredLoop, frame: Frame): readonly Turn[] {
  const { range } = collection;
  const value = evaluateExpression(collection, frame);
  const turns = turnsOfFor({ name, collection: value, item, index, range }, frame);
  return isOpen(turns)
    ? [{ ...turns.any, loop: name, uncertain: turns.open.reasons }]
    : turns.map(turn => ({ ...turn, loop: name, uncertain: [] }));
}

function instanceOf(
  node: JsonObject,
  turn: Turn,
  parent: Instance | undefined,
  symbol: string | undefined,
): Instance {
  const { frame, loop, key } = turn;
  const condition = conditionOf(node, frame);
  const identity = (): readonly [Value, Value, string] => {
    const type = typeOf(node, frame, parent);
    const name = nameOf(node, frame, parent, type);
    return [type, name, scopedAddress(node, frame, addressOf(textWithGaps(type), textWithGaps(name)))];
  };
  const { run } = frame.template;
  const [type, name, address] = condition === false ? run.speculate(identity) : identity();
  const uncertain = condition !== false && condition !== true ? condition.reasons : [];
  return {
    node,
    frame,
    type,
    name,
    address,
    symbol,
    loop,
    key,
    deployed: condition !== false,
    existing: isExisting(node),
    uncertain: [...turn.uncertain, ...uncertain],
  };
}

function conditionOf(node: JsonObject, frame: Frame): boolean | UnknownValue {
  const conditionNode = member(node, 'condition');
  if (conditionNode === undefined) return true;
  const condition = evaluateNode(conditionNode, frame);
  if (condition.kind === 'unknown') return condition;
  if (condition.kind === 'bool') return condition.value;
  // Resource Manager converts the texts 'true' and 'false'.
  if (condition.kind === 'string' && /^(true|false)$/i.test(condition.value)) {
    return condition.value.toLowerCase() === 'true';
  }
  return frame.template.run.broken('arm-template', 'A condition must be a bool.', conditionNode.range);
}

/** A child's type stands below its parent's; one with a namespace of its own extends the parent. */
function typeOf(node: JsonObject, frame: Frame, parent: Instance | undefined): Value {
  const written = requiredText(node, 'type', frame);
  if (parent === undefined || isFullType(written, parent)) return written;
  const provider = /^[\w-]+\.[\w.-]+\//.test(textWithGaps(written)) ? '/providers/' : '/';
  return joinText([asName(parent.type), provider, asName(written)], written.origin);
}

/** Some templates repeat the parent's type in a child. */
const isFullType = (type: Value, parent: Instance): boolean =>
  textWithGaps(type)
    .toLowerCase()
    .startsWith(`${textWithGaps(parent.type).toLowerCase()}/`);

function nameOf(node: JsonObject, frame: Frame, parent: Instance | undefined, type: Value): Value {
  const written = requiredText(node, 'name', frame);
  if (parent === undefined) return written;
  const needed = textWithGaps(type).split('/').length - 1;
  const isWhole = textWithGaps(written).split('/').length === needed;
  return isWhole ? written : joinText([asName(parent.name), '/', asName(written)], written.origin);
}

function requiredText(node: JsonObject, name: string, frame: Frame): Value {
  const found = member(node, name);
  if (found === undefined) {
    const text = `the resource has no '${name}'`;
    return unknown(
      { kind: 'error', text, range: node.range },
      computedAt({ ...node.range, end: node.range.start + 1 }),
    );
  }
  const value = evaluateNode(found, frame);
  if (value.kind === 'string' || value.kind === 'unknown') return value;
  if (value.kind === 'number' || value.kind === 'bool')
    return stringValue(textWithGaps(value), literalAt(found.range));
  return frame.template.run.broken(
    'arm-template',
    `The '${name}' of a resource must be a string.`,
    found.range,
  );
}

/** With a `scope` the resource extends another one. */
function scopedAddress(node: JsonObject, frame: Frame, address: string): string {
  const scopeNode = member(node, 'scope');
  if (scopeNode === undefined) return groupedAddress(node, frame, address);
  const scope = evaluateNode(scopeNode, frame);
  const found = frame.template.locate(scope);
  if (found !== undefined) return addressUnder(found, address);
  const text = textWithGaps(scope);
  if (text === '/' || text === '') return address;
  return addressUnder(isRelativeId(text) ? text : (addressInId(text) ?? text), address);
}

/** An existing resource can be in another resource group than the one deployed to. */
function groupedAddress(node: JsonObject, frame: Frame, address: string): string {
  if (!isExisting(node)) return address;
  const read = (name: string): Value | undefined => {
    const found = member(node, name);
    return found === undefined ? undefined : evaluateNode(found, frame);
  };
  const scope = scopeText(read('subscriptionId'), read('resourceGroup'));
  return scope === '' ? address : addressUnder(scope, address);
}

function isExisting(node: JsonObject): boolean {
  const existing = member(node, 'existing');
  return existing?.kind === 'keyword' && existing.value === true;
}
