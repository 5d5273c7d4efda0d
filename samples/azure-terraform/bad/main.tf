# The estate as it was lifted and shifted: Exchange 2016, cheap disks, both members of the DAG in one fault domain.
provider "azurerm" {
  features {}
}

locals {
  disk_defaults = {
    sku        = var.disk_sku
    caching    = "None"
    max_shares = 1
    source_id  = null
  }

  data_disks = {
    for name, disk in var.data_disks : name => merge(local.disk_defaults, { for key, value in disk : key => value if value != null })
  }
}

resource "azurerm_resource_group" "exchange" {
  name     = "rg-exchange"
  location = var.location
}

resource "azurerm_availability_set" "dag" {
  name                         = "avset-dag01"
  resource_group_name          = azurerm_resource_group.exchange.name
  location                     = azurerm_resource_group.exchange.location
  platform_fault_domain_count  = 1
  platform_update_domain_count = 5
}

module "mailbox" {
  source   = "./modules/mailbox-server"
  for_each = toset(["mbx01", "mbx02"])

  name                = each.key
  resource_group_name = azurerm_resource_group.exchange.name
  location            = azurerm_resource_group.exchange.location
  availability_set_id = azurerm_availability_set.dag.id
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
