import { evaluateBicep } from '../../src/bicep/index.ts';
import { locationOf } from '../../src/source/range.ts';
import { entriesToJson, type Json, valueToJson } from '../../src/value/json.ts';
import type { Deployment } from '../../src/value/resource.ts';
import { memoryTree } from '../support/memory-tree.ts';

/** The deployment of `main.bicep` among the files given. */
export const deploy = (
  files: Readonly<Record<string, string>>,
  path = 'main.bicep',
  parameterFiles: readonly string[] = [],
): Deployment => evaluateBicep(memoryTree(files), path, { parameterFiles });

/** Objects of the product have no prototype. */
const plain = (json: Json): Json => JSON.parse(JSON.stringify(json)) as Json;

/** The outputs of a file, as JSON. */
export const outputsOf = (text: string, files: Readonly<Record<string, string>> = {}): Json =>
  plain(entriesToJson(deploy({ ...files, 'main.bicep': text }).outputs));

/** Addresses and bodies of the resources. */
export const resourcesOf = (deployment: Deployment): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    deployment.resources.map(resource => [resource.address, plain(valueToJson(resource.body))]),
  );

/** `main.bicep:1:8 code: message`. */
export const remarksOf = (deployment: Deployment): readonly string[] =>
  deployment.diagnostics.map(({ code, message, range, path }) => {
    if (range === undefined) return `${path ?? ''} ${code}: ${message}`;
    const { file, startLine, startColumn } = locationOf(range);
    return `${file}:${startLine}:${startColumn} ${code}: ${message}`;
  });
