import { type JsonNode, jsonMember } from '../source/json.ts';
import {
  boolValue,
  computedAt,
  defaultAt,
  listValue,
  literalAt,
  nullValue,
  objectValue,
  stringValue,
  withOrigin,
} from '../value/make.ts';
import { numberFromText } from '../value/number.ts';
import type { Origin } from '../value/origin.ts';
import { knownText } from '../value/read.ts';
import type { Resource } from '../value/resource.ts';
import { unknown } from '../value/unknown.ts';
import type { Reference, UnknownValue, Value } from '../value/value.ts';
import type { PlannedResource } from './plan-document.ts';
import type { PlanReferences } from './plan-references.ts';

type Path = readonly (string | number)[];

/** What stands at one place in the values of a resource. */
interface Slot {
  readonly value: JsonNode | undefined;
  readonly unknown: JsonNode | undefined;
  readonly sensitive: JsonNode | undefined;
  /** What the configuration beside the plan gives for it: its places, and the identity of unknowns. */
  readonly configured: Value | undefined;
  /** Where the configuration would set it, when it does not. */
  readonly around: Origin | undefined;
  /** It is a resource or a nested block, which the provider completes. */
  readonly isBlock: boolean;
  /** `configured` is of this very instance, and not of another one of the same block. */
  readonly isOwn: boolean;
  readonly path: Path;
}

/** Lists longer than this are paired with those of the configuration by their order alone. */
const MAX_PAIRED = 100;

/**
 * The values of planned resources: what is known, with unknown values in the places that the plan marks.
 *
 * The plan is right about what a value is, and the configuration knows where it comes from. So a value that
 * both agree on has the origin that the configuration gives it; where they differ (the plan was made with
 * other variables) it points at the argument alone.
 */
export class PlanValues {
  readonly #references: PlanReferences;

  constructor(references: PlanReferences) {
    this.#references = references;
  }

  /** The body of a resource; `configured` is what evaluating the configuration gives for it. */
  body(resource: PlannedResource, declared: Resource | undefined): ReadonlyMap<string, Value> {
    const configured = declared?.body;
    const slot: Slot = {
      value: resource.values,
      unknown: resource.unknown,
      sensitive: resource.sensitive,
      configured,
      around: configured?.origin,
      isBlock: true,
      isOwn: declared?.address === resource.address,
      path: [],
    };
    return this.#entries(slot, resource);
  }

  #value(slot: Slot, resource: PlannedResource): Value {
    const value = this.#plain(slot, resource);
    const isSensitive = slot.sensitive?.kind === 'keyword' && slot.sensitive.value === true;
    return isSensitive ? { ...value, sensitive: true } : value;
  }

  #plain(slot: Slot, resource: PlannedResource): Value {
    const { value, unknown: mark } = slot;
    if (mark?.kind === 'keyword' && mark.value === true) return this.#unknown(slot, resource);
    const origin = slot.configured?.origin ?? slot.around ?? literalAt(value?.range ?? resource.range);
    const isArray = value?.kind === 'array' || (value === undefined && mark?.kind === 'array');
    if (isArray) return listValue(this.#elements(slot, resource), origin, 'list');
    if (value?.kind === 'object' || (value === undefined && mark?.kind === 'object')) {
      return objectValue(this.#entries(slot, resource), origin);
    }
    return placed(scalar(value, origin), slot);
  }

  #entries(slot: Slot, resource: PlannedResource): Map<string, Value> {
    const names = new Set([...namesOf(slot.value), ...namesOf(slot.unknown).filter(isMarked(slot.unknown))]);
    const { configured } = slot;
    const entries = new Map<string, Value>();
    for (const name of [...names].sort()) {
      const own = configured?.kind === 'object' ? configured.entries.get(name) : undefined;
      const below: Slot = {
        value: jsonMember(slot.value, name),
        unknown: jsonMember(slot.unknown, name),
        sensitive: markBelow(slot.sensitive, name),
        configured: own,
        around: omittedAt(slot),
        isBlock: false,
        isOwn: slot.isOwn,
        path: [...slot.path, name],
      };
      const value = this.#value(below, resource);
      // What the configuration leaves out the provider fills in, and it is as absent as without a plan.
      const isOmitted = slot.isBlock && configured?.kind === 'object' && own === undefined && name !== 'id';
      if (value.kind !== 'unknown' || !isOmitted) entries.set(name, value);
    }
    return entries;
  }

  #elements(slot: Slot, resource: PlannedResource): readonly Value[] {
    const [values, marks] = [elements(slot.value), elements(slot.unknown)];
    const length = Math.max(values.length, marks.length);
    const configured = pairs(values, slot.configured);
    const isBlock = slot.configured?.kind === 'list' && slot.configured.collection === 'list';
    return Array.from({ length }, (_, index) =>
      this.#value(
        {
          value: values[index],
          unknown: marks[index],
          sensitive: markBelow(slot.sensitive, index),
          configured: configured(index),
          around: omittedAt(slot),
          isBlock,
          isOwn: slot.isOwn,
          path: [...slot.path, index],
        },
        resource,
      ),
    );
  }

  #unknown({ configured, around, isOwn, path }: Slot, resource: PlannedResource): UnknownValue {
    const { references, reference } = this.#references.of(resource, path);
    const decides = references.length === 0 ? '' : `: it comes from ${references.join(' and ')}`;
    const text = `${resource.address}${pathText(path)} is known only after apply${decides}`;
    const origin = configured?.origin ?? around ?? literalAt(resource.range);
    const given = configured?.kind === 'unknown' ? configured : undefined;
    const known = isOwn ? given : undefined;
    const shared = hasNoKey(given?.reference) ? given?.reference : undefined;
    return unknown({ kind: 'provider', text, range: origin.range }, origin, {
      reference: known?.reference ?? reference ?? shared,
      type: known?.type,
      parts: known?.parts,
      candidates: known?.candidates,
      element: known?.element,
    });
  }
}

