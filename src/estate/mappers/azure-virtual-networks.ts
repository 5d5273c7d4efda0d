import type { AzureGateway, AzureHubConnection, AzurePeering } from './azure-egress-inventory.ts';
import type { AzureInventory, AzureSubnet, AzureVirtualNetwork, Loose } from './azure-inventory.ts';
import { Directory, type Joined, keyOf } from './azure-joins.ts';
import { LooseParts } from './azure-loose-parts.ts';

/** The virtual networks of a deployment, their subnets, and what connects them. */
export class AzureVirtualNetworks {
  readonly #networks: Directory<AzureVirtualNetwork>;
  /** By the keys of their subnets. */
  readonly #bySubnet = new Map<string, AzureVirtualNetwork>();
  readonly #subnets: Directory<AzureSubnet>;
  readonly #peerings: LooseParts<AzurePeering>;
  readonly #gateways: readonly AzureGateway[];
  readonly #hubConnections: readonly AzureHubConnection[];

  constructor({ egress, subnets, virtualNetworks }: AzureInventory, directory: Directory<AzureSubnet>) {
    this.#networks = new Directory('virtual network', virtualNetworks);
    this.#subnets = directory;
    this.#peerings = new LooseParts(egress.peerings, virtualNetworks);
    this.#gateways = egress.gateways;
    this.#hubConnections = egress.hubConnections;
    const owned = new LooseParts(
      subnets.map(
        (subnet): Loose<AzureSubnet> => ({
          resource: subnet.resource,
          part: subnet,
          ownerKey: subnet.networkKey,
          ownerName: subnet.networkName,
        }),
      ),
      virtualNetworks,
    );
    for (const network of virtualNetworks) {
      for (const { key } of owned.of(network).parts) this.#bySubnet.set(key, network);
    }
  }

  /** The network of a subnet, when it is in this deployment. */
  of(subnet: AzureSubnet): AzureVirtualNetwork | undefined {
    return this.#bySubnet.get(subnet.key);
  }

  peeringsOf(network: AzureVirtualNetwork): readonly AzurePeering[] {
    return this.#peerings.of(network).parts;
  }

  /** The other side of a peering; `undefined` when it names none. */
  remoteOf({ remote }: AzurePeering): Joined<AzureVirtualNetwork> | undefined {
    return remote === undefined ? undefined : this.#networks.find(remote);
  }

  /** The gateways in a network: they stand in a subnet of it. */
  gatewaysOf(network: AzureVirtualNetwork): readonly AzureGateway[] {
    return this.#gateways.filter(({ subnets }) =>
      subnets.some(id => {
        const subnet = this.#subnets.find(id);
        return subnet.kind === 'found' && this.of(subnet.item) === network;
      }),
    );
  }

  hubConnectionsOf(network: AzureVirtualNetwork): readonly AzureHubConnection[] {
    return this.#hubConnections.filter(
      ({ network: id }) =>
        id !== undefined && this.#networks.find(id).kind === 'found' && keyOf(id) === network.key,
    );
  }
}
