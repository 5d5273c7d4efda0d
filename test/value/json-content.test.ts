import assert from 'node:assert/strict';
import { locationOf, textOf } from '../../src/source/range.ts';
import { evaluateRootModule } from '../../src/terraform/index.ts';
import { type Json, valueToJson } from '../../src/value/json.ts';
import { jsonContent } from '../../src/value/json-content.ts';
import { stepsOf } from '../../src/value/origin.ts';
import { readPath } from '../../src/value/read.ts';
import type { Value } from '../../src/value/value.ts';
import { memoryTree } from '../support/memory-tree.ts';

/** What the text that `body` of a resource is given says; `fault` when it is no JSON. */
async function contentOf(expression: string, files: Readonly<Record<string, string>> = {}) {
  const main = `resource "azapi_resource" "x" {\n  body = ${expression}\n}\nvariable "v" {}\n`;
  const tree = memoryTree({ 'main.tf': main, ...files });
  const { resources } = await evaluateRootModule(tree, '.', { entries: [], crossCheck: 'never' });
  const body = readPath(resources[0]?.body ?? assert.fail(), ['body']);
  return jsonContent(body ?? assert.fail());
}

async function valueOf(expression: string, files: Readonly<Record<string, string>> = {}): Promise<Value> {
  const content = await contentOf(expression, files);
  if ('code' in content) assert.fail(content.message);
  return content;
}

const printed = (value: Value): Json => JSON.parse(JSON.stringify(valueToJson(value))) as Json;

function placeOf(value: Value, ...path: (string | number)[]): string {
  const found = readPath(value, path);
  assert.ok(found);
  const { range } = found.origin;
  const { file, startLine, startColumn } = locationOf(range);
  return `${file}:${startLine}:${startColumn} ${textOf(range)}`;
}

const UNKNOWN: Json = { $unknown: 'var.v has no value: set it in a .tfvars file or with --var' };

describe('the content of a JSON text', () => {
  it('of jsonencode has the places of the expressions', async () => {
    const value = await valueOf('jsonencode({ sku = { name = "Standard_LRS" }, zones = [1, var.v] })');
    assert.deepEqual(printed(value), { sku: { name: 'Standard_LRS' }, zones: [1, UNKNOWN] });
    assert.equal(placeOf(value, 'sku', 'name'), 'main.tf:2:38 "Standard_LRS"');
    const sku = readPath(value, ['sku', 'name']);
    assert.deepEqual(
      stepsOf(sku?.origin ?? assert.fail()).map(({ text }) => text),
      ['argument body'],
    );
  });

  it('of a file has its places there', async () => {
    const value = await valueOf('file("body.json")', { 'body.json': '{\n  "a": ["x"]\n}' });
    assert.deepEqual(printed(value), { a: ['x'] });
    assert.equal(placeOf(value, 'a', 0), 'body.json:2:9 "x"');
  });

  it('of a literal has its places in the literal', async () => {
    const value = await valueOf('<<EOT\n{\n  "a": {"b": 12.50}\n}\nEOT');
    assert.deepEqual(printed(value), { a: { b: 12.5 } });
    assert.equal(placeOf(value, 'a', 'b'), 'main.tf:4:14 12.50');
  });

  it('has the place of the text when the text is not written so', async () => {
    const value = await valueOf('<<-EOT\n  {\n    "a": [true, null]\n  }\n  EOT');
    assert.deepEqual(printed(value), { a: [true, null] });
    assert.match(placeOf(value, 'a', 0), /^main\.tf:2:10 <<-EOT/);
    assert.match(placeOf(await valueOf('"{\\"a\\": \\"b\\"}"'), 'a'), /^main\.tf:2:10 /);
  });

  it('is unknown where pieces of the text are', async () => {
    const text = '<<EOT\n{"name": "db-${var.v}", "size": ${var.v}, "id": "${var.v}", "t": "a\\"b"}\nEOT';
    const value = await valueOf(text);
    assert.deepEqual(printed(value), { name: UNKNOWN, size: UNKNOWN, id: UNKNOWN, t: 'a"b' });
    const name = readPath(value, ['name']);
    assert.deepEqual(
      name?.kind === 'unknown' && name.parts?.map(part => (typeof part === 'string' ? part : '…')),
      ['db-', '…'],
    );
  });

  it('is a value that is no text as it stands, and unknown when nothing is known', async () => {
    assert.deepEqual(printed(await valueOf('{ a = 1 }')), { a: 1 });
    assert.deepEqual(printed(await valueOf('var.v')), UNKNOWN);
  });

  it('keeps what is sensitive so', async () => {
    const value = await valueOf('sensitive(jsonencode({ a = "x" }))');
    assert.equal(readPath(value, ['a'])?.sensitive, true);
  });

  it('is a diagnostic at the mistake when it is no JSON', async () => {
    const complaint = async (expression: string, files = {}): Promise<string> => {
      const content = await contentOf(expression, files);
      assert.ok('code' in content && content.range !== undefined);
      const { file, startLine, startColumn } = locationOf(content.range);
      return `${file}:${startLine}:${startColumn} ${content.message}`;
    };
    assert.equal(await complaint('<<EOT\n{"a": }\nEOT'), 'main.tf:3:7 Expected a value.');
    assert.equal(await complaint('file("b.json")', { 'b.json': '{"a": }' }), 'b.json:1:7 Expected a value.');
    assert.equal(
      await complaint('"{\\"a\\": }"'),
      'main.tf:2:10 Expected a value, in line 1, column 7 of the text.',
    );
  });
});
