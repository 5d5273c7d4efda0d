import { boolValue, defaultAt, stringValue } from '../../value/make.ts';
import { textIn } from '../../value/read.ts';
import { unknownFrom } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import { factsOf, relation, type SubjectSchema } from '../fact.ts';
import { isLeftToPlatform } from '../left-to-platform.ts';
import type { DeclaredValues, Disk } from '../model.ts';
import { declaredRows, stated } from './declared.ts';
import { sharesStoreWithOs } from './server-storage.ts';

export const DISK_FACTS: SubjectSchema = {
  about: 'A disk of an Exchange server.',
  facts: factsOf('disk', {
    name: { type: 'string', about: 'Its name.', read: ({ disk }) => disk.name },
    address: {
      type: 'string',
      about: 'The address of the resource that declares it.',
      read: ({ disk }) => stated(disk.address, disk.resource.range),
    },
    slot: {
      type: 'string',
      about: 'Where it is attached: `lun 0`, `unit 2`, `os`.',
      read: ({ disk }) => stated(disk.slot, disk.resource.range),
    },
    isOs: {
      type: 'bool',
      about: 'It holds the operating system.',
      read: ({ disk }) => boolValue(disk.isOs, defaultAt(disk.resource.range)),
    },
    role: {
      type: 'string',
      about: 'What it holds; `exchange` is Exchange data of which nothing tells the kind.',
      values: ['os', 'database', 'log', 'transport', 'mcdb', 'pagefile', 'other', 'exchange'],
      read: ({ disk }) => disk.contents.role,
      assumption: ({ disk }) => contentsAssumption(disk),
    },
    holdsExchangeData: {
      type: 'bool',
      about: 'It holds databases, transaction logs or transport queues.',
      read: ({ disk }) => disk.contents.holdsExchangeData,
      assumption: ({ disk }) => contentsAssumption(disk),
    },
    holdsText: {
      type: 'string',
      about: 'What of Exchange it holds, in words for a message: `databases`, `data`.',
      read: ({ disk }) => contentsText(disk),
    },
    sku: {
      type: 'string',
      about: 'Azure: its storage type, for instance `Premium_LRS`.',
      read: ({ disk }) => disk.sku,
    },
    tier: {
      type: 'string',
      about: 'Azure: the tier of its storage type.',
      values: ['premium', 'premium-v2', 'ultra', 'standard'],
      read: ({ disk }) => disk.tier,
    },
    sizeGib: { type: 'number', unit: 'GiB', about: 'Its size.', read: ({ disk }) => disk.sizeGib },
    presentation: {
      type: 'string',
      about: 'What the server sees: a block device, or a file share that it mounts.',
      values: ['block', 'file'],
      read: ({ disk }) => disk.presentation,
    },
    provisioning: {
      type: 'string',
      about: 'How the virtual disk takes its space: thin and thick on vSphere, fixed and dynamic on Hyper-V.',
      values: ['thin', 'thick-lazy', 'thick-eager', 'fixed', 'dynamic', 'differencing'],
      read: ({ disk }) => disk.provisioning,
    },
    isDelta: {
      type: 'bool',
      about:
        'It holds only what differs from another disk; absent on an OS disk of which the image decides that.',
      read: ({ disk }) => isDelta(disk),
    },
    backing: {
      type: 'string',
      about: 'What the hypervisor stores it on; `nas` is an NFS datastore, `smb` an SMB share.',
      values: ['block', 'nas', 'smb'],
      read: ({ disk }) => disk.backing,
    },
    format: {
      type: 'string',
      about: 'The format of the virtual disk.',
      values: ['vhd', 'vhdx', 'vmdk', 'rdm', 'pass-through'],
      read: ({ disk }) => disk.format,
    },
    isVhd: {
      type: 'bool',
      about: 'It is known to be in the old VHD format.',
      read: ({ disk }) => boolValue(textIn(disk.format) === 'vhd', defaultAt(disk.resource.range)),
    },
    isOnShare: {
      type: 'bool',
      about: 'It is known to lie on an SMB share.',
      read: ({ disk }) => boolValue(textIn(disk.backing) === 'smb', defaultAt(disk.resource.range)),
    },
    path: { type: 'string', about: 'Where the virtual disk file lies.', read: ({ disk }) => disk.path },
    sharesStoreWithOs: {
      type: 'bool',
      about: 'It lies on the datastore, volume or declared spindles of the operating system, or is its disk.',
      read: ({ disk, server }) => sharesStoreWithOs(disk, server),
    },
    sharesStoreWithOtherOs: {
      type: 'bool',
      about: 'Of an OS disk: that of another machine lies on the same datastore or volume.',
      read: ({ disk }) => disk.sharesStoreWithOtherOs,
    },
    storeName: {
      type: 'string',
      about: 'The datastore, volume or share that it lies on; only on the first Exchange disk of each.',
      read: ({ disk }) => disk.storeUse && stated(disk.storeUse.name, disk.resource.range),
    },
    storeCapacityGib: {
      type: 'number',
      unit: 'GiB',
      about: 'What that datastore holds; only on the first Exchange disk of each.',
      read: ({ disk }) => disk.storeUse?.capacityGib,
    },
    storeNeedGib: {
      type: 'number',
      unit: 'GiB',
      about: 'What the disks and memory files on that datastore take when they are full.',
      read: ({ disk }) => disk.storeUse?.needGib,
    },
    storeLeastNeedGib: {
      type: 'number',
      unit: 'GiB',
      about: 'The same, of those for which it is known.',
      read: ({ disk }) => disk.storeUse?.leastNeedGib,
    },
    caching: {
      type: 'string',
      about: 'Azure: the host caching of the disk.',
      values: ['none', 'read-only', 'read-write'],
      read: ({ disk }) => disk.caching,
    },
    ephemeral: {
      type: 'bool',
      about: 'Azure: what is on it is lost when the machine moves.',
      read: ({ disk }) => disk.ephemeral,
    },
    managed: {
      type: 'bool',
      about: 'Azure: a managed disk, and not a blob of a storage account.',
      read: ({ disk }) => disk.managed,
    },
    writeAccelerator: {
      type: 'bool',
      about: 'Azure: write accelerator is on.',
      read: ({ disk }) => disk.writeAccelerator,
    },
    copied: {
      type: 'bool',
      about: 'It is made from a snapshot, a restore point or another disk.',
      read: ({ disk }) => disk.copied,
    },
    hasSnapshot: {
      type: 'bool',
      about: 'A snapshot of this disk is declared.',
      read: ({ disk }) => disk.hasSnapshot,
    },
    iops: {
      type: 'number',
      about: 'Azure: operations a second that it delivers, bursts left out.',
      read: ({ disk }) => disk.iops,
    },
    throughput: {
      type: 'number',
      unit: 'MB/s',
      about: 'Azure: what it delivers, bursts left out.',
      read: ({ disk }) => disk.throughputMbps,
    },
    shared: {
      type: 'bool',
      about: 'Several machines can attach it at once.',
      read: ({ disk }) => disk.shared,
    },
    sectors: {
      type: 'string',
      about: 'Its sector type.',
      values: ['512n', '512e', '4kn'],
      read: ({ disk }) => disk.sectors,
    },
    mode: {
      type: 'string',
      about: 'vSphere: the mode of the disk.',
      values: [
        'persistent',
        'independent_persistent',
        'nonpersistent',
        'independent_nonpersistent',
        'undoable',
        'append',
      ],
      read: ({ disk }) => disk.mode,
    },
    controller: {
      type: 'string',
      about: 'The type of its controller.',
      values: ['pvscsi', 'lsilogic', 'lsilogic-sas', 'buslogic', 'scsi', 'ide', 'sata', 'nvme'],
      read: ({ disk }) => disk.controller,
    },
    netAppFiles: {
      type: 'bool',
      about: 'Azure VMware Solution: its datastore is a volume of Azure NetApp Files.',
      read: ({ disk }) => disk.netAppFiles,
    },
    deduplicated: {
      type: 'bool',
      about: 'vSphere: the vSAN that it lies on removes duplicate blocks.',
      read: ({ disk }) => disk.deduplicated,
    },
    writeCacheForced: {
      type: 'bool',
      about: 'Hyper-V: writes are cached though the disk says that they must not be.',
      read: ({ disk }) => disk.writeCacheForced,
    },
    ...declaredRows('disk', ({ disk }) => ({ ...disk, declared: disk.declared ?? NOTHING_STATED }), [
      'provisioning',
      'sectors',
    ]),
  }),
  relations: {
    server: relation('disk', 'server', 'one', 'The server that it belongs to.', ({ server }) => [
      { kind: 'server', server },
    ]),
  },
};

const NOTHING_STATED: DeclaredValues = new Map();

const contentsAssumption = ({ contents }: Disk): string | undefined =>
  contents.assumed ? contents.note : undefined;

const HOLDS: Readonly<Record<string, string>> = {
  database: 'databases',
  log: 'transaction logs',
  transport: 'transport queues',
};

const contentsText = ({ contents: { role, besideSystem } }: Disk): Value =>
  stringValue(besideSystem ?? HOLDS[textIn(role) ?? ''] ?? 'data', role.origin);

function isDelta({ provisioning, isOs }: Disk): Value | undefined {
  if (provisioning?.kind !== 'unknown') {
    return provisioning && boolValue(textIn(provisioning) === 'differencing', provisioning.origin);
  }
  if (isOs && isLeftToPlatform(provisioning)) return undefined;
  return unknownFrom([provisioning], provisioning.origin);
}
