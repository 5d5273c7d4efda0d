# Edge Transport servers that come and go with the load, on machines that Azure may take away.
resource "azurerm_windows_virtual_machine_scale_set" "edge" {
  name                 = "edge"
  resource_group_name  = azurerm_resource_group.exchange.name
  location             = azurerm_resource_group.exchange.location
  sku                  = "Standard_B8ms"
  instances            = 2
  computer_name_prefix = "edge"
  admin_username       = "exadmin"
  admin_password       = var.admin_password
  priority             = "Spot"
  eviction_policy      = "Delete"

  source_image_reference {
    publisher = "MicrosoftWindowsServer"
    offer     = "WindowsServer"
    sku       = "2016-datacenter-server-core-g2"
    version   = "latest"
  }

  os_disk {
    caching              = "ReadOnly"
    storage_account_type = "Standard_LRS"

    diff_disk_settings {
      option = "Local"
    }
  }

  network_interface {
    name    = "nic-edge"
    primary = true

    ip_configuration {
      name      = "ipconfig1"
      primary   = true
      subnet_id = azurerm_subnet.exchange.id
    }
  }

  tags = {
    exchange-version = "2016"
    exchange-role    = "edge"
  }
}

resource "azurerm_monitor_autoscale_setting" "edge" {
  name                = "edge"
  resource_group_name = azurerm_resource_group.exchange.name
  location            = azurerm_resource_group.exchange.location
  target_resource_id  = azurerm_windows_virtual_machine_scale_set.edge.id

  profile {
    name = "queue"

    capacity {
      default = 2
      minimum = 1
      maximum = 4
    }
  }
}
