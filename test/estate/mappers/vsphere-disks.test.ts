import { deepEqual, equal } from 'node:assert/strict';
import { locationOf, textOf } from '../../../src/source/range.ts';
import { diskOf, json, machineOf, vm } from '../../support/vsphere.ts';

describe('vSphere disks', () => {
  const provisioning: readonly (readonly [what: string, lines: string, expected: string])[] = [
    ['nothing stated', '', 'thin'],
    ['thin', 'thin_provisioned = true', 'thin'],
    ['not thin', 'thin_provisioned = false', 'thick-lazy'],
    ['not thin, scrubbed', 'thin_provisioned = false\neagerly_scrub = true', 'thick-eager'],
  ];
  for (const [what, lines, expected] of provisioning) {
    it(`provisioning: ${what}`, async () => equal(json((await diskOf(lines)).provisioning), expected));
  }

  it('provisioning points at the argument that decides it', async () => {
    const disk = await diskOf('thin_provisioned = true');
    const range = disk.provisioning?.origin.range;
    deepEqual(range === undefined ? undefined : locationOf(range), {
      file: 'main.tf',
      startLine: 5,
      startColumn: 20,
      endLine: 5,
      endColumn: 24,
    });
  });

  it('provisioning is unknown when a template decides it', async () => {
    const disk = await diskOf(
      'thin_provisioned = data.vsphere_virtual_machine.t.disks[0].thin_provisioned',
      'data "vsphere_virtual_machine" "t" {\n  name = "template"\n}\n',
    );
    deepEqual(json(disk.provisioning), { $unknown: 'data.vsphere_virtual_machine.t is read at deployment' });
  });

  it('an attached disk is as its own resource says', async () => {
    const disk = (type: string): string =>
      `resource "vsphere_virtual_disk" "d" {\n  vmdk_path = "ex/db.vmdk"\n  size = 10\n${type}\n}\n`;
    const attach = 'attach = true\npath = vsphere_virtual_disk.d.vmdk_path';
    deepEqual(
      [
        json((await diskOf(attach, disk(''))).provisioning),
        json((await diskOf(attach, disk('type = "thin"'))).provisioning),
        (await diskOf('attach = true\npath = "other.vmdk"', disk(''))).provisioning?.kind,
      ],
      ['thick-eager', 'thin', 'unknown'],
    );
  });

  it('the disk at unit 0 is that of the system, whatever its place', async () => {
    const { disks } = await machineOf(
      vm(
        'disk {\n  label = "data"\n  unit_number = 1\n  size = 500\n}\ndisk {\n  label = "system"\n  size = 100\n}',
      ),
    );
    deepEqual(
      disks.map(({ name, slot, isOs, sizeGib }) => [json(name), slot, isOs, json(sizeGib)]),
      [
        ['data', 'unit 1', false, 500],
        ['system', 'unit 0', true, 100],
      ],
    );
  });

  it('a number of disks that is not known is one disk for all', async () => {
    const { disks } = await machineOf(
      `variable "sizes" { type = map(number) }\n${vm(
        'dynamic "disk" {\n  for_each = var.sizes\n  content {\n    label = disk.key\n    size = disk.value\n    thin_provisioned = false\n  }\n}',
      )}`,
    );
    deepEqual(
      disks.map(disk => json(disk.provisioning)),
      ['thick-lazy'],
    );
  });

  it('a machine without disk blocks has that of its OVF', async () => {
    const ovf = (lines: string): string =>
      vm(`ovf_deploy {\n  remote_ovf_url = "https://x/exchange.ovf"\n${lines}\n}`);
    deepEqual(
      [
        json((await machineOf(ovf('disk_provisioning = "thick"'))).disks[0]?.provisioning),
        (await machineOf(ovf(''))).disks[0]?.provisioning?.kind,
        (await machineOf(ovf('disk_provisioning = "sameAsSource"'))).disks[0]?.provisioning?.kind,
      ],
      ['thick-lazy', 'unknown', 'unknown'],
    );
  });
});

describe('how vSphere attaches a disk', () => {
  it('as the provider does by default', async () => {
    const { mode, controller, controllerNumber, shared, format } = await diskOf('');
    deepEqual(
      [mode, controller, controllerNumber, shared, format].map(value => json(value)),
      ['persistent', 'pvscsi', 0, false, 'vmdk'],
    );
  });
  it('a default points at the disk block, or at the machine for what is set there', async () => {
    const { mode, controller } = await diskOf('');
    deepEqual(
      [mode, controller].map(value => [
        value?.origin.kind,
        value === undefined ? '' : textOf(value.origin.range),
      ]),
      [
        ['default', 'disk'],
        ['default', 'resource "vsphere_virtual_machine" "ex01"'],
      ],
    );
  });

  const controllers: readonly (readonly [
    lines: string,
    machine: string,
    controller: string,
    number: number,
  ])[] = [
    ['unit_number = 14', '', 'pvscsi', 0],
    ['unit_number = 15', 'scsi_controller_count = 2', 'pvscsi', 1],
    ['unit_number = 59', 'scsi_controller_count = 4\nscsi_type = "lsilogic-sas"', 'lsilogic-sas', 3],
    ['unit_number = 31\ncontroller_type = "sata"', 'sata_controller_count = 2', 'sata', 1],
    ['unit_number = 64\ncontroller_type = "nvme"', 'nvme_controller_count = 2', 'nvme', 1],
    ['unit_number = 3\ncontroller_type = "ide"', '', 'ide', 1],
  ];
  for (const [lines, machine, controller, number] of controllers) {
    it(`${lines.replace('\n', ', ')} is on ${controller} controller ${number}`, async () => {
      const disk = await diskOf(lines, '', machine);
      deepEqual([json(disk.controller), json(disk.controllerNumber)], [controller, number]);
    });
  }

  it('shared by its own mode', async () =>
    equal(json((await diskOf('disk_sharing = "sharingMultiWriter"')).shared), true));
  for (const bus of ['virtualSharing', 'physicalSharing']) {
    it(`shared on a SCSI bus with ${bus}`, async () =>
      equal(json((await diskOf('', '', `scsi_bus_sharing = "${bus}"`)).shared), true));
  }
  it('not shared on another controller than that of the bus', async () =>
    equal(
      json(
        (
          await diskOf(
            'controller_type = "nvme"',
            '',
            'nvme_controller_count = 1\nscsi_bus_sharing = "physicalSharing"',
          )
        ).shared,
      ),
      false,
    ));
  it('as its OVF says, which is not here', async () => {
    const [disk] = (await machineOf(vm('ovf_deploy {\n  remote_ovf_url = "https://x/exchange.ovf"\n}')))
      .disks;
    deepEqual([disk?.mode?.kind, disk?.controller?.kind, json(disk?.shared)], ['unknown', 'unknown', false]);
  });
});
