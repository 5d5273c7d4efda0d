import { minimatch } from 'minimatch';
import { evaluateTemplate } from '../arm/index.ts';
import { checkResourceTypes } from '../azure/types/check.ts';
import { resolveAzapi } from '../estate/azapi.ts';
import { type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import { type Discovery, discover } from '../source/discover.ts';
import { folderOf } from '../source/path.ts';
import {
  ConfigurationReader,
  evaluateRootModule,
  findRootModules,
  type RootModule,
  readPlan,
} from '../terraform/index.ts';
import type { Deployment } from '../value/resource.ts';
import { evaluateBicepFiles } from './bicep-deployments.ts';
import { withoutCompiled } from './compiled-templates.ts';
import { withEmbeddedTemplates } from './embedded-templates.ts';
import { parameterSetsOf } from './parameter-files.ts';
import type { Request } from './request.ts';

/** Everything under the paths of a request, evaluated. */
export interface Evaluation {
  readonly deployments: readonly Deployment[];
  /** About inputs as a whole; each deployment has its own besides. */
  readonly diagnostics: readonly Diagnostic[];
}

export async function evaluate(request: Request): Promise<Evaluation> {
  const found = discoverInputs(request);
  const roots = [...(await evaluateTerraform(request, found)), ...(await readPlans(request, found))];
  const terraform = roots.map(deployment => withEmbeddedTemplates(request.tree, deployment));
  const templates = evaluateTemplates(request, found, terraform);
  const all = [...terraform, ...templates.deployments];
  const deployments = request.changedOnly
    ? all.filter(deployment => reachedBy(deployment, request.paths))
    : all;
  const types = await checkTypes(request, deployments);
  return { deployments, diagnostics: [...found.diagnostics, ...templates.diagnostics, ...types] };
}

function checkTypes(
  { tree, config: { types } }: Request,
  deployments: readonly Deployment[],
): Promise<readonly Diagnostic[]> {
  const { resources } = resolveAzapi(deployments.flatMap(deployment => deployment.resources));
  const folder = types && { tree, folder: { path: types.value, range: types.range } };
  return checkResourceTypes(resources, folder);
}

/** In changed-files mode the roots that a file has a part in can be anywhere, so the whole tree is searched. */
function discoverInputs({ tree, paths, config, changedOnly }: Request): Discovery {
  const isIncluded = (path: string): boolean =>
    (config.include.length === 0 || config.include.some(glob => minimatch(path, glob, { dot: true }))) &&
    !config.exclude.some(glob => minimatch(path, glob, { dot: true })) &&
    !(config.types !== undefined && path.startsWith(`${config.types.value}/`));
  if (!changedOnly) return discover(tree, paths, isIncluded);
  const found = discover(tree, ['.'], isIncluded);
  const changed = new Set(paths);
  return {
    ...found,
    plans: found.plans.filter(path => changed.has(path)),
    diagnostics: found.diagnostics.filter(item => item.path !== undefined && changed.has(item.path)),
  };
}

function reachedBy(deployment: Deployment, paths: readonly string[]): boolean {
  const parts = new Set([
    deployment.path,
    ...deployment.files.map(file => file.path),
    ...deployment.parameterFiles,
  ]);
  // A deleted or new Terraform file changes its folder, read or not.
  const folders = new Set(deployment.files.map(file => folderOf(file.path)));
  return paths.some(
    path => parts.has(path) || (deployment.language === 'terraform' && folders.has(folderOf(path))),
  );
}

/**
 * Spares evaluating root modules that changed Terraform files certainly have no part in. A file of another
 * kind can be named as a variables file or read by a function from anywhere, which only evaluation tells.
 */
const mayBeReached = ({ modules }: RootModule, paths: readonly string[]): boolean =>
  paths.some(path => !/\.(tf|tofu)(\.json)?$/.test(path) || modules.includes(folderOf(path)));

async function evaluateTerraform(request: Request, found: Discovery): Promise<readonly Deployment[]> {
  const { tree, config } = request;
  const entries = [
    ...config.terraform.varFiles.map(path => ({ kind: 'file' as const, path })),
    ...config.terraform.vars.map(({ name, text }) => ({ kind: 'var' as const, name, text })),
    ...request.variables,
  ];
  const { crossCheck } = config.terraform;
  const reader = new ConfigurationReader(tree, crossCheck);
  const named = found.namedTerraformFolders;
  const all = await findRootModules(tree, found.terraformFolders, { reader, named, entries });
  const roots = request.changedOnly ? all.filter(root => mayBeReached(root, request.paths)) : all;
  const deployments: Deployment[] = [];
  for (const { folder } of roots) {
    deployments.push(
      await evaluateRootModule(tree, folder, {
        entries,
        crossCheck,
        reader,
        ...(config.terraform.workspace === undefined ? {} : { workspace: config.terraform.workspace }),
      }),
    );
  }
  return deployments;
}

/** Plans and states in JSON, each a deployment beside the root module that it was made from. */
async function readPlans({ tree, config }: Request, found: Discovery): Promise<readonly Deployment[]> {
  const { crossCheck, workspace } = config.terraform;
  const deployments: Deployment[] = [];
  for (const path of found.plans) {
    const inputs = { crossCheck, ...(workspace === undefined ? {} : { workspace }) };
    deployments.push(await readPlan(tree, path, inputs));
  }
  return deployments;
}

/**
 * Evaluates each template with each set of parameters that is known for it. A template that only serves
 * as a linked template or module of another one, or that Terraform deploys, is not a deployment of its own.
 */
function evaluateTemplates(request: Request, found: Discovery, terraform: readonly Deployment[]): Evaluation {
  const { tree, config } = request;
  const diagnostics: Diagnostic[] = [];
  const templates: Deployment[] = [];
  for (const { template } of config.deployments) {
    if (tree.kind(template.value) !== 'file') {
      diagnostics.push(
        diagnostic('config-invalid', `There is no template '${template.value}'.`, template.range),
      );
    }
  }
  for (const template of found.templates) {
    for (const parameterFiles of parameterSetsOf(template, request, found)) {
      templates.push(evaluateTemplate(tree, template, { parameterFiles }));
    }
  }
  const { deployments, ...compiled } = withoutCompiled(tree, {
    templates,
    bicep: evaluateBicepFiles(request, found),
  });
  const linked = new Set(
    [...terraform, ...deployments].flatMap(deployment =>
      deployment.files.map(file => file.path).filter(path => path !== deployment.path),
    ),
  );
  const isOwn = (path: string): boolean =>
    !linked.has(path) ||
    config.deployments.some(({ template }) => template.value === path) ||
    (!request.changedOnly && request.paths.includes(path));
  return {
    deployments: deployments.filter(deployment => isOwn(deployment.path)),
    diagnostics: [...diagnostics, ...compiled.diagnostics],
  };
}
