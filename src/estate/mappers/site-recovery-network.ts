import { defaultAt } from '../../value/make.ts';
import { readElements, readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { canonicalAddress } from '../../value/resource-id.ts';
import { joinText } from '../../value/text.ts';
import { unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type { AzureInterface, AzureInventory } from './azure-inventory.ts';
import { Directory, keyOf } from './azure-joins.ts';
import type { ReplicatedItem } from './site-recovery-inventory.ts';

/** The virtual networks that replicated machines come from and go to. */
export class TargetNetworks {
  readonly #networks: Directory<{ readonly key: string; readonly resource: Resource }>;
  readonly #inventory: AzureInventory;

  constructor(resources: readonly Resource[], inventory: AzureInventory) {
    const networks = resources.filter(
      ({ mode, type }) =>
        mode !== 'data' && /^(?:azurerm_virtual_network|microsoft\.network\/virtualnetworks)$/i.test(type),
    );
    this.#networks = new Directory(
      'virtual network',
      networks.map(resource => ({ key: canonicalAddress(resource.address), resource })),
    );
    this.#inventory = inventory;
  }

  /** The region of a network, when the deployment declares it. */
  region(network: Value | undefined): Value | undefined {
    const found = network === undefined ? undefined : this.#networks.find(network);
    return found?.kind === 'found'
      ? readPath(found.item.resource.body, ['location'], { ignoreCase: true })
      : undefined;
  }

  /** Whether two ids name one network; `undefined` when it cannot be told. */
  areSame(a: Value, b: Value): boolean | undefined {
    const [first, second] = [this.#keyOf(a), this.#keyOf(b)];
    return first === undefined || second === undefined ? undefined : first === second;
  }

  #keyOf(id: Value): string | undefined {
    const found = this.#networks.find(id);
    return found.kind === 'found' ? found.item.key : keyOf(id);
  }

  /** Whether a machine of the deployment has an interface in a network; `undefined` when it cannot be told. */
  isIn(machine: Value, network: Value): boolean | undefined {
    const own = new Directory('virtual machine', this.#inventory.machines).find(machine);
    if (own.kind !== 'found') return undefined;
    const subnets = own.item.interfaces.flatMap(id => this.#subnetsOf(id));
    const networks = subnets.map(subnet => this.#networkOf(subnet));
    const wanted = this.#keyOf(network);
    if (wanted !== undefined && networks.includes(wanted)) return true;
    return networks.length === 0 || wanted === undefined || networks.includes(undefined) ? undefined : false;
  }

  #subnetsOf(id: Value): readonly (Value | undefined)[] {
    const nic = new Directory('network interface', this.#inventory.interfaces).find(id);
    return nic.kind === 'found' ? nic.item.configurations.map(({ subnet }) => subnet) : [undefined];
  }

  #networkOf(subnet: Value | undefined): string | undefined {
    const key = subnet === undefined ? undefined : keyOf(subnet);
    const [, network] = /^(.+)(?:\/subnets\/[^/]+|\.subnet\[\d+\])$/.exec(key ?? '') ?? [];
    if (network !== undefined) return this.#networks.byKey(network)?.key ?? network;
    const found = this.#inventory.subnets.find(other => other.key === key);
    const name = found && readPath(found.resource.body, ['virtual_network_name']);
    return name === undefined ? undefined : this.#keyOf(this.#idByName(name));
  }

  #idByName(name: Value): Value {
    const piece = name.kind === 'string' || name.kind === 'unknown' ? name : '';
    return joinText(['/providers/Microsoft.Network/virtualNetworks/', piece], name.origin);
  }

  /** The id of a subnet by its name in a network. */
  #subnet(network: Value, name: Value): Value {
    const found = this.#networks.find(network);
    const resource = found.kind === 'found' ? found.item.resource : undefined;
    const blocks = resource?.language === 'terraform' ? readElements(resource.body, ['subnet']).elements : [];
    const index = blocks.findIndex(block => {
      const text = textIn(readPath(block, ['name']));
      return text !== undefined && text.toLowerCase() === textIn(name)?.toLowerCase();
    });
    if (resource !== undefined && index >= 0) {
      const reason = { kind: 'provider', text: 'the id of a subnet is known only at deployment' } as const;
      const reference = { address: resource.address, path: ['subnet', index, 'id'] };
      return unknown(reason, name.origin, { reference });
    }
    const own = resource && readPath(resource.body, ['name'], { ignoreCase: true });
    const base = own === undefined ? network : this.#idByName(own);
    const pieces = [base, name].map(value =>
      value.kind === 'string' || value.kind === 'unknown' ? value : '',
    );
    return joinText([pieces[0] ?? '', '/subnets/', pieces[1] ?? ''], name.origin);
  }

  /** The interfaces of the machine after a failover. `network` is the one that it comes into. */
  interfaces({ key, resource, interfaces }: ReplicatedItem, network: Value | undefined): AzureInterface[] {
    const { address, range } = resource;
    const here = defaultAt(range);
    const notTold = (text: string): Value =>
      unknown({ kind: 'provider', text: `${address} ${text}`, range }, here);
    const subnets = interfaces.map(own => ({
      own,
      subnet:
        own.subnet ??
        (own.subnetName === undefined
          ? notTold('names no subnet of its target network, so Site Recovery picks one')
          : network === undefined
            ? notTold('names no target network')
            : this.#subnet(network, own.subnetName)),
    }));
    const lone = {
      own: undefined,
      subnet:
        network === undefined
          ? notTold('names no target network')
          : notTold('names no subnet of its target network, so Site Recovery picks one'),
    };
    return (subnets.length === 0 ? [lone] : subnets).map(({ own, subnet }, index) => ({
      key: `${key} interface ${index}`,
      resource,
      address: `${address} network interface`,
      range: own?.range ?? range,
      name: unknown({ kind: 'provider', text: 'Site Recovery names the interface', range }, here),
      group: undefined,
      dnsServers: undefined,
      configurations: [
        {
          range: own?.range ?? range,
          subnet,
          allocation: undefined,
          address: own?.address,
          version: undefined,
          publicAddress: own?.publicAddress,
          pools: own?.pools ?? [],
          groups: [],
        },
      ],
      moreConfigurations: undefined,
    }));
  }
}
