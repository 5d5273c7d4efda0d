import type { Server } from '../../../src/estate/model.ts';
import { bool, disk, on, statedOfServer, text } from '../../support/estate.ts';
import { one } from '../scenarios/scenario.ts';
import { type Case, row } from './case.ts';

const EXCHANGE_2007 = { exchangeVersion: text('2007') };

const clustered = (restarted: boolean, moved: boolean, more: Partial<Server> = {}) =>
  one('vsphere', {
    ...EXCHANGE_2007,
    declared: statedOfServer({ clustering: 'ccr' }),
    placement: {
      ...on('vsphere').placement,
      restartedByCluster: bool(restarted),
      movedByCluster: bool(moved),
    },
    ...more,
  });

const NOT_CLUSTERED = { declared: statedOfServer({ clustering: 'none' }) };

const checkpoints = (type: string) => one('hyper-v', { state: { checkpointType: text(type) } });

const protectedBy = (hasSnapshot: boolean, consistentRestorePoint: boolean, platformBackup: boolean) =>
  one('azure', {
    hasSnapshot: bool(hasSnapshot),
    state: {
      ...on('azure').state,
      consistentRestorePoint: bool(consistentRestorePoint),
      platformBackup: bool(platformBackup),
    },
  });

const inCluster = (facts: Parameters<typeof statedOfServer>[0]) =>
  one('hyper-v', { declared: statedOfServer(facts) });

const scheduled = (action: string) =>
  one('azure', { state: { ...on('azure').state, scheduledAction: text(action) } });

/** The policies of policies/snapshots.yaml. */
export const SNAPSHOTS_CASES: readonly Case[] = [
  row('EXSNP-08', 'a CCR node that its cluster restarts and moves', clustered(true, true), 'error', {
    says: /restarts it/,
  }),
  row('EXSNP-08', 'a CCR node that its cluster moves', clustered(false, true), 'error', { says: /moves it/ }),
  row('EXSNP-08', 'a server in no cluster of its own', clustered(true, true, NOT_CLUSTERED), 'nothing'),
  row('EXSNP-09', 'a server that its cluster restarts and moves', clustered(true, true), 'warning', {
    says: /restarts ex01/,
  }),
  row('EXSNP-09', 'a server that its cluster moves', clustered(false, true), 'warning', {
    says: /moves ex01/,
  }),
  row('EXSNP-10', 'nothing stated about moves', one('hyper-v', { declared: new Map() }), 'nothing'),
  row(
    'EXSNP-11',
    'a backup by the host of virtual disks',
    one('hyper-v', {
      ...EXCHANGE_2007,
      disks: [disk({ format: text('vhd') })],
      declared: statedOfServer({ backupMethod: 'host-vss' }),
    }),
    'nothing',
  ),
  row(
    'EXSNP-11',
    'a backup by the host of disks on iSCSI',
    one('hyper-v', {
      ...EXCHANGE_2007,
      disks: [disk({ format: text('vhd') })],
      declared: statedOfServer({ backupMethod: 'host-vss', usesIscsi: true }),
    }),
    'error',
  ),
  row('EXSNP-21', 'production checkpoints', checkpoints('production'), 'warning', {
    says: /allows checkpoints \(production\)/,
  }),
  row('EXSNP-21', 'standard checkpoints', checkpoints('standard'), 'warning', { says: /keep its memory/ }),
  row('EXSNP-23', 'a snapshot beside a backup', protectedBy(true, true, true), 'error', {
    says: /crash-consistent/,
  }),
  row('EXSNP-23', 'a consistent restore point', protectedBy(false, true, false), 'warning', {
    says: /restore point/,
  }),
  row('EXSNP-23', 'Azure Backup', protectedBy(false, false, true), 'warning', { says: /Azure Backup/ }),
  row('EXSNP-24', 'a crash-consistent backup', inCluster({ backupMethod: 'crash-consistent' }), 'warning'),
  row('EXSNP-24', 'nothing stated about backups', one('hyper-v', { declared: new Map() }), 'nothing'),
  row('EXSNP-27', 'the priority low', inCluster({ clusterPriority: 'low' }), 'error', {
    says: /the priority low/,
  }),
  row(
    'EXSNP-27',
    'a saved state when it goes offline',
    inCluster({ clusterOfflineAction: 'save' }),
    'error',
    { says: /saved to disk/ },
  ),
  row(
    'EXSNP-27',
    'a host in no failover cluster, with nothing stated',
    one('hyper-v', {
      declared: new Map(),
      placement: { ...on('hyper-v').placement, restartedByCluster: bool(false), movedByCluster: bool(false) },
    }),
    'nothing',
  ),
  row('EXSNP-29', 'a schedule that hibernates', scheduled('hibernate'), 'error', { says: /hibernates/ }),
  row('EXSNP-29', 'a schedule that stops', scheduled('stop'), 'note', { says: /stops/ }),
  row('EXSNP-01', 'checkpoints that exvet.yaml states', inCluster({ checkpoints: true }), 'error'),
  row(
    'EXSNP-08',
    'an SCC node',
    clustered(true, true, { declared: statedOfServer({ clustering: 'scc' }) }),
    'error',
  ),
  row(
    'EXSNP-11',
    'a crash-consistent backup of disks on iSCSI',
    one('hyper-v', {
      ...EXCHANGE_2007,
      declared: statedOfServer({ backupMethod: 'crash-consistent', usesIscsi: true }),
    }),
    'error',
  ),
  row(
    'EXSNP-20',
    'what exvet.yaml states of a machine that the template saves',
    one('hyper-v', {
      state: { stopAction: text('save') },
      declared: statedOfServer({ stopAction: 'shut-down' }),
    }),
    'nothing',
  ),
  row('EXSNP-20', 'SCVMM, whose resource does not tell it', one('scvmm', { state: {} }), 'undecided'),
  row(
    'EXSNP-20',
    'Azure Local, whose resource does not tell it',
    one('azure-local', { state: {} }),
    'undecided',
  ),
  row('EXSNP-24', 'no backup at all', inCluster({ backupMethod: 'none' }), 'nothing'),
  row('EXSNP-27', 'the priority none', inCluster({ clusterPriority: 'none' }), 'error', {
    says: /the priority none/,
  }),
  row(
    'EXSNP-27',
    'the priority medium in a failover cluster',
    one('azure-local', { declared: statedOfServer({ clusterPriority: 'medium' }) }),
    'nothing',
  ),
  row(
    'EXSNP-27',
    'Azure Local, which always is a failover cluster',
    one('azure-local', { declared: new Map() }),
    'undecided',
  ),
];
