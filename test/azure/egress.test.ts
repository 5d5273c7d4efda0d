import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Exits, internetReach, type WayOut } from '../../src/azure/egress.ts';
import { type CollectionGroup, firewallPassage } from '../../src/azure/firewall.ts';
import type { AdminRule, Filter } from '../../src/azure/nsg.ts';
import { closedBy, openTo } from '../../src/azure/passage.ts';
import { AddressSet } from '../../src/azure/prefixes.ts';
import { type RouteTable, routing } from '../../src/azure/routes.ts';
import type { Connection, SecurityRule, Sender } from '../../src/azure/security-rules.ts';
import { SourceFile } from '../../src/source/file.ts';
import { literalAt, numberValue, stringValue } from '../../src/value/make.ts';
import { unknown } from '../../src/value/unknown.ts';
import type { Value } from '../../src/value/value.ts';

const range = { file: new SourceFile('main.tf', ''), start: 0, end: 0 };
const origin = literalAt(range);
const text = (value: string): Value => stringValue(value, origin);

const SENDER: Sender = {
  addresses: AddressSet.from('10.0.1.10'),
  addressReasons: [],
  families: [4],
  groups: new Set(),
  groupReasons: [],
  network: AddressSet.from('10.0.0.0/16'),
  hasDefaultRoute: false,
};

/** The addresses that are tried: inside and outside of every prefix that rules and routes name. */
const TRIED = ['8.8.8.8', '9.9.9.9', '9.9.9.10', '200.1.1.1'] as const;
const PREFIXES = ['8.0.0.0/8', '9.9.9.9', '9.9.9.0/24', '*', '128.0.0.0/1'];

/** A rule whose access, port and destination may be unknown. */
interface Draft {
  readonly access: string | undefined;
  readonly port: string | undefined;
  readonly to: string | undefined;
}
/** The same with a value for everything. */
type Known = { readonly [K in keyof Draft]: string };

/** An estate: everything that stands between the machine and the Internet. */
interface World<Rule> {
  readonly admin: readonly Rule[];
  readonly group: readonly Rule[];
  readonly firewall: readonly Rule[];
  /** Where traffic for a prefix goes. */
  readonly routes: readonly { readonly prefix: string; readonly hop: string }[];
  /** Whether a public address exists; unknown when neither. */
  readonly address: boolean;
}

const ruleOf = ({ access, port, to }: Draft, priority: number): SecurityRule => {
  const given = (value: string | undefined, name: string): Value =>
    value === undefined ? unknown({ kind: 'input', text: `var.${name} has no value` }, origin) : text(value);
  return {
    name: `rule-${priority}`,
    range,
    priority: numberValue(priority, origin),
    direction: text('Outbound'),
    access: given(access, 'access'),
    protocols: [text('Tcp')],
    sourcePorts: [text('*')],
    destinationPorts: [given(port, 'port')],
    sources: [text('*')],
    destinations: [given(to, 'to')],
    sourceGroups: [],
    destinationGroups: [],
  };
};

function wayOf({ admin, group, firewall, routes, address }: World<Draft>): WayOut {
  const filter: Filter = {
    kind: 'group',
    address: 'nsg',
    range,
    rules: group.map((rule, index) => ruleOf(rule, 100 + index)),
    moreRules: [],
  };
  const table: RouteTable = {
    address: 'rt',
    range,
    routes: routes.map(({ prefix, hop }) => ({
      name: prefix,
      range,
      prefix: text(prefix),
      nextHop: text(hop),
    })),
    moreRoutes: [],
  };
  // One collection a rule: allowing and denying collections take turns by priority.
  const collections: CollectionGroup = {
    address: 'group',
    range,
    priority: numberValue(100, origin),
    moreCollections: [],
    collections: firewall.map((rule, index) => {
      const own = ruleOf(rule, 100 + index);
      return {
        name: `c${index}`,
        range,
        priority: own.priority,
        action: own.access,
        rules: [own],
        moreRules: [],
      };
    }),
  };
  const out = ({ targets }: Connection) =>
    address
      ? openTo(targets)
      : closedBy({ allows: false, addresses: targets, text: 'private', origin, isDefault: true });
  const exits: Exits = {
    system: out,
    internet: out,
    appliance: (_, connection) =>
      firewallPassage(
        { address: 'fw', range, rules: { layers: [[collections]], moreGroups: [] } },
        SENDER,
        connection,
      ),
  };
  return {
    adminRules: admin.map((rule, index): AdminRule => ({ rule: ruleOf(rule, 10 + index), address: 'avnm' })),
    filters: [filter],
    sender: SENDER,
    routing: routing(table),
    exits,
  };
}

const holds = (prefix: string, address: string): boolean =>
  prefix === '*' || AddressSet.from(prefix).contains(AddressSet.from(address));

