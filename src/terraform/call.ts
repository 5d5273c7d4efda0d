import { SourceFile } from '../source/file.ts';
import { didYouMean } from '../source/spelling.ts';
import { boolValue, computedAt, listValue, objectValue, withOrigin } from '../value/make.ts';
import type { Origin } from '../value/origin.ts';
import { ANY, BOOL, STRING } from '../value/type.ts';
import { unknown, unknownFrom } from '../value/unknown.ts';
import type { UnknownValue, Value } from '../value/value.ts';
import { callFunction, functionNames, hasSecret } from './functions/index.ts';
import type { CallExpression } from './hcl/ast.ts';
import { isProblem, Problem } from './problem.ts';
import type { CallContext, Evaluate, Scope } from './scope.ts';
import { typeFromExpression } from './type-constraint.ts';
import { convert, sortedEntries } from './types.ts';

/** A function call. `try` and `can` decide what is evaluated, so they are done here. */
export function evaluateCall(call: CallExpression, scope: Scope, evaluate: Evaluate): Value {
  const name = call.name.startsWith('core::') ? call.name.slice('core::'.length) : call.name;
  const { calls } = scope.symbols;
  if (calls === undefined) {
    return scope.problems.mistaken('terraform-function', 'Functions may not be called here', call.nameRange);
  }
  if (name === 'try') return evaluateTry(call, scope, evaluate);
  if (name === 'can') return evaluateCan(call, scope, evaluate);
  if (name === 'convert') return evaluateConvert(call, scope, evaluate);
  const values = evaluateArguments(call, scope, evaluate);
  if (!Array.isArray(values)) return values;
  const origin = computedAt(call.range, values);
  const elsewhere = FILE_FUNCTIONS.has(name) ? pathElsewhere(values[0], calls) : undefined;
  if (elsewhere !== undefined) {
    const path = values[0]?.sensitive === true ? 'its path' : `"${elsewhere}"`;
    const text = `${path} is not in the scanned folder`;
    const message = `${text}, so what ${call.name} makes of it is unknown`;
    scope.problems.remarked('terraform-file-unavailable', message, call.range);
    return unknown({ kind: 'unavailable', text, range: call.range }, origin);
  }
  if (name.startsWith('provider::')) {
    const text = `${name} is a function of a provider, which runs at deployment`;
    return unknown({ kind: 'provider', text, range: call.range }, origin);
  }
  const result =
    (name === 'templatestring' ? renderText(values, origin, calls) : undefined) ??
    callFunction(name, values, { origin, files: calls.files, renderTemplate: calls.renderTemplate }) ??
    callLegacy(name, values, origin);
  if (result === undefined) return unknownFunction(call, scope);
  if (!isProblem(result)) return keepingElements(name, values, result);
  const blamed = result.argument === undefined ? undefined : call.arguments[result.argument];
  // Messages of functions quote what they were given.
  const why = values.some(hasSecret)
    ? 'it does not take these arguments, of which some are secret'
    : result.message;
  const message = `Error in function call ${call.name}: ${why}`;
  return scope.problems.failed('terraform-function', message, (blamed ?? call).range);
}

/** Functions whose result has the elements of their argument, if perhaps others than all of them. */
const SAME_ELEMENTS: ReadonlySet<string> = new Set([
  'compact',
  'distinct',
  'reverse',
  'slice',
  'sort',
  'tolist',
  'tomap',
  'toset',
  'values',
]);

/**
 * What is known of the elements of an unknown collection stays known: `one(r[*].id)`, `values(r)[*].id` and
 * `join("", r.*.id)` are how configurations refer to resources of which there may be none.
 */
function keepingElements(name: string, values: readonly Value[], result: Value): Value {
  if (result.kind !== 'unknown') return result;
  const [first, second] = values;
  const isJoin = name === 'join' && first?.kind === 'string' && first.value === '';
  const collection = isJoin ? second : first;
  const element = collection?.kind === 'unknown' ? collection.element : undefined;
  if (element === undefined) return result;
  if (SAME_ELEMENTS.has(name)) return { ...result, element };
  const takesOne = isJoin || name === 'one' || name === 'element';
  return takesOne && element.kind === 'unknown' && element.reference !== undefined
    ? { ...result, reference: element.reference }
    : result;
}

const FILE_FUNCTIONS: ReadonlySet<string> = new Set([
  'file',
  'filebase64',
  'filebase64sha256',
  'filebase64sha512',
  'fileexists',
  'filemd5',
  'fileset',
  'filesha1',
  'filesha256',
  'filesha512',
  'templatefile',
]);

/** A path that is right on the machine that deploys, such as `~/.ssh/id_rsa.pub`, but not ours to read. */
const pathElsewhere = (path: Value | undefined, calls: CallContext): string | undefined =>
  path?.kind === 'string' && !calls.files.holds(path.value) ? path.value : undefined;

