import { unknownFrom } from '../../value/unknown.ts';
import { isWhollyKnown, type Value } from '../../value/value.ts';
import { isProblem, Problem } from '../problem.ts';
import { convert } from '../types.ts';
import { ASSUMPTION_FUNCTIONS } from './assumptions.ts';
import type { FunctionCall } from './call.ts';
import { CIDR_FUNCTIONS } from './cidr.ts';
import { CONVERSION_FUNCTIONS } from './conversion.ts';
import { CSV_FUNCTIONS } from './csv.ts';
import { DATE_FUNCTIONS } from './date.ts';
import { ENCODING_FUNCTIONS } from './encoding.ts';
import { FILE_FUNCTIONS } from './files.ts';
import { FORMAT_FUNCTIONS } from './format.ts';
import { HASH_FUNCTIONS } from './hash.ts';
import { JSON_FUNCTIONS } from './json.ts';
import { excess } from './limits.ts';
import { LIST_FUNCTIONS } from './list.ts';
import { MAP_FUNCTIONS } from './map.ts';
import { NUMERIC_FUNCTIONS } from './numeric.ts';
import { REGEX_FUNCTIONS } from './regex.ts';
import { SET_FUNCTIONS } from './set.ts';
import type { Parameter, Signature } from './signature.ts';
import { STRING_FUNCTIONS } from './string.ts';
import { YAML_FUNCTIONS } from './yaml.ts';

export type { FunctionCall, FunctionFiles } from './call.ts';

/**
 * The functions of Terraform 1.11 (`terraform metadata functions`) and those that OpenTofu adds. `try`, `can`
 * and `templatestring` are part of the evaluator: they treat their arguments as expressions.
 */
const FUNCTIONS: ReadonlyMap<string, Signature> = new Map(
  Object.entries({
    ...ASSUMPTION_FUNCTIONS,
    ...CIDR_FUNCTIONS,
    ...CONVERSION_FUNCTIONS,
    ...CSV_FUNCTIONS,
    ...DATE_FUNCTIONS,
    ...ENCODING_FUNCTIONS,
    ...FILE_FUNCTIONS,
    ...FORMAT_FUNCTIONS,
    ...HASH_FUNCTIONS,
    ...JSON_FUNCTIONS,
    ...LIST_FUNCTIONS,
    ...MAP_FUNCTIONS,
    ...NUMERIC_FUNCTIONS,
    ...REGEX_FUNCTIONS,
    ...SET_FUNCTIONS,
    ...STRING_FUNCTIONS,
    ...YAML_FUNCTIONS,
  }),
);

/** The names of all functions in this table, sorted, for suggestions. */
export const functionNames = (): readonly string[] => [...FUNCTIONS.keys()].sort();

/**
 * Calls a built-in function: `upper` or `core::upper`. `undefined` means that there is no such function; a
 * problem is what Terraform refuses. Arguments are converted to the parameters' types, and an unknown argument
 * makes the result unknown, for the same reasons, where the function does not know better.
 */
export function callFunction(
  name: string,
  args: readonly Value[],
  call: FunctionCall,
): Value | Problem | undefined {
  const signature = FUNCTIONS.get(name.startsWith('core::') ? name.slice('core::'.length) : name);
  if (signature === undefined) return undefined;
  const prepared = prepareArguments(name, signature, args);
  if (isProblem(prepared)) return prepared;
  const result = compute(signature, prepared, call);
  if (isProblem(result)) return explain(name, signature, result);
  const problem = excess(result);
  if (problem !== undefined) return explain(name, signature, problem);
  return isSecret(signature, prepared) ? { ...result, sensitive: true } : result;
}

function compute(signature: Signature, args: readonly Value[], call: FunctionCall): Value | Problem {
  const blocking = args.filter((argument, at) => isBlocking(argument, parameterAt(signature, at)));
  if (blocking.length > 0) return unknownFrom(blocking, call.origin, { type: openType(signature) });
  return signature.run(args, call);
}

const openType = (signature: Signature): Signature['result'] | undefined =>
  signature.result.kind === 'any' ? undefined : signature.result;

function isBlocking(argument: Value, parameter: Parameter | undefined): boolean {
  switch (parameter?.unknowns) {
    case 'all':
      return false;
    case 'inside':
      return argument.kind === 'unknown';
    case undefined:
      return !isWhollyKnown(argument);
  }
}

const parameterAt = (signature: Signature, at: number): Parameter | undefined =>
  signature.parameters[at] ?? signature.variadic;

function prepareArguments(
  name: string,
  signature: Signature,
  args: readonly Value[],
): readonly Value[] | Problem {
  const count = signature.parameters.length;
  const missing = signature.parameters[args.length];
  if (missing !== undefined) {
    return new Problem(
      `Function "${name}" expects ${count} argument(s). Missing value for "${missing.name}"`,
    );
  }
  if (args.length > count && signature.variadic === undefined) {
    return new Problem(`Function "${name}" expects only ${count} argument(s)`, count);
  }
  const prepared: Value[] = [];
  for (const [at, argument] of args.entries()) {
    const ready = prepareArgument(argument, parameterAt(signature, at), at);
    if (isProblem(ready)) return explain(name, signature, ready);
    prepared.push(ready);
  }
  return prepared;
}

function prepareArgument(argument: Value, parameter: Parameter | undefined, at: number): Value | Problem {
  if (parameter === undefined) return argument;
  if (argument.kind === 'null' && parameter.nullable !== true) {
    return new Problem('argument must not be null', at);
  }
  const converted = convert(argument, parameter.type);
  return isProblem(converted) ? new Problem(converted.message, at) : converted;
}

function explain(name: string, signature: Signature, problem: Problem): Problem {
  const { argument, message } = problem;
  const parameter = argument === undefined ? undefined : parameterAt(signature, argument);
  return new Problem(
    parameter === undefined
      ? `Call to function "${name}" failed: ${message}`
      : `Invalid value for "${parameter.name}" parameter of function "${name}": ${message}`,
    argument,
  );
}

function isSecret(signature: Signature, args: readonly Value[]): boolean {
  switch (signature.secrets) {
    case 'all':
      return args.some(hasSecret);
    case 'outer':
      return args.some(argument => argument.sensitive === true);
    case 'own':
      return false;
  }
}

/** Whether the value or anything in it is marked as secret. */
export function hasSecret(value: Value): boolean {
  if (value.sensitive === true) return true;
  if (value.kind === 'list') return value.elements.some(hasSecret);
  return value.kind === 'object' && [...value.entries.values()].some(hasSecret);
}
