import assert from 'node:assert/strict';
import { SourceFile } from '../../src/source/file.ts';
import { locationOf } from '../../src/source/range.ts';
import { computedAt, literalAt, objectValue, passedThrough, stringValue } from '../../src/value/make.ts';
import { trailOf } from '../../src/value/origin.ts';
import { readPath } from '../../src/value/read.ts';
import { placeIn } from '../support/values.ts';

const tfvars = new SourceFile('terraform.tfvars', 'disks = { logs = { sku = "Standard_LRS" } }\n');
const main = new SourceFile('main.tf', 'variable "disks" {}\nstorage_account_type = each.value.sku\n');

describe('the trail of a value', () => {
  it('holds the way of the collection that it was taken from', () => {
    const sku = stringValue('Standard_LRS', literalAt(placeIn(tfvars, '"Standard_LRS"')));
    const disk = objectValue([['sku', sku]], literalAt(placeIn(tfvars, '{ sku = "Standard_LRS" }')));
    const disks = passedThrough(disk, { range: placeIn(main, 'variable "disks"'), text: 'variable "disks"' });
    const taken = readPath(disks, ['sku']);
    assert.ok(taken !== undefined);
    const trail = trailOf(
      passedThrough(taken, {
        range: placeIn(main, 'storage_account_type = each.value.sku'),
        text: 'argument storage_account_type',
      }).origin,
    );
    assert.deepEqual(locationOf(trail.origin), {
      file: 'terraform.tfvars',
      startLine: 1,
      startColumn: 26,
      endLine: 1,
      endColumn: 40,
    });
    assert.deepEqual(
      trail.steps.map(step => [step.text, locationOf(step.range).startLine]),
      [
        ['variable "disks"', 1],
        ['argument storage_account_type', 2],
      ],
    );
  });

  it('of an expression leads through everything that it was computed from, each step once', () => {
    const file = new SourceFile(
      'main.tf',
      'locals {\n  a = "x"\n  b = upper(local.a)\n  c = "${local.b}-${local.a}"\n}\n',
    );
    const through = (name: string) => ({ range: placeIn(file, `  ${name} = `), text: `local.${name}` });
    const a = passedThrough(stringValue('x', literalAt(placeIn(file, '"x"'))), through('a'));
    const b = passedThrough(stringValue('X', computedAt(placeIn(file, 'upper(local.a)'), [a])), through('b'));
    const c = computedAt(placeIn(file, '"${local.b}-${local.a}"'), [b, a]);
    assert.deepEqual(
      trailOf(c).steps.map(step => step.text),
      ['local.a', 'local.b'],
    );
  });
});
