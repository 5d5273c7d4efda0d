import { deepEqual } from 'node:assert/strict';
import { findDags } from '../../src/estate/dag.ts';
import { NO_DECLARATIONS } from '../../src/estate/declarations.ts';
import type { Dag, Placement } from '../../src/estate/model.ts';
import { recogniseServers } from '../../src/estate/recognition.ts';
import { boolValue, computedAt, defaultAt, numberValue } from '../../src/value/make.ts';
import { unknown } from '../../src/value/unknown.ts';
import type { Value } from '../../src/value/value.ts';
import { unknownInput } from '../support/values.ts';
import { type MachineSketch, machine, rangeIn, text } from './machines.ts';

function dagsOf(...sketches: readonly MachineSketch[]): readonly Dag[] {
  const machines = sketches.map((sketch, index) =>
    machine({
      label: `s${index}`,
      ...(sketch.name === undefined ? { name: `ex0${index + 1}` } : {}),
      ...sketch,
    }),
  );
  const { servers } = recogniseServers(machines, NO_DECLARATIONS);
  return findDags(
    servers,
    machines.map(({ resource }) => resource),
  );
}

/** `certain or not: members`. */
const members = (dags: readonly Dag[]): readonly string[] =>
  dags.map(
    dag => `${dag.certain ? 'certain' : 'candidate'}: ${dag.members.map(m => m.resource.label).join(' ')}`,
  );

describe('DAGs of a deployment', () => {
  it('two mailbox servers are a candidate', () => deepEqual(members(dagsOf({}, {})), ['candidate: s0 s1']));
  it('one server is none', () => deepEqual(members(dagsOf({})), []));
  it('edge servers are in none', () =>
    deepEqual(members(dagsOf({}, { tags: { 'exchange-role': 'edge' } })), []));
  it('a DAG word makes the candidate certain', () =>
    deepEqual(members(dagsOf({ calls: ['exchange_dag'] }, {})), ['certain: s0 s1']));
  it('tags group the members', () => {
    const tagged = (dag: string): MachineSketch => ({ tags: { 'exchange-dag': dag } });
    deepEqual(members(dagsOf(tagged('DAG1'), tagged('DAG2'), tagged('dag1'), tagged('none'))), [
      'certain: s0 s2',
      'certain: s1',
    ]);
  });
  it('the script on one server sets it up for all', () =>
    deepEqual(members(dagsOf({ script: 'New-DatabaseAvailabilityGroup -Name DAG1' }, {})), [
      'certain: s0 s1',
    ]));
  it('a setting of what sets it up names it', () => {
    const configured: MachineSketch = { script: 'CONFIGDAG.zip', settings: { DAGName: 'mail01' } };
    const [dag, ...others] = dagsOf(configured, {});
    deepEqual(dag && [dag.address, ...members([dag])], ['dag.mail01', 'certain: s0 s1']);
    deepEqual(others, []);
  });
  it('two such settings do not tell which', () =>
    deepEqual(
      dagsOf({ script: 'CONFIGDAG.zip', settings: { DAGName: 'dag01', dag_name: 'dag02' } }, {}).map(
        ({ address }) => address,
      ),
      ['dag.ex01+ex02'],
    ));
  it('a script that does not name it makes the candidate certain', () =>
    deepEqual(members(dagsOf({ script: 'CONFIGDAG.zip' }, {})), ['certain: s0 s1']));
  it('servers of two versions are in two', () => {
    const version = (v: string): MachineSketch => ({ tags: { 'exchange-version': v } });
    deepEqual(members(dagsOf(version('2016'), version('2016'), version('2019'), version('2019'))), [
      'candidate: s0 s1',
      'candidate: s2 s3',
    ]);
  });
});

const origin = defaultAt(rangeIn('main.tf', 'zone'));
const placed = (placement: Partial<Placement>): MachineSketch => ({ placement });
const reference = (address: string): Value =>
  unknown({ kind: 'provider', text: `${address}.id is known only after deployment` }, origin, {
    reference: { address, path: ['id'] },
  });
const set = (id: Value, faultDomains: number | Value): Partial<Placement> => ({
  availabilitySet: {
    id,
    faultDomains: typeof faultDomains === 'number' ? numberValue(faultDomains, origin) : faultDomains,
  },
});
const rule = (enabled: Value, ...names: readonly number[]): Partial<Placement> => ({
  antiAffinity: [
    {
      address: 'rule.r',
      range: rangeIn('main.tf', 'rule'),
      members: names.map(index => `azurerm_windows_virtual_machine.s${index}`),
      enabled,
    },
  ],
});
const groupLocation = (): Value =>
  unknown(
    { kind: 'provider', text: 'resourceGroup().location is known only at deployment' },
    computedAt(rangeIn('main.json', 'resourceGroup().location')),
  );
const yes = boolValue(true, origin);

