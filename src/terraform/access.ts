import { didYouMean } from '../source/spelling.ts';
import { takenFrom } from '../value/make.ts';
import { isWhole, numberText } from '../value/number.ts';
import type { Type } from '../value/type.ts';
import { unknown, unknownFrom } from '../value/unknown.ts';
import type { KnownValue, ListValue, ObjectValue, Reference, UnknownValue, Value } from '../value/value.ts';
import { OpenEntries } from './open-object.ts';
import { isProblem, Problem } from './problem.ts';
import { convert, typeOf, typeText, unify } from './types.ts';

/** `value.name`: an attribute of an object or an element of a map. */
export function attributeOf(value: Value, name: string): Value | Problem {
  switch (value.kind) {
    case 'object':
      return entryOf(value, name);
    case 'unknown':
      return partOfUnknown(value, name);
    case 'null':
      return new Problem('This value is null, so it does not have any attributes');
    case 'list':
      return new Problem(
        `This value is a ${value.collection}: it has no attribute "${name}", only its elements may have it; write [*].${name} or an index`,
      );
    default:
      return new Problem(`This value is a ${value.kind}, so it does not have the attribute "${name}"`);
  }
}

function entryOf(object: ObjectValue, name: string): Value | Problem {
  const entry = object.entries.get(name);
  if (entry !== undefined) return takenFrom(entry, object);
  const what = object.collection === 'map' ? 'This map has no element' : 'This object has no attribute';
  return new Problem(`${what} "${name}".${didYouMean(name, object.entries.keys(), '"')}`);
}

/** `value[key]`. */
export function elementOf(value: Value, key: Value): Value | Problem {
  if (value.kind === 'null') return new Problem('This value is null, so it does not have any elements');
  if (key.kind === 'null') return new Problem('The index must not be null');
  if (value.kind === 'unknown') return elementOfUnknown(value, key);
  if (value.kind !== 'list' && value.kind !== 'object') {
    return new Problem(`This value is a ${value.kind}, so it does not have any elements`);
  }
  if (value.kind === 'list' && value.collection === 'set') {
    return new Problem('Elements of a set are identified only by their value: a set cannot be indexed');
  }
  if (key.kind === 'unknown') return someElement(value, key);
  const element = value.kind === 'list' ? listElement(value, key) : objectElement(value, key);
  return isProblem(element) && key.sensitive === true
    ? new Problem(`This ${value.collection} has no element for the index, which is secret`)
    : element;
}

function listElement(list: ListValue, key: Value): Value | Problem {
  const index = convert(key, { kind: 'number' });
  if (isProblem(index) || index.kind !== 'number') {
    return new Problem(`The index of a ${list.collection} must be a number`);
  }
  if (!isWhole(index) || index.value < 0) {
    return new Problem(`The index ${numberText(index)} is not a whole number from 0 on`);
  }
  const element = list.elements[index.value];
  if (element !== undefined) return takenFrom(element, list);
  const size = list.elements.length === 1 ? '1 element' : `${list.elements.length} elements`;
  return new Problem(`The index ${numberText(index)} is out of range: the ${list.collection} has ${size}`);
}

function objectElement(object: ObjectValue, key: Value): Value | Problem {
  const name = convert(key, { kind: 'string' });
  if (isProblem(name) || name.kind !== 'string') {
    return new Problem(`The key of a ${object.collection} must be a string, not ${typeText(typeOf(key))}`);
  }
  return entryOf(object, name.value);
}

/** Beyond these many, a list of what a value may be serves nobody. */
const MAX_CANDIDATES = 64;

