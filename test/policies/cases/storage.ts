import type { Disk, Platform } from '../../../src/estate/model.ts';
import {
  bool,
  dag,
  disk,
  estate,
  holding,
  host,
  number,
  on,
  osDisk,
  statedOfHost,
  statedOfServer,
  text,
} from '../../support/estate.ts';
import { NOT_TOLD, one } from '../scenarios/scenario.ts';
import { type Case, row } from './case.ts';

/** A server with one data disk, which holds databases unless it is told otherwise. */
const data = (platform: Platform, more: Partial<Disk>, version = 'SE') =>
  one(platform, { exchangeVersion: text(version), disks: [osDisk(), disk(more)] });

/** What is no Exchange data. */
const OTHER = { contents: holding('other') };

const DYNAMIC = { provisioning: text('dynamic') };

const ON_SHARE = { backing: text('smb'), store: text('\\\\filer\\exchange') };

/** A disk on a share, on a host with this release of Windows Server. */
const onHost = (os: string, backing = ON_SHARE as Partial<Disk>) => {
  const servers = [on('hyper-v', { disks: [osDisk(), disk({ ...backing, provisioning: text('fixed') })] })];
  return estate(servers, [], [host(servers, { declared: statedOfHost({ os }) })]);
};

const store = (capacityGib: number) =>
  data('vsphere', {
    storeUse: {
      name: 'san',
      capacityGib: number(capacityGib),
      needGib: number(2000),
      leastNeedGib: number(2000),
    },
  });

const onControllers = (type: string, numbers: readonly number[]) =>
  one('vsphere', {
    disks: [
      osDisk(),
      ...numbers.map(controllerNumber =>
        disk({ controller: text(type), controllerNumber: number(controllerNumber) }),
      ),
    ],
  });

const THIN = { provisioning: text('thin') };

const STANDARD = { tier: text('standard') };

const LARGE = { sizeGib: number(32768) };

/** What violates a rule about disks, but that it is on a share that the server mounts. */
const ON_FILE_SHARE: readonly (readonly [
  rule: string,
  platform: Platform,
  more: Partial<Disk>,
  version?: string,
])[] = [
  ['EXSTO-03', 'hyper-v', DYNAMIC, '2007'],
  ['EXSTO-04', 'hyper-v', { ...DYNAMIC, format: text('vhd') }],
  ['EXSTO-05', 'hyper-v', { provisioning: text('differencing') }],
  ['EXSTO-06', 'hyper-v', LARGE, '2007'],
  ['EXSTO-08', 'vsphere', { backing: text('nas') }],
  ['EXSTO-09', 'hyper-v', { ...ON_SHARE, ...DYNAMIC }, '2016'],
  ['EXSTO-16', 'hyper-v', { format: text('vhd'), provisioning: text('fixed') }, '2007'],
  ['EXSTO-23', 'azure', STANDARD],
  ['EXSTO-40', 'azure', { tier: text('ultra') }],
  ['EXSTO-43', 'azure', { caching: text('read-write') }],
  ['EXSTO-48', 'vsphere', THIN],
  ['EXSTO-56', 'vsphere', LARGE],
  ['EXSTO-63', 'hyper-v', { controller: text('ide') }],
  ['EXSTO-64', 'hyper-v', DYNAMIC],
];

/** What violates a rule about Exchange data. */
const WITHOUT_DATA: readonly (readonly [rule: string, platform: Platform, more: Partial<Disk>])[] = [
  ['EXSTO-09', 'hyper-v', { ...ON_SHARE, ...DYNAMIC }],
  ['EXSTO-46', 'vsphere', { netAppFiles: bool(true) }],
  ['EXSTO-48', 'vsphere', THIN],
  ['EXSTO-53', 'vsphere', { deduplicated: bool(true) }],
  ['EXSTO-56', 'vsphere', LARGE],
  ['EXSTO-62', 'hyper-v', { writeCacheForced: bool(true) }],
  ['EXSTO-63', 'hyper-v', { controller: text('ide') }],
  ['EXSTO-64', 'hyper-v', DYNAMIC],
];

/** A datastore on which 2,000 GiB are known to lie, and more that is not known. */
const partlyKnown = (capacityGib: number) =>
  data('vsphere', {
    storeUse: {
      name: 'san',
      capacityGib: number(capacityGib),
      needGib: NOT_TOLD,
      leastNeedGib: number(2000),
    },
  });

const MCDB = { contents: holding('mcdb'), sizeGib: number(200) };

