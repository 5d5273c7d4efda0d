import { bigOf, isFiniteNumber, numberText } from '../value/number.ts';
import type { NumberValue, Value } from '../value/value.ts';

/**
 * Orders strings by their UTF-8 bytes, which is the order of code points; UTF-16, which JavaScript compares,
 * puts characters above U+FFFF before U+E000.
 */
export function compareKeys(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const [unitA, unitB] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (unitA === unitB) continue;
    const [surrogateA, surrogateB] = [isSurrogate(unitA), isSurrogate(unitB)];
    if (surrogateA !== surrogateB) return surrogateA ? 1 : -1;
    return unitA - unitB;
  }
  return a.length - b.length;
}

// Only U+E000 to U+FFFF lie between the surrogates and the characters that they stand for.
const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

export function compareNumbers(a: NumberValue, b: NumberValue): number {
  if (a.exact === undefined && b.exact === undefined) return Math.sign(a.value - b.value) || 0;
  if (!isFiniteNumber(a) || !isFiniteNumber(b)) return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
  return bigOf(a).cmp(bigOf(b));
}

/** A new map with its entries in key order, which is the order of every map and object of the language. */
export const sortedEntries = (entries: Iterable<readonly [string, Value]>): Map<string, Value> =>
  new Map([...entries].sort(([a], [b]) => compareKeys(a, b)));

/**
 * A text that two wholly known values share exactly when they are equal; `undefined` when something in the
 * value is unknown.
 */
export function identityText(value: Value): string | undefined {
  switch (value.kind) {
    case 'unknown':
      return undefined;
    case 'null':
      return 'null';
    case 'bool':
      return String(value.value);
    case 'number':
      return numberText(value);
    case 'string':
      return JSON.stringify(value.value);
    case 'list': {
      const texts = value.elements.map(identityText);
      return texts.includes(undefined) ? undefined : `${value.collection}[${texts.join()}]`;
    }
    case 'object': {
      const texts: string[] = [];
      for (const [key, element] of value.entries) {
        const text = identityText(element);
        if (text === undefined) return undefined;
        texts.push(`${JSON.stringify(key)}:${text}`);
      }
      return `${value.collection}{${texts.sort().join()}}`;
    }
  }
}

/**
 * The elements of a set, converted to one type: each once, in the order in which Terraform goes through a
 * set (numbers ascending, strings by bytes, false before true, null last; other types in an order of no
 * meaning). Unknown elements stay, behind the known ones: each may turn out to be equal to another.
 */
export function arrangeSet(elements: readonly Value[]): readonly Value[] {
  const known = new Map<string, Value>();
  const unknowns: Value[] = [];
  for (const element of elements) {
    const text = identityText(element);
    if (text === undefined) unknowns.push(element);
    else if (!known.has(text)) known.set(text, element);
  }
  const sorted = [...known].sort(compareMembers).map(([, element]) => element);
  return [...sorted, ...unknowns];
}

function compareMembers([textA, a]: [string, Value], [textB, b]: [string, Value]): number {
  if (a.kind === 'null' || b.kind === 'null') return Number(a.kind === 'null') - Number(b.kind === 'null');
  if (a.kind === 'number' && b.kind === 'number') return compareNumbers(a, b);
  if (a.kind === 'string' && b.kind === 'string') return compareKeys(a.value, b.value);
  return compareKeys(textA, textB);
}
