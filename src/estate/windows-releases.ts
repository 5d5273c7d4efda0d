import { defaultAt, nullValue, stringValue } from '../value/make.ts';
import { textIn } from '../value/read.ts';
import { unknown, unknownFrom } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import { isReadAtDeployment } from './left-to-platform.ts';
import type { DeclaredValues, Machine, Server } from './model.ts';

/** What Windows a server runs, as its image or guest id tells it. */
export interface Windows {
  /** A release of `WINDOWS_RELEASES`, or `client`. A string. */
  readonly release: Value;
  /** `desktop`, `core`, `nano`. A string. */
  readonly installType: Value;
  /** `standard`, `enterprise`, `datacenter`, `azure-edition`, `client`. A string; null when only the release is stated. */
  readonly edition: Value;
}

/**
 * Guest ids of vSphere, lower case, as the enumeration `VirtualMachineGuestOsIdentifier` of the vSphere Web Services
 * API has them (read 2026-11-21). VMware kept one identifier for 2012 and 2012 R2.
 */
const GUEST_IDS: Readonly<Record<string, readonly string[]>> = {
  winnetenterprise64guest: ['2003'],
  winnetstandard64guest: ['2003'],
  winlonghorn64guest: ['2008'],
  windows7server64guest: ['2008 R2'],
  windows8server64guest: ['2012', '2012 R2'],
  windows9server64guest: ['2016'],
  windows2019srv_64guest: ['2019'],
  windows2019srvnext_64guest: ['2022'],
  windows2022srvnext_64guest: ['2025'],
  windows7_64guest: ['client'],
  windows8_64guest: ['client'],
  windows9_64guest: ['client'],
  windows11_64guest: ['client'],
  windows12_64guest: ['client'],
};

/** The year in an image SKU or template name, and `R2` where it follows. */
const YEAR = /(?:^|[^0-9])(2003|2008|2012|2016|2019|2022|2025)(?:[-_ ]?(r2))?(?![0-9])/i;

/**
 * The last day of extended support. Microsoft Lifecycle, pages of the products; from memory, to be compared with
 * learn.microsoft.com/lifecycle/products before a release (2026-11-21).
 */
const SUPPORT_ENDS: Readonly<Record<string, string>> = {
  '2003': '2015-07-14',
  '2008': '2020-01-14',
  '2008 R2': '2020-01-14',
  '2012': '2023-10-10',
  '2012 R2': '2023-10-10',
  '2016': '2027-01-12',
  '2019': '2029-01-09',
  '2022': '2031-10-14',
  '2025': '2034-10-10',
};

/** What Windows a server runs. What exvet.yaml states wins over what an image tells. */
export const windowsOf = (server: Server): Windows => windowsOfMachine(server, server.declared);

/** What Windows a machine runs, as its image tells, or what is declared about it. */
export function windowsOfMachine(machine: Machine, declared: DeclaredValues = new Map()): Windows {
  const { os, resource, address } = machine;
  const told = os.release === undefined ? undefined : read(os.release, os.publisher);
  const open = (what: string, key: string): Value =>
    os.release?.kind === 'unknown' && !isReadAtDeployment(os.release)
      ? unknownFrom([os.release], os.release.origin)
      : unknown(
          {
            kind: 'declaration',
            text: `nothing tells ${what} of ${address}: state servers[].${key} in exvet.yaml`,
            range: resource.range,
            key: `servers[].${key}`,
          },
          os.release?.origin ?? defaultAt(resource.range),
        );
  return {
    release: declared.get('guestOs') ?? told?.release ?? open('the Windows release', 'guestOs'),
    installType:
      declared.get('installType') ?? told?.installType ?? open('how Windows is installed', 'installType'),
    edition: told?.edition ?? unstatedEdition(declared) ?? open('the edition of Windows', 'guestOs'),
  };
}

/** Who states the release states no edition: there is none to judge. */
function unstatedEdition(declared: DeclaredValues): Value | undefined {
  const stated = declared.get('guestOs');
  return stated === undefined ? undefined : nullValue(stated.origin);
}

/** The last day of support of a release of Windows Server, as an ISO date; null for a client. */
export function windowsSupportEnds(release: Value): Value {
  if (release.kind === 'unknown') return unknownFrom([release], release.origin);
  const ends = SUPPORT_ENDS[textIn(release) ?? ''];
  return ends === undefined ? nullValue(release.origin) : stringValue(ends, release.origin);
}

function read(release: Value, publisher: Value | undefined): Partial<Windows> {
  const text = textIn(release)?.toLowerCase();
  if (text === undefined) return {};
  const { origin } = release;
  if (textIn(publisher)?.toLowerCase() === 'microsoftwindowsdesktop') {
    return { release: stringValue('client', origin), edition: stringValue('client', origin) };
  }
  const guest = GUEST_IDS[text];
  if (guest !== undefined) return { release: oneOf(guest, release) };
  const [, year, r2] = YEAR.exec(text) ?? [];
  if (year === undefined) return {};
  return {
    release: stringValue(r2 === undefined ? year : `${year} R2`, origin),
    installType: stringValue(/nano/.test(text) ? 'nano' : /core/.test(text) ? 'core' : 'desktop', origin),
    ...editionIn(text, origin),
  };
}

function editionIn(text: string, origin: Value['origin']): Partial<Windows> {
  const [edition] = /azure-edition/.exec(text) ?? /enterprise|datacenter|standard/.exec(text) ?? [];
  return edition === undefined ? {} : { edition: stringValue(edition, origin) };
}

function oneOf(releases: readonly string[], { origin }: Value): Value {
  const [only, ...others] = releases;
  if (only !== undefined && others.length === 0) return stringValue(only, origin);
  const text = `the guest id stands for Windows Server ${releases.join(' and ')}: state servers[].guestOs in exvet.yaml`;
  return unknown({ kind: 'declaration', text, range: origin.range }, origin, {
    candidates: releases.map(release => stringValue(release, origin)),
  });
}
