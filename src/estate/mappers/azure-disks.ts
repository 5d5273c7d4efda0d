import { diskTier, skuBySize, tierOfUnknownSku } from '../../azure/disk-skus.ts';
import { boolValue, defaultAt, stringValue } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { asNumber, readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { canonicalAddress, textWithGaps } from '../../value/resource-id.ts';
import { type Reason, unknown, unknownFrom } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import { contentsNotToldYet } from '../disk-contents.ts';
import type { Disk } from '../model.ts';
import { diskFacts } from './azure-disk-facts.ts';
import {
  type AzureDisk,
  type AzureInventory,
  type AzureMachine,
  type AzureStorageAccount,
  type DiskAttachment,
  type MachineDisk,
  NO_PERFORMANCE,
} from './azure-inventory.ts';
import { Directory, keyOf, lunSlot } from './azure-joins.ts';

/** Puts the disks of each machine together, with the SKU that each one has or gets. */
export class AzureDisks {
  readonly #disks: Directory<AzureDisk>;
  readonly #accounts: readonly AzureStorageAccount[];
  readonly #attachments = new Map<AzureMachine, DiskAttachment[]>();
  readonly #machinesByDisk = new Map<string, Set<AzureMachine>>();

  constructor(inventory: AzureInventory) {
    this.#disks = new Directory('managed disk', inventory.disks);
    this.#accounts = inventory.storageAccounts;
    const machines = new Directory('virtual machine', inventory.machines);
    for (const machine of inventory.machines) {
      for (const { managedDisk, name } of machine.disks) {
        this.#noteDisk(managedDisk, machine);
        // A disk that the machine makes is a resource of its own afterwards.
        if (managedDisk === undefined && name !== undefined) this.#noteKey(diskKey(name), machine);
      }
    }
    for (const attachment of inventory.attachments) {
      if (attachment.machine === undefined) continue;
      for (const machine of machines.candidates(attachment.machine)) {
        const tied = this.#attachments.get(machine);
        if (tied === undefined) this.#attachments.set(machine, [attachment]);
        else tied.push(attachment);
        this.#noteDisk(attachment.disk, machine);
      }
    }
  }

  #noteDisk(id: Value | undefined, machine: AzureMachine): void {
    const key = id === undefined ? undefined : keyOf(id);
    if (key !== undefined) this.#noteKey(key, machine);
  }

  #noteKey(key: string, machine: AzureMachine): void {
    const machines = this.#machinesByDisk.get(key) ?? new Set();
    this.#machinesByDisk.set(key, machines.add(machine));
  }

  /** `premiumCapable` is a bool; a disk without a SKU follows the size. */
  of(machine: AzureMachine, premiumCapable: Value): Disk[] {
    const own = machine.disks.map(disk => this.#ownDisk(machine, disk, premiumCapable));
    const slots = new Map<string, Disk>();
    for (const disk of own) slots.set(disk.slot === 'lun' ? disk.address : disk.slot, disk);
    for (const attachment of this.#attachments.get(machine) ?? []) {
      const disk = this.#attachedDisk(attachment, machine);
      // The same disk may be declared twice, in the machine and by an attachment.
      const key = disk.slot === 'lun' ? `${disk.address} ${attachment.resource.address}` : disk.slot;
      if (!slots.has(key)) slots.set(key, disk);
      else if (slots.get(key)?.address !== disk.address) slots.set(`${key} ${disk.address}`, disk);
    }
    if (machine.moreDisks !== undefined) slots.set('more', unlistedDisk(machine, machine.moreDisks));
    return [...slots.values()];
  }

  /** The machines that a disk, given by its key, is tied to. */
  machinesWith(diskKey: string): ReadonlySet<AzureMachine> {
    return this.#machinesByDisk.get(diskKey) ?? new Set();
  }

  #ownDisk(machine: AzureMachine, disk: MachineDisk, premiumCapable: Value): Disk {
    const managed = disk.managedDisk === undefined ? undefined : this.#disks.find(disk.managedDisk);
    const found = managed?.kind === 'found' ? managed.item : undefined;
    const here = defaultAt(disk.range);
    const sku =
      disk.sku ??
      (found !== undefined
        ? skuOfDisk(found)
        : managed?.kind === 'unknown'
          ? unknown(managed.reasons, here)
          : disk.vhdUri !== undefined
            ? this.#unmanagedSku(disk.vhdUri, here)
            : skuWhenOmitted(machine, disk, premiumCapable));
    return {
      address: found?.resource.address ?? disk.address,
      resource: found?.resource ?? machine.resource,
      name: disk.name ?? found?.name ?? stringValue(disk.isOs ? 'OS disk' : disk.slot, here),
      isOs: disk.isOs,
      slot: disk.slot,
      tags: tagsOf(found?.tags),
      sizeGib: sizeOf(disk.sizeGib ?? found?.sizeGib),
      ...madeOf(sku, here, disk.isOs),
      ...diskFacts({
        isOs: disk.isOs,
        here,
        unseen: managed?.kind === 'unknown' ? managed.reasons : undefined,
        attached: disk.attached,
        diffOption: disk.diffOption,
        vhdUri: disk.vhdUri,
        createOption: found?.createOption ?? disk.createOption,
        maxShares: found?.maxShares,
        sectorSize: found?.sectorSize,
        performance: found?.performance ?? disk.performance,
        sku,
        tier: tierOf(sku),
        sizeGib: disk.sizeGib ?? found?.sizeGib,
      }),
    };
  }

  #attachedDisk(attachment: DiskAttachment, machine: AzureMachine): Disk {
    const { resource, disk: id, lun } = attachment;
    const here = defaultAt(resource.range);
    const joined = id === undefined ? undefined : this.#disks.find(id);
    const disk = joined?.kind === 'found' ? joined.item : undefined;
    const sku =
      disk === undefined
        ? unknown(joined?.kind === 'unknown' ? joined.reasons : copiedFrom(resource), here)
        : skuOfDisk(disk);
    return {
      address: disk?.resource.address ?? resource.address,
      resource: disk?.resource ?? resource,
      name: attachment.name ?? disk?.name ?? stringValue(lunSlot(lun), defaultAt(machine.resource.range)),
      isOs: false,
      slot: lunSlot(lun),
      tags: tagsOf(disk?.tags),
      sizeGib: sizeOf(attachment.sizeGib ?? disk?.sizeGib),
      ...madeOf(sku, here, false),
      ...diskFacts({
        isOs: false,
        here,
        unseen: joined?.kind === 'unknown' ? joined.reasons : undefined,
        attached: attachment.attached,
        diffOption: undefined,
        vhdUri: undefined,
        // An attachment that names no disk makes one, from a snapshot or another disk.
        createOption: id === undefined ? readPath(resource.body, ['create_option']) : disk?.createOption,
        maxShares: disk?.maxShares,
        sectorSize: disk?.sectorSize,
        performance: disk?.performance ?? NO_PERFORMANCE,
        sku,
        tier: tierOf(sku),
        sizeGib: attachment.sizeGib ?? disk?.sizeGib,
      }),
    };
  }

  /** The account is the first label of the blob's host name, or the resource whose endpoint stands there. */
  #unmanagedSku(uri: Value, here: Origin): Value {
    const url = textWithGaps(uri);
    const host = url.replace(/^https?:\/\//i, '').toLowerCase();
    const account = this.#accounts.find(
      ({ key, name }) => host.startsWith(`${textWithGaps(name).toLowerCase()}.`) || refersTo(uri, key),
    );
    if (account !== undefined) return account.sku;
    const text = `the storage account of the unmanaged disk '${url}' is not in this deployment`;
    return unknown({ kind: 'data', text, range: uri.origin.range }, here);
  }
}

