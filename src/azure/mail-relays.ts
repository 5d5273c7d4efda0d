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
export function relayAddresses(relays: readonly string[]): RelayAddresses {
  let known = EXCHANGE_ONLINE_SMTP;
  const hostNames: string[] = [];
  for (const relay of relays) {
    const range = parsePrefix(relay);
    if (range !== undefined) known = known.unite(AddressSet.of(range));
    else if (!/\.mail\.protection\.outlook\.com\.?$/i.test(relay.trim())) hostNames.push(relay.trim());
  }
  return { known, hostNames };
}
