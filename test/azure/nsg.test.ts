import assert from 'node:assert/strict';
import fc from 'fast-check';
import { internetReach, type Reach } from '../../src/azure/egress.ts';
import type { Filter } from '../../src/azure/nsg.ts';
import { mainDecision, NO_PASSAGE, openTo } from '../../src/azure/passage.ts';
import { AddressSet, INTERNET } from '../../src/azure/prefixes.ts';
import { routing } from '../../src/azure/routes.ts';
import type { SecurityRule, Sender } from '../../src/azure/security-rules.ts';
import { SourceFile } from '../../src/source/file.ts';
import { literalAt, numberValue, stringValue } from '../../src/value/make.ts';
import { unknown } from '../../src/value/unknown.ts';
import type { Value } from '../../src/value/value.ts';

const range = { file: new SourceFile('main.tf', ''), start: 0, end: 0 };
const origin = literalAt(range);
const text = (value: string): Value => stringValue(value, origin);
const unset = (name: string): Value => unknown({ kind: 'input', text: `var.${name} has no value` }, origin);

type Given = string | Value;
interface RuleText {
  readonly priority: number | Value;
  readonly direction?: Given;
  readonly access: Given;
  readonly protocol?: Given;
  readonly from?: readonly Given[];
  readonly fromPorts?: readonly Given[];
  readonly to?: readonly Given[];
  readonly ports?: readonly Given[];
  readonly fromGroups?: readonly Given[];
  readonly toGroups?: readonly Given[];
}

const valueOf = (given: Given): Value => (typeof given === 'string' ? text(given) : given);

/** A rule for SMTP from anywhere to anywhere, but for what is given. */
function rule(given: RuleText): SecurityRule {
  const { priority } = given;
  return {
    name: `rule-${typeof priority === 'number' ? priority : 'x'}`,
    range,
    priority: typeof priority === 'number' ? numberValue(priority, origin) : priority,
    direction: valueOf(given.direction ?? 'Outbound'),
    access: valueOf(given.access),
    protocols: [valueOf(given.protocol ?? 'Tcp')],
    sourcePorts: (given.fromPorts ?? ['*']).map(valueOf),
    destinationPorts: (given.ports ?? ['25']).map(valueOf),
    sources: (given.from ?? (given.fromGroups === undefined ? ['*'] : [])).map(valueOf),
    destinations: (given.to ?? (given.toGroups === undefined ? ['*'] : [])).map(valueOf),
    sourceGroups: (given.fromGroups ?? []).map(valueOf),
    destinationGroups: (given.toGroups ?? []).map(valueOf),
  };
}

const group = (...rules: RuleText[]): Filter => ({
  kind: 'group',
  address: 'nsg',
  range,
  rules: rules.map(rule),
  moreRules: [],
});

const SENDER: Sender = {
  addresses: AddressSet.from('10.0.1.0/24'),
  addressReasons: [],
  families: [4],
  groups: new Set(['asg-exchange']),
  groupReasons: [],
  network: AddressSet.from('10.0.0.0/16'),
  hasDefaultRoute: false,
};

/** What gets through the filters to a subnet with nothing else in the way. */
const smtpReach = (filters: readonly Filter[], sender: Sender): Reach =>
  internetReach(
    {
      adminRules: [],
      filters,
      sender,
      routing: routing(undefined),
      exits: {
        system: ({ targets }) => openTo(targets),
        internet: () => NO_PASSAGE,
        appliance: () => NO_PASSAGE,
      },
    },
    25,
  );

const INTERNET4 = INTERNET.ofFamilies([4]);

