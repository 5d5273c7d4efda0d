import { type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import type { SourceFile } from '../source/file.ts';
import { type JsonNode, jsonMember, parseJson } from '../source/json.ts';
import type { SourceRange } from '../source/range.ts';

/**
 * The JSON of `terraform show -json`, for a plan or a state, and of `tofu show -json`, which is the same
 * (https://developer.hashicorp.com/terraform/internals/json-format, format versions 0.1 to 1.x).
 */
export interface PlanDocument {
  readonly resources: readonly PlannedResource[];
  /** The `configuration` of a plan's root module: expressions as far as they are constants and references. */
  readonly configuration: JsonNode | undefined;
  /** Its provider configurations, by the keys that resources name. */
  readonly providers: JsonNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a plan will have made of one resource instance, or what a state holds of it. */
export interface PlannedResource {
  readonly address: string;
  /** `module.a["x"].module.b`; empty for the root module. */
  readonly module: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly key: string | number | undefined;
  /** What is known of it. */
  readonly values: JsonNode | undefined;
  /** `true` where a value is known only after apply. */
  readonly unknown: JsonNode | undefined;
  /** `true` where a value is sensitive. */
  readonly sensitive: JsonNode | undefined;
  /** Its address in the file. */
  readonly range: SourceRange;
  readonly block: SourceRange;
}

/** Prior state, drift and the values before the change are a large part of a plan, and nobody asks for them. */
const NEEDED = new Set(['planned_values', 'values', 'resource_changes', 'configuration']);
const NEEDED_OF_CHANGE = new Set(['after_unknown']);

function isNeeded(names: readonly string[]): boolean {
  const [top = '', second, third = ''] = names;
  if (!NEEDED.has(top)) return false;
  if (top === 'configuration')
    return second === undefined || second === 'root_module' || second === 'provider_config';
  const isOfChange = top === 'resource_changes' && second === 'change' && names.length === 3;
  return !isOfChange || NEEDED_OF_CHANGE.has(third);
}

export function readPlanDocument(file: SourceFile): PlanDocument {
  const { root, diagnostics } = parseJson(file, { isNeeded });
  if (root === undefined || diagnostics.length > 0) return broken(diagnostics);
  const version = textAt(root, 'format_version') ?? '';
  if (!/^[01]\./.test(version)) {
    const place = jsonMember(root, 'format_version')?.range ?? root.range;
    const message = `The format version '${version}' of this plan or state is not one that exvet reads (1.x).`;
    return broken([diagnostic('plan-invalid', message, place)]);
  }
  const reader = new ResourceReader(marksByAddress(root));
  const values = jsonMember(root, 'planned_values') ?? jsonMember(root, 'values');
  reader.addModule(jsonMember(values, 'root_module'), '');
  return {
    resources: reader.resources,
    configuration: jsonMember(jsonMember(root, 'configuration'), 'root_module'),
    providers: jsonMember(jsonMember(root, 'configuration'), 'provider_config'),
    diagnostics: [...reader.diagnostics, ...wholeness(root)],
  };
}

const broken = (diagnostics: readonly Diagnostic[]): PlanDocument => ({
  resources: [],
  configuration: undefined,
  providers: undefined,
  diagnostics,
});

/** A plan that ended in an error or leaves parts for a later run does not hold everything. */
function wholeness(root: JsonNode): Diagnostic[] {
  const [errored, complete] = [jsonMember(root, 'errored'), jsonMember(root, 'complete')];
  if (errored?.kind === 'keyword' && errored.value === true) {
    const message = 'Terraform ended this plan with an error, so that resources may be missing from it.';
    return [diagnostic('plan-incomplete', message, errored.range)];
  }
  if (complete?.kind === 'keyword' && complete.value === false) {
    const message =
      'This plan is not complete: it was made with -target, or Terraform left a part for a later run.';
    return [diagnostic('plan-incomplete', message, complete.range)];
  }
  return [];
}

/** `after_unknown` by address. What is left of a replaced object (`deposed`) is on its way out. */
function marksByAddress(root: JsonNode): ReadonlyMap<string, JsonNode> {
  const marks = new Map<string, JsonNode>();
  for (const change of elementsOf(jsonMember(root, 'resource_changes'))) {
    const address = textAt(change, 'address');
    const unknown = jsonMember(jsonMember(change, 'change'), 'after_unknown');
    const isDeposed = jsonMember(change, 'deposed') !== undefined;
    if (address !== undefined && unknown !== undefined && !isDeposed) marks.set(address, unknown);
  }
  return marks;
}

/** Modules in modules beyond this are no plan of Terraform's. */
const MAX_MODULE_DEPTH = 64;

class ResourceReader {
  readonly resources: PlannedResource[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #marks: ReadonlyMap<string, JsonNode>;

  constructor(marks: ReadonlyMap<string, JsonNode>) {
    this.#marks = marks;
  }

  addModule(node: JsonNode | undefined, address: string, depth = 0): void {
    if (node === undefined || depth > MAX_MODULE_DEPTH) return;
    for (const resource of elementsOf(jsonMember(node, 'resources'))) this.#addResource(resource, address);
    for (const child of elementsOf(jsonMember(node, 'child_modules'))) {
      this.addModule(child, textAt(child, 'address') ?? address, depth + 1);
    }
  }

  #addResource(node: JsonNode, module: string): void {
    const [address, type, name] = ['address', 'type', 'name'].map(member => textAt(node, member));
    if (address === undefined || type === undefined || name === undefined) {
      const message = 'A resource of the plan lacks its address, type or name.';
      this.diagnostics.push(diagnostic('plan-invalid', message, node.range));
      return;
    }
    // An object that a replacement has left behind in the state.
    if (jsonMember(node, 'deposed_key') !== undefined) return;
    this.resources.push({
      address,
      module,
      mode: textAt(node, 'mode') === 'data' ? 'data' : 'managed',
      type,
      name,
      key: keyAt(node),
      values: jsonMember(node, 'values'),
      unknown: this.#marks.get(address),
      sensitive: jsonMember(node, 'sensitive_values'),
      range: jsonMember(node, 'address')?.range ?? node.range,
      block: node.range,
    });
  }
}

export const elementsOf = (node: JsonNode | undefined): readonly JsonNode[] =>
  node?.kind === 'array' ? node.elements : [];

export function textAt(node: JsonNode | undefined, name: string): string | undefined {
  const value = jsonMember(node, name);
  return value?.kind === 'string' ? value.value : undefined;
}

function keyAt(node: JsonNode): string | number | undefined {
  const index = jsonMember(node, 'index');
  if (index?.kind === 'number') return Number(index.text);
  return index?.kind === 'string' ? index.value : undefined;
}
