import { boolValue, defaultAt, numberValue, stringValue } from '../../value/make.ts';
import { knownText, textIn } from '../../value/read.ts';
import { resourceAddressOf } from '../../value/resource-id.ts';
import { uniteReasons, unknown, unknownFrom } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import { factsOf, relation, type SubjectSchema } from '../fact.ts';
import type { AvailabilityGroup, Dag, Server } from '../model.ts';
import { namesIn } from '../other-roles.ts';
import { areOneUnknown } from '../placement.ts';
import { windowsOf } from '../windows-releases.ts';
import { DAG_STORAGE_ROWS } from './dag-storage.ts';
import { declaredRows, notStated } from './declared.ts';
import { judgedVersion } from './judged-version.ts';

export const DAG_FACTS: SubjectSchema = {
  about: 'A database availability group.',
  facts: factsOf('dag', {
    name: { type: 'string', about: 'Its name.', read: ({ dag }) => dag.name },
    membersSeparated: {
      type: 'bool',
      about: 'No two of its members can end up on one host.',
      read: ({ dag }) => dag.membersSeparated,
      assumption: ({ dag }) =>
        dag.certain
          ? undefined
          : 'nothing names a DAG: that these mailbox servers form one is inferred from their being deployed together',
    },
    separationText: {
      type: 'string',
      about: 'Why they can or cannot, in a clause.',
      read: ({ dag }) => stringValue(dag.separationText, dag.membersSeparated.origin),
    },
    certain: {
      type: 'bool',
      about: 'It is declared, tagged or named by an installation; else inferred.',
      read: ({ dag }) => boolValue(dag.certain, dag.membersSeparated.origin),
    },
    memberCount: {
      type: 'number',
      about: 'How many members it has.',
      read: ({ dag }) => memberCount(dag),
    },
    evenMembers: {
      type: 'bool',
      about: 'It has an even number of members.',
      read: ({ dag }) => mapNumber(memberCount(dag), count => count % 2 === 0),
    },
    named: {
      type: 'bool',
      about: 'Something names it: exvet.yaml, a tag, an installation.',
      read: ({ dag }) => boolValue(dag.name.origin.kind !== 'default', dag.name.origin),
    },
    exchangeAlike: {
      type: 'bool',
      about: 'All members run the same version of Exchange.',
      read: ({ dag }, supposing) => alike(dag, member => supposing(judgedVersion(member))),
    },
    windowsAlike: {
      type: 'bool',
      about: 'All members run the same release of Windows Server.',
      read: ({ dag }) => alike(dag, member => windowsOf(member).release),
    },
    sizesAlike: {
      type: 'bool',
      about: 'All members have as many processors and as much memory.',
      read: ({ dag }) =>
        allOf(dag, [alike(dag, ({ vcpus }) => vcpus), alike(dag, ({ memory }) => memory.sizeMib)]),
    },
    disksAlike: {
      type: 'bool',
      about: 'All members have as many data disks.',
      read: ({ dag }) =>
        alike(dag, ({ disks, resource }) =>
          numberValue(disks.filter(({ isOs }) => !isOs).length, defaultAt(resource.range)),
        ),
    },
    interfacesAlike: {
      type: 'bool',
      about: 'All members have as many network interfaces.',
      read: ({ dag }) => alike(dag, interfaceCount),
    },
    interfacesApart: {
      type: 'bool',
      about:
        'No member has two network interfaces on one network; absent where no template tells the networks.',
      read: ({ dag }) => interfacesApart(dag),
    },
    oneInterface: {
      type: 'bool',
      about: 'Every member has one network interface.',
      read: ({ dag }) =>
        allOf(
          dag,
          dag.members.map(member => mapNumber(interfaceCount(member), count => count <= 1)),
        ),
    },
    spansRegions: {
      type: 'bool',
      about: 'Azure: its members are in different regions.',
      read: ({ dag }) => spansRegions(dag),
    },
    hasDomainController: {
      type: 'bool',
      about: 'One of its members is a domain controller.',
      read: ({ dag }) => hasDomainController(dag),
    },
    witnessIsMember: {
      type: 'bool',
      about: 'Its witness is one of its own members.',
      read: ({ dag }) => witnessIsMember(dag),
    },
    witnessOnDomainController: {
      type: 'bool',
      about:
        'Its witness, a machine of the deployment, is a domain controller; absent when none of them is its witness.',
      read: ({ dag }) => dag.witnessOnDomainController,
    },
    ...DAG_STORAGE_ROWS,
    faultDomains: {
      type: 'number',
      about:
        'Azure: the fewest fault domains of an availability set of its members; absent when they are in none.',
      read: ({ dag }) => fewestFaultDomains(dag),
    },
    availabilitySetsManaged: {
      type: 'bool',
      about: 'Azure: the availability sets of its members are aligned; absent when they are in none.',
      read: ({ dag }) =>
        worstOf(
          setsOf(dag),
          set => set.managed,
          value => value.kind === 'bool' && !value.value,
        ),
    },
    ...declaredRows('dag', ({ dag }) => ({ ...dag, range: dag.membersSeparated.origin.range })),
  }),
  relations: {
    members: relation('dag', 'server', 'many', 'Its members.', ({ dag }) =>
      dag.members.map(server => ({ kind: 'server', server })),
    ),
  },
};

/** The availability sets of the members; a scale set is none. */
const setsOf = ({ members }: Dag): readonly AvailabilityGroup[] =>
  members.flatMap(({ placement }) =>
    placement.availabilitySet?.managed === undefined ? [] : [placement.availabilitySet],
  );

