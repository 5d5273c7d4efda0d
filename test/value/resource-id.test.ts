import assert from 'node:assert/strict';
import { SourceFile } from '../../src/source/file.ts';
import { computedAt, literalAt, numberValue, stringValue } from '../../src/value/make.ts';
import { canonicalAddress, resourceAddressOf, textWithGaps } from '../../src/value/resource-id.ts';
import { joinText } from '../../src/value/text.ts';
import { unknown } from '../../src/value/unknown.ts';

const file = new SourceFile('main.json', 'parameters(prefix) "vmName"');
const origin = literalAt({ file, start: 0, end: 0 });
const reason = { kind: 'provider', text: 'known only after deployment' } as const;
const idOf = (address: string, path: readonly string[] = ['id']) =>
  unknown(reason, origin, { reference: { address, path } });
const prefix = unknown(reason, computedAt({ file, start: 0, end: 18 }));
const vmName = unknown(reason, computedAt({ file, start: 19, end: 27 }));

describe('the resource that a value identifies', () => {
  it('is read from a whole Azure resource id, whatever its case and scope', () => {
    const id =
      '/subscriptions/1/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/VNet1/subnets/x';
    assert.equal(
      resourceAddressOf(stringValue(id, origin)),
      'microsoft.network/virtualnetworks/vnet1/subnets/x',
    );
  });

  it('is the resource whose id an unknown is', () => {
    assert.equal(
      resourceAddressOf(idOf('Microsoft.Compute/disks/ex01-db')),
      'microsoft.compute/disks/ex01-db',
    );
    assert.equal(
      resourceAddressOf(idOf('module.vm["A/b"].azurerm_managed_disk.db["X"]')),
      'module.vm["A/b"].azurerm_managed_disk.db["X"]',
    );
  });

  it('is still known after the id went through a template string', () => {
    assert.equal(resourceAddressOf(joinText([idOf('azurerm_subnet.a')], origin)), 'azurerm_subnet.a');
  });

  it('is the child when a segment is appended to the id of its parent', () => {
    const child = joinText([idOf('Microsoft.Network/virtualNetworks/vnet1'), '/subnets/', 'X'], origin);
    assert.equal(resourceAddressOf(child), 'microsoft.network/virtualnetworks/vnet1/subnets/x');
  });

  it('is read from the known pieces of an id, with gaps for the unknown ones', () => {
    const id = joinText(
      ['/subscriptions/', vmName, '/providers/Microsoft.Compute/virtualMachines/', prefix, '-ex01'],
      origin,
    );
    assert.equal(resourceAddressOf(id), 'microsoft.compute/virtualmachines/{parameters(prefix)}-ex01');
  });

  it('is absent when the value is some other attribute, some other text or not a text', () => {
    assert.equal(resourceAddressOf(idOf('azurerm_subnet.a', ['name'])), undefined);
    assert.equal(resourceAddressOf(stringValue('/subnets/x', origin)), undefined);
    assert.equal(resourceAddressOf(joinText([prefix, '/subnets/x'], origin)), undefined);
    assert.equal(resourceAddressOf(joinText([idOf('azurerm_subnet.a'), '/x'], origin)), undefined);
    assert.equal(resourceAddressOf(numberValue(1, origin)), undefined);
  });

  it('can be a resource group', () => {
    assert.equal(
      resourceAddressOf(stringValue('/subscriptions/1/resourceGroups/RG1', origin)),
      'microsoft.resources/resourcegroups/rg1',
    );
  });
});

describe('addresses in their comparable form', () => {
  it('are lower case without scope for Azure, unchanged for Terraform', () => {
    assert.equal(canonicalAddress('Microsoft.Compute/disks/DB'), 'microsoft.compute/disks/db');
    assert.equal(
      canonicalAddress('resourceGroups/rg2/providers/Microsoft.Compute/disks/DB'),
      'microsoft.compute/disks/db',
    );
    assert.equal(canonicalAddress('Microsoft.Compute/disks/DB#2'), 'microsoft.compute/disks/db');
    assert.equal(canonicalAddress('azurerm_managed_disk.DB["a/b"]'), 'azurerm_managed_disk.DB["a/b"]');
  });
});

describe('a name with unknown pieces', () => {
  it('tells different unknowns apart by the text that they come from', () => {
    assert.equal(textWithGaps(joinText([prefix, '-', vmName], origin)), '{parameters(prefix)}-{vmName}');
  });
});
