import { evaluateBicep, isParametersPath, usedTemplate } from '../bicep/index.ts';
import type { Discovery } from '../source/discover.ts';
import type { Deployment } from '../value/resource.ts';
import { parameterSetsOf } from './parameter-files.ts';
import type { Request } from './request.ts';

/**
 * Evaluates each Bicep file with each set of parameters that is known for it: the JSON files beside it and
 * the `.bicepparam` files that use it. A `.bicepparam` file that uses a template which is not scanned
 * itself brings it along.
 */
export function evaluateBicepFiles(request: Request, found: Discovery): readonly Deployment[] {
  const { tree } = request;
  const { environment } = request.config.bicep;
  const templates = found.bicepFiles.filter(path => !isParametersPath(path));
  const users = new Map<string, string[]>();
  const alone: string[] = [];
  for (const path of found.bicepFiles.filter(isParametersPath)) {
    const template = usedTemplate(tree, path);
    if (template === undefined || !templates.includes(template)) alone.push(path);
    else users.set(template, [...(users.get(template) ?? []), path]);
  }
  const deployments: Deployment[] = [];
  for (const template of templates) {
    for (const parameterFiles of parameterSetsOf(template, request, found, users.get(template))) {
      deployments.push(evaluateBicep(tree, template, { parameterFiles, environment }));
    }
  }
  for (const path of alone) deployments.push(evaluateBicep(tree, path, { parameterFiles: [], environment }));
  return deployments;
}
