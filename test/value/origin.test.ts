import assert from 'node:assert/strict';
import { SourceFile } from '../../src/source/file.ts';
import { locationOf } from '../../src/source/range.ts';
import { computedAt, literalAt, objectValue, passedThrough, stringValue } from '../../src/value/make.ts';
import { sourcesOf, trailOf } from '../../src/value/origin.ts';
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

  it('of an expression leads back to each literal that it was computed from', () => {
    const file = new SourceFile('main.tf', 'sku = "${"Standard"}_${"LRS"}"');
    const left = stringValue('Standard', literalAt(placeIn(file, '"Standard"')));
    const right = stringValue('LRS', literalAt(placeIn(file, '"LRS"')));
    const origin = computedAt(placeIn(file, '"${"Standard"}_${"LRS"}"'), [left, right]);
    assert.deepEqual(
      sourcesOf(origin).map(source => source.range.start),
      [left.origin.range.start, right.origin.range.start],
    );
  });
});
