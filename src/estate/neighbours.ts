import { boolValue, defaultAt, listValue, stringValue } from '../value/make.ts';
import type { Origin } from '../value/origin.ts';
import { knownText, textIn } from '../value/read.ts';
import { type Reason, uniteReasons, unknown } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import type { Members } from './membership.ts';
import type { Dag, Machine, Neighbourhood, Server, TrafficRestriction } from './model.ts';
import { machineRoles, namesIn } from './other-roles.ts';

/**
 * Tells servers, and the members of their DAGs, what stands between the machines of one Exchange organisation:
 * its servers, domain controllers and witness servers, as far as they are in one deployment.
 */
export function withNeighbours({ servers, dags }: Members, others: readonly Machine[]): Members {
  const controllers = others.filter(machine => namesIn(machineRoles(machine)).includes('dc'));
  const witnesses = [
    ...others.filter(machine => namesIn(machineRoles(machine)).includes('witness')),
    ...servers.filter(({ otherRoles }) => namesIn(otherRoles).includes('witness')),
  ];
  const told = new Map(
    servers.map((server): [Server, Server] => {
      const dag = dags.find(({ members }) => members.includes(server));
      const peers = servers.filter(peer => peer !== server && !isEdge(peer));
      const ends = isEdge(server) ? [] : [...peers, ...controllers];
      return [
        server,
        {
          ...server,
          neighbourhood: {
            isDagInferred: dag?.certain === false,
            ...restrictedOf(server, ends, controllers),
            ...witnessOf(server, dag, witnesses),
            closedPorts: closedPortsOf(server),
            dynamicSupport: dynamicOf(server, [...controllers, ...witnesses]),
          },
        },
      ];
    }),
  );
  const toldOf = (server: Server): Server => told.get(server) ?? server;
  return {
    servers: servers.map(toldOf),
    dags: dags.map(dag => ({ ...dag, members: dag.members.map(toldOf) })),
  };
}

/** Edge Transport servers stand in a perimeter network, behind firewalls on purpose. */
const isEdge = ({ roles }: Server): boolean => namesIn(roles).includes('edge');

const nameOf = ({ name, address }: Machine): string => knownText(name) ?? address;

/** A list of names, unknown when nothing is sure and something may be on it. */
function namesValue(names: readonly string[], doubts: readonly (readonly Reason[])[], origin: Origin): Value {
  const reasons = uniteReasons(doubts);
  return names.length === 0 && reasons.length > 0
    ? unknown(reasons, origin)
    : listValue(
        names.map(name => stringValue(name, origin)),
        origin,
      );
}

function restrictedOf(
  server: Server,
  ends: readonly Machine[],
  controllers: readonly Machine[],
): Pick<Neighbourhood, 'restrictedPeers' | 'restrictedBy'> {
  const found: { readonly name: string; readonly by: NonNullable<TrafficRestriction['by']> }[] = [];
  const doubts: (readonly Reason[])[] = [];
  for (const peer of ends) {
    // What another server sends here is told at that server; a domain controller is judged here both ways.
    const ways = [server.traffic?.to(peer.address)];
    if (controllers.includes(peer)) ways.push(peer.traffic?.to(server.address));
    const restrictions = ways.flatMap(way => way ?? []);
    const by = restrictions.flatMap(way => way.by ?? [])[0];
    if (by !== undefined) found.push({ name: nameOf(peer), by });
    else doubts.push(...restrictions.map(({ reasons }) => reasons));
  }
  const origin = found[0]?.by.origin ?? defaultAt(server.resource.range);
  const names = found.map(({ name }) => name);
  return { restrictedPeers: namesValue(names, doubts, origin), restrictedBy: found[0]?.by.text ?? '' };
}

const SMB_PORT = 445;

function witnessOf(
  server: Server,
  dag: Dag | undefined,
  witnesses: readonly Machine[],
): Pick<Neighbourhood, 'witnessReachable' | 'witnessBlockedBy'> {
  if (dag === undefined) return { witnessBlockedBy: '' };
  const stated = textIn(dag.declared.get('witnessServer'))?.split('.')[0]?.toLowerCase();
  const own = witnesses.filter(
    machine =>
      machine.address !== server.address &&
      (stated === undefined ||
        [machine.name, machine.computerName].some(name => textIn(name)?.toLowerCase() === stated)),
  );
  const restrictions = own.flatMap(witness => server.traffic?.to(witness.address, SMB_PORT) ?? []);
  if (restrictions.length === 0) return { witnessBlockedBy: '' };
  const here = defaultAt(server.resource.range);
  const blocked = restrictions.find(({ by }) => by !== undefined)?.by;
  if (blocked !== undefined) {
    return { witnessReachable: boolValue(false, blocked.origin), witnessBlockedBy: blocked.text };
  }
  const reasons = uniteReasons(restrictions.map(restriction => restriction.reasons));
  const witnessReachable = reasons.length > 0 ? unknown(reasons, here) : boolValue(true, here);
  return { witnessReachable, witnessBlockedBy: '' };
}

/**
 * The ports that clients and other servers use, by role: mail, and HTTPS; of an Edge Transport server mail and the
 * port by which Mailbox servers keep it up to date (Microsoft Learn, "Network ports for clients and mail flow in
 * Exchange", 2026-11). Ports of protocols that not everyone uses are left out.
 */
const PORTS_OF_ROLES: readonly (readonly [role: string, ports: readonly number[]])[] = [
  ['mailbox', [25, 443]],
  ['cas', [443]],
  ['hub', [25]],
  ['edge', [25, 50636]],
];

function closedPortsOf({ roles, traffic, resource }: Server): Value {
  const own = namesIn(roles);
  const ports = new Set(PORTS_OF_ROLES.flatMap(([role, list]) => (own.includes(role) ? list : [])));
  const closed = [...ports].flatMap(port => {
    const by = traffic?.closedPort(port).by;
    return by === undefined ? [] : [{ port: String(port), origin: by.origin }];
  });
  const origin = closed[0]?.origin ?? defaultAt(resource.range);
  return namesValue(
    closed.map(({ port }) => port),
    [],
    origin,
  );
}

function dynamicOf({ resource }: Server, machines: readonly Machine[]): Value {
  const dynamic = machines.flatMap(machine => {
    const allocations = machine.networkInterfaces.map(({ addressAllocation }) => addressAllocation);
    const found = allocations.find(allocation => textIn(allocation) === 'dynamic');
    return found === undefined ? [] : [{ name: nameOf(machine), origin: found.origin }];
  });
  const doubts = machines.flatMap(({ networkInterfaces }) =>
    networkInterfaces.flatMap(({ addressAllocation }) =>
      addressAllocation.kind === 'unknown' ? [addressAllocation.reasons] : [],
    ),
  );
  const names = [...new Set(dynamic.map(({ name }) => name))];
  return namesValue(names, doubts, dynamic[0]?.origin ?? defaultAt(resource.range));
}
