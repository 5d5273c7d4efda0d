import { baseName, folderOf } from '../source/path.ts';
import type { SourceRange } from '../source/range.ts';
import { boolValue, defaultAt, listValue, literalAt, nullValue, stringValue } from '../value/make.ts';
import type { Origin } from '../value/origin.ts';
import { knownText, textIn } from '../value/read.ts';
import { unknown } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import type { Declaration, Declarations, ServerDeclaration } from './declarations.ts';
import { serverDeclarations } from './declarations.ts';
import { contentsOfDisks } from './disk-contents.ts';
import { CANDIDATE_VERSIONS, type ExchangeVersion } from './exchange-versions.ts';
import { dagIn, installEvidence, sendConnectorsIn } from './install-evidence.ts';
import type { Hint, Machine, Recognition, Server } from './model.ts';
import { exchangeSignIn, type NameSign, numberedName, otherRoleIn } from './recognition-names.ts';
import { tagSigns, versionInWords } from './recognition-tags.ts';
import { vetoOf } from './vetoes.ts';

/**
 * Which machines are Exchange servers. Strongest first: what `exvet.yaml` says, tags, what is installed,
 * the image, names. A stronger signal settles what a weaker one also tells (the version, the roles).
 */
export interface RecognisedMachines {
  readonly servers: readonly Server[];
  readonly others: readonly Machine[];
  /** The declarations that matched a machine or a disk of one. */
  readonly used: ReadonlySet<Declaration>;
}

export function recogniseServers(
  machines: readonly Machine[],
  declarations: Declarations,
): RecognisedMachines {
  const neighbours = new Neighbours(machines);
  const examined = machines.map(machine => {
    const declared = serverDeclarations(declarations, machine.address);
    return { machine, declared, signals: signalsFor(machine, declared, neighbours) };
  });
  // A file is called after the machine in it that is one by its own signs, not after its neighbours.
  const filesOfServers = new Set(
    examined.filter(({ signals }) => signals.length > 0).map(({ machine }) => fileOf(machine)),
  );
  const used = new Set<Declaration>();
  const servers: Server[] = [];
  const others: Machine[] = [];
  for (const { machine, declared, signals } of examined) {
    for (const declaration of declared) used.add(declaration);
    const mayGoByFile = signals.length === 0 && declared.length === 0 && !filesOfServers.has(fileOf(machine));
    const found = mayGoByFile ? fileSignals(machine) : signals;
    if (found.length === 0) others.push(machine);
    else servers.push(serverFrom(machine, found, declared, declarations, used));
  }
  return { servers, others, used };
}

const fileOf = ({ resource }: Machine): string => resource.range.file.path;

/** One thing that speaks for an Exchange server, and what it tells beside that. */
interface Signal {
  readonly recognition: Recognition;
  readonly version?: Value | undefined;
  readonly roles?: Value | undefined;
  readonly dag?: Value | undefined;
}

/** All signals for a machine, strongest first; none when it is not an Exchange server. */
function signalsFor(
  machine: Machine,
  declared: readonly ServerDeclaration[],
  neighbours: Neighbours,
): readonly Signal[] {
  const declaration = declaredSignal(declared);
  if (declaration === 'denied') return [];
  const tags = tagSigns(machine.tags);
  if (declaration === undefined && tags.isExchange === false) return [];

  const stated = declaration === undefined ? [] : [declaration];
  const tagged = tags.recognitions.map((recognition): Signal => ({ ...tags, recognition }));
  const veto = vetoOf(machine);
  if (veto?.isAbsolute === true && declaration === undefined && !tags.isOwn) return [];
  const strong = [...stated, ...tagged, ...installSignals(machine)];
  return veto === undefined
    ? [...strong, ...imageSignals(machine), ...nameSignals(machine, neighbours)]
    : strong;
}

/** What the declarations together say; where several speak of one thing, the last one counts. */
function declaredSignal(declared: readonly ServerDeclaration[]): Signal | 'denied' | undefined {
  const last = declared.at(-1);
  if (last === undefined) return undefined;
  const exchange = declared.findLast(entry => entry.exchange !== undefined)?.exchange;
  if (exchange?.value === 'none') return 'denied';
  const roles = declared.findLast(entry => entry.roles !== undefined)?.roles;
  const dag = declared.findLast(entry => entry.dag !== undefined)?.dag;
  return {
    recognition: { by: 'configuration', text: `exvet.yaml '${last.match.value}'`, range: last.match.range },
    version: exchange === undefined ? undefined : stringValue(exchange.value, declaredAt(exchange.range)),
    roles:
      roles?.[0] === undefined
        ? undefined
        : listValue(
            roles.map(role => stringValue(role.value, declaredAt(role.range))),
            declaredAt(roles[0].range),
          ),
    dag:
      dag === undefined
        ? undefined
        : dag.value === null
          ? nullValue(declaredAt(dag.range))
          : stringValue(dag.value, declaredAt(dag.range)),
  };
}

