import { numberValue, stringValue } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { NUMBER, STRING } from '../../value/type.ts';
import type { KnownValue, Value } from '../../value/value.ts';
import { type ArmFunction, FunctionError, indexArgument, pure, textArgument } from './definition.ts';

const COMPACT = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;
const ISO = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Milliseconds since 1970, UTC. Without a zone the text is taken as UTC, as Resource Manager's machines run on it. */
function instant(text: string): number {
  const compact = COMPACT.exec(text);
  const iso = compact === null ? text : `${compact.slice(1, 4).join('-')}T${compact.slice(4).join(':')}Z`;
  if (!ISO.test(iso)) throw new FunctionError(`cannot read the date '${text}'`);
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(iso) || iso.length === 10 ? iso : `${iso}Z`;
  const time = Date.parse(zoned.replace(' ', 'T'));
  if (Number.isNaN(time)) throw new FunctionError(`cannot read the date '${text}'`);
  return time;
}

const DURATION =
  /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Adds an ISO 8601 duration; a year has 365 days and a month 30, as .NET's `XmlConvert.ToTimeSpan` has it. */
function added(time: number, duration: string): number {
  const match = DURATION.exec(duration);
  if (match === null || !/\d/.test(duration))
    throw new FunctionError(`cannot read the duration '${duration}'`);
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(2)
    .map(part => Number(part ?? 0));
  const allDays = years * 365 + months * 30 + weeks * 7 + days;
  const milliseconds = (((allDays * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  return time + (match[1] === undefined ? milliseconds : -milliseconds);
}

/** .NET's `u` and `o`, and custom formats of the usual fields. */
function formatted(time: number, format: string | undefined): string {
  const iso = new Date(time).toISOString();
  if (format === undefined) return `${iso.slice(0, 19)}Z`;
  if (format === 'u') return `${iso.slice(0, 10)} ${iso.slice(11, 19)}Z`;
  if (format === 'o' || format === 'O') return `${iso.slice(0, 23)}0000Z`;
  if (format === 's') return iso.slice(0, 19);
  const fields: Readonly<Record<string, string>> = {
    yyyy: iso.slice(0, 4),
    yy: iso.slice(2, 4),
    MM: iso.slice(5, 7),
    dd: iso.slice(8, 10),
    HH: iso.slice(11, 13),
    mm: iso.slice(14, 16),
    ss: iso.slice(17, 19),
    fff: iso.slice(20, 23),
    M: String(Number(iso.slice(5, 7))),
    d: String(Number(iso.slice(8, 10))),
    H: String(Number(iso.slice(11, 13))),
    m: String(Number(iso.slice(14, 16))),
    s: String(Number(iso.slice(17, 19))),
  };
  return format.replace(/'[^']*'|([A-Za-z])\1*/g, field => {
    if (field.startsWith("'")) return field.slice(1, -1);
    if (field === 'T' || field === 'Z') return field;
    const text = fields[field];
    if (text === undefined) throw new FunctionError(`does not know '${field}' in a date format`);
    return text;
  });
}

function dateTimeAdd([base, duration, format]: readonly KnownValue[], origin: Origin): Value {
  const time = added(instant(textArgument(base)), textArgument(duration));
  return stringValue(formatted(time, format === undefined ? undefined : textArgument(format)), origin);
}

export const DATE_FUNCTIONS: Readonly<Record<string, ArmFunction>> = {
  dateTimeAdd: pure(2, 3, dateTimeAdd, STRING),
  dateTimeToEpoch: pure(
    1,
    1,
    ([text], origin) => numberValue(Math.floor(instant(textArgument(text)) / 1000), origin),
    NUMBER,
  ),
  dateTimeFromEpoch: pure(
    1,
    1,
    ([seconds], origin) => stringValue(formatted(indexArgument(seconds) * 1000, undefined), origin),
    STRING,
  ),
};
