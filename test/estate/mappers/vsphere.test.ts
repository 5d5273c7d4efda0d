import { deepEqual, equal } from 'node:assert/strict';
import { buildEstate } from '../../../src/estate/build.ts';
import { type Declarations, NO_DECLARATIONS } from '../../../src/estate/declarations.ts';
import { vsphereMapper } from '../../../src/estate/mappers/vsphere.ts';
import type { Disk, Estate, Machine } from '../../../src/estate/model.ts';
import { locationOf, textOf } from '../../../src/source/range.ts';
import { evaluateRootModule, type TerraformInputs } from '../../../src/terraform/index.ts';
import { valueToJson } from '../../../src/value/json.ts';
import type { Value } from '../../../src/value/value.ts';
import { memoryTree } from '../../support/memory-tree.ts';
import { declared } from '../machines.ts';

const NO_INPUTS: TerraformInputs = { entries: [], crossCheck: 'never' };

async function estateOf(main: string, declarations: Declarations = NO_DECLARATIONS): Promise<Estate> {
  const deployment = await evaluateRootModule(memoryTree({ 'main.tf': main }), '.', NO_INPUTS);
  deepEqual(deployment.diagnostics, []);
  return buildEstate(deployment, declarations, [vsphereMapper]).estate;
}

async function machinesOf(main: string, declarations?: Declarations): Promise<readonly Machine[]> {
  const { servers, otherMachines } = await estateOf(main, declarations);
  return [...servers, ...otherMachines];
}

async function machineOf(main: string, declarations?: Declarations): Promise<Machine> {
  const [machine] = await machinesOf(main, declarations);
  if (machine === undefined) throw new Error('There is no machine.');
  return machine;
}

/** A virtual machine with these lines in its block. */
const vm = (lines: string, label = 'ex01'): string =>
  `resource "vsphere_virtual_machine" "${label}" {\n  name = "${label}"\n${lines}\n}\n`;

const json = (value: Value | undefined): unknown => (value === undefined ? undefined : valueToJson(value));

describe('vSphere memory', () => {
  const cases: readonly (readonly [
    what: string,
    lines: string,
    size: unknown,
    reserved: unknown,
    full: unknown,
  ])[] = [
    ['nothing reserved', 'memory = 131072', 131_072, 0, false],
    ['nothing stated', '', 1024, 0, false],
    ['all reserved', 'memory = 131072\nmemory_reservation = 131072', 131_072, 131_072, true],
    ['half reserved', 'memory = 131072\nmemory_reservation = 65536', 131_072, 65_536, false],
    [
      'locked to the maximum, which does nothing on its own',
      'memory = 131072\nmemory_reservation_locked_to_max = true',
      131_072,
      0,
      false,
    ],
  ];
  for (const [what, lines, size, reserved, full] of cases) {
    it(what, async () => {
      const { memory } = await machineOf(vm(lines));
      deepEqual(
        [json(memory.sizeMib), json(memory.reservationMib), json(memory.fullyReserved)],
        [size, reserved, full],
      );
    });
  }

  it('one and the same unknown is all reserved', async () => {
    const { memory } = await machineOf(
      `variable "mem" {}\n${vm('memory = var.mem\nmemory_reservation = var.mem')}`,
    );
    deepEqual([memory.sizeMib.kind, json(memory.fullyReserved)], ['unknown', true]);
  });

  it('an unknown reservation leaves it open', async () => {
    const { memory } = await machineOf(
      `variable "reserved" {}\n${vm('memory = 8192\nmemory_reservation = var.reserved')}`,
    );
    equal(memory.fullyReserved?.kind, 'unknown');
  });

  it('a default points at the header of the resource', async () => {
    const { memory } = await machineOf(vm('memory = 8192'));
    const origin = memory.reservationMib?.origin;
    deepEqual(
      [origin?.kind, origin === undefined ? undefined : textOf(origin.range)],
      ['default', 'resource "vsphere_virtual_machine" "ex01"'],
    );
  });
});

