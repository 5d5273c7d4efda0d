import { deepEqual } from 'node:assert/strict';
import { reportOn } from '../support/scan.ts';

/** What the templates of Hyper-V and SCVMM leave open, and the keys of `exvet.yaml` that decide it. */
async function findings(main: string, rule: string, lines: string): Promise<readonly (readonly string[])[]> {
  const report = await reportOn({ 'main.tf': main, 'exvet.yaml': `version: 1\n${lines}` }, rule);
  return report.findings.map(({ verdict, needs }) => [verdict, ...needs.map(({ text }) => text)]);
}

const SERVER = (match: string, more = ''): string =>
  `servers:\n  - match: "${match}"\n    exchange: SE\n${more}`;

describe('a host of Hyper-V', () => {
  const MAIN = `
provider "hyperv" {
  host = "hv01"
}
resource "hyperv_machine_instance" "ex01" {
  name          = "ex01"
  static_memory = true
}
`;
  const server = SERVER('hyperv_machine_instance.ex01');

  it('is a node of a failover cluster or none: hosts[].clustered', async () => {
    const host = (clustered: boolean): string =>
      `hosts:\n  - match: provider.hyperv\n    clustered: ${clustered}\n`;
    deepEqual(
      [
        await findings(MAIN, 'EXSNP-27', server),
        await findings(MAIN, 'EXSNP-27', server + host(false)),
        await findings(MAIN, 'EXSNP-27', server + host(true)),
      ],
      [
        [
          [
            'undecided',
            'the provider does not tell whether the host is a node of a failover cluster: state hosts[].clustered for provider.hyperv in exvet.yaml',
            'exvet.yaml does not state servers[].clusterPriority for hyperv_machine_instance.ex01',
            'exvet.yaml does not state servers[].clusterOfflineAction for hyperv_machine_instance.ex01',
          ],
        ],
        [],
        [
          [
            'undecided',
            'exvet.yaml does not state servers[].clusterPriority for hyperv_machine_instance.ex01',
            'exvet.yaml does not state servers[].clusterOfflineAction for hyperv_machine_instance.ex01',
          ],
        ],
      ],
    );
  });
});

describe('the storage of SCVMM', () => {
  const TYPE = 'azurerm_system_center_virtual_machine_manager_virtual_machine_instance';
  const drive = (name: string, lun: number): string =>
    `storage_disk {\n    name = "${name}"\n    bus_type = "SCSI"\n    bus = 0\n    lun = ${lun}\n    vhd_type = "Dynamic"\n    disk_size_gb = 200\n  }`;
  const MAIN = `
resource "azurerm_arc_machine" "ex01" {
  name = "ex01"
  kind = "SCVMM"
}
resource "${TYPE}" "ex01" {
  scoped_resource_id = azurerm_arc_machine.ex01.id
  custom_location_id = "/x"
  hardware {
    memory_in_mb = 131072
  }
  ${drive('ex01-os', 0)}
  ${drive('ex01-db', 1)}
}
`;
  const server = (disks: string): string => SERVER(`${TYPE}.ex01`, `    disks:\n${disks}`);
  const disk = (name: string, line: string): string =>
    `      - match: { name: "${name}" }\n        ${line}\n`;

  it('is one volume or several: servers[].disks[].store', async () => {
    const verdicts = async (disks: string): Promise<readonly unknown[]> =>
      (await findings(MAIN, 'EXSTO-18', server(disks))).map(([verdict]) => verdict);
    const data = disk('ex01-db', "store: 'C:\\ClusterStorage\\Data'");
    deepEqual(
      [
        await verdicts(data + disk('ex01-os', "store: 'C:\\ClusterStorage\\System'")),
        await verdicts(data + disk('ex01-os', "store: 'c:\\clusterstorage\\data'")),
      ],
      [[], ['violation']],
    );
  });

  it('is block storage or a share: servers[].disks[].backing', async () => {
    const verdicts = async (backing: string): Promise<readonly unknown[]> =>
      (await findings(MAIN, 'EXSTO-08', server(disk('ex01-db', `backing: ${backing}`)))).map(
        ([verdict]) => verdict,
      );
    deepEqual(
      [await verdicts('block'), await verdicts('nas'), await verdicts('smb')],
      [[], ['violation'], []],
    );
  });
});
