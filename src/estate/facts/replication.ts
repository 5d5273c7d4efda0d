import { type ReplicationLimits, replicationLimits } from '../../azure/site-recovery-limits.ts';
import { boolValue, defaultAt, numberValue } from '../../value/make.ts';
import { textIn } from '../../value/read.ts';
import { unknown, unknownFrom } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import { factsOf, relation, type SubjectSchema, type Supposing } from '../fact.ts';
import { REPLICATION_DIRECTIONS, type Replication } from '../model.ts';

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
      values: REPLICATION_DIRECTIONS,
      read: ({ replication }) => replication.direction,
    },
    sourceDeclared: {
      type: 'bool',
      about: 'The machine that is replicated is declared here: true, or unknown.',
      read: ({ replication }) => sourceDeclared(replication),
    },
    excludedDisks: {
      type: 'list<string>',
      about: 'Disks that are not replicated.',
      read: ({ replication }) => replication.facts.excludedDisks,
    },
    excludesExchangeData: {
      type: 'bool',
      about: 'A disk that is not replicated holds databases, transaction logs or transport queues.',
      read: ({ replication }) => replication.facts.excludesExchangeData,
    },
    networkMapped: {
      type: 'bool',
      about: 'Its network after a failover is told: a target network, or a network mapping.',
      read: ({ replication }) => replication.facts.networkMapped,
    },
    targetStorage: {
      type: 'bool',
      about: 'Hyper-V: its storage in Azure is told: managed disks, or a storage account.',
      read: ({ replication }) => replication.facts.targetStorage,
    },
    inRecoveryPlan: {
      type: 'bool',
      about: 'A recovery plan names it.',
      read: ({ replication }) => replication.facts.inRecoveryPlan,
    },
    startsAfterDirectory: {
      type: 'bool',
      about: 'Its recovery plan starts the domain controllers before it; absent when the plan has none.',
      read: ({ replication }) => replication.facts.startsAfterDirectory,
    },
    testNetwork: {
      type: 'bool',
      about: 'A network for test failovers is told; absent where the resource has no place for it.',
      read: ({ replication }) => replication.facts.testNetwork,
    },
    testsInTargetNetwork: {
      type: 'bool',
      about: 'That network is also the one of a real failover.',
      read: ({ replication }) => replication.facts.testsInTargetNetwork,
    },
    appConsistentHours: {
      type: 'number',
      unit: 'hours',
      about: 'The time between application-consistent recovery points; 0 when there are none.',
      read: ({ replication }) => replication.facts.appConsistentHours,
    },
    cacheInSourceRegion: {
      type: 'bool',
      about: 'Azure: its cache storage accounts are in the region of the replicated machine.',
      read: ({ replication }) => replication.facts.cacheInSourceRegion,
    },
    dagMember: {
      type: 'bool',
      about: 'The replicated server is a member of a DAG.',
      read: ({ replication }) => replication.facts.dagMember,
      assumption: ({ replication: { dag } }) =>
        dag === undefined || dag.certain
          ? undefined
          : 'nothing names a DAG: that these mailbox servers form one is inferred from their being deployed together',
    },
    replicatedServers: {
      type: 'number',
      about: 'How many Exchange servers the deployment replicates.',
      read: ({ replication }) => numberValue(replication.together, defaultAt(replication.resource.range)),
    },
    onDedicatedHost: {
      type: 'bool',
      about: 'Azure: the replicated machine is on a dedicated host.',
      read: ({ replication }) => onDedicatedHost(replication),
    },
    sourceDisks: {
      type: 'number',
      about: 'How many disks the replicated machine has; unknown when it is not declared here.',
      read: ({ replication }) => diskCount(replication),
    },
    churn: {
      type: 'number',
      unit: 'MB/s',
      about: 'What changes on all its disks together; absent unless exvet.yaml states it.',
      read: ({ replication }) => statedChurn(replication),
    },
    replicatedGib: {
      type: 'number',
      unit: 'GiB',
      about: 'The size of all its disks after a failover.',
      read: ({ replication }) => replicatedGib(replication),
    },
    hostOs: {
      type: 'string',
      about: 'The release of Windows Server on its Hyper-V host, as exvet.yaml states it.',
      read: ({ replication }) => hostOs(replication),
    },
    ...limitRows(),
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

