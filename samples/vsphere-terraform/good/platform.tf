data "vsphere_datacenter" "primary" {
  name = "DC1"
}

data "vsphere_host" "messaging" {
  count         = length(var.hosts)
  name          = var.hosts[count.index]
  datacenter_id = data.vsphere_datacenter.primary.id
}

data "vsphere_virtual_machine" "windows" {
  name          = "windows-server-2022"
  datacenter_id = data.vsphere_datacenter.primary.id
}

resource "vsphere_compute_cluster" "messaging" {
  name            = "messaging"
  datacenter_id   = data.vsphere_datacenter.primary.id
  host_system_ids = data.vsphere_host.messaging[*].id

  drs_enabled          = true
  drs_automation_level = "fullyAutomated"
  ha_enabled           = true
}

resource "vsphere_vmfs_datastore" "system" {
  name           = "vmfs-system"
  host_system_id = data.vsphere_host.messaging[0].id
  disks          = ["naa.600a0b8000aa01"]
}

# One datastore a server, so that the copies of a database do not share a LUN.
resource "vsphere_vmfs_datastore" "exchange" {
  count = var.server_count

  name           = "vmfs-exchange-${count.index + 1}"
  host_system_id = data.vsphere_host.messaging[0].id
  disks          = ["naa.600a0b8000bb0${count.index + 1}"]
}

resource "vsphere_distributed_virtual_switch" "messaging" {
  name          = "dvs-messaging"
  datacenter_id = data.vsphere_datacenter.primary.id
}

resource "vsphere_distributed_port_group" "exchange" {
  name                            = "pg-exchange"
  distributed_virtual_switch_uuid = vsphere_distributed_virtual_switch.messaging.id
  vlan_id                         = 120
}
