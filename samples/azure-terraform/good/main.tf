# A two-member DAG of Exchange Server SE on Azure, one member in each zone.
terraform {
  required_version = ">= 1.9"
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.0"
    }
  }
}

provider "azurerm" {
  features {}
}

locals {
  tags = {
    service     = "messaging"
    environment = var.environment
  }

  # The members of the DAG. Zones are spread over the servers in order.
  servers = {
    for index, name in var.server_names : name => {
      zone       = element(["1", "2", "3"], index)
      ip_address = cidrhost(var.exchange_subnet_prefix, 10 + index)
    }
  }
}

resource "azurerm_resource_group" "exchange" {
  name     = "rg-exchange-${var.environment}"
  location = var.location
  tags     = local.tags
}

module "mailbox" {
  source   = "./modules/mailbox-server"
  for_each = local.servers

  name                = each.key
  resource_group_name = azurerm_resource_group.exchange.name
  location            = azurerm_resource_group.exchange.location
  zone                = each.value.zone
  size                = var.server_size
  subnet_id           = azurerm_subnet.exchange.id
  ip_address          = each.value.ip_address
  data_disks          = var.data_disks
  admin_password      = var.admin_password

  tags = merge(local.tags, {
    exchange-version = "SE"
    exchange-role    = "mailbox"
    exchange-dag     = "DAG01"
  })
}
