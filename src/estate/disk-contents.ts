import { boolValue, defaultAt, literalAt, stringValue } from '../value/make.ts';
import type { Origin } from '../value/origin.ts';
import { asBool, knownText } from '../value/read.ts';
import { unknown } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import { matchesName } from './address-pattern.ts';
import {
  type Declaration,
  type DeclaredContent,
  type DiskDeclaration,
  declaredValues,
  type ServerDeclaration,
} from './declarations.ts';
import { sharesIn, type UsedShare } from './install-evidence.ts';
import type { Disk, DiskContents, Hint, Machine } from './model.ts';

/**
 * What the disks of an Exchange server hold, decided in this order: `exvet.yaml`; a tag `exchange-disk`; a
 * name that tells; and else every data disk is taken to hold Exchange data. Without any disk for it the
 * databases, logs and queue lie under the install path, on the OS disk; an Edge Transport server, which has
 * no databases of mailboxes, has its queue there. The shares that the server's scripts use for Exchange are
 * disks here too. `used` takes the declarations that matched a disk.
 */
export function contentsOfDisks(
  machine: Machine,
  roles: Value | undefined,
  declared: readonly ServerDeclaration[],
  used: Set<Declaration>,
): readonly Disk[] {
  const declarations = declared.flatMap(({ disks }) => disks);
  const disks = [...machine.disks, ...shareDisks(machine)].map((disk): Judged => {
    const matching = declarations.filter(declaration => isMeant(declaration, disk));
    for (const declaration of matching) used.add(declaration);
    const stated = declaredValues(matching.map(({ facts }) => facts));
    return {
      disk: {
        ...disk,
        ...declaredStorage(matching),
        ...(stated.size === 0 ? {} : { declared: stated }),
      },
      told:
        declaredContents(matching) ??
        taggedContents(disk) ??
        shareContents(disk) ??
        namedContents(disk, machine),
    };
  });
  // A share is no place for the queue, which stays under the install path.
  const hasPlaceForData = disks.some(
    ({ disk, told }) => !disk.isOs && disk.slot !== SHARE_SLOT && mayHoldData(told),
  );
  return disks.map(({ disk, told }) => ({
    ...disk,
    contents: told ?? assumedContents(disk, hasPlaceForData, isEdgeAlone(roles)),
  }));
}

const isEdgeAlone = (roles: Value | undefined): boolean =>
  roles?.kind === 'list' &&
  roles.elements.length > 0 &&
  roles.elements.every(role => knownText(role) === 'edge');

/** What the user states of a disk's storage; of several statements the last one counts. */
function declaredStorage(
  matching: readonly DiskDeclaration[],
): Pick<Disk, 'backing' | 'provisioning' | 'store' | 'sectors'> {
  const backing = matching.findLast(declaration => declaration.backing !== undefined)?.backing;
  const stated = declaredValues(matching.map(({ facts }) => facts));
  const [provisioning, store, sectors] = ['provisioning', 'store', 'sectors'].map(name => stated.get(name));
  return {
    ...(backing === undefined
      ? {}
      : { backing: stringValue(backing.value, { kind: 'declared', range: backing.range }) }),
    ...(provisioning === undefined ? {} : { provisioning }),
    ...(store === undefined ? {} : { store }),
    ...(sectors === undefined ? {} : { sectors }),
  };
}

/** A disk of which it is known what it holds, with the facts that exvet.yaml states about it besides. */
export function withStatedFacts(
  disk: Disk,
  declared: readonly ServerDeclaration[],
  used: Set<Declaration>,
): Disk {
  const matching = declared.flatMap(({ disks }) => disks).filter(declaration => isMeant(declaration, disk));
  for (const declaration of matching) used.add(declaration);
  const stated = declaredValues(matching.map(({ facts }) => facts));
  if (stated.size === 0) return disk;
  return { ...disk, declared: new Map([...(disk.declared ?? []), ...stated]) };
}

interface Judged {
  readonly disk: Disk;
  readonly told: DiskContents | undefined;
}

const mayHoldData = (told: DiskContents | undefined): boolean =>
  told === undefined || told.holdsExchangeData.kind !== 'bool' || told.holdsExchangeData.value;

function isMeant({ slots, name }: DiskDeclaration, disk: Disk): boolean {
  if (slots !== undefined) {
    const slot = /\d+$/.exec(disk.slot)?.[0];
    if (slot === undefined || !slots.includes(Number(slot))) return false;
  }
  return name === undefined || matchesName(name, knownText(disk.name, '') ?? '');
}

/** What a mapper says of a disk, before it is known whose disk it is. */
export function contentsNotToldYet(isOs: boolean, origin: Origin): DiskContents {
  const open = unknown({ kind: 'declaration', text: 'nothing tells what the disk holds' }, origin);
  return {
    role: isOs ? stringValue('os', origin) : open,
    holdsExchangeData: isOs ? boolValue(false, origin) : open,
    assumed: false,
  };
}

const EXCHANGE_DATA = new Set<string>(['database', 'log', 'transport', 'mcdb', 'exchange']);

const contents = (role: string, origin: Origin): DiskContents => ({
  role: stringValue(role, origin),
  holdsExchangeData: boolValue(EXCHANGE_DATA.has(role), origin),
  assumed: false,
});

/** Where a disk holds several things, the first of these names it. */
const BY_WEIGHT: readonly DeclaredContent[] = [
  'database',
  'log',
  'transport',
  'mcdb',
  'os',
  'pagefile',
  'other',
];

