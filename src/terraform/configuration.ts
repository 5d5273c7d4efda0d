import { type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import type { SourceFile } from '../source/file.ts';
import { locationOf, type SourceRange } from '../source/range.ts';
import type { Attribute, Block, Body, Comment } from './hcl/ast.ts';

/**
 * What the files of one module folder declare, by name and still as syntax. Files and their order have
 * no meaning in Terraform, so nothing here remembers them but the ranges.
 */
export interface Configuration {
  /** The module's folder, relative to the scanned tree. */
  readonly folder: string;
  readonly variables: ReadonlyMap<string, Block>;
  readonly locals: ReadonlyMap<string, Attribute>;
  readonly outputs: ReadonlyMap<string, Block>;
  /** By `type.name`, `data.type.name` or `ephemeral.type.name`. */
  readonly resources: ReadonlyMap<string, ResourceDeclaration>;
  readonly calls: ReadonlyMap<string, ModuleCall>;
  /** `terraform` and `provider` blocks: they tell whether a folder is meant as a root module. */
  readonly settings: readonly Block[];
  readonly checks: readonly Block[];
  readonly files: readonly SourceFile[];
  readonly comments: readonly Comment[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface ResourceDeclaration {
  readonly mode: 'managed' | 'data' | 'ephemeral';
  readonly type: string;
  readonly name: string;
  /** As an expression refers to it: `azurerm_subnet.a`, `data.azurerm_subnet.a`. */
  readonly key: string;
  readonly block: Block;
}

export interface ModuleCall {
  readonly name: string;
  readonly block: Block;
}

/** The syntax of one file of a module. */
export interface ModuleFile {
  readonly file: SourceFile;
  readonly body: Body;
  readonly comments: readonly Comment[];
  readonly diagnostics: readonly Diagnostic[];
}

/** How many labels each kind of top-level block has (OpenTofu `internal/configs/configfile.go`). */
const LABELS: Readonly<Record<string, number>> = {
  terraform: 0,
  provider: 1,
  variable: 1,
  locals: 0,
  output: 1,
  resource: 2,
  data: 2,
  ephemeral: 2,
  module: 1,
  moved: 0,
  import: 0,
  removed: 0,
  check: 1,
  action: 2,
  list: 2,
  language: 0,
};

export const bodyAttribute = (body: Body, name: string): Attribute | undefined =>
  body.attributes.find(attribute => attribute.name === name);

/** Reads the top-level blocks of a module's files into declarations; the overrides come after the others. */
export function buildConfiguration(
  folder: string,
  files: readonly ModuleFile[],
  overrides: readonly ModuleFile[],
): Configuration {
  const builder = new ConfigurationBuilder();
  for (const file of files) builder.addFile(file.body, 'declare');
  for (const file of overrides) builder.addFile(file.body, 'override');
  const all = [...files, ...overrides];
  return {
    folder,
    variables: builder.variables,
    locals: builder.locals,
    outputs: builder.outputs,
    resources: builder.resources,
    calls: builder.calls,
    settings: builder.settings,
    checks: builder.checks,
    files: all.map(({ file }) => file),
    comments: all.flatMap(({ comments }) => comments),
    diagnostics: [...all.flatMap(({ diagnostics }) => diagnostics), ...builder.diagnostics],
  };
}

type Mode = 'declare' | 'override';

/** How a kind of declaration is made from its block. */
interface DeclarationForm<D> {
  readonly build: (block: Block) => D;
  readonly blockOf: (declared: D) => Block;
}

const asBlock: DeclarationForm<Block> = { build: block => block, blockOf: block => block };

/** `resource "azurerm_subnet" "a"`. */
const titleOf = (block: Block): string =>
  [block.type, ...block.labels.map(label => `"${label.text}"`)].join(' ');

class ConfigurationBuilder {
  readonly variables = new Map<string, Block>();
  readonly locals = new Map<string, Attribute>();
  readonly outputs = new Map<string, Block>();
  readonly resources = new Map<string, ResourceDeclaration>();
  readonly calls = new Map<string, ModuleCall>();
  readonly settings: Block[] = [];
  readonly checks: Block[] = [];
  readonly diagnostics: Diagnostic[] = [];

  addFile(body: Body, mode: Mode): void {
    for (const attribute of body.attributes) {
      this.#structure(
        attribute.nameRange,
        `'${attribute.name}' is an argument outside of any block: put it into one.`,
      );
    }
    for (const block of body.blocks) if (this.#hasItsLabels(block)) this.#addBlock(block, mode);
  }

  #hasItsLabels(block: Block): boolean {
    const expected = LABELS[block.type];
    if (expected === undefined) {
      this.diagnostics.push(
        diagnostic(
          'terraform-unsupported',
          `Blocks of type '${block.type}' are not known here and were not read.`,
          block.header,
        ),
      );
      return false;
    }
    if (block.labels.length === expected) return true;
    const wants = expected === 0 ? 'no label' : expected === 1 ? 'one label' : `${expected} labels`;
    this.#structure(
      block.header,
      `A '${block.type}' block takes ${wants}, and this one has ${block.labels.length}.`,
    );
    return false;
  }

  #addBlock(block: Block, mode: Mode): void {
    const [first = '', second = ''] = block.labels.map(label => label.text);
    switch (block.type) {
      case 'variable':
        return this.#add(this.variables, first, block, mode, asBlock);
      case 'output':
        return this.#add(this.outputs, first, block, mode, asBlock);
      case 'module':
        return this.#add(this.calls, first, block, mode, {
          build: merged => ({ name: first, block: merged }),
          blockOf: call => call.block,
        });
      case 'locals':
        return this.#addLocals(block, mode);
      case 'resource':
        return this.#addResource('managed', first, second, block, mode);
      case 'data':
        return this.#addResource('data', first, second, block, mode);
      case 'ephemeral':
        return this.#addResource('ephemeral', first, second, block, mode);
      case 'terraform':
      case 'provider':
        this.settings.push(block);
        return;
      case 'check':
        this.checks.push(block);
        return;
      default:
        // `moved`, `import`, `removed`, … declare nothing that is deployed.
        return;
    }
  }

  #addResource(
    resourceMode: ResourceDeclaration['mode'],
    type: string,
    name: string,
    block: Block,
    mode: Mode,
  ): void {
    const key = resourceMode === 'managed' ? `${type}.${name}` : `${resourceMode}.${type}.${name}`;
    this.#add(this.resources, key, block, mode, {
      build: merged => ({ mode: resourceMode, type, name, key, block: merged }),
      blockOf: declaration => declaration.block,
    });
  }

  #add<D>(declared: Map<string, D>, key: string, block: Block, mode: Mode, form: DeclarationForm<D>): void {
    const before = declared.get(key);
    const base = before === undefined ? undefined : form.blockOf(before);
    if (base === undefined && mode === 'declare') declared.set(key, form.build(block));
    else if (base === undefined) {
      this.#structure(block.header, `There is no ${titleOf(block)} that this override file could change.`);
    } else if (mode === 'declare') this.#duplicate(titleOf(block), base.header, block.header);
    else declared.set(key, form.build({ ...base, body: mergeBodies(base.body, block.body) }));
  }

  #addLocals(block: Block, mode: Mode): void {
    for (const attribute of block.body.attributes) {
      const before = this.locals.get(attribute.name);
      if (mode === 'declare' && before !== undefined) {
        this.#duplicate(`local.${attribute.name}`, before.nameRange, attribute.nameRange);
      } else this.locals.set(attribute.name, attribute);
    }
    for (const inner of block.body.blocks) {
      this.#structure(inner.header, `A 'locals' block holds names with values, not '${inner.type}' blocks.`);
    }
  }

  #duplicate(title: string, first: SourceRange, second: SourceRange): void {
    const { file, startLine } = locationOf(first);
    this.diagnostics.push(
      diagnostic('terraform-duplicate', `${title} is already declared in ${file}:${startLine}.`, second),
    );
  }

  #structure(range: SourceRange, message: string): void {
    this.diagnostics.push(diagnostic('terraform-structure', message, range));
  }
}

/** The type of the blocks that a block stands for: a `dynamic "x"` is an `x`. */
export const generatedType = (block: Block): string =>
  block.type === 'dynamic' ? (block.labels[0]?.text ?? 'dynamic') : block.type;

/**
 * Merges an override into a block (https://developer.hashicorp.com/terraform/language/files/override):
 * an argument replaces the one of its name, nested blocks replace all blocks of their type, and
 * `lifecycle` merges argument by argument.
 */
function mergeBodies(base: Body, override: Body): Body {
  const replaced = new Set(override.attributes.map(attribute => attribute.name));
  const types = new Set(override.blocks.map(generatedType));
  const lifecycle = base.blocks.find(block => block.type === 'lifecycle');
  return {
    range: base.range,
    attributes: [
      ...base.attributes.filter(attribute => !replaced.has(attribute.name)),
      ...override.attributes,
    ],
    blocks: [
      ...base.blocks.filter(block => !types.has(generatedType(block))),
      ...override.blocks.map(block =>
        block.type === 'lifecycle' && lifecycle !== undefined
          ? { ...block, body: mergeBodies(lifecycle.body, block.body) }
          : block,
      ),
    ],
  };
}
