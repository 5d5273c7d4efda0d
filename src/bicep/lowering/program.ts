import type { LoweredTemplate } from '../../arm/lowered.ts';
import type { Run } from '../../arm/run.ts';
import { SourceFile } from '../../source/file.ts';
import { type JsonObject, jsonMember } from '../../source/json.ts';
import { folderOf } from '../../source/path.ts';
import type { SourceRange } from '../../source/range.ts';
import type { Reason } from '../../value/unknown.ts';
import type { InvalidExpression, Statement, StringExpression } from '../ast.ts';
import { parseBicep, parseBicepParameters } from '../parser.ts';
import { type BicepConfig, configFor } from './bicep-config.ts';
import { type ModuleReference, readReference } from './module-reference.ts';
import { type Declaration, declarationsOf, literalTextOf } from './symbols.ts';
import { TemplateLowering } from './template.ts';

/** A Bicep file with the names that it declares. */
export interface BicepFile {
  readonly path: string;
  readonly source: SourceFile;
  readonly statements: readonly Statement[];
  readonly declarations: ReadonlyMap<string, Declaration>;
}

/** A template that a module's path stands for, compiled or lowered. */
export interface FoundTemplate {
  readonly path: string;
  readonly root: JsonObject;
  /** Set when it was downloaded: the reference to it, `br/public:avm/res/compute/disk:0.1.0`. */
  readonly reference?: string;
}

/** Why a module cannot be had; a diagnostic tells it too. */
export interface MissingModule {
  readonly reason: Reason;
}

type PathExpression = StringExpression | InvalidExpression;

/** Deployments inside each other are followed less deep than this. */
const MAX_MODULE_DEPTH = 32;

/** Each file of one deployment is read and lowered once. */
export class Program {
  readonly run: Run;
  /** What is known of the environment in which the deployment is made; the one of exvet is not read. */
  readonly environment: ReadonlyMap<string, string | undefined>;
  readonly #files = new Map<string, BicepFile | undefined>();
  readonly #templates = new Map<string, LoweredTemplate | 'busy' | undefined>();
  readonly #configs = new Map<string, BicepConfig>();
  #depth = 0;

  constructor(run: Run, environment: ReadonlyMap<string, string | undefined> = new Map()) {
    this.run = run;
    this.environment = environment;
  }

  /** `undefined` when the file cannot be read, which is reported at `place`. */
  file(path: string, place: SourceRange | undefined): BicepFile | undefined {
    if (!this.#files.has(path)) {
      const source = this.run.tree.text(path, place);
      if (!(source instanceof SourceFile)) this.run.diagnostics.push(source);
      this.#files.set(path, source instanceof SourceFile ? this.#read(source) : undefined);
    }
    return this.#files.get(path);
  }

