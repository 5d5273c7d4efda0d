import { deepEqual, equal } from 'node:assert/strict';
import { hypervMapper } from '../../../src/estate/mappers/hyperv.ts';
import type { Disk, Machine } from '../../../src/estate/model.ts';
import { separationOf } from '../../../src/estate/placement.ts';
import { textOf } from '../../../src/source/range.ts';
import type { Value } from '../../../src/value/value.ts';
import { machinesInHcl, only, shown } from '../../support/mapped.ts';

const machinesOf = (text: string | Readonly<Record<string, string>>): Promise<readonly Machine[]> =>
  machinesInHcl(hypervMapper, text);

/** A machine with these lines in its block. */
const vm = (lines: string, label = 'ex01'): string =>
  `resource "hyperv_machine_instance" "${label}" {\n  name = "${label}"\n${lines}\n}\n`;

const machineOf = async (lines: string, before = ''): Promise<Machine> =>
  only(await machinesOf(before + vm(lines)));

const drive = (lines: string, location = 0, number = 0): string =>
  `hard_disk_drives {\ncontroller_number = ${number}\ncontroller_location = ${location}\n${lines}\n}\n`;

const vhd = (lines: string, label = 'db'): string => `resource "hyperv_vhd" "${label}" {\n${lines}\n}\n`;

const diskOf = async (lines: string, before = ''): Promise<Disk> =>
  only((await machineOf(drive(lines), before)).disks);

const placeOf = (value: Value | undefined): unknown =>
  value === undefined ? undefined : [value.origin.kind, textOf(value.origin.range)];

describe('Hyper-V memory', () => {
  const gib = (count: number): number => count * 2 ** 30;
  const cases: readonly (readonly [
    what: string,
    lines: string,
    size: unknown,
    dynamic: unknown,
    withoutRange: unknown,
  ])[] = [
    ['static', `static_memory = true\nmemory_startup_bytes = ${gib(128)}`, 131_072, false, false],
    [
      'static: the bounds of dynamic memory mean nothing',
      `static_memory = true\nmemory_startup_bytes = ${gib(8)}\nmemory_maximum_bytes = ${gib(64)}`,
      8192,
      false,
      false,
    ],
    [
      'dynamic with the default bounds',
      `dynamic_memory = true\nmemory_startup_bytes = ${gib(8)}`,
      8192,
      true,
      false,
    ],
    [
      'dynamic with bounds that leave nothing to change',
      `dynamic_memory = true\nmemory_startup_bytes = ${gib(64)}\nmemory_minimum_bytes = ${gib(64)}\nmemory_maximum_bytes = ${gib(64)}`,
      65_536,
      false,
      true,
    ],
    ['static of the default size', 'static_memory = true', 512, false, false],
    [
      'neither',
      '',
      512,
      '? neither static_memory nor dynamic_memory is true, which the provider rejects: set static_memory',
      '? neither static_memory nor dynamic_memory is true, which the provider rejects: set static_memory',
    ],
    [
      'both',
      'static_memory = true\ndynamic_memory = true',
      512,
      '? both static_memory and dynamic_memory are true, which the provider rejects: set one of them',
      '? both static_memory and dynamic_memory are true, which the provider rejects: set one of them',
    ],
  ];
  for (const [what, lines, size, dynamic, withoutRange] of cases) {
    it(what, async () => {
      const { memory } = await machineOf(lines);
      deepEqual(
        [shown(memory.sizeMib), shown(memory.dynamic), shown(memory.dynamicWithoutRange)],
        [size, dynamic, withoutRange],
      );
    });
  }

  it('an input decides whether it is dynamic', async () => {
    const { memory } = await machineOf('dynamic_memory = var.d', 'variable "d" { type = bool }\n');
    equal(shown(memory.dynamic), '? var.d has no value: set it in a .tfvars file or with --var');
  });

  it('bounds that are not known leave it open, unless two that are known differ', async () => {
    const input = 'variable "gb" { type = number }\n';
    const same = `dynamic_memory = true\nmemory_startup_bytes = ${gib(8)}\nmemory_minimum_bytes = ${gib(8)}\nmemory_maximum_bytes = var.gb`;
    const differ = `dynamic_memory = true\nmemory_startup_bytes = ${gib(8)}\nmemory_maximum_bytes = var.gb`;
    deepEqual(
      [
        shown((await machineOf(same, input)).memory.dynamic),
        shown((await machineOf(differ, input)).memory.dynamic),
      ],
      ['? var.gb has no value: set it in a .tfvars file or with --var', true],
    );
  });
});

