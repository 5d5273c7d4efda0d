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

# In the target region: other than the cache must be.
resource "azurerm_storage_account" "cache" {
  name                     = "stexchangecache"
  resource_group_name      = azurerm_resource_group.target.name
  location                 = azurerm_resource_group.target.location
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

# Without a security group.
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

resource "azurerm_site_recovery_replicated_vm" "mailbox" {
  for_each                                  = local.servers
  name                                      = each.key
  resource_group_name                       = azurerm_resource_group.target.name
  recovery_vault_name                       = azurerm_recovery_services_vault.exchange.name
  source_recovery_fabric_name               = azurerm_site_recovery_fabric.source.name
  source_vm_id                              = azurerm_windows_virtual_machine.mailbox[each.key].id
  recovery_replication_policy_id            = azurerm_site_recovery_replication_policy.exchange.id
  source_recovery_protection_container_name = azurerm_site_recovery_protection_container.source.name
  target_resource_group_id                  = azurerm_resource_group.target.id
  target_recovery_fabric_id                 = azurerm_site_recovery_fabric.target.id
  target_recovery_protection_container_id   = azurerm_site_recovery_protection_container.target.id
  target_network_id                         = azurerm_virtual_network.target.id
  target_virtual_machine_size               = "Standard_E16_v5"

  managed_disk {
    disk_id                    = azurerm_windows_virtual_machine.mailbox[each.key].os_disk[0].id
    staging_storage_account_id = azurerm_storage_account.cache.id
    target_resource_group_id   = azurerm_resource_group.target.id
    target_disk_type           = "StandardSSD_LRS"
    target_replica_disk_type   = "StandardSSD_LRS"
  }

  managed_disk {
    disk_id                    = azurerm_managed_disk.database[each.key].id
    staging_storage_account_id = azurerm_storage_account.cache.id
    target_resource_group_id   = azurerm_resource_group.target.id
    target_disk_type           = "Standard_LRS"
    target_replica_disk_type   = "Standard_LRS"
  }

  # The log disk is left out.

  network_interface {
    source_network_interface_id = azurerm_network_interface.mailbox[each.key].id

    ip_configuration {
      name               = "primary"
      target_static_ip   = each.value.address
      target_subnet_name = azurerm_subnet.target.name
    }
  }
}