/** `${azurerm_storage_account.a.primary_blob_endpoint}vhds/os.vhd` */
function refersTo(uri: Value, key: string): boolean {
  if (uri.kind !== 'unknown') return false;
  return [uri, ...(uri.parts ?? [])].some(
    part =>
      typeof part !== 'string' &&
      part.reference !== undefined &&
      canonicalAddress(part.reference.address) === key,
  );
}

const copiedFrom = ({ address, range }: Resource): Reason => ({
  kind: 'provider',
  text: `${address} copies a disk, and the SKU with it`,
  range,
});

function skuOfDisk(disk: AzureDisk): Value {
  if (disk.sku !== undefined) return disk.sku;
  const { address, range } = disk.resource;
  const text = `${address} states no SKU: the service picks one`;
  return unknown({ kind: 'provider', text, range }, defaultAt(range));
}

/** See `skuBySize`; a disk that comes out of an image of one's own keeps the SKU that it has there. */
function skuWhenOmitted(machine: AzureMachine, disk: MachineDisk, premiumCapable: Value): Value {
  const here = defaultAt(disk.range);
  const option = textIn(disk.createOption)?.toLowerCase();
  if (machine.image.id !== undefined && option !== 'empty') {
    const text = `the disk of ${machine.resource.address} takes its SKU from the image`;
    return unknown({ kind: 'data', text, range: disk.range }, here);
  }
  if (option === 'attach' || option === 'copy' || option === 'restore') {
    const text = `the disk of ${machine.resource.address} takes its SKU from where it is copied from`;
    return unknown({ kind: 'data', text, range: disk.range }, here);
  }
  if (premiumCapable.kind === 'bool') return stringValue(skuBySize(premiumCapable.value), here);
  return unknownFrom([premiumCapable], here);
}