describe('Hyper-V state', () => {
  const cases: readonly (readonly [lines: string, stop: string, checkpoints: string])[] = [
    ['', 'save', 'production'],
    ['automatic_stop_action = "ShutDown"\ncheckpoint_type = "Disabled"', 'shut-down', 'disabled'],
    ['automatic_stop_action = "turnoff"\ncheckpoint_type = "productiononly"', 'turn-off', 'production-only'],
    ['automatic_stop_action = "Save"\ncheckpoint_type = "Standard"', 'save', 'standard'],
    ['automatic_critical_error_action = "Pause"', 'save', 'production'],
  ];
  for (const [lines, stop, checkpoints] of cases) {
    it(lines === '' ? 'nothing stated' : lines.replaceAll('\n', ', '), async () => {
      const { state } = await machineOf(lines);
      deepEqual([shown(state?.stopAction), shown(state?.checkpointType)], [stop, checkpoints]);
    });
  }

  it('a default points at the header of the resource', async () => {
    const { state } = await machineOf('');
    deepEqual(placeOf(state?.stopAction), ['default', 'resource "hyperv_machine_instance" "ex01"']);
  });
});

describe('Hyper-V processors and firmware', () => {
  const facts = async (lines: string): Promise<unknown[]> => {
    const { vcpus, cpu } = await machineOf(lines);
    return [vcpus, cpu?.limited, cpu?.controlsChanged, cpu?.nestedVirtualization, cpu?.numaChanged].map(
      shown,
    );
  };

  it('defaults', async () => deepEqual(await facts(''), [1, false, false, false, false]));

  it('everything changed', async () => {
    const lines = `processor_count = 16
      vm_processor {
        maximum = 80
        reserve = 10
        maximum_count_per_numa_node = 4
        expose_virtualization_extensions = true
      }`;
    deepEqual(await facts(lines), [16, true, true, true, true]);
  });

  it('defaults that are written out', async () => {
    const lines = `processor_count = "8"
      vm_processor {
        maximum = 100
        reserve = 0
        relative_weight = 100
        compatibility_for_migration_enabled = true
      }`;
    deepEqual(await facts(lines), [8, false, false, false, false]);
  });

  it('generation and secure boot', async () => {
    const boot = async (lines: string): Promise<unknown[]> => {
      const { generation, secureBoot, os } = await machineOf(lines);
      return [shown(generation), shown(secureBoot), shown(os.family)];
    };
    const open =
      '? no template tells what hyperv_machine_instance.ex01 runs: state servers[].guestOs in exvet.yaml';
    deepEqual(
      [
        await boot(''),
        await boot('generation = 1'),
        await boot('vm_firmware {\nenable_secure_boot = "Off"\n}'),
        await boot('vm_firmware {\nsecure_boot_template = "MicrosoftUEFICertificateAuthority"\n}'),
      ],
      [
        [2, true, open],
        [1, false, open],
        [2, false, open],
        [2, true, 'linux'],
      ],
    );
  });
});

