import assert from 'node:assert/strict';
import { reportOn } from '../support/scan.ts';

const EXCHANGE = `
variable "size" {}
resource "azurerm_windows_virtual_machine" "exchange" {
  name = "exchange"
  size = var.size
}
`;
const ROOT = 'resource "azurerm_windows_virtual_machine" "dc01" {\n  name = "dc01"\n}\n';
const CALL = 'module "exchange" {\n  source = "./modules/exchange"\n  size   = "Standard_E16s_v5"\n}\n';

async function serversOf(root: string): Promise<readonly string[]> {
  const { servers } = await reportOn({ 'main.tf': root, 'modules/exchange/main.tf': EXCHANGE }, 'EXPLT-36');
  return servers.map(({ deployment, server }) => `${deployment}: ${server.address}`);
}

describe('a module with an Exchange server', () => {
  it('is part of the configuration that calls it', async () =>
    assert.deepEqual(await serversOf(ROOT + CALL), [
      '.: module.exchange.azurerm_windows_virtual_machine.exchange',
    ]));

  it('stands for itself when its call is commented out', async () =>
    assert.deepEqual(await serversOf(`${ROOT}/*\n${CALL}*/\n`), [
      'modules/exchange: azurerm_windows_virtual_machine.exchange',
    ]));
});
