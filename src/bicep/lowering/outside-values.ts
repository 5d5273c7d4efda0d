import type { Expression } from '../../arm/expression.ts';
import type { Reason } from '../../value/unknown.ts';
import type * as ast from '../ast.ts';
import { unknownExpression } from './nodes.ts';
import { literalTextOf } from './symbols.ts';

type Call = Pick<ast.CallExpression, 'name' | 'arguments' | 'range'>;

/** Functions of parameters files whose values come from outside: the environment is not looked at. */
const OUTSIDE: ReadonlyMap<string, (name: string) => Omit<Reason, 'range'>> = new Map([
  ['readEnvironmentVariable', environment],
  ['readEnvVar', environment],
  ['readCliArg', (name: string) => input(`the argument ${name} of the deployment command`)],
  ['externalInput', (name: string) => input(`the external input ${name}`)],
  ['getSecret', () => ({ kind: 'data', text: 'a Key Vault secret is read at deployment' })],
]);

function environment(name: string): Omit<Reason, 'range'> {
  const text = `environment variable ${name} is not read: give the value in a parameter file`;
  return { kind: 'input', text };
}

function input(what: string): Omit<Reason, 'range'> {
  return { kind: 'input', text: `${what} is given at deployment` };
}

/** The unknown that such a call is; `undefined` for any other function. */
export function outsideValue({ name, arguments: list, range }: Call): Expression | undefined {
  const reason = OUTSIDE.get(name)?.(literalTextOf(list[0]) ?? '');
  return reason && unknownExpression({ ...reason, range }, range, name === 'getSecret');
}