describe('vSphere disks', () => {
  const diskOf = async (lines: string, before = ''): Promise<Disk | undefined> =>
    (await machineOf(before + vm(`disk {\nlabel = "disk0"\n${lines}\n}`))).disks[0];

  const provisioning: readonly (readonly [what: string, lines: string, expected: string])[] = [
    ['nothing stated', '', 'thin'],
    ['thin', 'thin_provisioned = true', 'thin'],
    ['not thin', 'thin_provisioned = false', 'thick-lazy'],
    ['not thin, scrubbed', 'thin_provisioned = false\neagerly_scrub = true', 'thick-eager'],
  ];
  for (const [what, lines, expected] of provisioning) {
    it(`provisioning: ${what}`, async () => equal(json((await diskOf(lines))?.provisioning), expected));
  }

  it('provisioning points at the argument that decides it', async () => {
    const disk = await diskOf('thin_provisioned = true');
    const range = disk?.provisioning?.origin.range;
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
    deepEqual(json(disk?.provisioning), { $unknown: 'data.vsphere_virtual_machine.t is read at deployment' });
  });

  it('an attached disk is as its own resource says', async () => {
    const disk = (type: string): string =>
      `resource "vsphere_virtual_disk" "d" {\n  vmdk_path = "ex/db.vmdk"\n  size = 10\n${type}\n}\n`;
    const attach = 'attach = true\npath = vsphere_virtual_disk.d.vmdk_path';
    deepEqual(
      [
        json((await diskOf(attach, disk('')))?.provisioning),
        json((await diskOf(attach, disk('type = "thin"')))?.provisioning),
        (await diskOf('attach = true\npath = "other.vmdk"', disk('')))?.provisioning?.kind,
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

describe('what vSphere stores a disk on', () => {
  const backingOf = async (main: string, declarations?: Declarations): Promise<unknown> =>
    json((await machineOf(main, declarations)).disks.at(-1)?.backing);
  const nas = 'resource "vsphere_nas_datastore" "nfs" {\n  name = "nfs1"\n}\n';
  const vmfs = 'resource "vsphere_vmfs_datastore" "san" {\n  name = "san1"\n}\n';

  it('NFS', async () =>
    equal(
      await backingOf(nas + vm('datastore_id = vsphere_nas_datastore.nfs.id\ndisk {\n  label = "d"\n}')),
      'nas',
    ));
  it('VMFS', async () =>
    equal(
      await backingOf(vmfs + vm('datastore_id = vsphere_vmfs_datastore.san.id\ndisk {\n  label = "d"\n}')),
      'block',
    ));
  it('its own datastore, not that of the machine', async () =>
    equal(
      await backingOf(
        nas +
          vmfs +
          vm(
            'datastore_id = vsphere_vmfs_datastore.san.id\ndisk {\n  label = "d"\n  datastore_id = vsphere_nas_datastore.nfs.id\n}',
          ),
      ),
      'nas',
    ));
  it('one of several NFS datastores', async () =>
    equal(
      await backingOf(
        'resource "vsphere_nas_datastore" "nfs" {\n  count = 2\n  name = "nfs${count.index}"\n}\n' +
          vm('datastore_id = vsphere_nas_datastore.nfs[1].id\ndisk {\n  label = "d"\n}'),
      ),
      'nas',
    ));
  it('a data source of the name of an NFS datastore', async () =>
    equal(
      await backingOf(
        `${nas}data "vsphere_datastore" "d" {\n  name = "nfs1"\n}\n${vm('datastore_id = data.vsphere_datastore.d.id\ndisk {\n  label = "d"\n}')}`,
      ),
      'nas',
    ));
  it('a cluster of NFS datastores', async () =>
    equal(
      await backingOf(
        'resource "vsphere_datastore_cluster" "c" {\n  name = "c"\n}\n' +
          'resource "vsphere_nas_datastore" "nfs" {\n  name = "n"\n  datastore_cluster_id = vsphere_datastore_cluster.c.id\n}\n' +
          vm('datastore_cluster_id = vsphere_datastore_cluster.c.id\ndisk {\n  label = "d"\n}'),
      ),
      'nas',
    ));

  const data = `data "vsphere_datastore" "ds" {\n  name = "ds1"\n}\n${vm('datastore_id = data.vsphere_datastore.ds.id\ndisk {\n  label = "d"\n}')}`;
  it('a data source, which does not tell', async () =>
    deepEqual(await backingOf(data), {
      $unknown:
        'no template tells whether data.vsphere_datastore.ds is on VMFS, vSAN or NFS: declare its type in exvet.yaml (datastores)',
    }));
  for (const [type, backing] of [
    ['vmfs', 'block'],
    ['vsan', 'block'],
    ['vvol-block', 'block'],
    ['nfs', 'nas'],
    ['vvol-nfs', 'nas'],
  ] as const) {
    it(`a data source that exvet.yaml says is ${type}`, async () => {
      const datastores = [{ match: declared('**.vsphere_datastore.ds'), type: declared(type) }];
      equal(await backingOf(data, { ...NO_DECLARATIONS, datastores }), backing);
    });
  }
});

describe('vSphere snapshots', () => {
  const snapshot = (target: string): string =>
    `resource "vsphere_virtual_machine_snapshot" "s" {\n  virtual_machine_uuid = ${target}\n  snapshot_name = "s"\n}\n`;
  const snapshotsOf = async (main: string): Promise<Record<string, unknown>> =>
    Object.fromEntries(
      (await machinesOf(main)).map(({ address, hasSnapshot }) => [address, json(hasSnapshot)]),
    );

  it('are of the machine that they name', async () =>
    deepEqual(await snapshotsOf(vm('') + vm('', 'ex02') + snapshot('vsphere_virtual_machine.ex02.id')), {
      'vsphere_virtual_machine.ex01': false,
      'vsphere_virtual_machine.ex02': true,
    }));

  it('of an unknown machine may be of any', async () =>
    deepEqual(await snapshotsOf(`variable "uuid" {}\n${vm('')}${snapshot('var.uuid')}`), {
      'vsphere_virtual_machine.ex01': {
        $unknown: 'var.uuid has no value: set it in a .tfvars file or with --var',
      },
    }));

  it('of a machine that the configuration only reads are of none here', async () =>
    deepEqual(
      await snapshotsOf(
        `data "vsphere_virtual_machine" "fs" {\n  name = "fs"\n}\n${vm('')}${snapshot('data.vsphere_virtual_machine.fs.id')}`,
      ),
      { 'vsphere_virtual_machine.ex01': false },
    ));
});

describe('vSphere placement', () => {
  const cluster = (drs: string): string =>
    `resource "vsphere_compute_cluster" "c" {\n  name = "c"\n  datacenter_id = "dc"\n${drs}\n}\n`;
  const two = 'resource "vsphere_virtual_machine" "ex" {\n  count = 2\n  name = "ex0${count.index + 1}"\n}\n';
  const rule = (lines: string): string =>
    `resource "vsphere_compute_cluster_vm_anti_affinity_rule" "r" {\n  name = "r"\n  compute_cluster_id = vsphere_compute_cluster.c.id\n${lines}\n}\n`;
  const separation = async (main: string): Promise<unknown> => {
    const [dag] = (await estateOf(main)).dags;
    return [json(dag?.membersSeparated), dag?.separationText];
  };
  const all = 'virtual_machine_ids = vsphere_virtual_machine.ex[*].id';

  it('a rule over a splat keeps all members apart', async () =>
    deepEqual(await separation(cluster('drs_enabled = true') + two + rule(all)), [
      true,
      'vsphere_compute_cluster_vm_anti_affinity_rule.r keeps ex01 and ex02 apart',
    ]));
  const unknownCount = `variable "servers" {}\nresource "vsphere_tag_category" "dag" {\n  name = "exchange-dag"\n}\nresource "vsphere_tag" "dag" {\n  name = "DAG1"\n  category_id = vsphere_tag_category.dag.id\n}\nresource "vsphere_virtual_machine" "ex" {\n  for_each = var.servers\n  name = "ex-\${each.key}"\n  tags = [vsphere_tag.dag.id]\n}\n`;
  const ofUnknownCount = async (main: string): Promise<unknown> => {
    const deployment = await evaluateRootModule(memoryTree({ 'main.tf': main }), '.', NO_INPUTS);
    const [dag] = buildEstate(deployment, NO_DECLARATIONS, [vsphereMapper]).estate.dags;
    return [dag?.membersSeparated.kind, dag?.separationText];
  };
  it('a rule over all of an unknown number of members keeps them apart', async () =>
    deepEqual(
      await ofUnknownCount(
        `${cluster('drs_enabled = true')}${unknownCount}${rule('virtual_machine_ids = [for v in vsphere_virtual_machine.ex : v.id]')}`,
      ),
      ['bool', 'vsphere_compute_cluster_vm_anti_affinity_rule.r keeps ex-… and ex-… apart'],
    ));
  it('an unknown number of members without a rule leaves it open', async () =>
    deepEqual(await ofUnknownCount(unknownCount), ['unknown', 'how many members there are is not known']));
  it('a rule over a list of references does too', async () =>
    deepEqual(
      await separation(
        cluster('drs_enabled = true') +
          vm('') +
          vm('', 'ex02') +
          rule('virtual_machine_ids = [vsphere_virtual_machine.ex01.id, vsphere_virtual_machine.ex02.id]'),
      ),
      [true, 'vsphere_compute_cluster_vm_anti_affinity_rule.r keeps ex01 and ex02 apart'],
    ));
  it('without DRS the rule does nothing', async () =>
    deepEqual(await separation(cluster('') + two + rule(all)), [
      false,
      'vsphere_compute_cluster_vm_anti_affinity_rule.r is not in force',
    ]));
  it('switched off it does nothing', async () =>
    deepEqual(
      await separation(`${cluster('drs_enabled = true')}${two}${rule(`${all}\n  enabled = false`)}`),
      [false, 'vsphere_compute_cluster_vm_anti_affinity_rule.r is not in force'],
    ));
  it('a rule of unknown members leaves it open', async () =>
    deepEqual(
      await separation(
        `variable "ids" {}\n${cluster('drs_enabled = true')}${two}${rule('virtual_machine_ids = var.ids')}`,
      ),
      [
        { $unknown: 'var.ids has no value: set it in a .tfvars file or with --var' },
        'vsphere_compute_cluster_vm_anti_affinity_rule.r may cover ex01 and ex02',
      ],
    ));
  const together = (lines: string): string =>
    rule(lines).replace('_vm_anti_affinity_rule" "r"', '_vm_affinity_rule" "t"');
  const drs = cluster('drs_enabled = true');
  const keptTogether = 'vsphere_compute_cluster_vm_affinity_rule.t keeps ex01 and ex02 on one host';
  it('an affinity rule keeps all members on one host', async () =>
    deepEqual(await separation(drs + two + together(all)), [false, keptTogether]));
  it('an affinity rule that is switched off does nothing', async () =>
    deepEqual(await separation(drs + two + rule(all) + together(`${all}\n  enabled = false`)), [
      true,
      'vsphere_compute_cluster_vm_anti_affinity_rule.r keeps ex01 and ex02 apart',
    ]));
  it('an affinity rule of one member and another machine is none of the DAG', async () =>
    deepEqual(
      await separation(
        `${drs}${two}${vm('', 'fs')}${rule(all)}${together('virtual_machine_ids = [vsphere_virtual_machine.ex[0].id, vsphere_virtual_machine.fs.id]')}`,
      ),
      [true, 'vsphere_compute_cluster_vm_anti_affinity_rule.r keeps ex01 and ex02 apart'],
    ));
  it('rules that contradict each other leave it open', async () =>
    deepEqual(await separation(drs + two + rule(all) + together(all)), [
      { $unknown: 'vSphere decides which of the two it keeps to' },
      `vsphere_compute_cluster_vm_anti_affinity_rule.r keeps ex01 and ex02 apart, but ${keptTogether}`,
    ]));
  it('an affinity rule of unknown members leaves open what a rule keeps apart', async () =>
    deepEqual(
      await separation(
        `variable "ids" {}\n${drs}${two}${rule(all)}${together('virtual_machine_ids = var.ids')}`,
      ),
      [
        { $unknown: 'var.ids has no value: set it in a .tfvars file or with --var' },
        'vsphere_compute_cluster_vm_affinity_rule.t may cover ex01 and ex02',
      ],
    ));
  it('without a rule they can meet', async () =>
    deepEqual(await separation(two), [false, 'nothing keeps ex01 and ex02 on different hosts']));

  const clusters = (first: string, second: string): string =>
    `data "vsphere_datacenter" "dc" {\n  name = "dc1"\n}\n${[first, second]
      .map(
        (name, index) =>
          `data "vsphere_compute_cluster" "c${index}" {\n  name = "${name}"\n  datacenter_id = data.vsphere_datacenter.dc.id\n}\n` +
          vm(`resource_pool_id = data.vsphere_compute_cluster.c${index}.resource_pool_id`, `ex0${index + 1}`),
      )
      .join('')}`;
  it('two clusters keep them apart', async () =>
    deepEqual(await separation(clusters('prod-a', 'prod-b')), [
      true,
      'ex01 and ex02 are in different sites',
    ]));
  it('two data sources of one cluster do not', async () =>
    deepEqual(await separation(clusters('prod', 'prod')), [
      false,
      'nothing keeps ex01 and ex02 on different hosts',
    ]));
  it('a resource pool belongs to its cluster', async () => {
    const { placement } = await machineOf(
      `${cluster('')}resource "vsphere_resource_pool" "p" {\n  name = "p"\n  parent_resource_pool_id = vsphere_compute_cluster.c.resource_pool_id\n}\n${vm('resource_pool_id = vsphere_resource_pool.p.id')}`,
    );
    equal(json(placement.site), '/c');
  });
  const hostGroups = (second: string): string => {
    const group = (index: number, host: string): string =>
      `resource "vsphere_compute_cluster_vm_group" "m${index}" {\n  name = "m${index}"\n  compute_cluster_id = vsphere_compute_cluster.c.id\n  virtual_machine_ids = [vsphere_virtual_machine.ex[${index}].id]\n}\n` +
      `resource "vsphere_compute_cluster_host_group" "h${index}" {\n  name = "h${index}"\n  compute_cluster_id = vsphere_compute_cluster.c.id\n  host_system_ids = [data.vsphere_host.${host}.id]\n}\n` +
      `resource "vsphere_compute_cluster_vm_host_rule" "r${index}" {\n  name = "r${index}"\n  compute_cluster_id = vsphere_compute_cluster.c.id\n  vm_group_name = vsphere_compute_cluster_vm_group.m${index}.name\n  affinity_host_group_name = vsphere_compute_cluster_host_group.h${index}.name\n}\n`;
    const hosts = ['a', 'b']
      .map(name => `data "vsphere_host" "${name}" {\n  name = "esx-${name}"\n}\n`)
      .join('');
    return cluster('drs_enabled = true') + hosts + two + group(0, 'a') + group(1, second);
  };
  it('groups of different hosts keep them apart', async () =>
    deepEqual(await separation(hostGroups('b')), [
      true,
      'vsphere_compute_cluster_vm_host_rule.r0 and vsphere_compute_cluster_vm_host_rule.r1 keep ex01 and ex02 on different hosts',
    ]));
  it('groups that share a host do not', async () =>
    deepEqual(await separation(hostGroups('a')), [false, 'nothing keeps ex01 and ex02 on different hosts']));
  it('pinned hosts keep them apart', async () =>
    deepEqual(
      await separation(
        `data "vsphere_host" "h" {\n  count = 2\n  name = "esx\${count.index}"\n}\n${vm('host_system_id = data.vsphere_host.h[0].id')}${vm('host_system_id = data.vsphere_host.h[1].id', 'ex02')}`,
      ),
      [true, 'ex01 and ex02 are on different hosts'],
    ));
});

describe('the system in a vSphere machine', () => {
  const families: readonly (readonly [lines: string, family: unknown])[] = [
    ['guest_id = "windows2019srv_64Guest"', 'windows'],
    ['guest_id = "windows9Server64Guest"', 'windows'],
    ['guest_id = "ubuntu64Guest"', 'linux'],
    ['guest_id = "other5xLinux64Guest"', 'linux'],
    ['guest_id = "rhel9_64Guest"', 'linux'],
    ['guest_id = "otherGuest64"', { $unknown: "guest_id 'otherGuest64' does not tell the guest system" }],
    ['', { $unknown: 'guest_id is not set, so the guest system is that of the template' }],
    [
      'clone {\n  template_uuid = "u"\n  customize {\n    windows_options {\n      computer_name = "EX01"\n    }\n  }\n}',
      'windows',
    ],
  ];
  for (const [lines, family] of families) {
    it(lines === '' ? 'not stated' : lines, async () =>
      deepEqual(json((await machineOf(vm(lines))).os.family), family),
    );
  }

  it('its template, scripts and notes are hints', async () => {
    const machine = await machineOf(
      `data "vsphere_virtual_machine" "t" {\n  name = "win2019-exchange"\n}\n${vm(
        'annotation = "Mail"\nextra_config = {\n  "guestinfo.userdata" = "I2Nsb3VkLWNvbmZpZwpydW5jbWQ6IFtleGluc3RhbGwucHMxXQ=="\n}\nclone {\n  template_uuid = data.vsphere_virtual_machine.t.id\n  customize {\n    windows_options {\n      computer_name = "EXA"\n      run_once_command_list = ["setup.exe /mode:install /role:mb"]\n    }\n  }\n}',
        'srv',
      )}`,
    );
    deepEqual(
      machine.hints.map(({ kind, text }) => `${kind}: ${text}`),
      [
        'label: srv',
        'file: main.tf',
        'annotation: Mail',
        'image: win2019-exchange',
        'script: setup.exe /mode:install /role:mb',
        'script: #cloud-config\nruncmd: [exinstall.ps1]',
      ],
    );
    equal(json(machine.computerName), 'EXA');
  });

  it('tags are named after their categories', async () => {
    const { tags } = await machineOf(
      `resource "vsphere_tag_category" "c" {\n  name = "exchange-role"\n}\nresource "vsphere_tag" "t" {\n  name = "mailbox"\n  category_id = vsphere_tag_category.c.id\n}\n${vm('tags = [vsphere_tag.t.id]')}`,
    );
    deepEqual(
      [...tags].map(([name, value]) => [name, json(value)]),
      [['exchange-role', 'mailbox']],
    );
  });
});

describe('addresses of vSphere machines', () => {
  const nics = 'network_interface {\n  network_id = "n"\n}\n';
  const customize = (lines: string): string =>
    vm(`${nics}clone {\n  template_uuid = "u"\n  customize {\n${lines}\n  }\n}`);
  const allocationOf = async (main: string): Promise<unknown> =>
    json((await machineOf(main)).networkInterfaces[0]?.addressAllocation);

  it('static', async () =>
    equal(await allocationOf(customize('network_interface {\n  ipv4_address = "10.0.0.4"\n}')), 'static'));
  it('dynamic', async () => equal(await allocationOf(customize('network_interface {}')), 'dynamic'));
  it('not customized', async () =>
    deepEqual(await allocationOf(vm(nics)), {
      $unknown: 'the machine is not customized here, so the guest decides how it gets its addresses',
    }));
});