function limitRows() {
  const row = (
    about: string,
    unit: string | undefined,
    figure: (limits: ReplicationLimits, replication: Replication) => number | Value | undefined,
  ) => ({
    type: 'number' as const,
    about,
    ...(unit === undefined ? {} : { unit }),
    read: ({ replication }: { readonly replication: Replication }, supposing: Supposing) =>
      limitOf(replication, supposing, figure),
  });
  return {
    maxOsDiskGib: row('The largest OS disk that Site Recovery replicates.', 'GiB', largestOsDisk),
    maxDataDiskGib: row('The largest data disk that it replicates.', 'GiB', limits => limits.dataDiskGib),
    minDataDiskGib: row(
      'The smallest data disk that it replicates.',
      'GiB',
      limits => limits.leastDataDiskGib,
    ),
    maxDisks: row('The most disks of a machine that it replicates.', undefined, limits => limits.disks),
    maxChurn: row('The most that may change on the disks of a machine.', 'MB/s', limits => limits.churn),
  };
}

/** `undefined` where Site Recovery names no such limit. */
function limitOf(
  replication: Replication,
  supposing: Supposing,
  figure: (limits: ReplicationLimits, replication: Replication) => number | Value | undefined,
): Value | undefined {
  const direction = supposing(replication.direction);
  // Both directions from Hyper-V have the same limits.
  const candidates = direction.kind === 'unknown' ? (direction.candidates ?? []) : [direction];
  const limits = replicationLimits(textIn(candidates[0]) ?? '');
  const found = limits && figure(limits, replication);
  return typeof found === 'number' ? numberValue(found, defaultAt(replication.resource.range)) : found;
}

/** It depends on the generation; where that is not told, either may count. */
function largestOsDisk({ osDiskGib }: ReplicationLimits, { source, resource }: Replication): number | Value {
  const generation = source?.generation;
  if (generation?.kind === 'number') return osDiskGib[generation.value === 1 ? 0 : 1];
  if (osDiskGib[0] === osDiskGib[1]) return osDiskGib[0];
  const origin = generation?.origin ?? defaultAt(resource.range);
  const candidates = osDiskGib.map(figure => numberValue(figure, origin));
  if (generation !== undefined) return unknownFrom([generation], origin, { candidates });
  const text = `the generation of the machine that ${resource.address} replicates is not told`;
  return unknown({ kind: 'data', text, range: resource.range }, origin, { candidates });
}

function sourceDeclared({ source, resource }: Replication): Value {
  const here = defaultAt(resource.range);
  return source === undefined
    ? unknown({ kind: 'data', text: sourceMissing(resource.address), range: resource.range }, here)
    : boolValue(true, here);
}

const sourceMissing = (address: string): string =>
  `the machine that ${address} replicates is not in this deployment`;

function onDedicatedHost(replication: Replication): Value {
  const { source, resource } = replication;
  if (source === undefined) return sourceDeclared(replication);
  return source.placement.dedicatedHost ?? boolValue(false, defaultAt(resource.range));
}

function diskCount(replication: Replication): Value {
  const { source, resource } = replication;
  if (source === undefined) return sourceDeclared(replication);
  return numberValue(source.disks.length, defaultAt(resource.range));
}

function replicatedGib({ server, resource }: Replication): Value {
  const here = defaultAt(resource.range);
  const sizes = server.disks.flatMap(({ sizeGib }) => sizeGib ?? []);
  const open = sizes.filter(size => size.kind !== 'number');
  if (sizes.length < server.disks.length || sizes.length === 0) {
    const text = `not every size of the disks that ${resource.address} replicates is told`;
    return unknown({ kind: 'data', text, range: resource.range }, here);
  }
  if (open.length > 0) return unknownFrom(open, here);
  const total = sizes.reduce((sum, size) => sum + (size.kind === 'number' ? size.value : 0), 0);
  return numberValue(total, {
    kind: 'expression',
    range: resource.range,
    inputs: sizes.map(({ origin }) => origin),
  });
}

function statedChurn({ server, resource }: Replication): Value | undefined {
  const figures = server.disks.flatMap(({ declared }) => declared?.get('churn') ?? []);
  const [first] = figures;
  if (first === undefined) return undefined;
  const total = figures.reduce((sum, figure) => sum + (figure.kind === 'number' ? figure.value : 0), 0);
  const inputs = figures.map(({ origin }) => origin);
  return numberValue(total, { kind: 'expression', range: resource.range, inputs });
}

/** Of several hosts the oldest release. */
function hostOs({ hosts, source, resource }: Replication): Value {
  const here = defaultAt(resource.range);
  const stated = hosts.flatMap(({ declared }) => declared.get('os') ?? []);
  const [first, ...others] = stated;
  if (first !== undefined) {
    return others.reduce(
      (oldest, next) => ((textIn(next) ?? '') < (textIn(oldest) ?? '') ? next : oldest),
      first,
    );
  }
  const text =
    source === undefined
      ? `${sourceMissing(resource.address)}, so the release of its host is not told`
      : `exvet.yaml does not state hosts[].os for the host of ${source.address}`;
  return unknown({ kind: 'declaration', text, range: resource.range }, here);
}
