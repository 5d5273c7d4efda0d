import type { JsonNode, JsonObject, JsonString } from '../source/json.ts';
import { type SourceRange, span } from '../source/range.ts';
import { didYouMean } from '../source/spelling.ts';
import { computedAt, listValue, literalAt, objectValue, passedThrough, stringValue } from '../value/make.ts';
import { numberFromText } from '../value/number.ts';
import { unknown, unknownFrom } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import { elementAt } from './access.ts';
import { copyEntries, evaluateCopy } from './copy.ts';
import { isEmbedded } from './embedded-value.ts';
import {
  type CallExpression,
  type Expression,
  type ForExpression,
  isExpressionText,
  literalText,
} from './expression.ts';
import { isOpen, turnsOf } from './for.ts';
import type { Frame } from './frame.ts';
import { FunctionError } from './functions/definition.ts';
import { findFunction, functionNames } from './functions/index.ts';
import { isLoweredText } from './lowered.ts';
import { plainValue } from './plain.ts';

/** User functions and lambdas inside each other; deeper is a recursion without end. */
const MAX_CALL_DEPTH = 64;

/** The value of a piece of a template's JSON, its expressions evaluated. */
export function evaluateNode(node: JsonNode, frame: Frame): Value {
  return frame.template.run.step(node.range, () => {
    switch (node.kind) {
      case 'string':
        return evaluateText(node, frame);
      case 'array':
        return listValue(
          node.elements.map(element => evaluateNode(element, frame)),
          literalAt(node.range),
        );
      case 'object':
        return evaluateObject(node, frame);
      case 'number':
      case 'keyword':
        return plainValue(node);
    }
  });
}

function evaluateText(node: JsonString, frame: Frame): Value {
  if (isEmbedded(node)) return node.embedded;
  if (!isExpressionText(node.value)) return stringValue(literalText(node.value), literalAt(node.range));
  const expression = frame.template.run.expression(node);
  if (!('code' in expression)) return evaluateExpression(expression, frame);
  const { message, range = node.range } = expression;
  return unknown({ kind: 'error', text: message, range }, computedAt(node.range));
}

function evaluateObject(node: JsonObject, frame: Frame): Value {
  const entries = new Map<string, Value>();
  const keyRanges = new Map<string, SourceRange>();
  const add = (key: string, value: Value, range: SourceRange): void => {
    entries.set(key, value);
    keyRanges.set(key, range);
  };
  for (const { name, value } of node.members) {
    const copies = name.value.toLowerCase() === 'copy' ? copyEntries(value) : undefined;
    if (copies === undefined) add(evaluateName(name, frame), evaluateMember(name, value, frame), name.range);
    else for (const copy of copies) add(...evaluateCopy(copy, frame, evaluateNode), copy.name.range);
  }
  return { ...objectValue(entries, literalAt(node.range)), keyRanges };
}

/** The value of a member; in a resource's body a scalar or an expression notes the property that it went to. */
export function evaluateMember(name: JsonString, node: JsonNode, frame: Frame): Value {
  const value = evaluateNode(node, frame);
  if (!frame.inResource || isWrittenOut(node)) return value;
  return passedThrough(value, { range: span(name.range, node.range), text: `property ${name.value}` });
}

/** In an object, an array or a loop each property has a way of its own. */
const isWrittenOut = (node: JsonNode): boolean =>
  node.kind === 'object' ||
  node.kind === 'array' ||
  (node.kind === 'string' && isLoweredText(node) && node.expression.kind === 'for');

/** A property name can be an expression; one that is unknown keeps its text. */
function evaluateName(name: JsonString, frame: Frame): string {
  if (!isExpressionText(name.value)) return literalText(name.value);
  const value = evaluateText(name, frame);
  return value.kind === 'string' ? value.value : name.value;
}

