import { defaultAt, listValue, stringValue } from '../../value/make.ts';
import { readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { unknown } from '../../value/unknown.ts';
import { isKnown, type Value } from '../../value/value.ts';
import type { NetworkInterface } from '../model.ts';
import { boolOr, readBlocks } from './block-arguments.ts';
import type { HypervInventory } from './hyperv-inventory.ts';

/** The `network_adaptors` of a `hyperv_machine_instance`, but for those that belong to its host. */
export function hypervInterfaces(machine: Resource, inventory: HypervInventory): readonly NetworkInterface[] {
  return readBlocks(machine.body, ['network_adaptors']).blocks.flatMap((block, index): NetworkInterface[] => {
    const ofHost = boolOr(block, 'management_os', false);
    if (ofHost.kind === 'bool' && ofHost.value) return [];
    const here = defaultAt(block.origin.range);
    const network = readPath(block, ['switch_name']);
    const isConnected = network !== undefined && textIn(network) !== '';
    const legacy = boolOr(block, 'is_legacy', false);
    const text = 'no template tells how a machine of Hyper-V gets its addresses: the guest decides it';
    return [
      {
        address: `${machine.address}.network_adaptors[${index}]`,
        resource: machine,
        name: readPath(block, ['name']) ?? stringValue(`network adaptor ${index}`, here),
        addressAllocation: unknown({ kind: 'data', text, range: block.origin.range }, here),
        adapter: isKnown(legacy)
          ? stringValue(legacy.kind === 'bool' && legacy.value ? 'legacy' : 'synthetic', legacy.origin)
          : legacy,
        ...(isConnected ? { network, uplinks: uplinksOf(network, machine, inventory) } : {}),
        ...testFailover(block),
      },
    ];
  });
}

/** The adapters of the host that the switch of a name uses. */
function uplinksOf(name: Value, machine: Resource, inventory: HypervInventory): Value {
  const found = inventory.switchAt(name, machine);
  if (found !== undefined) {
    return readPath(found.body, ['net_adapter_names']) ?? listValue([], defaultAt(found.range));
  }
  const text = 'no template declares the switch of this adapter';
  return unknown({ kind: 'data', text, range: name.origin.range }, name.origin);
}

/** Only a machine that Hyper-V Replica replicates has a network for test failovers. */
function testFailover(block: Value): Pick<NetworkInterface, 'testFailoverNetwork'> {
  const network = ['test_replica_switch_name', 'test_replica_pool_name']
    .map(name => readPath(block, [name]))
    .find(value => value !== undefined && textIn(value) !== '');
  return network === undefined ? {} : { testFailoverNetwork: network };
}
