/**
 * The send connectors that scripts and DSC configurations set up, told from their text: `New-SendConnector`,
 * `Set-SendConnector` and `Remove-SendConnector`, `New-EdgeSubscription`, and the resources `xExchSendConnector` and
 * `ExchSendConnector`. Scripts are never run: what they compute stays open. Source: Microsoft Learn,
 * "New-SendConnector" and "New-EdgeSubscription" (2026-11): a connector routes by DNS unless `DNSRoutingEnabled` is
 * `$false`, which smart hosts presuppose; an edge subscription makes a connector to the Internet by default.
 */
export interface SendConnectors {
  /** One delivers to other domains by looking them up in DNS; `unknown` when a script computes that. */
  readonly byDns: boolean | 'unknown';
  /** One delivers to smart hosts. */
  readonly bySmartHost: boolean;
  /** The smart hosts that are written out: host names and addresses. */
  readonly smartHosts: readonly string[];
}

interface Connector {
  readonly byDns: boolean | 'unknown';
  readonly bySmartHost: boolean;
  readonly smartHosts: readonly string[];
}

const COMMANDS =
  /(?<![\w-])(?:(?<cmdlet>(?:New|Set|Remove)-SendConnector|New-EdgeSubscription)(?![\w-])|(?<resource>x?ExchSendConnector)\s+["']?[\w.{}$ -]+["']?\s*(?=\{))/gi;

export function sendConnectorsIn(script: string): SendConnectors {
  const text = withoutComments(script);
  const connectors = new Map<string, Connector>();
  for (const match of text.matchAll(COMMANDS)) {
    const { cmdlet, resource } = match.groups ?? {};
    const rest = text.slice(match.index + match[0].length);
    if (resource !== undefined) {
      const settings = settingsIn(blockAt(rest), text);
      if (textOf(settings, 'ensure')?.toLowerCase() !== 'absent')
        add(connectors, created(settings), settings);
    } else if (cmdlet !== undefined)
      apply(cmdlet.toLowerCase(), argumentsOf(statementAt(rest), text), connectors);
  }
  const all = [...connectors.values()];
  return {
    byDns: all.some(({ byDns }) => byDns === true)
      ? true
      : all.some(({ byDns }) => byDns === 'unknown') && 'unknown',
    bySmartHost: all.some(({ bySmartHost }) => bySmartHost),
    smartHosts: [...new Set(all.flatMap(({ smartHosts }) => smartHosts))],
  };
}

/** What is stated of a connector, by parameter or property in lower case. */
type Settings = ReadonlyMap<string, readonly string[]>;

function apply(cmdlet: string, settings: Settings, connectors: Map<string, Connector>): void {
  const name = nameOf(settings);
  if (cmdlet === 'remove-sendconnector') connectors.delete(name);
  else if (cmdlet === 'new-edgesubscription') {
    const makesOne = flagIn(settings, 'createinternetsendconnector');
    const imports = settings.has('filedata') || settings.has('site') || makesOne === true;
    if (imports && makesOne !== false)
      add(connectors, { byDns: true, bySmartHost: false, smartHosts: [] }, settings);
  } else if (cmdlet === 'new-sendconnector') add(connectors, created(settings), settings);
  else connectors.set(name, changed(settings, connectors.get(name)));
}

function add(connectors: Map<string, Connector>, connector: Connector, settings: Settings): void {
  if (flagIn(settings, 'enabled') !== false) connectors.set(nameOf(settings), connector);
}

const nameOf = (settings: Settings): string =>
  (textOf(settings, 'name') ?? textOf(settings, 'identity') ?? textOf(settings, '') ?? '').toLowerCase();

function created(settings: Settings): Connector {
  const smartHosts = hostsIn(settings);
  const bySmartHost = settings.has('smarthosts');
  const stated = flagIn(settings, 'dnsroutingenabled');
  const routes = stated ?? (settings.has('dnsroutingenabled') && !bySmartHost ? 'unknown' : !bySmartHost);
  return { byDns: isForeign(settings) ? routes : false, bySmartHost, smartHosts };
}

/** What a change states counts; the rest stays as it was. */
function changed(settings: Settings, before: Connector | undefined): Connector {
  const stated = flagIn(settings, 'dnsroutingenabled');
  const bySmartHost = settings.has('smarthosts');
  const open = settings.has('dnsroutingenabled') && !bySmartHost ? 'unknown' : undefined;
  return {
    byDns: stated ?? open ?? (bySmartHost ? false : (before?.byDns ?? false)),
    bySmartHost: bySmartHost || (before?.bySmartHost ?? false),
    smartHosts: bySmartHost ? hostsIn(settings) : (before?.smartHosts ?? []),
  };
}

/** A connector for nothing but domains of Exchange Online takes mail there, and not to other organisations. */
function isForeign(settings: Settings): boolean {
  const spaces = settings.get('addressspaces');
  if (spaces === undefined || spaces.length === 0) return true;
  return !spaces.every(space => /^(?:smtp:)?(?:[\w-]+\.)+onmicrosoft\.com(?:;\d+)?$/i.test(space.trim()));
}

const hostsIn = (settings: Settings): readonly string[] =>
  (settings.get('smarthosts') ?? [])
    .flatMap(text => text.split(','))
    .map(host => host.trim().replace(/^\[(.*)\]$/, '$1'))
    .filter(host => /^[\w.:-]+$/.test(host));

const textOf = (settings: Settings, name: string): string | undefined => settings.get(name)?.[0];

/** A switch, or `$true` and `$false`; `undefined` when it is not stated, or computed. */
function flagIn(settings: Settings, name: string): boolean | undefined {
  const stated = settings.get(name);
  if (stated === undefined) return undefined;
  if (stated.length === 0) return true;
  const text = stated[0]?.toLowerCase();
  return text === '$true' || text === 'true' || text === '1'
    ? true
    : text === '$false' || text === 'false' || text === '0'
      ? false
      : undefined;
}

/** The text without `# …` and `<# … #>`; a number sign in quotes or in a word begins none. */
const withoutComments = (script: string): string =>
  script.replace(
    /("(?:`[^]|""|[^"`])*"|'(?:''|[^'])*')|<#[^]*?#>|(^|[\s;{(])#[^\r\n]*/gm,
    (_, quoted: string | undefined, before: string | undefined) => quoted ?? before ?? '',
  );

/** What belongs to a statement: to the end of the line, or of those that a backtick, comma or bracket continues. */
function statementAt(text: string): string {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if ('([{'.includes(token)) depth++;
    else if (')]}'.includes(token)) {
      if (depth === 0) return text.slice(0, index);
      depth--;
    } else if (depth === 0 && /^(?:[;|]|\r?\n)$/.test(token) && !/,\s*$/.test(text.slice(0, index))) {
      return text.slice(0, index);
    }
  }
  return text;
}

/** Quoted texts, continued lines, brackets, and what ends a statement. */
const TOKEN = /"(?:`[^]|""|[^"`])*"|'(?:''|[^'])*'|`\r?\n|[()[\]{}]|[;|]|\r?\n/g;

/** The contents of the braces that a text begins with. */
function blockAt(text: string): string {
  const start = text.indexOf('{');
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === '{') depth++;
    else if (token === '}' && --depth === 0) return text.slice(start + 1, index);
  }
  return text.slice(start + 1);
}

/** The parameters of a cmdlet, those of a splatted table among them. */
function argumentsOf(statement: string, script: string): Settings {
  const settings = new Map<string, readonly string[]>();
  const positional = /^\s+(?![-@])("[^"]*"|'[^']*'|[^\s;|]+)/.exec(statement)?.[1];
  if (positional !== undefined) settings.set('', valuesIn(positional, script));
  for (const [, table = ''] of statement.matchAll(/(?<=\s)@(\w+)/g)) {
    for (const [name, values] of splatted(table, script)) settings.set(name, values);
  }
  const parameters = statement.matchAll(
    /(?<=\s)-([a-z]\w*)(?:\s*:\s*|\s+|$)((?:"(?:`[^]|""|[^"`])*"|'(?:''|[^'])*'|@?\((?:"[^"]*"|'[^']*'|[^)"'])*\)|(?!-[a-z])[^\s,"'()]+)?(?:\s*,\s*(?:"[^"]*"|'[^']*'|[^\s,"'()]+))*)/gi,
  );
  for (const [, name = '', value = ''] of parameters) {
    settings.set(name.toLowerCase(), valuesIn(value, script));
  }
  return settings;
}

/** `@params`: the table that the script gives that name. */
function splatted(table: string, script: string): Settings {
  const start = new RegExp(`\\$${table}\\s*=\\s*(?:\\[ordered\\]\\s*)?@(?=\\{)`, 'i').exec(script);
  return start === null
    ? new Map()
    : settingsIn(blockAt(script.slice(start.index + start[0].length)), script);
}

/** `Name = value` lines of a table or a DSC resource. */
function settingsIn(block: string, script: string): Settings {
  const settings = new Map<string, readonly string[]>();
  const entries = block.matchAll(
    /(?:^|[\n;{])\s*["']?(\w+)["']?\s*=\s*((?:"(?:`[^]|""|[^"`])*"|'(?:''|[^'])*'|@?\((?:"[^"]*"|'[^']*'|[^)"'])*\)|[^\s,;"'()}]+)(?:\s*,\s*(?:"[^"]*"|'[^']*'|[^\s,;"'()}]+))*)/g,
  );
  for (const [, name = '', value = ''] of entries) settings.set(name.toLowerCase(), valuesIn(value, script));
  return settings;
}

/** The texts in a value: one, or those of a list; a variable stands for what the script sets it to. */
function valuesIn(value: string, script: string): readonly string[] {
  return [...value.matchAll(/"((?:`[^]|""|[^"`])*)"|'((?:''|[^'])*)'|[^\s,@()"'`]+/g)].flatMap(
    ([bare, double, single]) => {
      const text = double ?? single;
      if (text !== undefined) return [text];
      const name = /^\$(\w+)$/.exec(bare)?.[1];
      if (name === undefined || /^(?:true|false|null)$/i.test(name)) return [bare];
      const assigned = new RegExp(
        `\\$${name}\\s*=\\s*(?:"([^"$]*)"|'([^']*)'|(\\$(?:true|false)))`,
        'i',
      ).exec(script);
      return [assigned?.[1] ?? assigned?.[2] ?? assigned?.[3] ?? bare];
    },
  );
}
