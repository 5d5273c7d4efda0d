import assert from 'node:assert/strict';
import { evaluateRootModule } from '../../../src/terraform/index.ts';
import { type Json, valueToJson } from '../../../src/value/json.ts';
import type { Value } from '../../../src/value/value.ts';
import { memoryTree } from '../../support/memory-tree.ts';

export interface Answer {
  readonly value: Value;
  /** The messages of all diagnostics. */
  readonly messages: readonly string[];
}

/** Evaluates expressions, each as an output of a root module of its own, beside the given files. */
export async function evaluate(
  expression: string,
  files: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const main = `resource "terraform_data" "late" {}\noutput "answer" {\n  value = ${expression}\n}\n`;
  const tree = memoryTree({ 'main.tf': main, ...files });
  const deployment = await evaluateRootModule(tree, '.', { entries: [], crossCheck: 'never' });
  const value = deployment.outputs.get('answer');
  assert.ok(value !== undefined);
  return { value, messages: deployment.diagnostics.map(({ message }) => message) };
}

/**
 * One test an expression. The expected values are those of `terraform output -json` (1.11.4), in which sets
 * are lists in their order.
 */
export function describeValues(subject: string, rows: readonly (readonly [string, Json])[]): void {
  describe(subject, () => {
    for (const [expression, expected] of rows) {
      it(expression, async () => {
        const { value, messages } = await evaluate(expression);
        assert.deepEqual(messages, []);
        assert.deepEqual(withPrototypes(valueToJson(value)), expected);
      });
    }
  });
}

/** Calls that Terraform refuses; the message must say what is wrong with which argument. */
export function describeRefusals(subject: string, rows: readonly (readonly [string, RegExp])[]): void {
  describe(subject, () => {
    for (const [expression, message] of rows) {
      it(`${expression} is refused`, async () => {
        const { value, messages } = await evaluate(expression);
        assert.equal(value.kind, 'unknown');
        assert.equal(messages.length, 1);
        assert.match(messages[0] ?? '', message);
      });
    }
  });
}

/** JSON of values has no prototypes, literals in tests have. */
const withPrototypes = (json: Json): unknown => JSON.parse(JSON.stringify(json));
