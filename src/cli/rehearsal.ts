import { reportText } from '../report/text.ts';
import { DEFAULT_CONFIG } from '../session/config.ts';
import { scan } from '../session/scan.ts';
import { type FileFailure, type FileSystem, type FolderEntry, SourceTree } from '../source/tree.ts';
import { VERSION } from './version.ts';

/**
 * Scans a small estate that is held in memory, so that V8 has compiled what scans usually need when its code
 * is kept for later runs (`CodeCache`), whatever the run was that happened to come first.
 *
 * @returns the report, which is for nobody but a test
 */
export async function rehearse(): Promise<string> {
  const { report } = await scan(
    {
      tree: new SourceTree(new Stage()),
      paths: ['.'],
      config: DEFAULT_CONFIG,
      variables: [],
      parameters: [],
      changedOnly: false,
    },
    {
      rules: [],
      skippedRules: [],
      inlineIgnores: true,
      baseline: undefined,
      date: '2026-01-01',
      version: VERSION,
      briefRules: true,
    },
  );
  return reportText(report, { colour: false, quiet: false, verbose: true });
}

const ROOT = `
variable "sku" {
  description = "Of the data disks."
  type        = string
  default     = "Standard_LRS"
  validation {
    condition     = contains(["Standard_LRS", "Premium_LRS"], var.sku)
    error_message = "Not a SKU."
  }
}

variable "subnet" { type = string }

locals {
  tags    = { exchange = "SE", exchange-role = "mailbox", exchange-dag = "DAG01" }
  servers = { for index, name in ["ex01", "ex02"] : name => { zone = element(["1", "2"], index) } }
}

module "mailbox" {
  source   = "./server"
  for_each = local.servers
  name     = each.key
  zone     = each.value.zone
  subnet   = azurerm_subnet.exchange.id
  disks    = { db = { lun = 0, sku = var.sku, size = 1024 }, log = { lun = 1, size = 256 } }
  tags     = merge(local.tags, { name = upper(each.key) })
}

resource "azurerm_subnet" "exchange" {
  name             = "exchange-\${lower("PROD")}"
  address_prefixes = [cidrsubnet("10.0.0.0/16", 8, 1)]
}

resource "azurerm_network_security_group" "exchange" {
  name = "exchange"
  dynamic "security_rule" {
    for_each = ["25", "587"]
    content {
      name                       = "rule-\${security_rule.value}"
      priority                   = 100 + security_rule.key
      direction                  = "Outbound"
      access                     = security_rule.value == "25" ? "Deny" : "Allow"
      protocol                   = "Tcp"
      source_port_range          = "*"
      source_address_prefix      = "*"
      destination_port_range     = security_rule.value
      destination_address_prefix = "Internet"
    }
  }
}

resource "azurerm_subnet_network_security_group_association" "exchange" {
  subnet_id                 = azurerm_subnet.exchange.id
  network_security_group_id = azurerm_network_security_group.exchange.id
}

resource "vsphere_virtual_machine" "mbx" {
  count      = 2
  name       = format("ex-mbx-%02d", count.index + 1)
  num_cpus   = 8
  memory     = 128 * 1024
  annotation = "Exchange Server SE"
  disk {
    label = "db"
    size  = 500
  }
}

output "ids" { value = [for server in module.mailbox : server.id] }
`;

const SERVER = `
variable "name" { type = string }
variable "zone" { type = string }
variable "subnet" { type = string }
variable "tags" { type = map(string) }
variable "disks" {
  type = map(object({ lun = number, size = number, sku = optional(string, "Premium_LRS") }))
}

resource "azurerm_network_interface" "this" {
  name = "\${var.name}-nic"
  ip_configuration {
    name      = "ip"
    subnet_id = var.subnet
  }
}

resource "azurerm_windows_virtual_machine" "this" {
  name                  = var.name
  size                  = "Standard_E16s_v5"
  zone                  = var.zone
  tags                  = var.tags
  network_interface_ids = [azurerm_network_interface.this.id]
  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
  }
}

resource "azurerm_managed_disk" "data" {
  for_each             = var.disks
  name                 = "\${var.name}-\${each.key}"
  storage_account_type = each.value.sku
  disk_size_gb         = each.value.size
}

resource "azurerm_virtual_machine_data_disk_attachment" "data" {
  for_each           = var.disks
  managed_disk_id    = azurerm_managed_disk.data[each.key].id
  virtual_machine_id = azurerm_windows_virtual_machine.this.id
  lun                = each.value.lun
  caching            = "ReadOnly"
}

output "id" { value = azurerm_windows_virtual_machine.this.id }
`;

/** The file system of the rehearsal. */
class Stage implements FileSystem {
  readonly #files = new Map([
    ['main.tf', ROOT],
    ['server/main.tf', SERVER],
  ]);

  read(path: string): Uint8Array | FileFailure {
    const text = this.#files.get(path);
    return text === undefined ? { failure: 'absent' } : new TextEncoder().encode(text);
  }

  list(path: string): readonly FolderEntry[] | FileFailure {
    if (path === 'server') return [{ name: 'main.tf', kind: 'file' }];
    if (path !== '.') return { failure: 'absent' };
    return [
      { name: 'main.tf', kind: 'file' },
      { name: 'server', kind: 'folder' },
    ];
  }

  kind(path: string): 'file' | 'folder' | 'absent' {
    if (this.#files.has(path)) return 'file';
    return path === '.' || path === 'server' ? 'folder' : 'absent';
  }
}