/** Two members of a DAG with these disks. */
const inDag = (...members: readonly (readonly Partial<Disk>[])[]) =>
  estate([], [dag(members.map(disks => on('hyper-v', { disks: disks.map(disk) })))]);

/** The policies of policies/storage.yaml. */
export const STORAGE_CASES: readonly Case[] = [
  row(
    'EXSTO-03',
    'a dynamic disk without Exchange data',
    data('hyper-v', { ...DYNAMIC, ...OTHER }, '2007'),
    'nothing',
  ),
  row(
    'EXSTO-04',
    'a dynamic VHD without Exchange data',
    data('hyper-v', { ...DYNAMIC, ...OTHER, format: text('vhd') }),
    'nothing',
  ),
  row(
    'EXSTO-05',
    'a differencing disk without Exchange data, which stands on another all the same',
    data('hyper-v', { ...OTHER, provisioning: text('differencing') }),
    'error',
  ),
  row(
    'EXSTO-06',
    'a VHDX of 4 TiB',
    data('hyper-v', { format: text('vhdx'), sizeGib: number(4096) }, '2007'),
    'nothing',
  ),
  row(
    'EXSTO-06',
    'a pass-through disk of 4 TiB',
    data('hyper-v', { format: text('pass-through'), sizeGib: number(4096) }, '2007'),
    'nothing',
  ),
  row(
    'EXSTO-07',
    'a file share without Exchange data',
    data('azure', { ...OTHER, presentation: text('file') }),
    'nothing',
  ),
  row(
    'EXSTO-08',
    'an NFS datastore without Exchange data',
    data('vsphere', { ...OTHER, backing: text('nas') }),
    'nothing',
  ),
  row(
    'EXSTO-09',
    'a fixed disk on a share with 2007',
    data('hyper-v', { ...ON_SHARE, provisioning: text('fixed'), format: text('vhd') }, '2007'),
    'error',
    { says: /does not support/ },
  ),
  row(
    'EXSTO-09',
    'a dynamic disk on a share with 2016',
    data('hyper-v', { ...ON_SHARE, ...DYNAMIC, format: text('vhdx') }, '2016'),
    'error',
    { says: /only fixed ones/ },
  ),
  row('EXSTO-10', 'a share under Windows Server 2008 R2', onHost('2008 R2'), 'error'),
  row('EXSTO-10', 'a share under Windows Server 2012', onHost('2012'), 'nothing'),
  row(
    'EXSTO-10',
    'block storage under Windows Server 2008 R2',
    onHost('2008 R2', { backing: text('block') }),
    'nothing',
  ),
  row(
    'EXSTO-14',
    'a VHDX that two machines share, which EXSTO-51 says',
    data('hyper-v', { format: text('vhdx'), shared: bool(true) }),
    'nothing',
  ),
  row(
    'EXSTO-23',
    'a standard disk without Exchange data',
    data('azure', { ...OTHER, tier: text('standard') }),
    'nothing',
  ),
  row('EXSTO-24', 'a datastore that is just large enough', store(2000), 'nothing'),
  row('EXSTO-24', 'a datastore that is one GiB too small', store(1999), 'error'),
  row('EXSTO-40', 'an Ultra Disk', data('azure', { tier: text('ultra') }), 'warning'),
  row(
    'EXSTO-40',
    'an Ultra Disk without Exchange data',
    data('azure', { ...OTHER, tier: text('ultra') }),
    'nothing',
  ),
  row(
    'EXSTO-42',
    'an ephemeral disk without Exchange data',
    data('azure', { ...OTHER, ephemeral: bool(true) }),
    'nothing',
  ),
  row('EXSTO-43', 'read-write caching', data('azure', { caching: text('read-write') }), 'warning', {
    says: /with read-write host caching/,
  }),
  row(
    'EXSTO-43',
    'read-only caching of 4,095 GiB',
    data('azure', { caching: text('read-only'), sizeGib: number(4095) }),
    'nothing',
  ),
  row(
    'EXSTO-43',
    'read-only caching of 4 TiB',
    data('azure', { caching: text('read-only'), sizeGib: number(4096) }),
    'warning',
    { says: /does not offer/ },
  ),
  row(
    'EXSTO-43',
    'read-only caching of a Premium SSD v2',
    data('azure', { caching: text('read-only'), tier: text('premium-v2') }),
    'warning',
    { says: /does not offer/ },
  ),
  row(
    'EXSTO-43',
    'read-write caching without Exchange data',
    data('azure', { ...OTHER, caching: text('read-write') }),
    'nothing',
  ),
  row(
    'EXSTO-44',
    'a file share, which is no disk',
    data('azure', { presentation: text('file'), managed: bool(false) }),
    'nothing',
  ),
  row('EXSTO-48', 'a thin disk', data('vsphere', { provisioning: text('thin') }), 'warning'),
  row('EXSTO-48', 'a thin disk in strict mode', data('vsphere', { provisioning: text('thin') }), 'error', {
    strict: true,
  }),
  row('EXSTO-48', 'a thin disk with 2010', data('vsphere', { provisioning: text('thin') }, '2010'), 'error', {
    says: /does not support/,
  }),
  row('EXSTO-49', 'four disks on one PVSCSI controller', onControllers('pvscsi', [0, 0, 0, 0]), 'nothing'),
  row(
    'EXSTO-49',
    'five disks on one PVSCSI controller',
    onControllers('pvscsi', [0, 0, 0, 0, 0]),
    'warning',
    { says: /5 data disks on one/ },
  ),
  row(
    'EXSTO-49',
    'five disks on two PVSCSI controllers',
    onControllers('pvscsi', [0, 0, 0, 1, 1]),
    'nothing',
  ),
  row(
    'EXSTO-49',
    'five disks on one LSI Logic controller',
    onControllers('lsilogic', [0, 0, 0, 0, 0]),
    'warning',
    { says: /on a lsilogic controller/ },
  ),
  row(
    'EXSTO-49',
    'no data disk',
    one('vsphere', { disks: [osDisk({ controller: text('ide') })] }),
    'nothing',
  ),
  row(
    'EXSTO-51',
    'a pass-through disk of two machines, which EXSTO-14 says',
    data('hyper-v', { format: text('pass-through'), shared: bool(true) }),
    'nothing',
  ),
  row(
    'EXSTO-51',
    'a shared disk of a DAG with third-party replication',
    one('vsphere', {
      disks: [osDisk(), disk({ shared: bool(true) })],
      dagDeclared: new Map([['thirdPartyReplication', bool(true)]]),
    }),
    'nothing',
  ),
  row('EXSTO-56', 'a disk of 16 TiB', data('vsphere', { sizeGib: number(16384) }), 'nothing'),
  row('EXSTO-56', 'a disk of 16 TiB and one GiB', data('vsphere', { sizeGib: number(16385) }), 'warning'),
  row(
    'EXSTO-56',
    'a raw device mapping of 32 TiB',
    data('vsphere', { format: text('rdm'), sizeGib: number(32768) }),
    'nothing',
  ),
  row(
    'EXSTO-63',
    'the boot disk on IDE',
    one('hyper-v', { disks: [osDisk({ controller: text('ide'), contents: holding('database') })] }),
    'nothing',
  ),
  row(
    'EXSTO-67',
    'a disk without Exchange data that is a copy',
    data('azure', { ...OTHER, copied: bool(true) }),
    'nothing',
  ),
  row(
    'EXSTO-67',
    'an OS disk that is a copy',
    one('azure', { disks: [osDisk({ copied: bool(true), contents: holding('database') })] }),
    'nothing',
  ),
  row(
    'EXSTO-45',
    'no Elastic SAN',
    one('azure', { declared: statedOfServer({ usesIscsi: true }) }),
    'nothing',
  ),
  row(
    'EXSTO-43',
    'caching that nothing tells, on a disk of 4 TiB',
    data('azure', { caching: NOT_TOLD, sizeGib: number(4096) }),
    'undecided',
  ),
  ...ON_FILE_SHARE.map(([rule, platform, more, version]) =>
    row(
      rule,
      'a file share, which EXSTO-07 says',
      data(platform, { ...more, presentation: text('file') }, version),
      'nothing',
    ),
  ),
  ...WITHOUT_DATA.map(([rule, platform, more]) =>
    row(rule, 'a disk without Exchange data', data(platform, { ...more, ...OTHER }), 'nothing'),
  ),
  row(
    'EXSTO-08',
    'Azure NetApp Files, which EXSTO-46 says',
    data('vsphere', { backing: text('nas'), netAppFiles: bool(true) }),
    'nothing',
  ),
  row(
    'EXSTO-08',
    'another NFS datastore',
    data('vsphere', { backing: text('nas'), netAppFiles: bool(false) }),
    'error',
  ),
  row(
    'EXSTO-09',
    'a fixed disk on a share with 2010',
    data('hyper-v', { ...ON_SHARE, provisioning: text('fixed') }, '2010'),
    'error',
    { says: /does not support/ },
  ),
  row(
    'EXSTO-09',
    'a dynamic VHD on a share with 2016, which EXSTO-04 says',
    data('hyper-v', { ...ON_SHARE, ...DYNAMIC, format: text('vhd') }, '2016'),
    'nothing',
  ),
  ...['dynamic', 'differencing', 'thin'].map(provisioning =>
    row(
      'EXSTO-16',
      `a ${provisioning} disk, which another rule says`,
      data('hyper-v', { provisioning: text(provisioning), format: text('vhd') }, '2007'),
      'nothing',
    ),
  ),
  row('EXSTO-16', 'a raw device mapping', data('vsphere', { format: text('rdm') }, '2007'), 'nothing'),
  row(
    'EXSTO-19',
    'a data disk beside the OS disk of another machine',
    data('vsphere', { sharesStoreWithOtherOs: bool(true) }, '2007'),
    'nothing',
  ),
  row(
    'EXSTO-23',
    'a Premium SSD v2, which EXSTO-40 says',
    data('azure', { tier: text('premium-v2') }),
    'nothing',
  ),
  row('EXSTO-23', 'an Ultra Disk, which EXSTO-40 says', data('azure', { tier: text('ultra') }), 'nothing'),
  row('EXSTO-24', 'more than it holds, as far as is known', partlyKnown(1999), 'error'),
  row('EXSTO-24', 'no more than it holds, as far as is known', partlyKnown(2000), 'undecided'),
  row(
    'EXSTO-42',
    'an ephemeral OS disk without Exchange data',
    one('azure', { disks: [osDisk({ ephemeral: bool(true) }), disk()] }),
    'error',
  ),
  row('EXSTO-42', 'Exchange data on an ephemeral disk', data('azure', { ephemeral: bool(true) }), 'error'),
  row(
    'EXSTO-43',
    'read-only caching of an Ultra Disk',
    data('azure', { caching: text('read-only'), tier: text('ultra') }),
    'warning',
    { says: /does not offer/ },
  ),
  row(
    'EXSTO-43',
    'read-only caching of an OS disk of 4 TiB, the largest that there is',
    one('azure', {
      disks: [osDisk({ caching: text('read-only'), sizeGib: number(4096), contents: holding('database') })],
    }),
    'nothing',
  ),
  row(
    'EXSTO-45',
    'an Elastic SAN that is not there',
    one('azure', { elasticSan: bool(false), declared: statedOfServer({ usesIscsi: true }) }),
    'nothing',
  ),
  row(
    'EXSTO-48',
    'a raw device mapping',
    data('vsphere', { format: text('rdm'), provisioning: text('thin') }),
    'nothing',
  ),
  row(
    'EXSTO-56',
    'a VMDK of 32 TiB',
    data('vsphere', { format: text('vmdk'), sizeGib: number(32768) }),
    'warning',
  ),
  row(
    'EXSTO-49',
    'one disk on LSI Logic among those on PVSCSI',
    one('vsphere', { disks: [disk(), disk({ controller: text('lsilogic') })] }),
    'warning',
    { says: /on a lsilogic controller/ },
  ),
  row(
    'EXSTO-49',
    'a controller that is not told beside PVSCSI',
    one('vsphere', { disks: [disk(), disk({ controller: NOT_TOLD })] }),
    'undecided',
  ),
  row(
    'EXSTO-49',
    'five disks on the first controller and one on the second',
    onControllers('pvscsi', [0, 0, 0, 0, 0, 1]),
    'warning',
    { says: /5 data disks on one/ },
  ),
  row(
    'EXSTO-57',
    'data of no told kind on disks of two sector types',
    inDag(
      [{ contents: holding('exchange'), sectors: text('512e') }],
      [{ contents: holding('exchange'), sectors: text('4kn') }],
    ),
    'error',
  ),
  row(
    'EXSTO-57',
    'other disks of two sector types',
    inDag([{ ...OTHER, sectors: text('512e') }], [{ ...OTHER, sectors: text('4kn') }]),
    'nothing',
  ),
  row('EXSTO-61', 'one solid state disk here and two there', inDag([MCDB], [MCDB, MCDB]), 'warning'),
  row('EXSTO-61', 'one solid state disk each', inDag([MCDB], [MCDB]), 'nothing'),
];
