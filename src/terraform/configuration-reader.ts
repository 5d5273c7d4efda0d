import type { SourceFile } from '../source/file.ts';
import type { SourceTree } from '../source/tree.ts';
import { buildConfiguration, type Configuration, type ModuleFile } from './configuration.ts';
import { adjudicate, crossCheck } from './hcl/cross-check.ts';
import { parseTerraformJson } from './hcl/json-syntax.ts';
import { type ParsedHcl, parseHcl } from './hcl/parser.ts';
import { moduleFileNames, readTexts } from './module-files.ts';

/** How far HashiCorp's own parser is asked: see `hcl/cross-check.ts`. */
export type CrossCheck = 'always' | 'on-error' | 'never';

/**
 * Reads the folders of modules, each once in a run, however many root modules share it. HashiCorp's parser
 * answers by promise and evaluating does not wait, so a folder can be read before that parser was asked
 * about it: `consult` then says whether it reads otherwise now.
 */
export class ConfigurationReader {
  readonly #tree: SourceTree;
  readonly #crossCheck: CrossCheck;
  readonly #configurations = new Map<string, Configuration>();
  readonly #consulted = new Set<string>();
  readonly #readings = new Map<SourceFile, ParsedHcl>();

  constructor(tree: SourceTree, crossCheck: CrossCheck) {
    this.#tree = tree;
    this.#crossCheck = crossCheck;
  }

  /**
   * The configuration of a folder.
   *
   * @param onlyFile read this file alone, as if the folder held no other
   */
  configuration(folder: string, onlyFile?: string): Configuration {
    const key = onlyFile ?? folder;
    let configuration = this.#configurations.get(key);
    if (configuration === undefined) {
      configuration = this.#build(folder, onlyFile);
      this.#configurations.set(key, configuration);
    }
    return configuration;
  }

  /** Asks HashiCorp's parser about the files of a folder, once; whether that changes what they say. */
  async consult(folder: string, onlyFile?: string): Promise<boolean> {
    const key = onlyFile ?? folder;
    if (this.#crossCheck === 'never' || this.#consulted.has(key)) return false;
    this.#consulted.add(key);
    let changed = false;
    for (const file of this.#filesOf(folder, onlyFile)) {
      const ours = this.#reading(file);
      const reading = await this.#consultAbout(file, ours);
      changed ||= reading !== ours;
      this.#readings.set(file, reading);
    }
    if (changed) this.#configurations.delete(key);
    return changed;
  }

  #filesOf(folder: string, onlyFile: string | undefined): readonly SourceFile[] {
    const names = moduleFileNames(this.#tree, folder);
    const paths =
      onlyFile === undefined ? [...(names?.primary ?? []), ...(names?.overrides ?? [])] : [onlyFile];
    return readTexts(this.#tree, paths).files;
  }

  #build(folder: string, onlyFile: string | undefined): Configuration {
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
    const { body, comments, diagnostics } = this.#reading(file);
    return { file, body, comments, diagnostics };
  }

  #reading(file: SourceFile): ParsedHcl {
    let reading = this.#readings.get(file);
    if (reading === undefined) {
      reading = isJson(file) ? parseTerraformJson(file) : parseHcl(file);
      this.#readings.set(file, reading);
    }
    return reading;
  }

  async #consultAbout(file: SourceFile, parsed: ParsedHcl): Promise<ParsedHcl> {
    // HashiCorp's parser is one of the native syntax.
    if (isJson(file)) return parsed;
    if (parsed.diagnostics.some(({ severity }) => severity === 'error')) return adjudicate(file, parsed);
    if (this.#crossCheck === 'on-error') return parsed;
    const differences = await crossCheck(file, parsed);
    return differences.length === 0
      ? parsed
      : { ...parsed, diagnostics: [...parsed.diagnostics, ...differences] };
  }
}

const isJson = (file: SourceFile): boolean => file.path.endsWith('.json');