/** `all`, `none`, a list of prefixes, or `unknown: …` with the reasons. */
function reached(filters: Filter | readonly Filter[], sender: Partial<Sender> = {}): string | string[] {
  const list = 'kind' in filters ? [filters] : filters;
  const reach = smtpReach(list, { ...SENDER, ...sender });
  if (!reach.open.equals(reach.possible)) {
    return `unknown: ${reach.reasons.map(reason => reason.text).join('; ')}`;
  }
  assert.deepEqual(reach.reasons, []);
  if (reach.open.equals(INTERNET4)) return 'all';
  return reach.open.isEmpty ? 'none' : reach.open.prefixes();
}

describe('what of the Internet a security group leaves open on TCP 25', () => {
  it('is all of it without a group, and without a rule: the default rule allows the Internet', () => {
    assert.equal(reached({ kind: 'none' }), 'all');
    assert.equal(reached(group()), 'all');
  });

  it('is nothing once a rule denies it', () => {
    assert.equal(reached(group({ priority: 100, access: 'Deny' })), 'none');
  });

  it('is decided by the lowest priority number, in whatever order the rules are written', () => {
    assert.equal(
      reached(group({ priority: 200, access: 'Deny' }, { priority: 100, access: 'Allow' })),
      'all',
    );
    assert.equal(
      reached(group({ priority: 100, access: 'Deny' }, { priority: 200, access: 'Allow' })),
      'none',
    );
    assert.equal(
      reached(group({ priority: 4096, access: 'Deny' }, { priority: 100, access: 'Allow' })),
      'all',
    );
  });

  it('is not touched by inbound rules', () => {
    assert.equal(reached(group({ priority: 100, access: 'Deny', direction: 'Inbound' })), 'all');
  });

  it('is decided by rules for TCP and for any protocol alone', () => {
    for (const [protocol, expected] of [
      ['Tcp', 'none'],
      ['TCP', 'none'],
      ['*', 'none'],
      ['Udp', 'all'],
      ['Icmp', 'all'],
      ['Esp', 'all'],
    ] as const) {
      assert.equal(reached(group({ priority: 100, access: 'Deny', protocol })), expected, protocol);
    }
  });

  it('is decided by rules whose ports hold 25', () => {
    for (const [ports, expected] of [
      [['25'], 'none'],
      [['*'], 'none'],
      [['0-65535'], 'none'],
      [['20-30'], 'none'],
      [['25-25'], 'none'],
      [['587', '25'], 'none'],
      [['587,25'], 'none'],
      [['', '25'], 'none'],
      [['26-65535'], 'all'],
      [['80', '443', '587'], 'all'],
      [['250'], 'all'],
    ] as const) {
      assert.equal(reached(group({ priority: 100, access: 'Deny', ports })), expected, ports.join());
    }
  });

  it('is a list of prefixes when a rule opens those alone', () => {
    const relay = { priority: 100, access: 'Allow', to: ['40.92.0.0/15', '203.0.113.9'] };
    assert.deepEqual(reached(group(relay, { priority: 200, access: 'Deny', to: ['Internet'] })), [
      '40.92.0.0/15',
      '203.0.113.9/32',
    ]);
  });

  it('keeps what a denied prefix leaves over', () => {
    const open = reached(group({ priority: 100, access: 'Deny', to: ['0.0.0.0/1', '128.0.0.0/2'] }));
    assert.deepEqual(open, AddressSet.from('192.0.0.0/2').intersect(INTERNET4).prefixes());
  });

  it('is not closed by denying private prefixes, the load balancer or the virtual network', () => {
    for (const to of [
      '10.0.0.0/8',
      '192.168.0.0/16',
      'AzureLoadBalancer',
      'VirtualNetwork',
      'Storage.WestEurope',
    ]) {
      assert.equal(reached(group({ priority: 100, access: 'Deny', to: [to] })), 'all', to);
    }
  });

  it('is closed by each way to write the Internet', () => {
    for (const to of ['*', 'Internet', 'INTERNET', '0.0.0.0/0', 'Any']) {
      assert.equal(reached(group({ priority: 100, access: 'Deny', to: [to] })), 'none', to);
    }
  });

  it('is not opened for mail by the addresses of Microsoft services', () => {
    const monitor = { priority: 100, access: 'Allow', ports: ['*'], to: ['AzureMonitor'] };
    assert.equal(reached(group(monitor, { priority: 200, access: 'Deny' })), 'none');
  });

  it('cannot be told for the tag of the whole cloud, unless another rule decides the same', () => {
    const cloud = { priority: 100, access: 'Allow', to: ['AzureCloud'] };
    assert.equal(
      reached(group(cloud, { priority: 200, access: 'Deny' })),
      'unknown: AzureCloud is a part of the Internet whose addresses change: name prefixes instead',
    );
    assert.equal(reached(group(cloud)), 'all');
  });

  it('is judged for the family of the address', () => {
    const deny4 = group({ priority: 100, access: 'Deny', to: ['0.0.0.0/0'] });
    assert.equal(reached(deny4), 'none');
    assert.deepEqual(reached(deny4, { families: [6] }), ['2000::/3']);
  });
});

