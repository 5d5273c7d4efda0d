import { internetReach, privateReach, type Reach } from '../../azure/egress.ts';
import { type Relay, relayNamed } from '../../azure/mail-relays.ts';
import { mainDecision } from '../../azure/passage.ts';
import { INTERNET } from '../../azure/prefixes.ts';
import { SMTP_PORT, SUBMISSION_PORT } from '../../azure/security-rules.ts';
import { boolValue } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { type Reason, uniteReasons, unknown } from '../../value/unknown.ts';
import type { MailFlow } from '../model.ts';
import type { InterfaceWay } from './azure-network.ts';

/**
 * Whether a machine gets to one of the relays, on TCP 25 or 587 (Microsoft Learn, "Troubleshoot outbound SMTP
 * connectivity problems in Azure", 2026-11: relays that ask for sign-in mostly listen on 587).
 */
export type RelayAccess = Pick<MailFlow, 'relayReachable' | 'relayBlockedBy'>;

type Access =
  | { readonly kind: 'reached'; readonly origin: Origin }
  | { readonly kind: 'unknown'; readonly reasons: readonly Reason[] }
  | { readonly kind: 'blocked'; readonly by: string; readonly origin: Origin };

/** `lost`: reasons for which the machine may have other ways. Nothing when there is no relay. */
export function relayAccess(
  relays: readonly string[],
  ways: readonly InterfaceWay[],
  lost: readonly (readonly Reason[])[],
  here: Origin,
): RelayAccess {
  if (relays.length === 0) return {};
  const all = ways.flatMap(way => {
    const reaches = [SMTP_PORT, SUBMISSION_PORT].map(port => ({ port, reach: internetReach(way, port) }));
    return relays.map(relayNamed).flatMap(relay => reaches.map(each => accessTo(relay, way, each, here)));
  });
  const reached = all.find(({ kind }) => kind === 'reached');
  if (reached?.kind === 'reached') return { relayReachable: boolValue(true, reached.origin) };
  const doubts = [...lost, ...all.flatMap(access => (access.kind === 'unknown' ? [access.reasons] : []))];
  if (doubts.length > 0) return { relayReachable: unknown(uniteReasons(doubts), here) };
  const blocked = all.find(({ kind }) => kind === 'blocked');
  if (blocked?.kind !== 'blocked') return {};
  return { relayReachable: boolValue(false, blocked.origin), relayBlockedBy: blocked.by };
}

interface PortReach {
  readonly port: number;
  readonly reach: Reach;
}

function accessTo(relay: Relay, way: InterfaceWay, { port, reach }: PortReach, here: Origin): Access {
  if ('host' in relay) return accessToHost(relay.host, way, reach, here);
  const { addresses } = relay;
  // A relay inside is reached through the security rules alone.
  const inside = addresses.subtract(INTERNET);
  const { open, possible, reasons, decisions } = inside.isEmpty ? reach : privateReach(way, port, inside);
  const targets = inside.isEmpty ? addresses : inside;
  if (open.contains(targets)) return { kind: 'reached', origin: here };
  if (possible.overlaps(targets)) {
    // Some of several addresses of one relay are enough.
    return open.overlaps(targets) ? { kind: 'reached', origin: here } : { kind: 'unknown', reasons };
  }
  const decision = mainDecision(decisions, targets, false);
  return {
    kind: 'blocked',
    by: decision?.text ?? 'nothing leads there',
    origin: decision?.origin ?? here,
  };
}

/** Of a host that is only named, all of the Internet tells, or a rule that names it. */
function accessToHost(host: string, { sender }: InterfaceWay, reach: Reach, here: Origin): Access {
  const whole = INTERNET.subtract(sender.network).ofFamilies(sender.families);
  const named = reach.hosts.some(({ name }) => name.trim().toLowerCase() === host.toLowerCase());
  if (named || reach.open.contains(whole)) return { kind: 'reached', origin: here };
  if (reach.possible.isEmpty) {
    const decision = mainDecision(reach.decisions, whole, false);
    return { kind: 'blocked', by: decision?.text ?? 'nothing leads there', origin: decision?.origin ?? here };
  }
  if (reach.reasons.length > 0) return { kind: 'unknown', reasons: reach.reasons };
  const text = `the addresses of ${host} are not known: name them under smtp.relays in exvet.yaml`;
  return { kind: 'unknown', reasons: [{ kind: 'declaration', text }] };
}
