import { asBool, textIn } from '../../value/read.ts';
import { resourceAddressOf } from '../../value/resource-id.ts';
import { type Reason, uniteReasons } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type { AzureBackendPool, AzureBalancerRule, AzureLoadBalancer } from './azure-egress-inventory.ts';
import type { AzureInventory } from './azure-inventory.ts';
import { Directory } from './azure-joins.ts';

/**
 * What membership in a backend pool does for outbound connections. Source: Microsoft Learn, "Use Source Network
 * Address Translation (SNAT) for outbound connections" (2026-11): a public load balancer gives TCP connections a
 * public address by an outbound rule, or by a load-balancing rule that does not disable it; a Basic one always
 * does. Members of a Standard one, public or internal, have no default outbound access.
 */
export interface PoolEffect {
  readonly givesAddress: Answer;
  /** It takes away default outbound access. */
  readonly endsDefault: Answer;
  readonly address: string;
}

/** Whether something holds, or why it cannot be told. */
export type Answer = boolean | readonly Reason[];

export class AzureLoadBalancers {
  readonly #pools: Directory<AzureBackendPool>;
  readonly #balancers: Directory<AzureLoadBalancer>;
  readonly #rules: readonly AzureBalancerRule[];

  constructor({ egress }: AzureInventory) {
    this.#pools = new Directory('backend pool', egress.backendPools);
    this.#balancers = new Directory('load balancer', egress.loadBalancers);
    this.#rules = egress.balancerRules;
  }

  effectOf(pool: Value): PoolEffect {
    const found = this.#pools.find(pool);
    if (found.kind === 'unknown') return unclear(found.reasons);
    const { balancer: id, balancerKey } = found.item;
    const byKey = balancerKey === undefined ? undefined : this.#balancers.byKey(balancerKey);
    const byId = id === undefined ? undefined : this.#balancers.find(id);
    const balancer = byKey ?? (byId?.kind === 'found' ? byId.item : undefined);
    if (balancer === undefined) {
      const text = `the load balancer of ${found.item.resource.address} is not in this deployment`;
      return unclear(byId?.kind === 'unknown' ? byId.reasons : [{ kind: 'data', text }]);
    }
    const { address } = balancer.resource;
    const isBasic = textIn(balancer.sku)?.toLowerCase() === 'basic';
    if (balancer.sku?.kind === 'unknown') return { ...unclear(balancer.sku.reasons), address };
    if (balancer.publicFrontends.length === 0) {
      const more = balancer.moreFrontends;
      return { givesAddress: more.length === 0 ? false : more, endsDefault: !isBasic, address };
    }
    return {
      givesAddress: isBasic ? true : this.#ruleFor(found.item.key),
      endsDefault: !isBasic,
      address,
    };
  }

  /** Whether a rule gives members of the pool outbound TCP connections. */
  #ruleFor(key: string): Answer {
    const doubts: (readonly Reason[])[] = [];
    for (const { pools, protocol, outboundDisabled, resource } of this.#rules) {
      const holds = pools.some(id => this.#pools.candidates(id).some(item => item.key === key));
      const unclearIds = pools.filter(id => resourceAddressOf(id) === undefined && id.kind === 'unknown');
      if (!holds && unclearIds.length === 0) continue;
      const kind = textIn(protocol)?.toLowerCase();
      const disabled = outboundDisabled === undefined ? undefined : asBool(outboundDisabled);
      if (kind === 'udp' || (disabled?.kind === 'bool' && disabled.value)) continue;
      const open = [protocol, disabled, ...(holds ? [] : unclearIds)].flatMap(value =>
        value?.kind === 'unknown' ? [value.reasons] : [],
      );
      if (resource.uncertain !== undefined) open.push(resource.uncertain);
      if (open.length === 0) return true;
      doubts.push(...open);
    }
    return doubts.length === 0 ? false : uniteReasons(doubts);
  }
}

const unclear = (reasons: readonly Reason[]): PoolEffect => ({
  givesAddress: reasons,
  endsDefault: reasons,
  address: 'a load balancer',
});
