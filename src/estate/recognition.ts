import type { SourceRange } from '../source/range.ts';
import {
  boolValue,
  defaultAt,
  listValue,
  literalAt,
  nullValue,
  numberValue,
  stringValue,
} from '../value/make.ts';
import type { Origin } from '../value/origin.ts';
import { knownText } from '../value/read.ts';
import { unknown } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import type { Declaration, Declarations, ServerDeclaration } from './declarations.ts';
import { declaredValues, serverDeclarations } from './declarations.ts';
import { statedMemory } from './declared-memory.ts';
import { contentsOfDisks } from './disk-contents.ts';
import { CANDIDATE_VERSIONS } from './exchange-versions.ts';
import { cumulativeUpdateIn, dagIn, installEvidence } from './install-evidence.ts';
import type { Hint, Machine, Recognition, Server } from './model.ts';
import { fileSignals, imageSignals, Neighbours, nameSignals } from './name-signals.ts';
import { otherRolesOf } from './other-roles.ts';
import { tagSigns } from './recognition-tags.ts';
import { sendConnectorsIn } from './send-connectors.ts';
import { roleList, type Signal } from './signal.ts';
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
  const setting = dagSetting(hints);
  for (const { kind, text, range } of hints) {
    if (kind !== 'script') continue;
    const evidence = installEvidence(text);
    if (evidence === undefined) continue;
    const origin = literalAt(range);
    const set = dagIn(text);
    const dag = typeof set === 'object' ? (setting ?? set) : set;
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
                  key: 'servers[].dag',
                },
                origin,
              ),
    });
  }
  return signals;
}

/** The name of the DAG that what runs on a machine is given; `undefined` without one, and with several. */
function dagSetting(hints: readonly Hint[]): string | undefined {
  const names = hints.flatMap(({ setting, text, sensitive }) =>
    setting !== undefined && sensitive !== true && /^dag[-_]?name$/i.test(setting) ? [text] : [],
  );
  const [name, ...others] = new Set(names);
  return others.length === 0 ? name : undefined;
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
  const stated = new Map([
    ...installedUpdate(machine),
    ...declaredValues([declarations.estate, ...declared.map(({ facts }) => facts)]),
  ]);
  return {
    ...machine,
    memory: statedMemory(machine.memory, stated),
    disks: contentsOfDisks(machine, roles, declared, used),
    recognisedBy: distinct(signals.map(signal => signal.recognition)),
    certain: signals.some(signal => signal.recognition.by !== 'name'),
    exchangeVersion: first('version') ?? versionNotTold(machine),
    roles: roles ?? listValue([stringValue('mailbox', absent)], absent),
    rolesAssumed: roles === undefined,
    dag: first('dag'),
    hasRelay: hasRelay(machine, declarations),
    sendsByDns: sendsByDns(machine),
    environment: stated.get('environment') ?? tagSigns(machine.tags).environment,
    otherRoles: stated.get('otherRoles') ?? otherRolesOf(machine),
    declared: stated,
  };
}

/** The cumulative update that the machine's scripts install, as exvet.yaml would state it. */
function installedUpdate({ hints }: Machine): ReadonlyMap<string, Value> {
  const told = hints.flatMap(({ kind, text, range }) => {
    const update = kind === 'script' ? cumulativeUpdateIn(text) : undefined;
    return update === undefined ? [] : [numberValue(update, literalAt(range))];
  });
  const [first] = told;
  return first === undefined || told.some(({ value }) => value !== first.value)
    ? new Map()
    : new Map([['cumulativeUpdate', first]]);
}

/** Each text once: an extension names the same archive in several places. */
const distinct = (recognitions: readonly Recognition[]): readonly Recognition[] =>
  recognitions.filter(({ text }, index) => recognitions.findIndex(other => other.text === text) === index);

function versionNotTold({ name, address, resource }: Machine): Value {
  const text = `the Exchange version of ${knownText(name) ?? address} is not told: set exchange for it in exvet.yaml, or tag it exchange-version`;
  const origin = defaultAt(resource.range);
  return unknown({ kind: 'declaration', text, range: resource.range, key: 'servers[].exchange' }, origin, {
    candidates: CANDIDATE_VERSIONS.map(version => stringValue(version, origin)),
  });
}

function hasRelay(machine: Machine, { relays }: Declarations): Value {
  const relay = relays[0];
  if (relay !== undefined) return boolValue(true, declaredAt(relay.range));
  const hint = hintWith(machine, script => sendConnectorsIn(script).bySmartHost);
  return hint === undefined
    ? boolValue(false, defaultAt(machine.resource.range))
    : boolValue(true, literalAt(hint.range));
}

function sendsByDns(machine: Machine): Value {
  const told = hintWith(machine, script => sendConnectorsIn(script).byDns === true);
  if (told !== undefined) return boolValue(true, literalAt(told.range));
  const open = hintWith(machine, script => sendConnectorsIn(script).byDns === 'unknown');
  if (open === undefined) return boolValue(false, defaultAt(machine.resource.range));
  const text = 'a script computes whether a send connector of it looks up recipients in DNS';
  return unknown({ kind: 'unsupported', text, range: open.range }, literalAt(open.range));
}

const hintWith = ({ hints }: Machine, isTold: (script: string) => boolean): Hint | undefined =>
  hints.find(({ kind, text }) => kind === 'script' && isTold(text));