  #read(source: SourceFile): BicepFile {
    const { run } = this;
    const isParameters = source.path.toLowerCase().endsWith('.bicepparam');
    const parse = isParameters ? parseBicepParameters : parseBicep;
    const { program, diagnostics, comments } = parse(source);
    run.files.set(source.path, source);
    run.diagnostics.push(...diagnostics);
    for (const { text, range } of comments) {
      if (text.includes('exvet:')) run.comments.push({ range, text: withoutMarks(text) });
    }
    const { declarations, repeated } = declarationsOf(program.statements);
    for (const { text, range } of repeated) {
      run.report('bicep-reference', `The name '${text}' is declared twice.`, range);
    }
    return { path: source.path, source, statements: program.statements, declarations };
  }

  /** The template of a Bicep file; `undefined` after it was reported. */
  lowered(path: string, place: SourceRange | undefined): LoweredTemplate | undefined {
    const known = this.#templates.get(path);
    if (known === 'busy') {
      this.run.report('arm-cycle', `The module '${path}' contains itself.`, place ?? path);
      return undefined;
    }
    if (known !== undefined || this.#templates.has(path)) return known;
    if (this.#depth >= MAX_MODULE_DEPTH) {
      const message = `Modules inside each other are followed ${MAX_MODULE_DEPTH} levels deep.`;
      this.run.report('limit-exceeded', message, place ?? path);
      return undefined;
    }
    this.#templates.set(path, 'busy');
    this.#depth++;
    const file = this.file(path, place);
    const template = file === undefined ? undefined : new TemplateLowering(this, file).lower();
    this.#depth--;
    this.#templates.set(path, template);
    return template;
  }

  /** What the path of a `module` or `using` stands for. */
  template(from: BicepFile, written: PathExpression): FoundTemplate | MissingModule {
    const reference = this.#reference(from, written);
    if ('reason' in reference) return reference;
    if (reference.kind === 'restored' || /\.(jsonc?|arm)$/i.test(reference.path)) {
      return this.#compiled(reference, written);
    }
    const root = this.lowered(reference.path, written.range);
    return root === undefined
      ? missing(`the module '${reference.path}' could not be read`, written.range)
      : { path: reference.path, root };
  }

  /** What the path of an `import` stands for. */
  imported(from: BicepFile, written: PathExpression): BicepFile | FoundTemplate | MissingModule {
    const reference = this.#reference(from, written);
    if ('reason' in reference) return reference;
    if (reference.kind === 'restored' || /\.(jsonc?|arm)$/i.test(reference.path)) {
      return this.#compiled(reference, written);
    }
    const file = this.file(reference.path, written.range);
    return file ?? missing(`'${reference.path}' could not be read`, written.range);
  }

  #reference(
    from: BicepFile,
    written: PathExpression,
  ): Exclude<ModuleReference, { kind: 'invalid' }> | MissingModule {
    const text = literalTextOf(written.kind === 'string' ? written : undefined);
    if (text === undefined) return missing('the path of the module is not written out', written.range);
    const reference = readReference(text, from.path, this.config(from));
    if (reference.kind !== 'invalid') return reference;
    this.run.report('bicep-reference', reference.message, written.range);
    return missing(reference.message, written.range);
  }

  /** What `bicepconfig.json` says for a file. */
  config({ path }: BicepFile): BicepConfig {
    const folder = folderOf(path);
    const config = this.#configs.get(folder) ?? configFor(folder, this.run);
    this.#configs.set(folder, config);
    return config;
  }

  /** A compiled template: a file of the tree, or one that `bicep restore` has left. */
  #compiled(
    reference: Exclude<ModuleReference, { kind: 'invalid' }>,
    written: PathExpression,
  ): FoundTemplate | MissingModule {
    const { path } = reference;
    const { range } = written;
    if (reference.kind === 'restored' && this.run.tree.kind(path) !== 'file') {
      return this.#notRestored(written);
    }
    const document = this.run.document(path, range);
    if ('code' in document) {
      this.run.diagnostics.push(document);
      return missing(`'${path}' could not be read`, range);
    }
    const isSpec = reference.kind === 'restored' && reference.isSpec;
    const root = isSpec ? jsonMember(jsonMember(document.root, 'properties'), 'mainTemplate') : document.root;
    if (root?.kind === 'object' && jsonMember(root, 'resources') !== undefined) {
      return reference.kind === 'restored'
        ? { path, root, reference: referenceText(written) }
        : { path, root };
    }
    this.run.report('bicep-reference', `'${path}' is no template.`, range);
    return missing(`'${path}' is no template`, range);
  }

  #notRestored(written: PathExpression): MissingModule {
    const { range } = written;
    const name = referenceText(written);
    const text = `module ${name} is not restored: run bicep restore`;
    const message = `The module '${name}' is not restored. Run 'bicep restore ${range.file.path}'.`;
    this.run.report('bicep-module-unavailable', message, range);
    return { reason: { kind: 'unavailable', text, range } };
  }
}

const referenceText = (written: PathExpression): string =>
  literalTextOf(written.kind === 'string' ? written : undefined) ?? '';

const missing = (text: string, range: SourceRange): MissingModule => ({
  reason: { kind: 'error', text, range },
});

const withoutMarks = (comment: string): string => comment.replace(/^\/\/|^\/\*|\*\/$/g, '').trim();
