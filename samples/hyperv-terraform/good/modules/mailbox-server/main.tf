# One mailbox server: static memory, no saved state, no checkpoints, fixed VHDX files beside the volume of the OS.
terraform {
  required_providers {
    hyperv = {
      source = "taliesins/hyperv"
    }
  }
}

variable "name" {
  type = string
}

variable "memory_gb" {
  type = number
}

variable "image" {
  type = string
}

variable "disks" {
  type = list(object({
    name    = string
    volume  = string
    size_gb = number
  }))
}

locals {
  gib = 1024 * 1024 * 1024
}

resource "hyperv_network_switch" "servers" {
  name                = "Servers"
  switch_type         = "External"
  net_adapter_names   = ["NIC3", "NIC4"]
  allow_management_os = false
}

resource "hyperv_vhd" "os" {
  path   = "D:\\VMs\\${var.name}\\${var.name}-os.vhdx"
  source = var.image
  size   = 200 * local.gib
}

resource "hyperv_vhd" "exchange" {
  count = length(var.disks)

  path                 = "${var.disks[count.index].volume}\\VMs\\${var.name}\\${var.name}-${var.disks[count.index].name}.vhdx"
  vhd_type             = "Fixed"
  size                 = var.disks[count.index].size_gb * local.gib
  logical_sector_size  = 512
  physical_sector_size = 4096
}

resource "hyperv_machine_instance" "server" {
  name       = var.name
  notes      = "Exchange Server SE, Mailbox role, DAG01"
  generation = 2

  processor_count       = 16
  static_memory         = true
  memory_startup_bytes  = var.memory_gb * local.gib
  automatic_stop_action = "ShutDown"
  checkpoint_type       = "Disabled"

  network_adaptors {
    name        = "lan"
    switch_name = hyperv_network_switch.servers.name
  }

  hard_disk_drives {
    controller_number   = 0
    controller_location = 0
    path                = hyperv_vhd.os.path
  }

  dynamic "hard_disk_drives" {
    for_each = hyperv_vhd.exchange
    iterator = disk
    content {
      controller_number   = 0
      controller_location = disk.key + 1
      path                = disk.value.path
    }
  }
}
