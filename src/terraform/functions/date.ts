import { numberValue, stringValue } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import { isProblem, Problem } from '../problem.ts';
import { textArgument } from './arguments.ts';
import { type FunctionTable, NUMBER, type Signature, STRING, strict, text } from './signature.ts';

export const DATE_FUNCTIONS: FunctionTable = {
  formatdate: strict([text('format'), text('time')], STRING, ([format, time], call) => {
    const moment = parseTime(textArgument(time), 1);
    return isProblem(moment) ? moment : formatDate(textArgument(format), moment, call.origin);
  }),
  timeadd: strict([text('timestamp'), text('duration')], STRING, ([time, duration], call) => {
    const moment = parseTime(textArgument(time), 0);
    if (isProblem(moment)) return moment;
    const nanoseconds = parseDuration(textArgument(duration));
    if (isProblem(nanoseconds)) return nanoseconds;
    const later = { ...moment, nanoseconds: moment.nanoseconds + nanoseconds };
    return stringValue(timestampText(later), call.origin);
  }),
  timecmp: strict([text('timestamp_a'), text('timestamp_b')], NUMBER, ([a, b], call) => {
    const left = parseTime(textArgument(a), 0);
    if (isProblem(left)) return left;
    const right = parseTime(textArgument(b), 1);
    if (isProblem(right)) return right;
    const order = left.nanoseconds < right.nanoseconds ? -1 : left.nanoseconds > right.nanoseconds ? 1 : 0;
    return numberValue(order, call.origin);
  }),
  timestamp: clock('timestamp'),
  plantimestamp: clock('plantimestamp'),
};

function clock(name: string): Signature {
  return strict([], STRING, (_, call) =>
    unknown({ kind: 'impure', text: `${name}() is the time of the deployment` }, call.origin, {
      type: STRING,
    }),
  );
}

/** A point in time as RFC 3339 writes it. */
interface Moment {
  /** Since 1970-01-01T00:00:00Z. */
  readonly nanoseconds: bigint;
  /** East of Greenwich. */
  readonly offsetMinutes: number;
}

const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:(Z)|([+-])(\d\d):(\d\d))$/;

function parseTime(given: string, argument: number): Moment | Problem {
  const match = RFC3339.exec(given);
  const refused = new Problem(`not a valid RFC3339 timestamp: ${JSON.stringify(given)}`, argument);
  if (match === null) return refused;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  if (year === undefined || month === undefined || day === undefined) return refused;
  if (hour === undefined || minute === undefined || second === undefined) return refused;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists || hour > 23 || minute > 59 || second > 59) return refused;
  const [offsetHours, offsetMinute] = [Number(match[10] ?? 0), Number(match[11] ?? 0)];
  if (offsetHours > 23 || offsetMinute > 59) return refused;
  const offset = offsetHours * 60 + offsetMinute;
  const offsetMinutes = match[9] === '-' ? -offset : offset;
  const fraction = BigInt((match[7] ?? '').slice(0, 9).padEnd(9, '0'));
  return {
    nanoseconds: BigInt(date.getTime() - offsetMinutes * 60_000) * 1_000_000n + fraction,
    offsetMinutes,
  };
}

/** A date whose UTC fields are the local ones of the moment. */
function localDate(moment: Moment): Date {
  const milliseconds = moment.nanoseconds / 1_000_000n - (moment.nanoseconds % 1_000_000n < 0n ? 1n : 0n);
  return new Date(Number(milliseconds) + moment.offsetMinutes * 60_000);
}

const padded = (value: number, width = 2): string => String(value).padStart(width, '0');

function offsetText(moment: Moment, colon: string): string {
  const minutes = Math.abs(moment.offsetMinutes);
  const sign = moment.offsetMinutes < 0 ? '-' : '+';
  return `${sign}${padded(Math.floor(minutes / 60))}${colon}${padded(minutes % 60)}`;
}

