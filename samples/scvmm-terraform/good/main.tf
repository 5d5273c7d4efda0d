# A two-member DAG of Exchange Server SE on Hyper-V hosts that System Center Virtual Machine Manager runs.
terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 5.0"
    }
  }
}

provider "azurerm" {
  features {}
}

locals {
  servers = toset(["mbx01", "mbx02"])
  vmm     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/vmm/providers/Microsoft.ScVmm"
}

resource "azurerm_system_center_virtual_machine_manager_availability_set" "dag" {
  name                                            = "dag01"
  resource_group_name                             = var.resource_group_name
  location                                        = var.location
  custom_location_id                              = var.custom_location_id
  system_center_virtual_machine_manager_server_id = "${local.vmm}/vmmServers/vmm01"
}

resource "azurerm_arc_machine" "mbx" {
  for_each = local.servers

  name                = each.key
  resource_group_name = var.resource_group_name
  location            = var.location
  kind                = "SCVMM"

  tags = {
    exchange-version = "SE"
    exchange-role    = "mailbox"
    exchange-dag     = "DAG01"
  }
}

resource "azurerm_system_center_virtual_machine_manager_virtual_machine_instance" "mbx" {
  for_each = local.servers

  scoped_resource_id = azurerm_arc_machine.mbx[each.key].id
  custom_location_id = var.custom_location_id

  # VMM keeps the members of an availability set on different hosts when it can.
  system_center_virtual_machine_manager_availability_set_ids = [
    azurerm_system_center_virtual_machine_manager_availability_set.dag.id,
  ]

  infrastructure {
    checkpoint_type                                                 = "Disabled"
    system_center_virtual_machine_manager_cloud_id                  = "${local.vmm}/clouds/messaging"
    system_center_virtual_machine_manager_template_id               = "${local.vmm}/virtualMachineTemplates/windows-server-2025-core"
    system_center_virtual_machine_manager_virtual_machine_server_id = "${local.vmm}/vmmServers/vmm01"
  }

  operating_system {
    computer_name = each.key
  }

  # Static memory: no dynamic_memory_min_in_mb and no dynamic_memory_max_in_mb.
  hardware {
    cpu_count    = 16
    memory_in_mb = 131072
  }

  storage_disk {
    name         = "${each.key}-os"
    bus_type     = "SCSI"
    bus          = 0
    lun          = 0
    vhd_type     = "Fixed"
    disk_size_gb = 200
  }

  dynamic "storage_disk" {
    for_each = var.exchange_disks
    content {
      name         = "${each.key}-${storage_disk.value.name}"
      bus_type     = "SCSI"
      bus          = 0
      lun          = storage_disk.key + 1
      vhd_type     = "Fixed"
      disk_size_gb = storage_disk.value.size_gb
    }
  }

  network_interface {
    name               = "lan"
    virtual_network_id = "${local.vmm}/virtualNetworks/servers"
    ipv4_address_type  = "Static"
    mac_address_type   = "Static"
  }
}
