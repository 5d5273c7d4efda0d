resource "azurerm_recovery_services_vault" "exchange" {
  name                = "rsv-exchange"
  resource_group_name = azurerm_resource_group.target.name
  location            = azurerm_resource_group.target.location
  sku                 = "Standard"
}

resource "azurerm_site_recovery_fabric" "source" {
  name                = "fabric-weu"
  resource_group_name = azurerm_resource_group.target.name
  recovery_vault_name = azurerm_recovery_services_vault.exchange.name
  location            = azurerm_resource_group.source.location
}

resource "azurerm_site_recovery_fabric" "target" {
  name                = "fabric-neu"
  resource_group_name = azurerm_resource_group.target.name
  recovery_vault_name = azurerm_recovery_services_vault.exchange.name
  location            = azurerm_resource_group.target.location
}

resource "azurerm_site_recovery_protection_container" "source" {
  name                 = "container-weu"
  resource_group_name  = azurerm_resource_group.target.name
  recovery_vault_name  = azurerm_recovery_services_vault.exchange.name
  recovery_fabric_name = azurerm_site_recovery_fabric.source.name
}

resource "azurerm_site_recovery_protection_container" "target" {
  name                 = "container-neu"
  resource_group_name  = azurerm_resource_group.target.name
  recovery_vault_name  = azurerm_recovery_services_vault.exchange.name
  recovery_fabric_name = azurerm_site_recovery_fabric.target.name
}

resource "azurerm_site_recovery_replication_policy" "exchange" {
  name                                                 = "policy-exchange"
  resource_group_name                                  = azurerm_resource_group.target.name
  recovery_vault_name                                  = azurerm_recovery_services_vault.exchange.name
  recovery_point_retention_in_minutes                  = 1440
  application_consistent_snapshot_frequency_in_minutes = 240
}

resource "azurerm_site_recovery_protection_container_mapping" "exchange" {
  name                                      = "mapping-weu-neu"
  resource_group_name                       = azurerm_resource_group.target.name
  recovery_vault_name                       = azurerm_recovery_services_vault.exchange.name
  recovery_fabric_name                      = azurerm_site_recovery_fabric.source.name
  recovery_source_protection_container_name = azurerm_site_recovery_protection_container.source.name
  recovery_target_protection_container_id   = azurerm_site_recovery_protection_container.target.id
  recovery_replication_policy_id            = azurerm_site_recovery_replication_policy.exchange.id
}

# The cache is in the source region.
resource "azurerm_storage_account" "cache" {
  name                     = "stexchangecache"
  resource_group_name      = azurerm_resource_group.source.name
  location                 = azurerm_resource_group.source.location
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_virtual_network" "target" {
  name                = "vnet-neu"
  resource_group_name = azurerm_resource_group.target.name
  location            = azurerm_resource_group.target.location
  address_space       = ["10.30.0.0/16"]
}

resource "azurerm_subnet" "target" {
  name                 = "exchange"
  resource_group_name  = azurerm_resource_group.target.name
  virtual_network_name = azurerm_virtual_network.target.name
  address_prefixes     = ["10.30.0.0/24"]
}

resource "azurerm_network_security_group" "target" {
  name                = "nsg-exchange-neu"
  resource_group_name = azurerm_resource_group.target.name
  location            = azurerm_resource_group.target.location

  security_rule {
    name                       = "no-smtp-out"
    priority                   = 100
    direction                  = "Outbound"
    access                     = "Deny"
    protocol                   = "Tcp"
    source_port_range          = "*"
    source_address_prefix      = "*"
    destination_port_range     = "25"
    destination_address_prefix = "Internet"
  }
}

resource "azurerm_subnet_network_security_group_association" "target" {
  subnet_id                 = azurerm_subnet.target.id
  network_security_group_id = azurerm_network_security_group.target.id
}

resource "azurerm_site_recovery_network_mapping" "exchange" {
  name                        = "network-weu-neu"
  resource_group_name         = azurerm_resource_group.target.name
  recovery_vault_name         = azurerm_recovery_services_vault.exchange.name
  source_recovery_fabric_name = azurerm_site_recovery_fabric.source.name
  target_recovery_fabric_name = azurerm_site_recovery_fabric.target.name
  source_network_id           = azurerm_virtual_network.source.id
  target_network_id           = azurerm_virtual_network.target.id
}

