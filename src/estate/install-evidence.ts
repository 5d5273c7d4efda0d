import { EXCHANGE_ROLES, type ExchangeRole } from './declarations.ts';
import type { ExchangeVersion } from './exchange-versions.ts';
import { versionOfYear } from './recognition-names.ts';

/**
 * What scripts, extensions and DSC configurations do to a machine, told from their text: command lines,
 * file and archive names, extension names. Scripts are never run. The word `exchange` alone tells nothing
 * here: hardening scripts are full of `KeyExchangeAlgorithms`, DNS scripts of `-MailExchange`.
 */
export interface InstallEvidence {
  /** The words that tell, and no others: a script may hold secrets. */
  readonly text: string;
  readonly version: ExchangeVersion | undefined;
  readonly roles: readonly ExchangeRole[];
}

/** What follows `exchange` in things that install no server. */
const NO_SERVER = '(?!(?:server)?[-_ ]?(?:online|tools|mgmt|management|cert|client|hybrid|rate|api))';
const NUMBER = '(?:20\\d\\d|\\d{1,2}|se)?';

const INSTALLS: readonly RegExp[] = [
  // DSC modules and resources.
  /\bxExch(?:ange\w*|Install)\b/i,
  /\bExchangeDsc\b/i,
  new RegExp(
    `\\b\\w*?(?:install(?:and)?(?:config(?:ure)?)?|deploy|setup|config(?:ure)?|prepare|prep)[-_ ]?(?:ms)?exch(?:ange)?${NO_SERVER}(?:[-_]?server)?[-_]?${NUMBER}(?![a-z])\\w*`,
    'i',
  ),
  new RegExp(
    `\\b(?:ms)?ex(?:ch(?:ange)?)?(?:[-_]?server)?[-_]?${NUMBER}[-_]?(?:setup|install(?:er|ation)?)(?![a-z])\\w*`,
    'i',
  ),
  new RegExp(`\\bexchange(?:server)?[-_]?${NUMBER}\\.(?:zip|ps1|psm1|exe)\\b`, 'i'),
  /\bexchange(?:server)?[-_]?(?:20(?:07|10|13|16|19)|se)[\w.-]*\.(?:iso|exe|zip)\b/i,
  /-?\bset-?up[-_]?(?:type)?[-_ :=]*["']?mx[sp]\b/i,
  // Releases as they are called: `MXS2016-x64-CU22`.
  /\b(?:mxs|exchange(?:server)?)[-_]?20\d\d-x64(?:-cu\d+)?\b/i,
  // Cmdlets that work on the server itself.
  /\bnew-mailboxdatabase\b(?=[^\r\n]{0,200}-edbfilepath\b)/i,
  /\bmove-databasepath\b(?=[^\r\n]{0,200}-edbfilepath\b)/i,
  /\b(?:new-databaseavailabilitygroup|add-databaseavailabilitygroupserver)\b/i,
  /\bconfig(?:ure)?[-_]?(?:ex(?:change)?)?dag(?:ex)?\d*\b(?:\.zip|\.ps1)?/i,
];

/**
 * Exchange's own setup: a mode that installs, together with roles or the licence terms. The other modes
 * (`/PrepareAD`, `/PrepareSchema`) also run on domain controllers.
 * https://learn.microsoft.com/exchange/plan-and-deploy/deploy-new-installations/unattended-installs
 */
const SETUP_MODE = /\/m(?:ode)?:\s*["']?(?:install|recoverserver|upgrade)\b/i;
const SETUP_ROLE =
  /\/r(?:oles?)?:\s*["']?(?:mailbox|mb|m|edgetransport|et|e|clientaccess|ca|c|hubtransport|ht|h)\b/i;
const LICENCE_TERMS = /\/iacceptexchangeserverlicenseterms/i;

/** Whether a text installs or sets up an Exchange server. */
export function installEvidence(script: string): InstallEvidence | undefined {
  if (installsOnlyTools(script)) return undefined;
  const words = setupCommand(script) ?? firstMatch(INSTALLS, script);
  if (words === undefined) return undefined;
  return {
    text: words.length > 80 ? `${words.slice(0, 79)}…` : words,
    version: versionIn(script),
    roles: rolesIn(script),
  };
}

/** Releases and images of the product carry their update: `MXS2019-x64-CU14`, `ExchangeServer2019-x64-cu12.iso`. */
const UPDATE = /\b(?:mxs|exchange(?:server)?)[-_]?20\d\d[-_]x64[-_.]cu(\d{1,2})(?!\d)/gi;

/** The cumulative update that a text installs; `undefined` when it names none, or several. */
export function cumulativeUpdateIn(script: string): number | undefined {
  const [update, ...others] = new Set([...script.matchAll(UPDATE)].map(match => Number(match[1])));
  return others.length === 0 ? update : undefined;
}

function setupCommand(script: string): string | undefined {
  const mode = SETUP_MODE.exec(script)?.[0];
  const role = SETUP_ROLE.exec(script)?.[0];
  const hasTerms = LICENCE_TERMS.test(script);
  const tells = mode === undefined ? role !== undefined && hasTerms : role !== undefined || hasTerms;
  return tells ? [mode, role].filter(part => part !== undefined).join(' ') : undefined;
}

function firstMatch(shapes: readonly RegExp[], script: string): string | undefined {
  for (const shape of shapes) {
    const match = shape.exec(script);
    if (match !== null) return match[0].trim();
  }
  return undefined;
}

const ROLE_LIST = /\/r(?:oles?)?:\s*["']?([a-z, ]+?)["']?(?=\s*(?:\/|-|$|["';\r\n&|]))/gi;

function installsOnlyTools(script: string): boolean {
  const lists = [...script.matchAll(ROLE_LIST)].map(match => (match[1] ?? '').toLowerCase());
  return lists.length > 0 && lists.every(list => /^\s*(?:managementtools|mt|t)\s*$/.test(list));
}

/** Setup's own names of the roles, long and short. */
const SETUP_ROLES: Readonly<Record<string, ExchangeRole>> = {
  mailbox: 'mailbox',
  mb: 'mailbox',
  m: 'mailbox',
  edgetransport: 'edge',
  et: 'edge',
  e: 'edge',
  clientaccess: 'cas',
  ca: 'cas',
  c: 'cas',
  hubtransport: 'hub',
  ht: 'hub',
  h: 'hub',
  unifiedmessaging: 'um',
  um: 'um',
};

function rolesIn(script: string): readonly ExchangeRole[] {
  const found = new Set<ExchangeRole>();
  for (const [, list = ''] of script.matchAll(ROLE_LIST)) {
    for (const name of list.toLowerCase().split(/[\s,]+/)) {
      const role = Object.hasOwn(SETUP_ROLES, name) ? SETUP_ROLES[name] : undefined;
      if (role !== undefined) found.add(role);
    }
  }
  return EXCHANGE_ROLES.filter(role => found.has(role));
}

/** The version that a script names; `undefined` when it names none or several. */
function versionIn(script: string): ExchangeVersion | undefined {
  const found = new Set<ExchangeVersion>();
  for (const [, year = ''] of script.matchAll(
    /\bex(?:ch(?:ange)?)?(?:server)?[-_ ]?(20\d\d|se)(?![a-z0-9])/gi,
  )) {
    const version = year.toLowerCase() === 'se' ? 'SE' : versionOfYear(year);
    if (version !== undefined) found.add(version);
  }
  for (const [, digits = ''] of script.matchAll(/exchange(?:server)?[-_]?(20\d\d|\d\d)(?!\d)/gi)) {
    const version = versionOfYear(digits.length === 2 ? `20${digits}` : digits);
    if (version !== undefined) found.add(version);
  }
  for (const [, year = ''] of script.matchAll(/\bmxs[-_]?(20\d\d)-x64\b/gi)) {
    const version = versionOfYear(year);
    if (version !== undefined) found.add(version);
  }
  const [version, ...others] = found;
  return others.length === 0 ? version : undefined;
}

/** The database availability group that a script sets up: its name, or `unnamed`. */
export function dagIn(script: string): string | { readonly unnamed: true } | undefined {
  const named =
    /\b(?:new-databaseavailabilitygroup(?:\s+-name)?|add-databaseavailabilitygroupserver(?:\s+-identity)?)\s+["']?([\w.-]+)/i.exec(
      script,
    )?.[1];
  if (named !== undefined && !named.startsWith('-')) return named;
  const given = /(?:^|\s)-dag-?name[\s:=]+["']?([\w.-]+)/i.exec(script)?.[1];
  if (given !== undefined) return given;
  return /\b(?:new-databaseavailabilitygroup|add-databaseavailabilitygroupserver)\b|\bconfig(?:ure)?[-_]?(?:ex(?:change)?)?dag/i.test(
    script,
  )
    ? { unnamed: true }
    : undefined;
}

/** A network share that a script uses or mounts. */
export interface UsedShare {
  /** `\\server\share` */
  readonly path: string;
  /** What Exchange puts there; `undefined` when the script only mounts it. */
  readonly holds: 'database' | 'log' | undefined;
}

const UNC = '["\']?(\\\\\\\\[^\\s"\',;]+)';
const EXCHANGE_PATHS: readonly (readonly [RegExp, 'database' | 'log'])[] = [
  [new RegExp(`(?:-EdbFilePath\\s+|/DbFilePath:\\s*)${UNC}`, 'gi'), 'database'],
  [new RegExp(`(?:-LogFolderPath\\s+|/LogFolderPath:\\s*)${UNC}`, 'gi'), 'log'],
];
const MOUNTS: readonly RegExp[] = [
  new RegExp(`\\bnet(?:\\.exe)?\\s+use\\b[^\\r\\n]*?${UNC}`, 'gi'),
  new RegExp(`\\b(?:New-PSDrive|New-SmbMapping|New-SmbGlobalMapping)\\b[^\\r\\n]*?${UNC}`, 'gi'),
];

/** The shares in a script: those that it gives to Exchange, and those in the cloud that it mounts. */
export function sharesIn(script: string): readonly UsedShare[] {
  const found = new Map<string, UsedShare>();
  const add = (path: string, holds: UsedShare['holds']): void => {
    const share = shareOf(path);
    const known = found.get(share.toLowerCase());
    if (known === undefined || (known.holds === undefined && holds !== undefined)) {
      found.set(share.toLowerCase(), { path: share, holds });
    }
  };
  for (const [shape, holds] of EXCHANGE_PATHS) {
    for (const [, path = ''] of script.matchAll(shape)) add(path, holds);
  }
  for (const shape of MOUNTS) {
    for (const [, path = ''] of script.matchAll(shape)) {
      if (/^\\\\[^\\]*\.file\.core\./i.test(path)) add(path, undefined);
    }
  }
  return [...found.values()];
}

/** `\\server\share` of a path below it. */
const shareOf = (path: string): string => path.split('\\').slice(0, 4).join('\\');
