import type { Diagnostic } from '../source/diagnostic.ts';
import { entriesToJson, type Json, reasonsText } from '../value/json.ts';
import type { Deployment, Resource } from '../value/resource.ts';
import { diagnosticToJson, jsonText } from './json-parts.ts';

/** What `exvet expand` prints: the evaluated resources of some deployments. */
export interface Expansion {
  readonly deployments: readonly Deployment[];
  /** Those of the deployments and of the run, arranged. */
  readonly diagnostics: readonly Diagnostic[];
}

/** `expand --format json`. */
export const expandJson = (expansion: Expansion): string => jsonText(expansionToJson(expansion));

/** `expand --format jsonl`: the expansion of one file on a line of its own. */
export const expandJsonLine = (file: string, expansion: Expansion): string =>
  `${JSON.stringify({ file, ...expansionToJson(expansion) })}\n`;

function expansionToJson({ deployments, diagnostics }: Expansion) {
  return {
    resources: deployments.flatMap(deployment => deployment.resources).map(resourceToJson),
    diagnostics: diagnostics.map(diagnosticToJson),
  };
}

const resourceToJson = (resource: Resource): { readonly [key: string]: Json } =>
  resource.language === 'terraform' ? terraformResourceToJson(resource) : armResourceToJson(resource);

function terraformResourceToJson(resource: Resource): { readonly [key: string]: Json } {
  return {
    address: resource.address,
    type: resource.type,
    name: resource.label ?? '',
    attributes: entriesToJson(resource.body.entries),
    ...uncertainty(resource),
  };
}

function armResourceToJson(resource: Resource): { readonly [key: string]: Json } {
  const { type, apiVersion, name, ...body } = entriesToJson(resource.body.entries);
  const version = resource.apiVersion ?? apiVersion;
  return {
    address: resource.address,
    // A child that is nested in its parent's body writes only the last part of its type.
    type: resource.type || (type ?? ''),
    ...(version === undefined ? {} : { apiVersion: version }),
    ...(name === undefined ? {} : { name }),
    ...(resource.mode === 'existing' ? { existing: true } : {}),
    ...body,
    ...uncertainty(resource),
  };
}

/** Why it is not certain that the resource, or how many of it, will be deployed. */
function uncertainty(resource: Resource): { readonly [key: string]: Json } {
  if (resource.uncertain === undefined || resource.uncertain.length === 0) return {};
  return { $uncertain: reasonsText(resource.uncertain) };
}
