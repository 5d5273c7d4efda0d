import { TypeError as CelTypeError, Environment, ParseError } from '@marcbachmann/cel-js';
import { type FactType, JUDGED_KINDS, type JudgedKind, type Subject } from '../estate/fact.ts';
import { ESTATE_SCHEMA } from '../estate/schema.ts';
import { didYouMean } from '../source/spelling.ts';
import { impossibleText } from './compared-text.ts';
import { type Reading, UnknownFact } from './reading.ts';

/**
 * CEL over the estate. Facts are typed fields of the subjects, so that a misspelt one is rejected when a
 * policy loads; they are read through getters that throw when the fact is unknown. CEL lets `&&`, `||`,
 * `all` and `exists` absorb an error when their other side decides, which is exactly three-valued logic.
 *
 * How the library treats numbers: integer literals are BigInt, and facts are doubles, whatever their
 * value. It compares the two, but knows neither `==` nor arithmetic between them; `environment` adds those.
 * An absent fact is an error too, as an absent field is in CEL: ask `has(disk.sku)` first.
 */

/** What every policy sees besides its subject. */
export interface Run {
  /** The day on which it is judged: an ISO date. */
  readonly date: string;
  /** Judge what Microsoft only implies as strictly as what it states. */
  readonly strict: boolean;
  /** Environments whose errors are warnings. */
  readonly labs?: readonly string[];
}

class RunView {
  readonly date: string;
  readonly dateInOneYear: string;
  readonly strict: boolean;

  constructor({ date, strict }: Run) {
    this.date = date;
    this.dateInOneYear = `${String(Number(date.slice(0, 4)) + 1).padStart(4, '0')}${date.slice(4)}`;
    this.strict = strict;
  }
}

/** A subject as CEL sees it: its facts and relations are getters of the classes that extend this one. */
class SubjectView {
  readonly subject: Subject;
  readonly reading: Reading;

  constructor(subject: Subject, reading: Reading) {
    this.subject = subject;
    this.reading = reading;
  }
}

type ViewClass = new (subject: Subject, reading: Reading) => SubjectView;

/** The library tells types apart by constructor, so each kind of subject has a class of its own. */
const VIEWS: Readonly<Record<JudgedKind, ViewClass>> = {
  server: viewClass('server'),
  disk: viewClass('disk'),
  dag: viewClass('dag'),
  network: viewClass('network'),
  host: viewClass('host'),
  cluster: viewClass('cluster'),
  replication: viewClass('replication'),
};

function viewClass(kind: JudgedKind): ViewClass {
  class View extends SubjectView {}
  const { facts, relations } = ESTATE_SCHEMA[kind];
  for (const [name, fact] of Object.entries(facts)) {
    Object.defineProperty(View.prototype, name, {
      get(this: SubjectView) {
        return this.reading.native(this.subject, `${kind}.${name}`, fact);
      },
    });
  }
  for (const [name, { many, follow }] of Object.entries(relations)) {
    Object.defineProperty(View.prototype, name, {
      get(this: SubjectView) {
        const views = follow(this.subject).map(subject => viewOf(subject, this.reading));
        return many ? views : views[0];
      },
    });
  }
  return View;
}

const viewOf = (subject: Subject, reading: Reading): SubjectView => new VIEWS[subject.kind](subject, reading);

const CEL_TYPES: Readonly<Record<FactType, string>> = {
  string: 'string',
  number: 'double',
  bool: 'bool',
  'list<string>': 'list<string>',
};

const typeName = (kind: JudgedKind): string => kind.charAt(0).toUpperCase() + kind.slice(1);

let sharedEnvironment: Environment | undefined;
const environments = new Map<JudgedKind, Environment>();
const expressions = new Map<string, Expression>();

