# What a vSphere template for file servers does to Exchange.
provider "vsphere" {
  vsphere_server = "vcenter.contoso.com"
}

data "vsphere_datacenter" "primary" {
  name = "DC1"
}

data "vsphere_compute_cluster" "general" {
  name          = "general"
  datacenter_id = data.vsphere_datacenter.primary.id
}

data "vsphere_datastore" "san" {
  name          = "san-01"
  datacenter_id = data.vsphere_datacenter.primary.id
}

data "vsphere_network" "servers" {
  name          = "VM Network"
  datacenter_id = data.vsphere_datacenter.primary.id
}

resource "vsphere_nas_datastore" "filer" {
  name            = "filer-nfs-01"
  type            = "NFS"
  remote_hosts    = ["nas.contoso.com"]
  remote_path     = "/export/vmware"
  host_system_ids = ["host-11", "host-12"]
}

variable "servers" {
  type = map(object({
    memory_gb = number
  }))
  default = {
    ex2019-01 = { memory_gb = 64 }
    ex2019-02 = { memory_gb = 64 }
  }
}

resource "vsphere_virtual_machine" "server" {
  for_each = var.servers

  name             = each.key
  resource_pool_id = data.vsphere_compute_cluster.general.resource_pool_id
  datastore_id     = data.vsphere_datastore.san.id
  guest_id         = "windows2019srv_64Guest"
  num_cpus         = 8
  memory           = each.value.memory_gb * 1024

  network_interface {
    network_id = data.vsphere_network.servers.id
  }

  disk {
    label = "system"
    size  = 120
  }

  disk {
    label        = "mailbox-databases"
    size         = 1024
    unit_number  = 1
    datastore_id = vsphere_nas_datastore.filer.id
  }
}

resource "vsphere_virtual_machine_snapshot" "before_update" {
  virtual_machine_uuid = vsphere_virtual_machine.server["ex2019-01"].id
  snapshot_name        = "before-cumulative-update"
  description          = "Taken before every cumulative update."
  memory               = true
  quiesce              = false
}