describe('members on different hosts', () => {
  const cases: readonly (readonly [
    what: string,
    placements: readonly Partial<Placement>[],
    verdict: string,
  ])[] = [
    ['nothing stated', [{}, {}], 'false: nothing keeps ex01 and ex02 on different hosts'],
    [
      'different zones',
      [{ zone: text('1') }, { zone: text('2') }],
      'true: ex01 and ex02 are in different zones',
    ],
    ['one zone', [{ zone: text('1') }, { zone: text('1') }], 'false: ex01 and ex02 are both in zone 1'],
    [
      'three members, two of them in one zone',
      [{ zone: text('1') }, { zone: text('2') }, { zone: text('1') }],
      'false: ex01 and ex03 are both in zone 1',
    ],
    ['a zone and none', [{ zone: text('1') }, {}], 'false: nothing keeps ex01 and ex02 on different hosts'],
    [
      'a zone that is not known',
      [{ zone: text('1') }, { zone: unknownInput('var.zone') }],
      'unknown, var.zone has no value: the zones of ex01 and ex02 are not known',
    ],
    [
      'different regions',
      [{ site: text('westeurope') }, { site: text('northeurope') }],
      'true: ex01 and ex02 are in different sites',
    ],
    [
      'the location of the resource group, written out twice',
      [{ site: groupLocation() }, { site: groupLocation() }],
      'false: nothing keeps ex01 and ex02 on different hosts',
    ],
    [
      'a region that is not known beside one that is',
      [{ site: unknownInput('var.location') }, { site: text('westeurope') }],
      'unknown, var.location has no value: the sites of ex01 and ex02 are not known',
    ],
    [
      'one availability set',
      [set(reference('azurerm_availability_set.a'), 3), set(reference('azurerm_availability_set.a'), 3)],
      'true: ex01 and ex02 are in one availability set with 3 fault domains',
    ],
    [
      'one availability set with one fault domain',
      [set(text('a'), 1), set(text('A'), 1)],
      'false: ex01 and ex02 are in one availability set with 1 fault domain',
    ],
    [
      'two availability sets',
      [set(reference('azurerm_availability_set.a'), 3), set(reference('azurerm_availability_set.b'), 3)],
      'false: ex01 and ex02 are in different availability sets, which may share hosts',
    ],
    [
      'fault domains that are not known',
      [set(text('a'), unknownInput('var.fd')), set(text('a'), unknownInput('var.fd'))],
      'unknown, var.fd has no value: the fault domains of the availability set of ex01 and ex02 are not known',
    ],
    [
      'different hosts',
      [{ host: reference('azurerm_dedicated_host.a') }, { host: reference('azurerm_dedicated_host.b') }],
      'true: ex01 and ex02 are on different hosts',
    ],
    [
      'one host',
      [{ host: reference('azurerm_dedicated_host.a') }, { host: reference('azurerm_dedicated_host.a') }],
      'false: ex01 and ex02 are on one host',
    ],
    [
      'hosts of two data sources, which may be one',
      [{ host: reference('data.vsphere_host.a') }, { host: reference('data.vsphere_host.b') }],
      'unknown, data.vsphere_host.a.id is known only after deployment; data.vsphere_host.b.id is known only after deployment: the hosts of ex01 and ex02 are not known',
    ],
    ['a rule for both', [rule(yes, 0, 1), rule(yes, 0, 1)], 'true: rule.r keeps ex01 and ex02 apart'],
    [
      'a rule that leaves one out',
      [rule(yes, 0, 1), rule(yes, 0, 1), {}],
      'false: nothing keeps ex01 and ex03 on different hosts',
    ],
    [
      'a rule that is switched off',
      [rule(boolValue(false, origin), 0, 1), {}],
      'false: rule.r is not in force',
    ],
    [
      'a rule that may be switched off',
      [rule(unknownInput('var.on'), 0, 1), {}],
      'unknown, var.on has no value: whether rule.r is in force is not known',
    ],
  ];
  for (const [what, placements, verdict] of cases) {
    it(what, () => {
      const [dag] = dagsOf(...placements.map(placed));
      const separated = dag?.membersSeparated;
      const answer =
        separated?.kind === 'bool'
          ? String(separated.value)
          : separated?.kind === 'unknown'
            ? `unknown, ${separated.reasons.map(reason => reason.text).join('; ')}`
            : 'nothing';
      deepEqual(`${answer}: ${dag?.separationText ?? ''}`, verdict);
    });
  }

  it('one machine that stands for an unknown number of them', () => {
    const [dag] = dagsOf({ tags: { 'exchange-dag': 'DAG1' }, uncertain: 'var.count has no value' });
    deepEqual(
      [dag?.membersSeparated.kind, dag?.separationText],
      ['unknown', 'how many members there are is not known'],
    );
  });
});
