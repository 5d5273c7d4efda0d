import type { Disk, Host, Replication, ReplicationDirection, Server } from '../../../src/estate/model.ts';
import type { Value } from '../../../src/value/value.ts';
import {
  bool,
  disk,
  estate,
  host,
  number,
  on,
  osDisk,
  replication,
  statedOfHost,
  text,
} from '../../support/estate.ts';
import { type Case, row, without } from './case.ts';

interface Parts {
  /** Facts of the replication. */
  readonly facts?: Partial<Replication['facts']>;
  /** What exvet.yaml states. */
  readonly stated?: Readonly<Record<string, Value>>;
  /** The machine that is replicated, beside its disks. */
  readonly source?: Partial<Server>;
  /** Its disks, before and after a failover. */
  readonly disks?: readonly Disk[];
  readonly after?: Partial<Server>;
  readonly hosts?: readonly Host[];
  readonly together?: number;
}

const ACROSS_AZURE = 'azure-to-azure';
const FROM_HYPER_V = 'hyper-v-to-azure';
const FROM_VMM = 'vmm-to-azure';
const FROM_VMWARE = 'vmware-to-azure';

/** An estate whose one replication goes this way. */
const from = (direction: ReplicationDirection, parts: Parts = {}) => {
  const { facts = {}, stated = {}, source, disks = [disk()], after, hosts = [], together = 1 } = parts;
  const declared = new Map(Object.entries(stated));
  return {
    ...estate([]),
    replications: [
      replication({
        direction: text(direction),
        server: on('asr', { disks, declared, ...after }),
        source: on(direction === ACROSS_AZURE ? 'azure' : 'hyper-v', {
          generation: number(2),
          disks,
          ...source,
        }),
        hosts,
        together,
        facts,
      }),
    ],
  };
};

const sized = (gib: number, isOs = false) => (isOs ? osDisk : disk)({ sizeGib: number(gib) });

const stating = (facts: Readonly<Record<string, Value>>, more: Partial<Disk> = {}) =>
  disk({ ...more, declared: new Map(Object.entries(facts)) });

const churning = (churn: number, gib: number) => stating({ churn: number(churn) }, { sizeGib: number(gib) });

const hostWith = (os: string): readonly Host[] => [host([], { declared: statedOfHost({ os }) })];

