import type { Discovery } from '../source/discover.ts';
import { baseName, folderOf } from '../source/path.ts';
import type { Request } from './request.ts';

/**
 * The sets of parameter files that a template is deployed with, one deployment each: those of the command
 * line, else those that exvet.yaml names, else those that lie beside it under a telling name
 * (`azuredeploy.parameters.json`, `azuredeploy.parameters.prod.json`, `azuredeploy.prod.parameters.json`)
 * and those that say themselves that they are for it (`users`), else none, and the defaults decide.
 */
export function parameterSetsOf(
  template: string,
  request: Request,
  found: Discovery,
  users: readonly string[] = [],
): readonly (readonly string[])[] {
  const given = request.parameters;
  if (given.length > 0) return given.map(file => [file]);
  const configured = request.config.deployments.filter(deployment => deployment.template.value === template);
  if (configured.length > 0) {
    return configured.flatMap(({ parameters }) =>
      parameters.length === 0 ? [[]] : parameters.map(file => [file]),
    );
  }
  const beside = [...found.parameterFiles.filter(file => belongsTo(file, template)), ...users];
  return beside.length === 0 ? [[]] : beside.map(file => [file]);
}

function belongsTo(parameterFile: string, template: string): boolean {
  if (folderOf(parameterFile) !== folderOf(template)) return false;
  const stem = baseName(template).replace(/\.(?:jsonc?|bicep)$/i, '');
  const name = baseName(parameterFile);
  if (!name.startsWith(`${stem}.`)) return false;
  return /^\.(?:[^.]+\.)?param(?:eter)?s?(?:\.[^.]+)?\.jsonc?$/i.test(name.slice(stem.length));
}
