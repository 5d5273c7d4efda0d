import { DECLARED_FACTS, type DeclaredFact, type DeclaredKind } from '../estate/declared-facts.ts';
import type { Disk, Server } from '../estate/model.ts';
import { knownText } from '../value/read.ts';
import type { Value } from '../value/value.ts';
import { sortOpenFacts } from './open-facts.ts';
import type { Report } from './report.ts';

/**
 * A starter `exvet.yaml`: the servers that were recognised, stated so that they are certain, and every fact that would
 * decide an undecided check as a line to complete, commented out, with the rules that wait for it.
 */
export function starterConfig(report: Report): string {
  const facts = factsBySubject(report);
  const servers = new Map(report.servers.map(({ server }) => [server.address, server]));
  const sections = [
    section(
      'servers',
      [...servers.values()].map(server => serverEntry(server, facts.of('server', server.address))),
    ),
    section('dags', facts.entries('dag', dagEntry)),
    section('hosts', facts.entries('host', hostEntry)),
    estateSection(facts.of('estate', '')),
  ];
  return [
    '# What exvet recognised. Check it, and complete the lines that are commented out: each names the rules that',
    '# wait for it. A machine that is not an Exchange server gets `exchange: none`.',
    'version: 1',
    ...sections.filter(lines => lines.length > 0).flatMap(lines => ['', ...lines]),
    '',
  ].join('\n');
}

interface WaitingFact {
  readonly name: string;
  readonly fact: Pick<DeclaredFact, 'about' | 'unit' | 'values'>;
  readonly rules: readonly string[];
}

/** The facts that checks wait for, by what they are about. */
class WaitingFacts {
  readonly #facts = new Map<string, Map<string, WaitingFact[]>>();

  add(kind: DeclaredKind, subject: string, waiting: WaitingFact): void {
    const subjects = this.#facts.get(kind) ?? new Map<string, WaitingFact[]>();
    subjects.set(subject, [...(subjects.get(subject) ?? []), waiting]);
    this.#facts.set(kind, subjects);
  }

  of(kind: DeclaredKind, subject: string): readonly WaitingFact[] {
    return this.#facts.get(kind)?.get(subject) ?? [];
  }

