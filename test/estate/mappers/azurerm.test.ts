import assert from 'node:assert/strict';
import type { MailFlow } from '../../../src/estate/model.ts';
import { trailOf } from '../../../src/value/origin.ts';
import { disksOf, machineIn, machinesIn, place, shown } from '../../support/azure.ts';

const VM = (more: string, resource = 'resource "azurerm_windows_virtual_machine" "ex"'): string => `
${resource} {
  name = "ex01"
  location = "westeurope"
  network_interface_ids = [azurerm_network_interface.nic.id]
  ${more.includes('os_disk {') ? '' : 'os_disk {\n    storage_account_type = "Premium_LRS"\n  }'}
  ${/\bsize\s*=/.test(more) ? '' : 'size = "Standard_E16s_v5"'}
  ${more}
}`;

const NIC = `
resource "azurerm_network_interface" "nic" {
  name = "nic"
  ip_configuration {
    name = "i"
    subnet_id = azurerm_subnet.mail.id
    private_ip_address_allocation = "Static"
    private_ip_address = "10.0.1.4"
  }
}`;

const SUBNET = `
resource "azurerm_subnet" "mail" {
  name = "mail"
  address_prefixes = ["10.0.1.0/24"]
}`;

const ONE = (more = ''): string => VM(more) + NIC + SUBNET;

describe('an azurerm virtual machine', () => {
  it('has the facts of its size, with the size as their origin', async () => {
    const machine = await machineIn(ONE());
    assert.deepEqual(
      [machine.size, machine.premiumStorageCapable, machine.vcpus, machine.memory.sizeMib].map(shown),
      ['Standard_E16s_v5', 'true', '16', '131072'],
    );
    assert.equal(place(machine.memory.sizeMib), '9: "Standard_E16s_v5"');
    assert.equal(shown(machine.os.family), 'windows');
  });

  it('says which size it does not know', async () => {
    const machine = await machineIn(ONE('size = "Giant"'));
    assert.equal(shown(machine.vcpus), "? 'Giant' is a VM size that exvet does not know");
  });

  it('hibernates only when it says so', async () => {
    assert.equal(shown((await machineIn(ONE())).hibernationEnabled), 'false');
    const machine = await machineIn(ONE('additional_capabilities {\n hibernation_enabled = true\n }'));
    assert.equal(shown(machine.hibernationEnabled), 'true');
    assert.equal(place(machine.hibernationEnabled), '11: true');
  });

  it('stands in a region, a zone, an availability set with fault domains, or on a host', async () => {
    const machine = await machineIn(`${ONE(`
      location = "West Europe"
      availability_set_id = azurerm_availability_set.a.id
      dedicated_host_id = azurerm_dedicated_host.h.id
      zone = "2"`).replace('location = "westeurope"', '')}
      resource "azurerm_availability_set" "a" {
        name = "a"
      }
      resource "azurerm_dedicated_host" "h" {
        name = "h"
      }`);
    const { site, zone, availabilitySet, host } = machine.placement;
    assert.deepEqual([site, zone, availabilitySet?.faultDomains].map(shown), ['westeurope', '2', '3']);
    assert.equal(availabilitySet?.faultDomains.origin.kind, 'default');
    assert.equal(host?.kind === 'unknown' ? host.reference?.address : '', 'azurerm_dedicated_host.h');
  });

  it('tells what it is for by its label, calls, key, file, image and scripts', async () => {
    const module =
      ONE(`
      for_each = toset(["ex01"])
      custom_data = base64encode("Setup.exe /Mode:Install /Role:Mailbox")
      source_image_reference {
        publisher = "MicrosoftWindowsServer"
        offer = "WindowsServer"
        sku = "2022-datacenter"
      }`) +
      `
      variable "iso" {}
      resource "azurerm_virtual_machine_extension" "e" {
        name = "exchange-install"
        virtual_machine_id = azurerm_windows_virtual_machine.ex["ex01"].id
        settings = jsonencode({ fileUris = ["https://x/dag.ps1"], n = { commandToExecute = "run dag.ps1" } })
        protected_settings = <<-JSON
          { "commandToExecute": "powershell -File \\"prep.ps1\\" \${var.iso}" }
        JSON
      }
      resource "azurerm_virtual_machine_run_command" "r" {
        name = "r"
        virtual_machine_id = azurerm_windows_virtual_machine.ex["ex01"].id
        source {
          script = "New-SendConnector"
        }
      }`;
    const machine = await machineIn({
      'main.tf': 'module "mail" {\n source = "./m"\n iso = uuid()\n}',
      'm/main.tf': module,
    });
    assert.deepEqual(
      machine.hints.map(
        ({ kind, text, sensitive }) => `${kind}: ${text}${sensitive === true ? ' (secret)' : ''}`,
      ),
      [
        'label: ex',
        'call: mail',
        'key: ex01',
        'file: m/main.tf',
        'image: MicrosoftWindowsServer',
        'image: WindowsServer',
        'image: 2022-datacenter',
        'script: Setup.exe /Mode:Install /Role:Mailbox',
        'script: exchange-install',
        'script: https://x/dag.ps1',
        'script: run dag.ps1',
        'script: powershell -File "prep.ps1" … (secret)',
        'script: r',
        'script: New-SendConnector',
      ],
    );
  });

  it('has a script of which only the expression is known', async () => {
    const machine = await machineIn(
      `variable "iso" {}\n${ONE('custom_data = base64encode(join(" ", ["install-exchange.ps1", var.iso]))')}`,
    );
    assert.deepEqual(
      machine.hints.filter(({ kind }) => kind === 'script').map(({ text }) => text),
      ['base64encode(join(" ", ["install-exchange.ps1", var.iso]))'],
    );
  });
});

