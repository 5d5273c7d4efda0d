import { bool, disk, estate, number, osDisk, text } from '../../support/estate.ts';
import { type Topic, versioned, withDisks } from './topic.ts';

const DYNAMIC = { provisioning: text('dynamic') };
const ON_SHARE = { backing: text('smb'), store: text('\\\\filer\\exchange') };
const DISK_RULES = ['EXSTO-03', 'EXSTO-04', 'EXSTO-05', 'EXSTO-08', 'EXSTO-09', 'EXSTO-64'];
const OS_DISK_RULES = ['EXSTO-17', 'EXSTO-52', 'EXMEM-14'];

/** The policies of policies/storage.yaml. */
export const STORAGE_TOPICS: readonly Topic[] = [
  {
    about: 'a dynamic VHDX',
    rules: DISK_RULES,
    estate: version => withDisks(version, disk({ ...DYNAMIC, format: text('vhdx') })),
    found: {
      2007: ['EXSTO-03 error'],
      2010: ['EXSTO-03 error'],
      2013: ['EXSTO-64 warning'],
      2016: ['EXSTO-64 warning'],
      2019: ['EXSTO-64 warning'],
      SE: ['EXSTO-64 warning'],
    },
  },
  {
    about: 'a dynamic VHD',
    rules: DISK_RULES,
    estate: version => withDisks(version, disk({ ...DYNAMIC, format: text('vhd') })),
    found: {
      2007: ['EXSTO-03 error'],
      2010: ['EXSTO-03 error'],
      2013: ['EXSTO-04 error'],
      2016: ['EXSTO-04 error'],
      2019: ['EXSTO-04 error'],
      SE: ['EXSTO-04 error'],
    },
  },
  {
    about: 'a differencing disk',
    rules: DISK_RULES,
    estate: version => withDisks(version, disk({ provisioning: text('differencing'), format: text('vhdx') })),
    found: {
      2007: ['EXSTO-05 error'],
      2010: ['EXSTO-05 error'],
      2013: ['EXSTO-05 error'],
      2016: ['EXSTO-05 error'],
      2019: ['EXSTO-05 error'],
      SE: ['EXSTO-05 error'],
    },
  },
  {
    about: 'a thin disk of vSphere',
    rules: ['EXSTO-03', 'EXSTO-48'],
    estate: version =>
      estate([versioned('vsphere', version, { disks: [disk({ provisioning: text('thin') })] })]),
    found: {
      2007: ['EXSTO-48 error'],
      2010: ['EXSTO-48 error'],
      2013: ['EXSTO-48 warning'],
      2016: ['EXSTO-48 warning'],
      2019: ['EXSTO-48 warning'],
      SE: ['EXSTO-48 warning'],
    },
  },
  {
    about: 'a VHD of 2,040 GiB',
    rules: ['EXSTO-06'],
    estate: version =>
      withDisks(version, disk({ provisioning: text('fixed'), format: text('vhd'), sizeGib: number(2040) })),
    found: { 2007: ['EXSTO-06 error'], 2010: ['EXSTO-06 error'] },
  },
  {
    about: 'a VHD of just under 2,040 GiB',
    rules: ['EXSTO-06'],
    estate: version =>
      withDisks(
        version,
        disk({ provisioning: text('fixed'), format: text('vhd'), sizeGib: number(2039.99) }),
      ),
    found: {},
  },
  {
    about: 'a fixed VHDX on an SMB share',
    rules: DISK_RULES,
    estate: version =>
      withDisks(version, disk({ ...ON_SHARE, provisioning: text('fixed'), format: text('vhdx') })),
    found: { 2007: ['EXSTO-09 error'], 2010: ['EXSTO-09 error'] },
  },
  {
    about: 'a dynamic VHDX on an SMB share',
    rules: DISK_RULES,
    estate: version => withDisks(version, disk({ ...ON_SHARE, ...DYNAMIC, format: text('vhdx') })),
    found: {
      2007: ['EXSTO-03 error', 'EXSTO-09 error'],
      2010: ['EXSTO-03 error', 'EXSTO-09 error'],
      2013: ['EXSTO-64 warning'],
      2016: ['EXSTO-09 error'],
      2019: ['EXSTO-09 error'],
      SE: ['EXSTO-09 error'],
    },
  },
  {
    about: 'an OS disk one GiB short of 15 GB and 128 GiB of memory',
    rules: OS_DISK_RULES,
    estate: version => withDisks(version, osDisk({ sizeGib: number(142) }), disk()),
    found: { 2007: ['EXSTO-17 error'], 2010: ['EXSTO-17 error'], 2013: ['EXSTO-17 error'] },
  },
  {
    about: 'an OS disk of 15 GB and 128 GiB of memory',
    rules: OS_DISK_RULES,
    estate: version => withDisks(version, osDisk({ sizeGib: number(143) }), disk()),
    found: {},
  },
  {
    about: 'an OS disk of 64 GiB with 128 GiB of memory',
    rules: OS_DISK_RULES,
    estate: version => withDisks(version, osDisk({ sizeGib: number(64) }), disk()),
    found: {
      2007: ['EXSTO-17 error'],
      2010: ['EXSTO-17 error'],
      2013: ['EXSTO-17 error'],
      2016: ['EXMEM-14 warning'],
      2019: ['EXMEM-14 warning'],
      SE: ['EXMEM-14 warning'],
    },
  },
  {
    about:
      'an OS disk of 94 GiB with 128 GiB of memory, which takes a page file of 32 GiB but not of 32,778 MB',
    rules: ['EXMEM-14'],
    estate: version => withDisks(version, osDisk({ sizeGib: number(94) }), disk()),
    found: { 2016: ['EXMEM-14 warning'] },
  },
  {
    about: 'a virtual disk file rather than a pass-through disk',
    rules: ['EXSTO-16'],
    estate: version => withDisks(version, disk({ provisioning: text('fixed'), format: text('vhd') })),
    found: { 2007: ['EXSTO-16 warning'] },
  },
  {
    about: 'the OS disks of two machines on one datastore',
    rules: ['EXSTO-19'],
    estate: version => withDisks(version, osDisk({ sharesStoreWithOtherOs: bool(true) }), disk()),
    found: { 2007: ['EXSTO-19 warning'] },
  },
  {
    about: 'databases and logs on one disk of a server in no DAG',
    rules: ['EXSTO-20', 'EXSTO-60'],
    estate: version =>
      estate([
        versioned('hyper-v', version, {
          standAlone: bool(true),
          disks: [
            disk({
              contents: {
                role: text('database'),
                holdsExchangeData: bool(true),
                databasesAndLogs: true,
                assumed: false,
              },
            }),
          ],
        }),
      ]),
    found: {
      2007: ['EXSTO-20 warning'],
      2013: ['EXSTO-60 warning'],
      2016: ['EXSTO-60 warning'],
      2019: ['EXSTO-60 warning'],
      SE: ['EXSTO-60 warning'],
    },
  },
  {
    about:
      'a vSphere disk that discards what is written, on an emulated controller and deduplicated NetApp storage',
    rules: ['EXSTO-46', 'EXSTO-49', 'EXSTO-50', 'EXSTO-53'],
    estate: version =>
      estate([
        versioned('vsphere', version, {
          disks: [
            disk({
              mode: text('nonpersistent'),
              controller: text('ide'),
              controllerNumber: number(0),
              netAppFiles: bool(true),
              deduplicated: bool(true),
            }),
          ],
        }),
      ]),
    found: {
      2003: ['EXSTO-50 error'],
      2007: ['EXSTO-50 error'],
      2010: ['EXSTO-50 error'],
      2013: ['EXSTO-46 error', 'EXSTO-49 warning', 'EXSTO-50 error', 'EXSTO-53 note'],
      2016: ['EXSTO-46 error', 'EXSTO-49 warning', 'EXSTO-50 error', 'EXSTO-53 note'],
      2019: ['EXSTO-46 error', 'EXSTO-49 warning', 'EXSTO-50 error', 'EXSTO-53 note'],
      SE: ['EXSTO-46 error', 'EXSTO-49 warning', 'EXSTO-50 error', 'EXSTO-53 note'],
    },
  },
];
