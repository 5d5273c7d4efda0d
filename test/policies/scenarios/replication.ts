import type { Disk, Estate, Platform, Replication, Server } from '../../../src/estate/model.ts';
import type { Value } from '../../../src/value/value.ts';
import { bool, disk, estate, number, on, replication, text } from '../../support/estate.ts';
import { NOT_TOLD, type Scenario, type Scenarios } from './scenario.ts';

type Facts = Partial<Replication['facts']>;

/** An estate whose one replication is this. */
const replicated = (more: Parameters<typeof replication>[0]): Estate => ({
  ...estate([]),
  replications: [replication(more)],
});

const fact = (name: keyof Facts, violating: Value, more: Partial<Replication> = {}): Scenario => ({
  violates: () => replicated({ ...more, facts: { [name]: violating } }),
  undecided: () => replicated({ ...more, facts: { [name]: NOT_TOLD } }),
});

/** A replication by its direction, of a server about which exvet.yaml states facts. */
const stating = (direction: string, facts: Readonly<Record<string, Value>>): Estate =>
  replicated({
    direction: text(direction),
    server: on('asr', { declared: new Map(Object.entries(facts)) }),
  });

const HYPER_V = { direction: text('hyper-v-to-azure') };
const VMM = { direction: text('vmm-to-azure') };

/** A fact of exvet.yaml. */
const stated = (direction: string, name: string, violating: Value): Scenario => ({
  violates: () => stating(direction, { [name]: violating }),
  undecided: () => stating(direction, {}),
  needs: new RegExp(name),
});

const withDisks = (more: Partial<Disk>, facts: Readonly<Record<string, Value>> = {}): Server =>
  on('asr', { disks: [disk({ ...more, declared: new Map(Object.entries(facts)) })] });

/** A disk about which exvet.yaml states a fact. */
const statedOfDisk = (name: string, violating: Value): Scenario => ({
  violates: () => replicated({ ...HYPER_V, server: withDisks({}, { [name]: violating }) }),
  undecided: () => replicated({ ...HYPER_V, server: withDisks({}) }),
  needs: new RegExp(name),
});

const source = (platform: Platform, more: Partial<Server>): Partial<Replication> => ({
  source: on(platform, more),
});

/** The policies of policies/replication.yaml. */
export const REPLICATION: Scenarios = {
  'EXREP-01': {
    violates: () => replicated({ ...HYPER_V, facts: { targetStorage: bool(false) } }),
    undecided: () => replicated({ ...HYPER_V, facts: { networkMapped: NOT_TOLD } }),
  },
  'EXREP-02': stated('vmm-to-azure', 'siteRecoveryProvider', bool(false)),
  'EXREP-03': stated('hyper-v-to-azure', 'siteRecoveryAgents', bool(false)),
  'EXREP-05': stated('vmm-to-azure', 'vmNetworksLinked', bool(false)),
  'EXREP-06': fact('networkMapped', bool(false), VMM),
  'EXREP-08': stated('hyper-v-to-azure', 'replicationHeadroom', number(511)),
  'EXREP-09': statedOfDisk('churn', number(300)),
  'EXREP-14': fact('inRecoveryPlan', bool(false), { together: 2 }),
  'EXREP-15': fact('testNetwork', bool(false)),
  'EXREP-31': fact('dagMember', bool(true)),
  'EXREP-32': {
    violates: () =>
      replicated({
        ...HYPER_V,
        ...source('hyper-v', { generation: number(2) }),
        server: withDisks({ isOs: true, sizeGib: number(4096) }),
      }),
    undecided: () =>
      replicated({
        ...HYPER_V,
        ...source('hyper-v', { generation: number(2) }),
        server: withDisks({ isOs: true, sizeGib: NOT_TOLD }),
      }),
  },
  'EXREP-33': {
    violates: () => replicated(source('azure', { disks: [disk({ tier: text('ultra') })] })),
    undecided: () => replicated(source('azure', { disks: [disk({ tier: NOT_TOLD })] })),
  },
  'EXREP-34': stated('hyper-v-to-azure', 'hostBackupByAzure', bool(true)),
  'EXREP-35': statedOfDisk('bitLocker', bool(true)),
  'EXREP-36': {
    violates: () =>
      replicated({ ...HYPER_V, ...source('hyper-v', { disks: [disk({ format: text('pass-through') })] }) }),
    undecided: () => stating('hyper-v-to-azure', {}),
    needs: /usesIscsi/,
  },
  'EXREP-37': statedOfDisk('striped', bool(true)),
  'EXREP-38': fact('excludesExchangeData', bool(true)),
  'EXREP-39': fact('dagMember', bool(true), {
    direction: text('hyper-v-replica'),
    server: on('hyper-v'),
  }),
  'EXHOST-21': {
    violates: () =>
      replicated(source('azure', { placement: { ...on('azure').placement, dedicatedHost: bool(true) } })),
    undecided: () => replicated({ source: undefined }),
    needs: /is not in this deployment/,
  },
};