describe('Hyper-V disks', () => {
  const path = 'path = hyperv_vhd.db.path';
  const own = 'path = "D:\\\\VMs\\\\ex01-db.vhdx"';

  const types: readonly (readonly [what: string, lines: string, type: unknown, format: unknown])[] = [
    ['nothing stated', own, 'dynamic', 'vhdx'],
    ['fixed', `${own}\nvhd_type = "fixed"`, 'fixed', 'vhdx'],
    ['the old format', 'path = "D:\\\\VMs\\\\ex01-db.vhd"', 'dynamic', 'vhd'],
    [
      'differencing',
      `${own}\nvhd_type = "Differencing"\nparent_path = "D:\\\\base.vhdx"`,
      'differencing',
      'vhdx',
    ],
    ['a parent alone', `${own}\nparent_path = "D:\\\\base.vhdx"`, 'differencing', 'vhdx'],
    [
      'a copy',
      `${own}\nsource = "D:\\\\images\\\\ws2022.vhdx"`,
      '? hyperv_vhd.db is a copy, and what it is copied from decides whether it is fixed or dynamic',
      'vhdx',
    ],
    [
      'a file of a checkpoint',
      'path = "D:\\\\VMs\\\\ex01-db.avhdx"\nvhd_type = "Fixed"',
      'differencing',
      'vhdx',
    ],
  ];
  for (const [what, lines, type, format] of types) {
    it(`type and format: ${what}`, async () => {
      const disk = await diskOf(path, vhd(lines));
      deepEqual([shown(disk.provisioning), shown(disk.format)], [type, format]);
    });
  }

  it('a checkpoint shows in the file of a disk', async () => {
    const machine = await machineOf(drive('path = "D:\\\\VMs\\\\ex01-db_1.avhdx"'));
    deepEqual(
      [
        shown(machine.hasSnapshot),
        shown(only(machine.disks).hasSnapshot),
        shown((await machineOf('')).hasSnapshot),
      ],
      [true, true, false],
    );
  });

  it('a file that nothing makes is of an unknown type', async () => {
    const disk = await diskOf('path = "D:\\\\VMs\\\\ex01-db.vhdx"');
    deepEqual(
      [shown(disk.provisioning), shown(disk.format), shown(disk.backing), disk.address],
      [
        '? no hyperv_vhd makes this file, so whether it is fixed, dynamic or differencing is not told: refer to the one that does',
        'vhdx',
        'block',
        'hyperv_machine_instance.ex01.hard_disk_drives[0]',
      ],
    );
  });

  const stores: readonly (readonly [path: string, backing: string, store: string])[] = [
    ['D:\\\\VMs\\\\db.vhdx', 'block', 'D:'],
    ['C:\\\\ClusterStorage\\\\Volume1\\\\db.vhdx', 'block', 'C:\\ClusterStorage\\Volume1'],
    ['\\\\\\\\fs01\\\\vms\\\\db.vhdx', 'smb', '\\\\fs01\\vms'],
    ['//fs01/vms/db.vhdx', 'smb', '\\\\fs01\\vms'],
  ];
  for (const [text, backing, store] of stores) {
    it(`lies on ${store}: ${text}`, async () => {
      const disk = await diskOf(path, vhd(`path = "${text}"\nvhd_type = "Fixed"`));
      deepEqual([shown(disk.backing), shown(disk.store)], [backing, store]);
    });
  }

  it('a path with an unknown piece tells what its known ones tell', async () => {
    const input = 'variable "x" { type = string }\n';
    const open = '? var.x has no value: set it in a .tfvars file or with --var';
    const file = await diskOf(path, `${input}${vhd(`path = "//fs01/\${var.x}/ex01-log.vhdx"`)}`);
    const folder = await diskOf(path, `${input}${vhd(`path = "\${var.x}\\\\ex01-log.vhdx"`)}`);
    const all = await diskOf(path, `${input}${vhd('path = var.x')}`);
    deepEqual(
      [file, folder, all].map(({ backing, store, format, name }) =>
        [backing, store, format, name].map(shown),
      ),
      [
        ['smb', open, 'vhdx', 'ex01-log'],
        [open, open, 'vhdx', 'ex01-log'],
        [open, open, open, open],
      ],
    );
  });

  it('is told by a path that is written out in any way', async () => {
    const disk = await diskOf('path = "d:/vms/EX01-DB.vhdx"', vhd(`${own}\nvhd_type = "Fixed"`));
    deepEqual([disk.address, shown(disk.provisioning)], ['hyperv_vhd.db', 'fixed']);
  });

  it('a pass-through disk', async () => {
    const disk = await diskOf('disk_number = 3');
    deepEqual(
      [disk.format, disk.backing, disk.provisioning, disk.passThroughNumber, disk.shared].map(shown),
      ['pass-through', 'block', undefined, 3, false],
    );
  });

  it('the largest number passes no disk through', async () => {
    const disk = await diskOf(`${path}\ndisk_number = 4294967295`, vhd(`${own}\nvhd_type = "Fixed"`));
    deepEqual([shown(disk.format), shown(disk.passThroughNumber)], ['vhdx', undefined]);
  });

  it('size in GiB, controller, slot, write cache', async () => {
    const disk = await diskOf(
      `${path}\noverride_cache_attributes = "writecacheenabled"\ncontroller_type = "Ide"`,
      vhd(`${own}\nsize = 1099511627776`),
    );
    deepEqual(
      [
        disk.slot,
        ...[disk.sizeGib, disk.controller, disk.controllerNumber, disk.writeCacheForced].map(shown),
      ],
      ['ide 0:0', 1024, 'ide', 0, true],
    );
  });

  const sectors: readonly (readonly [lines: string, expected: unknown])[] = [
    ['logical_sector_size = 512\nphysical_sector_size = 512', '512n'],
    ['physical_sector_size = 4096', '512e'],
    ['logical_sector_size = 4096\nphysical_sector_size = 4096', '4kn'],
    ['', '? hyperv_vhd.db states no physical_sector_size, which Hyper-V then picks'],
    ['physical_sector_size = 0', '? hyperv_vhd.db states no physical_sector_size, which Hyper-V then picks'],
  ];
  for (const [lines, expected] of sectors) {
    it(`sectors: ${lines.replace('\n', ', ') || 'nothing stated'}`, async () =>
      equal(shown((await diskOf(path, vhd(`${own}\n${lines}`))).sectors), expected));
  }

  it('the first of the boot order is the disk of the system, else the lowest place', async () => {
    const osOf = async (lines: string): Promise<readonly string[]> =>
      (await machineOf(lines)).disks.filter(({ isOs }) => isOs).map(({ slot }) => slot);
    const two = drive('path = "D:\\\\b.vhdx"', 1) + drive('path = "D:\\\\a.vhdx"', 0);
    const order = (lines: string): string =>
      `vm_firmware {\nboot_order {\nboot_type = "DvdDrive"\n}\nboot_order {\nboot_type = "HardDiskDrive"\n${lines}\n}\n}\n`;
    deepEqual(
      [
        await osOf(two),
        await osOf(two + order('controller_number = 0\ncontroller_location = 1')),
        await osOf(two + order('path = "d:/b.vhdx"')),
        await osOf(
          `generation = 1\n${drive('path = "D:\\\\a.vhdx"', 0)}${drive('controller_type = "Ide"\npath = "D:\\\\b.vhdx"', 1)}`,
        ),
      ],
      [['scsi 0:0'], ['scsi 0:1'], ['scsi 0:1'], ['ide 0:1']],
    );
  });
});

