import { defaultAt, listValue, literalAt, stringValue } from '../value/make.ts';
import { knownText } from '../value/read.ts';
import type { Value } from '../value/value.ts';
import type { Machine } from './model.ts';

/** What a machine can be for besides Exchange, as words of tags, of what scripts install and of names tell it. */
const ROLES: readonly (readonly [role: string, tag: RegExp, script?: RegExp | undefined, name?: RegExp])[] = [
  [
    'dc',
    /\b(?:dc|domain[ _-]?controller|active[ _-]?directory|ad[ _-]?ds|adds)\b/i,
    /\bInstall-ADDS(?:Forest|Domain(?:Controller)?)\b|-SafeModeAdministratorPassword\b|\bdcpromo\b|\bAD-Domain-Services\b|\bxADDomain(?:Controller)?\b|\bCreate-?AD(?:[PB]?DC|Forest)\b/i,
    /(?:^|[-_.])(?:(?:ad)?dc|adds|domaincontroller)\d*(?:$|[-_.])|[a-z0-9]dc\d{1,3}(?:$|[-_.])/i,
  ],
  [
    'witness',
    /\b(?:fsw|(?:file[ _-]?share[ _-]?)?witness)\b/i,
    undefined,
    /(?:^|[-_.])(?:fsw|witness)\d*(?:$|[-_.])/i,
  ],
  [
    'sql',
    /\bsql(?:[ _-]?server)?\b/i,
    /\bsqlserver\b.*\/ACTION=Install|\bxSqlServerSetup\b/i,
    /(?:^|[-_.])sql(?:srv|server)?\d*(?:$|[-_.])/i,
  ],
  ['sharepoint', /\bsharepoint\b/i],
  ['skype', /\b(?:skype|lync)\b/i],
];

/** Tags that say what a machine is for. */
const ROLE_TAG = /^(?:role|roles|type|workload|function|purpose|server[-_ ]?role|service|application|app)$/i;

/** What runs on an Exchange server besides Exchange. A list of strings, empty when nothing tells. */
export const otherRolesOf = (machine: Machine): Value => listOf(rolesByOwnSigns(machine), machine);

/** What a machine that is not an Exchange server is for; here its names tell too. A list of strings. */
export function machineRoles(machine: Machine): Value {
  const told = rolesByOwnSigns(machine);
  const known = namesIn(listOf(told, machine));
  const names = [machine.name, machine.computerName].flatMap(name => knownText(name) ?? []);
  const byName = ROLES.flatMap(([role, , , shape]) =>
    shape !== undefined && !known.includes(role) && names.some(name => shape.test(name))
      ? [stringValue(role, machine.name.origin)]
      : [],
  );
  return listOf([...told, ...byName], machine);
}

/** The texts of a list of strings. */
export const namesIn = (list: Value): readonly string[] =>
  list.kind === 'list'
    ? list.elements.flatMap(element => (element.kind === 'string' ? [element.value] : []))
    : [];

const listOf = (roles: readonly Value[], { resource }: Machine): Value =>
  listValue(roles, roles[0]?.origin ?? defaultAt(resource.range));

function rolesByOwnSigns({ tags, hints }: Machine): readonly Value[] {
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
  return [...found.values()];
}
