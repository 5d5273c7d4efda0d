import type { Host } from '../../../src/estate/model.ts';
import {
  bool,
  disk,
  estate,
  host,
  number,
  on,
  replication,
  statedOfHost,
  text,
} from '../../support/estate.ts';
import { type Case, row, without } from './case.ts';
import { ACROSS_AZURE, churning, FROM_HYPER_V, from, type Parts, sized, stating } from './replicated.ts';

const FROM_VMM = 'vmm-to-azure';

const FROM_VMWARE = 'vmware-to-azure';

const hostWith = (os: string): readonly Host[] => [host([], { declared: statedOfHost({ os }) })];

const PASS_THROUGH = disk({ format: text('pass-through') });

const NO_BACKUP = { hostBackupByAzure: bool(false) };

const headroom = (gib: number): Parts => ({
  stated: { replicationHeadroom: number(gib) },
  disks: [sized(1024)],
});

const vmm = (version: string, os: string): Parts => ({
  stated: { ...NO_BACKUP, vmmVersion: text(version) },
  hosts: hostWith(os),
});

/** A replication whose resource has no place for a test network. */
function withoutTestNetwork() {
  const whole = replication();
  return { ...estate([]), replications: [{ ...whole, facts: without(whole.facts, 'testNetwork') }] };
}

