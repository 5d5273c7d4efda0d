import { computedAt, withOrigin } from '../../value/make.ts';
import { bigOf, numberFromBig } from '../../value/number.ts';
import { NUMBER } from '../../value/type.ts';
import { unknownFrom } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type { Loop } from '../frame.ts';
import {
  type ArmFunction,
  type FunctionCall,
  FunctionError,
  lazy,
  numberArgument,
  textArgument,
} from './definition.ts';

/** `parameters` and `variables`: the value of the name, or of one of a few names. */
function named(call: FunctionCall, read: (name: string) => Value): Value {
  const name = call.evaluate(0);
  if (name.kind === 'unknown') return unknownFrom([name], computedAt(call.range, [name]));
  return read(textArgument(name));
}

function parameter(call: FunctionCall, name: string): Value {
  const { parameters, template } = call.frame;
  if (parameters === undefined) return template.parameter(name, call.range);
  const argument = parameters.get(name.toLowerCase());
  if (argument === undefined) throw new FunctionError(`finds no parameter '${name}' of the function`);
  return argument;
}

/** Without a name the loop of the resource; a value loop is meant by its name. */
function loopOf(call: FunctionCall, name: Value | undefined): Loop {
  const { loops } = call.frame;
  const wanted = name?.kind === 'string' ? name.value.toLowerCase() : undefined;
  const found =
    wanted === undefined
      ? (loops.findLast(loop => loop.kind === 'resource') ?? loops.at(-1))
      : loops.findLast(loop => loop.name.toLowerCase() === wanted);
  if (found !== undefined) return found;
  throw new FunctionError(
    wanted === undefined ? 'stands in no copy' : `stands in no copy '${textArgument(name)}'`,
  );
}

function copyIndex(call: FunctionCall): Value {
  const args = call.expressions.map((_, index) => call.evaluate(index));
  const [first] = args;
  const loop = loopOf(call, first?.kind === 'string' ? first : undefined);
  const offset = first?.kind === 'string' ? args[1] : first;
  const origin = computedAt(call.range);
  if (loop.index.kind === 'unknown') return withOrigin(loop.index, origin);
  if (offset === undefined) return withOrigin(loop.index, origin);
  if (offset.kind === 'unknown') return unknownFrom([offset], origin, { type: NUMBER });
  return numberFromBig(bigOf(numberArgument(loop.index)).plus(bigOf(numberArgument(offset))), origin);
}

export const TEMPLATE_FUNCTIONS: Readonly<Record<string, ArmFunction>> = {
  parameters: lazy(1, 1, call => named(call, name => parameter(call, name))),
  variables: lazy(1, 1, call => named(call, name => call.frame.template.variable(name, call.range))),
  copyIndex: lazy(0, 2, copyIndex),
  fail: lazy(1, 1, call => {
    const message = call.evaluate(0);
    const text = message.kind === 'string' ? message.value : 'a message that is not known';
    throw new FunctionError(`stops the deployment: ${text}`);
  }),
};