describe('disks of Hyper-V that several machines use', () => {
  const shared = async (main: string): Promise<readonly unknown[]> =>
    (await machinesOf(main)).map(({ disks }) => shown(only(disks).shared));
  const two = (lines: string, hosts: readonly string[] = ['', '']): string =>
    hosts.map((provider, index) => vm(`${provider}\n${drive(lines)}`, `ex0${index + 1}`)).join('');
  const PROVIDERS =
    'provider "hyperv" {\n  host = "hv01"\n}\nprovider "hyperv" {\n  alias = "b"\n  host = "hv02"\n}\n';
  const apart = ['', 'provider = hyperv.b'];

  it('one number on one host', async () => deepEqual(await shared(two('disk_number = 3')), [true, true]));

  it('is decided by the number, or by the path', async () => {
    const placesOf = async (main: string): Promise<readonly unknown[]> =>
      (await machinesOf(main)).map(({ disks }) => placeOf(only(disks).shared));
    deepEqual(await placesOf(two('disk_number = 3')), [
      ['expression', '3'],
      ['expression', '3'],
    ]);
    deepEqual(await placesOf(two('path = "//fs01/vms/x.vhdx"')), [
      ['expression', '"//fs01/vms/x.vhdx"'],
      ['expression', '"//fs01/vms/x.vhdx"'],
    ]);
  });

  it('one number on two hosts', async () =>
    deepEqual(await shared(PROVIDERS + two('disk_number = 3', apart)), [false, false]));

  it('one file on one host, on two, and on a share', async () => {
    const local = 'path = "D:\\\\x.vhdx"';
    deepEqual(
      [
        await shared(two(local)),
        await shared(PROVIDERS + two(local, apart)),
        await shared(PROVIDERS + two('path = "//fs01/vms/x.vhdx"', apart)),
      ],
      [
        [true, true],
        [false, false],
        [true, true],
      ],
    );
  });

  it('one path on the cluster shared volumes of two hosts is left open', async () => {
    const open =
      '? a machine on another host uses a file of the same path on a cluster shared volume, and no template tells whether the two hosts are nodes of one cluster';
    deepEqual(await shared(PROVIDERS + two('path = "C:\\\\ClusterStorage\\\\V1\\\\x.vhdx"', apart)), [
      open,
      open,
    ]);
  });

  it('a shared set, and persistent reservations', async () => {
    deepEqual(
      [
        await shared(vm(drive('path = "D:\\\\x.vhds"'))),
        await shared(vm(drive('path = "D:\\\\x.vhdx"\nsupport_persistent_reservations = true'))),
      ],
      [[true], [true]],
    );
  });
});

