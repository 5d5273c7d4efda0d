import assert from 'node:assert/strict';
import { starterConfig } from '../../src/report/starter-config.ts';
import { reportOn } from '../support/scan.ts';

const MAIN = `
resource "vsphere_virtual_machine" "server" {
  name     = "ex01"
  guest_id = "windows2019srvNext_64Guest"
  num_cpus = 16
  memory   = 131072

  disk {
    label       = "os"
    unit_number = 0
    size        = 200
  }

  disk {
    label       = "db01"
    unit_number = 1
    size        = 1000
  }

  disk {
    label       = "spare"
    unit_number = 2
    size        = 1000
  }
}
`;

describe('a starter exvet.yaml', () => {
  it('states what was recognised, and leaves open what a rule waits for', async () => {
    const report = await reportOn({ 'main.tf': MAIN }, 'EXPLT-38');
    assert.equal(
      starterConfig(report),
      `# What exvet recognised. Check it, and complete the lines that are commented out: each names the rules that
# wait for it. A machine that is not an Exchange server gets \`exchange: none\`.
version: 1

servers:
  # Recognised by name 'ex01' alone: is it one?
  - match: "vsphere_virtual_machine.server"
    # exchange:  # 2013, 2016, 2019 or SE: nothing tells it
    # roles: [mailbox]  # assumed: nothing tells them
    # cumulativeUpdate:  # EXPLT-38: The cumulative update of Exchange that is installed; 0 for the first release.
    disks:
      - match: { lun: [1] }
        holds: [database]  # by disk name 'db01'
      # - match: { lun: [2] }  # taken for Exchange data: nothing tells what it holds
      #   holds: [database, log]
`,
    );
  });

  it('asks for the DAG of a server that may be in one', async () => {
    const report = await reportOn({ 'main.tf': MAIN.replace('"db01"', '"data"') }, 'EXSTO-60');
    assert.match(
      starterConfig(report),
      /\n {4}# dag: {2}# EXSTO-60: The DAG that it is a member of; null for none\.\n/,
    );
  });

  it('is a valid configuration that makes the servers certain', async () => {
    const starter = starterConfig(await reportOn({ 'main.tf': MAIN }, '*'));
    const { servers, diagnostics } = await reportOn({ 'main.tf': MAIN, 'exvet.yaml': starter }, '*');
    assert.deepEqual(diagnostics, []);
    assert.deepEqual(
      servers.map(({ server }) => [server.certain, server.recognisedBy.map(({ text }) => text)]),
      [[true, ["exvet.yaml 'vsphere_virtual_machine.server'", "name 'ex01'"]]],
    );
  });
});
