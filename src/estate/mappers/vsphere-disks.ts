import { defaultAt, stringValue } from '../../value/make.ts';
import { asNumber, readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { unknown, unknownFrom } from '../../value/unknown.ts';
import { isKnown, type Value } from '../../value/value.ts';
import { contentsNotToldYet } from '../disk-contents.ts';
import type { Disk } from '../model.ts';
import { boolOr, readBlock, readBlocks, stringOr } from './block-arguments.ts';
import { attachedBySource, attachment, unitOf } from './vsphere-controllers.ts';
import { type Datastores, storageOf } from './vsphere-datastores.ts';
import { referenceOf, type VsphereInventory } from './vsphere-inventory.ts';

/** The disks of a `vsphere_virtual_machine`. One that its OVF or template brings along is there as well. */
export function vsphereDisks(machine: Resource, datastores: Datastores): readonly Disk[] {
  const { blocks } = readBlocks(machine.body, ['disk']);
  if (blocks.length === 0) return [diskOfSource(machine, datastores)];
  const osIndex = osDiskIndex(blocks);
  return blocks.map((block, index): Disk => {
    const isOs = index === osIndex;
    const unit = unitOf(block);
    const path = readPath(block, ['path']);
    return {
      address: `${machine.address}.disk[${index}]`,
      resource: machine,
      name: readPath(block, ['label']) ?? readPath(block, ['path']) ?? nameless(block, index),
      isOs,
      slot: unit.kind === 'number' ? `unit ${unit.value}` : `unit unknown, disk ${index}`,
      tags: new Map(),
      sizeGib: sizeOf(block),
      presentation: stringValue('block', defaultAt(block.origin.range)),
      provisioning: provisioningOf(block, datastores.inventory),
      format: stringValue('vmdk', defaultAt(block.origin.range)),
      ...attachment(block, machine.body),
      ...storageOf(block, machine, datastores),
      ...(path === undefined ? {} : { path }),
      contents: contentsNotToldYet(isOs, defaultAt(machine.range)),
    };
  });
}

/** `disk[0].label` is required; only a broken configuration lacks it. */
const nameless = (block: Value, index: number): Value =>
  stringValue(`disk ${index}`, defaultAt(block.origin.range));

/** Unit 0 is the disk that the machine boots from. */
function osDiskIndex(blocks: readonly Value[]): number {
  const index = blocks.findIndex(block => {
    const unit = unitOf(block);
    return unit.kind === 'number' && unit.value === 0;
  });
  return Math.max(index, 0);
}

function sizeOf(block: Value): Value | undefined {
  const size = readPath(block, ['size']);
  return size === undefined ? undefined : asNumber(size);
}

/**
 * `thin`, `thick-lazy` or `thick-eager`, from `thin_provisioned` (true when absent) and `eagerly_scrub`
 * (false when absent); of an attached disk, what its `vsphere_virtual_disk` says.
 */
function provisioningOf(block: Value, inventory: VsphereInventory): Value {
  if (block.kind === 'unknown') return unknownFrom([block], block.origin);
  const attach = boolOr(block, 'attach', false);
  if (!isKnown(attach)) return attach;
  if (attach.kind === 'bool' && attach.value) return attachedProvisioning(block, inventory);
  const thin = boolOr(block, 'thin_provisioned', true);
  const eager = boolOr(block, 'eagerly_scrub', false);
  if (!isKnown(thin)) return thin;
  if (thin.kind === 'bool' && thin.value) return stringValue('thin', thin.origin);
  if (!isKnown(eager)) return eager;
  const isEager = eager.kind === 'bool' && eager.value;
  return stringValue(isEager ? 'thick-eager' : 'thick-lazy', isEager ? eager.origin : thin.origin);
}

/** The `type` of a `vsphere_virtual_disk`. */
const VIRTUAL_DISK_TYPES: Readonly<Record<string, string>> = {
  thin: 'thin',
  lazy: 'thick-lazy',
  eagerZeroedThick: 'thick-eager',
};

function attachedProvisioning(block: Value, inventory: VsphereInventory): Value {
  const path = readPath(block, ['path']);
  const reference = referenceOf(path);
  const disk = inventory.managed('vsphere_virtual_disk').find(({ address, body }) => {
    const own = readPath(body, ['vmdk_path']);
    return reference?.address === address || (textIn(own) !== undefined && textIn(own) === textIn(path));
  });
  if (disk === undefined) {
    const text = 'the attached disk exists outside the configuration, so how it is provisioned is not told';
    return unknown({ kind: 'data', text, range: block.origin.range }, block.origin);
  }
  return named(stringOr(disk.body, 'type', 'eagerZeroedThick'), VIRTUAL_DISK_TYPES);
}

/** The value by the name that exvet has for it; one that is not in the table stays as it is. */
const named = (value: Value, names: Readonly<Record<string, string>>): Value =>
  value.kind === 'string' && Object.hasOwn(names, value.value)
    ? stringValue(names[value.value] ?? value.value, value.origin)
    : value;

/** `ovf_deploy.disk_provisioning`; absent or `sameAsSource`, the OVF decides. */
const OVF_PROVISIONING: Readonly<Record<string, string>> = {
  thin: 'thin',
  thick: 'thick-lazy',
  eagerZeroedThick: 'thick-eager',
};

/** A machine without `disk` blocks gets its disks from an OVF or a template, which is not here. */
function diskOfSource(machine: Resource, datastores: Datastores): Disk {
  const origin = defaultAt(machine.range);
  const text =
    'the disks come from the template or OVF that the machine is made of, which is read at deployment';
  const undecided = unknown({ kind: 'data', text, range: machine.range }, origin);
  const ovf = readBlock(machine.body, 'ovf_deploy');
  const stated = ovf === undefined ? undefined : readPath(ovf, ['disk_provisioning']);
  const provisioning = stated === undefined ? undecided : named(stated, OVF_PROVISIONING);
  return {
    address: `${machine.address}.disk[0]`,
    resource: machine,
    name: stringValue('disk 0', origin),
    isOs: true,
    slot: 'unit 0',
    tags: new Map(),
    sizeGib: undefined,
    presentation: stringValue('block', origin),
    provisioning: textIn(provisioning) === 'sameAsSource' ? undecided : provisioning,
    format: stringValue('vmdk', origin),
    ...attachedBySource(undecided, machine.body),
    ...storageOf(machine.body, machine, datastores),
    contents: contentsNotToldYet(true, origin),
  };
}
