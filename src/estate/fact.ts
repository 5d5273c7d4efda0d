import type { Value } from '../value/value.ts';
import type { Dag, Disk, Host, Platform, Replication, Server } from './model.ts';

/** How the facts of the estate are described; `schema.ts` has the facts. */

/** What a policy can be about. */
export type Subject =
  | { readonly kind: 'server'; readonly server: Server }
  | { readonly kind: 'disk'; readonly disk: Disk; readonly server: Server }
  | { readonly kind: 'dag'; readonly dag: Dag }
  /** The network of one server. */
  | { readonly kind: 'network'; readonly server: Server }
  | { readonly kind: 'host'; readonly host: Host }
  /** Those hosts that are clusters. */
  | { readonly kind: 'cluster'; readonly host: Host }
  | { readonly kind: 'replication'; readonly replication: Replication };

export type JudgedKind = Subject['kind'];
export const JUDGED_KINDS: readonly JudgedKind[] = [
  'server',
  'disk',
  'dag',
  'network',
  'host',
  'cluster',
  'replication',
];
export const PLATFORMS: readonly Platform[] = ['azure', 'vsphere', 'hyper-v', 'azure-local', 'scvmm', 'asr'];

/**
 * Stands in for a value while a policy is judged: an unknown one is replaced by the candidate that is
 * being tried, when there is one.
 */
export type Supposing = (value: Value) => Value;

export type FactType = 'string' | 'number' | 'bool' | 'list<string>';

/** A fact about one kind of subject. */
export interface Row<S> {
  readonly type: FactType;
  readonly about: string;
  readonly unit?: string;
  /** Every text that it can have. */
  readonly values?: readonly string[];
  /** `undefined` when the fact does not apply to the subject, or nothing states it. */
  readonly read: (subject: S, supposing: Supposing) => Value | undefined;
  /** What was assumed about it, for the reader of a finding that rests on it. */
  readonly assumption?: (subject: S) => string | undefined;
}

export type Fact = Row<Subject>;

/** The way from a subject to others: to one, or to a list. */
export interface Relation {
  readonly to: JudgedKind;
  readonly many: boolean;
  readonly about: string;
  readonly follow: (subject: Subject) => readonly Subject[];
}

export interface SubjectSchema {
  readonly about: string;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly relations: Readonly<Record<string, Relation>>;
}

type SubjectOf<K extends JudgedKind> = Extract<Subject, { kind: K }>;

const isKind = <K extends JudgedKind>(subject: Subject, kind: K): subject is SubjectOf<K> =>
  subject.kind === kind;

/** Rows about one kind of subject as facts of any: they are absent on the other kinds. */
export function factsOf<K extends JudgedKind>(
  kind: K,
  rows: Readonly<Record<string, Row<SubjectOf<K>>>>,
): Readonly<Record<string, Fact>> {
  return Object.fromEntries(
    Object.entries(rows).map(([name, row]) => {
      const { assumption } = row;
      const fact: Fact = {
        type: row.type,
        about: row.about,
        ...(row.unit === undefined ? {} : { unit: row.unit }),
        ...(row.values === undefined ? {} : { values: row.values }),
        read: (subject, supposing) => (isKind(subject, kind) ? row.read(subject, supposing) : undefined),
        ...(assumption === undefined
          ? {}
          : { assumption: (subject: Subject) => (isKind(subject, kind) ? assumption(subject) : undefined) }),
      };
      return [name, fact];
    }),
  );
}

/** A relation from one kind of subject; the others do not have it. */
export function relation<K extends JudgedKind>(
  from: K,
  to: JudgedKind,
  many: 'one' | 'many',
  about: string,
  follow: (subject: SubjectOf<K>) => readonly Subject[],
): Relation {
  return {
    to,
    many: many === 'many',
    about,
    follow: subject => (isKind(subject, from) ? follow(subject) : []),
  };
}