const fewestFaultDomains = (dag: Dag): Value | undefined =>
  worstOf(
    setsOf(dag),
    set => set.faultDomains,
    value => value.kind === 'number' && value.value < 2,
  );

/** The first bad value, else the first unknown one, else the first. */
function worstOf<Item>(
  items: readonly Item[],
  read: (item: Item) => Value | undefined,
  isBad: (value: Value) => boolean,
): Value | undefined {
  const values = items.flatMap(item => read(item) ?? []);
  return values.find(isBad) ?? values.find(value => value.kind === 'unknown') ?? values[0];
}

/** A member that stands for several leaves the number open. */
function memberCount({ members, membersSeparated }: Dag): Value {
  const open = members.flatMap(({ resource }) =>
    resource.uncertain === undefined ? [] : [resource.uncertain],
  );
  const { origin } = membersSeparated;
  return open.length > 0 ? unknown(uniteReasons(open), origin) : numberValue(members.length, origin);
}

/** Unknown when an interface that the template does not declare may stand for several. */
function interfaceCount({ networkInterfaces, resource }: Server): Value {
  const origin = defaultAt(resource.range);
  const vague = networkInterfaces.filter(nic => nic.resource === resource && nic.name.kind === 'unknown');
  return vague.length > 0
    ? unknownFrom(
        vague.map(({ name }) => name),
        origin,
      )
    : numberValue(networkInterfaces.length, origin);
}

function interfacesApart({ members, membersSeparated }: Dag): Value | undefined {
  const several = members.filter(({ networkInterfaces }) => networkInterfaces.length > 1);
  const networks = several.map(({ networkInterfaces }) =>
    networkInterfaces.flatMap(({ network }) => network ?? []),
  );
  for (const own of networks) {
    const shared = own.find((network, index) => own.slice(0, index).some(other => isSame(network, other)));
    if (shared !== undefined) return boolValue(false, shared.origin);
  }
  const open = networks
    .flat()
    .filter(network => network.kind === 'unknown' && network.reference === undefined);
  if (open.length > 0) return unknownFrom(open, membersSeparated.origin);
  const isTold = networks.every((own, index) => own.length === several[index]?.networkInterfaces.length);
  return isTold ? boolValue(true, membersSeparated.origin) : undefined;
}

/** Networks are compared by identity. */
const isSame = (a: Value, b: Value): boolean =>
  areOneUnknown(a, b) ||
  (a.kind !== 'unknown' && knownText(a) !== undefined && knownText(a) === knownText(b)) ||
  (resourceAddressOf(a) !== undefined && resourceAddressOf(a) === resourceAddressOf(b));

/** Whether all members agree; the first that differs from the first member is the origin. */
function alike({ members, membersSeparated }: Dag, valueOf: (member: Server) => Value): Value {
  const values = members.map(valueOf);
  const [first] = values;
  if (first === undefined) return boolValue(true, membersSeparated.origin);
  const known = values.filter(value => value.kind !== 'unknown');
  const differing = known.find(value => knownText(value) !== knownText(known[0]));
  if (differing !== undefined) return boolValue(false, differing.origin);
  // One and the same input is the same for all of them, whatever it is.
  const open = values.filter(value => value.kind === 'unknown');
  if (open.length === 0 || values.every(value => value === first || areOneUnknown(value, first))) {
    return boolValue(true, first.origin);
  }
  return unknownFrom(open, first.origin);
}

/** All of several judgements on a DAG. */
function allOf({ membersSeparated }: Dag, judgements: readonly Value[]): Value {
  const failed = judgements.find(value => value.kind === 'bool' && !value.value);
  if (failed !== undefined) return failed;
  const open = judgements.filter(value => value.kind === 'unknown');
  return open.length > 0
    ? unknownFrom(open, membersSeparated.origin)
    : (judgements[0] ?? boolValue(true, membersSeparated.origin));
}

/** A member whose region is not stated may be anywhere, so it gives no reason to ask. */
function spansRegions(dag: Dag): Value {
  const { members, membersSeparated } = dag;
  if (members.some(({ platform, placement }) => platform !== 'azure' || placement.site === undefined)) {
    return boolValue(false, membersSeparated.origin);
  }
  const apart = alike(dag, ({ placement }) => placement.site ?? membersSeparated);
  return apart.kind === 'bool' ? boolValue(!apart.value, apart.origin) : apart;
}

function hasDomainController({ members, membersSeparated }: Dag): Value {
  const controller = members.find(({ otherRoles }) =>
    namesIn(otherRoles).some(role => role === 'dc' || role === 'rodc'),
  );
  if (controller !== undefined) return boolValue(true, controller.otherRoles.origin);
  const open = members.flatMap(({ otherRoles }) => (otherRoles.kind === 'unknown' ? [otherRoles] : []));
  return open.length > 0
    ? unknownFrom(open, membersSeparated.origin)
    : boolValue(false, membersSeparated.origin);
}

function witnessIsMember({ members, declared, address, membersSeparated }: Dag): Value {
  const member = members.find(({ otherRoles }) => namesIn(otherRoles).includes('witness'));
  if (member !== undefined) return boolValue(true, member.otherRoles.origin);
  const server = declared.get('witnessServer');
  const { range } = membersSeparated.origin;
  if (server === undefined) return notStated('dag', 'witnessServer', address, range);
  const name = textIn(server)?.toLowerCase().split('.')[0];
  const names = members.flatMap(({ name, computerName }) => [knownText(name), knownText(computerName)]);
  return boolValue(
    names.some(text => text?.toLowerCase() === name),
    server.origin,
  );
}

function mapNumber(value: Value, question: (figure: number) => boolean): Value {
  if (value.kind === 'number') return boolValue(question(value.value), value.origin);
  return value;
}
