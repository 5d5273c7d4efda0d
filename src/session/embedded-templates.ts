import { evaluateEmbedded } from '../arm/index.ts';
import { resolveAzapi } from '../estate/azapi.ts';
import { type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import type { SourceTree } from '../source/tree.ts';
import { objectValue } from '../value/make.ts';
import { readPath, textIn } from '../value/read.ts';
import type { Deployment, Resource } from '../value/resource.ts';
import { canonicalAddress } from '../value/resource-id.ts';
import type { Value } from '../value/value.ts';

/** Where a resource holds a template and its parameters. */
interface TemplateArguments {
  readonly content: readonly string[];
  readonly parameters: readonly string[];
  /** A map of plain values, which `azurerm_template_deployment` takes besides. */
  readonly values?: string;
}

const CURRENT: TemplateArguments = { content: ['template_content'], parameters: ['parameters_content'] };

/** The JSON of a `Microsoft.Resources/deployments`, which azapi deploys as any other resource. */
const DEPLOYMENT: TemplateArguments = {
  content: ['properties', 'template'],
  parameters: ['properties', 'parameters'],
};

/** The resources of azurerm 1.x to 5.x; they hold JSON text. */
const TEMPLATE_DEPLOYMENTS: ReadonlyMap<string, TemplateArguments> = new Map([
  ['azurerm_resource_group_template_deployment', CURRENT],
  ['azurerm_subscription_template_deployment', CURRENT],
  ['azurerm_management_group_template_deployment', CURRENT],
  ['azurerm_tenant_template_deployment', CURRENT],
  [
    'azurerm_template_deployment',
    { content: ['template_body'], parameters: ['parameters_body'], values: 'parameters' },
  ],
]);

/** Adds to a Terraform deployment the resources of the ARM templates that it deploys. */
export function withEmbeddedTemplates(tree: SourceTree, deployment: Deployment): Deployment {
  const deploying = deployment.resources.filter(({ type, mode, body }) => {
    const azapiType = type === 'azapi_resource' ? textIn(readPath(body, ['type'])) : undefined;
    const isDeployment = /^Microsoft\.Resources\/deployments@/i.test(azapiType ?? '');
    return mode === 'managed' && (isDeployment || TEMPLATE_DEPLOYMENTS.has(type));
  });
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
  const { resources, diagnostics } = resolveAzapi([owner]);
  const [unread] = diagnostics;
  if (unread !== undefined) return unread;
  const body = resources[0]?.body ?? owner.body;
  const names = TEMPLATE_DEPLOYMENTS.get(owner.type) ?? DEPLOYMENT;
  const content = readPath(body, names.content, ANY_CASE);
  if (content === undefined) {
    const elsewhere =
      readPath(body, ['template_spec_version_id']) ??
      readPath(body, ['properties', 'templateLink'], ANY_CASE);
    const what = elsewhere === undefined ? 'holds no template' : 'deploys a template that is not a file here';
    const message = `${owner.address} ${what}, so that its resources are not analysed.`;
    return diagnostic('arm-template-unavailable', message, elsewhere?.origin.range ?? owner.range);
  }
  return evaluateEmbedded(tree, {
    content,
    parameters: parametersOf(body, names),
    owner: owner.address,
    callPath: owner.label === undefined ? owner.callPath : [...owner.callPath, owner.label],
    uncertain: owner.uncertain ?? [],
    downloaded: owner.downloaded,
  });
}

const ANY_CASE = { ignoreCase: true } as const;

function parametersOf(body: Value, names: TemplateArguments): Value | undefined {
  const written = readPath(body, names.parameters, ANY_CASE);
  const plain = names.values === undefined ? undefined : readPath(body, [names.values]);
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
