import { deepEqual, equal } from 'node:assert/strict';
import { json, machineOf, vm } from '../../support/vsphere.ts';

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

describe('the name in words of a vSphere guest', () => {
  const named = 'alternate_guest_name = "Microsoft Windows Server 2022 (64-bit)"';
  it('counts where the id stands for any system', async () => {
    const { family, release } = (await machineOf(vm(`guest_id = "otherGuest64"\n${named}`))).os;
    deepEqual([json(family), json(release)], ['windows', 'Microsoft Windows Server 2022 (64-bit)']);
  });
  it('does not count beside an id that tells', async () => {
    const { release } = (await machineOf(vm(`guest_id = "windows2019srv_64Guest"\n${named}`))).os;
    equal(json(release), 'windows2019srv_64Guest');
  });
});

describe('secure boot of a vSphere machine', () => {
  const cases: readonly (readonly [lines: string, secure: boolean])[] = [
    ['', false],
    ['efi_secure_boot_enabled = true', false],
    ['firmware = "efi"', false],
    ['firmware = "efi"\nefi_secure_boot_enabled = true', true],
  ];
  for (const [lines, secure] of cases) {
    it(`${lines.replace('\n', ', ') || 'not stated'}: ${secure}`, async () =>
      equal(json((await machineOf(vm(lines))).secureBoot), secure));
  }
});
