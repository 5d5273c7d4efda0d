import assert from 'node:assert/strict';
import { evaluateTemplate } from '../../src/arm/index.ts';
import { azureMapper } from '../../src/estate/mappers/azure.ts';
import type { Machine } from '../../src/estate/model.ts';
import { locationOf, textOf } from '../../src/source/range.ts';
import { evaluateRootModule } from '../../src/terraform/index.ts';
import { reasonsText, valueText } from '../../src/value/json.ts';
import type { Deployment } from '../../src/value/resource.ts';
import type { Value } from '../../src/value/value.ts';
import { memoryTree } from './memory-tree.ts';
import { string } from './values.ts';
import { readingKnownPaths } from './watched-types.ts';

/** Azure machines from real text. The evaluation of the text must have nothing to complain about. */

/** The machines of a root module, given as its `main.tf` or as files. */
export async function machinesIn(
  text: string | Readonly<Record<string, string>>,
  relays: readonly string[] = [],
): Promise<readonly Machine[]> {
  const tree = memoryTree(typeof text === 'string' ? { 'main.tf': text } : text);
  return mapped(await evaluateRootModule(tree, '.', { entries: [], crossCheck: 'never' }), relays);
}

/** The only machine of a root module. */
export async function machineIn(
  text: string | Readonly<Record<string, string>>,
  relays: readonly string[] = [],
): Promise<Machine> {
  return only(await machinesIn(text, relays));
}

/** The machines of a template with these resources. */
export function machinesInTemplate(
  resources: readonly unknown[],
  more: Readonly<Record<string, unknown>> = {},
): readonly Machine[] {
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    ...more,
    resources,
  };
  const tree = memoryTree({ 'main.json': JSON.stringify(template, null, 2) });
  return mapped(evaluateTemplate(tree, 'main.json', { parameterFiles: [] }), []);
}

/** The only machine of a template. */
export const machineInTemplate = (
  resources: readonly unknown[],
  more: Readonly<Record<string, unknown>> = {},
): Machine => only(machinesInTemplate(resources, more));

function mapped(deployment: Deployment, relays: readonly string[]): readonly Machine[] {
  assert.deepEqual(
    deployment.diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    [],
  );
  const facts = { relays: relays.map(string) };
  return readingKnownPaths(deployment.resources, resources => azureMapper.map(resources, facts)).machines;
}

function only(machines: readonly Machine[]): Machine {
  const [machine, ...others] = machines;
  assert.ok(machine !== undefined && others.length === 0, 'one machine');
  return machine;
}

/** A value in a line, an unknown one with its reasons. */
export const shown = (value: Value | undefined): string =>
  value === undefined
    ? 'absent'
    : value.kind === 'unknown'
      ? `? ${reasonsText(value.reasons)}`
      : valueText(value);

/** The text that a value's origin points at, with its line. */
export function place(value: Value | undefined): string {
  assert.ok(value !== undefined);
  const { range } = value.origin;
  return `${locationOf(range).startLine}: ${textOf(range)}`;
}

export const disksOf = (machine: Machine): string[] =>
  machine.disks.map(disk => [disk.slot, disk.address, shown(disk.sku), shown(disk.tier)].join(' | '));
