import type { SourceRange } from '../source/range.ts';
import { reasonsText, valueText } from '../value/json.ts';
import type { Deployment, Resource } from '../value/resource.ts';
import { canonicalAddress, resourceAddressOf } from '../value/resource-id.ts';
import type { Reason } from '../value/unknown.ts';
import type { ListValue, ObjectValue, UnknownValue, Value } from '../value/value.ts';

/** A clause that says what a deployment has otherwise than another one, and where. */
export interface Difference {
  readonly text: string;
  /** `undefined` when it lacks something. */
  readonly range: SourceRange | undefined;
}

/**
 * The first thing that a deployment has otherwise than another one, which the clause calls `otherName`, or
 * `undefined`. Their order does not count, nor do places and the names of unknown pieces, since the one can be
 * JSON and the other Bicep; what is unknown is alike when it is so for the same reasons. Resources that a
 * template only reads are left out: a compiled template need not have them.
 */
export function differenceOf(
  deployment: Deployment,
  other: Deployment,
  otherName: string,
): Difference | undefined {
  const theirs = new Map<string, Resource[]>();
  for (const resource of deployedIn(other)) {
    const form = resourceForm(resource);
    theirs.set(form, [...(theirs.get(form) ?? []), resource]);
  }
  const own = deployedIn(deployment).filter(
    resource => theirs.get(resourceForm(resource))?.shift() === undefined,
  );
  const left = [...theirs.values()].flat();
  const [first] = own;
  if (first === undefined) {
    const [lost] = left;
    return lost && { text: `it lacks ${lost.address}, which ${otherName} has`, range: undefined };
  }
  const twin = left.find(resource => withoutGaps(resource.address) === withoutGaps(first.address));
  return twin === undefined
    ? { text: `it has ${first.address}, which ${otherName} does not have`, range: first.range }
    : resourceDifference(first, twin, otherName);
}

const deployedIn = ({ resources }: Deployment): readonly Resource[] =>
  resources.filter(({ mode }) => mode === 'managed');

function resourceDifference(own: Resource, their: Resource, otherName: string): Difference {
  const found = valueDifference(deployedBody(own.body), deployedBody(their.body), '');
  const { address } = own;
  if (found === undefined) {
    const text = `${address} is deployed under other conditions than in ${otherName}`;
    return { text, range: own.range };
  }
  const { path, here, there, range } = found;
  const text = `'${path}' of ${address} is ${shortText(here)}, and ${shortText(there)} in ${otherName}`;
  return { text, range: range ?? own.range };
}

/** More of a script, an object or a reason than its beginning hides the rest of the sentence. */
const MAX_TEXT = 60;

function shortText(value: Value | undefined): string {
  if (value === undefined) return 'absent';
  const isOpen = value.kind === 'unknown' && value.parts === undefined && value.sensitive !== true;
  const text = isOpen ? `unknown (${reasonsText(value.reasons)})` : valueText(value).replace(/\s+/g, ' ');
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT)}…`;
}

interface ValueDifference {
  readonly path: string;
  readonly here: Value | undefined;
  readonly there: Value | undefined;
  /** Where it stands here. */
  readonly range: SourceRange | undefined;
}

/** The innermost value that differs, the first one. */
function valueDifference(
  here: Value,
  there: Value,
  path: string,
  range?: SourceRange,
): ValueDifference | undefined {
  if (valueForm(here) === valueForm(there)) return undefined;
  const pairs =
    here.kind === 'object' && there.kind === 'object'
      ? propertyPairs(here, there, path)
      : here.kind === 'list' && there.kind === 'list'
        ? elementPairs(here, there, path)
        : [];
  for (const pair of pairs) {
    if (pair.here === undefined || pair.there === undefined) return pair;
    const found = valueDifference(pair.here, pair.there, pair.path, pair.range);
    if (found !== undefined) return found;
  }
  return { path, here, there, range };
}

function propertyPairs(here: ObjectValue, there: ObjectValue, path: string): readonly ValueDifference[] {
  const theirs = new Map([...there.entries].map(([name, value]) => [name.toLowerCase(), { name, value }]));
  const pairs: ValueDifference[] = [];
  for (const [name, value] of here.entries) {
    const range = here.keyRanges?.get(name) ?? value.origin.range;
    const there = theirs.get(name.toLowerCase())?.value;
    pairs.push({ path: below(path, name), here: value, there, range });
    theirs.delete(name.toLowerCase());
  }
  for (const { name, value } of theirs.values()) {
    pairs.push({ path: below(path, name), here: undefined, there: value, range: undefined });
  }
  return pairs;
}

const below = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

function elementPairs(here: ListValue, there: ListValue, path: string): readonly ValueDifference[] {
  const count = Math.max(here.elements.length, there.elements.length);
  return Array.from({ length: count }, (_, index) => ({
    path: `${path}[${index}]`,
    here: here.elements[index],
    there: there.elements[index],
    range: here.elements[index]?.origin.range,
  }));
}

/** A text that is equal for resources that are deployed alike. */
const resourceForm = ({ address, uncertain, body }: Resource): string =>
  `${withoutGaps(address)} ${reasonsForm(uncertain ?? [])} ${valueForm(deployedBody(body))}`;

/** The address tells the type, in any case; `metadata` holds descriptions that the compiler writes. */
function deployedBody(body: ObjectValue): ObjectValue {
  const entries = [...body.entries].filter(([name]) => !/^(?:type|metadata)$/i.test(name));
  return { ...body, entries: new Map(entries) };
}

/** A text that is equal for equal values, whatever they were written in. */
function valueForm(value: Value): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'string':
      // A file that is loaded can have the line ends of another system.
      return JSON.stringify(value.value.replaceAll('\r\n', '\n'));
    case 'bool':
    case 'number':
      return JSON.stringify(value.value);
    case 'list':
      return `[${[...value.elements, ...(value.more === undefined ? [] : [value.more])].map(valueForm).join()}]`;
    case 'object':
      return `{${[...value.entries]
        .map(([name, element]) => `${JSON.stringify(name.toLowerCase())}:${valueForm(element)}`)
        .sort()
        .join()}}`;
    case 'unknown':
      return unknownForm(value);
  }
}

/** What identifies a resource, or an attribute of it, does so however it is put together. */
function unknownForm(value: UnknownValue): string {
  const { parts, reference, reasons, element } = value;
  const resource = resourceAddressOf(value) ?? (reference && canonicalAddress(reference.address));
  if (resource !== undefined) return `?(${[withoutGaps(resource), ...(reference?.path ?? [])].join('.')})`;
  const pieces = parts?.map(part => (typeof part === 'string' ? part : '{}')).join('') ?? '';
  const elements = element === undefined ? '' : valueForm(element);
  return `?(${pieces} ${elements} ${reasonsForm(reasons)})`;
}

const reasonsForm = (reasons: readonly Reason[]): string =>
  reasons
    .map(({ text }) => withoutGaps(text))
    .sort()
    .join();

/** What stands for an unknown piece of a name is the text of an expression (`textWithGaps`). */
const withoutGaps = (text: string): string => text.replace(/\{[^{}]*\}/g, '{}').toLowerCase();
