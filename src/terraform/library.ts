import { type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import { joinPath } from '../source/path.ts';
import type { SourceRange } from '../source/range.ts';
import type { SourceTree } from '../source/tree.ts';
import { bodyAttribute, type Configuration, type ModuleCall } from './configuration.ts';
import type { ConfigurationReader } from './configuration-reader.ts';
import type { Expression } from './hcl/ast.ts';
import { installedFolders } from './installed-modules.ts';
import { moduleFileNames } from './module-files.ts';

/** Modules call each other no deeper than this. */
export const MAX_MODULE_DEPTH = 32;

/** Where the configuration of a module call is, or why it is not to be had. */
export type ModuleLocation =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'missing' | 'unavailable'; readonly diagnostic: Diagnostic; readonly reason: string };

/** The modules of one root module: where its calls lead, and which configurations it has a use for. */
export class ModuleLibrary {
  readonly #tree: SourceTree;
  readonly #reader: ConfigurationReader;
  readonly #used = new Map<string, Configuration>();
  /** By call path, `network.subnets`: what `terraform init` has installed. */
  readonly #installed: ReadonlyMap<string, string>;

  constructor(tree: SourceTree, rootFolder: string, reader: ConfigurationReader) {
    this.#tree = tree;
    this.#reader = reader;
    this.#installed = installedFolders(tree, rootFolder);
  }

  /** Every configuration that was asked for, the root module's first. */
  get configurations(): readonly Configuration[] {
    return [...this.#used.values()];
  }

  /** The configuration of a folder. */
  configuration(folder: string, onlyFile?: string): Configuration {
    let configuration = this.#used.get(folder);
    if (configuration === undefined) {
      configuration = this.#reader.configuration(folder, onlyFile);
      this.#used.set(folder, configuration);
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
}

/** Whether a module's source is a folder beside the calling module, and not a registry or repository. */
export const isLocalSource = (source: string): boolean => /^\.\.?([\\/]|$)/.test(source);

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
