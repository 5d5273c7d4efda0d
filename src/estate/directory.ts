import { numberValue } from '../value/make.ts';
import { textIn } from '../value/read.ts';
import { unknownFrom } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import { WINDOWS_RELEASES } from './declared-facts.ts';
import { isLeftToPlatform } from './left-to-platform.ts';
import type { Dag, DeclaredValues, Machine, Server } from './model.ts';
import { machineRoles, namesIn } from './other-roles.ts';
import { windowsOfMachine } from './windows-releases.ts';

/**
 * What the other machines of a deployment tell about the directory and the witness, for the servers that rely on
 * them. What exvet.yaml states wins.
 */
export function withDirectory(servers: readonly Server[], others: readonly Machine[]): readonly Server[] {
  const controllers = others.filter(machine => namesIn(machineRoles(machine)).includes('dc'));
  const mailboxes = servers.filter(({ roles }) => namesIn(roles).includes('mailbox'));
  const mailboxVcpus = vcpusOf(mailboxes);
  const told = factsOfControllers(controllers, mailboxVcpus);
  return servers.map(server => ({
    ...server,
    declared: new Map([...told, ...server.declared]),
    ...(server === mailboxes[0] && mailboxVcpus !== undefined ? { site: { mailboxVcpus } } : {}),
  }));
}

/**
 * Global catalogs of other templates may serve the same site: their cores are told only where those of this one
 * suffice (one core for eight of the mailbox servers).
 */
function factsOfControllers(
  controllers: readonly Machine[],
  mailboxVcpus: Value | undefined,
): DeclaredValues {
  const told = new Map<string, Value>();
  const cores = vcpusOf(controllers);
  if (cores?.kind === 'number' && mailboxVcpus?.kind === 'number' && cores.value * 8 >= mailboxVcpus.value) {
    told.set('globalCatalogCores', cores);
  }
  if (controllers.length > 0) {
    const release = oldest(controllers.map(machine => windowsOfMachine(machine).release));
    if (!isLeftToPlatform(release)) told.set('domainControllerOs', release);
  }
  return told;
}

/** The only DAG of a deployment, with the witness that one of the other machines is by its name or tags. */
export function withWitness(dags: readonly Dag[], others: readonly Machine[]): readonly Dag[] {
  const [dag, second] = dags;
  const witnesses = others.filter(machine => namesIn(machineRoles(machine)).includes('witness'));
  const [witness, another] = witnesses;
  if (dag === undefined || second !== undefined || witness === undefined || another !== undefined)
    return dags;
  const { origin } = witness.name;
  const told: DeclaredValues = new Map<string, Value>([
    ['witness', { kind: 'string', value: 'file-share', origin }],
    ['witnessServer', witness.name],
  ]);
  const onController = namesIn(machineRoles(witness)).includes('dc');
  return [
    {
      ...dag,
      declared: new Map([...told, ...dag.declared]),
      witnessOnDomainController: { kind: 'bool', value: onController, origin },
    },
  ];
}

/** The virtual processors of machines together; `undefined` when there is none. */
function vcpusOf(machines: readonly Machine[]): Value | undefined {
  const values = machines.map(({ vcpus }) => vcpus);
  const [first] = values;
  if (first === undefined) return undefined;
  const open = values.filter(value => value.kind !== 'number');
  if (open[0] !== undefined) return unknownFrom(open, open[0].origin);
  const sum = values.reduce((total, value) => total + (value.kind === 'number' ? value.value : 0), 0);
  const inputs = values.map(({ origin }) => origin);
  return numberValue(sum, { kind: 'expression', range: first.origin.range, inputs });
}

/** The oldest release; unknown when one of them is. */
function oldest(releases: readonly Value[]): Value {
  const open = releases.filter(release => release.kind === 'unknown');
  if (open[0] !== undefined) return unknownFrom(open, open[0].origin);
  const rank = (release: Value): number => WINDOWS_RELEASES.findIndex(known => known === textIn(release));
  return releases.reduce((a, b) => (rank(b) < rank(a) ? b : a));
}
