import { boolValue, defaultAt, stringValue } from '../value/make.ts';
import { knownText } from '../value/read.ts';
import type { Resource } from '../value/resource.ts';
import { type Reason, uniteReasons, unknown } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import { type DagDeclaration, declaredValues } from './declarations.ts';
import type { Dag, Server } from './model.ts';
import { nameOf, separationOf } from './placement.ts';
import { hasDagWord } from './recognition-names.ts';

/**
 * The database availability groups of a deployment. Templates never declare one: members are those that
 * `exvet.yaml`, a tag or a script puts into it, and else the mailbox servers of the deployment that can
 * form one, as a candidate. A DAG word in the deployment makes a candidate certain.
 */
export function findDags(servers: readonly Server[], resources: readonly Resource[]): readonly Dag[] {
  const named = new Map<string, { readonly name: Value; readonly members: Members }>();
  const free: Server[] = [];
  let hasUnnamed = false;
  for (const server of servers) {
    const { dag } = server;
    if (dag === undefined) {
      if (isMailboxServer(server)) free.push(server);
    } else if (dag.kind === 'unknown') {
      hasUnnamed = true;
      free.push(server);
    } else if (dag.kind !== 'null') {
      const key = (knownText(dag) ?? '').toLowerCase();
      const known = named.get(key);
      named.set(key, {
        name: known?.name ?? dag,
        members: known === undefined ? [server] : [...known.members, server],
      });
    }
  }
  const dags = [...named.values()];
  const [only] = dags;
  // The script on one server that sets up the only DAG does it for the others too.
  if (dags.length === 1 && only?.members.some(isSetUpByScript) === true) {
    return [namedDag(only.name, [...only.members, ...free])];
  }
  const isCertain = named.size === 0 && (hasUnnamed || resources.some(speaksOfDag));
  return [...dags.map(({ name, members }) => namedDag(name, members)), ...candidates(free, isCertain)];
}

/** The groups with what `exvet.yaml` states about them, and the entries that matched one. */
export function declaredDags(
  dags: readonly Dag[],
  declarations: readonly DagDeclaration[],
): { readonly dags: readonly Dag[]; readonly used: readonly DagDeclaration[] } {
  const used: DagDeclaration[] = [];
  const stated = dags.map(dag => {
    const name = knownText(dag.name)?.toLowerCase();
    const about = declarations.filter(declaration => declaration.name.value.toLowerCase() === name);
    used.push(...about);
    return about.length === 0
      ? dag
      : { ...dag, declared: new Map([...dag.declared, ...declaredValues(about.map(({ facts }) => facts))]) };
  });
  return { dags: stated, used };
}

const isSetUpByScript = ({ dag, recognisedBy }: Server): boolean =>
  recognisedBy.some(({ by, range }) => by === 'install' && range === dag?.origin.range);

const speaksOfDag = ({ address, callPath, label }: Resource): boolean =>
  [address.split('/').at(-1) ?? '', label ?? '', ...callPath].some(hasDagWord);

const isMailboxServer = ({ roles }: Server): boolean =>
  roles.kind !== 'list' || roles.elements.some(role => role.kind !== 'string' || role.value === 'mailbox');

type Members = readonly [Server, ...Server[]];

function namedDag(name: Value, members: Members): Dag {
  return dagOf(`dag.${knownText(name) ?? ''}`, name, true, members);
}

/** One candidate a version, since all members of a DAG run the same one. */
function candidates(servers: readonly Server[], isCertain: boolean): readonly Dag[] {
  const byVersion = new Map<string, Server[]>();
  for (const server of servers) {
    const version = knownText(server.exchangeVersion) ?? '';
    byVersion.set(version, [...(byVersion.get(version) ?? []), server]);
  }
  const versions = [...byVersion.keys()].filter(version => version !== '');
  const groups = versions.length <= 1 ? [servers] : [...byVersion.values()];
  return groups.flatMap(([first, ...rest]) => {
    if (first === undefined || (rest.length === 0 && !(isCertain && standsForSeveral(first)))) return [];
    const members: Members = [first, ...rest];
    const names = members.map(nameOf);
    const name = stringValue(`DAG of ${names.join(', ')}`, defaultAt(first.resource.range));
    return [dagOf(`dag.${names.join('+')}`, name, isCertain, members)];
  });
}

function dagOf(address: string, name: Value, certain: boolean, members: Members): Dag {
  return { address, name, certain, members, ...membersSeparated(members), declared: new Map() };
}

/** Judges every pair of members: one pair that can meet is enough to fail. */
function membersSeparated(members: Members): Pick<Dag, 'membersSeparated' | 'separationText'> {
  const origin = defaultAt(members[0].resource.range);
  const pairs = members.flatMap((a, index) => members.slice(index + 1).map(b => separationOf(a, b)));
  const together = pairs.find(({ verdict }) => verdict === 'together');
  if (together?.verdict === 'together') {
    return { membersSeparated: boolValue(false, together.origin), separationText: together.text };
  }
  const open = pairs.filter(pair => pair.verdict === 'unknown');
  const uncounted = members.flatMap(uncountedCopies);
  if (open.length > 0 || uncounted.length > 0) {
    return {
      membersSeparated: unknown(uniteReasons([...open.map(({ reasons }) => reasons), uncounted]), origin),
      separationText: open[0]?.text ?? 'how many members there are is not known',
    };
  }
  const [apart = separationOf(members[0], members[0])] = pairs;
  return members.length > 1 || standsForSeveral(members[0])
    ? {
        membersSeparated: boolValue(true, 'origin' in apart ? apart.origin : origin),
        separationText: apart.text,
      }
    : { membersSeparated: boolValue(true, origin), separationText: 'it has one member' };
}

/** A machine that stands for a number of instances that is not known. */
const standsForSeveral = ({ resource }: Server): boolean =>
  resource.uncertain !== undefined && resource.instanceKey === undefined;

/** The reasons why it is not known how many a member is, when nothing keeps it apart from its like. */
const uncountedCopies = (member: Server): readonly Reason[] =>
  standsForSeveral(member) && separationOf(member, member).verdict !== 'apart'
    ? (member.resource.uncertain ?? [])
    : [];
