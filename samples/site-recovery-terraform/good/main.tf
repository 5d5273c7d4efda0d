# Two mailbox servers in West Europe, each on its own and in no DAG (exvet.yaml says so), and a domain controller,
# replicated to North Europe by Azure Site Recovery.

locals {
  servers = {
    branch01 = { zone = "1", address = "10.20.0.11", target = "10.30.0.11" }
    branch02 = { zone = "2", address = "10.20.0.12", target = "10.30.0.12" }
  }
  tags = {
    exchange-version = "SE"
    exchange-role    = "mailbox"
  }
}

resource "azurerm_resource_group" "source" {
  name     = "rg-exchange-weu"
  location = "West Europe"
}

resource "azurerm_resource_group" "target" {
  name     = "rg-exchange-neu"
  location = "North Europe"
}

resource "azurerm_virtual_network" "source" {
  name                = "vnet-weu"
  resource_group_name = azurerm_resource_group.source.name
  location            = azurerm_resource_group.source.location
  address_space       = ["10.20.0.0/16"]
  dns_servers         = ["10.20.8.4", "10.20.8.5"]
}

resource "azurerm_subnet" "source" {
  name                 = "exchange"
  resource_group_name  = azurerm_resource_group.source.name
  virtual_network_name = azurerm_virtual_network.source.name
  address_prefixes     = ["10.20.0.0/24"]
}

resource "azurerm_public_ip" "outbound" {
  name                = "pip-exchange-weu"
  resource_group_name = azurerm_resource_group.source.name
  location            = azurerm_resource_group.source.location
  allocation_method   = "Static"
}

resource "azurerm_nat_gateway" "outbound" {
  name                = "nat-exchange-weu"
  resource_group_name = azurerm_resource_group.source.name
  location            = azurerm_resource_group.source.location
}

resource "azurerm_nat_gateway_public_ip_association" "outbound" {
  nat_gateway_id       = azurerm_nat_gateway.outbound.id
  public_ip_address_id = azurerm_public_ip.outbound.id
}

resource "azurerm_subnet_nat_gateway_association" "source" {
  subnet_id      = azurerm_subnet.source.id
  nat_gateway_id = azurerm_nat_gateway.outbound.id
}

resource "azurerm_network_security_group" "source" {
  name                = "nsg-exchange-weu"
  resource_group_name = azurerm_resource_group.source.name
  location            = azurerm_resource_group.source.location

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

resource "azurerm_subnet_network_security_group_association" "source" {
  subnet_id                 = azurerm_subnet.source.id
  network_security_group_id = azurerm_network_security_group.source.id
}

resource "azurerm_network_interface" "branch" {
  for_each            = local.servers
  name                = "${each.key}-nic"
  resource_group_name = azurerm_resource_group.source.name
  location            = azurerm_resource_group.source.location

  ip_configuration {
    name                          = "primary"
    subnet_id                     = azurerm_subnet.source.id
    private_ip_address_allocation = "Static"
    private_ip_address            = each.value.address
  }
}

resource "azurerm_windows_virtual_machine" "branch" {
  for_each              = local.servers
  name                  = each.key
  resource_group_name   = azurerm_resource_group.source.name
  location              = azurerm_resource_group.source.location
  zone                  = each.value.zone
  size                  = "Standard_E16s_v5"
  admin_username        = "exadmin"
  admin_password        = "not-in-this-sample"
  network_interface_ids = [azurerm_network_interface.branch[each.key].id]
  tags                  = local.tags

  os_disk {
    name                 = "${each.key}-os"
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
    disk_size_gb         = 256
  }

  source_image_reference {
    publisher = "MicrosoftWindowsServer"
    offer     = "WindowsServer"
    sku       = "2022-datacenter"
    version   = "latest"
  }
}

resource "azurerm_managed_disk" "database" {
  for_each             = local.servers
  name                 = "${each.key}-db01"
  resource_group_name  = azurerm_resource_group.source.name
  location             = azurerm_resource_group.source.location
  zone                 = each.value.zone
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 2048
}

resource "azurerm_managed_disk" "log" {
  for_each             = local.servers
  name                 = "${each.key}-log01"
  resource_group_name  = azurerm_resource_group.source.name
  location             = azurerm_resource_group.source.location
  zone                 = each.value.zone
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 256
}

resource "azurerm_virtual_machine_data_disk_attachment" "database" {
  for_each           = local.servers
  virtual_machine_id = azurerm_windows_virtual_machine.branch[each.key].id
  managed_disk_id    = azurerm_managed_disk.database[each.key].id
  lun                = 0
  caching            = "None"
}

resource "azurerm_virtual_machine_data_disk_attachment" "log" {
  for_each           = local.servers
  virtual_machine_id = azurerm_windows_virtual_machine.branch[each.key].id
  managed_disk_id    = azurerm_managed_disk.log[each.key].id
  lun                = 1
  caching            = "None"
}

resource "azurerm_network_interface" "dc01" {
  name                = "dc01-nic"
  resource_group_name = azurerm_resource_group.source.name
  location            = azurerm_resource_group.source.location

  ip_configuration {
    name                          = "primary"
    subnet_id                     = azurerm_subnet.source.id
    private_ip_address_allocation = "Static"
    private_ip_address            = "10.20.0.10"
  }
}

resource "azurerm_windows_virtual_machine" "dc01" {
  name                  = "dc01"
  resource_group_name   = azurerm_resource_group.source.name
  location              = azurerm_resource_group.source.location
  zone                  = "1"
  size                  = "Standard_D4s_v5"
  admin_username        = "dcadmin"
  admin_password        = "not-in-this-sample"
  network_interface_ids = [azurerm_network_interface.dc01.id]
  tags                  = { role = "domain controller" }

  os_disk {
    name                 = "dc01-os"
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
    disk_size_gb         = 128
  }

  source_image_reference {
    publisher = "MicrosoftWindowsServer"
    offer     = "WindowsServer"
    sku       = "2022-datacenter"
    version   = "latest"
  }
}
