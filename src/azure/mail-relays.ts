import { AddressSet, parsePrefix } from './prefixes.ts';

/**
 * Addresses that take mail for Exchange Online Protection on TCP 25. Source: Microsoft Learn, "Office 365
 * URLs and IP address ranges", item 10 (`*.mail.protection.outlook.com`), as copies of it stood in 2026-11;
 * to be compared with the page itself before each release.
 */
const EXCHANGE_ONLINE_SMTP: AddressSet = AddressSet.from(
  '40.92.0.0/15',
  '40.107.0.0/16',
  '52.100.0.0/14',
  '52.238.78.88/32',
  '104.47.0.0/17',
  '2a01:111:f400::/48',
  '2a01:111:f403::/48',
);

/** Where the declared relays are. Exchange Online Protection is a relay that needs no declaration. */
export interface RelayAddresses {
  readonly known: AddressSet;
  /** Relays that are named by a host name whose addresses are not known here. */
  readonly hostNames: readonly string[];
}

/** `relays` are address prefixes or host names, as `smtp.relays` of exvet.yaml lists them. */
/** Exchange Online Protection takes mail at hosts of this domain. */
const isExchangeOnline = (host: string): boolean =>
  /(?:^|\.)mail\.protection\.outlook\.com\.?$/i.test(host.trim());

export function relayAddresses(relays: readonly string[]): RelayAddresses {
  let known = EXCHANGE_ONLINE_SMTP;
  const hostNames: string[] = [];
  for (const relay of relays) {
    const range = parsePrefix(relay);
    if (range !== undefined) known = known.unite(AddressSet.of(range));
    else if (!isExchangeOnline(relay)) hostNames.push(relay.trim());
  }
  return { known, hostNames };
}

/** Whether a host is one of the relays. */
export const isRelayHost = (host: string, { hostNames }: RelayAddresses): boolean =>
  isExchangeOnline(host) ||
  hostNames.some(name => name.toLowerCase() === host.trim().replace(/\.$/, '').toLowerCase());

/** One declared relay: a place whose addresses are known, or a host whose addresses are not. */
export type Relay =
  | { readonly text: string; readonly addresses: AddressSet }
  | { readonly text: string; readonly host: string };

/** `relay` as `relayAddresses` takes it. */
export function relayNamed(relay: string): Relay {
  const text = relay.trim();
  const range = parsePrefix(text);
  if (range !== undefined) return { text, addresses: AddressSet.of(range) };
  return isExchangeOnline(text) ? { text, addresses: EXCHANGE_ONLINE_SMTP } : { text, host: text };
}
