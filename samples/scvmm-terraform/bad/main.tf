# What a template for application servers in SCVMM does to Exchange.
provider "azurerm" {
  features {}
}

locals {
  vmm             = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/vmm/providers/Microsoft.ScVmm"
  custom_location = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/vmm/providers/Microsoft.ExtendedLocation/customLocations/vmm01"
}

variable "servers" {
  type    = set(string)
  default = ["ex2019-01", "ex2019-02"]
}

resource "azurerm_arc_machine" "server" {
  for_each = var.servers

  name                = each.key
  resource_group_name = "rg-applications"
  location            = "westeurope"
  kind                = "SCVMM"
}

resource "azurerm_system_center_virtual_machine_manager_virtual_machine_instance" "server" {
  for_each = var.servers

  scoped_resource_id = azurerm_arc_machine.server[each.key].id
  custom_location_id = local.custom_location

  infrastructure {
    checkpoint_type                                = "Standard"
    system_center_virtual_machine_manager_cloud_id = "${local.vmm}/clouds/applications"
  }

  # A bound is enough: the provider switches dynamic memory on.
  hardware {
    cpu_count                = 8
    memory_in_mb             = 16384
    dynamic_memory_max_in_mb = 65536
  }

  storage_disk {
    name         = "${each.key}-system"
    bus_type     = "IDE"
    bus          = 0
    lun          = 0
    vhd_type     = "Dynamic"
    disk_size_gb = 60
  }

  storage_disk {
    name         = "${each.key}-database"
    bus_type     = "IDE"
    bus          = 1
    lun          = 0
    vhd_type     = "Dynamic"
    disk_size_gb = 1024
  }

  network_interface {
    name              = "lan"
    ipv4_address_type = "Dynamic"
  }
}
