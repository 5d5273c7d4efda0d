import assert from 'node:assert/strict';
import { reportOn } from '../support/scan.ts';

/** Most machines of vSphere are cloned from a template, and take from it what they run. */
const CLONED = `
data "vsphere_virtual_machine" "windows" {
  name = "win-template"
}
resource "vsphere_virtual_machine" "dc01" {
  name     = "dc01"
  num_cpus = 2
  memory   = 4096
  guest_id = data.vsphere_virtual_machine.windows.guest_id
}
resource "vsphere_virtual_machine" "EXCServer" {
  name     = "labexc001"
  num_cpus = 8
  memory   = 16384
  guest_id = data.vsphere_virtual_machine.windows.guest_id
  disk {
    label       = "os"
    unit_number = 0
    size        = data.vsphere_virtual_machine.windows.disks[0].size
  }
  disk {
    label       = "data"
    unit_number = 1
    size        = 500
  }
}
`;

const config = (version: string): string => `version: 1
servers:
  - match: "**.EXCServer"
    exchange: "${version}"
    roles: [mailbox]
`;

describe('a machine that is cloned from a template', () => {
  const asked: readonly (readonly [rule: string, version: string, key: string])[] = [
    ['EXPLT-39', '2013', 'servers[].guestOs'],
    ['EXPLT-35', '2013', 'servers[].guestOs'],
    ['EXPLT-45', '2019', 'estate.domainControllerOs'],
    ['EXSTO-17', '2013', 'servers[].osDisk'],
  ];
  for (const [rule, version, key] of asked) {
    it(`${rule} asks for ${key}`, async () => {
      const { findings } = await reportOn({ 'main.tf': CLONED, 'exvet.yaml': config(version) }, rule);
      assert.deepEqual(
        findings.map(({ verdict, needs }) => [verdict, needs.map(need => need.key)]),
        [['undecided', [key]]],
      );
    });
  }

  it('is judged by what exvet.yaml states of it', async () => {
    const stated = `${config('2013')}    guestOs: "2012 R2"\n`;
    const { findings } = await reportOn({ 'main.tf': CLONED, 'exvet.yaml': stated }, 'EXPLT-39');
    assert.deepEqual(
      findings.map(({ verdict, message }) => [verdict, message]),
      [['violation', 'labexc001 runs Windows Server 2012 R2, whose support ended on 2023-10-10.']],
    );
  });
});
