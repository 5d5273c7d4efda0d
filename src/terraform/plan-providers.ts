import { type JsonNode, jsonMember } from '../source/json.ts';
import { defaultAt, literalAt, objectValue, stringValue } from '../value/make.ts';
import type { ProviderConfiguration } from '../value/resource.ts';
import { unknown } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';

/**
 * A provider configuration by its key in a plan, `hyperv.host2` or `module.a:hyperv`. Of its arguments a plan has the
 * constants; of others only what they refer to.
 */
export function plannedProvider(
  key: string,
  providers: JsonNode | undefined,
  range: ProviderConfiguration['range'],
): ProviderConfiguration {
  const [, module, name = key] = /^(.*):([^:]*)$/.exec(key) ?? [];
  const found = jsonMember(providers, key);
  const expressions = jsonMember(found, 'expressions');
  const entries = (expressions?.kind === 'object' ? expressions.members : []).map(
    member => [member.name.value, argumentValue(member.value)] as const,
  );
  const place = found?.range ?? range;
  return {
    address: `${module === undefined ? '' : `${module}.`}provider.${name}`,
    range: place,
    body: objectValue(entries, defaultAt(place)),
  };
}

function argumentValue(expression: JsonNode): Value {
  const constant = jsonMember(expression, 'constant_value');
  const { range } = expression;
  if (constant?.kind === 'string') return stringValue(constant.value, literalAt(constant.range));
  const text = 'the plan does not have this argument of the provider: put its configuration beside it';
  return unknown({ kind: 'data', text, range }, literalAt(range));
}
