import { boolValue, defaultAt, stringValue } from '../../value/make.ts';
import { readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { unknown, unknownFrom } from '../../value/unknown.ts';
import { isKnown, type UnknownValue, type Value } from '../../value/value.ts';
import type { NetworkInterface } from '../model.ts';
import { readBlocks, stringOr } from './block-arguments.ts';
import { customization } from './vsphere-guest.ts';
import { declaredName, type VsphereInventory } from './vsphere-inventory.ts';

/**
 * The network interfaces. Their addresses are set by the clone's customization, in the same order; where it
 * gives an interface no IPv4 address, the guest asks DHCP.
 */
export function networkInterfaces(
  machine: Resource,
  inventory: VsphereInventory,
): readonly NetworkInterface[] {
  const { blocks } = readBlocks(machine.body, ['network_interface']);
  const customize = customization(machine, inventory);
  const customized = customize === undefined ? undefined : readBlocks(customize, ['network_interface']);
  return blocks.map((block, index): NetworkInterface => {
    const settings = customized?.blocks[index];
    const addressAllocation = allocation(block, customize, settings, customized?.more);
    const network = networkIdentity(readPath(block, ['network_id']), inventory);
    return {
      address: `${machine.address}.network_interface[${index}]`,
      resource: machine,
      name: stringValue(`network interface ${index}`, defaultAt(block.origin.range)),
      addressAllocation,
      addresses: fixedAddresses(settings),
      ipv6Only: ipv6Only(addressAllocation, settings),
      adapter: stringOr(block, 'adapter_type', 'vmxnet3'),
      ...(network === undefined ? {} : { network }),
    };
  });
}

function allocation(
  block: Value,
  customize: Value | undefined,
  settings: Value | undefined,
  more: UnknownValue | undefined,
): Value {
  const open = more ?? (settings?.kind === 'unknown' ? settings : undefined);
  if (open !== undefined) return unknown(open.reasons, open.origin);
  if (customize === undefined) {
    const text = 'the machine is not customized here, so the guest decides how it gets its addresses';
    return unknown({ kind: 'data', text, range: block.origin.range }, defaultAt(block.origin.range));
  }
  if (customize.kind === 'unknown') return unknown(customize.reasons, customize.origin);
  const address = settings === undefined ? undefined : readPath(settings, ['ipv4_address']);
  if (address === undefined) {
    return stringValue('dynamic', defaultAt((settings ?? customize).origin.range));
  }
  // An address that is unknown may be null, which asks DHCP.
  return address.kind === 'unknown' && address.reference === undefined
    ? unknown(address.reasons, address.origin)
    : stringValue('static', address.origin);
}

const fixedAddresses = (settings: Value | undefined): readonly Value[] =>
  settings === undefined || settings.kind === 'unknown'
    ? []
    : ['ipv4_address', 'ipv6_address'].flatMap(name => readPath(settings, [name]) ?? []);

/**
 * An interface with a fixed IPv6 address alone still asks DHCP for an IPv4 one: the provider customizes it so. Whether
 * there is a DHCP server stands nowhere.
 */
function ipv6Only(allocation: Value, settings: Value | undefined): Value {
  if (!isKnown(allocation)) return unknownFrom([allocation], allocation.origin);
  const six = settings === undefined ? undefined : readPath(settings, ['ipv6_address']);
  if (six === undefined || textIn(allocation) === 'static') return boolValue(false, allocation.origin);
  const text =
    'the interface has a fixed IPv6 address, and an IPv4 one only if DHCP gives it: set ipv4_address';
  return unknown({ kind: 'data', text, range: six.origin.range }, six.origin);
}

/** What tells a port group from others: its name, so that a data source and a resource for one compare alike. */
function networkIdentity(id: Value | undefined, inventory: VsphereInventory): Value | undefined {
  const name = declaredName(inventory.referred(id));
  return id === undefined || name === undefined
    ? id
    : stringValue(name, { ...id.origin, kind: 'expression' });
}
