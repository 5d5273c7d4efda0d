import type { Disk, Estate, Platform, Server } from '../../../src/estate/model.ts';
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
  stating,
  text,
} from '../../support/estate.ts';
import { NOT_TOLD, one, type Scenarios, withDisk } from './scenario.ts';

/** A server of one version with the OS disk and one data disk. */
const versioned = (platform: Platform, version: string, data: Partial<Disk>, more: Partial<Server> = {}) =>
  one(platform, { exchangeVersion: text(version), disks: [osDisk(), disk(data)], ...more });

/** A server with an OS disk of a size in GiB and 128 GiB of memory. */
const withOsDisk = (platform: Platform, version: string, sizeGib: Disk['sizeGib']): Estate =>
  one(platform, { exchangeVersion: text(version), disks: [osDisk({ sizeGib }), disk()] });

/** A server whose only data disk is a fixed VHDX on a share. */
const onShare = (platform: Platform, stated: Parameters<typeof stating>[0] = {}): Server =>
  on(platform, { disks: [osDisk(), disk({ ...SHARE, storeDeclared: stating(stated) })] });

const SHARE = {
  backing: text('smb'),
  store: text('\\\\filer\\exchange'),
  provisioning: text('fixed'),
  format: text('vhdx'),
} as const;

const store = (capacityGib: Disk['sizeGib'] & {}): Partial<Disk> => ({
  storeUse: { name: 'san', capacityGib, needGib: number(2000), leastNeedGib: number(2000) },
});

/** Two members of a DAG, each with one data disk of its own. */
const members = (platform: Platform, first: Partial<Disk>, second: Partial<Disk>): Estate => {
  const servers = [first, second].map(own => on(platform, { disks: [osDisk(), disk(own)] }));
  return estate([], [dag(servers)]);
};

