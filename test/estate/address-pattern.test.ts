import { equal } from 'node:assert/strict';
import { matchesAddress, matchesName } from '../../src/estate/address-pattern.ts';

describe('globs over addresses', () => {
  const cases: readonly (readonly [pattern: string, address: string, matches: boolean])[] = [
    ['**.azurerm_windows_virtual_machine.mbx*', 'module.a.azurerm_windows_virtual_machine.mbx1', true],
    ['**.azurerm_windows_virtual_machine.mbx*', 'azurerm_windows_virtual_machine.mbx[0]', true],
    ['**.azurerm_windows_virtual_machine.mbx', 'azurerm_windows_virtual_machine.mbx[0]', false],
    ['azurerm_windows_virtual_machine.mbx[0]', 'azurerm_windows_virtual_machine.mbx[0]', true],
    ['azurerm_windows_virtual_machine.mbx[01]', 'azurerm_windows_virtual_machine.mbx0', false],
    ['module.*.ex01', 'module.a.module.b.azurerm_windows_virtual_machine.ex01', true],
    ['module.lab.**', 'module.lab.azurerm_windows_virtual_machine.ex["a/b"]', true],
    ['module.lab.**', 'module.laboratory.azurerm_windows_virtual_machine.ex', false],
    ['**.ex["a*"]', 'azurerm_windows_virtual_machine.ex["a/b"]', true],
    ['**/virtualMachines/ex*', 'Microsoft.Compute/virtualMachines/EX01', true],
    ['microsoft.compute/virtualmachines/ex?1', 'Microsoft.Compute/virtualMachines/ex01', true],
    ['**.vm.{ex01,ex02}', 'x.vm.ex02', true],
    ['vsphere_virtual_machine.EX', 'vsphere_virtual_machine.ex', false],
  ];
  for (const [pattern, address, matches] of cases) {
    it(`${pattern} ${matches ? 'matches' : 'does not match'} ${address}`, () =>
      equal(matchesAddress(pattern, address), matches));
  }
  it('over names run without regard to case', () => equal(matchesName('*-LOG-*', 'ex01-log-1'), true));
});
