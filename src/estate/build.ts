import { arrangeDiagnostics, type Diagnostic } from '../source/diagnostic.ts';
import { stringValue } from '../value/make.ts';
import type { Deployment } from '../value/resource.ts';
import { canonicalAddress } from '../value/resource-id.ts';
import { resolveAzapi } from './azapi.ts';
import { declaredDags, findDags } from './dag.ts';
import { type Declaration, type Declarations, matchedByResources } from './declarations.ts';
import { withDirectory, withWitness } from './directory.ts';
import { findHosts, onDeclaredClusters, placeOnDeclaredHosts } from './hosts.ts';
import type { Mapper, ReplicationDraft } from './mapper.ts';
import { withMembership } from './membership.ts';
import type { Estate, Machine } from './model.ts';
import { withNeighbours } from './neighbours.ts';
import { recogniseServers } from './recognition.ts';
import { joinReplications } from './replications.ts';
import { withStores } from './stores.ts';
import { unmappedTypes } from './unmapped-types.ts';

export interface BuiltEstate {
  readonly estate: Estate;
  readonly diagnostics: readonly Diagnostic[];
  /** The declarations that matched something here; give them all to `unusedDeclarations` at the end. */
  readonly usedDeclarations: ReadonlySet<Declaration>;
}

/** Finds the Exchange estate in what a deployment would build. */
export function buildEstate(
  deployment: Deployment,
  declarations: Declarations,
  mappers: readonly Mapper[],
): BuiltEstate {
  const { resources, diagnostics: unread } = resolveAzapi(deployment.resources);
  const facts = {
    relays: declarations.relays.map(({ value, range }) => stringValue(value, { kind: 'declared', range })),
    datastores: declarations.datastores,
  };
  const machines: Machine[] = [];
  const drafts: ReplicationDraft[] = [];
  const diagnostics: Diagnostic[] = [...unread, ...unmappedTypes(resources, mappers)];
  for (const mapper of mappers) {
    if (!resources.some(({ type }) => mapper.handles(type))) continue;
    const mapped = mapper.map(resources, facts);
    machines.push(...mapped.machines);
    drafts.push(...(mapped.replications ?? []));
    diagnostics.push(...mapped.diagnostics);
  }
  const placed = placeOnDeclaredHosts(uniteMachines(machines), declarations.hosts);
  const {
    servers: recognised,
    others,
    used,
  } = recogniseServers(onDeclaredClusters(placed.machines, declarations.hosts), declarations);
  const { servers: stored, used: usedStores } = withStores(
    withDirectory(recognised, others),
    others,
    declarations.datastores,
  );
  const { dags: found, used: usedDags } = declaredDags(
    withWitness(findDags(stored, resources), others),
    declarations.dags,
  );
  const { servers, dags } = withNeighbours(withMembership(stored, found), others);
  const { hosts, used: usedHosts } = findHosts(servers, others, declarations.hosts);
  const replicated = joinReplications(drafts, { servers, others, dags, hosts }, declarations);
  return {
    estate: {
      servers: [...servers, ...replicated.servers],
      dags,
      otherMachines: [...others, ...replicated.others],
      hosts,
      replications: replicated.replications,
    },
    diagnostics: arrangeDiagnostics(diagnostics),
    usedDeclarations: new Set([
      ...used,
      ...placed.used,
      ...usedDags,
      ...usedHosts,
      ...usedStores,
      ...replicated.used,
      ...matchedByResources(declarations, resources),
    ]),
  };
}

/**
 * A machine that a second template of the same deployment declares again (to add a public address, say) is
 * one machine: it is what the first says, with the disks, interfaces and hints that only the second has.
 */
function uniteMachines(machines: readonly Machine[]): readonly Machine[] {
  const united = new Map<string, Machine>();
  for (const machine of machines) {
    const key = canonicalAddress(machine.address);
    const known = united.get(key);
    united.set(key, known === undefined ? machine : unite(known, machine));
  }
  return [...united.values()];
}

function unite(first: Machine, second: Machine): Machine {
  const slots = new Set(first.disks.map(({ slot }) => slot));
  const interfaces = new Set(first.networkInterfaces.map(({ address }) => canonicalAddress(address)));
  return {
    ...first,
    tags: new Map([...second.tags, ...first.tags]),
    hints: [...first.hints, ...second.hints],
    disks: [...first.disks, ...second.disks.filter(({ slot }) => !slots.has(slot))],
    networkInterfaces: [
      ...first.networkInterfaces,
      ...second.networkInterfaces.filter(({ address }) => !interfaces.has(canonicalAddress(address))),
    ],
  };
}
