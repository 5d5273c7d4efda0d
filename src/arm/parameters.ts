import type { JsonNode, JsonObject } from '../source/json.ts';
import { baseName } from '../source/path.ts';
import type { SourceRange } from '../source/range.ts';
import { didYouMean } from '../source/spelling.ts';
import { defaultAt, literalAt, nullValue, passedThrough } from '../value/make.ts';
import { STRING } from '../value/type.ts';
import { type Reason, unknown } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import { member, objectMember, textMember } from './members.ts';
import { allowedValues, namedType, ParameterCheck } from './parameter-types.ts';
import { plainValue } from './plain.ts';
import type { Run } from './run.ts';
import { isNullable, isSecure } from './type-definitions.ts';

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
  /** With what the type definition says that it names. */
  readonly node: JsonObject;
  /** The template around it. */
  readonly root: JsonObject;
}

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
    type: namedType(node)?.type,
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
  const { name, node, root, place, word } = declaration;
  const checked = new ParameterCheck(run, { name, given, root }).conforming(value, node);
  return passedThrough(checked, { range: place, text: `${word} ${name}` });
}