describe('Hyper-V hosts', () => {
  const hostOf = async (main: string): Promise<readonly unknown[]> =>
    (await machinesOf(main)).map(({ placement: { pool, host } }) => [pool?.kind, pool?.address, shown(host)]);

  it('are the configurations of the provider', async () => {
    const main = `provider "hyperv" {
        host = "hv01"
      }
      provider "hyperv" {
        alias = "b"
        host = "hv02"
      }
      ${vm('')}${vm('provider = hyperv.b', 'ex02')}`;
    deepEqual(await hostOf(main), [
      ['host', 'provider.hyperv', 'hv01'],
      ['host', 'provider.hyperv.b', 'hv02'],
    ]);
  });

  it('come from the environment where none is stated', async () => {
    deepEqual(await hostOf(vm('')), [
      [
        'host',
        'provider.hyperv',
        '? the provider block states no host, so HYPERV_HOST decides it when Terraform runs: set host',
      ],
    ]);
  });

  const verdicts: readonly (readonly [what: string, first: string, second: string, verdict: string])[] = [
    ['two hosts', 'host = "hv01"', 'host = "hv02"', 'apart'],
    ['two configurations for one host', 'host = "hv01"', 'host = "HV01"', 'together'],
    ['two configurations without a host', '', '', 'together'],
    ['one configuration without a host', 'host = "hv01"', '', 'unknown'],
  ];
  for (const [what, first, second, verdict] of verdicts) {
    it(`keep two machines: ${what}`, async () => {
      const main = `provider "hyperv" {\n${first}\n}\nprovider "hyperv" {\nalias = "b"\n${second}\n}\n${vm('')}${vm('provider = hyperv.b', 'ex02')}`;
      const [a, b] = await machinesOf(main);
      equal(a === undefined || b === undefined ? undefined : separationOf(a, b).verdict, verdict);
    });
  }

  it('are not told when it cannot be told which configuration makes a machine', async () => {
    const gone = 'provider = hyperv.gone';
    const [a, b] = await machinesOf(vm(gone) + vm(gone, 'ex02'));
    deepEqual(
      [shown(a?.placement.host), a === undefined || b === undefined ? undefined : separationOf(a, b).verdict],
      [
        '? which provider configuration makes hyperv_machine_instance.ex01 is not told, and so not on which host',
        'unknown',
      ],
    );
  });

  it('keep two machines: one configuration', async () => {
    const [a, b] = await machinesOf(vm('') + vm('', 'ex02'));
    equal(a === undefined || b === undefined ? undefined : separationOf(a, b).verdict, 'together');
  });
});