  entries(
    kind: DeclaredKind,
    entry: (subject: string, facts: readonly WaitingFact[]) => readonly string[],
  ): readonly (readonly string[])[] {
    return [...(this.#facts.get(kind) ?? [])].map(([subject, facts]) => entry(subject, facts));
  }
}

/** It is no declared fact, since it says what a server belongs to. */
const DAG: Pick<DeclaredFact, 'about'> = { about: 'The DAG that it is a member of; null for none.' };

const KEY = /^(server|dag|host)s\[\]\.(\w+)$|^(estate)\.(\w+)$/;

function factsBySubject(report: Report): WaitingFacts {
  const found = new WaitingFacts();
  for (const { key, rules, subjects } of sortOpenFacts(report.findings).openFacts) {
    const match = KEY.exec(key);
    const kind = (match?.[1] ?? match?.[3]) as DeclaredKind | undefined;
    const name = match?.[2] ?? match?.[4];
    if (kind === undefined || name === undefined) continue;
    const fact = kind === 'server' && name === 'dag' ? DAG : DECLARED_FACTS[kind][name];
    if (fact === undefined) continue;
    const about = kind === 'estate' ? [''] : subjects;
    for (const subject of about) found.add(kind, subject, { name, fact, rules });
  }
  return found;
}

const section = (name: string, entries: readonly (readonly string[])[]): readonly string[] =>
  entries.length === 0 ? [] : [`${name}:`, ...entries.flat()];

function serverEntry(server: Server, facts: readonly WaitingFact[]): readonly string[] {
  if (server.failoverOf !== undefined) return failoverEntry(server, facts);
  const signs = server.recognisedBy.map(({ text }) => text).join('; ');
  const version = knownText(server.exchangeVersion);
  const roles = textsOf(server.roles);
  return [
    `  # ${oneLine(server.certain ? `Recognised by ${signs}.` : `Recognised by ${signs} alone: is it one?`)}`,
    `  - match: ${quoted(server.address)}`,
    version === undefined
      ? '    # exchange:  # 2013, 2016, 2019 or SE: nothing tells it'
      : `    exchange: ${quoted(version)}`,
    ...(roles === undefined ? [] : [rolesLine(roles, server.rolesAssumed)]),
    ...(facts.some(({ name }) => name === 'dag') ? [] : dagLine(server.dag)),
    ...facts.filter(({ name }) => name !== 'exchange').map(waiting => factLine('    ', waiting)),
    ...disksOf(server),
  ];
}

/** A machine after a failover is what its source is: only what is asked of it alone is left to state. */
function failoverEntry(server: Server, facts: readonly WaitingFact[]): readonly string[] {
  const lines = facts.filter(({ name }) => name !== 'exchange');
  if (lines.length === 0) return [];
  return [
    `  # ${oneLine(`What ${server.failoverOf ?? ''} becomes in a failover.`)}`,
    `  - match: ${quoted(server.address)}`,
    ...lines.map(waiting => factLine('    ', waiting)),
  ];
}

const rolesLine = (roles: readonly string[], assumed: boolean): string =>
  assumed
    ? `    # roles: [${roles.join(', ')}]  # assumed: nothing tells them`
    : `    roles: [${roles.join(', ')}]`;

function dagLine(dag: Value | undefined): readonly string[] {
  if (dag === undefined) return [];
  if (dag.kind === 'null') return ['    dag: null'];
  const name = knownText(dag);
  return [name === undefined ? '    # dag:  # its name is not told' : `    dag: ${quoted(name)}`];
}

function disksOf({ disks }: Server): readonly string[] {
  const lines = disks.filter(({ isOs }) => !isOs).flatMap(diskLines);
  if (lines.length === 0) return [];
  const head = lines.every(line => line.startsWith('      #')) ? '    # disks:' : '    disks:';
  return [head, ...lines];
}

function diskLines(disk: Disk): readonly string[] {
  const slot = /^(?:lun|unit) (\d+)$/.exec(disk.slot)?.[1];
  const name = knownText(disk.name);
  const match =
    slot === undefined ? (name === undefined ? undefined : `name: ${quoted(name)}`) : `lun: [${slot}]`;
  if (match === undefined) return [];
  const { role, assumed, toldBy } = disk.contents;
  const holds = knownText(role);
  if (assumed || holds === undefined || holds === 'exchange') {
    return [
      `      # - match: { ${match} }  # taken for Exchange data: nothing tells what it holds`,
      '      #   holds: [database, log]',
    ];
  }
  const sign = toldBy === undefined ? '' : `  # by ${oneLine(toldBy.text)}`;
  return [`      - match: { ${match} }`, `        holds: [${holds}]${sign}`];
}

const dagEntry = (address: string, facts: readonly WaitingFact[]): readonly string[] => [
  `  - name: ${quoted(address.replace(/^dag\./, ''))}`,
  ...facts.map(waiting => factLine('    ', waiting)),
];

const hostEntry = (address: string, facts: readonly WaitingFact[]): readonly string[] => [
  `  - match: ${quoted(address)}`,
  ...facts.map(waiting => factLine('    ', waiting)),
];

const estateSection = (facts: readonly WaitingFact[]): readonly string[] =>
  facts.length === 0
    ? []
    : ['# estate:', ...facts.map(waiting => factLine('  ', waiting).replace('  # ', '#   '))];

/** A line to complete. */
function factLine(indent: string, { name, fact, rules }: WaitingFact): string {
  const { about, unit, values } = fact;
  const choice = values === undefined ? about : `${about} One of ${values.join(', ')}.`;
  const said = unit === undefined ? choice : `${choice} In ${unit}.`;
  return `${indent}# ${name}:  # ${rules.join(', ')}: ${said}`;
}

const textsOf = (list: Value): readonly string[] | undefined =>
  list.kind === 'list' ? list.elements.flatMap(element => knownText(element) ?? []) : undefined;

/** JSON strings are YAML strings. */
const quoted = (text: string): string => JSON.stringify(text);

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