/** An element by an unknown key is one of the elements; if they are resources, it is one of those. */
function someElement(container: ListValue | ObjectValue, key: UnknownValue): Value {
  const elements = container.kind === 'list' ? container.elements : [...container.entries.values()];
  const primitives = elements.filter(isPrimitiveValue);
  const [first] = elements;
  const reference: Reference | undefined =
    first?.kind === 'object' && first.entries instanceof OpenEntries
      ? { address: first.entries.collectionAddress, path: first.entries.path, instanceUnknown: true }
      : undefined;
  const candidates =
    primitives.length === elements.length && elements.length <= MAX_CANDIDATES ? primitives : undefined;
  return unknownFrom([key], container.origin, {
    type: unify(elements.map(typeOf)),
    candidates: candidates === undefined || candidates.length === 0 ? undefined : candidates,
    reference,
    sensitive: container.sensitive === true || key.sensitive === true,
  });
}

const isPrimitiveValue = (value: Value): value is KnownValue =>
  value.kind === 'string' || value.kind === 'number' || value.kind === 'bool' || value.kind === 'null';

function elementOfUnknown(value: UnknownValue, key: Value): Value | Problem {
  const type = value.type;
  if (type?.kind === 'set') {
    return new Problem('Elements of a set are identified only by their value: a set cannot be indexed');
  }
  if (value.element !== undefined) return takenFrom(value.element, value);
  if (key.kind === 'unknown') {
    return unknownFrom([value, key], value.origin, { type: elementType(type), sensitive: value.sensitive });
  }
  const name = convert(key, { kind: 'string' });
  if (isProblem(name) || name.kind !== 'string') return new Problem('The key must be a string or a number');
  const whole = key.kind === 'number' && isWhole(key);
  return partOfUnknown(value, whole ? key.value : name.value);
}

/** An attribute or element of something unknown: still identified when the whole is. */
function partOfUnknown(value: UnknownValue, name: string | number): UnknownValue | Problem {
  const type = partType(value.type, name);
  if (isProblem(type)) return type;
  return unknown(value.reasons, value.origin, {
    type,
    reference: value.reference === undefined ? undefined : partOfReference(value.reference, name),
    sensitive: value.sensitive,
  });
}

/** `r[0]` of a resource whose instances are unknown selects an instance; it is no step into the resource. */
const partOfReference = (reference: Reference, name: string | number): Reference =>
  reference.instanceUnknown === true && reference.path.length === 0 && typeof name === 'number'
    ? reference
    : { ...reference, path: [...reference.path, name] };

const elementType = (type: Type | undefined): Type | undefined =>
  type?.kind === 'list' || type?.kind === 'set' || type?.kind === 'map' ? type.element : undefined;

function partType(type: Type | undefined, name: string | number): Type | undefined | Problem {
  switch (type?.kind) {
    case 'object': {
      const attribute = type.attributes.get(String(name));
      if (attribute !== undefined) return attribute.type;
      return new Problem(
        `This object has no attribute "${name}".${didYouMean(String(name), type.attributes.keys(), '"')}`,
      );
    }
    case 'map':
      return type.element;
    case 'list':
      return typeof name === 'number' || /^\d+$/.test(name)
        ? type.element
        : new Problem(`This value is a list: it has no attribute "${name}"`);
    case 'tuple':
      return type.elements[Number(name)] ?? new Problem(`The tuple has no element ${name}`);
    case 'string':
    case 'number':
    case 'bool':
      return new Problem(`This value is a ${type.kind}, so it does not have the attribute "${name}"`);
    case 'set':
      return new Problem('A set has no attributes');
    default:
      return undefined;
  }
}

/** What each element of an unknown collection looks like: for splats and `for` expressions over it. */
export function elementOfAny(collection: UnknownValue): UnknownValue | Value {
  if (collection.element !== undefined) return takenFrom(collection.element, collection);
  const { type, reference } = collection;
  const element = type?.kind === 'object' || type?.kind === 'tuple' ? undefined : elementType(type);
  const isInstances = reference?.instanceUnknown === true && reference.path.length === 0;
  return unknown(collection.reasons, collection.origin, {
    type: element,
    reference: isInstances ? reference : undefined,
    sensitive: collection.sensitive,
  });
}
