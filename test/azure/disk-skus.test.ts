import assert from 'node:assert/strict';
import { diskTier, tierOfUnknownSku, unmanagedSku } from '../../src/azure/disk-skus.ts';
import { SourceFile } from '../../src/source/file.ts';
import { literalAt, stringValue } from '../../src/value/make.ts';
import { joinText } from '../../src/value/text.ts';
import { unknown } from '../../src/value/unknown.ts';

const origin = literalAt({ file: new SourceFile('main.tf', ''), start: 0, end: 0 });
const unset = unknown({ kind: 'input', text: 'var.x has no value' }, origin);

describe('the tier of a disk SKU', () => {
  it('is named by the SKU, in any case', () => {
    assert.deepEqual(
      [
        'Premium_LRS',
        'premium_zrs',
        'PremiumV2_LRS',
        'UltraSSD_LRS',
        'StandardSSD_LRS',
        'StandardSSD_ZRS',
        'Standard_LRS',
        'Premium',
        'PremiumLRS',
      ].map(diskTier),
      ['premium', 'premium', 'premium-v2', 'ultra', 'standard', 'standard', 'standard', undefined, undefined],
    );
  });

  it('is known without the SKU when its known pieces leave no other', () => {
    assert.equal(tierOfUnknownSku(joinText(['Premium_', unset], origin)), 'premium');
    assert.equal(tierOfUnknownSku(joinText(['Standard', unset], origin)), 'standard');
    assert.equal(tierOfUnknownSku(joinText([unset, '_ZRS'], origin)), undefined);
    assert.equal(tierOfUnknownSku(unset), undefined);
  });

  it('is known without the SKU when all that are allowed share it', () => {
    const among = (...skus: string[]) =>
      unknown({ kind: 'input', text: 'no value' }, origin, {
        candidates: skus.map(sku => stringValue(sku, origin)),
      });
    assert.equal(tierOfUnknownSku(among('Premium_LRS', 'Premium_ZRS')), 'premium');
    assert.equal(tierOfUnknownSku(among('Premium_LRS', 'Standard_LRS')), undefined);
    assert.equal(tierOfUnknownSku(among('Premium_LRS', 'Fast')), undefined);
  });

  it('of an unmanaged disk is that of its storage account', () => {
    assert.equal(unmanagedSku('Premium', 'LRS'), 'Premium_LRS');
    assert.equal(unmanagedSku('Standard', 'GRS'), 'Standard_GRS');
  });
});
