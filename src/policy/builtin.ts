// biome-ignore-all format: written by scripts/compile-policies.mjs from policies/*.yaml
import type { Policy } from './policy.ts';

/** The policies that exvet brings along, by id. They are checked when exvet is tested, not when it runs. */
export const BUILTIN_POLICIES: readonly Policy[] = [
  {
    "id": "EXCPU-23",
    "title": "CPU hot-add is off on large Exchange servers on vSphere",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "vsphere"
    ],
    "exchange": ">=2013",
    "when": "has(server.cpuHotAdd)",
    "require": "!(server.cpuHotAdd && server.vcpus > 8)",
    "evidence": "server.cpuHotAdd",
    "message": "{server.name} has {server.vcpus} virtual processors and CPU hot-add, which hides the NUMA topology from it.",
    "undecided": "Whether {server.name} has CPU hot-add with more than 8 virtual processors cannot be told.",
    "requirement": "VMware recommends to leave CPU hot-add off for Exchange. A virtual machine with more than 8 virtual processors is shown the NUMA topology of its host only without it.",
    "remedy": "Set cpu_hot_add_enabled = false, or leave it out; give the server its processors while it is shut down.",
    "rationale": "Windows places the memory of a process near the processors that it runs on, if it can see which are near. With hot-add it sees one flat machine, and Exchange waits for memory of the other socket.",
    "decided": "From cpu_hot_add_enabled and num_cpus of the machine; hot-add is off unless it is switched on. vSphere 8 can be told through its API to show NUMA nodes all the same; no template does that.",
    "fix": {
      "set": "server.cpuHotAdd",
      "to": "false"
    },
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 16\n  memory   = 131072\n\n  cpu_hot_add_enabled = true\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 16\n  memory   = 131072\n\n  cpu_hot_add_enabled = false\n}\n"
      }
    },
    "sources": [
      {
        "title": "Microsoft Exchange Server on VMware vSphere",
        "url": "https://core.vmware.com/resource/microsoft-exchange-server-vmware-vsphere"
      },
      {
        "title": "Using virtual NUMA",
        "url": "https://docs.vmware.com/en/VMware-vSphere/6.5/com.vmware.vsphere.resmgmt.doc/GUID-17B629DE-75DF-4C23-B831-08107007FBB9.html"
      }
    ]
  },
  {
    "id": "EXCPU-27",
    "title": "Exchange servers do not run virtual machines of their own",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "vsphere",
      "hyper-v"
    ],
    "exchange": ">=2013",
    "when": "has(server.nestedVirtualization)",
    "require": "!server.nestedVirtualization",
    "evidence": "server.nestedVirtualization",
    "message": "{server.name} can run virtual machines of its own.",
    "undecided": "Whether {server.name} can run virtual machines of its own cannot be told.",
    "requirement": "A server that runs Exchange should do nothing else. Nested virtualization is there for a machine that is a hypervisor host, which is another role.",
    "remedy": "Leave nested_hv_enabled (vSphere) or expose_virtualization_extensions (Hyper-V) off. If Windows needs it for virtualization-based security on vSphere, set vbs_enabled = true as well.",
    "rationale": "Virtual machines inside the server take processor time and memory that its sizing gave to Exchange, and no counter of Exchange shows where they went.",
    "decided": "From the setting of the machine, which is off by default. On vSphere it does not count together with vbs_enabled, which needs it. The rule follows from the policy that a server is sized for Exchange; no page of Microsoft names the setting.",
    "fix": {
      "set": "server.nestedVirtualization",
      "to": "false"
    },
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  nested_hv_enabled = true\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  nested_hv_enabled = true\n  vbs_enabled       = true\n}\n"
      }
    },
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXHA-23",
    "title": "No two members of a DAG can end up on one host",
    "severity": "warning",
    "subject": "dag",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2010",
    "when": "size(dag.members) > 1",
    "require": "dag.membersSeparated",
    "evidence": "dag.membersSeparated",
    "message": "Members of {dag.name} can end up on one host: {dag.separationText}.",
    "undecided": "Whether members of {dag.name} can end up on one host cannot be told: {dag.separationText}.",
    "requirement": "Members of a DAG should not share a physical host. Microsoft and VMware recommend anti-affinity rules on a hypervisor; on Azure different zones, or the fault domains of an availability set, do the same.",
    "remedy": "Put the members into different availability zones or into one availability set with at least two fault domains; on vSphere add an anti-affinity rule that names all of them.",
    "rationale": "A DAG survives the loss of a server by holding copies on others. When one host carries two members, its failure takes both copies, and possibly the majority of votes.",
    "decided": "For every two members from zones, availability sets, dedicated hosts, pinned hosts, clusters, regions and anti-affinity rules. Members come from exvet.yaml, tags and installation scripts; otherwise mailbox servers that are deployed together are taken for a DAG, and the finding says so.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex0${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = \"1\"\n  tags  = { exchange-version = \"2019\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex0${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index + 1)\n  tags  = { exchange-version = \"2019\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n"
      }
    },
    "sources": [
      {
        "title": "Plan for high availability and site resilience",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/plan-ha"
      }
    ]
  },
  {
    "id": "EXHA-39",
    "title": "vSphere HA restarts Exchange servers early",
    "severity": "note",
    "subject": "server",
    "platforms": [
      "vsphere"
    ],
    "exchange": ">=2013",
    "when": "has(server.restartPriority)",
    "require": "!(server.restartPriority in ['disabled', 'lowest', 'low'])",
    "evidence": "server.restartPriority",
    "message": "vSphere HA restarts {server.name} with the priority {server.restartPriority}.",
    "levels": [
      {
        "when": "server.restartPriority == 'disabled'",
        "level": "note",
        "message": "vSphere HA does not restart {server.name} when its host fails."
      }
    ],
    "undecided": "With which priority vSphere HA restarts {server.name} cannot be told.",
    "requirement": "VMware recommends a high restart priority for Exchange servers, DAG members too, and rules that keep members apart rather than pinning them to hosts.",
    "remedy": "Set ha_vm_restart_priority = \"high\" in the vsphere_ha_vm_override of the machine, or remove the override.",
    "rationale": "After a host fails, the remaining DAG members carry its databases without a spare. The sooner the lost member is back, the shorter that lasts; a restart is a cold boot, which Exchange supports.",
    "decided": "From the vsphere_ha_vm_override of the machine, or else from its cluster when the template declares it; the cluster's default is medium.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n\nresource \"vsphere_ha_vm_override\" \"ex01\" {\n  compute_cluster_id     = \"domain-c8\"\n  virtual_machine_id     = vsphere_virtual_machine.ex01.id\n  ha_vm_restart_priority = \"disabled\"\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n\nresource \"vsphere_ha_vm_override\" \"ex01\" {\n  compute_cluster_id     = \"domain-c8\"\n  virtual_machine_id     = vsphere_virtual_machine.ex01.id\n  ha_vm_restart_priority = \"high\"\n}\n"
      }
    },
    "sources": [
      {
        "title": "Microsoft Exchange Server on VMware vSphere",
        "url": "https://core.vmware.com/resource/microsoft-exchange-server-vmware-vsphere"
      }
    ]
  },
  {
    "id": "EXMEM-10",
    "title": "All memory of an Exchange server on vSphere is reserved",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "vsphere"
    ],
    "exchange": ">=2013",
    "require": "server.memoryFullyReserved",
    "evidence": "server.memoryReservationMib",
    "message": "{server.name} has {server.memoryMib} MiB of memory, of which {server.memoryReservationMib} MiB are reserved.",
    "undecided": "Whether all memory of {server.name} is reserved cannot be told.",
    "requirement": "Exchange does not support memory that a hypervisor takes away from a running server, nor overcommitted memory. On vSphere only a reservation of all configured memory rules that out.",
    "remedy": "Set memory_reservation to the value of memory, and memory_reservation_locked_to_max = true to keep it there.",
    "rationale": "Without a full reservation the host may balloon, compress or swap memory that Exchange holds its database cache in. Exchange then pages, and its health tools report dynamic memory, which is unsupported.",
    "decided": "From memory and memory_reservation of the machine; the provider reserves nothing unless told to. A reservation of the resource pool does not count, as it belongs to all machines in it.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name                             = \"ex01\"\n  guest_id                         = \"windows2019srvNext_64Guest\"\n  num_cpus                         = 8\n  memory                           = 131072\n  memory_reservation               = 131072\n  memory_reservation_locked_to_max = true\n}\n"
      }
    },
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "Exchange Health Checker",
        "url": "https://microsoft.github.io/CSS-Exchange/Diagnostics/HealthChecker/"
      }
    ]
  },
  {
    "id": "EXMEM-12",
    "title": "An Exchange server has the memory that its version and roles need",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "require": "server.memoryMib >= server.memoryFloorMib",
    "levels": [
      {
        "when": "!server.memoryFloorIsMinimum",
        "level": "warning",
        "message": "{server.name} has {server.memoryMib} MiB of memory; Microsoft recommends at least {server.memoryFloorMib} MiB for its roles on Exchange {server.exchangeVersion}."
      }
    ],
    "evidence": "server.memoryMib",
    "message": "{server.name} has {server.memoryMib} MiB of memory; its roles on Exchange {server.exchangeVersion} need at least {server.memoryFloorMib} MiB.",
    "undecided": "Whether {server.name} has the memory that its version and roles need cannot be told.",
    "requirement": "Exchange 2013 and 2016 need at least 8 GB of memory with the Mailbox role and 4 GB as an Edge server (2013 also as a Client Access server). For Exchange 2019 and SE Microsoft recommends at least 128 GB with the Mailbox role and 64 GB as an Edge server.",
    "remedy": "Give the server more memory, or on Azure a larger size.",
    "rationale": "Exchange keeps its database cache in memory. With less than it is made for it reads from disk instead, and users wait.",
    "decided": "From the memory of the machine, on Azure by its size, and the version and roles of Exchange. Below a minimum it is an error, below a recommendation a warning.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name       = \"ex2016-01\"\n  guest_id   = \"windows9Server64Guest\"\n  num_cpus   = 4\n  memory     = 4096\n  annotation = \"Exchange 2016 mailbox server\"\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name       = \"ex2016-01\"\n  guest_id   = \"windows9Server64Guest\"\n  num_cpus   = 8\n  memory     = 65536\n  annotation = \"Exchange 2016 mailbox server\"\n}\n"
      }
    },
    "sources": [
      {
        "title": "Exchange Server system requirements",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/system-requirements"
      },
      {
        "title": "Exchange 2013 system requirements",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-system-requirements-exchange-2013-help"
      }
    ]
  },
  {
    "id": "EXNET-01",
    "title": "Exchange on Azure sends mail to the Internet through an SMTP relay only",
    "severity": "error",
    "subject": "network",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2013",
    "require": "!network.sendsByDns && network.smtpToInternet != 'open'",
    "levels": [
      {
        "when": "network.sendsByDns",
        "level": "error",
        "evidence": "network.sendsByDns",
        "message": "{network.server.name} has a send connector that looks up recipients in DNS and delivers to the Internet itself."
      },
      {
        "when": "network.hasRelay",
        "level": "warning",
        "message": "{network.server.name} has an SMTP relay, but nothing stops it from reaching the Internet on TCP 25: {network.decidedBy}."
      }
    ],
    "evidence": "network.smtpToInternet",
    "message": "{network.server.name} can reach the Internet on TCP 25, and no SMTP relay is declared: {network.decidedBy}.",
    "undecided": "Whether {network.server.name} can send mail straight to the Internet cannot be told.",
    "requirement": "From Azure virtual machines the only supported way to send mail to external domains is an SMTP relay (smart host) that delivers it to the Internet.",
    "remedy": "Deny outbound TCP 25 to the Internet in the network security group, allow it to the relay alone, and state the relay under `smtp.relays` in exvet.yaml.",
    "rationale": "Mail sent straight from Azure's addresses is blocked by the platform for most subscriptions and rejected by receivers for the rest, since those addresses have no standing of their own.",
    "decided": "From the effective outbound rules for TCP 25 of the network security groups at the interface and at the subnet; without any, everything is open. Relays come from exvet.yaml and from send connectors in scripts. With a relay and open rules it is a warning. A send connector with DNS routing is a violation whatever the rules say.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_subnet\" \"exchange\" {\n  name                 = \"exchange\"\n  virtual_network_name = \"prod\"\n  address_prefixes     = [\"10.0.1.0/24\"]\n}\n\nresource \"azurerm_network_interface\" \"ex01\" {\n  name = \"ex01-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.10\"\n  }\n}\n\nresource \"azurerm_network_security_group\" \"exchange\" {\n  name = \"exchange-nsg\"\n\n  security_rule {\n    name                       = \"smtp-out\"\n    priority                   = 100\n    direction                  = \"Outbound\"\n    access                     = \"Allow\"\n    protocol                   = \"Tcp\"\n    source_port_range          = \"*\"\n    source_address_prefix      = \"*\"\n    destination_port_range     = \"25\"\n    destination_address_prefix = \"Internet\"\n  }\n}\n\nresource \"azurerm_network_interface_security_group_association\" \"ex01\" {\n  network_interface_id      = azurerm_network_interface.ex01.id\n  network_security_group_id = azurerm_network_security_group.exchange.id\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name                  = \"ex01\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex01.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_subnet\" \"exchange\" {\n  name                 = \"exchange\"\n  virtual_network_name = \"prod\"\n  address_prefixes     = [\"10.0.1.0/24\"]\n}\n\nresource \"azurerm_network_interface\" \"ex01\" {\n  name = \"ex01-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.10\"\n  }\n}\n\nresource \"azurerm_network_security_group\" \"exchange\" {\n  name = \"exchange-nsg\"\n\n  security_rule {\n    name                       = \"no-smtp-out\"\n    priority                   = 100\n    direction                  = \"Outbound\"\n    access                     = \"Deny\"\n    protocol                   = \"Tcp\"\n    source_port_range          = \"*\"\n    source_address_prefix      = \"*\"\n    destination_port_range     = \"25\"\n    destination_address_prefix = \"Internet\"\n  }\n}\n\nresource \"azurerm_network_interface_security_group_association\" \"ex01\" {\n  network_interface_id      = azurerm_network_interface.ex01.id\n  network_security_group_id = azurerm_network_security_group.exchange.id\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name                  = \"ex01\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex01.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n"
      }
    },
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "Troubleshoot outbound SMTP connectivity in Azure",
        "url": "https://learn.microsoft.com/en-us/azure/virtual-network/troubleshoot-outbound-smtp-connectivity"
      }
    ]
  },
  {
    "id": "EXNET-27",
    "title": "Exchange servers on vSphere use VMXNET3 adapters",
    "severity": "warning",
    "subject": "network",
    "platforms": [
      "vsphere"
    ],
    "exchange": ">=2013",
    "when": "has(network.adapter)",
    "require": "!(network.adapter in ['e1000', 'e1000e', 'pcnet32', 'vmxnet', 'vmxnet2'])",
    "evidence": "network.adapter",
    "message": "{network.server.name} has an {network.adapter} network adapter.",
    "undecided": "Which network adapters {network.server.name} has cannot be told.",
    "requirement": "VMware recommends VMXNET3 adapters for Exchange; Microsoft's Health Checker warns of emulated ones.",
    "remedy": "Set adapter_type = \"vmxnet3\", or leave it out, and watch the adapter's receive buffers in Windows.",
    "rationale": "An emulated adapter costs processor time for each packet and loses packets under load, which the replication of a DAG and its heartbeats notice first.",
    "decided": "From adapter_type of every network_interface of the machine, which is vmxnet3 by default.",
    "fix": {
      "set": "network.adapter",
      "to": "vmxnet3"
    },
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  network_interface {\n    network_id   = \"network-7\"\n    adapter_type = \"e1000e\"\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  network_interface {\n    network_id = \"network-7\"\n  }\n}\n"
      }
    },
    "sources": [
      {
        "title": "Microsoft Exchange Server on VMware vSphere",
        "url": "https://core.vmware.com/resource/microsoft-exchange-server-vmware-vsphere"
      },
      {
        "title": "Exchange Health Checker",
        "url": "https://microsoft.github.io/CSS-Exchange/Diagnostics/HealthChecker/"
      }
    ]
  },
  {
    "id": "EXPLT-11",
    "title": "Exchange 2007 does not run on Azure virtual machines",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure",
      "asr"
    ],
    "exchange": "2007",
    "require": "false",
    "evidence": "server.exchangeVersion",
    "message": "{server.name} runs Exchange {server.exchangeVersion} on Azure.",
    "requirement": "Production use of Exchange 2007 on Azure virtual machines is not supported; Exchange 2013 is the first version that is.",
    "remedy": "Move to Exchange Server SE.",
    "rationale": "Exchange 2007 was never tested on Azure, and its own requirements (shared storage, the hypervisors that it names) cannot be met there.",
    "decided": "From the version that exvet.yaml, a tag, an installation script or a name tells for a machine on Azure.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E8s_v5\"\n  tags = { exchange-version = \"2007\", exchange-role = \"mailbox\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n"
      }
    },
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "Exchange Server supportability matrix",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/supportability-matrix"
      }
    ]
  },
  {
    "id": "EXPLT-36",
    "title": "The version of Exchange is in support",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "require": "server.supportEnds >= run.dateInOneYear",
    "levels": [
      {
        "when": "server.supportEnds >= run.date",
        "level": "warning",
        "message": "{server.name} runs Exchange {server.exchangeVersion}, whose support ends on {server.supportEnds}."
      }
    ],
    "evidence": "server.exchangeVersion",
    "message": "{server.name} runs Exchange {server.exchangeVersion}, whose support ended on {server.supportEnds}.",
    "undecided": "Whether the version of Exchange on {server.name} is in support cannot be told.",
    "requirement": "A version of Exchange is supported until its end of extended support: Exchange 2013 ended on 2023-04-11, Exchange 2016 and 2019 on 2025-10-14. Exchange Server SE follows the modern lifecycle.",
    "remedy": "Move to Exchange Server SE.",
    "rationale": "After that day there are no security updates. Exchange servers are attacked within days of a flaw becoming known, and Exchange Online throttles and blocks mail from servers that are out of support.",
    "decided": "From the version of Exchange and the day of the run. A warning in the last twelve months of support, an error after its end.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"2016\", exchange-role = \"mailbox\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n"
      }
    },
    "sources": [
      {
        "title": "Exchange Server supportability matrix",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/supportability-matrix"
      },
      {
        "title": "Exchange Server 2019 lifecycle",
        "url": "https://learn.microsoft.com/en-us/lifecycle/products/exchange-server-2019"
      }
    ]
  },
  {
    "id": "EXSNP-01",
    "title": "No snapshots or checkpoints of Exchange servers",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2007",
    "require": "!server.hasSnapshot",
    "evidence": "server.hasSnapshot",
    "message": "A snapshot of {server.name} is declared.",
    "undecided": "Whether a snapshot of {server.name} is declared cannot be told.",
    "requirement": "Taking a snapshot or checkpoint of a virtual machine that runs Exchange with the hypervisor is not supported.",
    "remedy": "Remove the snapshot, and protect Exchange with a DAG and with backups that know Exchange.",
    "rationale": "Snapshots know nothing of Exchange. Going back to one puts databases, Active Directory and the other members of a DAG out of step, and mail is lost or doubled.",
    "decided": "From snapshot resources that name the machine, and from checkpoints declared on it.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n\nresource \"vsphere_virtual_machine_snapshot\" \"before_update\" {\n  virtual_machine_uuid = vsphere_virtual_machine.ex01.uuid\n  snapshot_name        = \"before-update\"\n  description          = \"before the cumulative update\"\n  memory               = true\n  quiesce              = true\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n"
      }
    },
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXSNP-08",
    "title": "Nothing moves or restarts clustered Exchange 2007 servers by itself",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "vsphere",
      "hyper-v",
      "scvmm"
    ],
    "exchange": "2007",
    "when": "server.clustering in ['ccr', 'scc']",
    "require": "!server.restartedByCluster && !server.movedByCluster",
    "evidence": "server.restartedByCluster",
    "message": "{server.name} is a node of an Exchange 2007 cluster, and the cluster of its hosts restarts it elsewhere.",
    "levels": [
      {
        "when": "!server.restartedByCluster",
        "level": "error",
        "evidence": "server.movedByCluster",
        "message": "{server.name} is a node of an Exchange 2007 cluster, and the cluster of its hosts moves it by itself."
      }
    ],
    "undecided": "Whether the cluster of its hosts moves or restarts {server.name}, a node of an Exchange 2007 cluster, cannot be told.",
    "requirement": "Clustered mailbox servers of Exchange 2007 (CCR and SCC) are supported in virtual machines only when the hypervisor does not fail them over or move them automatically.",
    "remedy": "Exempt the machine: vsphere_ha_vm_override with ha_vm_restart_priority = \"disabled\", and vsphere_drs_vm_override with drs_enabled = false. Or use a cluster without them.",
    "rationale": "Exchange 2007 has its own cluster. Two clusters that both decide where a mailbox server runs act against each other, and a node that is moved under its own cluster loses data.",
    "decided": "From vSphere HA and DRS of the cluster and their overrides for the machine, and whether an SCVMM machine is highly available. A partially automated DRS counts too, as it chooses the host of every restart. State the clustering under servers in exvet.yaml. From Exchange 2013 on hypervisor clusters are supported.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_compute_cluster\" \"mail\" {\n  name          = \"mail\"\n  datacenter_id = \"datacenter-2\"\n  ha_enabled    = true\n}\n\nresource \"vsphere_virtual_machine\" \"ccr01\" {\n  name             = \"ccr01\"\n  guest_id         = \"winLonghorn64Guest\"\n  num_cpus         = 4\n  memory           = 16384\n  resource_pool_id = vsphere_compute_cluster.mail.resource_pool_id\n}\n",
        "config": "version: 1\nservers:\n  - match: \"vsphere_virtual_machine.ccr01\"\n    exchange: \"2007\"\n    clustering: ccr\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_compute_cluster\" \"mail\" {\n  name          = \"mail\"\n  datacenter_id = \"datacenter-2\"\n  ha_enabled    = true\n}\n\nresource \"vsphere_virtual_machine\" \"ccr01\" {\n  name             = \"ccr01\"\n  guest_id         = \"winLonghorn64Guest\"\n  num_cpus         = 4\n  memory           = 16384\n  resource_pool_id = vsphere_compute_cluster.mail.resource_pool_id\n}\n\nresource \"vsphere_ha_vm_override\" \"ccr01\" {\n  compute_cluster_id     = vsphere_compute_cluster.mail.id\n  virtual_machine_id     = vsphere_virtual_machine.ccr01.id\n  ha_vm_restart_priority = \"disabled\"\n}\n",
        "config": "version: 1\nservers:\n  - match: \"vsphere_virtual_machine.ccr01\"\n    exchange: \"2007\"\n    clustering: ccr\n"
      }
    },
    "sources": [
      {
        "title": "Support policies and recommendations for Exchange servers in hardware virtualization environments",
        "url": "https://learn.microsoft.com/en-us/previous-versions/office/exchange-server-2007-technical-articles/cc794548(v=exchg.80)"
      }
    ]
  },
  {
    "id": "EXSNP-09",
    "title": "Exchange 2007 servers are not moved by the hypervisor",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "vsphere",
      "hyper-v",
      "scvmm"
    ],
    "exchange": "2007",
    "require": "!server.restartedByCluster && !server.movedByCluster",
    "evidence": "server.restartedByCluster",
    "message": "The cluster of its hosts restarts {server.name}, an Exchange 2007 server, elsewhere.",
    "levels": [
      {
        "when": "!server.restartedByCluster",
        "level": "warning",
        "evidence": "server.movedByCluster",
        "message": "The cluster of its hosts moves {server.name}, an Exchange 2007 server, by itself."
      }
    ],
    "undecided": "Whether the cluster of its hosts moves or restarts {server.name}, an Exchange 2007 server, cannot be told.",
    "requirement": "Microsoft does not recommend to make Exchange 2007 available by moving its virtual machine between hosts.",
    "remedy": "Use the high availability of Exchange (CCR) instead, and exempt the machine from HA and DRS.",
    "rationale": "An unplanned failover of the virtual machine is a dirty shutdown: at about two log files a second, mail is lost that a second copy of the database would have kept.",
    "decided": "From vSphere HA and DRS of the cluster and their overrides for the machine, and whether an SCVMM machine is highly available. Later versions of Exchange may be moved.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_compute_cluster\" \"mail\" {\n  name                 = \"mail\"\n  datacenter_id        = \"datacenter-2\"\n  drs_enabled          = true\n  drs_automation_level = \"fullyAutomated\"\n}\n\nresource \"vsphere_virtual_machine\" \"ex01\" {\n  name             = \"ex2007-01\"\n  guest_id         = \"winLonghorn64Guest\"\n  num_cpus         = 4\n  memory           = 16384\n  resource_pool_id = vsphere_compute_cluster.mail.resource_pool_id\n  annotation       = \"Exchange 2007\"\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_compute_cluster\" \"mail\" {\n  name          = \"mail\"\n  datacenter_id = \"datacenter-2\"\n}\n\nresource \"vsphere_virtual_machine\" \"ex01\" {\n  name             = \"ex2007-01\"\n  guest_id         = \"winLonghorn64Guest\"\n  num_cpus         = 4\n  memory           = 16384\n  resource_pool_id = vsphere_compute_cluster.mail.resource_pool_id\n  annotation       = \"Exchange 2007\"\n}\n"
      }
    },
    "sources": [
      {
        "title": "Support policies and recommendations for Exchange servers in hardware virtualization environments",
        "url": "https://learn.microsoft.com/en-us/previous-versions/office/exchange-server-2007-technical-articles/cc794548(v=exchg.80)"
      }
    ]
  },
  {
    "id": "EXSNP-22",
    "title": "Exchange servers on Azure do not hibernate",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2013",
    "require": "!server.hibernationEnabled",
    "evidence": "server.hibernationEnabled",
    "message": "{server.name} has hibernation enabled, which saves and restores its state.",
    "undecided": "Whether {server.name} may hibernate cannot be told.",
    "requirement": "A virtual machine with Exchange must not save its state to disk and resume from it later. Hibernation of an Azure VM does exactly that.",
    "remedy": "Set hibernation_enabled = false (hibernationEnabled in ARM), or leave it out; deallocate the machine instead.",
    "rationale": "A resumed server carries on with what it knew when it was saved: a database copy, a lease or a DAG membership that is no longer its own. Exchange expects to boot.",
    "decided": "From additional_capabilities of the machine; hibernation is off unless it is switched on.",
    "fix": {
      "set": "server.hibernationEnabled",
      "to": "false"
    },
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E8s_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n\n  additional_capabilities {\n    hibernation_enabled = true\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E8s_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n"
      }
    },
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "Hibernation for Azure virtual machines",
        "url": "https://learn.microsoft.com/en-us/azure/virtual-machines/hibernate-resume"
      }
    ]
  },
  {
    "id": "EXSNP-25",
    "title": "No snapshot keeps the memory of an Exchange server on vSphere",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "vsphere"
    ],
    "exchange": ">=2013",
    "when": "has(server.snapshotWithMemory)",
    "require": "!server.snapshotWithMemory",
    "evidence": "server.snapshotWithMemory",
    "message": "A snapshot of {server.name} keeps its memory too, so that it can be resumed.",
    "undecided": "Whether a snapshot keeps the memory of {server.name} cannot be told.",
    "requirement": "Snapshots of Exchange servers are unsupported. One with memory is also a saved state, which an Exchange server must never be resumed from.",
    "remedy": "Remove the snapshot. To leave out the memory, or to quiesce the file systems, does not make it supported.",
    "rationale": "Going back to it brings a running server back into the past, with database handles, leases and a DAG membership that others have taken over since.",
    "decided": "From memory of vsphere_virtual_machine_snapshot resources that name the machine.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n\nresource \"vsphere_virtual_machine_snapshot\" \"before_update\" {\n  virtual_machine_uuid = vsphere_virtual_machine.ex01.uuid\n  snapshot_name        = \"before-update\"\n  description          = \"before the cumulative update\"\n  memory               = true\n  quiesce              = false\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n"
      }
    },
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXSNP-26",
    "title": "Exchange servers are not linked clones",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "vsphere"
    ],
    "exchange": ">=2013",
    "when": "has(server.linkedClone)",
    "require": "!server.linkedClone",
    "evidence": "server.linkedClone",
    "message": "{server.name} is a linked clone, whose disks are deltas on a snapshot of its template.",
    "undecided": "Whether {server.name} is a linked clone cannot be told.",
    "requirement": "Exchange is not supported on snapshots nor on disks that only hold differences to a parent. A linked clone lives on both for as long as it exists.",
    "remedy": "Set linked_clone = false, or leave it out, so that the template's disks are copied.",
    "rationale": "Every read goes through the chain down to the template, whose disks all its clones share. If the template or its snapshot is lost, so is the server.",
    "decided": "From linked_clone in the clone block of the machine, which is false by default.",
    "fix": {
      "set": "server.linkedClone",
      "to": "false"
    },
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  clone {\n    template_uuid = \"4215f7a2-8c1d-5b0e-9a43-6a1f4e2d7c90\"\n    linked_clone  = true\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  clone {\n    template_uuid = \"4215f7a2-8c1d-5b0e-9a43-6a1f4e2d7c90\"\n  }\n}\n"
      }
    },
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXSTO-07",
    "title": "Exchange data is on block storage, not on a file share",
    "severity": "error",
    "subject": "disk",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2007",
    "when": "disk.holdsExchangeData",
    "require": "disk.presentation == 'block'",
    "evidence": "disk.presentation",
    "message": "The file share {disk.name} holds Exchange {disk.holdsText} of {disk.server.name}.",
    "undecided": "Whether {disk.name}, which holds Exchange {disk.holdsText} of {disk.server.name}, is a block device or a file share cannot be told.",
    "requirement": "Every volume on which Exchange keeps databases, transaction logs or transport queues must be a block device to the server. A network share (NFS, SMB, Azure Files, NetApp volumes) is not supported.",
    "remedy": "Put the data on a virtual disk that is attached to the server, and give databases and logs paths on it.",
    "rationale": "The Exchange database engine orders its writes and relies on what a block device promises about them. A file protocol on the way may reorder, cache or retry them, and databases end up damaged.",
    "decided": "From the disks and mounted shares of the server. A share counts when an installation script names it as the path of a database or log.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_virtual_machine_extension\" \"databases\" {\n  name                 = \"create-databases\"\n  virtual_machine_id   = azurerm_windows_virtual_machine.ex01.id\n  publisher            = \"Microsoft.Compute\"\n  type                 = \"CustomScriptExtension\"\n  type_handler_version = \"1.10\"\n  settings = jsonencode({\n    commandToExecute = \"powershell New-MailboxDatabase -Server ex01 -Name DB01 -EdbFilePath \\\\\\\\filer\\\\exchange\\\\DB01.edb\"\n  })\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  name                 = \"ex01-db\"\n  storage_account_type = \"Premium_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 1024\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db.id\n  lun                = 0\n  caching            = \"None\"\n}\n"
      }
    },
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXSTO-08",
    "title": "The hypervisor does not keep Exchange data on NAS",
    "severity": "error",
    "subject": "disk",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2007",
    "when": "disk.holdsExchangeData && disk.presentation != 'file' && !(has(disk.netAppFiles) && disk.netAppFiles)",
    "require": "disk.backing != 'nas'",
    "evidence": "disk.backing",
    "message": "{disk.name} holds Exchange {disk.holdsText} of {disk.server.name} and is stored on an NFS datastore.",
    "undecided": "What kind of datastore {disk.name}, which holds Exchange {disk.holdsText} of {disk.server.name}, is stored on cannot be told.",
    "requirement": "A network-attached volume stays unsupported for Exchange data when the hypervisor shows it to the server as a disk: a virtual disk file on an NFS datastore is a NAS volume too.",
    "remedy": "Store the disk on a VMFS, vSAN or other block datastore.",
    "rationale": "The server sees a disk, but its blocks still travel over a file protocol, whose caching and retries Exchange has not been tested with.",
    "decided": "From the datastore that the disk is stored on, when the template declares it. A datastore that is only looked up does not tell its type; state it under `datastores` in exvet.yaml.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_nas_datastore\" \"nfs\" {\n  name            = \"nfs01\"\n  host_system_ids = [\"host-1\"]\n  type            = \"NFS\"\n  remote_hosts    = [\"10.0.0.5\"]\n  remote_path     = \"/export/vm\"\n}\n\nresource \"vsphere_virtual_machine\" \"ex01\" {\n  name         = \"ex01\"\n  guest_id     = \"windows2019srvNext_64Guest\"\n  num_cpus     = 8\n  memory       = 131072\n  datastore_id = vsphere_nas_datastore.nfs.id\n\n  disk {\n    label       = \"os\"\n    unit_number = 0\n    size        = 120\n  }\n\n  disk {\n    label       = \"db01\"\n    unit_number = 1\n    size        = 1000\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_vmfs_datastore\" \"san\" {\n  name           = \"san01\"\n  host_system_id = \"host-1\"\n  disks          = [\"naa.600\"]\n}\n\nresource \"vsphere_virtual_machine\" \"ex01\" {\n  name         = \"ex01\"\n  guest_id     = \"windows2019srvNext_64Guest\"\n  num_cpus     = 8\n  memory       = 131072\n  datastore_id = vsphere_vmfs_datastore.san.id\n\n  disk {\n    label       = \"os\"\n    unit_number = 0\n    size        = 120\n  }\n\n  disk {\n    label            = \"db01\"\n    unit_number      = 1\n    size             = 1000\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n}\n"
      }
    },
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXSTO-23",
    "title": "Exchange database and log volumes use Azure Premium Storage",
    "severity": "error",
    "subject": "disk",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2013",
    "when": "disk.holdsExchangeData && disk.presentation != 'file'",
    "require": "disk.tier in ['premium', 'premium-v2', 'ultra']",
    "evidence": "disk.sku",
    "message": "{disk.name} holds Exchange {disk.holdsText} of {disk.server.name} on {disk.sku}, which is not Premium Storage.",
    "undecided": "The storage type of {disk.name}, which holds Exchange {disk.holdsText} of {disk.server.name}, cannot be told.",
    "requirement": "On Azure virtual machines Exchange is supported only when every volume that holds databases, transaction logs or transport databases is on Azure Premium Storage.",
    "remedy": "Use Premium_LRS or Premium_ZRS, on a VM size that supports Premium Storage.",
    "rationale": "Standard disks give no lasting promise about latency. Exchange needs steady, low write latency for its transaction logs; where it is missing, databases fail over and mail queues up.",
    "decided": "From the SKU of each disk that holds Exchange data. Where nothing tells what a disk of an Exchange server holds, it counts; a server without data disks keeps its data on the OS disk. A disk without a SKU of its own, for instance one from an image, stays undecided.",
    "fix": {
      "set": "disk.sku",
      "to": "Premium_LRS",
      "when": "disk.server.premiumStorageCapable"
    },
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  name                 = \"ex01-db\"\n  storage_account_type = \"StandardSSD_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 1024\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db.id\n  lun                = 0\n  caching            = \"None\"\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  name                 = \"ex01-db\"\n  storage_account_type = \"Premium_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 1024\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db.id\n  lun                = 0\n  caching            = \"None\"\n}\n"
      }
    },
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "Azure managed disk types",
        "url": "https://learn.microsoft.com/en-us/azure/virtual-machines/disks-types"
      }
    ]
  },
  {
    "id": "EXSTO-41",
    "title": "The VM size of an Exchange server supports Premium Storage",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2013",
    "require": "server.premiumStorageCapable",
    "evidence": "server.size",
    "message": "{server.name} has the size {server.size}, to which Premium disks cannot be attached.",
    "undecided": "Whether Premium disks can be attached to {server.name}, of size {server.size}, cannot be told.",
    "requirement": "Exchange data on Azure must be on Premium Storage, and Premium disks attach only to VM sizes that support them, so an Exchange server needs such a size.",
    "remedy": "Choose a size with an 's' after its number, for instance Standard_E16s_v5.",
    "rationale": "On a size without Premium support the deployment fails, or the disks are made standard ones, on which Exchange is not supported.",
    "decided": "From the size's name, by a table of Azure's size families.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n"
      }
    },
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "Azure managed disk types",
        "url": "https://learn.microsoft.com/en-us/azure/virtual-machines/disks-types"
      }
    ]
  },
  {
    "id": "EXSTO-46",
    "title": "Exchange data on Azure VMware Solution is not on Azure NetApp Files",
    "severity": "error",
    "subject": "disk",
    "platforms": [
      "vsphere"
    ],
    "exchange": ">=2013",
    "when": "disk.holdsExchangeData && has(disk.netAppFiles)",
    "require": "!disk.netAppFiles",
    "evidence": "disk.backing",
    "message": "{disk.name} holds Exchange {disk.holdsText} of {disk.server.name} and is stored on an Azure NetApp Files volume.",
    "undecided": "Whether {disk.name}, which holds Exchange {disk.holdsText} of {disk.server.name}, is stored on Azure NetApp Files cannot be told.",
    "requirement": "A network-attached volume is unsupported for Exchange data also when the hypervisor shows it to the server as a disk. Azure VMware Solution attaches Azure NetApp Files volumes as NFS datastores.",
    "remedy": "Store the disk on the vSAN datastore of the private cloud, or on an iSCSI datastore such as Elastic SAN.",
    "rationale": "The server sees a disk, but its blocks still travel over a file protocol, whose caching and retries Exchange has not been tested with.",
    "decided": "From the volumes that the same deployment attaches to the private cloud, when a datastore of that name is looked up. Where the attachment is elsewhere, state the type of the datastore under datastores in exvet.yaml. The rule follows from the support policy for network-attached storage, which does not name the service.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_vmware_netapp_volume_attachment\" \"mail\" {\n  name              = \"anf-mail\"\n  netapp_volume_id  = \"/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.NetApp/netAppAccounts/a/capacityPools/p/volumes/mail\"\n  vmware_cluster_id = \"/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.AVS/privateClouds/avs/clusters/Cluster-1\"\n}\n\ndata \"vsphere_datastore\" \"mail\" {\n  name = \"anf-mail\"\n}\n\nresource \"vsphere_virtual_machine\" \"ex01\" {\n  name         = \"ex01\"\n  guest_id     = \"windows2019srvNext_64Guest\"\n  num_cpus     = 8\n  memory       = 131072\n  datastore_id = data.vsphere_datastore.mail.id\n\n  disk {\n    label = \"os\"\n    size  = 200\n  }\n\n  disk {\n    label       = \"db01\"\n    unit_number = 1\n    size        = 1000\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_vmware_netapp_volume_attachment\" \"mail\" {\n  name              = \"anf-mail\"\n  netapp_volume_id  = \"/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.NetApp/netAppAccounts/a/capacityPools/p/volumes/mail\"\n  vmware_cluster_id = \"/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.AVS/privateClouds/avs/clusters/Cluster-1\"\n}\n\ndata \"vsphere_datastore\" \"mail\" {\n  name = \"vsanDatastore\"\n}\n\nresource \"vsphere_virtual_machine\" \"ex01\" {\n  name         = \"ex01\"\n  guest_id     = \"windows2019srvNext_64Guest\"\n  num_cpus     = 8\n  memory       = 131072\n  datastore_id = data.vsphere_datastore.mail.id\n\n  disk {\n    label = \"os\"\n    size  = 200\n  }\n\n  disk {\n    label       = \"db01\"\n    unit_number = 1\n    size        = 1000\n  }\n}\n"
      }
    },
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "Attach Azure NetApp Files datastores to Azure VMware Solution hosts",
        "url": "https://learn.microsoft.com/en-us/azure/azure-vmware/attach-azure-netapp-files-to-azure-vmware-solution-hosts"
      }
    ]
  },
  {
    "id": "EXSTO-48",
    "title": "Exchange data on vSphere is on thick disks",
    "severity": "warning",
    "subject": "disk",
    "platforms": [
      "vsphere"
    ],
    "exchange": ">=2007",
    "when": "disk.holdsExchangeData && disk.presentation != 'file'",
    "require": "disk.provisioning != 'thin'",
    "levels": [
      {
        "when": "run.strict",
        "level": "error"
      }
    ],
    "evidence": "disk.provisioning",
    "message": "{disk.name} holds Exchange {disk.holdsText} of {disk.server.name} and is thin-provisioned.",
    "undecided": "How {disk.name}, which holds Exchange {disk.holdsText} of {disk.server.name}, takes its space cannot be told.",
    "requirement": "The kinds of virtual disk that Microsoft names for Exchange are fixed-size ones, and on Hyper-V also dynamic VHDX. Thin VMDKs are not named; VMware recommends thick, eagerly zeroed disks for Exchange.",
    "remedy": "Set thin_provisioned = false and eagerly_scrub = true.",
    "rationale": "A thin disk takes its space while Exchange writes. When the datastore is full, databases dismount at once, whatever free space the server sees; and the first write to each block is slower.",
    "decided": "From thin_provisioned and eagerly_scrub of the disk; vSphere's provider makes a disk thin unless told otherwise. Disks that come from a template or an OVF stay undecided. An error with `strict: true`.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  disk {\n    label       = \"os\"\n    unit_number = 0\n    size        = 120\n  }\n\n  disk {\n    label       = \"db01\"\n    unit_number = 1\n    size        = 1000\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  disk {\n    label       = \"os\"\n    unit_number = 0\n    size        = 120\n  }\n\n  disk {\n    label            = \"db01\"\n    unit_number      = 1\n    size             = 1000\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n}\n"
      }
    },
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "vsphere_virtual_machine: disk options",
        "url": "https://registry.terraform.io/providers/hashicorp/vsphere/latest/docs/resources/virtual_machine"
      }
    ]
  },
  {
    "id": "EXSTO-49",
    "title": "Data disks of Exchange servers on vSphere use several paravirtual adapters",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "vsphere"
    ],
    "exchange": ">=2013",
    "when": "has(server.dataDiskController)",
    "require": "server.dataDiskController in ['pvscsi', 'nvme'] && server.dataDisksOnOneController <= 4",
    "evidence": "server.dataDiskController",
    "message": "{server.name} has data disks on a {server.dataDiskController} controller.",
    "levels": [
      {
        "when": "server.dataDiskController in ['pvscsi', 'nvme']",
        "level": "warning",
        "evidence": "server.dataDisksOnOneController",
        "message": "{server.name} has {server.dataDisksOnOneController} data disks on one controller."
      }
    ],
    "undecided": "Which controllers the data disks of {server.name} are on cannot be told.",
    "requirement": "VMware recommends VMware Paravirtual SCSI (PVSCSI) adapters for the disks of Exchange databases and logs, and to spread the disks over several of them, up to four.",
    "remedy": "Use scsi_type = \"pvscsi\" with scsi_controller_count = 4, and unit numbers on several controllers: 15 to 29 are on the second, 30 to 44 on the third, 45 to 59 on the fourth.",
    "rationale": "An emulated controller costs processor time for each operation and queues few of them. An adapter's queue is as long as those of four disks, so that busy databases on one adapter wait for each other.",
    "decided": "From controller_type and unit_number of the disks and scsi_type of the machine, which is pvscsi by default. An NVMe controller counts as good. More than four data disks on one controller count as too many: the queue of a PVSCSI adapter is 254 deep, that of a disk 64.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n  scsi_type = \"lsilogic-sas\"\n\n  disk {\n    label = \"os\"\n    size  = 200\n  }\n\n  disk {\n    label       = \"db01\"\n    unit_number = 1\n    size        = 1000\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n  scsi_controller_count = 4\n\n  disk {\n    label = \"os\"\n    size  = 200\n  }\n\n  disk {\n    label       = \"db01\"\n    unit_number = 15\n    size        = 1000\n  }\n\n  disk {\n    label       = \"db02\"\n    unit_number = 16\n    size        = 1000\n  }\n\n  disk {\n    label       = \"db03\"\n    unit_number = 30\n    size        = 1000\n  }\n\n  disk {\n    label       = \"db04\"\n    unit_number = 31\n    size        = 1000\n  }\n\n  disk {\n    label       = \"db05\"\n    unit_number = 45\n    size        = 1000\n  }\n\n  disk {\n    label       = \"db06\"\n    unit_number = 46\n    size        = 1000\n  }\n}\n"
      }
    },
    "sources": [
      {
        "title": "Microsoft Exchange Server on VMware vSphere",
        "url": "https://core.vmware.com/resource/microsoft-exchange-server-vmware-vsphere"
      }
    ]
  },
  {
    "id": "EXSTO-50",
    "title": "Disks of Exchange servers keep what is written to them",
    "severity": "error",
    "subject": "disk",
    "platforms": [
      "vsphere"
    ],
    "when": "has(disk.mode)",
    "require": "disk.mode in ['persistent', 'independent_persistent']",
    "evidence": "disk.mode",
    "message": "{disk.name} of {disk.server.name} has the mode {disk.mode}, which does not keep what is written.",
    "undecided": "Whether {disk.name} of {disk.server.name} keeps what is written to it cannot be told.",
    "requirement": "What Exchange writes must stay written. A disk that discards its changes, or keeps them in a redo log until someone decides, is like the undo disks that Microsoft never supported for Exchange.",
    "remedy": "Set disk_mode = \"persistent\" or \"independent_persistent\".",
    "rationale": "After the next power-off the disk is as it was before. Databases, logs and the cluster's own notes then contradict each other and the rest of the organisation.",
    "decided": "From disk_mode of each disk, which is persistent by default. An independent persistent disk only stays out of snapshots. The rule carries the ban of undo disks over to vSphere.",
    "fix": {
      "set": "disk.mode",
      "to": "persistent"
    },
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  disk {\n    label = \"os\"\n    size  = 200\n  }\n\n  disk {\n    label       = \"db01\"\n    unit_number = 1\n    size        = 1000\n    disk_mode   = \"independent_nonpersistent\"\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  disk {\n    label = \"os\"\n    size  = 200\n  }\n\n  disk {\n    label       = \"db01\"\n    unit_number = 1\n    size        = 1000\n    disk_mode   = \"independent_persistent\"\n  }\n}\n"
      }
    },
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "Support policies and recommendations for Exchange servers in hardware virtualization environments",
        "url": "https://learn.microsoft.com/en-us/previous-versions/office/exchange-server-2007-technical-articles/cc794548(v=exchg.80)"
      }
    ]
  },
  {
    "id": "EXSTO-53",
    "title": "Storage under Exchange data that removes duplicates is the vendor's to support",
    "severity": "note",
    "subject": "disk",
    "platforms": [
      "vsphere"
    ],
    "exchange": ">=2013",
    "when": "disk.holdsExchangeData && has(disk.deduplicated)",
    "require": "!disk.deduplicated",
    "evidence": "disk.deduplicated",
    "message": "{disk.name} holds Exchange {disk.holdsText} of {disk.server.name} on a vSAN that removes duplicate blocks.",
    "undecided": "Whether {disk.name}, which holds Exchange {disk.holdsText} of {disk.server.name}, is on storage that removes duplicate blocks cannot be told.",
    "requirement": "Deduplication by Windows is unsupported for the files of Exchange databases, transport and indexes. What the storage under the disk does is for its vendor to support.",
    "remedy": "Ask VMware whether the vSAN is sized for Exchange with deduplication, or put the data on a vSAN without it.",
    "rationale": "Exchange databases hold few equal blocks. Looking for them costs latency on every write and brings back little space.",
    "decided": "From vsan_dedup_enabled of the cluster that the machine runs in, for disks on its vSAN datastore. Deduplication inside Windows shows in no template.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_compute_cluster\" \"mail\" {\n  name               = \"mail\"\n  datacenter_id      = \"datacenter-2\"\n  vsan_enabled       = true\n  vsan_dedup_enabled = true\n}\n\ndata \"vsphere_datastore\" \"vsan\" {\n  name = \"vsanDatastore\"\n}\n\nresource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n  resource_pool_id = vsphere_compute_cluster.mail.resource_pool_id\n  datastore_id     = data.vsphere_datastore.vsan.id\n\n  disk {\n    label = \"os\"\n    size  = 200\n  }\n\n  disk {\n    label       = \"db01\"\n    unit_number = 1\n    size        = 1000\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_compute_cluster\" \"mail\" {\n  name          = \"mail\"\n  datacenter_id = \"datacenter-2\"\n  vsan_enabled  = true\n}\n\ndata \"vsphere_datastore\" \"vsan\" {\n  name = \"vsanDatastore\"\n}\n\nresource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n  resource_pool_id = vsphere_compute_cluster.mail.resource_pool_id\n  datastore_id     = data.vsphere_datastore.vsan.id\n\n  disk {\n    label = \"os\"\n    size  = 200\n  }\n\n  disk {\n    label       = \"db01\"\n    unit_number = 1\n    size        = 1000\n  }\n}\n"
      }
    },
    "sources": [
      {
        "title": "Exchange Server storage configuration options",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/deployment-ref/storage-configuration"
      }
    ]
  }
];