/** The environment for policies about one kind of subject, made once. */
function environment(kind: JudgedKind): Environment {
  let made = environments.get(kind);
  if (made === undefined) {
    sharedEnvironment ??= environmentOfAll();
    made = sharedEnvironment.clone().registerVariable(kind, typeName(kind)).registerVariable('run', 'Run');
    environments.set(kind, made);
  }
  return made;
}

/** The types and operators that all kinds of subjects share. */
function environmentOfAll(): Environment {
  const made = new Environment();
  for (const name of JUDGED_KINDS) {
    made.registerType(typeName(name), { ctor: VIEWS[name], fields: fieldsOf(name) });
  }
  made.registerType('Run', {
    ctor: RunView,
    fields: { date: 'string', dateInOneYear: 'string', strict: 'bool' },
  });
  addMixedArithmetic(made);
  return made;
}

function fieldsOf(kind: JudgedKind): Record<string, string> {
  const fields: Record<string, string> = {};
  const { facts, relations } = ESTATE_SCHEMA[kind];
  for (const [name, { type }] of Object.entries(facts)) fields[name] = CEL_TYPES[type];
  for (const [name, { to, many }] of Object.entries(relations)) {
    fields[name] = many ? `list<${typeName(to)}>` : typeName(to);
  }
  return fields;
}

function addMixedArithmetic(to: Environment): void {
  // Registering one order of `==` gives the other and `!=` as well.
  to.registerOperator('double == int', (a: number, b: bigint) => a === Number(b));
  for (const [left, right] of [
    ['double', 'int'],
    ['int', 'double'],
  ]) {
    type Mixed = number | bigint;
    to.registerOperator(`${left} + ${right}: double`, (a: Mixed, b: Mixed) => Number(a) + Number(b));
    to.registerOperator(`${left} - ${right}: double`, (a: Mixed, b: Mixed) => Number(a) - Number(b));
    to.registerOperator(`${left} * ${right}: double`, (a: Mixed, b: Mixed) => Number(a) * Number(b));
    to.registerOperator(`${left} / ${right}: double`, (a: Mixed, b: Mixed) => Number(a) / Number(b));
  }
}

type Expression = (context: Record<string, unknown>) => unknown;

/** A mistake in an expression; the offsets count from its start. */
export interface ExpressionProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Type-checks a condition; `undefined` when it is right. */
export function checkCondition(kind: JudgedKind, text: string): ExpressionProblem | undefined {
  const { valid, type, error } = environment(kind).check(text);
  if (valid) {
    if (type === 'bool') return impossibleText(environment(kind).parse(text).ast);
    return {
      message: `A condition must be true or false, but this is of type ${type}.`,
      start: 0,
      end: text.length,
    };
  }
  if (!(error instanceof ParseError || error instanceof CelTypeError)) {
    return { message: String(error), start: 0, end: text.length };
  }
  const { code, summary, range = { start: 0, end: text.length } } = error;
  const word = text.slice(range.start, range.end);
  return { message: code === 'no_such_key' ? noSuchFact(word) : `${summary}.`, ...range };
}

function noSuchFact(name: string): string {
  const known = JUDGED_KINDS.flatMap(kind => Object.keys(fieldsOf(kind)));
  return `There is no fact '${name}' here.${didYouMean(name, known)}`;
}

/**
 * Evaluates a condition, which must be well typed. `undefined` when it cannot be told; `reading` then knows
 * what would decide it.
 */
export function holds(text: string, subject: Subject, run: Run, reading: Reading): boolean | undefined {
  const key = `${subject.kind}\0${text}`;
  let expression = expressions.get(key);
  if (expression === undefined) {
    expression = environment(subject.kind).parse(text);
    expressions.set(key, expression);
  }
  reading.start();
  try {
    const answer = expression({ [subject.kind]: viewOf(subject, reading), run: new RunView(run) });
    return typeof answer === 'boolean' ? answer : undefined;
  } catch (error) {
    if (!(error instanceof UnknownFact)) reading.fail(error instanceof Error ? firstLine(error.message) : '');
    return undefined;
  }
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';