/** The policies of policies/replication.yaml. */
export const REPLICATION_CASES: readonly Case[] = [
  row(
    'EXHOST-21',
    'a dedicated host from which VMware replicates',
    from(FROM_VMWARE, { source: { placement: { ...on('azure').placement, dedicatedHost: bool(true) } } }),
    'nothing',
  ),
  row(
    'EXREP-01',
    'no storage in Azure',
    from(FROM_HYPER_V, { facts: { targetStorage: bool(false) } }),
    'error',
    { says: /managed disks nor/ },
  ),
  row(
    'EXREP-01',
    'no virtual network',
    from(FROM_HYPER_V, { facts: { networkMapped: bool(false) } }),
    'error',
    { says: /no virtual network/ },
  ),
  row(
    'EXREP-01',
    'no mapping in VMM, which EXREP-06 says',
    from(FROM_VMM, { facts: { networkMapped: bool(false) } }),
    'nothing',
  ),
  row(
    'EXREP-01',
    'no virtual network, from Azure to Azure',
    from(ACROSS_AZURE, { facts: { targetStorage: bool(false) } }),
    'nothing',
  ),
  row(
    'EXREP-02',
    'no provider where VMM manages nothing',
    from(FROM_HYPER_V, { stated: { siteRecoveryProvider: bool(false) } }),
    'nothing',
  ),
  row(
    'EXREP-03',
    'no agent with VMM',
    from(FROM_VMM, { stated: { siteRecoveryAgents: bool(false) } }),
    'error',
  ),
  row(
    'EXREP-03',
    'no agent, from Azure to Azure',
    from(ACROSS_AZURE, { stated: { siteRecoveryAgents: bool(false) } }),
    'nothing',
  ),
  row(
    'EXREP-05',
    'networks that are not linked where VMM manages nothing',
    from(FROM_HYPER_V, { stated: { vmNetworksLinked: bool(false) } }),
    'nothing',
  ),
  row(
    'EXREP-06',
    'no mapping where VMM manages nothing',
    from(FROM_HYPER_V, { facts: { networkMapped: bool(false) } }),
    'nothing',
  ),
  row('EXREP-08', 'half of the size of the disks', from(FROM_HYPER_V, headroom(512)), 'nothing'),
  row('EXREP-08', 'one GiB less', from(FROM_HYPER_V, headroom(511)), 'warning'),
  row('EXREP-08', 'nothing stated', from(FROM_HYPER_V), 'undecided'),
  row('EXREP-08', 'from Azure to Azure', from(ACROSS_AZURE, headroom(511)), 'nothing'),
  // Half an hour at 128 MB/s is 225 GiB; half of 450 GiB.
  row(
    'EXREP-09',
    'half of the disk in half an hour',
    from(FROM_HYPER_V, { disks: [churning(128, 450)] }),
    'nothing',
  ),
  row(
    'EXREP-09',
    'more than half of the disk in half an hour',
    from(FROM_HYPER_V, { disks: [churning(128.01, 450)] }),
    'warning',
  ),
  row('EXREP-09', 'from Azure to Azure', from(ACROSS_AZURE, { disks: [churning(1000, 450)] }), 'nothing'),
  row(
    'EXREP-14',
    'one server in no plan',
    from(ACROSS_AZURE, { facts: { inRecoveryPlan: bool(false) } }),
    'nothing',
  ),
  row(
    'EXREP-14',
    'two servers in no plan',
    from(ACROSS_AZURE, { together: 2, facts: { inRecoveryPlan: bool(false) } }),
    'warning',
    { says: /in no recovery plan/ },
  ),
  row(
    'EXREP-14',
    'one server before the domain controllers',
    from(ACROSS_AZURE, { facts: { startsAfterDirectory: bool(false) } }),
    'warning',
    { says: /does not start the domain controllers/ },
  ),
  row('EXREP-15', 'no test network', from(ACROSS_AZURE, { facts: { testNetwork: bool(false) } }), 'note', {
    says: /No network/,
  }),
  row(
    'EXREP-15',
    'the network of a real failover',
    from(ACROSS_AZURE, { facts: { testsInTargetNetwork: bool(true) } }),
    'note',
    { says: /network of real ones/ },
  ),
  row('EXREP-15', 'a resource without a place for it', withoutTestNetwork(), 'nothing'),
  row('EXREP-31', 'a member of a DAG', from(ACROSS_AZURE, { facts: { dagMember: bool(true) } }), 'warning'),
  row(
    'EXREP-31',
    'a member of a DAG in strict mode',
    from(ACROSS_AZURE, { facts: { dagMember: bool(true) } }),
    'error',
    { strict: true },
  ),
  row(
    'EXREP-34',
    'a host that Azure Backup protects',
    from(FROM_HYPER_V, { stated: { hostBackupByAzure: bool(true) }, hosts: hostWith('2022') }),
    'error',
    { says: /Azure Backup/ },
  ),
  row(
    'EXREP-34',
    'Windows Server 2012',
    from(FROM_HYPER_V, { stated: NO_BACKUP, hosts: hostWith('2012') }),
    'error',
    { says: /2012 R2 and later/ },
  ),
  row(
    'EXREP-34',
    'Windows Server 2012 R2',
    from(FROM_HYPER_V, { stated: NO_BACKUP, hosts: hostWith('2012 R2') }),
    'nothing',
  ),
  row(
    'EXREP-34',
    'VMM 2012 R2 with hosts of its own release',
    from(FROM_VMM, vmm('2012 R2', '2012 R2')),
    'nothing',
  ),
  row('EXREP-34', 'VMM 2012 with hosts of 2012 R2', from(FROM_VMM, vmm('2012', '2012 R2')), 'error', {
    says: /VMM 2012 manages/,
  }),
  row('EXREP-34', 'VMM 2016 with hosts of 2019', from(FROM_VMM, vmm('2016', '2019')), 'error', {
    says: /no older than its hosts/,
  }),
  row(
    'EXREP-34',
    'Windows Server 2012, from Azure to Azure',
    from(ACROSS_AZURE, { stated: NO_BACKUP, hosts: hostWith('2012') }),
    'nothing',
  ),
  row(
    'EXREP-35',
    'BitLocker, from Azure to Azure',
    from(ACROSS_AZURE, { disks: [stating({ bitLocker: bool(true) })] }),
    'nothing',
  ),
  row(
    'EXREP-36',
    'a pass-through disk',
    from(FROM_HYPER_V, { disks: [PASS_THROUGH], stated: { usesIscsi: bool(true) } }),
    'error',
    { says: /pass-through/ },
  ),
  row(
    'EXREP-36',
    'iSCSI',
    from(FROM_HYPER_V, { disks: [disk({ format: text('vhdx') })], stated: { usesIscsi: bool(true) } }),
    'error',
    { says: /iSCSI/ },
  ),
  row(
    'EXREP-36',
    'iSCSI, from Azure to Azure, which EXREP-33 says',
    from(ACROSS_AZURE, { stated: { usesIscsi: bool(true) } }),
    'nothing',
  ),
  row(
    'EXREP-37',
    'a striped disk, from Azure to Azure',
    from(ACROSS_AZURE, { disks: [stating({ striped: bool(true) })] }),
    'nothing',
  ),
  row(
    'EXREP-37',
    'a striped disk without consistent points',
    from(FROM_HYPER_V, {
      disks: [stating({ striped: bool(true) })],
      facts: { appConsistentHours: number(0) },
    }),
    'nothing',
  ),
  row(
    'EXREP-37',
    'a striped disk with a point every hour',
    from(FROM_HYPER_V, {
      disks: [stating({ striped: bool(true) })],
      facts: { appConsistentHours: number(1) },
    }),
    'warning',
  ),
  row(
    'EXREP-39',
    'a DAG member from Hyper-V to Azure, which EXREP-31 says',
    { ...from(FROM_HYPER_V, { facts: { dagMember: bool(true) }, after: { platform: 'hyper-v' } }) },
    'nothing',
  ),
  row(
    'EXREP-01',
    'no storage in Azure with VMM',
    from(FROM_VMM, { facts: { targetStorage: bool(false) } }),
    'error',
    { says: /managed disks nor/ },
  ),
  row(
    'EXREP-14',
    'one server after the domain controllers',
    from(ACROSS_AZURE, { facts: { startsAfterDirectory: bool(true) } }),
    'nothing',
  ),
  row(
    'EXREP-14',
    'a server in no plan, another after the domain controllers',
    from(ACROSS_AZURE, {
      together: 2,
      facts: { inRecoveryPlan: bool(false), startsAfterDirectory: bool(true) },
    }),
    'warning',
    { says: /in no recovery plan/ },
  ),
  row(
    'EXREP-34',
    'VMM 2012 with hosts of which nothing is stated',
    from(FROM_VMM, { stated: { ...NO_BACKUP, vmmVersion: text('2012') } }),
    'error',
  ),
  row(
    'EXREP-34',
    'the oldest of several hosts',
    from(FROM_HYPER_V, {
      stated: NO_BACKUP,
      hosts: [...hostWith('2022'), ...hostWith('2012'), ...hostWith('2019')],
    }),
    'error',
    { says: /Windows Server 2012;/ },
  ),
  row(
    'EXREP-08',
    'a disk of which no size is told',
    from(FROM_HYPER_V, { ...headroom(600), disks: [sized(1024), disk({ sizeGib: undefined })] }),
    'undecided',
  ),
];
