import assert from 'node:assert/strict';
import { evaluateTemplate } from '../../src/arm/index.ts';
import { pathOf } from '../../src/source/diagnostic.ts';
import { locationOf } from '../../src/source/range.ts';
import { entriesToJson, type Json, valueToJson } from '../../src/value/json.ts';
import { readPath } from '../../src/value/read.ts';
import type { Deployment, Resource } from '../../src/value/resource.ts';
import type { Value } from '../../src/value/value.ts';
import { memoryTree } from '../support/memory-tree.ts';

type Parts = Readonly<Record<string, unknown>>;

/** A template with the sections given. */
export const template = (sections: Parts): string =>
  JSON.stringify(
    {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      resources: [],
      ...sections,
    },
    null,
    2,
  );

/** The deployment of `main.json` with the other files beside it. */
export const deployFiles = (
  files: Readonly<Record<string, string>>,
  parameterFiles: readonly string[] = [],
): Deployment => evaluateTemplate(memoryTree(files), 'main.json', { parameterFiles });

export const deploy = (sections: Parts, parameters?: Parts): Deployment => {
  const main = template(sections);
  if (parameters === undefined) return deployFiles({ 'main.json': main });
  const given = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, { value }]));
  return deployFiles({ 'main.json': main, 'main.parameters.json': JSON.stringify({ parameters: given }) }, [
    'main.parameters.json',
  ]);
};

/** What an expression gives, and what was wrong with it. */
export function evaluate(expression: string, sections: Parts = {}, parameters?: Parts): Value {
  const { outputs } = deploy(
    { ...sections, outputs: { it: { type: 'object', value: expression } } },
    parameters,
  );
  const value = outputs.get('it');
  assert.ok(value !== undefined);
  return value;
}

/** The same as plain JSON. */
export const valueOf = (expression: string, sections: Parts = {}, parameters?: Parts): unknown =>
  plain(valueToJson(evaluate(expression, sections, parameters)));

/** As `JSON.parse` makes it, so that it can be compared with literals of a test. */
const plain = (json: Json): unknown => JSON.parse(JSON.stringify(json));

export const addresses = (deployment: Deployment): readonly string[] =>
  deployment.resources.map(({ address }) => address);

export const bodyOf = (resource: Resource | undefined): unknown => {
  assert.ok(resource !== undefined);
  return plain(entriesToJson(resource.body.entries));
};

export function at(resource: Resource | undefined, ...path: readonly (string | number)[]): Value {
  assert.ok(resource !== undefined);
  const value = readPath(resource.body, path);
  assert.ok(value !== undefined);
  return value;
}

/** `main.json:3:5 arm-function: ...` for each diagnostic. */
export const problems = (deployment: Deployment): readonly string[] =>
  deployment.diagnostics.map(item => {
    if (item.range === undefined) return `${pathOf(item)} ${item.code}: ${item.message}`;
    const { file, startLine, startColumn } = locationOf(item.range);
    return `${file}:${startLine}:${startColumn} ${item.code}: ${item.message}`;
  });
