# What vSphere templates for file servers and test machines do to Exchange.
provider "vsphere" {
  vsphere_server = "vcenter.contoso.com"
}

data "vsphere_virtual_machine" "template" {
  name          = "windows-2016"
  datacenter_id = data.vsphere_datacenter.primary.id
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
  resource_pool_id = vsphere_resource_pool.general.id
  datastore_id     = data.vsphere_datastore.vsan.id
  guest_id         = "windows9Server64Guest"

  # Room to grow while it runs, but not at the cost of others.
  num_cpus            = 16
  cpu_hot_add_enabled = true
  cpu_limit           = 8000
  cpu_share_level     = "low"
  nested_hv_enabled   = true
  memory              = each.value.memory_gb * 1024

  scsi_type        = "lsilogic-sas"
  scsi_bus_sharing = "physicalSharing"

  network_interface {
    network_id   = data.vsphere_network.servers.id
    adapter_type = "e1000e"
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

  disk {
    label       = "transaction-logs"
    size        = 200
    unit_number = 2
    disk_mode   = "independent_nonpersistent"
  }

  clone {
    template_uuid = data.vsphere_virtual_machine.template.id
    linked_clone  = true

    customize {
      windows_options {
        computer_name = each.key
      }

      network_interface {}
    }
  }
}

resource "vsphere_virtual_machine_snapshot" "before_update" {
  virtual_machine_uuid = vsphere_virtual_machine.server["ex2019-01"].id
  snapshot_name        = "before-cumulative-update"
  description          = "Taken before every cumulative update."
  memory               = true
  quiesce              = false
}

# Both on one host, so that they talk to each other without a switch.
resource "vsphere_compute_cluster_vm_affinity_rule" "exchange" {
  name                = "exchange-together"
  compute_cluster_id  = vsphere_compute_cluster.general.id
  virtual_machine_ids = [for server in vsphere_virtual_machine.server : server.id]
}

resource "vsphere_ha_vm_override" "server" {
  for_each = vsphere_virtual_machine.server

  compute_cluster_id     = vsphere_compute_cluster.general.id
  virtual_machine_id     = each.value.id
  ha_vm_restart_priority = "disabled"
}

resource "vsphere_vapp_entity" "server" {
  for_each = vsphere_virtual_machine.server

  target_id    = each.value.moid
  container_id = vsphere_vapp_container.tests.id
  stop_action  = "suspend"
}