const declaredAt = (range: SourceRange): Origin => ({ kind: 'declared', range });

function installSignals({ hints }: Machine): readonly Signal[] {
  const signals: Signal[] = [];
  for (const { kind, text, range } of hints) {
    if (kind !== 'script') continue;
    const evidence = installEvidence(text);
    if (evidence === undefined) continue;
    const origin = literalAt(range);
    const dag = dagIn(text);
    signals.push({
      recognition: { by: 'install', text: `it installs Exchange: ${evidence.text}`, range },
      version: evidence.version === undefined ? undefined : stringValue(evidence.version, origin),
      roles: roleList(evidence.roles, origin),
      dag:
        dag === undefined
          ? undefined
          : typeof dag === 'string'
            ? stringValue(dag, origin)
            : unknown(
                {
                  kind: 'declaration',
                  text: 'the DAG that a script sets up has no name that exvet can read: set dag in exvet.yaml',
                  range,
                },
                origin,
              ),
    });
  }
  return signals;
}

function imageSignals({ hints }: Machine): readonly Signal[] {
  return hints.flatMap(({ kind, text, range }) => {
    if (kind !== 'image') return [];
    const name = /\/images\/([^/]+)/i.exec(text)?.[1] ?? baseName(text);
    const sign = exchangeSignIn(name);
    if (sign === undefined || !/exch|mbx/.test(sign.word)) return [];
    return [signalOfName(sign, 'image', `image '${name}'`, literalAt(range), true)];
  });
}

interface NamedBy {
  readonly what: string;
  readonly text: string;
  readonly origin: Origin;
  /** A text of a smaller rank says more about the machine itself. */
  readonly rank: number;
}

const HINT_RANKS: Readonly<Partial<Record<Hint['kind'], readonly [rank: number, what: string]>>> = {
  label: [1, 'resource label'],
  key: [1, 'instance key'],
  annotation: [1, 'annotation'],
  call: [2, 'module or deployment'],
};

function nameSignals(machine: Machine, neighbours: Neighbours): readonly Signal[] {
  const named = namesOf(machine);
  const isWindows = textIn(machine.os.family) === 'windows';
  const found = named.flatMap(by => {
    const sign = exchangeSignIn(by.text);
    return sign === undefined || (sign.needsWindows && !isWindows) ? [] : [{ ...by, sign }];
  });
  const strongest = Math.min(...found.map(({ rank }) => rank));
  // In `module "exchange"` a machine `dc01` is a domain controller.
  if (named.some(({ rank, text }) => rank < strongest && otherRoleIn(text) !== undefined)) return [];
  return found.map(({ what, text, origin, sign }) => {
    const version = what === 'annotation' ? (sign.version ?? versionInProse(text)) : sign.version;
    const told = { ...sign, version };
    return signalOfName(told, 'name', `${what} '${text}'`, origin, !neighbours.areNumbered(machine, text));
  });
}

/** `Exchange Server SE, Mailbox role`; a year elsewhere in a note may be that of Windows. */
function versionInProse(text: string): ExchangeVersion | undefined {
  const words = /\bexchange(?:\s+server)?\s+(?:20\d\d|se|subscription edition)\b/i.exec(text)?.[0];
  return words === undefined ? undefined : versionInWords(words);
}

function namesOf(machine: Machine): readonly NamedBy[] {
  const names: NamedBy[] = [];
  for (const [what, value] of [
    ['name', machine.name],
    ['computer name', machine.computerName],
  ] as const) {
    const text = value?.sensitive === true ? undefined : knownText(value);
    if (value !== undefined && text !== undefined) names.push({ what, text, origin: value.origin, rank: 0 });
  }
  for (const { kind, text, range } of machine.hints) {
    const ranked = HINT_RANKS[kind];
    if (ranked !== undefined)
      names.push({ what: ranked[1], text, origin: literalAt(range), rank: ranked[0] });
  }
  return names;
}

