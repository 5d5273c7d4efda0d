import type { ExchangeRole } from './declarations.ts';
import { EXCHANGE_VERSIONS, type ExchangeVersion } from './exchange-versions.ts';

/**
 * What names say. The shapes are those that public templates use for Exchange servers (`ex01`,
 * `contoso-ex19-02`, `EXCHMBX1`, `lab-mbx-1`, `vmExchange`), and the look-alikes in them that are none
 * (`example`, `exchange-rate-api`, `KeyExchange`).
 */

/** An unknown piece of a name, as `knownText` shows it. */
const GAP = '…';

export interface NameSign {
  /** The part of the name that tells: `ex19`. */
  readonly word: string;
  /** The word alone proves little (`mailbox`, `mxs01`): the machine must be known to run Windows. */
  readonly needsWindows: boolean;
  readonly version: ExchangeVersion | undefined;
  /** The version is two digits that may as well number the server: `ex16`. */
  readonly versionMayBeNumber: boolean;
  readonly roles: readonly ExchangeRole[];
}

/** What in a name speaks for an Exchange server, if anything does. */
export function exchangeSignIn(name: string): NameSign | undefined {
  const words = wordsOf(name);
  for (const [index, word] of words.entries()) {
    const sign = signOf(words, index);
    if (sign === undefined) continue;
    // `exchange-dc01` is the domain controller of an Exchange lab; `dc1-exchange01` stands in data centre 1.
    if (words.slice(index + 1).some(isOtherRole)) return undefined;
    return { word, roles: rolesIn(words), ...sign, ...versionAt(words, index) };
  }
  return undefined;
}

/** The word of a name that says that the machine is something else: `dc01`, `sql`, `client`. */
export const otherRoleIn = (name: string): string | undefined => wordsOf(name).find(isOtherRole);

/** Whether a name speaks of a database availability group. */
export const hasDagWord = (name: string): boolean =>
  wordsOf(name).some(word =>
    /^(?:config|configure|create|join|setup|exch|exchange|ex)?dag(?:ex(?:ch)?)?\d*$/.test(word),
  );

/** The name with its last number taken out, and that number: for telling series of servers. */
export function numberedName(name: string): { readonly stem: string; readonly number: number } | undefined {
  const match = /^(.*?)(\d+)\D*$/.exec(name.toLowerCase());
  return match?.[1] === undefined || match[2] === undefined
    ? undefined
    : { stem: match[1], number: Number(match[2]) };
}

/** The words of a name, in lower case: at `-`, `_`, `.`, spaces, gaps, and where camel case begins one. */
function wordsOf(name: string): string[] {
  return name
    .replaceAll(GAP, ` ${GAP} `)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9…]+/)
    .filter(word => word !== '');
}

const VERBS =
  /^(?:deploy|install|create|provision|build|setup|configure|config|prepare|vm|srv|win)(?=ex|mbx)/;
/** What may follow `exchange` or `exch` within one word. */
const TAIL = '(?:srv|svr|servers?|vms?|mbx|mb|mailbox|edge|cas|hub|node|host|lab|dag|se)?(?:\\d{1,6}[a-z]?)?';
const EXCHANGE_WORD = new RegExp(`^(.*?)exchange${TAIL}$`);
const SHORT_WORDS: readonly RegExp[] = [
  new RegExp(`^[a-z0-9]{0,8}?exch(?!ange)${TAIL}$`),
  /^ex(?:20(?:03|07|10|13|16|19))?\d{1,3}[a-z]?$/,
  /^ex(?:20(?:03|07|10|13|16|19))[a-z]?$/,
  /^ex(?:srv|svr|server|vm|s)\d{1,3}[a-z]?$/,
  /^ex(?:mbx|mb|cas|hub|ht|edge)\d{0,3}[a-z]?$/,
  /^exc(?:srv|svr|server|vm)\d{0,3}[a-z]?$/,
  /^[a-z]{0,4}mbx(?:srv|vm)?\d{0,4}[a-z]?$/,
];
/** Seen as names of Exchange servers, and of other things: `MXS01`, `MXP02A`, `mailbox1`, `labexc001`. */
const WINDOWS_ONLY_WORDS: readonly RegExp[] = [
  /^[a-z]{0,8}exc\d{1,3}[a-z]?$/,
  /^[a-z]{0,4}mx[ps]\d{1,3}[a-z]?$/,
  /^mailbox(?:es|server|srv|vm)?\d{0,3}$/,
];

/** Words that make something else of `exchange` when they stand before it. */
const BEFORE_EXCHANGE = new RegExp(
  '(?:^|[^a-z])(?:' +
    'key|data|crypto|coin|bitcoin|btc|nft|stock|share|securities|currency|money|forex|fx|token|rate|trade|' +
    'trading|message|messages|event|events|file|cloud|health|healthcare|information|internet|peering|traffic|' +
    'ad|ads|heat|edi|b2b|stack|gift|ticket|telephone|market|energy|carbon|api|pub|amqp|rabbitmq|kafka|topic|' +
    'direct|fanout' +
    ')$',
);
/** The same behind it. */
const AFTER_EXCHANGE =
  /^(?:rates?|apis?|online|brokers?|matching|engine|trading|trades?|wallets?|orders?|tickers?|markets?|feeds?|bots?|ui|frontend|backend|gateway|queue|topic|tools|console|mgmt|manage?ment|clients?|point|traded|services?|web(?:apps?|servers?|services?|sites?)?|apps?)\d*$/;