# For test failovers: peered with nothing.
resource "azurerm_virtual_network" "test" {
  name                = "vnet-neu-test"
  resource_group_name = azurerm_resource_group.target.name
  location            = azurerm_resource_group.target.location
  address_space       = ["10.30.0.0/16"]
}

resource "azurerm_site_recovery_replicated_vm" "branch" {
  for_each                                  = local.servers
  name                                      = each.key
  resource_group_name                       = azurerm_resource_group.target.name
  recovery_vault_name                       = azurerm_recovery_services_vault.exchange.name
  source_recovery_fabric_name               = azurerm_site_recovery_fabric.source.name
  source_vm_id                              = azurerm_windows_virtual_machine.branch[each.key].id
  recovery_replication_policy_id            = azurerm_site_recovery_replication_policy.exchange.id
  source_recovery_protection_container_name = azurerm_site_recovery_protection_container.source.name
  target_resource_group_id                  = azurerm_resource_group.target.id
  target_recovery_fabric_id                 = azurerm_site_recovery_fabric.target.id
  target_recovery_protection_container_id   = azurerm_site_recovery_protection_container.target.id
  test_network_id                           = azurerm_virtual_network.test.id
  target_virtual_machine_size               = "Standard_E16s_v5"

  managed_disk {
    disk_id                    = azurerm_windows_virtual_machine.branch[each.key].os_disk[0].id
    staging_storage_account_id = azurerm_storage_account.cache.id
    target_resource_group_id   = azurerm_resource_group.target.id
    target_disk_type           = "Premium_LRS"
    target_replica_disk_type   = "Premium_LRS"
  }

  managed_disk {
    disk_id                    = azurerm_managed_disk.database[each.key].id
    staging_storage_account_id = azurerm_storage_account.cache.id
    target_resource_group_id   = azurerm_resource_group.target.id
    target_disk_type           = "Premium_LRS"
    target_replica_disk_type   = "Premium_LRS"
  }

  managed_disk {
    disk_id                    = azurerm_managed_disk.log[each.key].id
    staging_storage_account_id = azurerm_storage_account.cache.id
    target_resource_group_id   = azurerm_resource_group.target.id
    target_disk_type           = "Premium_LRS"
    target_replica_disk_type   = "StandardSSD_LRS"
  }

  network_interface {
    source_network_interface_id = azurerm_network_interface.branch[each.key].id

    ip_configuration {
      name               = "primary"
      target_static_ip   = each.value.target
      target_subnet_name = azurerm_subnet.target.name
    }
  }
}

resource "azurerm_site_recovery_replicated_vm" "dc01" {
  name                                      = "dc01"
  resource_group_name                       = azurerm_resource_group.target.name
  recovery_vault_name                       = azurerm_recovery_services_vault.exchange.name
  source_recovery_fabric_name               = azurerm_site_recovery_fabric.source.name
  source_vm_id                              = azurerm_windows_virtual_machine.dc01.id
  recovery_replication_policy_id            = azurerm_site_recovery_replication_policy.exchange.id
  source_recovery_protection_container_name = azurerm_site_recovery_protection_container.source.name
  target_resource_group_id                  = azurerm_resource_group.target.id
  target_recovery_fabric_id                 = azurerm_site_recovery_fabric.target.id
  target_recovery_protection_container_id   = azurerm_site_recovery_protection_container.target.id

  managed_disk {
    disk_id                    = azurerm_windows_virtual_machine.dc01.os_disk[0].id
    staging_storage_account_id = azurerm_storage_account.cache.id
    target_resource_group_id   = azurerm_resource_group.target.id
    target_disk_type           = "StandardSSD_LRS"
    target_replica_disk_type   = "StandardSSD_LRS"
  }
}

resource "azurerm_site_recovery_replication_recovery_plan" "exchange" {
  name                      = "exchange"
  recovery_vault_id         = azurerm_recovery_services_vault.exchange.id
  source_recovery_fabric_id = azurerm_site_recovery_fabric.source.id
  target_recovery_fabric_id = azurerm_site_recovery_fabric.target.id

  shutdown_recovery_group {}

  failover_recovery_group {}

  boot_recovery_group {
    replicated_protected_items = [azurerm_site_recovery_replicated_vm.dc01.id]
  }

  boot_recovery_group {
    replicated_protected_items = [for item in azurerm_site_recovery_replicated_vm.branch : item.id]
  }
}
