import type { Origin } from '../value/origin.ts';
import type { Reason } from '../value/unknown.ts';
import { AddressSet } from './prefixes.ts';

/**
 * What of a set of destinations lets traffic through: a security group, a route, a firewall, a public
 * address. Passages are sets with an answer in three values for each address: it surely gets through (`open`),
 * it may (`possible`), or it does not.
 */
export interface Passage {
  readonly open: AddressSet;
  /** Those of `open` among them. */
  readonly possible: AddressSet;
  readonly doubts: readonly Doubt[];
  readonly decisions: readonly Decision[];
  /** Hosts that a rule lets through by name, wherever they are. */
  readonly hosts: readonly OpenHost[];
}

/** Addresses for which the answer is not sure, and what would decide it. */
export interface Doubt {
  readonly addresses: AddressSet;
  readonly reasons: readonly Reason[];
}

/** A rule, route or device at work: the addresses for which it decides, or may decide. */
export interface Decision {
  readonly allows: boolean;
  readonly addresses: AddressSet;
  /** In words: `rule 'deny-smtp' (priority 100) of azurerm_network_security_group.mail`. */
  readonly text: string;
  /** Where it is written; the header of its owner for what happens by default. */
  readonly origin: Origin;
  /** It is what happens where nothing is written. */
  readonly isDefault: boolean;
  /** It may not apply, for reasons that a doubt tells. */
  readonly isDoubtful?: boolean;
}

export interface OpenHost {
  readonly name: string;
  readonly decision: Decision;
}

export const openTo = (addresses: AddressSet, decisions: readonly Decision[] = []): Passage => ({
  open: addresses,
  possible: addresses,
  doubts: [],
  decisions,
  hosts: [],
});

export const NO_PASSAGE: Passage = openTo(AddressSet.none);

export const closedBy = (decision: Decision): Passage => ({ ...NO_PASSAGE, decisions: [decision] });

export const notTold = (addresses: AddressSet, reasons: readonly Reason[]): Passage => ({
  open: AddressSet.none,
  possible: addresses,
  doubts: [{ addresses, reasons }],
  decisions: [],
  hosts: [],
});

/** Through both, one after the other. */
export const inSeries = (first: Passage, second: Passage): Passage => ({
  open: first.open.intersect(second.open),
  possible: first.possible.intersect(second.possible),
  doubts: [...first.doubts, ...second.doubts],
  decisions: [...first.decisions, ...second.decisions],
  // Where a named host is, the other passage cannot tell; one that lets nothing through lets no host through.
  hosts: [...(second.possible.isEmpty ? [] : first.hosts), ...(first.possible.isEmpty ? [] : second.hosts)],
});

/** Through one of the two, and nobody knows which. */
export const oneOf = (first: Passage, second: Passage): Passage => ({
  open: first.open.intersect(second.open),
  possible: first.possible.unite(second.possible),
  doubts: [...first.doubts, ...second.doubts],
  decisions: [...first.decisions, ...second.decisions],
  hosts: [...first.hosts, ...second.hosts],
});

/** Through whichever lets it through. */
export const anyOf = (first: Passage, second: Passage): Passage => ({
  ...oneOf(first, second),
  open: first.open.unite(second.open),
});

/** The passage of those addresses alone. */
export const within = (passage: Passage, addresses: AddressSet): Passage => ({
  open: passage.open.intersect(addresses),
  possible: passage.possible.intersect(addresses),
  doubts: passage.doubts.map(doubt => ({ ...doubt, addresses: doubt.addresses.intersect(addresses) })),
  decisions: passage.decisions.map(decision => ({
    ...decision,
    addresses: decision.addresses.intersect(addresses),
  })),
  hosts: addresses.isEmpty ? [] : passage.hosts,
});

/** The decision that allows, or denies, most of the addresses; of several the first that surely applies. */
export function mainDecision(
  decisions: readonly Decision[],
  addresses: AddressSet,
  allows: boolean,
): Decision | undefined {
  let main: Decision | undefined;
  let most = 0n;
  for (const decision of decisions) {
    if (decision.allows !== allows) continue;
    // IPv4 is where mail servers are; counting IPv6 addresses would drown every other difference.
    const share = decision.addresses.intersect(addresses);
    const count = share.ofFamilies([4]).count || (share.isEmpty ? 0n : 1n);
    const isSurer = count === most && main?.isDoubtful === true && decision.isDoubtful !== true;
    if (count > most || isSurer) [main, most] = [decision, count];
  }
  return main;
}