/** The policies of policies/storage.yaml. */
export const STORAGE: Scenarios = {
  'EXSTO-03': {
    violates: platform => versioned(platform, '2007', { provisioning: text('dynamic') }),
    undecided: platform => versioned(platform, '2007', { provisioning: NOT_TOLD }),
  },
  'EXSTO-04': {
    violates: platform => withDisk(platform, { provisioning: text('dynamic'), format: text('vhd') }),
    undecided: platform => withDisk(platform, { provisioning: NOT_TOLD, format: text('vhd') }),
  },
  'EXSTO-05': {
    violates: platform => withDisk(platform, { provisioning: text('differencing') }),
    undecided: platform => withDisk(platform, { provisioning: NOT_TOLD }),
  },
  'EXSTO-06': {
    violates: platform => versioned(platform, '2007', { sizeGib: number(2040), format: text('vhd') }),
    undecided: platform => versioned(platform, '2007', { sizeGib: NOT_TOLD, format: text('vhd') }),
  },
  'EXSTO-07': {
    violates: platform => withDisk(platform, { presentation: text('file') }),
    undecided: platform => withDisk(platform, { presentation: NOT_TOLD }),
  },
  'EXSTO-08': {
    violates: platform => withDisk(platform, { backing: text('nas') }),
    undecided: platform => withDisk(platform, { backing: NOT_TOLD }),
  },
  'EXSTO-09': {
    violates: platform => withDisk(platform, { ...SHARE, provisioning: text('dynamic') }),
    undecided: platform => withDisk(platform, { ...SHARE, provisioning: NOT_TOLD }),
  },
  'EXSTO-10': {
    violates: platform =>
      estate([], [], [host([onShare(platform)], { declared: statedOfHost({ os: '2008 R2' }) })]),
    undecided: platform => estate([], [], [host([onShare(platform)], { declared: stating({}) })]),
    needs: /^exvet\.yaml does not state hosts\[\]\.os for host\.esx01$/,
  },
  'EXSTO-11': {
    violates: platform => estate([onShare(platform, { blockBacked: false })]),
    undecided: platform => estate([onShare(platform)]),
    needs: /^exvet\.yaml does not state datastores\[\]\.blockBacked for \\\\filer\\exchange$/,
  },
  'EXSTO-13': {
    violates: platform => estate([onShare(platform, { highlyAvailable: false })]),
    undecided: platform => estate([onShare(platform)]),
    needs: /^exvet\.yaml does not state datastores\[\]\.highlyAvailable for \\\\filer\\exchange$/,
  },
  'EXSTO-14': {
    violates: platform => withDisk(platform, { format: text('pass-through'), shared: bool(true) }),
    undecided: platform => withDisk(platform, { format: text('pass-through'), shared: NOT_TOLD }),
  },
  'EXSTO-16': {
    violates: platform => versioned(platform, '2007', { format: text('vhd'), provisioning: text('fixed') }),
    undecided: platform => versioned(platform, '2007', { format: NOT_TOLD, provisioning: text('fixed') }),
  },
  'EXSTO-17': {
    violates: platform => withOsDisk(platform, '2013', number(142)),
    undecided: platform => withOsDisk(platform, '2013', NOT_TOLD),
  },
  'EXSTO-18': {
    violates: platform =>
      one(platform, {
        disks: [osDisk({ contents: { role: text('os'), holdsExchangeData: bool(true), assumed: true } })],
      }),
    undecided: platform =>
      one(platform, { disks: [osDisk({ store: text('a') }), disk({ store: NOT_TOLD })] }),
  },
  'EXSTO-19': {
    violates: platform =>
      one(platform, {
        exchangeVersion: text('2007'),
        disks: [osDisk({ sharesStoreWithOtherOs: bool(true) }), disk()],
      }),
  },
  'EXSTO-20': {
    violates: platform =>
      versioned(platform, '2007', { contents: { ...holding('database'), databasesAndLogs: true } }),
    undecided: platform => versioned(platform, '2007', {}),
    needs: /state servers\[\]\.disks\[\]\.holds in exvet\.yaml$/,
  },
  'EXSTO-23': {
    violates: platform => withDisk(platform, { sku: text('StandardSSD_LRS'), tier: text('standard') }),
    undecided: platform => withDisk(platform, { sku: NOT_TOLD, tier: NOT_TOLD }),
  },
  'EXSTO-24': {
    violates: platform => withDisk(platform, store(number(1999))),
    undecided: platform => withDisk(platform, store(NOT_TOLD)),
  },
  'EXSTO-41': {
    violates: platform =>
      one(platform, { size: text('Standard_E16_v5'), premiumStorageCapable: bool(false) }),
    undecided: platform => one(platform, { size: NOT_TOLD, premiumStorageCapable: NOT_TOLD }),
  },
  'EXSTO-46': {
    violates: platform => withDisk(platform, { backing: text('nas'), netAppFiles: bool(true) }),
    undecided: platform => withDisk(platform, { netAppFiles: NOT_TOLD }),
  },
  'EXSTO-48': {
    violates: platform => withDisk(platform, { provisioning: text('thin') }),
    undecided: platform => withDisk(platform, { provisioning: NOT_TOLD }),
  },
  'EXSTO-49': {
    violates: platform => withDisk(platform, { controller: text('lsilogic'), controllerNumber: number(0) }),
    undecided: platform => withDisk(platform, { controller: NOT_TOLD, controllerNumber: number(0) }),
  },
  'EXSTO-50': {
    violates: platform => withDisk(platform, { mode: text('independent_nonpersistent') }),
    undecided: platform => withDisk(platform, { mode: NOT_TOLD }),
  },
  'EXSTO-51': {
    violates: platform => withDisk(platform, { shared: bool(true) }),
    undecided: platform => withDisk(platform, { shared: NOT_TOLD }),
  },
  'EXSTO-52': {
    violates: platform => withOsDisk(platform, 'SE', number(61)),
    undecided: platform => withOsDisk(platform, 'SE', NOT_TOLD),
  },
  'EXSTO-53': {
    violates: platform => withDisk(platform, { deduplicated: bool(true) }),
    undecided: platform => withDisk(platform, { deduplicated: NOT_TOLD }),
  },
  'EXSTO-56': {
    violates: platform => withDisk(platform, { sizeGib: number(16385) }),
    undecided: platform => withDisk(platform, { sizeGib: NOT_TOLD }),
  },
  'EXSTO-57': {
    violates: platform => members(platform, { sectors: text('512e') }, { sectors: text('4kn') }),
    undecided: platform => members(platform, { sectors: text('512e') }, { sectors: NOT_TOLD }),
  },
  'EXSTO-60': {
    violates: platform =>
      one(platform, {
        standAlone: bool(true),
        disks: [osDisk(), disk({ contents: { ...holding('database'), databasesAndLogs: true } })],
      }),
    undecided: platform => one(platform, { standAlone: bool(true) }),
    needs: /state servers\[\]\.disks\[\]\.holds in exvet\.yaml$/,
  },
  'EXSTO-61': {
    violates: platform =>
      members(
        platform,
        { contents: holding('mcdb'), sizeGib: number(200) },
        { contents: holding('mcdb'), sizeGib: number(100) },
      ),
    undecided: platform =>
      members(
        platform,
        { contents: holding('mcdb'), sizeGib: number(200) },
        { contents: holding('mcdb'), sizeGib: NOT_TOLD },
      ),
  },
  'EXSTO-62': {
    violates: platform => withDisk(platform, { writeCacheForced: bool(true) }),
    undecided: platform => withDisk(platform, { writeCacheForced: NOT_TOLD }),
  },
  'EXSTO-63': {
    violates: platform => withDisk(platform, { controller: text('ide') }),
    undecided: platform => withDisk(platform, { controller: NOT_TOLD }),
  },
  'EXSTO-64': {
    violates: platform => withDisk(platform, { provisioning: text('dynamic'), format: text('vhdx') }),
    undecided: platform => withDisk(platform, { provisioning: NOT_TOLD, format: text('vhdx') }),
  },
};
