resource "azurerm_virtual_network" "messaging" {
  name                = "vnet-messaging"
  resource_group_name = azurerm_resource_group.exchange.name
  location            = azurerm_resource_group.exchange.location
  address_space       = ["10.20.0.0/16"]
}

resource "azurerm_subnet" "exchange" {
  name                 = "snet-exchange"
  resource_group_name  = azurerm_resource_group.exchange.name
  virtual_network_name = azurerm_virtual_network.messaging.name
  address_prefixes     = ["10.20.1.0/24"]
}

resource "azurerm_network_security_group" "exchange" {
  name                = "nsg-exchange"
  resource_group_name = azurerm_resource_group.exchange.name
  location            = azurerm_resource_group.exchange.location

  security_rule {
    name                       = "AllowMailOut"
    priority                   = 200
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    source_address_prefix      = "*"
    destination_port_ranges    = ["25", "443", "587"]
    destination_address_prefix = "Internet"
  }

  # Comes too late: the rule above has already let TCP 25 out.
  security_rule {
    name                       = "DenySmtpToInternet"
    priority                   = 300
    direction                  = "Outbound"
    access                     = "Deny"
    protocol                   = "*"
    source_port_range          = "*"
    source_address_prefix      = "*"
    destination_port_range     = "25"
    destination_address_prefix = "Internet"
  }

  # Keeps servers of one subnet apart, as one does with web servers.
  security_rule {
    name                       = "DenyBetweenServers"
    priority                   = 400
    direction                  = "Inbound"
    access                     = "Deny"
    protocol                   = "Tcp"
    source_port_range          = "*"
    source_address_prefix      = "10.20.1.0/24"
    destination_port_range     = "1024-65535"
    destination_address_prefix = "10.20.1.0/24"
  }
}

resource "azurerm_subnet_network_security_group_association" "exchange" {
  subnet_id                 = azurerm_subnet.exchange.id
  network_security_group_id = azurerm_network_security_group.exchange.id
}