const SECURE = { secureBoot: bool(true) };
const PASS_THROUGH = disk({ format: text('pass-through') });
const ULTRA = disk({ tier: text('ultra') });
const V2 = disk({ tier: text('premium-v2') });
const NO_BACKUP = { hostBackupByAzure: bool(false) };
const NVME = { diskController: text('nvme') };

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
    'EXREP-32',
    'an OS disk of 4,095 GiB of generation 2',
    from(FROM_HYPER_V, { disks: [sized(4095, true)] }),
    'nothing',
  ),
  row(
    'EXREP-32',
    'an OS disk of 4,096 GiB of generation 2',
    from(FROM_HYPER_V, { disks: [sized(4096, true)] }),
    'error',
    { says: /OS disk/ },
  ),
  row(
    'EXREP-32',
    'an OS disk of 2 TiB of generation 1',
    from(FROM_HYPER_V, { disks: [sized(2048, true)], source: { generation: number(1) } }),
    'nothing',
  ),
  row(
    'EXREP-32',
    'an OS disk of 2,049 GiB of generation 1',
    from(FROM_HYPER_V, { disks: [sized(2049, true)], source: { generation: number(1) } }),
    'error',
    { says: /OS disk/ },
  ),
  row(
    'EXREP-32',
    '64 disks',
    from(FROM_HYPER_V, { disks: Array.from({ length: 64 }, () => disk()) }),
    'nothing',
  ),
  row(
    'EXREP-32',
    '65 disks',
    from(FROM_HYPER_V, { disks: Array.from({ length: 65 }, () => disk()) }),
    'error',
    { says: /65 disks/ },
  ),
  row('EXREP-32', 'a shared VHDX', from(FROM_HYPER_V, { disks: [disk({ shared: bool(true) })] }), 'error', {
    says: /shared virtual disk/,
  }),
  row(
    'EXREP-32',
    'sectors of 4 KB',
    from(FROM_HYPER_V, { disks: [disk({ sectors: text('4kn') })] }),
    'error',
    { says: /sectors of 4 KB/ },
  ),
  row(
    'EXREP-32',
    'sectors of 512 bytes',
    from(FROM_HYPER_V, { disks: [disk({ sectors: text('512e') })] }),
    'nothing',
  ),
  row(
    'EXREP-32',
    'a data disk of 4 TiB beside one of 512-byte sectors',
    from(FROM_HYPER_V, { disks: [disk({ sectors: text('512e'), sizeGib: number(32768) })] }),
    'error',
    { says: /data disk of a size/ },
  ),
  row(
    'EXREP-32',
    'a zone',
    from(FROM_HYPER_V, { after: { placement: { ...on('asr').placement, zone: text('1') } } }),
    'error',
    { says: /zone 1/ },
  ),
  row('EXREP-32', '54 MB/s', from(FROM_HYPER_V, { disks: [churning(54, 1024)] }), 'nothing'),
  row('EXREP-32', '55 MB/s', from(FROM_HYPER_V, { disks: [churning(55, 1024)] }), 'error', {
    says: /55 MB\/s/,
  }),
  row(
    'EXREP-32',
    '54 MB/s with secure boot',
    from(FROM_HYPER_V, { disks: [churning(54, 1024)], source: SECURE }),
    'warning',
    { says: /secure boot/ },
  ),
  row('EXREP-32', 'a data disk of 32,767 GiB', from(FROM_HYPER_V, { disks: [sized(32767)] }), 'nothing'),
  row('EXREP-32', 'a data disk of 32,768 GiB', from(FROM_HYPER_V, { disks: [sized(32768)] }), 'error', {
    says: /data disk of a size/,
  }),
  row('EXREP-32', 'a data disk of 1 GiB', from(FROM_HYPER_V, { disks: [sized(1)] }), 'nothing'),
  row('EXREP-32', 'a data disk of half a GiB', from(FROM_HYPER_V, { disks: [sized(0.5)] }), 'error', {
    says: /data disk of a size/,
  }),
  row('EXREP-32', 'secure boot', from(FROM_HYPER_V, { source: SECURE }), 'warning', { says: /secure boot/ }),
  row(
    'EXREP-32',
    'secure boot beside a data disk that is too large',
    from(FROM_HYPER_V, { disks: [sized(32768)], source: SECURE }),
    'error',
    { says: /data disk of a size/ },
  ),
  row(
    'EXREP-32',
    'secure boot beside data disks, an OS disk and a number of disks at their limits',
    from(FROM_HYPER_V, {
      disks: [sized(4095, true), sized(1), ...Array.from({ length: 62 }, () => sized(32767))],
      source: SECURE,
    }),
    'warning',
    { says: /secure boot/ },
  ),
  row(
    'EXREP-32',
    'an OS disk that is too large, from Azure to Azure',
    from(ACROSS_AZURE, { disks: [sized(4096, true)] }),
    'nothing',
  ),
  row('EXREP-33', 'an Ultra Disk', from(ACROSS_AZURE, { disks: [ULTRA] }), 'error', { says: /Ultra/ }),
  row('EXREP-33', 'NVMe', from(ACROSS_AZURE, { source: NVME }), 'error', { says: /NVMe/ }),
  row(
    'EXREP-33',
    'write accelerator',
    from(ACROSS_AZURE, { disks: [disk({ writeAccelerator: bool(true) })] }),
    'error',
    { says: /write accelerator/ },
  ),
  row(
    'EXREP-33',
    'a cache in another region',
    from(ACROSS_AZURE, { facts: { cacheInSourceRegion: bool(false) } }),
    'error',
    { says: /cache storage/ },
  ),
  row('EXREP-33', '100 MB/s', from(ACROSS_AZURE, { disks: [churning(100, 1024)] }), 'nothing'),
  row('EXREP-33', '101 MB/s', from(ACROSS_AZURE, { disks: [churning(101, 1024)] }), 'error', {
    says: /101 MB\/s/,
  }),
  row('EXREP-33', 'iSCSI', from(ACROSS_AZURE, { stated: { usesIscsi: bool(true) } }), 'error', {
    says: /iSCSI/,
  }),
  row('EXREP-33', 'an OS disk of 4,095 GiB', from(ACROSS_AZURE, { disks: [sized(4095, true)] }), 'nothing'),
  row('EXREP-33', 'an OS disk of 4,096 GiB', from(ACROSS_AZURE, { disks: [sized(4096, true)] }), 'error', {
    says: /larger than/,
  }),
  row('EXREP-33', 'a data disk of 32,767 GiB', from(ACROSS_AZURE, { disks: [sized(32767)] }), 'nothing'),
  row('EXREP-33', 'a data disk of 32,768 GiB', from(ACROSS_AZURE, { disks: [sized(32768)] }), 'error', {
    says: /larger than/,
  }),
  row('EXREP-33', 'a Premium SSD v2', from(ACROSS_AZURE, { disks: [V2] }), 'warning', { says: /preview/ }),
  row(
    'EXREP-33',
    'a Premium SSD v2 beside an OS disk that is too large',
    from(ACROSS_AZURE, { disks: [V2, sized(4096, true)] }),
    'error',
    { says: /larger than/ },
  ),
  row(
    'EXREP-33',
    'a Premium SSD v2 beside disks and changes at their limits',
    from(ACROSS_AZURE, {
      disks: [
        disk({
          tier: text('premium-v2'),
          sizeGib: number(1024),
          declared: new Map([['churn', number(100)]]),
        }),
        sized(4095, true),
        sized(32767),
      ],
    }),
    'warning',
    { says: /preview/ },
  ),
  row('EXREP-33', 'an Ultra Disk, from Hyper-V', from(FROM_HYPER_V, { disks: [ULTRA] }), 'nothing'),
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
    'EXREP-33',
    'a cache in its region',
    from(ACROSS_AZURE, { facts: { cacheInSourceRegion: bool(true) } }),
    'nothing',
  ),
  row(
    'EXREP-33',
    'a Premium SSD v2 with a cache in its region',
    from(ACROSS_AZURE, { disks: [V2], facts: { cacheInSourceRegion: bool(true) } }),
    'warning',
    { says: /preview/ },
  ),
  row(
    'EXREP-33',
    'a Premium SSD v2 without iSCSI',
    from(ACROSS_AZURE, { disks: [V2], stated: { usesIscsi: bool(false) } }),
    'warning',
    { says: /preview/ },
  ),
  row(
    'EXREP-33',
    'a Premium SSD v2 beside a data disk that is too large',
    from(ACROSS_AZURE, { disks: [V2, sized(32768)] }),
    'error',
    { says: /larger than/ },
  ),
  row(
    'EXREP-32',
    'secure boot beside a data disk of half a GiB',
    from(FROM_HYPER_V, { disks: [sized(0.5)], source: SECURE }),
    'error',
    { says: /data disk of a size/ },
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
