import { boolValue, defaultAt, stringValue } from '../../value/make.ts';
import { textIn } from '../../value/read.ts';
import { type Reason, unknown, unknownFrom } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type { NetworkInterface } from '../model.ts';
import type {
  AzureInterface,
  AzureInventory,
  AzureMachine,
  AzureSubnet,
  AzureVirtualNetwork,
  IpConfiguration,
} from './azure-inventory.ts';
import { Directory, ifDeployed, keyOf } from './azure-joins.ts';
import { AzureVirtualNetworks } from './azure-virtual-networks.ts';

/** The network interfaces of the machines: their addresses, their subnets and whom they ask for names. */
export class AzureInterfaces {
  readonly #interfaces: Directory<AzureInterface>;
  readonly #subnets: Directory<AzureSubnet>;
  readonly #networks: AzureVirtualNetworks;
  readonly #inventory: AzureInventory;

  constructor(inventory: AzureInventory) {
    this.#interfaces = new Directory('network interface', inventory.interfaces);
    this.#subnets = new Directory('subnet', inventory.subnets);
    this.#networks = new AzureVirtualNetworks(inventory, this.#subnets);
    this.#inventory = inventory;
  }

  of(machine: AzureMachine): NetworkInterface[] {
    const joined = machine.interfaces.map((id): NetworkInterface => {
      const nic = this.#interfaces.find(id);
      return nic.kind === 'found' ? this.#read(nic.item) : unseen(machine, id, nic.reasons);
    });
    return [...machine.ownInterfaces.map(nic => this.#read(nic)), ...joined];
  }

  #read(nic: AzureInterface): NetworkInterface {
    const subnet = nic.configurations.map(configuration => configuration.subnet).find(isStated);
    return {
      address: nic.address,
      resource: nic.resource,
      name: nic.name,
      addressAllocation: allocationOf(nic),
      addresses: nic.configurations.flatMap(fixedAddress),
      ipv6Only: ipv6OnlyOf(nic),
      ...(subnet === undefined ? {} : { network: this.#networkIdentity(subnet) }),
      customDns: this.#customDns(nic, subnet),
    };
  }

  /** One text for one subnet, however it is referred to; what other templates declare stays as it is. */
  #networkIdentity(subnet: Value): Value {
    const found = this.#subnets.find(subnet);
    if (found.kind === 'found') return stringValue(found.item.key, subnet.origin);
    const key = keyOf(subnet);
    // Two data sources may read one subnet, so that their addresses tell nothing.
    return key?.includes('/') === true ? stringValue(key, subnet.origin) : subnet;
  }

  /** What the interface states wins over what its network does. */
  #customDns(nic: AzureInterface, subnet: Value | undefined): Value {
    const own = nic.dnsServers === undefined ? undefined : hasServers(nic.dnsServers);
    if (own !== undefined && (own.kind === 'unknown' || own.value)) return own;
    const here = defaultAt(nic.range);
    if (subnet === undefined) {
      const text = `${nic.address} names no subnet`;
      return unknown({ kind: 'error', text, range: nic.range }, here);
    }
    const found = this.#subnets.find(subnet);
    if (found.kind === 'unknown') return unknown(found.reasons, subnet.origin);
    const network = this.#networks.of(found.item);
    if (network === undefined) {
      const text = `the virtual network of ${found.item.resource.address} is not in this deployment`;
      return unknown({ kind: 'data', text, range: found.item.resource.range }, subnet.origin);
    }
    return this.#networkDns(network);
  }

  #networkDns({ key, resource, dnsServers }: AzureVirtualNetwork): Value {
    const stated = this.#inventory.networkDns.filter(
      ({ network }) => network !== undefined && keyOf(network) === key,
    );
    const [beside] = stated;
    const servers = dnsServers ?? beside?.dnsServers;
    if (servers === undefined) return boolValue(false, defaultAt(resource.range));
    return dnsServers === undefined && beside !== undefined
      ? ifDeployed(hasServers(servers), beside.resource)
      : hasServers(servers);
  }
}

const isStated = (value: Value | undefined): value is Value => value !== undefined;

/** Whether a list of DNS servers has any: a bool, with the list's origin. */
function hasServers(servers: Value): Extract<Value, { kind: 'bool' | 'unknown' }> {
  if (servers.kind === 'unknown') return unknownFrom([servers], servers.origin);
  if (servers.kind !== 'list')
    return { kind: 'bool', value: servers.kind !== 'null', origin: servers.origin };
  if (servers.elements.length === 0 && servers.more !== undefined) {
    return unknownFrom([servers.more], servers.origin);
  }
  return { kind: 'bool', value: servers.elements.length > 0, origin: servers.origin };
}

function unseen(machine: AzureMachine, id: Value, reasons: readonly Reason[]): NetworkInterface {
  const open = unknown(reasons, id.origin);
  return {
    address: keyOf(id) ?? `${machine.resource.address} network interface`,
    resource: machine.resource,
    name: open,
    addressAllocation: open,
    ipv6Only: open,
    network: open,
    customDns: open,
  };
}

/** Azure leaves the address to DHCP unless the configuration says `Static`. */
function allocationOf(nic: AzureInterface): Value {
  const allocations = nic.configurations.map(({ allocation, range }): Value => {
    const text = textIn(allocation);
    if (allocation === undefined) return stringValue('dynamic', defaultAt(range));
    return text === undefined ? allocation : stringValue(text.toLowerCase(), allocation.origin);
  });
  return (
    allocations.find(value => value.kind === 'string' && value.value !== 'static') ??
    allocations.find(value => value.kind === 'unknown') ??
    nic.moreConfigurations ??
    allocations[0] ??
    stringValue('dynamic', defaultAt(nic.range))
  );
}

const fixedAddress = ({ allocation, address }: IpConfiguration): readonly Value[] =>
  address !== undefined && textIn(allocation)?.toLowerCase() === 'static' ? [address] : [];

/** Configurations are for IPv4 unless they say otherwise. */
function ipv6OnlyOf(nic: AzureInterface): Value {
  const here = defaultAt(nic.range);
  const versions = nic.configurations.map(({ version }) => version);
  if (versions.some(version => version === undefined || textIn(version)?.toLowerCase() === 'ipv4')) {
    return boolValue(false, here);
  }
  const open = versions.find(version => version?.kind === 'unknown') ?? nic.moreConfigurations;
  if (open !== undefined) return unknownFrom([open], open.origin);
  const [first] = versions;
  return boolValue(first !== undefined, first?.origin ?? here);
}
