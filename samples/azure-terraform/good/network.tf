resource "azurerm_virtual_network" "messaging" {
  name                = "vnet-messaging"
  resource_group_name = azurerm_resource_group.exchange.name
  location            = azurerm_resource_group.exchange.location
  address_space       = [var.vnet_prefix]
  dns_servers         = var.domain_controllers
}

resource "azurerm_subnet" "exchange" {
  name                 = "snet-exchange"
  resource_group_name  = azurerm_resource_group.exchange.name
  virtual_network_name = azurerm_virtual_network.messaging.name
  address_prefixes     = [var.exchange_subnet_prefix]
}

resource "azurerm_network_security_group" "exchange" {
  name                = "nsg-exchange"
  resource_group_name = azurerm_resource_group.exchange.name
  location            = azurerm_resource_group.exchange.location
}

# Outbound mail leaves through the relay on TCP 587; nothing goes to the Internet on TCP 25.
resource "azurerm_network_security_rule" "relay" {
  name                        = "AllowSmtpRelay"
  resource_group_name         = azurerm_resource_group.exchange.name
  network_security_group_name = azurerm_network_security_group.exchange.name
  priority                    = 200
  direction                   = "Outbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  source_address_prefix       = "*"
  destination_port_range      = "587"
  destination_address_prefix  = "Internet"
}

resource "azurerm_network_security_rule" "smtp" {
  name                        = "DenySmtpToInternet"
  resource_group_name         = azurerm_resource_group.exchange.name
  network_security_group_name = azurerm_network_security_group.exchange.name
  priority                    = 300
  direction                   = "Outbound"
  access                      = "Deny"
  protocol                    = "Tcp"
  source_port_range           = "*"
  source_address_prefix       = "*"
  destination_port_range      = "25"
  destination_address_prefix  = "Internet"
}

resource "azurerm_subnet_network_security_group_association" "exchange" {
  subnet_id                 = azurerm_subnet.exchange.id
  network_security_group_id = azurerm_network_security_group.exchange.id
}

resource "azurerm_public_ip" "outbound" {
  name                = "pip-exchange-out"
  resource_group_name = azurerm_resource_group.exchange.name
  location            = azurerm_resource_group.exchange.location
  allocation_method   = "Static"
}

resource "azurerm_nat_gateway" "outbound" {
  name                = "nat-exchange"
  resource_group_name = azurerm_resource_group.exchange.name
  location            = azurerm_resource_group.exchange.location
}

resource "azurerm_nat_gateway_public_ip_association" "outbound" {
  nat_gateway_id       = azurerm_nat_gateway.outbound.id
  public_ip_address_id = azurerm_public_ip.outbound.id
}

resource "azurerm_subnet_nat_gateway_association" "exchange" {
  subnet_id      = azurerm_subnet.exchange.id
  nat_gateway_id = azurerm_nat_gateway.outbound.id
}
