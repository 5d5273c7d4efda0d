import type {
  Dag,
  Estate,
  Host,
  Machine,
  MachineRule,
  Placement,
  Replication,
  Server,
} from '../estate/model.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Json } from '../value/json.ts';
import { diskToJson, exchangeToJson, optional, recognitionToJson } from './json.ts';
import { diagnosticToJson, jsonText, shownValue } from './json-parts.ts';

/** What `exvet estate` prints. */
export interface EstateReport {
  readonly deployments: readonly { readonly name: string; readonly estate: Estate }[];
  /** Those of the deployments and of the run, arranged. */
  readonly diagnostics: readonly Diagnostic[];
}

/** `estate --format json`. */
export function estateJson({ deployments, diagnostics }: EstateReport): string {
  return jsonText({
    version: 1,
    deployments: deployments.map(({ name, estate }) => ({
      deployment: name,
      servers: estate.servers.map(serverToJson),
      dags: estate.dags.map(dagToJson),
      hosts: estate.hosts.map(hostToJson),
      otherMachines: estate.otherMachines.map(machineToJson),
      replications: estate.replications.map(replicationToJson),
    })),
    diagnostics: diagnostics.map(diagnosticToJson),
  });
}

function machineToJson(machine: Machine): { readonly [key: string]: Json } {
  return {
    address: machine.address,
    name: shownValue(machine.name),
    ...optional('computerName', machine.computerName),
    platform: machine.platform,
    os: {
      family: shownValue(machine.os.family),
      ...optional('release', machine.os.release),
    },
    ...optional('size', machine.size),
    vcpus: shownValue(machine.vcpus),
    memory: {
      sizeMib: shownValue(machine.memory.sizeMib),
      ...optional('reservationMib', machine.memory.reservationMib),
    },
    ...optional('hibernationEnabled', machine.hibernationEnabled),
    hasSnapshot: shownValue(machine.hasSnapshot),
    ...behaviourToJson(machine),
    placement: placementToJson(machine.placement),
  };
}

function hostToJson({ address, kind, platform, guests, servers, declared }: Host): Json {
  return {
    address,
    kind,
    platform,
    guests: guests.map(guest => guest.address),
    servers: servers.map(server => server.address),
    stated: Object.fromEntries([...declared].map(([name, value]) => [name, shownValue(value)])),
  };
}

/** How the platform treats the running machine; what does not apply to it is left out. */
function behaviourToJson({ memory, state = {}, cpu = {} }: Machine): { readonly [key: string]: Json } {
  return {
    ...optional('memoryDynamic', memory.dynamic),
    ...optional('stopAction', state.stopAction),
    ...optional('checkpointType', state.checkpointType),
    ...optional('scheduledAction', state.scheduledAction),
    ...optional('linkedClone', state.linkedClone),
    ...optional('spot', state.spot),
    ...optional('platformBackup', state.platformBackup),
    ...optional('cpuLimited', cpu.limited),
  };
}

function placementToJson(placement: Placement): Json {
  return {
    ...optional('site', placement.site),
    ...optional('zone', placement.zone),
    ...(placement.availabilitySet === undefined
      ? {}
      : {
          availabilitySet: {
            id: shownValue(placement.availabilitySet.id),
            faultDomains: shownValue(placement.availabilitySet.faultDomains),
          },
        }),
    ...optional('host', placement.host),
    antiAffinity: placement.antiAffinity.map(ruleToJson),
    ...(placement.affinity === undefined ? {} : { affinity: placement.affinity.map(ruleToJson) }),
  };
}

const ruleToJson = ({ address, members, enabled }: MachineRule): Json => ({
  address,
  members,
  enabled: shownValue(enabled),
});

function serverToJson(server: Server): Json {
  return {
    ...machineToJson(server),
    exchange: exchangeToJson(server),
    certain: server.certain,
    recognisedBy: server.recognisedBy.map(recognitionToJson),
    disks: server.disks.map(diskToJson),
    networkInterfaces: server.networkInterfaces.map(nic => ({
      address: nic.address,
      name: shownValue(nic.name),
      addressAllocation: shownValue(nic.addressAllocation),
    })),
    mailFlow:
      server.mailFlow === undefined
        ? null
        : {
            smtpToInternet: shownValue(server.mailFlow.smtpToInternet),
            decidedBy: server.mailFlow.decidedBy,
          },
    hasRelay: shownValue(server.hasRelay),
    sendsByDns: shownValue(server.sendsByDns),
    ...optional('environment', server.environment),
  };
}

const dagToJson = (dag: Dag): Json => ({
  address: dag.address,
  name: shownValue(dag.name),
  certain: dag.certain,
  members: dag.members.map(member => member.address),
  membersSeparated: shownValue(dag.membersSeparated),
  separation: dag.separationText,
});

/** `server` and `source` are addresses; the source is null when it is not in the deployment. */
function replicationToJson({ address, direction, server, source, facts }: Replication): Json {
  return {
    address,
    direction: shownValue(direction),
    server: server.address,
    source: source?.address ?? null,
    excludedDisks: shownValue(facts.excludedDisks),
    networkMapped: shownValue(facts.networkMapped),
    inRecoveryPlan: shownValue(facts.inRecoveryPlan),
    ...optional('testNetwork', facts.testNetwork),
    appConsistentHours: shownValue(facts.appConsistentHours),
    dagMember: shownValue(facts.dagMember),
  };
}