/** The access of the first rule that matches mail to the address. */
const firstMatch = (rules: readonly Known[], address: string): string | undefined =>
  rules.find(({ port, to }) => port === '25' && holds(to, address))?.access;

/** Azure's own procedure, for one address, when everything is known. */
function delivers(
  { admin, group, firewall, routes, address: hasAddress }: World<Known>,
  to: string,
): boolean {
  const early = firstMatch(admin, to);
  if (early === 'Deny') return false;
  if (early !== 'AlwaysAllow' && (firstMatch(group, to) ?? 'Allow') === 'Deny') return false;
  const matching = routes
    .filter(({ prefix }) => holds(prefix, to))
    .sort((a, b) => Number(b.prefix.split('/')[1]) - Number(a.prefix.split('/')[1]));
  switch (matching[0]?.hop ?? 'Internet') {
    case 'None':
      return false;
    case 'VirtualAppliance':
      return firstMatch(firewall, to) === 'Allow';
    default:
      return hasAddress;
  }
}

/** Everything that the unknown parts could be, as far as the addresses tried can tell it apart. */
function* completions(rules: readonly Draft[], accesses: readonly string[]): Generator<readonly Known[]> {
  const [first, ...others] = rules;
  if (first === undefined) return yield [];
  for (const rest of completions(others, accesses)) {
    for (const access of first.access === undefined ? accesses : [first.access]) {
      for (const port of first.port === undefined ? ['25', '443'] : [first.port]) {
        for (const to of first.to === undefined ? ['*', '10.0.0.0/8', ...TRIED] : [first.to]) {
          yield [{ access, port, to }, ...rest];
        }
      }
    }
  }
}

function* worlds(world: World<Draft>): Generator<World<Known>> {
  for (const admin of completions(world.admin, ['Allow', 'Deny'])) {
    for (const group of completions(world.group, ['Allow', 'Deny'])) {
      for (const firewall of completions(world.firewall, ['Allow', 'Deny'])) {
        yield { ...world, admin, group, firewall };
      }
    }
  }
}

const draft = (...accesses: readonly string[]): fc.Arbitrary<Draft> =>
  fc.record({
    access: fc.option(fc.constantFrom(...accesses), { nil: undefined, freq: 6 }),
    port: fc.option(fc.constantFrom('25', '443'), { nil: undefined, freq: 6 }),
    to: fc.option(fc.constantFrom(...PREFIXES), { nil: undefined, freq: 6 }),
  });

const world: fc.Arbitrary<World<Draft>> = fc.record({
  // What an admin rule does is known here: an unknown one may be any of three.
  admin: fc.array(
    draft('Allow', 'Deny', 'AlwaysAllow').map(rule => ({ ...rule, access: rule.access ?? 'Allow' })),
    { maxLength: 2 },
  ),
  group: fc.array(draft('Allow', 'Deny'), { maxLength: 2 }),
  firewall: fc.array(draft('Allow', 'Deny'), { maxLength: 2 }),
  routes: fc.uniqueArray(
    fc.record({
      prefix: fc.constantFrom('0.0.0.0/0', '8.0.0.0/8', '9.9.9.0/24', '128.0.0.0/1'),
      hop: fc.constantFrom('Internet', 'None', 'VirtualAppliance'),
    }),
    { selector: ({ prefix }) => prefix, maxLength: 3 },
  ),
  address: fc.boolean(),
});

describe('what a machine reaches through everything in its way', () => {
  it('is never surely open or closed against what some completion of the unknown parts does', () => {
    fc.assert(
      fc.property(world, drafted => {
        const reach = internetReach(wayOf(drafted), 25);
        const all = [...worlds(drafted)];
        fc.pre(all.length <= 4000);
        for (const to of TRIED) {
          const answers = new Set(all.map(known => delivers(known, to)));
          const single = AddressSet.from(to);
          const shown = `${to} with ${JSON.stringify(drafted)}`;
          // Surely open: every completion delivers. Not possible: none does.
          if (reach.open.contains(single)) assert.deepEqual([...answers], [true], shown);
          if (!reach.possible.contains(single)) assert.deepEqual([...answers], [false], shown);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is exactly what Azure would do when everything is known', () => {
    const known = world.map(({ admin, group, firewall, ...rest }) => {
      const complete = (rules: readonly Draft[]): readonly Known[] =>
        rules.map(({ access = 'Deny', port = '25', to = '*' }) => ({ access, port, to }));
      return { ...rest, admin: complete(admin), group: complete(group), firewall: complete(firewall) };
    });
    fc.assert(
      fc.property(known, complete => {
        const reach = internetReach(wayOf(complete), 25);
        assert.deepEqual(reach.reasons, []);
        for (const to of TRIED) {
          const single = AddressSet.from(to);
          const expected = delivers(complete, to);
          assert.deepEqual(
            [reach.open.contains(single), reach.possible.contains(single)],
            [expected, expected],
            `${to} with ${JSON.stringify(complete)}`,
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});
