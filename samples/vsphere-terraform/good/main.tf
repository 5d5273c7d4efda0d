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
      unit_number      = disk.key + 1
      size             = disk.value.size_gb
      datastore_id     = vsphere_vmfs_datastore.exchange[count.index].id
      thin_provisioned = false
      eagerly_scrub    = true
    }
  }

  annotation = "Exchange Server SE, Mailbox role, DAG01"
}

resource "vsphere_compute_cluster_vm_anti_affinity_rule" "dag" {
  name                = "dag01-on-different-hosts"
  compute_cluster_id  = vsphere_compute_cluster.messaging.id
  virtual_machine_ids = vsphere_virtual_machine.mbx[*].id
  mandatory           = true
}
