import { boolValue, defaultAt, listValue } from '../value/make.ts';
import { knownText } from '../value/read.ts';
import { canonicalAddress, resourceAddressOf } from '../value/resource-id.ts';
import { type Reason, uniteReasons, unknown, unknownFrom } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import type { ReplicatedDisk, ReplicationDraft } from './mapper.ts';
import { idKeys } from './mappers/azure-ids.ts';
import type { Disk, ReplicationFacts, Server } from './model.ts';

/** The disks after a failover, and what is left behind. */
export interface DisksAfterFailover {
  readonly disks: readonly Disk[];
  readonly facts: Pick<ReplicationFacts, 'excludedDisks' | 'excludesExchangeData'>;
}

/** Of a server that the deployment declares: a disk after a failover holds what its source holds. */
export function disksAfterFailover(draft: ReplicationDraft, source: Server): DisksAfterFailover {
  const own = source.disks.filter(({ presentation }) => !isFile(presentation));
  const { everyDisk } = draft;
  if (everyDisk !== undefined) {
    const disks = own.map(disk => ({
      ...everyDisk,
      address: `${everyDisk.address} ${disk.slot}`,
      ...identityOf(disk),
    }));
    return { disks, facts: excluded(draft, []) };
  }
  const pairs = draft.disks.map(replicated => ({
    replicated,
    disk: own.find(disk => isSame(replicated, disk, source)),
  }));
  return {
    disks: pairs.map(({ replicated, disk }) =>
      disk === undefined ? replicated.disk : joined(replicated, disk),
    ),
    facts: leftBehind(
      draft,
      own,
      pairs.flatMap(({ disk }) => disk ?? []),
    ),
  };
}

/** Of a machine that is not in the deployment nothing tells how many disks it has, but it may replicate them all. */
export function disksOfUnknownSource(draft: ReplicationDraft): DisksAfterFailover {
  const { address, range } = draft.resource;
  if (replicatesAll(draft)) {
    return { disks: draft.everyDisk === undefined ? [] : [draft.everyDisk], facts: excluded(draft, []) };
  }
  const text = `the machine that ${address} replicates is not in this deployment, so whether it replicates all of its disks cannot be told`;
  return {
    disks: draft.disks.map(({ disk }) => disk),
    facts: notTold([{ kind: 'data', text, range }], draft),
  };
}

/** Without a list, machines on premises are replicated with all of their disks. */
function replicatesAll({ everyDisk, disks, moreDisks, direction }: ReplicationDraft): boolean {
  const isAzure = direction.kind === 'string' && direction.value === 'azure-to-azure';
  return everyDisk !== undefined || (!isAzure && disks.length === 0 && moreDisks === undefined);
}

const isFile = (presentation: Value): boolean =>
  presentation.kind === 'string' && presentation.value === 'file';

/** What a disk keeps when it is replicated. */
function identityOf({ name, isOs, slot, tags, sizeGib, contents, declared }: Disk) {
  return { name, isOs, slot, tags, sizeGib, contents, ...(declared === undefined ? {} : { declared }) };
}

function joined({ disk, keepsSku }: ReplicatedDisk, source: Disk): Disk {
  const kept =
    keepsSku && source.sku !== undefined && source.tier !== undefined
      ? { sku: source.sku, tier: source.tier }
      : {};
  const sizeGib = disk.sizeGib?.kind === 'number' ? disk.sizeGib : source.sizeGib;
  return { ...disk, ...identityOf(source), sizeGib, ...kept };
}

/** Whether a replicated disk is one of the source's: by its id, the place of the id in the machine, or its name. */
function isSame(
  { source: id, disk: target }: ReplicatedDisk,
  disk: Disk,
  { address, resource }: Server,
): boolean {
  if (id === undefined) return false;
  const reference = id.kind === 'unknown' ? id.reference : undefined;
  if (reference !== undefined && canonicalAddress(reference.address) === canonicalAddress(address)) {
    return isAt(reference.path, disk, address);
  }
  const key = resourceAddressOf(id);
  if (key !== undefined && disk.resource !== resource) {
    const keys = [canonicalAddress(disk.resource.address), ...idKeys(disk.resource)];
    if (keys.includes(key)) return true;
  }
  const [wanted, name] = [target.name, disk.name].map(value => knownText(value)?.toLowerCase());
  return wanted !== undefined && wanted !== '' && wanted === name;
}

/** `os_disk[0].id`, `storage_data_disk[1].managed_disk_id`, `properties.storageProfile.dataDisks[1].managedDisk.id` of the machine. */
function isAt(path: readonly (string | number)[], disk: Disk, machine: string): boolean {
  const words = path.map(step => String(step).toLowerCase());
  if (words.some(word => ['os_disk', 'storage_os_disk', 'osdisk'].includes(word))) return disk.isOs;
  const at = words.findIndex(word => word === 'storage_data_disk' || word === 'datadisks');
  const index = path[at + 1];
  return (
    at >= 0 &&
    [`${machine}.storage_data_disk[${index}]`, `${machine}/dataDisks/${index}`].includes(disk.address)
  );
}

/** The disks of the source that are not among the replicated ones, as far as their ids tell which those are. */
function leftBehind(
  draft: ReplicationDraft,
  own: readonly Disk[],
  found: readonly Disk[],
): DisksAfterFailover['facts'] {
  const { disks, moreDisks, resource } = draft;
  const { address, range } = resource;
  if (moreDisks !== undefined) return notTold(moreDisks.kind === 'unknown' ? moreDisks.reasons : [], draft);
  if (disks.length === 0) {
    const text = `${address} lists no managed disk, so which ones it replicates is not told`;
    return replicatesAll(draft) ? excluded(draft, []) : notTold([{ kind: 'provider', text, range }], draft);
  }
  const rest = own.filter(disk => !found.includes(disk));
  if (found.length === disks.length) return excluded(draft, rest);
  // As many as it has: whichever ids they are, none is left out.
  if (disks.length >= own.length) return excluded(draft, []);
  const text = `which disks ${address} leaves out is not told: its disk ids name none of those in this deployment`;
  const facts = notTold([{ kind: 'provider', text, range }], draft);
  return rest.every(holdsData)
    ? { ...facts, excludesExchangeData: boolValue(true, defaultAt(range)) }
    : facts;
}

const holdsData = ({ contents: { holdsExchangeData } }: Disk): boolean =>
  holdsExchangeData.kind === 'bool' && holdsExchangeData.value;

function excluded({ resource }: ReplicationDraft, disks: readonly Disk[]): DisksAfterFailover['facts'] {
  const here = defaultAt(resource.range);
  const holds = disks.map(({ contents }) => contents.holdsExchangeData);
  const open = holds.filter(value => value.kind === 'unknown');
  return {
    excludedDisks: listValue(
      disks.map(({ name }) => name),
      here,
    ),
    excludesExchangeData: disks.some(holdsData)
      ? boolValue(true, here)
      : open.length > 0
        ? unknownFrom(open, here)
        : boolValue(false, here),
  };
}

function notTold(reasons: readonly Reason[], { resource }: ReplicationDraft): DisksAfterFailover['facts'] {
  const value = unknown(uniteReasons([reasons]), defaultAt(resource.range));
  return { excludedDisks: value, excludesExchangeData: value };
}