function unknownFunction(call: CallExpression, scope: Scope): Value {
  const hint = didYouMean(call.name, ['try', 'can', 'templatestring', ...functionNames()], '"');
  const message = `There is no function named "${call.name}".${hint}`;
  return scope.problems.mistaken('terraform-function', message, call.nameRange);
}

/**
 * `templatestring(text, variables)`. Terraform wants the text to be a reference; OpenTofu takes any expression,
 * and so does exvet.
 */
function renderText(values: readonly Value[], origin: Origin, calls: CallContext): Value | Problem {
  const [text, variables, ...others] = values;
  if (text === undefined || variables === undefined || others.length > 0) {
    return new Problem('it takes a template and its variables');
  }
  const template = convert(text, STRING);
  if (isProblem(template)) return new Problem(template.message, 0);
  const unknowns = [template, variables].filter(value => value.kind === 'unknown');
  if (unknowns.length > 0) return unknownFrom(unknowns, origin);
  if (template.kind !== 'string') return new Problem('the template must not be null', 0);
  if (variables.kind !== 'object') return new Problem('the variables must be a map or an object', 1);
  const file = new SourceFile(origin.range.file.path, template.value);
  const result = calls.renderTemplate(file, variables);
  return isProblem(result) ? result : withOrigin(result, origin);
}

/** `list(…)` and `map(…)` were removed in Terraform 0.15, but code that has them still says what it means. */
function callLegacy(name: string, values: readonly Value[], origin: Origin) {
  if (name === 'list') return convert(listValue(values, origin, 'tuple'), { kind: 'list', element: ANY });
  if (name !== 'map') return undefined;
  const entries = new Map<string, Value>();
  for (let at = 0; at + 1 < values.length; at += 2) {
    const [key, value] = [values[at], values[at + 1]];
    if (key?.kind === 'unknown') return unknownFrom([key], origin, { type: { kind: 'map', element: ANY } });
    if (key?.kind === 'string' && value !== undefined) entries.set(key.value, value);
  }
  return convert(objectValue(sortedEntries(entries), origin), { kind: 'map', element: ANY });
}

/** The values of the arguments, with the last one spread when it is followed by `...`. */
function evaluateArguments(call: CallExpression, scope: Scope, evaluate: Evaluate): Value[] | UnknownValue {
  const values = call.arguments.map(argument => evaluate(argument, scope));
  const last = values.at(-1);
  if (!call.expandFinal || last === undefined) return values;
  if (last.kind === 'list') return [...values.slice(0, -1), ...last.elements];
  const range = call.arguments.at(-1)?.range ?? call.range;
  if (last.kind === 'unknown') return unknownFrom([last], computedAt(call.range, values));
  return scope.problems.failed('terraform-type', 'Only a list can be spread with ...', range);
}

/** The first argument that can be evaluated. What is unknown can be, but not yet. */
function evaluateTry(call: CallExpression, scope: Scope, evaluate: Evaluate): Value {
  for (const argument of call.arguments) {
    const problems = scope.problems.catching();
    const value = evaluate(argument, { ...scope, problems });
    if (problems.caught === 0) return value;
  }
  if (call.arguments.length === 0) {
    return scope.problems.failed('terraform-function', 'try needs at least one argument', call.range);
  }
  return scope.problems.failed(
    'terraform-function',
    'None of the arguments of try can be evaluated',
    call.range,
  );
}

/** `convert(value, type)` of OpenTofu 1.13, of which the second argument is a type and not a value. */
function evaluateConvert(call: CallExpression, scope: Scope, evaluate: Evaluate): Value {
  const [argument, constraint, ...others] = call.arguments;
  if (argument === undefined || constraint === undefined || others.length > 0) {
    return scope.problems.failed('terraform-function', 'convert takes a value and a type', call.range);
  }
  let refused: Value | undefined;
  const type = typeFromExpression(constraint, {
    evaluateDefault: expression => evaluate(expression, scope),
    refuse: (message, range) => {
      refused ??= scope.problems.mistaken('terraform-type', message, range);
    },
  });
  if (refused !== undefined) return refused;
  const converted = convert(evaluate(argument, scope), type);
  if (!isProblem(converted)) return converted;
  const message = `Error in function call convert: ${converted.message}`;
  return scope.problems.failed('terraform-function', message, argument.range);
}

function evaluateCan(call: CallExpression, scope: Scope, evaluate: Evaluate): Value {
  const [argument, ...others] = call.arguments;
  if (argument === undefined || others.length > 0) {
    return scope.problems.failed('terraform-function', 'can takes one argument', call.range, BOOL);
  }
  const problems = scope.problems.catching();
  const value = evaluate(argument, { ...scope, problems });
  const origin = computedAt(call.range, [value]);
  if (problems.caught > 0) return boolValue(false, origin);
  return value.kind === 'unknown' ? unknownFrom([value], origin, { type: BOOL }) : boolValue(true, origin);
}