describe('the disks of an azurerm virtual machine', () => {
  const DISK = `
    resource "azurerm_managed_disk" "db" {
      name = "ex01-db"
      storage_account_type = var.sku
      disk_size_gb = "512"
    }
    resource "azurerm_virtual_machine_data_disk_attachment" "db" {
      virtual_machine_id = azurerm_windows_virtual_machine.ex.id
      managed_disk_id = azurerm_managed_disk.db.id
      lun = 3
    }`;

  it('join by identity, and keep the way of their SKU', async () => {
    const machine = await machineIn(`variable "sku" {\n default = "StandardSSD_LRS"\n}${ONE()}${DISK}`);
    assert.deepEqual(disksOf(machine), [
      'os | azurerm_windows_virtual_machine.ex.os_disk | Premium_LRS | premium',
      'lun 3 | azurerm_managed_disk.db | StandardSSD_LRS | standard',
    ]);
    const sku = machine.disks[1]?.sku;
    assert.equal(place(sku), '2: "StandardSSD_LRS"');
    assert.deepEqual(sku === undefined ? [] : trailOf(sku.origin).steps.map(({ text }) => text), [
      'variable "sku"',
      'argument storage_account_type',
    ]);
    assert.equal(shown(machine.disks[1]?.sizeGib), '512');
    assert.equal(shown(machine.disks[1]?.name), 'ex01-db');
  });

  it('have an unknown tier for the reason of their SKU', async () => {
    const machine = await machineIn(`variable "sku" {}${ONE()}${DISK}`);
    assert.match(shown(machine.disks[1]?.tier), /^\? var\.sku has no value/);
  });

  it('are told apart by their keys, also when the machines are counted', async () => {
    const machines = await machinesIn(`
      ${VM('count = 2\n')}${NIC}${SUBNET}
      resource "azurerm_managed_disk" "db" {
        for_each = { "0" = "Premium_LRS", "1" = "Standard_LRS" }
        name = "db"
        storage_account_type = each.value
      }
      resource "azurerm_virtual_machine_data_disk_attachment" "db" {
        for_each = azurerm_managed_disk.db
        virtual_machine_id = azurerm_windows_virtual_machine.ex[tonumber(each.key)].id
        managed_disk_id = each.value.id
        lun = 0
      }`);
    assert.deepEqual(
      machines.map(machine => disksOf(machine)[1]),
      [
        'lun 0 | azurerm_managed_disk.db["0"] | Premium_LRS | premium',
        'lun 0 | azurerm_managed_disk.db["1"] | Standard_LRS | standard',
      ],
    );
  });

  it('are kept when their number is unknown', async () => {
    const machine = await machineIn(`
      variable "disks" {}
      ${ONE()}
      resource "azurerm_managed_disk" "db" {
        for_each = var.disks
        name = each.key
        storage_account_type = each.value
      }
      resource "azurerm_virtual_machine_data_disk_attachment" "db" {
        for_each = var.disks
        virtual_machine_id = azurerm_windows_virtual_machine.ex.id
        managed_disk_id = azurerm_managed_disk.db[each.key].id
        lun = 0
      }`);
    const [, disk] = machine.disks;
    assert.equal(disk?.address, 'azurerm_managed_disk.db');
    assert.match(shown(disk?.tier), /^\? var\.disks has no value/);
  });

  it('are undecided when it is not known which instance is attached', async () => {
    const machine = await machineIn(`
      variable "which" {}
      ${ONE()}
      resource "azurerm_managed_disk" "db" {
        for_each = { a = "Premium_LRS", b = "Standard_LRS" }
        name = each.key
        storage_account_type = each.value
      }
      resource "azurerm_virtual_machine_data_disk_attachment" "db" {
        virtual_machine_id = azurerm_windows_virtual_machine.ex.id
        managed_disk_id = azurerm_managed_disk.db[var.which].id
        lun = 0
      }`);
    assert.match(
      shown(machine.disks[1]?.tier),
      /^\? which instance of azurerm_managed_disk\.db is meant is not known: .*var\.which has no value/,
    );
  });

  it('belong to each machine that an attachment may mean', async () => {
    const machines = await machinesIn(`
      variable "which" {}
      ${VM('for_each = toset(["a", "b"])')}${NIC}${SUBNET}
      resource "azurerm_managed_disk" "db" {
        name = "db"
        storage_account_type = "Standard_LRS"
      }
      resource "azurerm_virtual_machine_data_disk_attachment" "db" {
        virtual_machine_id = azurerm_windows_virtual_machine.ex[var.which].id
        managed_disk_id = azurerm_managed_disk.db.id
        lun = 0
      }`);
    assert.deepEqual(
      machines.map(machine => disksOf(machine)[1]),
      [
        'lun 0 | azurerm_managed_disk.db | Standard_LRS | standard',
        'lun 0 | azurerm_managed_disk.db | Standard_LRS | standard',
      ],
    );
  });

  it('are undecided when they are not in the template', async () => {
    const machine = await machineIn(`
      data "azurerm_managed_disk" "old" {
        name = "old"
      }
      ${ONE()}
      resource "azurerm_virtual_machine_data_disk_attachment" "db" {
        virtual_machine_id = azurerm_windows_virtual_machine.ex.id
        managed_disk_id = data.azurerm_managed_disk.old.id
        lun = 0
      }
      resource "azurerm_virtual_machine_implicit_data_disk_from_source" "c" {
        name = "copy"
        virtual_machine_id = azurerm_windows_virtual_machine.ex.id
        lun = 1
        create_option = "Copy"
      }`);
    assert.deepEqual(disksOf(machine).slice(1), [
      'lun 0 | azurerm_virtual_machine_data_disk_attachment.db | ? managed disk data.azurerm_managed_disk.old is not in this deployment | ? managed disk data.azurerm_managed_disk.old is not in this deployment',
      'lun 1 | azurerm_virtual_machine_implicit_data_disk_from_source.c | ? azurerm_virtual_machine_implicit_data_disk_from_source.c copies a disk, and the SKU with it | ? azurerm_virtual_machine_implicit_data_disk_from_source.c copies a disk, and the SKU with it',
    ]);
  });

  it('that are snapshotted count as a snapshot of the machine', async () => {
    const text = `variable "sku" {}${ONE()}${DISK}`;
    assert.equal(shown((await machineIn(text)).hasSnapshot), 'false');
    const machine = await machineIn(`${text}
resource "azurerm_snapshot" "s" {
  name = "s"
  source_uri = azurerm_managed_disk.db.id
}`);
    assert.equal(shown(machine.hasSnapshot), 'true');
    assert.match(place(machine.hasSnapshot), /resource "azurerm_snapshot" "s"$/);
  });

  it('of a crash-consistent restore point do too', async () => {
    const points = (crash: string): string => `${ONE()}
      resource "azurerm_virtual_machine_restore_point_collection" "c" {
        source_virtual_machine_id = azurerm_windows_virtual_machine.ex.id
      }
      resource "azurerm_virtual_machine_restore_point" "p" {
        virtual_machine_restore_point_collection_id = azurerm_virtual_machine_restore_point_collection.c.id
        ${crash}
      }`;
    assert.equal(shown((await machineIn(points(''))).hasSnapshot), 'false');
    assert.equal(
      shown((await machineIn(points('crash_consistency_mode_enabled = true'))).hasSnapshot),
      'true',
    );
  });
});

