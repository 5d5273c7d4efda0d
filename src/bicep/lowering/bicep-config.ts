import type { Run } from '../../arm/run.ts';
import { SourceFile } from '../../source/file.ts';
import { type JsonNode, jsonMember, parseJson } from '../../source/json.ts';
import { folderOf, joinPath } from '../../source/path.ts';
import { RESTORE_CACHE } from '../restore-cache.ts';

/** What `bicepconfig.json` says about where modules are, and about the form of templates. */
export interface BicepConfig {
  /** `registry/path` by alias. */
  readonly registries: ReadonlyMap<string, string>;
  /** `subscription/resourceGroup` by alias. */
  readonly specs: ReadonlyMap<string, string>;
  /** Folders that stand for a registry, by alias. */
  readonly mocks: ReadonlyMap<string, string>;
  /** The folder that `bicep restore` fills. */
  readonly cache: string;
  /** The experimental feature that changes how a template says which extension a resource belongs to. */
  readonly hasExtensionConfigs: boolean;
}

const BUILT_IN: readonly (readonly [string, string])[] = [['public', 'mcr.microsoft.com/bicep']];

/** A chain of `extends` longer than this is refused by the compiler too. */
const MAX_EXTENDS = 64;

/** The settings for the files of a folder: of the nearest `bicepconfig.json` and those that it extends. */
export function configFor(folder: string, run: Run): BicepConfig {
  const registries = new Map(BUILT_IN);
  const specs = new Map<string, string>();
  const mocks = new Map<string, string>();
  let cache = RESTORE_CACHE;
  let hasExtensionConfigs = false;
  for (const { root, path } of configsFor(folder, run)) {
    const written = textIn(root, 'cacheRootDirectory');
    if (written !== '') cache = cacheFolder(written, folderOf(path));
    const feature = jsonMember(jsonMember(root, 'experimentalFeaturesEnabled'), 'moduleExtensionConfigs');
    if (feature?.kind === 'keyword') hasExtensionConfigs = feature.value === true;
    const aliases = jsonMember(root, 'moduleAliases');
    for (const [name, alias] of membersOf(jsonMember(aliases, 'br'))) {
      const parts = [textIn(alias, 'registry'), textIn(alias, 'modulePath')].filter(part => part !== '');
      registries.set(name, parts.join('/'));
    }
    for (const [name, alias] of membersOf(jsonMember(aliases, 'ts'))) {
      specs.set(name, `${textIn(alias, 'subscription')}/${textIn(alias, 'resourceGroup')}`);
    }
    for (const [name, alias] of membersOf(jsonMember(jsonMember(root, 'moduleAliasesMock'), 'br'))) {
      mocks.set(name, joinPath(folderOf(path), textIn(alias, 'mapToFilePath')));
    }
  }
  return { registries, specs, mocks, cache, hasExtensionConfigs };
}

/** A relative folder is one of the tree; what lies elsewhere is there only when it is the usual one. */
const cacheFolder = (written: string, folder: string): string =>
  /^(~|[/\\]|[A-Za-z]:)/.test(written) ? joinPath('~', written.replace(/^~/, '')) : joinPath(folder, written);

interface ConfigFile {
  readonly path: string;
  readonly root: JsonNode;
}

/** The base of a chain first. */
function configsFor(folder: string, run: Run): readonly ConfigFile[] {
  const chain: ConfigFile[] = [];
  let path = nearestConfig(folder, run);
  while (path !== undefined && chain.length < MAX_EXTENDS && !chain.some(one => one.path === path)) {
    const root = readConfig(path, run);
    if (root === undefined) break;
    chain.unshift({ path, root });
    const base = textIn(root, 'extends');
    path = base === '' ? undefined : joinPath(folderOf(path), base);
  }
  return chain;
}

function nearestConfig(folder: string, run: Run): string | undefined {
  for (let at = folder; ; at = folderOf(at)) {
    const path = joinPath(at, 'bicepconfig.json');
    if (run.tree.kind(path) === 'file') return path;
    if (at === '.' || at === folderOf(at)) return undefined;
  }
}

function readConfig(path: string, run: Run): JsonNode | undefined {
  const file = run.tree.text(path);
  if (!(file instanceof SourceFile)) {
    run.diagnostics.push(file);
    return undefined;
  }
  const { root, diagnostics } = parseJson(file);
  run.diagnostics.push(...diagnostics);
  run.files.set(path, file);
  return root;
}

const membersOf = (node: JsonNode | undefined): readonly (readonly [string, JsonNode])[] =>
  node?.kind === 'object' ? node.members.map(({ name, value }) => [name.value, value] as const) : [];

function textIn(node: JsonNode, name: string): string {
  const value = jsonMember(node, name);
  return value?.kind === 'string' ? value.value : '';
}
