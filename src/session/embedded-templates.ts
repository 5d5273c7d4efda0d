import { evaluateEmbedded } from '../arm/index.ts';
import { type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import type { SourceTree } from '../source/tree.ts';
import { objectValue } from '../value/make.ts';
import { readPath } from '../value/read.ts';
import type { Deployment, Resource } from '../value/resource.ts';
import { canonicalAddress } from '../value/resource-id.ts';
import type { Value } from '../value/value.ts';

/** The arguments of azurerm (1.x to 5.x) that hold a template and its parameters, as JSON text. */
interface TemplateArguments {
  readonly content: string;
  readonly parameters: string;
  /** A map of plain values, which `azurerm_template_deployment` takes besides. */
  readonly values?: string;
}

const CURRENT: TemplateArguments = { content: 'template_content', parameters: 'parameters_content' };

const TEMPLATE_DEPLOYMENTS: ReadonlyMap<string, TemplateArguments> = new Map([
  ['azurerm_resource_group_template_deployment', CURRENT],
  ['azurerm_subscription_template_deployment', CURRENT],
  ['azurerm_management_group_template_deployment', CURRENT],
  ['azurerm_tenant_template_deployment', CURRENT],
  [
    'azurerm_template_deployment',
    { content: 'template_body', parameters: 'parameters_body', values: 'parameters' },
  ],
]);

/** Adds to a Terraform deployment the resources of the ARM templates that it deploys. */
export function withEmbeddedTemplates(tree: SourceTree, deployment: Deployment): Deployment {
  const deploying = deployment.resources.filter(
    ({ type, mode }) => mode === 'managed' && TEMPLATE_DEPLOYMENTS.has(type),
  );
  if (deploying.length === 0) return deployment;
  const resources = [...deployment.resources];
  const diagnostics = [...deployment.diagnostics];
  const files = new Map(deployment.files.map(file => [file.path, file]));
  const comments = [...deployment.comments];
  const taken = new Set(resources.map(({ address }) => canonicalAddress(address)));
  for (const owner of deploying) {
    const found = evaluated(tree, owner);
    if ('code' in found) {
      diagnostics.push(found);
      continue;
    }
    diagnostics.push(...found.diagnostics);
    for (const file of found.files) files.set(file.path, file);
    comments.push(...found.comments);
    for (const resource of found.resources) {
      resources.push({ ...resource, address: freeAddress(resource.address, taken) });
    }
  }
  return { ...deployment, resources, diagnostics, files: [...files.values()], comments };
}

function evaluated(tree: SourceTree, owner: Resource): ReturnType<typeof evaluateEmbedded> | Diagnostic {
  const names = TEMPLATE_DEPLOYMENTS.get(owner.type) ?? CURRENT;
  const content = readPath(owner.body, [names.content]);
  if (content === undefined) {
    const spec = readPath(owner.body, ['template_spec_version_id']);
    const what =
      spec === undefined ? 'holds no template' : 'deploys a template spec, which is not a file here';
    const message = `${owner.address} ${what}, so that its resources are not analysed.`;
    return diagnostic('arm-template-unavailable', message, spec?.origin.range ?? owner.range);
  }
  return evaluateEmbedded(tree, {
    content,
    parameters: parametersOf(owner, names),
    owner: owner.address,
    callPath: owner.label === undefined ? owner.callPath : [...owner.callPath, owner.label],
    uncertain: owner.uncertain ?? [],
  });
}

function parametersOf(owner: Resource, names: TemplateArguments): Value | undefined {
  const written = readPath(owner.body, [names.parameters]);
  const plain = names.values === undefined ? undefined : readPath(owner.body, [names.values]);
  if (written !== undefined || plain?.kind !== 'object') return written ?? plain;
  const entries = [...plain.entries].map(
    ([name, value]) => [name, objectValue([['value', value] as const], value.origin)] as const,
  );
  return objectValue(entries, plain.origin);
}

/** Templates for two resource groups can declare resources of one type and name. */
function freeAddress(address: string, taken: Set<string>): string {
  let free = address;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${address}#${number}`;
  taken.add(free.toLowerCase());
  return free;
}
