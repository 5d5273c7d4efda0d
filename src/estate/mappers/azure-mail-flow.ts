import { type RelayAddresses, relayAddresses } from '../../azure/mail-relays.ts';
import { type Decision, decisionText, mainDecision, smtpReach } from '../../azure/nsg.ts';
import type { AddressSet } from '../../azure/prefixes.ts';
import { defaultAt, stringValue } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { textIn } from '../../value/read.ts';
import { type Reason, uniteReasons, unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type { MailFlow } from '../model.ts';
import type { AzureInterface, AzureMachine } from './azure-inventory.ts';
import type { AzureNetwork, WayOut } from './azure-network.ts';

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

/** `relays` are the declared ones: strings, prefixes or host names. */
export function mailFlow(machine: AzureMachine, network: AzureNetwork, relays: readonly Value[]): MailFlow {
  const addresses = relayAddresses(relays.flatMap(relay => textIn(relay) ?? []));
  const judged: Judged[] = [];
  const join = (nic: AzureInterface): void => {
    for (const way of network.waysOut(nic)) judged.push(judgeWay(nic, way, addresses));
  };
  machine.ownInterfaces.forEach(join);
  for (const id of machine.interfaces) {
    const nic = network.interface(id);
    if (nic.kind === 'found') join(nic.item);
    else judged.push(notTold(nic.reasons, defaultAt(id.origin.range)));
  }
  for (const answer of SEVERITY) {
    const worst = judged.find(item => item.answer === answer);
    if (worst !== undefined) return worst.flow;
  }
  const { address, range } = machine.resource;
  const text = `${address} states no network interface`;
  return notTold([{ kind: 'data', text, range }], defaultAt(range)).flow;
}

function judgeWay(nic: AzureInterface, way: WayOut, relays: RelayAddresses): Judged {
  const reach = smtpReach(way.filters, way.sender);
  const open = reach.open.intersect(way.routing.direct);
  const possible = reach.possible.intersect(way.routing.possible);
  const beyond = open.subtract(relays.known);
  const maybeBeyond = possible.subtract(relays.known);
  const here = defaultAt(nic.range);

  if (!beyond.isEmpty) {
    const decision = allowing(reach.decisions, beyond);
    if (isFew(maybeBeyond)) return notTold([undeclaredRelay(beyond, relays)], originOf(decision, here));
    const decidedBy =
      decision === undefined
        ? `neither ${nic.address} nor its subnet has a network security group`
        : decisionText(decision);
    return known('open', originOf(decision, here), decidedBy);
  }
  if (!maybeBeyond.isEmpty) {
    const inDoubt = maybeBeyond.overlaps(reach.possible.subtract(reach.open));
    const reasons = uniteReasons([inDoubt ? reach.reasons : [], way.routing.reasons]);
    return notTold(reasons.length > 0 ? reasons : reach.reasons, here);
  }
  if (!possible.isEmpty) {
    const decision = allowing(reach.decisions, possible);
    return known(
      'relay-only',
      originOf(decision, here),
      decision === undefined ? '' : decisionText(decision),
    );
  }
  return closed(reach.decisions, way, here);
}

function closed(decisions: readonly Decision[], way: WayOut, here: Origin): Judged {
  const internet = decisions.filter(({ allows }) => !allows).map(({ addresses }) => addresses);
  const denied = internet.reduce<AddressSet | undefined>((set, next) => set?.unite(next) ?? next, undefined);
  const decision = denied === undefined ? undefined : mainDecision(decisions, denied, false);
  if (decision !== undefined) return known('closed', originOf(decision, here), decisionText(decision));
  const { drop } = way.routing;
  const decidedBy = drop === undefined ? 'nothing leads to the Internet' : `route '${drop.name}' drops it`;
  return known('closed', drop?.nextHop.origin ?? here, decidedBy);
}

/**
 * The decision to show for what is open: of the two security groups in the way the one with a rule of its
 * own, since a default rule is only what is left without one.
 */
function allowing(decisions: readonly Decision[], addresses: AddressSet): Decision | undefined {
  const written = decisions.filter(({ rule }) => rule !== undefined);
  const [main, own] = [mainDecision(decisions, addresses, true), mainDecision(written, addresses, true)];
  if (main === undefined || own === undefined) return main;
  const share = own.addresses.intersect(addresses);
  return share.contains(main.addresses.intersect(addresses)) ? own : main;
}

const originOf = (decision: Decision | undefined, here: Origin): Origin =>
  decision === undefined
    ? here
    : decision.rule === undefined
      ? defaultAt(decision.group.range)
      : decision.rule.access.origin;

const isFew = (addresses: AddressSet): boolean =>
  addresses.ofFamilies([6]).isEmpty && addresses.count <= FEW_ADDRESSES;

function undeclaredRelay(addresses: AddressSet, { hostNames }: RelayAddresses): Reason {
  const prefixes = addresses.prefixes();
  const shown = prefixes.length > 4 ? `${prefixes.slice(0, 4).join(', ')} and more` : prefixes.join(', ');
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
