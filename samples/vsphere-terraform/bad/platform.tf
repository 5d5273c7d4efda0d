data "vsphere_datacenter" "primary" {
  name = "DC1"
}

data "vsphere_host" "general" {
  count         = 2
  name          = "esx0${count.index + 1}.contoso.com"
  datacenter_id = data.vsphere_datacenter.primary.id
}

resource "vsphere_compute_cluster" "general" {
  name            = "general"
  datacenter_id   = data.vsphere_datacenter.primary.id
  host_system_ids = data.vsphere_host.general[*].id

  drs_enabled        = true
  ha_enabled         = true
  vsan_enabled       = true
  vsan_dedup_enabled = true
}

resource "vsphere_resource_pool" "general" {
  name                    = "general"
  parent_resource_pool_id = vsphere_vapp_container.tests.id
  memory_limit            = 49152
}

resource "vsphere_vapp_container" "tests" {
  name                    = "tests"
  parent_resource_pool_id = vsphere_compute_cluster.general.resource_pool_id
}

data "vsphere_datastore" "vsan" {
  name          = "vsanDatastore"
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
  host_system_ids = data.vsphere_host.general[*].id
}
