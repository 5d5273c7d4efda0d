import { asBool, textIn } from '../../value/read.ts';
import { type Reason, uniteReasons } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type { AzureGateway, AzureHubConnection } from './azure-egress-inventory.ts';
import type { AzureVirtualNetwork } from './azure-inventory.ts';
import type { AzureVirtualNetworks } from './azure-virtual-networks.ts';

/**
 * Why a subnet without a default route of its own may have learned one, which no template tells: from a gateway
 * by BGP, or from a virtual hub. Source: Microsoft Learn, "Virtual network traffic routing" and "About forced
 * tunneling" (2026-11). Empty when there is nothing to learn one from.
 */
export function learnedRoutes(
  network: AzureVirtualNetwork | undefined,
  noLearned: Value | undefined,
  networks: AzureVirtualNetworks,
): readonly Reason[] {
  if (network === undefined) return [];
  const keptOut = noLearned === undefined ? undefined : asBool(noLearned);
  if (keptOut?.kind === 'bool' && keptOut.value) return [];
  const reasons: (readonly Reason[])[] = [
    ...networks.gatewaysOf(network).map(gatewayReasons),
    ...networks.hubConnectionsOf(network).map(hubReasons),
  ];
  for (const peering of networks.peeringsOf(network)) {
    const uses = peering.usesRemoteGateways === undefined ? undefined : asBool(peering.usesRemoteGateways);
    if (uses === undefined || (uses.kind === 'bool' && !uses.value)) continue;
    if (uses.kind === 'unknown') {
      reasons.push(uses.reasons);
      continue;
    }
    const remote = networks.remoteOf(peering);
    if (remote?.kind === 'found') reasons.push(...networks.gatewaysOf(remote.item).map(gatewayReasons));
    else {
      const { address, range } = peering.resource;
      const text = `${address} uses the gateway of a network that is not in this deployment, which may bring in a default route: state a 0.0.0.0/0 route`;
      reasons.push([{ kind: 'data', text, range }]);
    }
  }
  return uniteReasons(reasons);
}

function gatewayReasons({ resource, type, bgp, defaultSite }: AzureGateway): readonly Reason[] {
  const { address, range } = resource;
  if (defaultSite !== undefined) {
    const text = `${address} sends all traffic to a site, whose devices decide`;
    return [{ kind: 'unsupported', text, range: defaultSite.origin.range }];
  }
  const learns = bgp === undefined ? undefined : asBool(bgp);
  const isExpressRoute = textIn(type)?.toLowerCase() === 'expressroute';
  if (!isExpressRoute && (learns === undefined || (learns.kind === 'bool' && !learns.value))) return [];
  const text = `${address} may have learned a default route by BGP: state a 0.0.0.0/0 route, or keep out the routes of gateways`;
  return [{ kind: 'data', text, range }];
}

function hubReasons({ resource, internetSecurity }: AzureHubConnection): readonly Reason[] {
  const { address, range } = resource;
  const stated = internetSecurity === undefined ? undefined : asBool(internetSecurity);
  // azurerm turns it off when nothing is said.
  if (stated === undefined && resource.language === 'terraform') return [];
  if (stated?.kind === 'bool' && !stated.value) return [];
  if (stated?.kind === 'unknown') return stated.reasons;
  const text = `${address} may bring in the default route of its virtual hub, whose routing decides`;
  return [{ kind: 'data', text, range }];
}