function signOf(words: readonly string[], index: number): { readonly needsWindows: boolean } | undefined {
  const word = (words[index] ?? '').replace(VERBS, '');
  const [before, after] = [words[index - 1], words[index + 1]];
  const joined = EXCHANGE_WORD.exec(word);
  if (joined !== null) {
    const isOther =
      BEFORE_EXCHANGE.test(joined[1] === '' ? (before ?? '') : (joined[1] ?? '')) ||
      (joined[1] !== undefined && LOOK_ALIKE_START.test(joined[1])) ||
      AFTER_EXCHANGE.test(after ?? '');
    return isOther ? undefined : { needsWindows: false };
  }
  if (SHORT_WORDS.some(shape => shape.test(word))) return { needsWindows: false };
  if (WINDOWS_ONLY_WORDS.some(shape => shape.test(word))) return { needsWindows: true };
  if (word !== 'ex') return undefined;
  if (after !== undefined && /^(?:20(?:03|07|10|13|16|19)|\d{2,3}|(?:mbx|edge|cas|hub)\d*)$/.test(after)) {
    return { needsWindows: false };
  }
  if (after === GAP) return { needsWindows: true };
  const endsName = after === undefined || /^(?:(?:srv|svr|server|vm|node|mbx|mb)\d*|\d{1,3})$/.test(after);
  return before !== undefined && endsName ? { needsWindows: false } : undefined;
}

/** `keyexchange`, `contosocryptoexchange`: the veto word is joined to what it vetoes. */
const LOOK_ALIKE_START =
  /(?:key|data|crypto|coin|stock|currency|forex|message|cloud|health|internet|stack|heat)$/;

const OTHER_ROLE = new RegExp(
  '^(?:' +
    'r?o?dc|addc|adds|pdc|bdc|gc|domaincontrollers?|sql(?:srv|server|vm)?|adfs|wap|ca|pki|certsrv|ndes|fsw?|witness|' +
    'fileserver|fileshare|web(?:srv|server)?|iis|clients?|workstation|win1[01]|w1[01]|jump(?:box|host|server)?|' +
    'bastion|mgmt|management|admin|tools|lb|loadbalancer|kemp|f5|nginx|haproxy|proxy|router|gateway|gw|fw|' +
    'firewall|dns|dhcp|sharepoint|sps?|skype|sfb|lync|s4b|wsus|sccm|scom|backup|veeam|aadc|aadconnect|' +
    'adconnect|nps|radius|rds|rdsh|linux|ubuntu|smtp|relay|postfix|monitor|prometheus|grafana|vpn|nva' +
    ')\\d*[a-z]?$',
);

const isOtherRole = (word: string): boolean => OTHER_ROLE.test(word);

const ROLE_WORDS: readonly (readonly [RegExp, ExchangeRole])[] = [
  [/mbx\d*[a-z]?$|^mailbox(?:es)?\d*$|^(?:ex|exch)mb\d*$|exchangemailbox\d*$/, 'mailbox'],
  [/^(?:ex|exch|exchange)?edge(?:srv|vm)?\d*$/, 'edge'],
  [/^(?:ex|exch|exchange)?cas\d*$/, 'cas'],
  [/^(?:ex|exch|exchange)?(?:hub|ht)\d*$/, 'hub'],
  [/^(?:ex|exch|exchange)um\d*$/, 'um'],
];

const rolesIn = (words: readonly string[]): readonly ExchangeRole[] =>
  ROLE_WORDS.filter(([shape]) => words.some(word => shape.test(word))).map(([, role]) => role);

type NamedVersion = Pick<NameSign, 'version' | 'versionMayBeNumber'>;
const NO_VERSION: NamedVersion = { version: undefined, versionMayBeNumber: false };

function versionAt(words: readonly string[], index: number): NamedVersion {
  const word = words[index] ?? '';
  const next = words[index + 1] ?? '';
  const sure = (version: ExchangeVersion | undefined): NamedVersion => ({
    version,
    versionMayBeNumber: false,
  });
  const digits = /(\d+)[a-z]?$/.exec(word)?.[1];
  if (digits === undefined) {
    if (/exchange\w*se$/.test(word) || (/exch(?:ange)?$/.test(word) && next === 'se')) return sure('SE');
    return /^(?:ex|.*exch|.*exchange)$/.test(word) ? sure(versionOfYear(next)) : NO_VERSION;
  }
  const year = versionOfYear(digits.slice(0, 4));
  if (year !== undefined) return sure(year);
  const version =
    digits.length === 2 && !/mbx|mx|mailbox/.test(word) ? versionOfYear(`20${digits}`) : undefined;
  if (version === undefined) return NO_VERSION;
  return { version, versionMayBeNumber: !/^\d{1,3}[a-z]?$/.test(next) && next !== GAP };
}

/** `2016`; years in which no Exchange came out are none. */
export const versionOfYear = (year: string): ExchangeVersion | undefined =>
  EXCHANGE_VERSIONS.find(version => version === year);