export function evaluateExpression(expression: Expression, frame: Frame): Value {
  const { run } = frame.template;
  switch (expression.kind) {
    case 'text':
      return stringValue(expression.value, literalAt(expression.range));
    case 'number':
      return numberFromText(expression.text, literalAt(expression.range));
    case 'property': {
      const target = evaluateExpression(expression.target, frame);
      const key = stringValue(expression.name, literalAt(expression.range));
      return elementAt(target, key, expression.range, run);
    }
    case 'index': {
      const target = evaluateExpression(expression.target, frame);
      return elementAt(target, evaluateExpression(expression.index, frame), expression.range, run);
    }
    case 'call':
      return run.step(expression.range, () => evaluateCall(expression, frame));
    case 'json':
      return evaluateNode(expression.node, frame);
    case 'unknown': {
      const { reason, sensitive } = expression;
      return unknown(reason, computedAt(expression.range), { sensitive });
    }
    case 'for':
      return run.step(expression.range, () => evaluateFor(expression, frame));
  }
}

/**
 * The array of a `for`. When the number of its turns is unknown so is the array, but what its elements
 * look like is kept.
 */
function evaluateFor({ name, collection, item, index, body, range }: ForExpression, frame: Frame): Value {
  const value = evaluateExpression(collection, frame);
  const head = { name, collection: value, item, index, range: collection.range };
  const turns = turnsOf(head, frame);
  if (!isOpen(turns)) {
    return listValue(
      turns.map(turn => evaluateNode(body, turn.frame)),
      literalAt(body.range),
    );
  }
  return {
    ...unknownFrom([turns.open], computedAt(range)),
    element: evaluateNode(body, turns.any.frame),
  };
}

function evaluateCall(expression: CallExpression, frame: Frame): Value {
  const { run } = frame.template;
  const { name, namespace, range } = expression;
  // The system functions may be called with their namespace.
  if (namespace !== undefined && namespace.toLowerCase() !== 'sys')
    return callUserFunction(expression, frame);
  const found = findFunction(name);
  if (found === undefined) {
    const message = `There is no function '${name}'.${didYouMean(name, functionNames())}`;
    return run.wrong('arm-function', message, expression.nameRange);
  }
  const given = expression.arguments.length;
  if (given < found.min || given > found.max) {
    return run.wrong('arm-function', `'${name}' takes ${countText(found)}, not ${given}.`, range);
  }
  try {
    return found.call({
      name,
      range,
      expressions: expression.arguments,
      frame,
      evaluate: index => evaluateArgument(expression, index, frame),
      evaluateIn: (body, inner) => guarded(inner, range, () => evaluateExpression(body, inner)),
    });
  } catch (error) {
    if (error instanceof FunctionError)
      return run.broken('arm-function', `'${name}' ${error.message}.`, range);
    throw error;
  }
}

function evaluateArgument(expression: CallExpression, index: number, frame: Frame): Value {
  const argument = expression.arguments[index];
  if (argument === undefined) throw new FunctionError(`lacks its argument ${index + 1}`);
  return evaluateExpression(argument, frame);
}

const countText = ({ min, max }: { readonly min: number; readonly max: number }): string => {
  if (min === max) return min === 1 ? '1 argument' : `${min} arguments`;
  return max === Number.POSITIVE_INFINITY ? `at least ${min} arguments` : `${min} to ${max} arguments`;
};

function callUserFunction(expression: CallExpression, frame: Frame): Value {
  const { run } = frame.template;
  const name = `${expression.namespace ?? ''}.${expression.name}`;
  const found = frame.template.userFunction(expression.namespace ?? '', expression.name);
  if (found === undefined) {
    return run.wrong('arm-function', `The template declares no function '${name}'.`, expression.nameRange);
  }
  if (expression.arguments.length !== found.parameters.length) {
    const message = `'${name}' takes ${found.parameters.length} arguments, not ${expression.arguments.length}.`;
    return run.wrong('arm-function', message, expression.range);
  }
  const parameters = new Map<string, Value>();
  expression.arguments.forEach((argument, index) => {
    const step = { range: argument.range, text: `argument of ${name}` };
    parameters.set(found.parameters[index] ?? '', passedThrough(evaluateExpression(argument, frame), step));
  });
  const inner: Frame = { ...found.frame, parameters, depth: frame.depth + 1 };
  return guarded(inner, expression.range, () => evaluateNode(found.output, inner));
}

function guarded(frame: Frame, range: SourceRange, evaluate: () => Value): Value {
  if (frame.depth <= MAX_CALL_DEPTH) return evaluate();
  const message = `Functions call each other more than ${MAX_CALL_DEPTH} levels deep.`;
  return frame.template.run.wrong('limit-exceeded', message, range);
}
