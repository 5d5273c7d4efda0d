import assert from 'node:assert/strict';
import { evaluateTemplate } from '../../src/arm/index.ts';
import { resolveAzapi } from '../../src/estate/azapi.ts';
import type { Mapper, MapperFacts } from '../../src/estate/mapper.ts';
import type { Machine } from '../../src/estate/model.ts';
import { evaluateRootModule } from '../../src/terraform/index.ts';
import { valueToJson } from '../../src/value/json.ts';
import type { Deployment } from '../../src/value/resource.ts';
import type { Value } from '../../src/value/value.ts';
import { memoryTree } from './memory-tree.ts';
import { readingKnownPaths } from './watched-types.ts';

/** Machines that a mapper reads from real text, about whose evaluation there must be nothing to say. */

const NO_FACTS: MapperFacts = { relays: [] };

/** The machines of a root module, given as its `main.tf` or as files. */
export async function machinesInHcl(
  mapper: Mapper,
  text: string | Readonly<Record<string, string>>,
  facts = NO_FACTS,
): Promise<readonly Machine[]> {
  const tree = memoryTree(typeof text === 'string' ? { 'main.tf': text } : text);
  return mapped(mapper, await evaluateRootModule(tree, '.', { entries: [], crossCheck: 'never' }), facts);
}

/** The machines of an ARM template with these resources. */
export function machinesInArm(
  mapper: Mapper,
  resources: readonly unknown[],
  facts = NO_FACTS,
): readonly Machine[] {
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    resources,
  };
  const tree = memoryTree({ 'main.json': JSON.stringify(template, null, 2) });
  return mapped(mapper, evaluateTemplate(tree, 'main.json', { parameterFiles: [] }), facts);
}

function mapped(mapper: Mapper, deployment: Deployment, facts: MapperFacts): readonly Machine[] {
  assert.deepEqual(
    deployment.diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    [],
  );
  const { resources } = resolveAzapi(deployment.resources);
  return readingKnownPaths(resources, watched => mapper.map(watched, facts)).machines;
}

export function only<T>(items: readonly T[]): T {
  const [item, ...others] = items;
  assert.ok(item !== undefined && others.length === 0, `there are ${items.length}`);
  return item;
}

/** A value as JSON; what is unknown as the text of its reasons behind a question mark. */
export function shown(value: Value | undefined): unknown {
  if (value === undefined) return undefined;
  return value.kind === 'unknown'
    ? `? ${value.reasons.map(({ text }) => text).join('; ')}`
    : valueToJson(value);
}
