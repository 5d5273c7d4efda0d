/**
 * A Terraform file with a mailbox server in support whose database disk has the given SKU. Nothing else in it
 * is against a policy; line 3 states the SKU, from column 26.
 */
export const serverWithDataOn = (sku: string): string => `resource "azurerm_managed_disk" "db" {
  name                 = "ex01-db"
  storage_account_type = "${sku}"
  disk_size_gb         = 1024
}

resource "azurerm_virtual_machine_data_disk_attachment" "db" {
  managed_disk_id    = azurerm_managed_disk.db.id
  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id
  lun                = 0
  caching            = "None"
}

resource "azurerm_windows_virtual_machine" "ex01" {
  name = "ex01"
  size = "Standard_E16s_v5"
  zone = "1"
  tags = { exchange = "SE", exchange-role = "mailbox" }
  os_disk {
    caching              = "ReadOnly"
    storage_account_type = "Premium_LRS"
  }
}
`;