/** The key of a disk that only its name tells. */
export const diskKey = (name: Value): string => `microsoft.compute/disks/${textWithGaps(name).toLowerCase()}`;

/** A disk for those that a list may have that is not known. */
function unlistedDisk(machine: AzureMachine, list: Value): Disk {
  const here = defaultAt(list.origin.range);
  const open = unknownFrom([list], list.origin);
  return {
    address: `${machine.resource.address} data disks`,
    resource: machine.resource,
    name: stringValue('data disks', here),
    isOs: false,
    slot: 'data disks',
    several: open,
    tags: new Map(),
    sizeGib: open,
    ...madeOf(open, here, false),
    caching: open,
    ephemeral: boolValue(false, here),
    managed: open,
    writeAccelerator: open,
    copied: open,
    shared: open,
    sectors: open,
    iops: open,
    throughputMbps: open,
  };
}

function madeOf(
  sku: Value,
  here: Origin,
  isOs: boolean,
): Pick<Disk, 'sku' | 'tier' | 'presentation' | 'contents'> {
  return {
    sku,
    tier: tierOf(sku),
    presentation: stringValue('block', here),
    contents: contentsNotToldYet(isOs, here),
  };
}

/** The tier of a SKU, with its origin. */
export function tierOf(sku: Value): Value {
  if (sku.kind === 'unknown') {
    const tier = tierOfUnknownSku(sku);
    return tier === undefined ? sku : stringValue(tier, sku.origin);
  }
  const tier = sku.kind === 'string' ? diskTier(sku.value) : undefined;
  if (tier !== undefined) return stringValue(tier, sku.origin);
  if (sku.kind === 'string' && /^standard_/i.test(sku.value)) return stringValue('standard', sku.origin);
  const shown = sku.kind === 'string' ? `'${sku.value}'` : `a ${sku.kind}`;
  return unknown({ kind: 'error', text: `${shown} is not a disk SKU`, range: sku.origin.range }, sku.origin);
}

const sizeOf = (size: Value | undefined): Value | undefined =>
  size === undefined ? undefined : asNumber(size);

/** Tags whose map is unknown tell nothing. */
export const tagsOf = (tags: Value | undefined): ReadonlyMap<string, Value> =>
  tags?.kind === 'object' ? tags.entries : new Map<string, Value>();
