# A three-member DAG of Exchange Server SE on vSphere, kept on different hosts by DRS.
terraform {
  required_providers {
    vsphere = {
      source  = "vmware/vsphere"
      version = "~> 2.13"
    }
  }
}

provider "vsphere" {
  vsphere_server = var.vsphere_server
}

locals {
  memory_mb = var.memory_gb * 1024
}

resource "vsphere_virtual_machine" "mbx" {
  count = var.server_count

  name             = format("ex-mbx-%02d", count.index + 1)
  resource_pool_id = vsphere_compute_cluster.messaging.resource_pool_id
  datastore_id     = vsphere_vmfs_datastore.system.id
  guest_id         = "windows2019srvNext_64Guest"
  firmware         = "efi"

  num_cpus             = 16
  num_cores_per_socket = 16
  memory               = local.memory_mb
  memory_reservation   = local.memory_mb

  # The system on the first paravirtual adapter, each data disk on one of its own.
  scsi_type             = "pvscsi"
  scsi_controller_count = 4

  network_interface {
    network_id   = vsphere_distributed_port_group.exchange.id
    adapter_type = "vmxnet3"
  }

  disk {
    label            = "system"
    unit_number      = 0
    size             = 200
    thin_provisioned = false
    eagerly_scrub    = true
  }

  dynamic "disk" {
    for_each = var.exchange_disks
    content {
      label            = disk.value.label
      unit_number      = (disk.key + 1) * 15
      size             = disk.value.size_gb
      datastore_id     = vsphere_vmfs_datastore.exchange[count.index].id
      thin_provisioned = false
      eagerly_scrub    = true
    }
  }

  clone {
    template_uuid = data.vsphere_virtual_machine.windows.id

    customize {
      ipv4_gateway    = "10.0.12.1"
      dns_server_list = ["10.0.10.4", "10.0.10.5"]

      windows_options {
        computer_name = format("EXMBX%02d", count.index + 1)
        join_domain   = "corp.contoso.com"
      }

      network_interface {
        ipv4_address = "10.0.12.${count.index + 11}"
        ipv4_netmask = 24
      }
    }
  }

  annotation = "Exchange Server SE, Mailbox role, DAG01"
}

# The DAG is weaker until a failed member is back.
resource "vsphere_ha_vm_override" "mbx" {
  count = var.server_count

  compute_cluster_id     = vsphere_compute_cluster.messaging.id
  virtual_machine_id     = vsphere_virtual_machine.mbx[count.index].id
  ha_vm_restart_priority = "high"
}

resource "vsphere_compute_cluster_vm_anti_affinity_rule" "dag" {
  name                = "dag01-on-different-hosts"
  compute_cluster_id  = vsphere_compute_cluster.messaging.id
  virtual_machine_ids = vsphere_virtual_machine.mbx[*].id
  mandatory           = true
}
