import type { JsonNode, JsonObject } from '../source/json.ts';
import type { SourceRange } from '../source/range.ts';
import { didYouMean } from '../source/spelling.ts';
import { computedAt } from '../value/make.ts';
import { bigOf, isWhole } from '../value/number.ts';
import { ANY, BOOL, NUMBER, STRING, type Type } from '../value/type.ts';
import { unknown } from '../value/unknown.ts';
import {
  isKnown,
  isWhollyKnown,
  type KnownValue,
  type ListValue,
  type ObjectValue,
  type Value,
} from '../value/value.ts';
import { entryOf, equality } from './equality.ts';
import { isLoweredText } from './lowered.ts';
import { member, memberNamed, textMember } from './members.ts';
import { plainValue } from './plain.ts';
import type { Run } from './run.ts';
import {
  arrayType,
  type Discriminator,
  discriminatorOf,
  isNullable,
  isSecure,
  objectType,
  type Rest,
  withDefinition,
} from './type-definitions.ts';

interface NamedType {
  readonly type: Type;
  readonly words: string;
  readonly fits: (value: KnownValue) => boolean;
}

const TEXT_TYPE: NamedType = { type: STRING, words: 'a string', fits: value => value.kind === 'string' };
const OBJECT_TYPE: NamedType = { type: ANY, words: 'an object', fits: value => value.kind === 'object' };

/** By lower-case name ("Data types in ARM templates"). */
const NAMED_TYPES: Readonly<Record<string, NamedType>> = {
  string: TEXT_TYPE,
  securestring: TEXT_TYPE,
  int: { type: NUMBER, words: 'an int', fits: value => value.kind === 'number' && isWhole(value) },
  bool: { type: BOOL, words: 'a bool', fits: value => value.kind === 'bool' },
  array: { type: ANY, words: 'an array', fits: value => value.kind === 'list' },
  object: OBJECT_TYPE,
  secureobject: OBJECT_TYPE,
};

export const namedType = (type: JsonObject): NamedType | undefined =>
  NAMED_TYPES[textMember(type, 'type')?.value.toLowerCase() ?? ''];

/** None when any value is allowed, or Bicep computes one of them. */
export function allowedValues(type: JsonObject): readonly KnownValue[] {
  const allowed = member(type, 'allowedValues');
  if (allowed?.kind !== 'array' || allowed.elements.some(isComputed)) return [];
  return allowed.elements.map(plainValue).filter(isKnown);
}

const isComputed = (node: JsonNode): boolean => node.kind === 'string' && isLoweredText(node);

/** More mistakes in one value than these help nobody. */
const MAX_MISTAKES = 20;

/** A parameter whose value is checked. */
export interface CheckedParameter {
  readonly name: string;
  /** Where the value is given. */
  readonly given: SourceRange;
  /** The template, which holds the definitions that types name. */
  readonly root: JsonObject;
}

/**
 * Holds the value of a parameter against its type. What breaks it is reported at its own place, with the
 * path that leads to it, and becomes unknown; what is unknown breaks nothing.
 */
export class ParameterCheck {
  readonly #run: Run;
  readonly #parameter: CheckedParameter;
  #mistakes = 0;

  constructor(run: Run, parameter: CheckedParameter) {
    this.#run = run;
    this.#parameter = parameter;
  }

  /** The value as the type takes it. The path is that of the value below the parameter: `[0].sku`. */
  conforming(value: Value, declared: JsonObject, path = ''): Value {
    const type = withDefinition(declared, this.#parameter.root);
    const checked = isKnown(value) ? this.#checked(value, type, path) : value;
    return isSecure(type) && checked.sensitive !== true ? { ...checked, sensitive: true } : checked;
  }

  #checked(value: KnownValue, type: JsonObject, path: string): Value {
    if (value.kind === 'null' && isNullable(type)) return value;
    const problem = misfit(type, value);
    if (problem !== undefined) return this.#broken(problem, value, path);
    if (value.kind === 'list') return this.#checkedList(value, type, path);
    return value.kind === 'object' ? this.#checkedObject(value, type, path) : value;
  }