describe('Hyper-V network', () => {
  const nics = async (lines: string, before = ''): Promise<readonly unknown[]> =>
    (await machineOf(lines, before)).networkInterfaces.map(nic => [
      shown(nic.name),
      shown(nic.adapter),
      shown(nic.network),
      shown(nic.uplinks),
      shown(nic.testFailoverNetwork),
    ]);
  const lan = (lines: string): string =>
    `resource "hyperv_network_switch" "lan" {\nname = "LAN"\n${lines}\n}\n`;

  it('synthetic and legacy adapters; those of the host are none of the machine', async () => {
    deepEqual(
      await nics(
        'network_adaptors {\nname = "a"\n}\nnetwork_adaptors {\nname = "b"\nis_legacy = true\n}\nnetwork_adaptors {\nname = "c"\nmanagement_os = true\n}',
      ),
      [
        ['a', 'synthetic', undefined, undefined, undefined],
        ['b', 'legacy', undefined, undefined, undefined],
      ],
    );
  });

  const switches: readonly (readonly [what: string, lines: string, uplinks: unknown])[] = [
    ['nothing stated', '', []],
    ['adapters of the host', 'net_adapter_names = ["NIC1", "NIC2"]', ['NIC1', 'NIC2']],
  ];
  for (const [what, lines, uplinks] of switches) {
    it(`a switch: ${what}`, async () => {
      const adapter = 'network_adaptors {\nname = "a"\nswitch_name = "lan"\n}';
      deepEqual(await nics(adapter, lan(lines)), [['a', 'synthetic', 'lan', uplinks, undefined]]);
    });
  }

  it('the network of a test failover tells a replicated machine', async () => {
    deepEqual(await nics('network_adaptors {\nname = "a"\ntest_replica_switch_name = "Isolated"\n}'), [
      ['a', 'synthetic', undefined, undefined, 'Isolated'],
    ]);
  });
});

describe('what tells a machine of Hyper-V', () => {
  it('its name, label, notes, what its disk is copied from, and the discs in its drives', async () => {
    const machine = await machineOf(
      `notes = "Exchange Server SE"\n${drive('path = hyperv_vhd.os.path')}dvd_drives {\ncontroller_number = 0\ncontroller_location = 1\npath = "D:\\\\iso\\\\ExchangeServerSE-x64.iso"\n}`,
      vhd('path = "D:\\\\VMs\\\\os.vhdx"\nsource = "D:\\\\images\\\\ws2025-core.vhdx"', 'os'),
    );
    deepEqual(
      machine.hints.filter(({ kind }) => kind !== 'file').map(({ kind, text }) => [kind, text]),
      [
        ['label', 'ex01'],
        ['annotation', 'Exchange Server SE'],
        ['image', 'ws2025-core'],
        ['script', 'D:\\iso\\ExchangeServerSE-x64.iso'],
      ],
    );
  });

  it('integration services have Exchange in a name and tell nothing', async () => {
    const machine = await machineOf('integration_services = {\n"Key-Value Pair Exchange" = true\n}');
    deepEqual(
      machine.hints.map(({ kind }) => kind),
      ['label', 'file'],
    );
  });
});