function timestampText(moment: Moment): string {
  const local = localDate(moment);
  const date = `${padded(local.getUTCFullYear(), 4)}-${padded(local.getUTCMonth() + 1)}-${padded(local.getUTCDate())}`;
  const time = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()];
  const zone = moment.offsetMinutes === 0 ? 'Z' : offsetText(moment, ':');
  return `${date}T${time.map(part => padded(part)).join(':')}${zone}`;
}

const NANOSECONDS: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['µs', 1_000n],
  ['μs', 1_000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
]);

/** Go's `time.ParseDuration`: `-1h30m`, `1.5h`, `0`. */
function parseDuration(given: string): bigint | Problem {
  const refused = new Problem(`not a valid duration: ${JSON.stringify(given)}`, 1);
  const sign = /^[+-]/.exec(given)?.[0] ?? '';
  const body = given.slice(sign.length);
  if (body === '0') return 0n;
  if (!/^((\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h))+$/.test(body) || body.length > 200) return refused;
  let total = 0n;
  for (const [, whole = '', fraction = '', unit = ''] of body.matchAll(
    /(\d*)\.?(\d*)(ns|us|µs|μs|ms|s|m|h)/g,
  )) {
    const size = NANOSECONDS.get(unit) ?? 0n;
    total += BigInt(whole || '0') * size;
    if (fraction !== '') total += (BigInt(fraction) * size) / 10n ** BigInt(fraction.length);
  }
  return total >= 2n ** 63n ? refused : sign === '-' ? -total : total;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The verbs of `formatdate`: a run of one letter each. */
const VERBS: Readonly<Record<string, (local: Date, moment: Moment) => string>> = {
  YYYY: local => padded(local.getUTCFullYear(), 4),
  YY: local => padded(local.getUTCFullYear() % 100),
  MMMM: local => MONTHS[local.getUTCMonth()] ?? '',
  MMM: local => (MONTHS[local.getUTCMonth()] ?? '').slice(0, 3),
  MM: local => padded(local.getUTCMonth() + 1),
  M: local => String(local.getUTCMonth() + 1),
  DD: local => padded(local.getUTCDate()),
  D: local => String(local.getUTCDate()),
  EEEE: local => DAYS[local.getUTCDay()] ?? '',
  EEE: local => (DAYS[local.getUTCDay()] ?? '').slice(0, 3),
  hh: local => padded(local.getUTCHours()),
  h: local => String(local.getUTCHours()),
  HH: local => padded(local.getUTCHours() % 12 || 12),
  H: local => String(local.getUTCHours() % 12 || 12),
  AA: local => (local.getUTCHours() < 12 ? 'AM' : 'PM'),
  aa: local => (local.getUTCHours() < 12 ? 'am' : 'pm'),
  mm: local => padded(local.getUTCMinutes()),
  m: local => String(local.getUTCMinutes()),
  ss: local => padded(local.getUTCSeconds()),
  s: local => String(local.getUTCSeconds()),
  ZZZZZ: (_, moment) => offsetText(moment, ':'),
  ZZZZ: (_, moment) => offsetText(moment, ''),
  ZZZ: (_, moment) => (moment.offsetMinutes === 0 ? 'UTC' : offsetText(moment, '')),
  Z: (_, moment) => (moment.offsetMinutes === 0 ? 'Z' : offsetText(moment, ':')),
};

const FORMAT_PART = /'((?:[^']|'')*)'|(([A-Za-z])\3*)|[^A-Za-z']+/y;

function formatDate(format: string, moment: Moment, origin: Origin): Value | Problem {
  const local = localDate(moment);
  const parts = new RegExp(FORMAT_PART);
  let result = '';
  while (parts.lastIndex < format.length) {
    const match = parts.exec(format);
    if (match === null) return new Problem("unterminated literal '", 0);
    const [whole, literal, verb] = match;
    if (literal !== undefined) result += literal === '' ? "'" : literal.replaceAll("''", "'");
    else if (verb === undefined) result += whole;
    else {
      const write = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
      if (write === undefined) return new Problem(`invalid date format verb ${JSON.stringify(verb)}`, 0);
      result += write(local, moment);
    }
  }
  return stringValue(result, origin);
}
