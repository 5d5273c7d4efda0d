import {
  type Declarations,
  type Declared,
  type DiskDeclaration,
  NO_DECLARATIONS,
  type ServerDeclaration,
  type StatedFacts,
} from '../estate/declarations.ts';
import { DECLARED_FACTS, type DeclaredKind } from '../estate/declared-facts.ts';
import type { RuleLevel } from '../policy/selection.ts';
import type { ConfiguredSuppression } from '../policy/suppressions.ts';
import { type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import { SourceFile } from '../source/file.ts';
import { folderOf, joinPath } from '../source/path.ts';
import { checkAgainstSchema } from '../source/schema.ts';
import type { SourceTree } from '../source/tree.ts';
import { parseYaml, type YamlDocument } from '../source/yaml.ts';
import { CONFIG_SCHEMA } from './config-schema.ts';

/** What `exvet.yaml` says. All paths and globs are relative to the tree. */
export interface Config {
  readonly path: string | undefined;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly strict: boolean;
  /** Environments whose errors are warnings. */
  readonly labs: readonly string[];
  readonly terraform: TerraformConfig;
  readonly bicep: BicepConfig;
  readonly deployments: readonly ConfiguredDeployment[];
  readonly declarations: Declarations;
  /** A folder with an index of Azure resource types. */
  readonly types: Declared<string> | undefined;
  readonly policies: readonly Declared<string>[];
  readonly rules: readonly RuleLevel[];
  readonly suppressions: readonly ConfiguredSuppression[];
}

export interface TerraformConfig {
  readonly varFiles: readonly string[];
  readonly vars: readonly { readonly name: string; readonly text: string }[];
  readonly crossCheck: 'always' | 'on-error' | 'never';
  readonly workspace: string | undefined;
  /** Whether `TF_VAR_*` in the environment give values to variables. */
  readonly environment: boolean;
}

export interface BicepConfig {
  /** What `readEnvironmentVariable` gives by name; `undefined` for a variable that is not set. */
  readonly environment: ReadonlyMap<string, string | undefined>;
}

export interface ConfiguredDeployment {
  readonly template: Declared<string>;
  readonly parameters: readonly string[];
}

export const DEFAULT_CONFIG: Config = {
  path: undefined,
  include: [],
  exclude: [],
  strict: false,
  labs: [],
  terraform: { varFiles: [], vars: [], crossCheck: 'on-error', workspace: undefined, environment: false },
  bicep: { environment: new Map() },
  deployments: [],
  declarations: NO_DECLARATIONS,
  types: undefined,
  policies: [],
  rules: [],
  suppressions: [],
};

/** The data that the schema allows. */
interface ConfigData {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly strict?: boolean;
  readonly labs?: readonly string[];
  readonly terraform?: {
    readonly varFiles?: readonly string[];
    readonly vars?: Readonly<Record<string, string | number | boolean>>;
    readonly crossCheck?: TerraformConfig['crossCheck'];
    readonly workspace?: string;
    readonly environment?: boolean;
  };
  readonly bicep?: { readonly environment?: Readonly<Record<string, string | number | boolean | null>> };
  readonly deployments?: readonly { readonly template: string; readonly parameters?: readonly string[] }[];
  readonly servers?: readonly ServerData[];
  readonly datastores?: readonly {
    readonly match: string;
    readonly type: Declarations['datastores'][number]['type']['value'];
  }[];
  readonly hosts?: readonly {
    readonly match?: string;
    readonly name?: string;
    readonly guests?: readonly string[];
  }[];
  readonly dags?: readonly { readonly name: string }[];
  readonly estate?: object;
  readonly smtp?: { readonly relays?: readonly string[] };
  readonly types?: string;
  readonly policies?: readonly string[];
  readonly rules?: Readonly<Record<string, RuleLevel['level'] | false>>;
  readonly suppressions?: readonly {
    readonly rule: string;
    readonly match: string;
    readonly reason: string;
    readonly expires?: string;
  }[];
}

type Value<K extends 'exchange' | 'dag'> = Exclude<ServerDeclaration[K], undefined>['value'];

interface ServerData {
  readonly match: string;
  readonly exchange?: Value<'exchange'> | number;
  readonly roles?: readonly Exclude<ServerDeclaration['roles'], undefined>[number]['value'][];
  readonly dag?: Value<'dag'>;
  readonly disks?: readonly {
    readonly match: { readonly lun?: number | readonly number[]; readonly name?: string };
    readonly holds?: Exclude<DiskDeclaration['holds'], undefined>['value'];
    readonly backing?: 'block' | 'nas' | 'smb';
  }[];
}

/** Reads and checks a configuration file. With any mistake in it the answer is the list of them. */
export async function readConfig(tree: SourceTree, path: string): Promise<Config | readonly Diagnostic[]> {
  const file = tree.text(path);
  if (!(file instanceof SourceFile)) return [diagnostic('config-invalid', file.message, path)];
  const { documents, problems } = await parseYaml(file);
  if (problems.length > 0) {
    return problems.map(problem =>
      diagnostic('config-invalid', `${problem.message}.`.replace(/\.+$/, '.'), problem.range),
    );
  }
  const [document, second] = documents;
  if (second !== undefined)
    return [diagnostic('config-invalid', 'exvet.yaml holds one YAML document.', second.rangeAt([]))];
  if (document === undefined || document.data === null) {
    return [
      diagnostic('config-invalid', "The file is empty; it needs at least 'version: 1'.", {
        file,
        start: 0,
        end: 0,
      }),
    ];
  }
  const mistakes = await checkAgainstSchema(document, CONFIG_SCHEMA, 'config-invalid');
  return mistakes.length > 0 ? mistakes : new Reader(document, path).config();
}

/** Turns checked data into the configuration, with a place for everything that a remark may be about. */
class Reader {
  readonly #document: YamlDocument;
  readonly #data: ConfigData;
  readonly #path: string;
  readonly #folder: string;

  constructor(document: YamlDocument, path: string) {
    this.#document = document;
    // The schema has been checked.
    this.#data = document.data as ConfigData;
    this.#path = path;
    this.#folder = folderOf(path);
  }

  config(): Config {
    const { terraform = {}, ...data } = this.#data;
    return {
      path: this.#path,
      include: (data.include ?? []).map(glob => this.#glob(glob)),
      exclude: (data.exclude ?? []).map(glob => this.#glob(glob)),
      strict: data.strict ?? false,
      labs: data.labs ?? [],
      terraform: {
        varFiles: (terraform.varFiles ?? []).map(path => joinPath(this.#folder, path)),
        vars: Object.entries(terraform.vars ?? {}).map(([name, value]) => ({ name, text: String(value) })),
        crossCheck: terraform.crossCheck ?? 'on-error',
        workspace: terraform.workspace,
        environment: terraform.environment ?? false,
      },
      bicep: {
        environment: new Map(
          Object.entries(data.bicep?.environment ?? {}).map(
            ([name, value]) => [name, value === null ? undefined : String(value)] as const,
          ),
        ),
      },
      deployments: (data.deployments ?? []).map((deployment, index) => ({
        template: this.#at(joinPath(this.#folder, deployment.template), ['deployments', index, 'template']),
        parameters: (deployment.parameters ?? []).map(path => joinPath(this.#folder, path)),
      })),
      declarations: this.#declarations(),
      types: data.types === undefined ? undefined : this.#at(joinPath(this.#folder, data.types), ['types']),
      policies: (data.policies ?? []).map((glob, index) => this.#at(this.#glob(glob), ['policies', index])),
      rules: Object.entries(data.rules ?? {}).map(([rule, level]) => ({
        rule: { value: rule, range: this.#document.keyRangeAt(['rules', rule]) },
        // YAML 1.1 readers turn `off` into false; both are meant alike.
        level: level === false ? 'off' : level,
      })),
      suppressions: (data.suppressions ?? []).map((entry, index) => ({
        rule: entry.rule,
        match: entry.match,
        reason: entry.reason,
        expires: entry.expires,
        range: this.#document.rangeAt(['suppressions', index, 'match']),
      })),
    };
  }

  #declarations(): Declarations {
    const { servers = [], hosts = [], datastores = [], dags = [], estate = {}, smtp } = this.#data;
    return {
      servers: servers.map((server, index) => this.#server(server, ['servers', index])),
      hosts: hosts.map((host, index) => {
        const at = ['hosts', index];
        const name = this.#optional(host.name, [...at, 'name']);
        return {
          match:
            host.match === undefined ? (name ?? this.#at('', at)) : this.#at(host.match, [...at, 'match']),
          name: host.match === undefined ? name : undefined,
          ...(host.guests === undefined
            ? {}
            : { guests: host.guests.map((glob, guest) => this.#at(glob, [...at, 'guests', guest])) }),
          facts: this.#facts('host', host, at),
        };
      }),
      datastores: datastores.map((datastore, index) => {
        const at = ['datastores', index];
        return {
          match: this.#at(datastore.match, [...at, 'match']),
          type: this.#at(datastore.type, [...at, 'type']),
          facts: this.#facts('datastore', datastore, at),
        };
      }),
      dags: dags.map((dag, index) => ({
        name: this.#at(dag.name, ['dags', index, 'name']),
        facts: this.#facts('dag', dag, ['dags', index]),
      })),
      estate: this.#facts('estate', estate, ['estate']),
      relays: (smtp?.relays ?? []).map((relay, index) => this.#at(relay, ['smtp', 'relays', index])),
    };
  }

  #server(server: ServerData, path: readonly (string | number)[]): ServerDeclaration {
    const exchange =
      server.exchange === undefined ? undefined : (String(server.exchange) as Value<'exchange'>);
    return {
      match: this.#at(server.match, [...path, 'match']),
      exchange: this.#optional(exchange, [...path, 'exchange']),
      roles: server.roles?.map((role, index) => this.#at(role, [...path, 'roles', index])),
      dag: this.#optional(server.dag, [...path, 'dag']),
      disks: (server.disks ?? []).map((disk, index): DiskDeclaration => {
        const { lun, name } = disk.match;
        const at = [...path, 'disks', index];
        return {
          slots: typeof lun === 'number' ? [lun] : lun,
          name,
          range: this.#document.rangeAt([...at, 'match']),
          holds: this.#optional(disk.holds, [...at, 'holds']),
          backing: this.#optional(disk.backing, [...at, 'backing']),
          facts: this.#facts('disk', disk, at),
        };
      }),
      facts: this.#facts('server', server, path),
    };
  }

  /** What the data states of the facts that no template carries. */
  #facts(kind: DeclaredKind, data: object, path: readonly (string | number)[]): StatedFacts {
    const stated = Object.entries(data).filter(([name]) => Object.hasOwn(DECLARED_FACTS[kind], name));
    return new Map(
      stated.map(([name, value]) => {
        // A release of Windows or a version of Exchange is a text, however YAML reads it.
        const { type } = DECLARED_FACTS[kind][name] ?? {};
        const text = type === 'string' ? String(value) : Array.isArray(value) ? value.map(String) : value;
        return [name, this.#at(text, [...path, name])];
      }),
    );
  }

  #at<T>(value: T, path: readonly (string | number)[]): Declared<T> {
    return { value, range: this.#document.rangeAt(path) };
  }

  #optional<T>(value: T | undefined, path: readonly (string | number)[]): Declared<T> | undefined {
    return value === undefined ? undefined : this.#at(value, path);
  }

  /** A glob of the file as one of the tree. */
  #glob(glob: string): string {
    const clean = glob.replace(/^\.\//, '');
    return this.#folder === '.' ? clean : `${this.#folder}/${clean}`;
  }
}
