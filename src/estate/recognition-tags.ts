import { listValue, nullValue, stringValue } from '../value/make.ts';
import { knownText } from '../value/read.ts';
import type { Value } from '../value/value.ts';
import { EXCHANGE_ROLES, type ExchangeRole } from './declarations.ts';
import { type ExchangeVersion, isExchangeVersion } from './exchange-versions.ts';
import type { Recognition } from './model.ts';
import { exchangeSignIn } from './recognition-names.ts';

/** What the tags of a machine say about Exchange. */
export interface TagSigns {
  /** `true`: a tag says so; `false`: the tag `exchange` denies it; absent: no tag says anything. */
  readonly isExchange: boolean | undefined;
  /** It was one of exvet's own tags (`exchange`, `exchange-role` and so on), not just `role = exchange`. */
  readonly isOwn: boolean;
  readonly recognitions: readonly Recognition[];
  /** A string. */
  readonly version: Value | undefined;
  /** A list of strings. */
  readonly roles: Value | undefined;
  /** A string; null when the tag says that there is none. */
  readonly dag: Value | undefined;
  readonly environment: Value | undefined;
}

/** Tags that other people use to say what a machine is for: `role = exchange`, `Application: Exchange 2019`. */
const PURPOSE_TAGS = new Set([
  'role',
  'roles',
  'type',
  'app',
  'application',
  'applicationname',
  'appname',
  'workload',
  'service',
  'servicename',
  'serverrole',
  'servertype',
  'function',
  'purpose',
  'product',
  'component',
  'system',
]);
const ENVIRONMENT_TAGS = new Set(['environment', 'env', 'stage', 'exchangeenvironment']);
const DENIALS = new Set(['false', 'no', 'none', '0', 'off']);

/** exvet's own tags, in the form in which tag names are compared. */
const OWN_TAGS = ['exchange', 'exchangeversion', 'exchangerole', 'exchangeroles', 'exchangedag'];

export function tagSigns(tags: ReadonlyMap<string, Value>): TagSigns {
  const byKey = new Map<string, Tag>();
  for (const [name, value] of tags) byKey.set(name.toLowerCase().replace(/[-_.: ]/g, ''), { name, value });
  const valueOf = (key: string): Value | undefined => byKey.get(key)?.value;

  const own = OWN_TAGS.flatMap(key => byKey.get(key) ?? []);
  const purpose = [...byKey].find(([key, tag]) => PURPOSE_TAGS.has(key) && isPurpose(tag.value))?.[1];
  const environment = [...byKey].find(([key]) => ENVIRONMENT_TAGS.has(key))?.[1].value;
  const exchange = valueOf('exchange');
  const isDenied = exchange !== undefined && DENIALS.has(textOfTag(exchange));
  if (isDenied || (own.length === 0 && purpose === undefined)) {
    return {
      isExchange: isDenied ? false : undefined,
      isOwn: isDenied,
      recognitions: [],
      version: undefined,
      roles: undefined,
      dag: undefined,
      environment,
    };
  }
  const version = valueOf('exchangeversion') ?? exchange ?? purpose?.value;
  return {
    isExchange: true,
    isOwn: own.length > 0,
    recognitions: (purpose === undefined ? own : [...own, purpose]).map(tagRecognition),
    version: version === undefined ? undefined : versionValue(version),
    roles: rolesValue(valueOf('exchangerole') ?? valueOf('exchangeroles')),
    dag: dagValue(valueOf('exchangedag')),
    environment,
  };
}

interface Tag {
  readonly name: string;
  readonly value: Value;
}

const textOfTag = (value: Value): string => (knownText(value) ?? '').trim().toLowerCase();

function isPurpose(value: Value): boolean {
  const word = exchangeSignIn(knownText(value) ?? '')?.word;
  return word !== undefined && /exch|mbx/.test(word);
}

const tagRecognition = ({ name, value }: Tag): Recognition => ({
  by: 'tag',
  text: `tag ${name} = ${value.sensitive === true ? '(sensitive)' : (knownText(value) ?? 'unknown')}`,
  range: value.origin.range,
});

/** The version in a tag's text; an unknown text stays unknown; one that names no version says nothing. */
function versionValue(value: Value): Value | undefined {
  if (value.kind === 'unknown') return value;
  const version = versionInWords(textOfTag(value));
  return version === undefined ? undefined : stringValue(version, value.origin);
}

/** `2019`, `SE`, `Exchange Server 2019 CU14`, `Exchange Server Subscription Edition`. */
export function versionInWords(text: string): ExchangeVersion | undefined {
  const words = text.toUpperCase();
  if (/\bSE\b|SUBSCRIPTION EDITION/.test(words)) return 'SE';
  const year = /(?:^|[^0-9])(20(?:03|07|10|13|16|19))(?![0-9])/.exec(words)?.[1];
  return year !== undefined && isExchangeVersion(year) ? year : undefined;
}

const ROLE_NAMES: readonly (readonly [RegExp, ExchangeRole])[] = [
  [/^(?:mailbox|mbx|mb)(?:server|role)?$/, 'mailbox'],
  [/^(?:edge|edgetransport|et)(?:server|role)?$/, 'edge'],
  [/^(?:cas|clientaccess|ca)(?:server|role)?$/, 'cas'],
  [/^(?:hub|hubtransport|ht)(?:server|role)?$/, 'hub'],
  [/^(?:um|unifiedmessaging)(?:server|role)?$/, 'um'],
];

function rolesValue(value: Value | undefined): Value | undefined {
  if (value === undefined || value.kind === 'unknown') return value;
  const names = textOfTag(value)
    .split(/[,;+/|]|\band\b|\s{2,}/)
    .map(name => name.replace(/[-_ ]/g, ''));
  const roles = EXCHANGE_ROLES.filter(role =>
    names.some(name => ROLE_NAMES.some(([shape, meant]) => meant === role && shape.test(name))),
  );
  if (roles.length === 0) return undefined;
  return listValue(
    roles.map(role => stringValue(role, value.origin)),
    value.origin,
  );
}

function dagValue(value: Value | undefined): Value | undefined {
  if (value === undefined || value.kind === 'unknown') return value;
  const text = textOfTag(value);
  return text === '' || DENIALS.has(text) ? nullValue(value.origin) : value;
}
