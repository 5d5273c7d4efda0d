import { deepEqual } from 'node:assert/strict';
import { buildEstate } from '../../src/estate/build.ts';
import { type Declarations, NO_DECLARATIONS } from '../../src/estate/declarations.ts';
import { vsphereMapper } from '../../src/estate/mappers/vsphere.ts';
import type { Disk, Estate, Machine } from '../../src/estate/model.ts';
import { evaluateRootModule, type TerraformInputs } from '../../src/terraform/index.ts';
import { valueToJson } from '../../src/value/json.ts';
import type { Value } from '../../src/value/value.ts';
import { memoryTree } from './memory-tree.ts';

/** Estates of Terraform configurations for vSphere. */

export const NO_INPUTS: TerraformInputs = { entries: [], crossCheck: 'never' };

export async function estateOf(main: string, declarations: Declarations = NO_DECLARATIONS): Promise<Estate> {
  const deployment = await evaluateRootModule(memoryTree({ 'main.tf': main }), '.', NO_INPUTS);
  deepEqual(deployment.diagnostics, []);
  return buildEstate(deployment, declarations, [vsphereMapper]).estate;
}

export async function machinesOf(main: string, declarations?: Declarations): Promise<readonly Machine[]> {
  const { servers, otherMachines } = await estateOf(main, declarations);
  return [...servers, ...otherMachines];
}

export async function machineOf(main: string, declarations?: Declarations): Promise<Machine> {
  const [machine] = await machinesOf(main, declarations);
  if (machine === undefined) throw new Error('There is no machine.');
  return machine;
}

/** The first disk of a machine with one disk block of these lines. */
export async function diskOf(lines: string, before = '', machine = ''): Promise<Disk> {
  const [disk] = (await machineOf(before + vm(`disk {\nlabel = "disk0"\n${lines}\n}\n${machine}`))).disks;
  if (disk === undefined) throw new Error('There is no disk.');
  return disk;
}

/** A virtual machine with these lines in its block. */
export const vm = (lines: string, label = 'ex01'): string =>
  `resource "vsphere_virtual_machine" "${label}" {\n  name = "${label}"\n${lines}\n}\n`;

/** Another resource with these lines in its block. */
export const resource = (type: string, label: string, lines: string): string =>
  `resource "${type}" "${label}" {\n${lines}\n}\n`;

export const data = (type: string, label: string, lines: string): string =>
  `data "${type}" "${label}" {\n${lines}\n}\n`;

export const json = (value: Value | undefined): unknown =>
  value === undefined ? undefined : valueToJson(value);

/** Why a value is not known. */
export const why = (value: Value | undefined): readonly string[] =>
  value?.kind === 'unknown' ? value.reasons.map(({ text }) => text) : [];