describe('the disks of the legacy azurerm_virtual_machine', () => {
  const legacy = (size: string, more = ''): string => `
resource "azurerm_virtual_machine" "ex" {
  name = "ex01"
  vm_size = "${size}"
  network_interface_ids = []
  storage_os_disk {
    name = "os"
    create_option = "FromImage"
    managed_disk_type = "Standard_LRS"
  }
  storage_data_disk {
    name = "db"
    lun = 0
    create_option = "Empty"
    disk_size_gb = 100
  }
  ${more}
}`;

  it('follow the size when they state no type', async () => {
    const premium = await machineIn(legacy('Standard_DS3_v2'));
    assert.deepEqual(disksOf(premium), [
      'os | azurerm_virtual_machine.ex.storage_os_disk | Standard_LRS | standard',
      'lun 0 | azurerm_virtual_machine.ex.storage_data_disk[0] | Premium_LRS | premium',
    ]);
    const standard = await machineIn(legacy('Standard_D3_v2'));
    assert.equal(shown(standard.disks[1]?.tier), 'standard');
    assert.equal(standard.disks[1]?.sku?.origin.kind, 'default');
    assert.match(place(standard.disks[1]?.sku), /^11: storage_data_disk/);
  });

  it('are of a system that the publisher of the image tells', async () => {
    const image = (publisher: string): string => `storage_image_reference {
    publisher = "${publisher}"
  }`;
    const family = async (publisher: string): Promise<string> =>
      shown((await machineIn(legacy('Standard_DS3_v2', image(publisher)))).os.family);
    assert.equal(await family('MicrosoftWindowsServer'), 'windows');
    assert.equal(await family('Canonical'), 'linux');
  });

  it('are unmanaged in a storage account, and have its tier', async () => {
    const unmanaged = (tier: string): string => `
resource "azurerm_storage_account" "a" {
  name = "vhds"
  account_tier = "${tier}"
  account_replication_type = "LRS"
}
${legacy('Standard_DS3_v2').replace('create_option = "Empty"', 'create_option = "Empty"\n    vhd_uri = "${azurerm_storage_account.a.primary_blob_endpoint}vhds/db.vhd"')}`;
    assert.equal(shown((await machineIn(unmanaged('Premium'))).disks[1]?.tier), 'premium');
    assert.equal(shown((await machineIn(unmanaged('Standard'))).disks[1]?.tier), 'standard');
    const elsewhere = unmanaged('Premium').replace(
      '${azurerm_storage_account.a.primary_blob_endpoint}',
      'https://other.blob.core.windows.net/',
    );
    assert.match(
      shown((await machineIn(elsewhere)).disks[1]?.tier),
      /^\? the storage account of the unmanaged disk/,
    );
  });

  it('may be a list that is not known', async () => {
    const dynamic = `
      variable "disks" {}
      ${legacy(
        'Standard_DS3_v2',
        'dynamic "storage_data_disk" {\n for_each = var.disks\n content {\n lun = storage_data_disk.key\n create_option = "Empty"\n }\n }',
      )}`;
    const machine = await machineIn(dynamic);
    assert.match(shown(machine.disks.at(-1)?.tier), /^\? var\.disks has no value/);
  });

  it('tell the operating system by the profile', async () => {
    const windows = await machineIn(legacy('Standard_DS3_v2', 'os_profile_windows_config {\n }'));
    assert.equal(shown(windows.os.family), 'windows');
    const linux = await machineIn(legacy('Standard_DS3_v2', 'os_profile_linux_config {\n }'));
    assert.equal(shown(linux.os.family), 'linux');
  });
});

