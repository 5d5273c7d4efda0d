import { evaluateBicep } from '../bicep/index.ts';
import { type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import { jsonMember, parseJson } from '../source/json.ts';
import { baseName } from '../source/path.ts';
import type { SourceTree } from '../source/tree.ts';
import type { Deployment } from '../value/resource.ts';
import { type Difference, differenceOf } from './deployment-difference.ts';

/** The deployments of ARM and Bicep templates, each template with each set of parameters. */
export interface TemplateDeployments {
  readonly templates: readonly Deployment[];
  readonly bicep: readonly Deployment[];
}

/**
 * Leaves out the templates that Bicep files beside them were compiled to (`main.json` of `main.bicep`) where both
 * deploy the same with the same parameters, so that what is found is told once, in the Bicep file. A compiled
 * template that deploys something else was edited or is old, and nobody knows which of the two is deployed: both
 * stay, and a diagnostic names the first difference.
 */
export function withoutCompiled(
  tree: SourceTree,
  { templates, bicep }: TemplateDeployments,
): { readonly deployments: readonly Deployment[]; readonly diagnostics: readonly Diagnostic[] } {
  const kept: Deployment[] = [];
  const diagnostics: Diagnostic[] = [];
  let merged = bicep;
  for (const group of byPath(templates)) {
    const twins = group.map(template => twinOf(template, bicep, tree));
    const compared = group.map((template, index) => compare(template, twins[index]));
    if (compared.every(result => result === 'equal')) merged = withTwins(merged, group, twins);
    else kept.push(...group);
    const stale = compared.find(result => typeof result === 'object');
    if (stale !== undefined) diagnostics.push(stale);
  }
  return { deployments: [...kept, ...merged], diagnostics };
}

function byPath(templates: readonly Deployment[]): Iterable<readonly Deployment[]> {
  const groups = new Map<string, Deployment[]>();
  for (const template of templates) {
    groups.set(template.path, [...(groups.get(template.path) ?? []), template]);
  }
  return groups.values();
}

/** The deployment of the Bicep file with the same parameters; `undefined` for a template that was not compiled. */
function twinOf(
  template: Deployment,
  bicep: readonly Deployment[],
  tree: SourceTree,
): Deployment | undefined {
  const source = template.path.replace(/\.json$/i, '.bicep');
  const deployed = bicep.filter(({ path }) => path === source);
  if (deployed.length === 0 || !isCompiled(template)) return undefined;
  const { parameterFiles } = template;
  const wanted = parameterFiles.join('\n');
  return (
    deployed.find(one => one.parameterFiles.join('\n') === wanted) ??
    evaluateBicep(tree, source, { parameterFiles })
  );
}

/** Whether the compiler says in the template that it made it. */
function isCompiled({ path, files }: Deployment): boolean {
  const file = files.find(one => one.path === path);
  if (file === undefined) return false;
  const { root } = parseJson(file, { isNeeded: ([first]) => first === undefined || first === 'metadata' });
  const name = jsonMember(jsonMember(jsonMember(root, 'metadata'), '_generator'), 'name');
  return name?.kind === 'string' && name.value === 'bicep';
}

function compare(template: Deployment, twin: Deployment | undefined): 'equal' | 'apart' | Diagnostic {
  if (twin === undefined) return 'apart';
  const difference = differenceOf(template, twin, baseName(twin.path));
  if (difference === undefined) return 'equal';
  // The compiled template holds the modules that the Bicep file lacks, which is told already.
  const isPartial = twin.diagnostics.some(({ code }) => code === 'bicep-module-unavailable');
  return isPartial ? 'apart' : stale(template, twin, difference);
}

function stale({ path }: Deployment, twin: Deployment, { text, range }: Difference): Diagnostic {
  const [own, source] = [baseName(path), baseName(twin.path)];
  const message = `${own} is not what ${source} compiles to: ${text}. Both are judged; compile it again with 'bicep build'.`;
  return diagnostic('bicep-json-stale', message, range ?? path);
}

/**
 * The Bicep deployments in the place of the compiled ones, whose file they count as read. Without parameters
 * a compiled one tells nothing beside deployments that have some.
 */
function withTwins(
  bicep: readonly Deployment[],
  compiled: readonly Deployment[],
  twins: readonly (Deployment | undefined)[],
): readonly Deployment[] {
  const added = twins.filter(
    (twin): twin is Deployment =>
      twin !== undefined && twin.parameterFiles.length > 0 && !bicep.includes(twin),
  );
  const [{ path, files } = { path: '', files: [] }] = compiled;
  const own = files.filter(file => file.path === path);
  const source = twins[0]?.path;
  return [...bicep, ...added].map(deployment =>
    deployment.path === source ? { ...deployment, files: [...deployment.files, ...own] } : deployment,
  );
}
