import { type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import type { SourceFile } from '../source/file.ts';
import { joinPath } from '../source/path.ts';
import type { SourceRange } from '../source/range.ts';
import type { SourceTree } from '../source/tree.ts';
import {
  bodyAttribute,
  buildConfiguration,
  type Configuration,
  type ModuleCall,
  type ModuleFile,
} from './configuration.ts';
import type { Expression } from './hcl/ast.ts';
import { adjudicate, crossCheck } from './hcl/cross-check.ts';
import { parseTerraformJson } from './hcl/json-syntax.ts';
import { type ParsedHcl, parseHcl } from './hcl/parser.ts';
import { installedFolders } from './installed-modules.ts';
import { moduleFileNames, readTexts } from './module-files.ts';

/** How far HashiCorp's own parser is asked: see `hcl/cross-check.ts`. */
export type CrossCheck = 'always' | 'on-error' | 'never';

/** Modules call each other no deeper than this. */
export const MAX_MODULE_DEPTH = 32;

/** Where the configuration of a module call is, or why it is not to be had. */
export type ModuleLocation =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'missing' | 'unavailable'; readonly diagnostic: Diagnostic; readonly reason: string };

/**
 * The modules of one root module. They are read ahead, following the calls whose sources are literal, since
 * asking HashiCorp's parser takes a promise and evaluating does not.
 */
export class ModuleLibrary {
  readonly #tree: SourceTree;
  readonly #crossCheck: CrossCheck;
  readonly #configurations = new Map<string, Configuration>();
  /** By call path, `network.subnets`: what `terraform init` has installed. */
  readonly #installed: ReadonlyMap<string, string>;
  readonly #readings = new Map<SourceFile, ParsedHcl>();

  constructor(tree: SourceTree, rootFolder: string, crossCheck: CrossCheck) {
    this.#tree = tree;
    this.#crossCheck = crossCheck;
    this.#installed = installedFolders(tree, rootFolder);
  }

