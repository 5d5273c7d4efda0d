import type { JsonNode, JsonObject } from '../source/json.ts';
import { baseName } from '../source/path.ts';
import type { SourceRange } from '../source/range.ts';
import { didYouMean } from '../source/spelling.ts';
import { defaultAt, literalAt, nullValue, passedThrough } from '../value/make.ts';
import { bigOf, isWhole } from '../value/number.ts';
import { ANY, BOOL, NUMBER, STRING, type Type } from '../value/type.ts';
import { type Reason, unknown } from '../value/unknown.ts';
import { isKnown, isWhollyKnown, type KnownValue, type Value } from '../value/value.ts';
import { equality } from './equality.ts';
import { member, memberNamed, objectMember, textMember } from './members.ts';
import { plainValue } from './plain.ts';
import type { Run } from './run.ts';

/** A value that a parameter file or a deployment gives for a parameter. */
export interface GivenParameter {
  readonly name: string;
  readonly place: SourceRange;
  /** `undefined` when it gives none after all, and the default counts. */
  readonly value: () => Value | undefined;
}

/** By lower-case name. */
export type GivenParameters = ReadonlyMap<string, GivenParameter>;

/** Reads the parameters of parameter files; of a parameter that several give, the last one counts. */
export function parametersInFiles(run: Run, paths: readonly string[]): GivenParameters {
  const given = new Map<string, GivenParameter>();
  for (const path of paths) {
    for (const [name, parameter] of parametersInFile(run, path)) given.set(name, parameter);
  }
  return given;
}

function parametersInFile(run: Run, path: string, place?: SourceRange): GivenParameters {
  const given = new Map<string, GivenParameter>();
  const document = run.document(path, place);
  if ('code' in document) {
    run.diagnostics.push(document);
    return given;
  }
  // `az deployment` also takes a file that is nothing but the parameters.
  const parameters = objectMember(document.root, 'parameters') ?? document.root;
  if (parameters?.kind !== 'object') {
    if (document.root !== undefined)
      run.report('arm-parameter', 'The file holds no parameters.', document.root.range);
    return given;
  }
  for (const { name, value } of parameters.members) {
    if (value.kind !== 'object') continue;
    const step = { range: name.range, text: `parameter file ${baseName(path)}` };
    given.set(name.value.toLowerCase(), {
      name: name.value,
      place: name.range,
      value: () => {
        const found = fileValue(name.value, value);
        return found === undefined ? undefined : passedThrough(found, step);
      },
    });
  }
  return given;
}

/** Values in parameter files are taken as they stand; a Key Vault reference is read at deployment. */
function fileValue(name: string, node: JsonObject): Value | undefined {
  const value = member(node, 'value');
  if (value !== undefined)
    return value.kind === 'keyword' && value.value === null ? undefined : plainValue(value);
  const reference = member(node, 'reference');
  if (reference !== undefined) return secretValue(name, reference);
  const expression = member(node, 'expression');
  if (expression === undefined) return undefined;
  const text = `parameter ${name} is given by an external input at deployment`;
  return unknown({ kind: 'provider', text, range: expression.range }, literalAt(expression.range));
}

export function secretValue(name: string, reference: JsonNode): Value {
  const secret = textMember(reference, 'secretName')?.value;
  const what = secret === undefined ? 'a Key Vault secret' : `the Key Vault secret ${secret}`;
  const reason: Reason = {
    kind: 'data',
    text: `parameter ${name} is ${what}, read at deployment`,
    range: reference.range,
  };
  return unknown(reason, literalAt(reference.range), { type: STRING, sensitive: true });
}

/** Diagnostics for values that are given for no parameter. */
export function reportUndeclared(
  run: Run,
  given: GivenParameters,
  declared: ReadonlyMap<string, ParameterDeclaration>,
): void {
  const names = [...declared.values()].map(declaration => declaration.name);
  for (const [key, { name, place }] of given) {
    if (declared.has(key)) continue;
    const hint = didYouMean(name, names);
    run.report('arm-parameter', `The template declares no parameter '${name}'.${hint}`, place);
  }
}

