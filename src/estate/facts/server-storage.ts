import { boolValue, defaultAt, numberValue } from '../../value/make.ts';
import { knownText, textIn } from '../../value/read.ts';
import { unknown, unknownFrom } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import { declaredKey } from '../declared-facts.ts';
import { pageFileGib } from '../exchange-versions.ts';
import type { Row } from '../fact.ts';
import { isLeftToPlatform, isReadAtDeployment } from '../left-to-platform.ts';
import type { Disk, Server } from '../model.ts';
import { areSame } from '../placement.ts';
import { storeName } from '../stores.ts';
import { notStated, stated } from './declared.ts';
import { judgedVersion } from './judged-version.ts';

type ServerSubject = { readonly server: Server };

/** What can be said of a server's storage as a whole, where one finding a server is enough. */
export const SERVER_STORAGE_ROWS: Readonly<Record<string, Row<ServerSubject>>> = {
  osDiskGib: {
    type: 'number',
    unit: 'GiB',
    about: 'The size of its OS disk.',
    read: ({ server }) => osDiskGib(server),
  },
  pageFileGib: {
    type: 'number',
    unit: 'GiB',
    about: 'The size that Microsoft asks for its page file, by its version and memory.',
    read: ({ server }, supposing) => pageFileGib(supposing(judgedVersion(server)), server.memory.sizeMib),
  },
  dataSharesOsStore: {
    type: 'bool',
    about: 'Exchange data lies on the disk, datastore, volume or declared spindles of its operating system.',
    read: ({ server }) => dataSharesOsStore(server),
  },
  dataOnOsStore: {
    type: 'string',
    about: 'The names of the Exchange disks that share the storage of the operating system.',
    read: ({ server }) =>
      stated(namesOf(exchangeDisks(server).filter(on => isTrue(on, server))), range(server)),
  },
  databasesAndLogsTogether: {
    type: 'bool',
    about: 'Databases and transaction logs lie on one disk.',
    read: ({ server }) => databasesAndLogsTogether(server),
  },
  standAlone: {
    type: 'bool',
    about: 'It is in no database availability group.',
    read: ({ server }) => server.standAlone,
  },
  usesThirdPartyReplication: {
    type: 'bool',
    about: 'Its DAG is stated to use the third-party replication API.',
    read: ({ server }) => server.dagDeclared?.get('thirdPartyReplication') ?? boolValue(false, at(server)),
  },
  shares: {
    type: 'string',
    about: 'The SMB shares that hold its Exchange disks; absent when none is known to.',
    read: ({ server }) => {
      const names = disksOnShares(server).map(({ store, path }) => knownText(store) ?? knownText(path));
      return names.length === 0 ? undefined : stated([...new Set(names)].join(', '), range(server));
    },
  },
  sharesBlockBacked: {
    type: 'bool',
    about: 'The file servers of these shares keep them on block storage.',
    read: ({ server }) => ofShares(server, 'blockBacked'),
  },
  sharesHighlyAvailable: {
    type: 'bool',
    about: 'The storage behind these shares is highly available.',
    read: ({ server }) => ofShares(server, 'highlyAvailable'),
  },
};

const range = ({ resource }: Server) => resource.range;
const at = (server: Server) => defaultAt(range(server));
const osDisk = ({ disks }: Server): Disk | undefined => disks.find(({ isOs }) => isOs);

/** Disks that hold Exchange data, those included of which that is not known. */
const exchangeDisks = ({ disks }: Server): readonly Disk[] =>
  disks.filter(({ contents }) => !isFalse(contents.holdsExchangeData));

const isFalse = (value: Value): boolean => value.kind === 'bool' && !value.value;
const isTrue = (disk: Disk, server: Server): boolean => {
  const shared = sharesStoreWithOs(disk, server);
  return shared?.kind === 'bool' && shared.value;
};

const namesOf = (disks: readonly Disk[]): string =>
  disks.map(({ name, address }) => knownText(name) ?? address).join(', ');

/**
 * Windows images of the Azure Marketplace come with an OS disk of 127 GiB, those with `smalldisk` in their SKU with
 * 30 GiB (learn.microsoft.com, "How to expand virtual hard disks attached to a Windows virtual machine").
 */
const AZURE_IMAGE_GIB = 127;
const AZURE_SMALL_IMAGE_GIB = 30;

