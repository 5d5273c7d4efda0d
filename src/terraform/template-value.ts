import { computedAt, literalAt, stringValue, takenFrom } from '../value/make.ts';
import type { Origin } from '../value/origin.ts';
import { BOOL, STRING } from '../value/type.ts';
import { unknownFrom } from '../value/unknown.ts';
import type { StringValue, UnknownValue, Value } from '../value/value.ts';
import { boundedText, stoppedRound } from './bounds.ts';
import type { TemplateExpression, TemplateFor, TemplateIf, TemplatePart } from './hcl/ast.ts';
import { elementsOf } from './iteration.ts';
import { isProblem } from './problem.ts';
import { bind, type Evaluate, type Scope } from './scope.ts';
import { convert } from './types.ts';

type Piece = StringValue | UnknownValue;

/**
 * The value of a quoted string or heredoc. One that is a single interpolation and nothing else is the value
 * itself, with its type; any other is a string of which the known pieces are kept when others are unknown.
 */
export function evaluateTemplate(template: TemplateExpression, scope: Scope, evaluate: Evaluate): Value {
  const [only, ...others] = template.parts;
  if (only === undefined) return stringValue('', literalAt(template.range));
  if (others.length === 0) {
    if (only.kind === 'interpolation') return evaluate(only.value, scope);
    if (only.kind === 'text') return stringValue(only.text, literalAt(template.range));
  }
  if (template.parts.every(part => part.kind === 'text')) {
    return stringValue(template.parts.map(part => part.text).join(''), literalAt(template.range));
  }
  const used: Value[] = [];
  const pieces = evaluateParts(template.parts, scope, evaluate, used);
  return boundedText(pieces, scope, computedAt(template.range, used));
}

/** The pieces of the text; the values that it was computed from are added to `used`. */
function evaluateParts(
  parts: readonly TemplatePart[],
  scope: Scope,
  evaluate: Evaluate,
  used: Value[],
): Piece[] {
  return parts.flatMap(part => {
    switch (part.kind) {
      case 'text':
        return [stringValue(part.text, literalAt(part.range))];
      case 'interpolation': {
        const value = evaluate(part.value, scope);
        used.push(value);
        return [asText(value, part.value.range, scope)];
      }
      case 'if':
        return evaluateIf(part, scope, evaluate, used);
      case 'for':
        return evaluateTemplateFor(part, scope, evaluate, used);
    }
  });
}

function asText(value: Value, range: Origin['range'], scope: Scope): Piece {
  if (value.kind === 'null') {
    return scope.problems.failed(
      'terraform-type',
      'The expression result is null: a template cannot include a null value',
      range,
      STRING,
    );
  }
  const text = convert(value, STRING);
  if (!isProblem(text) && (text.kind === 'string' || text.kind === 'unknown')) return text;
  return scope.problems.failed(
    'terraform-type',
    `A template can include only strings, numbers and bools, not ${value.kind === 'list' ? `a ${value.collection}` : `an ${value.kind}`}`,
    range,
    STRING,
  );
}

function evaluateIf(part: TemplateIf, scope: Scope, evaluate: Evaluate, used: Value[]): Piece[] {
  const condition = evaluate(part.condition, scope);
  used.push(condition);
  const decided = condition.kind === 'null' ? undefined : convert(condition, BOOL);
  if (decided === undefined || isProblem(decided)) {
    const why = 'The condition of a template directive must be a bool';
    return [scope.problems.failed('terraform-type', why, part.condition.range, STRING)];
  }
  if (decided.kind === 'bool')
    return evaluateParts(decided.value ? part.then : part.else, scope, evaluate, used);
  return [unknownFrom([condition], computedAt(part.range, [condition]), { type: STRING })];
}

function evaluateTemplateFor(part: TemplateFor, scope: Scope, evaluate: Evaluate, used: Value[]): Piece[] {
  const collection = evaluate(part.collection, scope);
  used.push(collection);
  const elements = elementsOf(collection, part.collection.range, scope);
  if ('kind' in elements) {
    return [unknownFrom([elements], computedAt(part.range, [collection]), { type: STRING })];
  }
  return elements.flatMap(({ key, value }) => {
    const stopped = stoppedRound(scope, part.range);
    if (stopped !== undefined) return [stopped];
    const inner = part.keyName === undefined ? scope : bind(scope, part.keyName, key);
    return evaluateParts(
      part.body,
      bind(inner, part.valueName, takenFrom(value, collection)),
      evaluate,
      used,
    );
  });
}
