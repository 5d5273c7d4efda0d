# How the servers are protected: by what knows nothing of Exchange.
resource "azurerm_snapshot" "before_update" {
  name                = "mbx01-before-update"
  resource_group_name = azurerm_resource_group.exchange.name
  location            = azurerm_resource_group.exchange.location
  create_option       = "Copy"
  source_uri          = module.mailbox["mbx01"].disk_ids["database"]
}

resource "azurerm_recovery_services_vault" "backup" {
  name                = "rsv-exchange"
  resource_group_name = azurerm_resource_group.exchange.name
  location            = azurerm_resource_group.exchange.location
  sku                 = "Standard"
}

resource "azurerm_backup_policy_vm" "daily" {
  name                = "daily"
  resource_group_name = azurerm_resource_group.exchange.name
  recovery_vault_name = azurerm_recovery_services_vault.backup.name

  backup {
    frequency = "Daily"
    time      = "23:00"
  }

  retention_daily {
    count = 7
  }
}

resource "azurerm_backup_protected_vm" "mbx02" {
  resource_group_name = azurerm_resource_group.exchange.name
  recovery_vault_name = azurerm_recovery_services_vault.backup.name
  source_vm_id        = module.mailbox["mbx02"].id
  backup_policy_id    = azurerm_backup_policy_vm.daily.id
}

# Saves money at night.
resource "azurerm_dev_test_global_vm_shutdown_schedule" "mbx01" {
  virtual_machine_id    = module.mailbox["mbx01"].id
  location              = azurerm_resource_group.exchange.location
  daily_recurrence_time = "2200"
  timezone              = "W. Europe Standard Time"

  notification_settings {
    enabled = false
  }
}
