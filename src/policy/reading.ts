import type { Fact, FactType, Subject, Supposing } from '../estate/fact.ts';
import { ESTATE_SCHEMA } from '../estate/schema.ts';
import type { Reason } from '../value/unknown.ts';
import { reasonsIn, uniteReasons, unknown } from '../value/unknown.ts';
import type { KnownValue, UnknownValue, Value } from '../value/value.ts';

/** Candidates that are tried for unknown values. */
export type Supposition = ReadonlyMap<UnknownValue, KnownValue>;

/** Thrown where a fact is unknown: CEL's own logic then decides whether that matters. */
export class UnknownFact extends Error {}
const UNKNOWN_FACT = new UnknownFact('unknown');

type Native = string | number | boolean | readonly string[];

/**
 * Reads facts for one attempt at judging a subject, under one supposition, and remembers what it met: the
 * unknowns are the reasons shown to the user when the attempt decides nothing.
 */
export class Reading {
  readonly #supposition: Supposition;
  readonly #assumptions = new Set<string>();
  readonly #failures: string[] = [];
  #unknowns = new Set<UnknownValue>();
  #absent = new Map<string, Fact>();
  #open: UnknownValue | undefined;

  constructor(supposition: Supposition) {
    this.#supposition = supposition;
  }

  /** What was assumed about the facts that were read. */
  get assumptions(): readonly string[] {
    return [...this.#assumptions];
  }

  /** The first unknown value met that is one of a few candidates, and for which none is supposed yet. */
  get open(): UnknownValue | undefined {
    return this.#open;
  }

  readonly suppose: Supposing = value => {
    if (value.kind !== 'unknown') return value;
    const supposed = this.#supposition.get(value);
    if (supposed !== undefined) return value.sensitive === true ? { ...supposed, sensitive: true } : supposed;
    if (value.candidates !== undefined) this.#open ??= value;
    return value;
  };

  /** Forgets what the last expression met. */
  start(): void {
    this.#unknowns = new Set();
    this.#absent = new Map();
    this.#failures.length = 0;
  }

  /** The value of a fact; `undefined` when it is absent. */
  value(subject: Subject, name: string, fact: Fact): Value | undefined {
    const read = fact.read(subject, this.suppose);
    const value = read === undefined ? undefined : this.suppose(read);
    return value === undefined || value.kind === 'null' ? undefined : inType(value, fact.type, name);
  }

  /** The fact as CEL takes it; `undefined` when it is absent. Throws when it is unknown. */
  native(subject: Subject, name: string, fact: Fact): Native | undefined {
    const assumption = fact.assumption?.(subject);
    if (assumption !== undefined) this.#assumptions.add(assumption);
    const value = this.value(subject, name, fact);
    if (value === undefined) {
      this.#absent.set(name, fact);
      return undefined;
    }
    const native = nativeOf(value);
    if (native !== undefined) return native;
    this.meet(value);
    throw UNKNOWN_FACT;
  }

  /** Notes an unknown value. */
  meet(value: Value): void {
    if (value.kind === 'unknown') this.#unknowns.add(value);
    else this.#unknowns.add(unknown(reasonsIn([value]), value.origin));
  }

  /** Notes that an expression failed for another reason than an unknown fact: a division by zero. */
  fail(message: string): void {
    this.#failures.push(message);
  }

  /** What would decide the last expression. */
  get needs(): readonly Reason[] {
    if (this.#unknowns.size > 0) return uniteReasons([...this.#unknowns].map(value => value.reasons));
    if (this.#absent.size > 0) {
      return [...this.#absent].map(([name, { about }]) => ({
        kind: 'declaration',
        text: `nothing states ${name} (${about.replace(/\.$/, '')})`,
      }));
    }
    return this.#failures.map(text => ({
      kind: 'error',
      text: `the policy could not be evaluated: ${text}`,
    }));
  }
}

/** A value of another type than the fact's is an error of the mapper's input, and no answer. */
function inType(value: Value, type: FactType, name: string): Value {
  if (value.kind === 'unknown' || value.kind === type) return value;
  if (type === 'list<string>' && value.kind === 'list') {
    if (value.elements.every(element => element.kind === 'string' || element.kind === 'unknown'))
      return value;
  }
  return unknown(
    { kind: 'error', text: `${name} is not a ${type}`, range: value.origin.range },
    value.origin,
  );
}

function nativeOf(value: Value): Native | undefined {
  if (value.kind === 'string' || value.kind === 'number' || value.kind === 'bool') return value.value;
  if (value.kind !== 'list') return undefined;
  const texts = value.elements.flatMap(element => (element.kind === 'string' ? [element.value] : []));
  return texts.length === value.elements.length ? texts : undefined;
}

/** The way to a fact: `disk.server.name` follows `server` and then reads `name`. */
export interface FactPath {
  readonly relations: readonly string[];
  readonly name: string;
  readonly fact: Fact;
}

/** Finds a fact by its path from a kind of subject, through relations to one other subject; else says why not. */
export function factAt(kind: Subject['kind'], path: string): FactPath | { readonly problem: string } {
  const [root, ...names] = path.split('.');
  if (root !== kind) return { problem: `'${path}' must begin with '${kind}.', the subject of the policy.` };
  const relations: string[] = [];
  let at = kind;
  for (const [index, name] of names.entries()) {
    const { facts, relations: ways } = ESTATE_SCHEMA[at];
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (fact !== undefined && index === names.length - 1) return { relations, name: `${at}.${name}`, fact };
    const way = Object.hasOwn(ways, name) ? ways[name] : undefined;
    if (way === undefined) return { problem: `There is no fact '${name}' of a ${at}.` };
    if (way.many) return { problem: `'${name}' is a list, which a path cannot lead through.` };
    relations.push(name);
    at = way.to;
  }
  return { problem: `'${path}' names a ${at}, not a fact.` };
}

/** The subject whose fact a path names. */
export function ownerAt(subject: Subject, { relations }: FactPath): Subject | undefined {
  let at: Subject | undefined = subject;
  for (const relation of relations) at = at && ESTATE_SCHEMA[at.kind].relations[relation]?.follow(at)[0];
  return at;
}

/** The value of a fact by its path; `undefined` when it is absent. */
export function valueAt(subject: Subject, path: FactPath, reading: Reading): Value | undefined {
  const owner = ownerAt(subject, path);
  return owner === undefined ? undefined : reading.value(owner, path.name, path.fact);
}