  /** Every configuration that was read, the root module's first. */
  get configurations(): readonly Configuration[] {
    return [...this.#configurations.values()];
  }

  /** Reads a module and everything that it calls by a literal source. */
  async readAhead(
    folder: string,
    onlyFile?: string,
    callPath: readonly string[] = [],
    callers: readonly string[] = [],
  ): Promise<void> {
    // A module that calls itself is reported where it is evaluated.
    if (callers.includes(folder) || callers.length > MAX_MODULE_DEPTH) return;
    if (!this.#configurations.has(folder)) {
      for (const file of this.#filesOf(folder, onlyFile)) this.#readings.set(file, await this.#consult(file));
    }
    const configuration = this.configuration(folder, onlyFile);
    for (const call of configuration.calls.values()) {
      const source = literalSource(call);
      if (source === undefined) continue;
      const path = [...callPath, call.name];
      const location = this.locate(source.text, source.range, folder, path);
      if (location.kind === 'folder') {
        await this.readAhead(location.folder, undefined, path, [...callers, folder]);
      }
    }
  }

  /** The configuration of a folder. */
  configuration(folder: string, onlyFile?: string): Configuration {
    let configuration = this.#configurations.get(folder);
    if (configuration === undefined) {
      configuration = this.#build(folder, onlyFile);
      this.#configurations.set(folder, configuration);
    }
    return configuration;
  }

  /**
   * Finds the folder of a module call.
   *
   * @param callPath the names of the calls from the root module to this one
   */
  locate(
    source: string,
    range: SourceRange,
    callerFolder: string,
    callPath: readonly string[],
  ): ModuleLocation {
    const name = callPath.at(-1) ?? '';
    const isLocal = isLocalSource(source);
    const folder = isLocal
      ? joinPath(callerFolder, source.replaceAll('\\', '/'))
      : this.#installed.get(callPath.join('.'));
    if (folder === undefined) return unavailable(name, source, range);
    const kind = this.#tree.kind(folder);
    if (kind === 'outside' || folder === '..' || folder.startsWith('../')) {
      const message = `The source of module "${name}" leads out of the scanned folder: scan a folder that holds both.`;
      return {
        kind: 'missing',
        diagnostic: diagnostic('path-outside', message, range),
        reason: `module "${name}" is outside of the scanned folder`,
      };
    }
    if (kind === 'folder' && moduleFileNames(this.#tree, folder) !== undefined) {
      return { kind: 'folder', folder };
    }
    if (!isLocal) return unavailable(name, source, range);
    const what = kind === 'folder' ? 'holds no Terraform file' : 'does not exist';
    return {
      kind: 'missing',
      diagnostic: diagnostic(
        'terraform-module-missing',
        `The folder '${folder}' of module "${name}" ${what}.`,
        range,
      ),
      reason: `the folder of module "${name}" ${what}`,
    };
  }

  #filesOf(folder: string, onlyFile?: string): readonly SourceFile[] {
    const names = moduleFileNames(this.#tree, folder);
    const paths =
      onlyFile === undefined ? [...(names?.primary ?? []), ...(names?.overrides ?? [])] : [onlyFile];
    return readTexts(this.#tree, paths).files;
  }

  #build(folder: string, onlyFile?: string): Configuration {
    const names = moduleFileNames(this.#tree, folder);
    const primary = readTexts(this.#tree, onlyFile === undefined ? (names?.primary ?? []) : [onlyFile]);
    const overrides = readTexts(this.#tree, onlyFile === undefined ? (names?.overrides ?? []) : []);
    const configuration = buildConfiguration(
      folder,
      primary.files.map(file => this.#moduleFile(file)),
      overrides.files.map(file => this.#moduleFile(file)),
    );
    return {
      ...configuration,
      diagnostics: [...primary.diagnostics, ...overrides.diagnostics, ...configuration.diagnostics],
    };
  }

  #moduleFile(file: SourceFile): ModuleFile {
    const { body, comments, diagnostics } = this.#readings.get(file) ?? readFile(file);
    return { file, body, comments, diagnostics };
  }

  async #consult(file: SourceFile): Promise<ParsedHcl> {
    const parsed = readFile(file);
    // HashiCorp's parser is one of the native syntax.
    if (this.#crossCheck === 'never' || isJson(file)) return parsed;
    if (parsed.diagnostics.some(({ severity }) => severity === 'error')) return adjudicate(file, parsed);
    if (this.#crossCheck === 'on-error') return parsed;
    return { ...parsed, diagnostics: [...parsed.diagnostics, ...(await crossCheck(file, parsed))] };
  }
}

/** Whether a module's source is a folder beside the calling module, and not a registry or repository. */
export const isLocalSource = (source: string): boolean => /^\.\.?([\\/]|$)/.test(source);

const isJson = (file: SourceFile): boolean => file.path.endsWith('.json');

/** Modules are shared between root modules, and a file's tree does not depend on who asks. */
const readings = new WeakMap<SourceFile, ParsedHcl>();

function readFile(file: SourceFile): ParsedHcl {
  const known = readings.get(file);
  if (known !== undefined) return known;
  const parsed = isJson(file) ? parseTerraformJson(file) : parseHcl(file);
  readings.set(file, parsed);
  return parsed;
}

function unavailable(name: string, source: string, range: SourceRange): ModuleLocation {
  const message = `Module "${name}" (${source}) is not downloaded: run terraform init to have it scanned too.`;
  return {
    kind: 'unavailable',
    diagnostic: diagnostic('terraform-module-unavailable', message, range),
    reason: `module "${name}" is not downloaded: run terraform init`,
  };
}

/** The source of a call when it is written as a plain string. */
export function literalSource(call: ModuleCall): { text: string; range: SourceRange } | undefined {
  const value = bodyAttribute(call.block.body, 'source')?.value;
  const text = value === undefined ? undefined : plainText(value);
  return text === undefined || value === undefined ? undefined : { text, range: value.range };
}

function plainText(expression: Expression): string | undefined {
  if (expression.kind !== 'template') return undefined;
  const texts = expression.parts.map(part => (part.kind === 'text' ? part.text : undefined));
  return texts.includes(undefined) ? undefined : texts.join('');
}
