output "id" {
  value = azurerm_windows_virtual_machine.this.id
}

output "disk_ids" {
  value = { for name, disk in azurerm_managed_disk.data : name => disk.id }
}