function declaredContents(matching: readonly DiskDeclaration[]): DiskContents | undefined {
  const holds = matching.findLast(declaration => declaration.holds !== undefined)?.holds;
  if (holds === undefined) return undefined;
  const role = BY_WEIGHT.find(content => holds.value.includes(content)) ?? 'other';
  const hasBoth = holds.value.includes('database') && holds.value.includes('log');
  return {
    ...contents(role, { kind: 'declared', range: holds.range }),
    ...(hasBoth ? { databasesAndLogs: true } : {}),
    toldBy: {
      by: 'configuration',
      text: `exvet.yaml holds: ${holds.value.join(', ')}`,
      range: holds.range,
    },
  };
}

function taggedContents(disk: Disk): DiskContents | undefined {
  for (const [name, value] of disk.tags) {
    if (name.toLowerCase().replace(/[-_.: ]/g, '') !== 'exchangedisk') continue;
    const toldBy = {
      by: 'tag' as const,
      text: `tag ${name} = ${value.sensitive === true ? '(sensitive)' : (knownText(value) ?? 'unknown')}`,
      range: value.origin.range,
    };
    if (value.kind === 'unknown') {
      return { role: value, holdsExchangeData: withoutParts(value), assumed: false, toldBy };
    }
    return { ...contents(tagRole(value), value.origin), toldBy };
  }
  return undefined;
}

const withoutParts = (value: Value): Value =>
  value.kind === 'unknown' ? unknown(value.reasons, value.origin) : value;

function tagRole(value: Value): string {
  const asTruth = asBool(value);
  if (asTruth.kind === 'bool') return asTruth.value ? 'exchange' : 'other';
  const text = knownText(value) ?? '';
  return (
    roleInName(text) ??
    (/^(?:os|system|boot)$/i.test(text) ? 'os' : /^(?:exchange|yes|data)$/i.test(text) ? 'exchange' : 'other')
  );
}

/** Words in a disk's name. The first row that fits counts: `ex01-db01-log` is the log disk of a database. */
const NAME_ROLES: readonly (readonly [role: string, word: RegExp])[] = [
  ['mcdb', /^(?:mcdb|metacache\w*)\d*$/],
  ['pagefile', /^(?:pagefile|paging|pagingfile|page|swap)\d*$/],
  ['log', /^(?:db|tx|t|trans|transaction|exchange|exch)?logs?\d*$/],
  ['transport', /^(?:queues?|mailqueue|mail\.que|transport)(?:db)?\d*$/],
  ['database', /^(?:db|dbs|mdb|edb|mbxdb|exdb|exchdb|database|databases|mailboxdb)\d*$/],
];

function roleInName(name: string): string | undefined {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return NAME_ROLES.find(([, word]) => words.some(text => word.test(text)))?.[0];
}

function namedContents(disk: Disk, machine: Machine): DiskContents | undefined {
  if (disk.isOs || disk.name.sensitive === true) return undefined;
  const name = knownText(disk.name, ' ');
  if (name === undefined) return undefined;
  // The machine's own name, when the disk's begins with it, tells nothing about the disk.
  const own = knownText(machine.name, ' ');
  const rest =
    own !== undefined && name.toLowerCase().startsWith(own.toLowerCase()) ? name.slice(own.length) : name;
  const role = roleInName(rest);
  if (role === undefined) return undefined;
  const { range } = disk.name.origin;
  return {
    ...contents(role, disk.name.origin),
    toldBy: { by: 'name', text: `disk name '${knownText(disk.name) ?? ''}'`, range },
  };
}

function assumedContents(disk: Disk, hasPlaceForData: boolean, isEdge: boolean): DiskContents {
  const origin = defaultAt(disk.resource.range);
  if (!disk.isOs) {
    return {
      ...contents('exchange', origin),
      assumed: true,
      note: 'nothing tells what the disk holds, so it is taken to hold Exchange data',
    };
  }
  if (hasPlaceForData) return contents('os', origin);
  return {
    role: stringValue('os', origin),
    holdsExchangeData: boolValue(true, origin),
    besideSystem: isEdge ? 'transport queues' : 'databases, logs and queue',
    assumed: true,
    note: isEdge
      ? 'the server has no data disk, so its queues lie on the OS disk'
      : 'the server has no data disk, so its databases, logs and queue lie on the OS disk',
  };
}

const SHARE_SLOT = 'share';

/** The shares that a machine's scripts use for Exchange, or mount from Azure Files. */
function shareDisks(machine: Machine): readonly Disk[] {
  const found = new Map<string, Disk>();
  for (const hint of machine.hints) {
    if (hint.kind !== 'script') continue;
    for (const share of sharesIn(hint.text)) {
      const key = share.path.toLowerCase();
      const known = found.get(key);
      if (known === undefined || (share.holds !== undefined && known.contents.toldBy === undefined)) {
        found.set(key, shareDisk(machine, hint, share));
      }
    }
  }
  return [...found.values()];
}

function shareDisk(machine: Machine, hint: Hint, { path, holds }: UsedShare): Disk {
  const origin = literalAt(hint.range);
  const undecided = unknown(
    {
      kind: 'declaration',
      text: `whether Exchange keeps data on ${path} is not told: declare what it holds in exvet.yaml`,
      range: hint.range,
    },
    origin,
  );
  return {
    address: `${machine.address} ${path}`,
    resource: machine.resource,
    name: stringValue(path, origin),
    isOs: false,
    slot: SHARE_SLOT,
    tags: new Map(),
    sizeGib: undefined,
    presentation: stringValue('file', origin),
    contents:
      holds === undefined
        ? { role: undecided, holdsExchangeData: undecided, assumed: false }
        : {
            ...contents(holds, origin),
            toldBy: { by: 'install', text: `a script keeps Exchange's ${holds}s there`, range: hint.range },
          },
  };
}

/** Scripts say what is on a share; for disks of the platform this is `undefined`. */
const shareContents = (disk: Disk): DiskContents | undefined =>
  disk.slot === SHARE_SLOT ? disk.contents : undefined;
