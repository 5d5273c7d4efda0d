import { arrangeDiagnostics, type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import type { SourceTree } from '../source/tree.ts';
import type { Deployment, Resource } from '../value/resource.ts';
import type { Value } from '../value/value.ts';
import { checkConditions } from './conditions.ts';
import { bodyAttribute } from './configuration.ts';
import { ConfigurationReader, type CrossCheck } from './configuration-reader.ts';
import type { Expression } from './hcl/ast.ts';
import { ModuleLibrary } from './library.ts';
import type { ModuleInstance } from './module-instance.ts';
import { providerOf } from './provider-configuration.ts';
import type { ResourceInstance } from './resource-instance.ts';
import type { TerraformInput } from './root-inputs.ts';
import { openRootModule } from './root-module.ts';

export interface TerraformInputs {
  /** In the order of the command line. */
  readonly entries: readonly TerraformInput[];
  readonly crossCheck: CrossCheck;
  /** `terraform.workspace`; `default` when it is not told. */
  readonly workspace?: string;
  /** Evaluate this file alone, as if the folder held no other. Its path is relative to the tree. */
  readonly onlyFile?: string;
  /** What reads the configurations, to share with other root modules of the same tree. */
  readonly reader?: ConfigurationReader;
}

/**
 * Evaluates a root module: every resource and data instance with its body, through all modules that it
 * calls. Never fails: what is wrong or missing is in the diagnostics, and the values it would give are
 * unknown.
 */
export async function evaluateRootModule(
  tree: SourceTree,
  folder: string,
  inputs: TerraformInputs,
): Promise<Deployment> {
  const reader = inputs.reader ?? new ConfigurationReader(tree, inputs.crossCheck);
  await reader.consult(folder, inputs.onlyFile);
  for (;;) {
    const library = new ModuleLibrary(tree, folder, reader);
    const deployment = evaluateWith(library, tree, folder, inputs);
    // Which modules there are comes out in evaluating; what HashiCorp's parser reads otherwise is evaluated anew.
    let changed = false;
    for (const configuration of library.configurations) {
      if (configuration.folder !== folder && (await reader.consult(configuration.folder))) changed = true;
    }
    if (!changed) return deployment;
  }
}

function evaluateWith(
  library: ModuleLibrary,
  tree: SourceTree,
  folder: string,
  inputs: TerraformInputs,
): Deployment {
  const { run, root, given } = openRootModule(library, tree, folder, inputs);
  const { configuration } = root;
  const resources: Resource[] = [];
  collect(root, resources);
  const outputs = new Map<string, Value>();
  for (const name of configuration.outputs.keys()) outputs.set(name, root.output(name));
  checkAll(root, run.graph.report);
  if (configuration.files.length === 0 && configuration.diagnostics.length === 0) {
    const message = `'${folder}' holds no Terraform file.`;
    run.graph.report(diagnostic('terraform-module-missing', message, folder));
  }
  const configurations = library.configurations;
  return {
    path: folder,
    language: 'terraform',
    parameterFiles: given.files.map(file => file.path),
    resources,
    outputs,
    diagnostics: arrangeDiagnostics([
      ...configurations.flatMap(({ diagnostics }) => diagnostics),
      ...run.graph.diagnostics,
    ]),
    files: [...new Set([...configurations.flatMap(({ files }) => files), ...given.files])],
    comments: [...configurations.flatMap(({ comments }) => comments), ...given.comments]
      .filter(({ text }) => text.includes('exvet:'))
      .map(({ range, text }) => ({ range, text: withoutMarks(text) })),
  };
}

const withoutMarks = (comment: string): string =>
  comment
    .replace(/^(#|\/\/|\/\*)/, '')
    .replace(/\*\/$/, '')
    .trim();

/** The resources of a module instance and of everything that it calls, as they are written. */
function collect(module: ModuleInstance, resources: Resource[]): void {
  const { configuration } = module;
  for (const declaration of configuration.resources.values()) {
    const { instances } = module.resource(declaration);
    if (declaration.mode === 'ephemeral') continue;
    for (const instance of instances) resources.push(deployed(module, instance));
  }
  for (const call of configuration.calls.values()) {
    for (const child of module.call(call).modules) collect(child, resources);
  }
  // What nothing refers to is evaluated too, for its errors.
  for (const name of configuration.locals.keys()) module.local(name);
  for (const name of configuration.variables.keys()) module.variable(name);
  for (const name of configuration.outputs.keys()) module.output(name);
}

/** What each module instance states about itself, now that everything is evaluated. */
function checkAll(module: ModuleInstance, report: (item: Diagnostic) => void): void {
  checkConditions(module, report);
  for (const call of module.configuration.calls.values()) {
    for (const child of module.call(call).modules) checkAll(child, report);
  }
}

function deployed(module: ModuleInstance, instance: ResourceInstance): Resource {
  const { mode, type, name, block } = instance.declaration;
  const { key } = instance.instance;
  const dependsOn = bodyAttribute(block.body, 'depends_on');
  const provider = providerOf(instance.declaration, instance.instance.scope, module);
  return {
    address: instance.address,
    language: 'terraform',
    mode: mode === 'managed' ? 'managed' : 'data',
    type,
    body: instance.body(),
    label: name,
    ...(key === undefined ? {} : { instanceKey: key }),
    callPath: module.place.callPath,
    ...(module.place.downloaded === undefined ? {} : { downloaded: module.place.downloaded }),
    range: block.header,
    block: block.range,
    ...(instance.uncertain === undefined ? {} : { uncertain: instance.uncertain }),
    dependsOn: dependsOn === undefined ? [] : addressesIn(dependsOn.value, module.place.prefix),
    ...(provider === undefined ? {} : { provider }),
  };
}

/** The addresses that `depends_on` names; it is a list of references and is not evaluated. */
function addressesIn(expression: Expression, prefix: string): readonly string[] {
  if (expression.kind !== 'tuple') return [];
  return expression.elements.flatMap(element => {
    const text = referenceText(element);
    return text === undefined ? [] : [prefix + text];
  });
}

function referenceText(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'variable':
      return expression.name;
    case 'attribute': {
      const object = referenceText(expression.object);
      return object === undefined ? undefined : `${object}.${expression.name}`;
    }
    case 'index': {
      const object = referenceText(expression.object);
      const { file, start, end } = expression.index.range;
      return object === undefined ? undefined : `${object}[${file.text.slice(start, end)}]`;
    }
    case 'template': {
      // The JSON syntax and old configurations quote the reference.
      const [part, ...others] = expression.parts;
      if (part === undefined || others.length > 0) return undefined;
      return part.kind === 'text'
        ? part.text
        : part.kind === 'interpolation'
          ? referenceText(part.value)
          : undefined;
    }
    default:
      return undefined;
  }
}