/** A `parameters` member of a template. */
export interface ParameterDeclaration {
  /** What the language calls it. */
  readonly word: 'parameter' | 'param';
  readonly name: string;
  readonly place: SourceRange;
  readonly node: JsonObject;
}

interface ParameterType {
  readonly type: Type;
  readonly words: string;
  readonly fits: (value: KnownValue) => boolean;
}

const TEXT_TYPE: ParameterType = { type: STRING, words: 'a string', fits: value => value.kind === 'string' };
const OBJECT_TYPE: ParameterType = { type: ANY, words: 'an object', fits: value => value.kind === 'object' };

/** By lower-case name ("Data types in ARM templates"). */
const PARAMETER_TYPES: Readonly<Record<string, ParameterType>> = {
  string: TEXT_TYPE,
  securestring: TEXT_TYPE,
  int: { type: NUMBER, words: 'an int', fits: value => value.kind === 'number' && isWhole(value) },
  bool: { type: BOOL, words: 'a bool', fits: value => value.kind === 'bool' },
  array: { type: ANY, words: 'an array', fits: value => value.kind === 'list' },
  object: OBJECT_TYPE,
  secureobject: OBJECT_TYPE,
};

const isSecure = (node: JsonObject): boolean =>
  textMember(node, 'type')?.value.toLowerCase().startsWith('secure') === true;

const isNullable = (node: JsonObject): boolean => {
  const nullable = member(node, 'nullable');
  return nullable?.kind === 'keyword' && nullable.value === true;
};

const allowedValues = (node: JsonObject): readonly KnownValue[] => {
  const allowed = member(node, 'allowedValues');
  return allowed?.kind === 'array' ? allowed.elements.map(plainValue).filter(isKnown) : [];
};

/** The value of a parameter that nobody gives and that has no default. */
export function missingValue(run: Run, declaration: ParameterDeclaration, why: Reason | undefined): Value {
  const { name, node, place } = declaration;
  if (isNullable(node)) return nullValue(defaultAt(place));
  if (why?.kind === 'error') {
    return run.broken(
      'arm-parameter',
      `The parameter '${name}' needs a value, and ${why.text}.`,
      why.range ?? place,
    );
  }
  const text = `parameter ${name} has no value: give a parameter file`;
  const allowed = allowedValues(node);
  return unknown(why ?? { kind: 'input', text, range: place }, defaultAt(place), {
    type: PARAMETER_TYPES[textMember(node, 'type')?.value.toLowerCase() ?? '']?.type,
    candidates: allowed.length === 0 ? undefined : allowed,
    sensitive: isSecure(node),
  });
}

/** The value as its declaration takes it; what does not fit is reported where it was given. */
export function checkedValue(
  run: Run,
  declaration: ParameterDeclaration,
  value: Value,
  given: SourceRange,
): Value {
  const { name, node, place, word } = declaration;
  const problem = isKnown(value) ? misfit(node, value) : undefined;
  if (problem === undefined) {
    const passed = passedThrough(value, { range: place, text: `${word} ${name}` });
    return isSecure(node) ? { ...passed, sensitive: true } : passed;
  }
  return run.broken('arm-parameter', `The value of the parameter '${name}' ${problem}.`, given);
}

/** What a value does against its declaration, or `undefined`. */
function misfit(node: JsonObject, value: KnownValue): string | undefined {
  if (value.kind === 'null' && isNullable(node)) return undefined;
  const type = PARAMETER_TYPES[textMember(node, 'type')?.value.toLowerCase() ?? ''];
  if (type !== undefined && !type.fits(value)) return `is not ${type.words}`;
  const allowed = allowedValues(node);
  if (allowed.length > 0 && isWhollyKnown(value) && !isAllowed(allowed, value)) {
    return 'is none of its allowed values';
  }
  return outOfBounds(node, value);
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

function outOfBounds(node: JsonObject, value: KnownValue): string | undefined {
  const limit = (name: string): number | undefined => {
    const bound = memberNamed(node, name)?.value;
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