describe('whom a security rule concerns', () => {
  const deny = (given: Partial<RuleText>) => group({ priority: 100, access: 'Deny', ...given });

  it('is told by prefixes, by VirtualNetwork and by application security groups', () => {
    assert.equal(reached(deny({ from: ['10.0.0.0/16'] })), 'none');
    assert.equal(reached(deny({ from: ['10.0.2.0/24'] })), 'all');
    assert.equal(reached(deny({ from: ['VirtualNetwork'] })), 'none');
    assert.equal(reached(deny({ from: ['Internet'] })), 'all');
    assert.equal(reached(deny({ from: ['10.0.2.0/24', '10.0.1.0/24'] })), 'none');
  });

  it('cannot be told for a part of the subnet without a static address', () => {
    const part = deny({ from: ['10.0.1.0/25'] });
    assert.match(String(reached(part)), /^unknown: whether the machine's address lies in 10\.0\.1\.0\/25/);
    assert.equal(reached(part, { addresses: AddressSet.from('10.0.1.4') }), 'none');
    assert.equal(reached(part, { addresses: AddressSet.from('10.0.1.200') }), 'all');
  });

  it('cannot be told from a subnet whose prefix is unknown, except for all and for public prefixes', () => {
    const nowhere: Partial<Sender> = {
      addresses: undefined,
      addressReasons: [{ kind: 'data', text: 'the subnet is not here' }],
    };
    assert.equal(reached(deny({ from: ['10.0.0.0/8'] }), nowhere), 'unknown: the subnet is not here');
    assert.equal(reached(deny({ from: ['0.0.0.0/0'] }), nowhere), 'none');
    assert.equal(reached(deny({ from: ['8.8.8.0/24'] }), nowhere), 'all');
  });

  it('may depend on the source port: one port that gets through is enough', () => {
    assert.equal(reached(deny({ fromPorts: ['25'] })), 'all');
    assert.equal(reached(deny({ fromPorts: ['1024-65535'] })), 'none');
    assert.equal(reached(deny({ fromPorts: ['49152-65535'] })), 'all');
    const allowed = { priority: 90, access: 'Allow', fromPorts: ['50000-50010'] };
    assert.equal(reached(group(allowed, { priority: 100, access: 'Deny' })), 'all');
  });
});

describe('the security groups of the network interface and of the subnet', () => {
  const open = group();
  const closed = group({ priority: 100, access: 'Deny' });
  const only = (...to: string[]): Filter =>
    group({ priority: 100, access: 'Allow', to }, { priority: 200, access: 'Deny' });

  it('must both allow', () => {
    assert.equal(reached([open, closed]), 'none');
    assert.equal(reached([closed, open]), 'none');
    assert.equal(reached([open, open]), 'all');
    assert.equal(reached([{ kind: 'none' }, closed]), 'none');
    assert.deepEqual(reached([only('203.0.113.0/24'), only('203.0.113.128/25')]), ['203.0.113.128/25']);
  });

  it('do not need to be known when the other one closes', () => {
    const elsewhere: Filter = {
      kind: 'unknown',
      reasons: [{ kind: 'data', text: 'the subnet is not here' }],
    };
    assert.equal(reached([elsewhere, closed]), 'none');
    assert.equal(reached([closed, elsewhere]), 'none');
    assert.equal(reached([elsewhere, open]), 'unknown: the subnet is not here');
  });
});

describe('an unknown part of a rule', () => {
  const denyAll = { priority: 200, access: 'Deny' };

  it('matters when it can change the outcome', () => {
    assert.equal(
      reached(group({ priority: 100, access: unset('access') }, denyAll)),
      'unknown: var.access has no value',
    );
    assert.equal(
      reached(group({ priority: 100, access: 'Allow', ports: [unset('port')] }, denyAll)),
      'unknown: var.port has no value',
    );
    assert.equal(
      reached(group({ priority: 100, access: 'Allow', to: [unset('relay')] }, denyAll)),
      'unknown: var.relay has no value',
    );
    assert.equal(
      reached(group({ priority: unset('priority'), access: 'Allow' }, denyAll)),
      'unknown: var.priority has no value',
    );
  });

  it('does not matter behind the rule that decides', () => {
    assert.equal(
      reached(group({ priority: 100, access: 'Deny' }, { priority: 200, access: unset('access') })),
      'none',
    );
  });

  it('does not matter when the rules behind give the same answer', () => {
    assert.equal(reached(group({ priority: 100, access: 'Allow', to: [unset('relay')] })), 'all');
    assert.equal(reached(group({ priority: 100, access: 'Deny', to: [unset('relay')] }, denyAll)), 'none');
    assert.equal(reached(group({ priority: unset('priority'), access: 'Deny' }, denyAll)), 'none');
  });

  it('does not matter in a rule for another port or direction', () => {
    assert.equal(reached(group({ priority: 100, access: unset('a'), ports: ['443'] }, denyAll)), 'none');
    assert.equal(
      reached(group({ priority: 100, access: unset('a'), direction: 'Inbound' }, denyAll)),
      'none',
    );
  });

  it('does not matter when all the values that are allowed give one answer', () => {
    const port = unknown({ kind: 'input', text: 'no value' }, origin, {
      candidates: [stringValue('80', origin), stringValue('443', origin)],
    });
    assert.equal(reached(group({ priority: 100, access: 'Allow', ports: [port] }, denyAll)), 'none');
  });

  it('matters for rules that are not listed at all', () => {
    const filter: Filter = {
      kind: 'group',
      address: 'nsg',
      range,
      rules: [rule({ priority: 100, access: 'Deny' })],
      moreRules: [{ kind: 'input', text: 'var.rules has no value' }],
    };
    assert.equal(reached(filter), 'unknown: var.rules has no value');
  });

  it('matters for a rule that may not be deployed', () => {
    const uncertain = {
      ...rule({ priority: 100, access: 'Deny' }),
      uncertain: [{ kind: 'input', text: 'why' }],
    } as const;
    assert.equal(
      reached({ kind: 'group', address: 'nsg', range, rules: [uncertain], moreRules: [] }),
      'unknown: why',
    );
  });
});

describe('the VirtualNetwork trap', () => {
  it('is that a default route may put the Internet into the tag', () => {
    const rules = group(
      { priority: 100, access: 'Allow', to: ['VirtualNetwork'] },
      { priority: 200, access: 'Deny', to: ['Internet'] },
    );
    assert.equal(reached(rules), 'none');
    assert.match(
      String(reached(rules, { hasDefaultRoute: true })),
      /^unknown: the tag VirtualNetwork may cover/,
    );
  });
});

describe('the rule that decides', () => {
  it('is the one that opens the most of what is open', () => {
    const reach = smtpReach(
      [
        group(
          { priority: 100, access: 'Allow', to: ['203.0.113.9'] },
          { priority: 200, access: 'Deny', to: ['0.0.0.0/1'] },
        ),
      ],
      SENDER,
    );
    const main = mainDecision(reach.decisions, reach.open, true);
    assert.equal(main?.text, 'rule AllowInternetOutBound (default, priority 65001) of nsg');
  });
});

describe('the evaluation of unknown rules', () => {
  // Every value that an unknown field could have, as far as the addresses tried can tell them apart.
  const PRIORITIES = [110, 160, 210];
  const PORTS = ['25', '443'];
  const DESTINATIONS = ['8.0.0.0/8', '9.9.9.9', '*', '10.0.0.0/8'];
  const ACCESSES = ['Allow', 'Deny'];
  const TRIED = ['8.8.8.8', '9.9.9.9', '9.9.9.10', '200.1.1.1'];

  interface Plain {
    readonly priority: number;
    readonly access: string;
    readonly port: string;
    readonly to: string;
  }
  type Template = { readonly [K in keyof Plain]: Plain[K] | undefined };

  const template: fc.Arbitrary<Omit<Template, 'priority'> & { known: boolean }> = fc.record({
    known: fc.boolean(),
    access: fc.option(fc.constantFrom(...ACCESSES), { nil: undefined, freq: 4 }),
    port: fc.option(fc.constantFrom(...PORTS), { nil: undefined, freq: 4 }),
    to: fc.option(fc.constantFrom(...DESTINATIONS), { nil: undefined, freq: 4 }),
  });

  /** Azure's own procedure for known rules. */
  const allows = (rules: readonly Plain[], address: string): boolean => {
    const matching = rules
      .filter(({ port }) => port === '25')
      .filter(({ to }) => to === '*' || AddressSet.from(to).overlaps(AddressSet.from(address)))
      .sort((a, b) => a.priority - b.priority);
    return (matching[0]?.access ?? 'Allow') === 'Allow';
  };

  function* completions(templates: readonly Template[]): Generator<Plain[]> {
    const [first, ...others] = templates;
    if (first === undefined) return yield [];
    for (const rest of completions(others)) {
      for (const priority of first.priority === undefined ? PRIORITIES : [first.priority]) {
        for (const access of first.access === undefined ? ACCESSES : [first.access]) {
          for (const port of first.port === undefined ? PORTS : [first.port]) {
            for (const to of first.to === undefined ? ['*', '10.0.0.0/8', ...TRIED] : [first.to]) {
              yield [{ priority, access, port, to }, ...rest];
            }
          }
        }
      }
    }
  }

  it('agrees with trying out every value that they could have', () => {
    fc.assert(
      fc.property(fc.array(template, { minLength: 1, maxLength: 3 }), fc.boolean(), (drafts, hidden) => {
        // At most one unknown priority: two could be equal, which Azure refuses.
        const templates = drafts.map(
          (draft, index): Template => ({
            ...draft,
            priority: hidden && index === 0 ? undefined : 100 + 50 * index,
          }),
        );
        const reach = smtpReach(
          [
            group(
              ...templates.map(
                (draft, index): RuleText => ({
                  priority: draft.priority ?? unset(`p${index}`),
                  access: draft.access ?? unset(`a${index}`),
                  ports: [draft.port ?? unset(`d${index}`)],
                  to: [draft.to ?? unset(`t${index}`)],
                }),
              ),
            ),
          ],
          SENDER,
        );
        const all = [...completions(templates)];
        for (const address of TRIED) {
          const answers = new Set(all.map(rules => allows(rules, address)));
          const single = AddressSet.from(address);
          assert.deepEqual(
            { open: reach.open.contains(single), possible: reach.possible.contains(single) },
            { open: !answers.has(false), possible: answers.has(true) },
            `${address} with ${JSON.stringify(templates)}`,
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
