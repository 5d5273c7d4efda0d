import { internetReach, type Reach } from '../../azure/egress.ts';
import { isRelayHost, type RelayAddresses, relayAddresses } from '../../azure/mail-relays.ts';
import { type Decision, mainDecision } from '../../azure/passage.ts';
import type { AddressSet } from '../../azure/prefixes.ts';
import { SMTP_PORT } from '../../azure/security-rules.ts';
import { defaultAt, stringValue } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { textIn } from '../../value/read.ts';
import { type Reason, unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type { MailFlow } from '../model.ts';
import type { AzureInterface, AzureMachine } from './azure-inventory.ts';
import type { AzureNetwork, InterfaceWay } from './azure-network.ts';
import { relayAccess } from './azure-relay-access.ts';

/**
 * Whether mail can leave a machine for the Internet on TCP 25 other than through a relay. The machine is
 * as open as the most open of its interfaces.
 */

type Answer = 'open' | 'unknown' | 'relay-only' | 'closed';

interface Judged {
  readonly answer: Answer;
  readonly flow: MailFlow;
}

/** From the worst to the best. */
const SEVERITY: readonly Answer[] = ['open', 'unknown', 'relay-only', 'closed'];

/**
 * A security rule that names so few destinations names relays: nobody delivers to the Internet through a
 * hole of this size. Which machines they are only the user can say.
 */
const FEW_ADDRESSES = 65_536n;

/** `relays` are the known ones: strings, prefixes or host names. */
export function mailFlow(machine: AzureMachine, network: AzureNetwork, relays: readonly Value[]): MailFlow {
  const named = relays.flatMap(relay => textIn(relay) ?? []);
  const addresses = relayAddresses(named);
  const judged: Judged[] = [];
  const ways: InterfaceWay[] = [];
  const join = (nic: AzureInterface): void => {
    for (const way of network.waysOut(nic)) {
      ways.push(way);
      judged.push(judgeWay(nic, way, addresses));
    }
  };
  machine.ownInterfaces.forEach(join);
  const lost: (readonly Reason[])[] = [];
  for (const id of machine.interfaces) {
    const nic = network.interface(id);
    if (nic.kind === 'found') join(nic.item);
    else {
      lost.push(nic.reasons);
      judged.push(notTold(nic.reasons, defaultAt(id.origin.range)));
    }
  }
  const { address, range } = machine.resource;
  if (judged.length === 0) {
    const text = `${address} states no network interface`;
    judged.push(notTold([{ kind: 'data', text, range }], defaultAt(range)));
  }
  const worst = SEVERITY.flatMap(answer => judged.find(item => item.answer === answer) ?? [])[0];
  const explicit = explicitOutbound(ways);
  const access = relayAccess(named, ways, lost, defaultAt(range));
  return {
    smtpToInternet: worst?.flow.smtpToInternet ?? unknown([], defaultAt(range)),
    decidedBy: worst?.flow.decidedBy ?? '',
    ...(explicit === undefined ? {} : { explicitOutbound: explicit }),
    ...access,
  };
}

/** One interface without an explicit way out is enough to say so; then one that cannot be told. */
function explicitOutbound(ways: readonly InterfaceWay[]): Value | undefined {
  const values = ways.flatMap(({ explicit }) => explicit ?? []);
  return (
    values.find(value => value.kind === 'bool' && !value.value) ??
    values.find(value => value.kind === 'unknown') ??
    values[0]
  );
}

function judgeWay(nic: AzureInterface, way: InterfaceWay, relays: RelayAddresses): Judged {
  const reach = internetReach(way, SMTP_PORT);
  const beyond = reach.open.subtract(relays.known);
  const maybeBeyond = reach.possible.subtract(relays.known);
  const here = defaultAt(nic.range);

  if (!beyond.isEmpty) {
    const decision = allowing(reach.decisions, beyond);
    if (isFew(maybeBeyond)) {
      return notTold([undeclaredRelay(shownPrefixes(beyond), relays)], decision?.origin ?? here);
    }
    const decidedBy = decision?.text ?? `neither ${nic.address} nor its subnet has a network security group`;
    return known('open', decision?.origin ?? here, decidedBy);
  }
  if (!maybeBeyond.isEmpty) return notTold(reach.reasons, here);
  return named(reach, relays, here);
}

/** Nothing but relays is open: addresses of theirs, or hosts that a firewall's rule names. */
function named({ possible, decisions, hosts }: Reach, relays: RelayAddresses, here: Origin): Judged {
  const stranger = hosts.find(({ name }) => !isRelayHost(name, relays));
  if (stranger !== undefined) {
    return notTold([undeclaredRelay(stranger.name, relays)], stranger.decision.origin);
  }
  const decision = hosts[0]?.decision ?? allowing(decisions, possible);
  if (hosts.length > 0 || !possible.isEmpty) {
    return known('relay-only', decision?.origin ?? here, decision?.text ?? '');
  }
  return closed(decisions, here);
}

function closed(decisions: readonly Decision[], here: Origin): Judged {
  const denials = decisions.filter(({ allows }) => !allows);
  const denied = denials.reduce<AddressSet | undefined>(
    (set, { addresses }) => set?.unite(addresses) ?? addresses,
    undefined,
  );
  const decision = denied === undefined ? undefined : mainDecision(denials, denied, false);
  return known('closed', decision?.origin ?? here, decision?.text ?? 'nothing leads to the Internet');
}

/**
 * The decision to show for what is open: of all in the way the one with a rule of its own, since a default rule
 * is only what is left without one.
 */
function allowing(decisions: readonly Decision[], addresses: AddressSet): Decision | undefined {
  const written = decisions.filter(({ isDefault }) => !isDefault);
  const [main, own] = [mainDecision(decisions, addresses, true), mainDecision(written, addresses, true)];
  if (main === undefined || own === undefined) return main;
  const share = own.addresses.intersect(addresses);
  return share.contains(main.addresses.intersect(addresses)) ? own : main;
}

const isFew = (addresses: AddressSet): boolean =>
  addresses.ofFamilies([6]).isEmpty && addresses.count <= FEW_ADDRESSES;

function shownPrefixes(addresses: AddressSet): string {
  const prefixes = addresses.prefixes();
  return prefixes.length > 4 ? `${prefixes.slice(0, 4).join(', ')} and more` : prefixes.join(', ');
}

function undeclaredRelay(shown: string, { hostNames }: RelayAddresses): Reason {
  const relays =
    hostNames.length === 0
      ? 'name them under smtp.relays in exvet.yaml if these are your relays'
      : `name the addresses of ${hostNames.join(', ')} under smtp.relays in exvet.yaml`;
  return { kind: 'declaration', text: `TCP 25 is open to ${shown} alone: ${relays}` };
}

const known = (answer: Exclude<Answer, 'unknown'>, origin: Origin, decidedBy: string): Judged => ({
  answer,
  flow: { smtpToInternet: stringValue(answer, origin), decidedBy },
});

const notTold = (reasons: readonly Reason[], origin: Origin): Judged => ({
  answer: 'unknown',
  flow: {
    smtpToInternet: unknown(reasons, origin),
    decidedBy: reasons[0]?.text ?? 'it cannot be told',
  },
});
