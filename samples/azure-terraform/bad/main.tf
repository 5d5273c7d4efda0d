# The DAG as it was lifted and shifted: Exchange 2016, cheap log disks, both members in one zone.
provider "azurerm" {
  features {}
}

locals {
  disk_defaults = {
    sku = var.disk_sku
  }

  data_disks = {
    for name, disk in var.data_disks : name => merge(local.disk_defaults, disk)
  }
}

resource "azurerm_resource_group" "exchange" {
  name     = "rg-exchange"
  location = var.location
}

module "mailbox" {
  source   = "./modules/mailbox-server"
  for_each = toset(["mbx01", "mbx02"])

  name                = each.key
  resource_group_name = azurerm_resource_group.exchange.name
  location            = azurerm_resource_group.exchange.location
  zone                = "1"
  size                = var.server_size
  subnet_id           = azurerm_subnet.exchange.id
  data_disks          = local.data_disks
  admin_password      = var.admin_password

  tags = {
    exchange-version = "2016"
    exchange-role    = "mailbox"
    exchange-dag     = "DAG01"
  }
}
