import { defaultAt, listValue, literalAt, stringValue } from '../value/make.ts';
import { knownText } from '../value/read.ts';
import type { Value } from '../value/value.ts';
import type { Machine } from './model.ts';

/** What else a machine can be for, as words of tags and of what scripts install tell it. */
const ROLES: readonly (readonly [role: string, tag: RegExp, script: RegExp | undefined])[] = [
  [
    'dc',
    /\b(?:dc|domain[ _-]?controller|active[ _-]?directory|ad[ _-]?ds|adds)\b/i,
    /\bInstall-ADDS(?:Forest|Domain(?:Controller)?)\b|\bAD-Domain-Services\b|\bxADDomain(?:Controller)?\b/i,
  ],
  ['witness', /\b(?:fsw|(?:file[ _-]?share[ _-]?)?witness)\b/i, undefined],
  ['sql', /\bsql(?:[ _-]?server)?\b/i, /\bsqlserver\b.*\/ACTION=Install|\bxSqlServerSetup\b/i],
  ['sharepoint', /\bsharepoint\b/i, undefined],
  ['skype', /\b(?:skype|lync)\b/i, undefined],
];

/** Tags that say what a machine is for. */
const ROLE_TAG = /^(?:role|roles|type|workload|function|purpose|server[-_ ]?role|service|application|app)$/i;

/** What runs on a machine besides Exchange: a list of strings, empty when nothing tells. */
export function otherRolesOf({ tags, hints, resource }: Machine): Value {
  const found = new Map<string, Value>();
  for (const [name, value] of tags) {
    const text = ROLE_TAG.test(name) ? knownText(value) : undefined;
    if (text === undefined) continue;
    for (const [role, tag] of ROLES) if (tag.test(text)) found.set(role, stringValue(role, value.origin));
  }
  for (const { kind, text, range } of hints) {
    if (kind !== 'script') continue;
    for (const [role, , script] of ROLES) {
      if (script?.test(text) === true && !found.has(role))
        found.set(role, stringValue(role, literalAt(range)));
    }
  }
  const roles = [...found.values()];
  return listValue(roles, roles[0]?.origin ?? defaultAt(resource.range));
}
