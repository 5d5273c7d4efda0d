import type { Expression } from '../../arm/expression.ts';
import type { SourceRange } from '../../source/range.ts';
import type { Reason } from '../../value/unknown.ts';
import type * as ast from '../ast.ts';
import { errorExpression, textExpression, unknownExpression } from './nodes.ts';
import { lowerExpression, type Scope } from './scope.ts';
import { literalTextOf } from './symbols.ts';

type Call = Pick<ast.CallExpression, 'name' | 'arguments' | 'range'>;

/** What a function of parameters files gives whose value comes from outside; `undefined` for any other function. */
export function outsideValue({ name, arguments: list, range }: Call, scope: Scope): Expression | undefined {
  const what = literalTextOf(list[0]) ?? '';
  const given = (text: string): Expression =>
    unknownExpression({ kind: 'input', text: `${text} is given at deployment`, range }, range);
  switch (name) {
    case 'readEnvironmentVariable':
    case 'readEnvVar':
      return environmentVariable(what, list[1], scope, range);
    case 'readCliArg':
      return given(`the argument ${what} of the deployment command`);
    case 'externalInput':
      return given(`the external input ${what}`);
    case 'getSecret': {
      const reason: Reason = { kind: 'data', text: 'a Key Vault secret is read at deployment', range };
      return unknownExpression(reason, range, true);
    }
    default:
      return undefined;
  }
}

/** Only what the user states counts: a file that could read the environment of a pipeline could show its secrets. */
function environmentVariable(
  name: string,
  fallback: ast.Expression | undefined,
  scope: Scope,
  range: SourceRange,
): Expression {
  const { environment } = scope.template.program;
  if (!environment.has(name)) {
    const text = `environment variable ${name} is not read: set bicep.environment.${name} in exvet.yaml`;
    return unknownExpression({ kind: 'input', text, range }, range);
  }
  const value = environment.get(name);
  if (value !== undefined) return textExpression(value, range);
  if (fallback !== undefined) return lowerExpression(fallback, scope);
  const message = `The environment variable '${name}' is not set, and the call names no default.`;
  scope.template.report('bicep-reference', message, range);
  return errorExpression(message, range);
}
