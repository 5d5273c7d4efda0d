import { locationOf } from '../../src/source/range.ts';
import { evaluateRootModule, type TerraformInputs } from '../../src/terraform/index.ts';
import { entriesToJson, type Json, valueToJson } from '../../src/value/json.ts';
import { stepsOf } from '../../src/value/origin.ts';
import type { Deployment } from '../../src/value/resource.ts';
import type { Value } from '../../src/value/value.ts';
import { memoryTree } from '../support/memory-tree.ts';

const QUIET = { entries: [], crossCheck: 'never' } as const;

/** As a reader of the output gets it: the objects of `valueToJson` have no prototype. */
const printed = (json: Json): Json => JSON.parse(JSON.stringify(json)) as Json;

/** The deployment of the root module in `folder`. */
export const deploymentOf = (
  files: Readonly<Record<string, string>>,
  inputs: Partial<TerraformInputs> = {},
  folder = '.',
): Promise<Deployment> => evaluateRootModule(memoryTree(files), folder, { ...QUIET, ...inputs });

/** The bodies of all resources by address, as `exvet expand` prints them. */
export async function resourcesOf(
  files: Readonly<Record<string, string>>,
  inputs: Partial<TerraformInputs> = {},
  folder = '.',
): Promise<Record<string, Json>> {
  const deployment = await deploymentOf(files, inputs, folder);
  return Object.fromEntries(
    deployment.resources.map(({ address, body }) => [address, printed(entriesToJson(body.entries))]),
  );
}

/** The value of `output "x"` of a single file that declares it. */
export async function outputOf(text: string, inputs: Partial<TerraformInputs> = {}): Promise<Json> {
  const value = (await deploymentOf({ 'main.tf': text }, inputs)).outputs.get('x');
  return value === undefined ? '(no output)' : printed(valueToJson(value));
}

/** `main.tf:3:5 terraform-reference There is no …`, in order. */
export async function complaintsOf(
  files: Readonly<Record<string, string>>,
  inputs: Partial<TerraformInputs> = {},
  folder = '.',
): Promise<readonly string[]> {
  const { diagnostics } = await deploymentOf(files, inputs, folder);
  return diagnostics.map(({ code, message, range, path }) => {
    if (range === undefined) return `${path} ${code} ${message}`;
    const { file, startLine, startColumn } = locationOf(range);
    return `${file}:${startLine}:${startColumn} ${code} ${message}`;
  });
}

/** An attribute of a resource of a deployment. */
export function attributeOf(deployment: Deployment, address: string, name: string): Value {
  const value = deployment.resources.find(one => one.address === address)?.body.entries.get(name);
  if (value === undefined) throw new Error(`${address} has no ${name}`);
  return value;
}

/** Where a value was born and what it passed through: `['terraform.tfvars:1:7', 'variable "sku"', …]`. */
export function wayOf(value: Value): readonly string[] {
  const { file, startLine, startColumn } = locationOf(value.origin.range);
  return [`${file}:${startLine}:${startColumn}`, ...stepsOf(value.origin).map(step => step.text)];
}