/** The weakest sign: a Windows machine that nothing else describes, in a file or folder called after Exchange. */
function fileSignals(machine: Machine): readonly Signal[] {
  if (textIn(machine.os.family) !== 'windows' || vetoOf(machine) !== undefined) return [];
  if (tagSigns(machine.tags).isExchange === false) return [];
  if (namesOf(machine).some(({ text }) => otherRoleIn(text) !== undefined)) return [];
  return machine.hints.flatMap(({ kind, text, range }) => {
    if (kind !== 'file') return [];
    const file = baseName(text).replace(/\.[a-z.]+$/i, '');
    for (const [what, name] of [
      ['file', file],
      ['folder', baseName(folderOf(text))],
    ] as const) {
      const sign = exchangeSignIn(name);
      if (sign !== undefined && !sign.needsWindows) {
        return [signalOfName(sign, 'name', `${what} '${name}'`, literalAt(range), false)];
      }
    }
    return [];
  });
}

function signalOfName(
  sign: NameSign,
  by: 'image' | 'name',
  text: string,
  origin: Origin,
  numbersAreVersions: boolean,
): Signal {
  const tellsVersion = !sign.versionMayBeNumber || numbersAreVersions;
  return {
    recognition: { by, text, range: origin.range },
    version: sign.version === undefined || !tellsVersion ? undefined : stringValue(sign.version, origin),
    roles: roleList(sign.roles, origin),
  };
}

const roleList = (roles: readonly string[], origin: Origin): Value | undefined =>
  roles.length === 0
    ? undefined
    : listValue(
        roles.map(role => stringValue(role, origin)),
        origin,
      );

/** The names of the machines around: `ex16` beside `ex15` and `ex17` is the sixteenth, not an Exchange 2016. */
class Neighbours {
  readonly #numbersByStem = new Map<string, Set<number>>();

  constructor(machines: readonly Machine[]) {
    for (const machine of machines) {
      for (const { text } of namesOf(machine)) {
        const name = numberedName(text);
        if (name === undefined) continue;
        const numbers = this.#numbersByStem.get(name.stem) ?? new Set();
        this.#numbersByStem.set(name.stem, numbers.add(name.number));
      }
    }
  }

  areNumbered(machine: Machine, text: string): boolean {
    if (typeof machine.resource.instanceKey === 'number') return true;
    const name = numberedName(text);
    const numbers = name === undefined ? undefined : this.#numbersByStem.get(name.stem);
    return numbers !== undefined && [...numbers].some(number => ![10, 13, 16, 19].includes(number));
  }
}

function serverFrom(
  machine: Machine,
  signals: readonly Signal[],
  declared: readonly ServerDeclaration[],
  declarations: Declarations,
  used: Set<Declaration>,
): Server {
  const absent = defaultAt(machine.resource.range);
  const first = <K extends 'version' | 'roles' | 'dag'>(key: K): Value | undefined =>
    signals.find(signal => signal[key] !== undefined)?.[key];
  const roles = first('roles');
  return {
    ...machine,
    disks: contentsOfDisks(machine, declared, used),
    recognisedBy: distinct(signals.map(signal => signal.recognition)),
    certain: signals.some(signal => signal.recognition.by !== 'name'),
    exchangeVersion: first('version') ?? versionNotTold(machine),
    roles: roles ?? listValue([stringValue('mailbox', absent)], absent),
    rolesAssumed: roles === undefined,
    dag: first('dag'),
    hasRelay: hasRelay(machine, declarations),
    sendsByDns: sendsByDns(machine),
    environment: tagSigns(machine.tags).environment,
  };
}

/** Each text once: an extension names the same archive in several places. */
const distinct = (recognitions: readonly Recognition[]): readonly Recognition[] =>
  recognitions.filter(({ text }, index) => recognitions.findIndex(other => other.text === text) === index);

function versionNotTold({ name, address, resource }: Machine): Value {
  const text = `the Exchange version of ${knownText(name) ?? address} is not told: set exchange for it in exvet.yaml, or tag it exchange-version`;
  const origin = defaultAt(resource.range);
  return unknown({ kind: 'declaration', text, range: resource.range }, origin, {
    candidates: CANDIDATE_VERSIONS.map(version => stringValue(version, origin)),
  });
}

function hasRelay(machine: Machine, { relays }: Declarations): Value {
  const relay = relays[0];
  if (relay !== undefined) return boolValue(true, declaredAt(relay.range));
  return connectorFact(machine, text => sendConnectorsIn(text).bySmartHost);
}

const sendsByDns = (machine: Machine): Value => connectorFact(machine, text => sendConnectorsIn(text).byDns);

function connectorFact({ hints, resource }: Machine, isTold: (script: string) => boolean): Value {
  const hint = hints.find(({ kind, text }) => kind === 'script' && isTold(text));
  return hint === undefined
    ? boolValue(false, defaultAt(resource.range))
    : boolValue(true, literalAt(hint.range));
}