/** Whether it is of the only instance of its resource, and so the same for all that refer to it. */
const hasNoKey = (reference: Reference | undefined): boolean =>
  reference !== undefined && reference.instanceUnknown !== true && !reference.address.includes('[');

/** Where something would stand that the configuration leaves out; nowhere when there is no configuration. */
function omittedAt({ configured, around }: Slot): Origin | undefined {
  const origin = configured?.origin ?? around;
  return origin === undefined ? undefined : defaultAt(origin.range);
}

function scalar(node: JsonNode | undefined, origin: Origin): Value {
  switch (node?.kind) {
    case 'string':
      return stringValue(node.value, origin);
    case 'number':
      return numberFromText(node.text, origin);
    case 'keyword':
      return node.value === null ? nullValue(origin) : boolValue(node.value, origin);
    default:
      return nullValue(origin);
  }
}

/** The value as the configuration has it, or at the argument for which the configuration has no such value. */
function placed(value: Value, { configured }: Slot): Value {
  if (configured === undefined || textIn(configured) === textIn(value)) return value;
  return withOrigin(value, computedAt((configured.origin.steps?.step ?? configured.origin).range));
}

function textIn(value: Value): string | undefined {
  if (value.kind === 'null') return 'null';
  return value.kind === 'unknown' ? undefined : knownText(value);
}

/**
 * The elements of the configuration that those of the plan come from. Sets of blocks are in another order
 * in a plan than in the text, so each takes the element that it has most in common with.
 */
function pairs(
  values: readonly JsonNode[],
  configured: Value | undefined,
): (index: number) => Value | undefined {
  if (configured?.kind !== 'list') return () => undefined;
  const { elements: own } = configured;
  if (own.length > MAX_PAIRED || values.length > MAX_PAIRED) return index => own[index];
  const free = new Set(own.keys());
  const chosen = values.map((value, index) => {
    const likeness = (at: number): number => alike(value, own[at]) + (at === index ? 0.5 : 0);
    const [best] = [...free].sort((a, b) => likeness(b) - likeness(a) || a - b);
    if (best !== undefined) free.delete(best);
    return best;
  });
  return index => {
    const at = chosen[index] ?? index;
    return own[at];
  };
}

/** How many scalars are the same in both. */
function alike(node: JsonNode, configured: Value | undefined): number {
  if (configured === undefined) return 0;
  if (node.kind === 'object' && configured.kind === 'object') {
    return node.members.reduce(
      (sum, { name, value }) => sum + alike(value, configured.entries.get(name.value)),
      0,
    );
  }
  if (node.kind === 'array' && configured.kind === 'list') {
    return node.elements.reduce((sum, element, index) => sum + alike(element, configured.elements[index]), 0);
  }
  const text =
    node.kind === 'object' || node.kind === 'array' ? undefined : textIn(scalar(node, configured.origin));
  return text !== undefined && text === textIn(configured) ? 1 : 0;
}

const elements = (node: JsonNode | undefined): readonly JsonNode[] =>
  node?.kind === 'array' ? node.elements : [];

const namesOf = (node: JsonNode | undefined): string[] =>
  node?.kind === 'object' ? node.members.map(({ name }) => name.value) : [];

/** Whether a member of `after_unknown` marks anything: it also mirrors objects and lists that are known. */
const isMarked =
  (marks: JsonNode | undefined) =>
  (name: string): boolean =>
    marksAnything(jsonMember(marks, name));

function marksAnything(node: JsonNode | undefined): boolean {
  if (node?.kind === 'keyword') return node.value === true;
  if (node?.kind === 'array') return node.elements.some(marksAnything);
  return node?.kind === 'object' && node.members.some(({ value }) => marksAnything(value));
}

/** A mark on a collection holds for everything in it. */
function markBelow(mark: JsonNode | undefined, part: string | number): JsonNode | undefined {
  if (mark?.kind === 'keyword') return mark;
  return typeof part === 'number' ? elements(mark)[part] : jsonMember(mark, part);
}

const pathText = (path: Path): string =>
  path.map(part => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
