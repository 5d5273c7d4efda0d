import { factsOf, relation, type SubjectSchema } from '../fact.ts';
import { stated } from './declared.ts';

export const REPLICATION_FACTS: SubjectSchema = {
  about: 'An Exchange server that a service replicates to another place.',
  facts: factsOf('replication', {
    name: {
      type: 'string',
      about: 'The name of the replicated server.',
      read: ({ replication }) => replication.server.name,
    },
    direction: {
      type: 'string',
      about: 'From where to where.',
      values: ['hyper-v-to-azure', 'vmm-to-azure', 'vmware-to-azure', 'azure-to-azure', 'hyper-v-replica'],
      read: ({ replication }) => stated(replication.direction, replication.resource.range),
    },
    excludedDisks: {
      type: 'list<string>',
      about: 'Data disks that are not replicated.',
      read: ({ replication }) => replication.facts.excludedDisks,
    },
    networkMapped: {
      type: 'bool',
      about: 'Its network after a failover is told.',
      read: ({ replication }) => replication.facts.networkMapped,
    },
    inRecoveryPlan: {
      type: 'bool',
      about: 'A recovery plan names it.',
      read: ({ replication }) => replication.facts.inRecoveryPlan,
    },
    testNetwork: {
      type: 'bool',
      about: 'A network for test failovers is told.',
      read: ({ replication }) => replication.facts.testNetwork,
    },
    appConsistentHours: {
      type: 'number',
      unit: 'hours',
      about: 'The time between application-consistent recovery points; 0 when there are none.',
      read: ({ replication }) => replication.facts.appConsistentHours,
    },
  }),
  relations: {
    server: relation('replication', 'server', 'one', 'The machine after a failover.', ({ replication }) => [
      { kind: 'server', server: replication.server },
    ]),
    source: relation(
      'replication',
      'server',
      'many',
      'The machine that is replicated, when it is declared.',
      ({ replication }) =>
        replication.source === undefined ? [] : [{ kind: 'server', server: replication.source }],
    ),
  },
};