describe('mail from an azurerm virtual machine to the Internet', () => {
  const RULE = (name: string, priority: number, access: string, to: string): string => `
    name = "${name}"
    priority = ${priority}
    direction = "Outbound"
    access = "${access}"
    protocol = "Tcp"
    source_port_range = "*"
    destination_port_range = "25"
    source_address_prefix = "*"
    destination_address_prefix = "${to}"`;
  const NSG = (...rules: string[]): string => `
resource "azurerm_network_security_group" "mail" {
  name = "mail-nsg"
  ${rules.map(rule => `security_rule {${rule}\n}`).join('\n')}
}`;
  const AT_SUBNET = `
resource "azurerm_subnet_network_security_group_association" "a" {
  subnet_id = azurerm_subnet.mail.id
  network_security_group_id = azurerm_network_security_group.mail.id
}`;
  const AT_NIC = `
resource "azurerm_network_interface_security_group_association" "a" {
  network_interface_id = azurerm_network_interface.nic.id
  network_security_group_id = azurerm_network_security_group.mail.id
}`;
  const DENY = RULE('no-smtp', 200, 'Deny', 'Internet');
  const flowOf = async (text: string, relays: readonly string[] = []): Promise<MailFlow> => {
    const { mailFlow } = await machineIn(text, relays);
    assert.ok(mailFlow !== undefined);
    return mailFlow;
  };
  const answer = async (text: string, relays: readonly string[] = []): Promise<string> => {
    const { smtpToInternet, decidedBy } = await flowOf(text, relays);
    return `${shown(smtpToInternet)} | ${decidedBy}`;
  };

  it('is open without a security group, and points at the interface', async () => {
    assert.equal(
      await answer(ONE()),
      'open | neither azurerm_network_interface.nic nor its subnet has a network security group',
    );
    assert.match(
      place((await flowOf(ONE())).smtpToInternet),
      /: resource "azurerm_network_interface" "nic"$/,
    );
  });

  it('is open through a group without outbound rules, by its default rule', async () => {
    assert.equal(
      await answer(ONE() + NSG() + AT_SUBNET),
      'open | rule AllowInternetOutBound (default, priority 65001) of azurerm_network_security_group.mail',
    );
  });

  it('is closed by a rule of the subnet or of the interface', async () => {
    const closed = "closed | rule 'no-smtp' (priority 200) of azurerm_network_security_group.mail";
    assert.equal(await answer(ONE() + NSG(DENY) + AT_SUBNET), closed);
    assert.equal(await answer(ONE() + NSG(DENY) + AT_NIC), closed);
    assert.match(place((await flowOf(ONE() + NSG(DENY) + AT_NIC)).smtpToInternet), /: "Deny"$/);
  });

  it('is closed by a group that the interface names itself, as before version 2 of the provider', async () => {
    const nic = 'resource "azurerm_network_interface" "nic" {';
    const named = `${nic}\n  network_security_group_id = azurerm_network_security_group.mail.id`;
    assert.match(await answer(ONE().replace(nic, named) + NSG(DENY)), /^closed \| rule 'no-smtp'/);
  });

  it('is open through a group that is tied to nothing', async () => {
    assert.match(await answer(ONE() + NSG(DENY)), /^open \| neither/);
  });

  it('is open through the rule that allows it, wherever that stands', async () => {
    const loose = (name: string): string => `
resource "azurerm_network_security_rule" "loose" {
  network_security_group_name = ${name}
  ${RULE('let-out', 100, 'Allow', '*')}
}`;
    for (const name of ['azurerm_network_security_group.mail.name', '"mail-nsg"']) {
      const text = ONE() + NSG(DENY) + AT_SUBNET + loose(name);
      assert.equal(
        await answer(text),
        "open | rule 'let-out' (priority 100) of azurerm_network_security_group.mail",
      );
      assert.match(place((await flowOf(text)).smtpToInternet), /: "Allow"$/);
    }
    assert.match(await answer(ONE() + NSG(DENY) + AT_SUBNET + loose('"other-nsg"')), /^closed/);
  });

  it('is judged with loose rules of a group whose name nobody knows yet', async () => {
    const unnamed = (name: string, owner: string): string => `
variable "prefix" {}
${(ONE() + NSG(DENY) + AT_SUBNET).replace('name = "mail-nsg"', `name = ${name}`)}
resource "random_pet" "p" {
}
resource "azurerm_network_security_rule" "loose" {
  network_security_group_name = ${owner}
  ${RULE('let-out', 100, 'Allow', '*')}
}`;
    const own = 'azurerm_network_security_group.mail.name';
    for (const name of ['"${var.prefix}-nsg"', 'random_pet.p.id', 'var.prefix']) {
      assert.match(await answer(unnamed(name, own)), /^open \| rule 'let-out'/, name);
      assert.match(await answer(unnamed(name, name)), /^open \| rule 'let-out'/, name);
    }
    assert.match(
      await answer(unnamed('"mail-nsg"', 'var.prefix')),
      /^\? azurerm_network_security_rule\.loose may belong to azurerm_network_security_group\.mail/,
    );
  });

  it('is not judged with a rule for a group of that name in another resource group', async () => {
    const text = `
${(ONE() + NSG(DENY) + AT_SUBNET).replace('name = "mail-nsg"', 'name = "mail-nsg"\n  resource_group_name = "mail"')}
resource "azurerm_network_security_rule" "loose" {
  network_security_group_name = "mail-nsg"
  resource_group_name = "web"
  ${RULE('let-out', 100, 'Allow', '*')}
}`;
    assert.match(await answer(text), /^closed/);
    assert.match(await answer(text.replace('"web"', '"Mail"')), /^open/);
  });

  it('goes to Exchange Online and declared relays alone', async () => {
    const to = (prefix: string): string => ONE() + NSG(RULE('relay', 100, 'Allow', prefix), DENY) + AT_SUBNET;
    const relay = "relay-only | rule 'relay' (priority 100) of azurerm_network_security_group.mail";
    assert.equal(await answer(to('40.92.0.0/15')), relay);
    assert.equal(await answer(to('203.0.113.9/32'), ['203.0.113.0/28']), relay);
    assert.match(await answer(to('10.9.9.9')), /^closed/);
  });

  it('cannot be judged when it is open to a few addresses that nobody declared', async () => {
    const text = ONE() + NSG(RULE('relay', 100, 'Allow', '203.0.113.9'), DENY) + AT_SUBNET;
    assert.match(
      await answer(text),
      /^\? TCP 25 is open to 203\.0\.113\.9\/32 alone: name them under smtp\.relays in exvet\.yaml/,
    );
    assert.match(
      await answer(text, ['relay.contoso.com']),
      /name the addresses of relay\.contoso\.com under/,
    );
    const wide = ONE() + NSG(RULE('wide', 100, 'Allow', '128.0.0.0/1'), DENY) + AT_SUBNET;
    assert.match(await answer(wide), /^open \| rule 'wide'/);
  });

  it('cannot be told behind a subnet that is not here, unless the interface closes it', async () => {
    const outside = `
data "azurerm_subnet" "mail" {
  name = "mail"
}`;
    const text = (VM('') + NIC + outside).replace('azurerm_subnet.mail.id', 'data.azurerm_subnet.mail.id');
    assert.match(await answer(text), /^\? subnet data\.azurerm_subnet\.mail is not in this deployment/);
    assert.match(await answer(text + NSG(DENY) + AT_NIC), /^closed/);
    const tied = AT_SUBNET.replace('azurerm_subnet.mail.id', 'data.azurerm_subnet.mail.id');
    assert.match(await answer(text + NSG(DENY) + tied), /^closed/);
    // Its routes and whether it is private are not known either.
    assert.match(await answer(text + NSG() + tied), /^\? subnet data\.azurerm_subnet\.mail is not/);
  });

  it('cannot be told when a security group may be tied to it', async () => {
    const unset = `\nvariable "subnet" {}${AT_SUBNET.replace('azurerm_subnet.mail.id', 'var.subnet')}`;
    assert.match(
      await answer(ONE() + NSG(DENY) + unset),
      /^\? azurerm_subnet_network_security_group_association\.a may tie a security group to it; var\.subnet has no value/,
    );
  });

  it('cannot be told when rules are unknown that could change it', async () => {
    const dynamic = (more: string): string => `
variable "rules" {}
resource "azurerm_network_security_group" "mail" {
  name = "mail-nsg"
  dynamic "security_rule" {
    for_each = var.rules
    content {
      name = security_rule.value
      priority = 300
      direction = "Outbound"
      access = "Allow"
      protocol = "Tcp"
      source_port_range = "*"
      destination_port_range = "25"
      source_address_prefix = "*"
      destination_address_prefix = "*"
    }
  }
  ${more}
}`;
    assert.match(
      await answer(ONE() + dynamic(`security_rule {${DENY}\n}`) + AT_SUBNET),
      /^\? var\.rules has no value/,
    );
  });

  it('is judged through subnets inside the network block', async () => {
    const inside = `
resource "azurerm_virtual_network" "v" {
  name = "v"
  subnet {
    name = "mail"
    address_prefixes = ["10.0.1.0/24"]
    security_group = azurerm_network_security_group.mail.id
  }
}`;
    for (const id of [
      'one(azurerm_virtual_network.v.subnet).id',
      'azurerm_virtual_network.v.subnet.*.id[0]',
    ]) {
      const nic = NIC.replace('azurerm_subnet.mail.id', id);
      assert.match(await answer(VM('') + nic + inside + NSG(DENY)), /^closed/, id);
    }
  });

  it('follows the routes of the subnet', async () => {
    const routed = (hop: string): string => `${ONE()}
resource "azurerm_route_table" "r" {
  name = "r"
  route {
    name = "default"
    address_prefix = "0.0.0.0/0"
    next_hop_type = "${hop}"
  }
}
resource "azurerm_subnet_route_table_association" "r" {
  subnet_id = azurerm_subnet.mail.id
  route_table_id = azurerm_route_table.r.id
}`;
    assert.equal(await answer(routed('None')), "closed | route 'default' of azurerm_route_table.r drops it");
    assert.match(
      await answer(routed('VirtualAppliance')),
      /^\? route 'default' of azurerm_route_table\.r sends the traffic to an appliance or firewall/,
    );
    assert.match(await answer(routed('Internet')), /^open/);
  });

  it('is closed in a private subnet, from which nothing leads out', async () => {
    const isPrivate = (text: string): string =>
      text.replace(/(resource "azurerm_subnet" "mail" \{)/, '$1\n  default_outbound_access_enabled = false');
    assert.equal(
      await answer(isPrivate(ONE())),
      'closed | azurerm_subnet.mail is a private subnet, and nothing else gives a way out',
    );
    assert.match(await answer(isPrivate(ONE() + NSG(DENY) + AT_SUBNET)), /^closed/);
    assert.match(await answer(isPrivate(ONE()).replace('_enabled = false', '_enabled = true')), /^open/);
  });

  it('is as open as the most open interface', async () => {
    const two =
      VM('').replace('nic.id]', 'nic.id, azurerm_network_interface.second.id]') +
      NIC +
      SUBNET +
      `
resource "azurerm_subnet" "other" {
  name = "other"
}
${NIC.replace('"nic" {', '"second" {').replace('azurerm_subnet.mail', 'azurerm_subnet.other')}`;
    assert.match(
      await answer(two + NSG(DENY) + AT_SUBNET),
      /^open \| neither azurerm_network_interface\.second/,
    );
  });

  it('cannot be told without its interfaces', async () => {
    const text = `variable "nics" {}${VM('')}`.replace('[azurerm_network_interface.nic.id]', 'var.nics');
    assert.match(await answer(text), /^\? var\.nics has no value/);
  });
});

describe('the network interfaces of an azurerm virtual machine', () => {
  it('say how they get their address', async () => {
    const machine = await machineIn(ONE());
    assert.deepEqual(
      machine.networkInterfaces.map(nic => `${nic.address} ${shown(nic.addressAllocation)}`),
      ['azurerm_network_interface.nic static'],
    );
    const dynamic = await machineIn(ONE().replace('"Static"', '"Dynamic"'));
    assert.equal(shown(dynamic.networkInterfaces[0]?.addressAllocation), 'dynamic');
  });
});