  #checkedList(value: ListValue, type: JsonObject, path: string): Value {
    const { prefix, rest } = arrayType(type);
    const { length } = value.elements;
    if (length < prefix.length)
      return this.#broken(`has ${length} elements and needs ${prefix.length}`, value, path);
    if (length > prefix.length && rest === 'none')
      return this.#broken(`has ${length} elements and takes ${prefix.length}`, value, path);
    if (prefix.length === 0 && typeof rest === 'string') return value;
    const elements = value.elements.map((element, index) => {
      const expected = prefix[index] ?? rest;
      return typeof expected === 'string' ? element : this.conforming(element, expected, `${path}[${index}]`);
    });
    return { ...value, elements };
  }

  #checkedObject(value: ObjectValue, type: JsonObject, path: string): Value {
    const discriminator = discriminatorOf(type);
    if (discriminator === undefined) return this.#checkedProperties(value, type, path);
    const variant = this.#variant(value, discriminator, path);
    return variant === undefined
      ? value
      : this.#checkedProperties(value, variant, path, discriminator.property);
  }

  /** The type that an object's own property chooses; `undefined` when that is unknown, or wrong, which is reported. */
  #variant(value: ObjectValue, { property, variants }: Discriminator, path: string): JsonObject | undefined {
    const chosen = entryOf(value, property);
    if (chosen?.kind === 'unknown') return undefined;
    const wanted = chosen?.kind === 'string' ? chosen.value.toLowerCase() : undefined;
    const variant = variants.find(one => one.value.toLowerCase() === wanted);
    if (variant !== undefined) return withDefinition(variant.type, this.#parameter.root);
    const known = variants.map(one => `'${one.value}'`).join(', ');
    if (chosen === undefined) this.#broken(`lacks the property '${property}'`, value, path);
    else this.#broken(`is none of ${known}`, chosen, `${path}.${property}`);
    return undefined;
  }

  #checkedProperties(value: ObjectValue, type: JsonObject, path: string, discriminator?: string): Value {
    const { properties, rest } = objectType(type);
    if (properties.length === 0 && rest === 'any') return value;
    const types = new Map(properties.map(property => [property.name.toLowerCase(), property.type]));
    const names = properties.map(property => property.name);
    const exempt = discriminator?.toLowerCase();
    const entries = new Map<string, Value>();
    for (const [name, element] of value.entries) {
      const key = name.toLowerCase();
      const declared = types.get(key);
      const expected: Rest = declared ?? (key === exempt ? 'any' : rest);
      if (expected === 'none') this.#reportExtra(value, name, names, path);
      entries.set(
        name,
        typeof expected === 'string' ? element : this.conforming(element, expected, `${path}.${name}`),
      );
    }
    for (const property of properties) {
      if (entryOf(value, property.name) !== undefined) continue;
      if (isNullable(withDefinition(property.type, this.#parameter.root))) continue;
      entries.set(property.name, this.#broken(`lacks the property '${property.name}'`, value, path));
    }
    return { ...value, entries };
  }

  #reportExtra(value: ObjectValue, name: string, known: readonly string[], path: string): void {
    const place = value.keyRanges?.get(name) ?? value.entries.get(name)?.origin.range;
    const problem = `has the property '${name}', which its type does not have`;
    this.#broken(problem, value, path, { place, hint: didYouMean(name, known) });
  }

  /** Reports what is wrong with a part of the value; the answer is the unknown that stands for it. */
  #broken(problem: string, value: Value, path: string, details: MistakeDetails = {}): Value {
    const { name, given } = this.#parameter;
    const whole = `The value of the parameter '${name}'`;
    const sentence =
      path === '' ? `${whole} ${problem}.` : `${whole} does not fit its type: '${name}${path}' ${problem}.`;
    const message = sentence + (details.hint ?? '');
    const range = details.place ?? (path === '' ? given : value.origin.range);
    this.#mistakes++;
    if (this.#mistakes <= MAX_MISTAKES) return this.#run.broken('arm-parameter', message, range);
    return unknown({ kind: 'error', text: message, range }, computedAt(range));
  }
}

interface MistakeDetails {
  readonly place?: SourceRange | undefined;
  readonly hint?: string;
}

/** What a value itself does against its type, its elements and properties left aside. */
function misfit(type: JsonObject, value: KnownValue): string | undefined {
  const named = namedType(type);
  if (named !== undefined && !named.fits(value)) return `is not ${named.words}`;
  const allowed = allowedValues(type);
  if (allowed.length > 0 && isWhollyKnown(value) && !isAllowed(allowed, value)) {
    return 'is none of its allowed values';
  }
  return outOfBounds(type, value);
}

/** An array parameter's allowed values are those of its elements. */
const isAllowed = (allowed: readonly KnownValue[], value: Value): boolean =>
  allowed.some(one => sameIgnoringCase(one, value)) ||
  (value.kind === 'list' && value.elements.every(element => isAllowed(allowed, element)));

/** Resource Manager compares allowed strings without regard to case. */
const sameIgnoringCase = (a: KnownValue, b: Value): boolean =>
  a.kind === 'string' && b.kind === 'string'
    ? a.value.toLowerCase() === b.value.toLowerCase()
    : equality(a, b) === true;

function outOfBounds(type: JsonObject, value: KnownValue): string | undefined {
  const limit = (name: string): number | undefined => {
    const bound = memberNamed(type, name)?.value;
    return bound?.kind === 'number' ? Number(bound.text) : undefined;
  };
  if (value.kind === 'number') {
    const [least, most] = [limit('minValue'), limit('maxValue')];
    if (least !== undefined && bigOf(value).lt(least)) return `is less than ${least}`;
    if (most !== undefined && bigOf(value).gt(most)) return `is greater than ${most}`;
  }
  const length =
    value.kind === 'string' ? value.value.length : value.kind === 'list' ? value.elements.length : undefined;
  const [least, most] = [limit('minLength'), limit('maxLength')];
  if (length !== undefined && least !== undefined && length < least) return `is shorter than ${least}`;
  if (length !== undefined && most !== undefined && length > most) return `is longer than ${most}`;
  return undefined;
}
