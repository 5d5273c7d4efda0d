import { boolValue, nullValue, numberValue, stringValue } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { NUMBER } from '../../value/type.ts';
import type { Value } from '../../value/value.ts';
import { isProblem, Problem } from '../problem.ts';
import { convert } from '../types.ts';

const TRUE = /^(y|Y|yes|Yes|YES|on|On|ON|true|True|TRUE)$/;
const FALSE = /^(n|N|no|No|NO|off|Off|OFF|false|False|FALSE)$/;
const NULL = /^(|~|null|Null|NULL)$/;
const INFINITY = /^([-+]?)\.(inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(nan|NaN|NAN)$/;
const DECIMAL = /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/;
const BASED = /^([-+]?)(0x[0-9A-Fa-f]+|0o[0-7]+)$/;
const TIMESTAMP =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d?):(\d\d?)(?:\.\d+)?(?:[ \t]*(Z|[-+]\d\d?(?::\d\d)?))?)?$/;

/** What an unquoted scalar means to `yamldecode` (zclconf/go-cty-yaml `resolve.go`). */
export function plainScalar(content: string, origin: Origin): Value | Problem {
  if (NULL.test(content)) return nullValue(origin);
  if (TRUE.test(content)) return boolValue(true, origin);
  if (FALSE.test(content)) return boolValue(false, origin);
  if (NOT_A_NUMBER.test(content)) return new Problem('floating point NaN is not supported', 0);
  return numberFrom(content, origin) ?? stringValue(timestampFrom(content) ?? content, origin);
}

/** A scalar with an explicit tag of YAML's own. */
export function taggedScalar(tag: string, content: string, origin: Origin): Value | Problem {
  const refused = new Problem(`cannot parse ${JSON.stringify(content)} as ${tag}`, 0);
  switch (tag) {
    case 'tag:yaml.org,2002:bool':
    case 'tag:yaml.org,2002:null': {
      const value = plainScalar(content, origin);
      return isProblem(value) || !tag.endsWith(value.kind) ? refused : value;
    }
    case 'tag:yaml.org,2002:int':
    case 'tag:yaml.org,2002:float':
      return numberFrom(content, origin) ?? refused;
    case 'tag:yaml.org,2002:binary':
      return stringValue(content, origin);
    case 'tag:yaml.org,2002:timestamp':
      return stringValue(timestampFrom(content) ?? content, origin);
    default:
      return new Problem(`unsupported tag ${JSON.stringify(tag)}`, 0);
  }
}

function numberFrom(content: string, origin: Origin): Value | undefined {
  const infinity = INFINITY.exec(content);
  if (infinity !== null) return numberValue(infinity[1] === '-' ? -Infinity : Infinity, origin);
  const based = BASED.exec(content);
  const text = based === null ? content : `${based[1]}${BigInt(based[2] ?? '0')}`;
  if (based === null && !DECIMAL.test(content)) return undefined;
  const number = convert(stringValue(text, origin), NUMBER);
  return isProblem(number) ? undefined : number;
}

/** A date or time in RFC 3339, to the second; `undefined` when the text is none. */
function timestampFrom(content: string): string | undefined {
  const match = TIMESTAMP.exec(content);
  if (match === null) return undefined;
  const two = (text = '0'): string => text.padStart(2, '0');
  const [, year, month, day, hour, minute, second, zone] = match;
  const date = new Date(`${year}-${two(month)}-${two(day)}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day)) return undefined;
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${zoneText(zone)}`;
}

function zoneText(zone = 'Z'): string {
  const [hours = '', minutes = '00'] = zone.slice(1).split(':');
  const isUtc = zone === 'Z' || (Number(hours) === 0 && Number(minutes) === 0);
  return isUtc ? 'Z' : `${zone[0]}${hours.padStart(2, '0')}:${minutes}`;
}
