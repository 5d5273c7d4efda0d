import { SourceFile } from '../source/file.ts';
import { folderOf } from '../source/path.ts';
import type { SourceTree } from '../source/tree.ts';
import { defaultAt, objectValue } from '../value/make.ts';
import type { Deployment, ProviderConfiguration, Resource } from '../value/resource.ts';
import type { CrossCheck } from './configuration-reader.ts';
import { evaluateRootModule } from './deployment.ts';
import { moduleFileNames } from './module-files.ts';
import { type PlannedResource, readPlanDocument } from './plan-document.ts';
import { plannedProvider } from './plan-providers.ts';
import { callSteps, PlanReferences } from './plan-references.ts';
import { PlanValues } from './plan-values.ts';

export interface PlanInputs {
  readonly crossCheck: CrossCheck;
  readonly workspace?: string;
}

/**
 * Reads the JSON of `terraform show -json`, of a plan or a state, as a deployment: the resources as they
 * will be after apply, those that are deleted left out. A plan names no places. When the configuration
 * that it was made from lies in its folder or in one above it, resources and values have their places there;
 * else they are where the plan has them. Never fails: what is wrong is in the diagnostics.
 */
export async function readPlan(tree: SourceTree, path: string, inputs: PlanInputs): Promise<Deployment> {
  const file = tree.text(path);
  if (!(file instanceof SourceFile)) return deploymentOf(path, [], { diagnostics: [file] });
  const plan = readPlanDocument(file);
  const configuration = new ConfiguredResources(await configurationOf(tree, path, plan.resources, inputs));
  const addresses = new Set(plan.resources.map(({ address }) => address));
  const references = new PlanReferences(plan.configuration, addresses);
  const values = new PlanValues(references);
  const resources = plan.resources.map(planned => {
    const configured = configuration.find(planned.address);
    const key = references.providerKeyOf(planned);
    const provider =
      configured?.provider ??
      (key === undefined ? undefined : plannedProvider(key, plan.providers, planned.range));
    return resourceOf(planned, values, configured, provider);
  });
  return deploymentOf(path, resources, {
    diagnostics: plan.diagnostics,
    files: [file, ...(configuration.deployment?.files ?? [])],
    comments: configuration.deployment?.comments ?? [],
  });
}

const deploymentOf = (
  path: string,
  resources: readonly Resource[],
  rest: Partial<Deployment>,
): Deployment => ({
  path,
  language: 'terraform',
  parameterFiles: [],
  resources,
  outputs: new Map(),
  diagnostics: [],
  files: [],
  comments: [],
  ...rest,
});

function resourceOf(
  planned: PlannedResource,
  values: PlanValues,
  configured: Resource | undefined,
  provider: ProviderConfiguration | undefined,
): Resource {
  const { address, mode, type, name, key, module } = planned;
  const range = configured?.range ?? planned.range;
  return {
    address,
    language: 'terraform',
    mode,
    type,
    body: objectValue(values.body(planned, configured), defaultAt(range), 'object'),
    label: name,
    ...(key === undefined ? {} : { instanceKey: key }),
    callPath: callSteps(module),
    range,
    block: configured?.block ?? planned.block,
    dependsOn: configured?.dependsOn ?? [],
    ...(provider === undefined ? {} : { provider }),
  };
}

/** The configuration of a plan: the nearest root module at or above it that declares some of its resources. */
async function configurationOf(
  tree: SourceTree,
  path: string,
  planned: readonly PlannedResource[],
  { crossCheck, workspace }: PlanInputs,
): Promise<Deployment | undefined> {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    if (moduleFileNames(tree, folder) !== undefined) {
      const deployment = await evaluateRootModule(tree, folder, {
        entries: [],
        crossCheck,
        ...(workspace === undefined ? {} : { workspace }),
      });
      const declared = new Set(deployment.resources.map(({ address }) => withoutKeys(address)));
      return planned.some(({ address }) => declared.has(withoutKeys(address))) ? deployment : undefined;
    }
    if (folder === '.') return undefined;
  }
}

/** The resources of the configuration beside a plan. Other variables may have made other instances of them. */
class ConfiguredResources {
  readonly deployment: Deployment | undefined;
  readonly #exact = new Map<string, Resource>();
  readonly #anyInstance = new Map<string, Resource>();

  constructor(deployment: Deployment | undefined) {
    this.deployment = deployment;
    for (const resource of deployment?.resources ?? []) {
      this.#exact.set(resource.address, resource);
      const base = withoutKeys(resource.address);
      if (!this.#anyInstance.has(base)) this.#anyInstance.set(base, resource);
    }
  }

  find(address: string): Resource | undefined {
    return this.#exact.get(address) ?? this.#anyInstance.get(withoutKeys(address));
  }
}

const withoutKeys = (address: string): string => address.replace(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]/g, '');
