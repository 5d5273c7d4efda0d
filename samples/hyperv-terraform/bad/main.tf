# What a Hyper-V template for web servers does to Exchange.
terraform {
  required_providers {
    hyperv = {
      source  = "taliesins/hyperv"
      version = "~> 1.2"
    }
  }
}

provider "hyperv" {
  host = "hv01.contoso.com"
}

resource "hyperv_network_switch" "shared" {
  name              = "Shared"
  switch_type       = "External"
  net_adapter_names = ["NIC1"]
}

variable "servers" {
  type    = set(string)
  default = ["ex2019-01", "ex2019-02"]
}

resource "hyperv_vhd" "os" {
  for_each = var.servers

  path        = "C:\\VMs\\${each.key}\\os.vhdx"
  vhd_type    = "Differencing"
  parent_path = "C:\\Images\\windows-server-2019.vhdx"
}

# Expands dynamically, which is the provider's default, on a file share.
resource "hyperv_vhd" "database" {
  for_each = var.servers

  path = "\\\\files.contoso.com\\vms\\${each.key}\\database.vhdx"
  size = 1099511627776
}

# The old format, where only a fixed disk would do.
resource "hyperv_vhd" "log" {
  for_each = var.servers

  path = "C:\\VMs\\${each.key}\\log.vhd"
  size = 137438953472
}

# Nothing is said about stop action and checkpoints: Hyper-V saves the state, and allows checkpoints.
resource "hyperv_machine_instance" "server" {
  for_each = var.servers

  name       = each.key
  generation = 1

  processor_count      = 8
  dynamic_memory       = true
  memory_startup_bytes = 17179869184
  memory_minimum_bytes = 8589934592
  memory_maximum_bytes = 68719476736

  vm_processor {
    maximum                          = 75
    relative_weight                  = 50
    maximum_count_per_numa_node      = 4
    expose_virtualization_extensions = true
  }

  network_adaptors {
    name        = "lan"
    switch_name = hyperv_network_switch.shared.name
    is_legacy   = true

    # Set where Hyper-V Replica copies the machine to another host.
    test_replica_switch_name = "Replica test"
  }

  hard_disk_drives {
    controller_type     = "Ide"
    controller_number   = 0
    controller_location = 0
    path                = hyperv_vhd.os[each.key].path
  }

  hard_disk_drives {
    controller_type     = "Ide"
    controller_number   = 0
    controller_location = 1
    path                = hyperv_vhd.database[each.key].path
  }

  hard_disk_drives {
    controller_number         = 0
    controller_location       = 0
    path                      = hyperv_vhd.log[each.key].path
    override_cache_attributes = "WriteCacheEnabled"
  }

  # One disk of the host for both servers.
  hard_disk_drives {
    controller_number   = 0
    controller_location = 1
    disk_number         = 4
  }
}