/** As stated; of an image of the Azure Marketplace what it brings; else unknown. */
function osDiskGib(server: Server): Value {
  const disk = osDisk(server);
  const size = server.declared.get('osDisk') ?? disk?.sizeGib;
  if (size !== undefined && !isLeftToPlatform(size) && !isReadAtDeployment(size)) return size;
  if (textIn(server.os.publisher)?.toLowerCase() === 'microsoftwindowsserver') {
    const isSmall = textIn(server.os.release)?.toLowerCase().includes('smalldisk') === true;
    return numberValue(isSmall ? AZURE_SMALL_IMAGE_GIB : AZURE_IMAGE_GIB, at(server));
  }
  return notStated('server', 'osDisk', server.address, range(server));
}

/** Whether a disk lies where the operating system does; `undefined` when nothing tells on what either lies. */
export function sharesStoreWithOs(disk: Disk, server: Server): Value | undefined {
  if (disk.isOs) return boolValue(true, defaultAt(disk.resource.range));
  const os = osDisk(server);
  if (disk.store === undefined || os?.store === undefined) return undefined;
  for (const one of [os, disk]) {
    if (one.store !== undefined && isLeftToPlatform(one.store)) {
      return notStated('disk', 'store', one.address, one.resource.range);
    }
  }
  const same = areSame(os.store, disk.store);
  if (same === true) return boolValue(true, disk.store.origin);
  const [spindles, osSpindles] = [disk, os].map(({ storeDeclared }) => storeDeclared?.get('spindles'));
  if (spindles !== undefined && osSpindles !== undefined) {
    return boolValue(textIn(spindles) === textIn(osSpindles), spindles.origin);
  }
  if (same === false) return boolValue(false, disk.store.origin);
  const [name, osName] = [storeName(disk), storeName(os)];
  if (name === undefined || osName === undefined)
    return unknownFrom([os.store, disk.store], disk.store.origin);
  const text = `whether ${osName} and ${name} are the same disks is not told: state ${declaredKey('datastore', 'spindles')} for both in exvet.yaml`;
  return unknown({ kind: 'declaration', text, range: disk.store.origin.range }, disk.store.origin);
}

/** Whether Exchange data shares the storage of the operating system: one disk that does is enough. */
function dataSharesOsStore(server: Server): Value {
  const answers = exchangeDisks(server).flatMap(disk => sharesStoreWithOs(disk, server) ?? []);
  const open = answers.filter(({ kind }) => kind === 'unknown');
  return (
    answers.find(answer => answer.kind === 'bool' && answer.value) ??
    (open.length > 0 ? unknownFrom(open, at(server)) : (answers[0] ?? boolValue(false, at(server))))
  );
}

/** A disk of its own for each is enough to tell them apart; one disk of which more is not told can hold both. */
function databasesAndLogsTogether(server: Server): Value {
  const disks = exchangeDisks(server);
  const both = disks.find(
    ({ contents, isOs }) => contents.databasesAndLogs === true || (isOs && contents.assumed),
  );
  if (both !== undefined) return boolValue(true, both.contents.role.origin);
  const roles = disks.map(({ contents }) => textIn(contents.role));
  if (roles.includes('database') && roles.includes('log')) return boolValue(false, at(server));
  const text = `which disks of ${server.address} hold databases and which transaction logs is not told: state servers[].disks[].holds in exvet.yaml`;
  const key = 'servers[].disks[].holds';
  return unknown({ kind: 'declaration', text, range: range(server), key }, at(server));
}

const disksOnShares = (server: Server): readonly Disk[] =>
  exchangeDisks(server).filter(({ backing }) => textIn(backing) === 'smb');

/** What exvet.yaml states about all shares with Exchange disks; absent where there is none. */
function ofShares(server: Server, fact: 'blockBacked' | 'highlyAvailable'): Value | undefined {
  const disks = disksOnShares(server);
  if (disks.length === 0) return undefined;
  const values = disks.map(({ storeDeclared, store, path, address }) => {
    const share = knownText(store) ?? knownText(path) ?? address;
    return storeDeclared?.get(fact) ?? notStated('datastore', fact, share, range(server));
  });
  const open = values.filter(({ kind }) => kind === 'unknown');
  return values.find(isFalse) ?? (open.length > 0 ? unknownFrom(open, at(server)) : values[0]);
}
