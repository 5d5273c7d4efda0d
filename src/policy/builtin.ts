// biome-ignore-all format: written by scripts/compile-policies.mjs from policies/*.yaml
import type { Policy } from './policy.ts';

/** The policies that exvet brings along, by id, without their texts. They are checked when exvet is tested, not when it runs. */
export const BUILTIN_POLICIES: readonly Policy[] = [
  {
    "id": "EXCPU-01",
    "title": "At most two virtual processors run on each physical core of the host",
    "severity": "error",
    "subject": "host",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "require": "!(host.leastVcpus > 2 * host.usableCores) && host.vcpus <= 2 * host.usableCores",
    "evidence": "host.leastVcpus",
    "message": "{host.name} runs {host.leastVcpus} virtual processors on {host.usableCores} usable cores: more than two for each.",
    "undecided": "Whether {host.name} runs more than two virtual processors on each core cannot be told.",
    "requirement": "The virtual processors of all machines on a host together must not exceed twice the number of its physical cores. The text of the 2019 policy also holds for SE, which has the same requirements.",
    "remedy": "Take processors away, move machines to other hosts, or add hosts.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "HealthChecker, hyper-threading",
        "url": "https://microsoft.github.io/CSS-Exchange/Diagnostics/HealthChecker/HyperThreadingCheck/"
      }
    ]
  },
  {
    "id": "EXCPU-02",
    "title": "One virtual processor runs on each physical core of the host",
    "severity": "warning",
    "subject": "host",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "when": "host.leastVcpus + host.hostVcpusTogether <= 2 * host.usableCores",
    "require": "!(host.leastVcpus + host.hostVcpusTogether > host.usableCores) && host.vcpus + host.hostVcpusTogether <= host.usableCores",
    "evidence": "host.leastVcpus",
    "message": "{host.name} runs {host.leastVcpus} virtual processors and {host.hostVcpusTogether} of its own on {host.usableCores} usable cores: more than one for each.",
    "undecided": "Whether {host.name} runs more than one virtual processor on each core cannot be told.",
    "requirement": "A ratio of one virtual processor for each physical core is recommended, with what the host itself uses counted; up to two are supported.",
    "remedy": "Plan one core for each virtual processor.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "Exchange 2013 sizing and configuration recommendations",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-sizing-and-configuration-recommendations-exchange-2013-help"
      }
    ]
  },
  {
    "id": "EXCPU-03",
    "title": "Exchange 2007 and 2010: at most two virtual processors run on each physical core of the host",
    "severity": "error",
    "subject": "host",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2007 || 2010",
    "require": "!(host.leastVcpus > 2 * host.usableCores) && host.vcpus <= 2 * host.usableCores",
    "evidence": "host.leastVcpus",
    "message": "{host.name} runs {host.leastVcpus} virtual processors on {host.usableCores} usable cores: more than two for each.",
    "undecided": "Whether {host.name} runs more than two virtual processors on each core cannot be told.",
    "requirement": "The policy for Exchange 2007 limits the ratio to two to one, in one place against logical processors, in another against physical cores. exvet takes the stricter, physical cores, and holds Exchange 2010 to the same.",
    "remedy": "Take processors away, move machines to other hosts, or add hosts.",
    "sources": [
      {
        "title": "Exchange 2013 virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-virtualization-exchange-2013-help"
      }
    ]
  },
  {
    "id": "EXCPU-04",
    "title": "The host's own share counts in the ratio of virtual processors to cores",
    "severity": "warning",
    "subject": "host",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2007",
    "when": "host.reservedVcpus <= 2 && host.leastVcpus <= 2 * host.usableCores",
    "require": "!(host.leastVcpus + host.hostVcpusTogether > 2 * host.usableCores) && host.vcpus + host.hostVcpusTogether <= 2 * host.usableCores",
    "levels": [
      {
        "when": "run.strict",
        "level": "error"
      }
    ],
    "evidence": "host.leastVcpus",
    "message": "{host.name} runs {host.leastVcpus} virtual processors and {host.hostVcpusTogether} of its own on {host.usableCores} usable cores: with the host's share more than two for each.",
    "undecided": "Whether {host.name} with its own share runs more than two virtual processors on each core cannot be told.",
    "requirement": "The limit of two virtual processors for each core includes what the host itself uses, for which two processors are the baseline. Microsoft's own example of eight cores grants all sixteen to the guests, so exvet warns, and reports an error in strict mode.",
    "remedy": "Leave room for two virtual processors for each host.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXCPU-05",
    "title": "A host that uses more than two processors itself leaves fewer to its guests",
    "severity": "warning",
    "subject": "host",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2007",
    "when": "host.reservedVcpus > 2 && host.leastVcpus <= 2 * host.usableCores",
    "require": "!(host.leastVcpus + host.hostVcpusTogether > 2 * host.usableCores) && host.vcpus + host.hostVcpusTogether <= 2 * host.usableCores",
    "evidence": "host.leastVcpus",
    "message": "{host.name} uses {host.reservedVcpus} processors itself; with the {host.leastVcpus} of its machines that is more than two for each of {host.usableCores} usable cores.",
    "undecided": "Whether {host.name} with what it uses itself runs more than two virtual processors on each core cannot be told.",
    "requirement": "When monitoring shows that the host uses more than two processors, the processors of the guests must be reduced until all together stay within two for each core.",
    "remedy": "Take processors away from guests, or move some to another host.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXCPU-07",
    "title": "Exchange 2003 has one processor",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2003",
    "require": "server.vcpus == 1",
    "evidence": "server.vcpus",
    "message": "{server.name} runs Exchange 2003 with {server.vcpus} virtual processors.",
    "undecided": "How many processors {server.name} has cannot be told.",
    "requirement": "A virtual machine with Exchange 2003 has exactly one processor, and is sized so that one carries the load.",
    "remedy": "Move to Exchange Server SE.",
    "sources": [
      {
        "title": "Exchange 2013 virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-virtualization-exchange-2013-help"
      }
    ]
  },
  {
    "id": "EXCPU-08",
    "title": "The hypervisor's processor controls stay at their defaults",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2007",
    "when": "has(server.cpuControlsChanged)",
    "require": "!server.cpuControlsChanged",
    "evidence": "server.cpuControlsChanged",
    "message": "The processor reserve, weight or shares of {server.name} differ from the default.",
    "undecided": "Whether the processor controls of {server.name} differ from the default cannot be told.",
    "requirement": "Reserve, limit and weight of processors normally stay at their defaults; the vendor's advice comes before a change.",
    "remedy": "Take the setting out, or keep it with a suppression that names the vendor's advice.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "Exchange 2013 virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-virtualization-exchange-2013-help"
      }
    ]
  },
  {
    "id": "EXCPU-21",
    "title": "The server has no more processors than Microsoft recommends for its version",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "require": "server.vcpus <= server.vcpuCeiling",
    "evidence": "server.vcpus",
    "message": "{server.name} has {server.vcpus} processors; at most {server.vcpuCeiling} are recommended for Exchange {server.exchangeVersion}.",
    "undecided": "Whether {server.name} has more processors than recommended cannot be told.",
    "requirement": "At most 24 processor cores are recommended for a server with Exchange 2013 or 2016, and 48 for Exchange 2019 and SE.",
    "remedy": "Spread the mailboxes over more servers of moderate size.",
    "sources": [
      {
        "title": "HealthChecker, processors",
        "url": "https://microsoft.github.io/CSS-Exchange/Diagnostics/HealthChecker/ProcessorCheck/"
      },
      {
        "title": "Preferred architecture",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/deployment-ref/preferred-architecture-2019"
      }
    ]
  },
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
    "fix": {
      "set": "server.cpuHotAdd",
      "to": "false"
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
    "id": "EXCPU-24",
    "title": "Nothing caps the processors of the server",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "require": "(!has(server.cpuLimited) || !server.cpuLimited) && (!has(server.burstable) || !server.burstable)",
    "levels": [
      {
        "when": "has(server.burstable) && server.burstable",
        "level": "warning",
        "evidence": "server.size",
        "message": "{server.name} has the burstable size {server.size}, which is slowed down when its credits are used up."
      }
    ],
    "evidence": "server.cpuLimited",
    "message": "{server.name} cannot use all of its processors: the hypervisor limits them.",
    "undecided": "Whether the processors of {server.name} are capped cannot be told.",
    "requirement": "Exchange must get the performance that its sizing asks for; a processor limit or a size that is throttled cannot guarantee it.",
    "remedy": "Take the limit out; on Azure use a size that is not burstable (not the B series).",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXCPU-26",
    "title": "The site has one global catalog core for eight mailbox server cores",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "when": "has(server.mailboxVcpusOfSite)",
    "require": "server.globalCatalogCores * 8 >= server.mailboxVcpusOfSite",
    "evidence": "server.vcpus",
    "message": "The mailbox servers have {server.mailboxVcpusOfSite} processors together, but the global catalog servers of the site have {server.globalCatalogCores}: one for eight is recommended.",
    "undecided": "Whether the global catalog servers of the site suffice for the mailbox servers cannot be told.",
    "requirement": "One core of a 64-bit global catalog server is recommended for every eight cores of mailbox servers in the site.",
    "remedy": "Give the domain controllers more processors, or add one.",
    "sources": [
      {
        "title": "Exchange 2013 sizing and configuration recommendations",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-sizing-and-configuration-recommendations-exchange-2013-help"
      },
      {
        "title": "Exchange Health Checker",
        "url": "https://microsoft.github.io/CSS-Exchange/Diagnostics/HealthChecker/"
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
    "fix": {
      "set": "server.nestedVirtualization",
      "to": "false"
    },
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXHA-01",
    "title": "Exchange 2003 is not clustered",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2003",
    "require": "server.clustering == 'none'",
    "evidence": "server.clustering",
    "message": "{server.name} runs Exchange 2003 in a failover cluster ({server.clustering}).",
    "undecided": "Whether {server.name} is in a failover cluster is not stated.",
    "requirement": "Exchange 2003 in a virtual machine must be a stand-alone server, and not part of a Windows failover cluster.",
    "remedy": "Move to Exchange Server SE.",
    "sources": [
      {
        "title": "Exchange 2013 virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-virtualization-exchange-2013-help"
      }
    ]
  },
  {
    "id": "EXHA-03",
    "title": "Nodes of an Exchange 2007 cluster run on different hosts",
    "severity": "error",
    "subject": "dag",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2007",
    "when": "size(dag.members) > 1 && dag.members.exists(member, member.clustering == 'ccr' || member.clustering == 'scc')",
    "require": "dag.membersSeparated",
    "evidence": "dag.membersSeparated",
    "message": "Clustered Exchange 2007 servers can end up on one host: {dag.separationText}.",
    "undecided": "Whether clustered Exchange 2007 servers can end up on one host cannot be told: {dag.separationText}.",
    "requirement": "Each virtual machine that is a node of a CCR or SCC cluster must run on a different physical host.",
    "remedy": "Add a rule that keeps the nodes on different hosts.",
    "sources": [
      {
        "title": "Exchange 2013 virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-virtualization-exchange-2013-help"
      }
    ]
  },
  {
    "id": "EXHA-04",
    "title": "Nodes of an Exchange 2007 cluster are sized alike",
    "severity": "warning",
    "subject": "dag",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2007",
    "when": "dag.members.exists(member, member.clustering == 'ccr' || member.clustering == 'scc')",
    "require": "dag.sizesAlike",
    "evidence": "dag.sizesAlike",
    "message": "The nodes of the Exchange 2007 cluster differ in processors or memory.",
    "undecided": "Whether the nodes of the Exchange 2007 cluster are sized alike cannot be told.",
    "requirement": "CCR and SCC may mix physical and virtual nodes, but every node must carry the whole load during an outage.",
    "remedy": "Give the nodes the same processors and memory.",
    "sources": [
      {
        "title": "Exchange 2013 virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-virtualization-exchange-2013-help"
      }
    ]
  },
  {
    "id": "EXHA-06",
    "title": "Exchange 2007 is made highly available by Exchange, not by the hypervisor",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2007",
    "when": "has(server.restartedByCluster) && server.restartedByCluster",
    "require": "server.clustering != 'none'",
    "evidence": "server.restartedByCluster",
    "message": "{server.name} relies on the hypervisor for its availability.",
    "undecided": "Whether {server.name} relies on the hypervisor for its availability cannot be told.",
    "requirement": "Exchange's own high availability (CCR) is preferred over clustering of the hypervisor: it watches Exchange itself, keeps two copies of the data and needs no shared storage.",
    "remedy": "Use CCR, or move to a version with database availability groups.",
    "sources": [
      {
        "title": "Exchange 2013 virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-virtualization-exchange-2013-help"
      }
    ]
  },
  {
    "id": "EXHA-07",
    "title": "Exchange 2007 servers with large mailboxes use CCR",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2007",
    "when": "server.mailboxSize >= 1",
    "require": "server.clustering == 'ccr'",
    "evidence": "server.mailboxSize",
    "message": "{server.name} holds mailboxes of {server.mailboxSize} GB without CCR.",
    "undecided": "Whether {server.name} holds mailboxes that need CCR is not stated.",
    "requirement": "Mailboxes of about 1 GB and more need CCR or a hardware snapshot provider, and the latter is not to be had in a virtual machine.",
    "remedy": "Use CCR, or move to a version with database availability groups.",
    "sources": [
      {
        "title": "Exchange 2013 virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-virtualization-exchange-2013-help"
      }
    ]
  },
  {
    "id": "EXHA-20",
    "title": "A DAG has at most 16 members",
    "severity": "error",
    "subject": "dag",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2010",
    "when": "dag.certain",
    "require": "dag.memberCount <= 16",
    "evidence": "dag.memberCount",
    "message": "{dag.name} has {dag.memberCount} members.",
    "undecided": "How many members {dag.name} has cannot be told.",
    "requirement": "A database availability group has at most 16 members.",
    "remedy": "Form several DAGs.",
    "sources": [
      {
        "title": "Database availability groups",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/database-availability-groups/database-availability-groups"
      }
    ]
  },
  {
    "id": "EXHA-21",
    "title": "All members of a DAG run the same Windows Server version",
    "severity": "error",
    "subject": "dag",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2010",
    "when": "dag.certain",
    "require": "dag.windowsAlike",
    "evidence": "dag.windowsAlike",
    "message": "The members of {dag.name} run different releases of Windows Server.",
    "undecided": "Whether the members of {dag.name} run the same release of Windows Server cannot be told.",
    "requirement": "All members of one DAG must run the same version of Windows Server.",
    "remedy": "Use one image for all members.",
    "sources": [
      {
        "title": "Plan for high availability and site resilience",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/plan-ha"
      }
    ]
  },
  {
    "id": "EXHA-22",
    "title": "All members of a DAG run the same version of Exchange",
    "severity": "error",
    "subject": "dag",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2010",
    "when": "dag.certain",
    "require": "dag.exchangeAlike",
    "evidence": "dag.exchangeAlike",
    "message": "The members of {dag.name} run different versions of Exchange.",
    "undecided": "Whether the members of {dag.name} run the same version of Exchange cannot be told.",
    "requirement": "All members of one DAG must run the same version of Exchange.",
    "remedy": "Form a DAG of the new version and move the mailboxes.",
    "sources": [
      {
        "title": "Database availability groups",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/database-availability-groups/database-availability-groups"
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
    "remedy": "On Azure put the members into different availability zones, or into one availability set with at least two fault domains; on Azure Local into different zones. On vSphere add an anti-affinity rule that names all of them, and take out a rule that keeps them together; with SCVMM put them into one availability set. On Hyper-V put them on different hosts.",
    "sources": [
      {
        "title": "Plan for high availability and site resilience",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/plan-ha"
      }
    ]
  },
  {
    "id": "EXHA-24",
    "title": "The availability set of a DAG has fault domains and is aligned",
    "severity": "warning",
    "subject": "dag",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2013",
    "when": "has(dag.faultDomains)",
    "require": "dag.faultDomains >= 2 && dag.availabilitySetsManaged",
    "levels": [
      {
        "when": "dag.faultDomains < 2",
        "level": "warning"
      },
      {
        "when": "!dag.availabilitySetsManaged",
        "level": "warning",
        "evidence": "dag.availabilitySetsManaged",
        "message": "An availability set of members of {dag.name} is a classic one: the disks of its members may share a storage unit."
      }
    ],
    "evidence": "dag.faultDomains",
    "message": "An availability set of members of {dag.name} has {dag.faultDomains} fault domain: it keeps none of them apart.",
    "undecided": "Whether the availability sets of the members of {dag.name} have several fault domains and are aligned cannot be told.",
    "requirement": "Members of a DAG that share an availability set should be spread over at least two fault domains, and the set should be an aligned one, which spreads the managed disks as well.",
    "remedy": "Set platform_fault_domain_count to 2 or 3 and managed = true (sku Aligned in ARM and Bicep), or put the members into different zones.",
    "sources": [
      {
        "title": "Availability sets overview",
        "url": "https://learn.microsoft.com/en-us/azure/virtual-machines/availability-set-overview"
      },
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXHA-25",
    "title": "A DAG with an even number of members has a witness",
    "severity": "error",
    "subject": "dag",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2010",
    "when": "dag.certain && dag.evenMembers",
    "require": "dag.witness != 'none'",
    "evidence": "dag.witness",
    "message": "{dag.name} has {dag.memberCount} members and no witness server.",
    "undecided": "Whether {dag.name}, which has an even number of members, has a witness is not stated.",
    "requirement": "A DAG with an even number of members needs a witness server, whose vote makes a majority possible.",
    "remedy": "Name a file share witness outside the DAG.",
    "sources": [
      {
        "title": "Plan for high availability and site resilience",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/plan-ha"
      },
      {
        "title": "Manage database availability groups",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/manage-ha/manage-dags"
      }
    ]
  },
  {
    "id": "EXHA-26",
    "title": "The witness of a DAG is not one of its members, nor a DFS share",
    "severity": "error",
    "subject": "dag",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2010",
    "when": "dag.certain && dag.evenMembers && dag.witness != 'none' && dag.witness != 'azure-storage'",
    "require": "!dag.witnessIsMember && dag.witness != 'dfs-share'",
    "levels": [
      {
        "when": "dag.witness == 'dfs-share'",
        "level": "error",
        "evidence": "dag.witness",
        "message": "The witness of {dag.name} is a DFS share, which is not supported."
      }
    ],
    "evidence": "dag.witnessIsMember",
    "message": "The witness of {dag.name} is one of its own members.",
    "undecided": "Whether the witness of {dag.name} is outside the DAG is not stated.",
    "requirement": "The witness server is not a member of the DAG, is in the same forest and runs Windows Server 2008 or later. One server may be the witness of several DAGs with a folder for each; a DFS share is not supported.",
    "remedy": "Put the witness on a file server outside the DAG.",
    "sources": [
      {
        "title": "Manage database availability groups",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/manage-ha/manage-dags"
      }
    ]
  },
  {
    "id": "EXHA-27",
    "title": "DAG members can reach their witness",
    "severity": "warning",
    "subject": "network",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2010",
    "when": "has(network.witnessReachable)",
    "require": "network.witnessReachable",
    "evidence": "network.witnessReachable",
    "message": "{network.server.name} cannot reach the witness of its DAG on TCP 445: {network.witnessBlockedBy}.",
    "undecided": "Whether {network.server.name} can reach the witness of its DAG cannot be told.",
    "requirement": "The members of a DAG need to reach the witness server by SMB (TCP 445), and by WMI when the witness is set up.",
    "remedy": "Allow TCP 445 from the members to the witness.",
    "sources": [
      {
        "title": "Manage database availability groups",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/manage-ha/manage-dags"
      }
    ]
  },
  {
    "id": "EXHA-28",
    "title": "The witness in Azure is not on a domain controller",
    "severity": "warning",
    "subject": "dag",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2013",
    "when": "dag.certain && has(dag.witnessOnDomainController)",
    "require": "!dag.witnessOnDomainController",
    "evidence": "dag.witnessOnDomainController",
    "message": "The witness of {dag.name} is on a domain controller.",
    "requirement": "A witness in Azure takes two machines at least, a domain controller and a file server, with fixed addresses and the DNS servers of the network set to one's own; the witness share does not belong on the domain controller.",
    "remedy": "Put the witness share on a file server of its own.",
    "sources": [
      {
        "title": "Using an Azure VM as a DAG witness server",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/manage-ha/azure-vms-as-dag-witness-servers"
      }
    ]
  },
  {
    "id": "EXHA-29",
    "title": "The witness of a DAG is not a storage account",
    "severity": "error",
    "subject": "dag",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013 <SE",
    "when": "dag.certain && 'witness' in dag.states",
    "require": "dag.witness != 'azure-storage'",
    "evidence": "dag.witness",
    "message": "The witness of {dag.name} is an Azure storage account (Cloud Witness).",
    "requirement": "Exchange 2019 and earlier do not support a Cloud Witness for a DAG. No statement for SE was found.",
    "remedy": "Use a file share witness, for instance on a file server in Azure.",
    "sources": [
      {
        "title": "Using an Azure VM as a DAG witness server",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/manage-ha/azure-vms-as-dag-witness-servers"
      },
      {
        "title": "Preferred architecture",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/deployment-ref/preferred-architecture-2019"
      }
    ]
  },
  {
    "id": "EXHA-30",
    "title": "The round trip between members of a DAG is at most 500 ms",
    "severity": "error",
    "subject": "dag",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2010",
    "when": "dag.certain && ('roundTrip' in dag.states || dag.spansRegions)",
    "require": "dag.roundTrip <= 500",
    "evidence": "dag.roundTrip",
    "message": "The round trip between members of {dag.name} is {dag.roundTrip} ms.",
    "undecided": "Whether the round trip between members of {dag.name} is at most 500 ms cannot be told.",
    "requirement": "The round-trip latency between any two members must not exceed 500 milliseconds.",
    "remedy": "Keep the members in regions that are nearer to each other.",
    "sources": [
      {
        "title": "Plan for high availability and site resilience",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/plan-ha"
      }
    ]
  },
  {
    "id": "EXHA-31",
    "title": "DAG members have the same networks",
    "severity": "error",
    "subject": "dag",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2010",
    "require": "dag.interfacesAlike && (!has(dag.interfacesApart) || dag.interfacesApart) && dag.oneInterface",
    "levels": [
      {
        "when": "dag.interfacesAlike && (!has(dag.interfacesApart) || dag.interfacesApart)",
        "level": "note",
        "evidence": "dag.oneInterface",
        "message": "The members of {dag.name} have more than one network interface each."
      },
      {
        "when": "dag.interfacesAlike",
        "level": "error",
        "evidence": "dag.interfacesApart",
        "message": "A member of {dag.name} has two interfaces on one network."
      }
    ],
    "evidence": "dag.interfacesAlike",
    "message": "The members of {dag.name} do not have the same networks, each interface in a network of its own.",
    "undecided": "Whether the members of {dag.name} have the same networks cannot be told.",
    "requirement": "Every member of a DAG must have the same number of networks, and each network adapter of a server must be in a subnet of its own. One adapter for all traffic is recommended.",
    "remedy": "Give every member one network adapter, or each the same number in different subnets.",
    "sources": [
      {
        "title": "Plan for high availability and site resilience",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/plan-ha"
      }
    ]
  },
  {
    "id": "EXHA-32",
    "title": "A domain controller is not a member of a DAG",
    "severity": "error",
    "subject": "dag",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2010",
    "when": "dag.certain",
    "require": "!dag.hasDomainController",
    "evidence": "dag.hasDomainController",
    "message": "A member of {dag.name} is a domain controller.",
    "undecided": "Whether a member of {dag.name} is a domain controller cannot be told.",
    "requirement": "The members of a DAG are member servers of one domain; a domain controller as a member is not supported.",
    "remedy": "Run the domain controller on a machine of its own.",
    "sources": [
      {
        "title": "Plan for high availability and site resilience",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/plan-ha"
      }
    ]
  },
  {
    "id": "EXHA-33",
    "title": "The name of a DAG has at most 15 characters",
    "severity": "error",
    "subject": "dag",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2010",
    "when": "dag.named",
    "require": "size(dag.name) <= 15",
    "evidence": "dag.name",
    "message": "The name {dag.name} has more than 15 characters.",
    "requirement": "The name of a DAG is a computer name: unique in the forest, and at most 15 characters long.",
    "remedy": "Choose a shorter name.",
    "sources": [
      {
        "title": "Plan for high availability and site resilience",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/plan-ha"
      }
    ]
  },
  {
    "id": "EXHA-34",
    "title": "The failover cluster of a DAG serves nothing else",
    "severity": "error",
    "subject": "dag",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2010",
    "when": "'dedicatedCluster' in dag.states",
    "require": "dag.dedicatedCluster",
    "evidence": "dag.dedicatedCluster",
    "message": "The failover cluster of {dag.name} also serves something else.",
    "requirement": "The failover cluster that a DAG makes must not be used for anything else.",
    "remedy": "Give the other workload a cluster of its own.",
    "sources": [
      {
        "title": "Manage database availability groups",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/manage-ha/manage-dags"
      }
    ]
  },
  {
    "id": "EXHA-36",
    "title": "A DAG does without an administrative access point",
    "severity": "note",
    "subject": "dag",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "when": "'accessPoint' in dag.states",
    "require": "!dag.accessPoint",
    "evidence": "dag.accessPoint",
    "message": "{dag.name} has an administrative access point (a cluster IP address).",
    "requirement": "From Windows Server 2012 R2 on, a DAG without a cluster IP address is recommended; on Azure it then needs no load balancer for it.",
    "remedy": "Create the DAG without an IP address.",
    "sources": [
      {
        "title": "Database availability groups",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/database-availability-groups/database-availability-groups"
      }
    ]
  },
  {
    "id": "EXHA-37",
    "title": "A DAG that replaces RAID or backups keeps three copies",
    "severity": "note",
    "subject": "dag",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "when": "'copies' in dag.states",
    "require": "dag.copies >= 3",
    "evidence": "dag.copies",
    "message": "{dag.name} keeps {dag.copies} copies of each database: fewer than three are too few to do without RAID or backups.",
    "requirement": "At least three copies that are not lagged are recommended before doing without RAID or backups, and a DAG over two datacenters at most, with as many members in each.",
    "remedy": "Keep RAID and backups, or add copies.",
    "sources": [
      {
        "title": "Database availability groups",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/database-availability-groups/database-availability-groups"
      },
      {
        "title": "Preferred architecture",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/deployment-ref/preferred-architecture-2019"
      }
    ]
  },
  {
    "id": "EXHA-38",
    "title": "The edition of Windows Server can be clustered",
    "severity": "error",
    "subject": "dag",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2010 || 2013",
    "when": "dag.certain",
    "require": "!dag.members.exists(member, member.windowsRelease == '2008 R2' && member.windowsEdition == 'standard')",
    "evidence": "dag.windowsAlike",
    "message": "A member of {dag.name} runs Windows Server 2008 R2 Standard, which has no failover clustering.",
    "undecided": "Whether the edition of Windows Server of the members of {dag.name} can be clustered cannot be told.",
    "requirement": "Members of a DAG need an edition with failover clustering: Enterprise or Datacenter of Windows Server 2008 R2, Standard or Datacenter from 2012 on.",
    "remedy": "Use the Enterprise or Datacenter edition, or a later Windows Server.",
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
    "sources": [
      {
        "title": "Microsoft Exchange Server on VMware vSphere",
        "url": "https://core.vmware.com/resource/microsoft-exchange-server-vmware-vsphere"
      }
    ]
  },
  {
    "id": "EXHA-40",
    "title": "Exchange servers are not instances of a scale set",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2013",
    "require": "!has(server.scaleSet) || (server.scaleSet == 'flexible' && !server.madeByScaleSet)",
    "levels": [
      {
        "when": "server.scaleSet == 'autoscaled'",
        "level": "warning",
        "message": "{server.name} stands for machines of a scale set that grows and shrinks by itself."
      }
    ],
    "evidence": "server.scaleSet",
    "message": "{server.name} stands for machines that a scale set makes from one profile.",
    "undecided": "Whether a scale set makes {server.name} cannot be told.",
    "requirement": "An Exchange server has a state of its own: its databases, its queue, its place in the DAG and in Active Directory. Instances of a scale set are alike and replaceable, so scale sets that make them, and autoscaling above all, are not recommended. A flexible scale set that only groups machines for their availability is fine.",
    "remedy": "Declare each server as a virtual machine. To spread them, put them into zones, an availability set, or a flexible scale set that has no profile.",
    "sources": [
      {
        "title": "Orchestration modes for scale sets in Azure",
        "url": "https://learn.microsoft.com/en-us/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-orchestration-modes"
      }
    ]
  },
  {
    "id": "EXHOST-01",
    "title": "The host runs management software only",
    "severity": "error",
    "subject": "host",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2007",
    "require": "host.roles.all(role, role in ['management', 'antivirus', 'backup', 'exchange', 'sql', 'adds', 'sap'])",
    "evidence": "host.roles",
    "message": "{host.name} runs more than management software beside the hypervisor.",
    "undecided": "What runs on {host.name} beside the hypervisor is not stated.",
    "requirement": "A host of Exchange servers may run management software only: antivirus, backup, management of virtual machines. It is dedicated to its guests.",
    "remedy": "Move what else runs on the host elsewhere.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXHOST-02",
    "title": "No server application is installed on the host",
    "severity": "error",
    "subject": "host",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2007",
    "require": "!host.roles.exists(role, role in ['exchange', 'sql', 'adds', 'sap'])",
    "evidence": "host.roles",
    "message": "A server application is installed on {host.name}, beside the hypervisor.",
    "undecided": "Whether a server application is installed on {host.name} is not stated.",
    "requirement": "No server application, such as Exchange, SQL Server, Active Directory or SAP, may be installed on the host.",
    "remedy": "Move the application into a virtual machine or to another server.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXHOST-03",
    "title": "No machine with much I/O of its own shares the host with Exchange",
    "severity": "warning",
    "subject": "host",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2007",
    "require": "size(host.ioHeavyGuests) == 0",
    "evidence": "host.ioHeavyGuests",
    "message": "{host.name} also runs a machine that does much disk I/O of its own: SQL Server.",
    "requirement": "Where the I/O of all guests passes through the host, as on Hyper-V, other guests with much I/O should not share the host with Exchange. The sentence stands in the policy for Exchange 2007 and is as true for later versions.",
    "remedy": "Put the machine on another host.",
    "sources": [
      {
        "title": "Exchange 2013 virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-virtualization-exchange-2013-help"
      }
    ]
  },
  {
    "id": "EXHOST-04",
    "title": "The host has 10 GB for its operating system",
    "severity": "warning",
    "subject": "host",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2007 || 2013",
    "when": "'os' in host.states && (host.os == '2008' || host.os == '2008 R2')",
    "require": "host.systemDisk >= 10",
    "evidence": "host.systemDisk",
    "message": "The system disk of {host.name} has {host.systemDisk} GB: the operating system of the host needs 10 GB at least.",
    "undecided": "The size of the system disk of {host.name} is not stated.",
    "requirement": "A host with Hyper-V on Windows Server 2008 or 2008 R2 needs at least 10 GB for its operating system, besides its page file, management software and crash dumps. The text for Exchange 2016 and later gives no number.",
    "remedy": "Give the host a larger system disk.",
    "sources": [
      {
        "title": "Exchange 2013 virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-virtualization-exchange-2013-help"
      }
    ]
  },
  {
    "id": "EXHOST-06",
    "title": "A Windows Server 2012 host cluster with DAG members has KB2872325",
    "severity": "warning",
    "subject": "host",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "when": "host.carriesDagMember && 'os' in host.states && host.os == '2012' && host.clustered",
    "require": "host.hotfixes.exists(fix, fix == 'KB2872325')",
    "evidence": "host.os",
    "message": "{host.name} runs Windows Server 2012 in a failover cluster and carries a DAG member: the guidance of KB2872325 is not applied.",
    "undecided": "Whether KB2872325 is applied to {host.name} is not stated.",
    "requirement": "On a cluster of Windows Server 2012 hosts the nodes of a guest cluster, as members of a DAG are, may fail to form or join it; Microsoft's guidance in KB2872325 applies.",
    "remedy": "Apply KB2872325 to the hosts, or move to a later Windows Server.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "Guest cluster nodes may not create or join",
        "url": "https://support.microsoft.com/kb/2872325"
      }
    ]
  },
  {
    "id": "EXHOST-21",
    "title": "A machine on a dedicated host is not replicated between Azure regions",
    "severity": "note",
    "subject": "replication",
    "platforms": [
      "asr"
    ],
    "exchange": ">=2013",
    "when": "replication.direction == 'azure-to-azure'",
    "require": "!replication.onDedicatedHost",
    "evidence": "replication.onDedicatedHost",
    "message": "{replication.name} is on a dedicated host, from which Site Recovery does not replicate.",
    "undecided": "Whether {replication.name} is on a dedicated host, from which Site Recovery does not replicate, cannot be told.",
    "requirement": "A dedicated host changes nothing about the support of Exchange on Azure, but Site Recovery does not replicate machines on it to another region.",
    "remedy": "Take the machine off the dedicated host, or give Exchange a second site by a DAG.",
    "sources": [
      {
        "title": "Support matrix for Azure VM disaster recovery between Azure regions",
        "url": "https://learn.microsoft.com/en-us/azure/site-recovery/azure-to-azure-support-matrix"
      }
    ]
  },
  {
    "id": "EXMEM-01",
    "title": "Exchange servers have static memory",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "require": "!server.memoryDynamic && !(has(server.memoryDynamicWithoutRange) && server.memoryDynamicWithoutRange)",
    "levels": [
      {
        "when": "!server.memoryDynamic",
        "level": "warning",
        "evidence": "server.memoryDynamicWithoutRange",
        "message": "{server.name} has dynamic memory switched on, though its bounds leave nothing to change."
      }
    ],
    "evidence": "server.memoryDynamic",
    "message": "{server.name} has dynamic memory: the host may take memory away while Exchange runs.",
    "undecided": "Whether {server.name} has dynamic memory cannot be told.",
    "requirement": "Dynamic memory is not supported for virtual machines with Exchange 2013 or later: their memory must be static.",
    "remedy": "Switch dynamic memory off and give the machine all of its memory (static_memory = true; on Azure Local leave dynamicMemoryConfig out).",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "HealthChecker: general hardware information",
        "url": "https://microsoft.github.io/CSS-Exchange/Diagnostics/HealthChecker/GeneralHardwareInformation/"
      }
    ]
  },
  {
    "id": "EXMEM-02",
    "title": "The machines on a host fit into its memory",
    "severity": "error",
    "subject": "host",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "require": "!(host.leastMemoryOfMachinesMib > host.usableMemoryMib) && host.memoryOfMachinesMib <= host.usableMemoryMib",
    "evidence": "host.memory",
    "message": "The machines on {host.name} have {host.leastMemoryOfMachinesMib} MiB of memory together, more than the {host.usableMemoryMib} MiB that it can give.",
    "undecided": "Whether the machines on {host.name} fit into its memory cannot be told.",
    "requirement": "Memory of hosts with Exchange must not be overcommitted. The text for 2016 and 2019 says so, and SE inherits it; in that for 2013 it follows from the ban on memory that changes.",
    "remedy": "Move machines to other hosts, or give the host more memory.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXMEM-03",
    "title": "Exchange 2007 and 2010 servers keep all of their memory",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2007 <2013",
    "require": "!(has(server.memoryDynamic) && server.memoryDynamic) && !(has(server.memoryFullyReserved) && !server.memoryFullyReserved)",
    "levels": [
      {
        "when": "!(has(server.memoryDynamic) && server.memoryDynamic)",
        "level": "warning",
        "evidence": "server.memoryReservationMib",
        "message": "{server.name} has {server.memoryMib} MiB of memory, of which {server.memoryReservationMib} MiB are reserved."
      }
    ],
    "evidence": "server.memoryMib",
    "message": "{server.name} has dynamic memory: the host may take memory away while Exchange runs.",
    "undecided": "Whether {server.name} keeps all of its memory cannot be told.",
    "requirement": "For Exchange 2007 it is best to switch off oversubscription and dynamic allocation of memory and to configure a static size; that is advice, not a condition of support. From 2013 on it is one (EXMEM-01, EXMEM-02).",
    "remedy": "Switch dynamic memory off, and on vSphere reserve all memory of the machine.",
    "sources": [
      {
        "title": "Microsoft support policies for Exchange 2007 in hardware virtualization environments",
        "url": "https://learn.microsoft.com/en-us/previous-versions/office/exchange-server-2007/cc794548(v=exchg.80)"
      }
    ]
  },
  {
    "id": "EXMEM-04",
    "title": "The server has the memory that its sizing asks for",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2007",
    "when": "'requiredMemory' in server.states && !('requiredVcpus' in server.states)",
    "require": "server.memoryMib >= server.requiredMemory * 1024",
    "evidence": "server.memoryMib",
    "message": "{server.name} has {server.memoryMib} MiB of memory; its sizing asks for {server.requiredMemory} GiB.",
    "undecided": "Whether {server.name} has the memory that its sizing asks for cannot be told.",
    "requirement": "The static size of the memory comes from the sizing of Exchange for its version, users and roles; a virtual machine needs no less than a physical one.",
    "remedy": "Give the machine the memory of its sizing, or on Azure a larger size.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "Microsoft support policies for Exchange 2007 in hardware virtualization environments",
        "url": "https://learn.microsoft.com/en-us/previous-versions/office/exchange-server-2007/cc794548(v=exchg.80)"
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
    "id": "EXMEM-11",
    "title": "Nothing on vSphere limits an Exchange server to less memory than it has",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "vsphere"
    ],
    "exchange": ">=2013",
    "require": "!has(server.memoryLimitMib) || server.memoryLimitMib >= server.memoryMib",
    "evidence": "server.memoryLimitMib",
    "message": "{server.name} has {server.memoryMib} MiB of memory, of which a limit lets it use {server.memoryLimitMib} MiB.",
    "undecided": "Whether a limit takes memory away from {server.name} cannot be told.",
    "requirement": "Exchange does not support memory that a hypervisor takes away from a running server, nor overcommitted memory. A limit below the configured size does that by design, on the machine or on a resource pool or vApp that it is in.",
    "remedy": "Remove memory_limit, or raise it to the memory of the machine, or of all machines of the pool together; a sched.mem.max in extra_config too.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
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
      "scvmm",
      "asr"
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
    "sources": [
      {
        "title": "Exchange Server system requirements",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/system-requirements"
      },
      {
        "title": "Exchange 2013 system requirements",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-system-requirements-exchange-2013-help"
      },
      {
        "title": "HealthChecker: general hardware information",
        "url": "https://microsoft.github.io/CSS-Exchange/Diagnostics/HealthChecker/GeneralHardwareInformation/"
      }
    ]
  },
  {
    "id": "EXMEM-13",
    "title": "An Exchange server has no more memory than its version can use well",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm",
      "asr"
    ],
    "exchange": ">=2013",
    "require": "server.memoryMib <= server.memoryCeilingMib",
    "evidence": "server.memoryMib",
    "message": "{server.name} has {server.memoryMib} MiB of memory; Microsoft recommends at most {server.memoryCeilingMib} MiB for Exchange {server.exchangeVersion}.",
    "undecided": "Whether {server.name} has more memory than Microsoft recommends for its version cannot be told.",
    "requirement": "Recommended are at most 96 GB of memory with Exchange 2013, 192 GB with 2016 and 256 GB with 2019 and SE.",
    "remedy": "Use more servers with less memory each.",
    "sources": [
      {
        "title": "HealthChecker: general hardware information",
        "url": "https://microsoft.github.io/CSS-Exchange/Diagnostics/HealthChecker/GeneralHardwareInformation/"
      },
      {
        "title": "Preferred architecture",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/deployment-ref/preferred-architecture-2019"
      },
      {
        "title": "Exchange 2013 sizing and configuration recommendations",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-sizing-and-configuration-recommendations-exchange-2013-help"
      }
    ]
  },
  {
    "id": "EXMEM-14",
    "title": "The OS disk has room for the page file that Exchange asks for",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "when": "server.osDiskGib >= 62 && !server.disks.exists(disk, disk.role == 'pagefile' || disk.role == 'other') && !(server.exchangeVersion == '2013' && server.osDiskGib + 0.1 < 15 + server.memoryMib / 1024)",
    "require": "server.osDiskGib >= 62 + server.pageFileGib",
    "evidence": "server.osDiskGib",
    "message": "{server.name} has an OS disk of {server.osDiskGib} GiB: too little for Windows, Exchange and a page file of {server.pageFileGib} GiB.",
    "undecided": "Whether the OS disk of {server.name} has room for its page file cannot be told.",
    "requirement": "The page file should have a fixed size: with Exchange 2013 and 2016 that of the memory and 10 MB, at most 32,778 MB; with 2019 and SE a quarter of the memory. It should be one file, not on a disk of databases or logs.",
    "remedy": "Enlarge the OS disk, or give the page file a disk of its own and say so (`holds: [pagefile]`).",
    "sources": [
      {
        "title": "Exchange Server system requirements",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/system-requirements"
      },
      {
        "title": "Exchange 2013 system requirements",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-system-requirements-exchange-2013-help"
      },
      {
        "title": "HealthChecker: page file size",
        "url": "https://microsoft.github.io/CSS-Exchange/Diagnostics/HealthChecker/PagefileSizeCheck/"
      }
    ]
  },
  {
    "id": "EXMEM-15",
    "title": "An Exchange server fits into a NUMA node of its host",
    "severity": "note",
    "subject": "host",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "when": "'numaNodeMemory' in host.states || host.servers.exists(server, has(server.numaChanged) && server.numaChanged)",
    "require": "!host.servers.exists(server, has(server.numaChanged) && server.numaChanged) && host.servers.all(server, server.memoryMib <= host.numaNodeMemory * 1024)",
    "levels": [
      {
        "when": "size(host.numaChangedServers) > 0",
        "level": "note",
        "evidence": "host.numaChangedServers",
        "message": "The NUMA settings of {host.numaChangedServers} on {host.name} differ from the default."
      }
    ],
    "evidence": "host.numaNodeMemory",
    "message": "An Exchange server on {host.name} has more memory than one NUMA node of it.",
    "undecided": "Whether the Exchange servers on {host.name} fit into one NUMA node cannot be told.",
    "requirement": "Where possible the memory of one virtual machine should lie in one physical NUMA node. Exchange knows nothing of NUMA, and the default settings of the hypervisor are right for it.",
    "remedy": "Give the server no more memory than a node has, and leave the NUMA settings at their defaults.",
    "sources": [
      {
        "title": "Exchange 2013 sizing and configuration recommendations",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-sizing-and-configuration-recommendations-exchange-2013-help"
      },
      {
        "title": "Best practices for virtualizing and managing Exchange 2013",
        "url": "https://www.microsoft.com/en-us/download/details.aspx?id=36168"
      }
    ]
  },
  {
    "id": "EXNET-01",
    "title": "Exchange on Azure sends mail to the Internet through an SMTP relay only",
    "severity": "error",
    "subject": "network",
    "platforms": [
      "azure",
      "asr"
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
    "id": "EXNET-03",
    "title": "Adapters for iSCSI carry nothing else on hosts of Exchange 2007",
    "severity": "warning",
    "subject": "host",
    "platforms": [
      "hyper-v"
    ],
    "exchange": "2007",
    "require": "!host.servers.exists(server, has(server.network.uplinks) && server.network.uplinks.exists(adapter, adapter in host.iscsiAdapters))",
    "evidence": "host.iscsiAdapters",
    "message": "A virtual switch of {host.name} uses an adapter that carries iSCSI.",
    "undecided": "Whether a virtual switch of {host.name} uses an adapter that carries iSCSI cannot be told.",
    "requirement": "Storage over iSCSI uses Gigabit adapters or faster that carry nothing else, and that no virtual switch is bound to; jumbo frames are on.",
    "remedy": "Give the virtual switch other adapters than those for iSCSI.",
    "sources": [
      {
        "title": "Exchange 2007 virtualization",
        "url": "https://learn.microsoft.com/en-us/previous-versions/office/exchange-server-2007/cc794548(v=exchg.80)"
      }
    ]
  },
  {
    "id": "EXNET-04",
    "title": "Hosts of clustered Exchange 2007 servers have two network adapters for the host and its guests",
    "severity": "warning",
    "subject": "host",
    "platforms": [
      "vsphere",
      "hyper-v",
      "scvmm"
    ],
    "exchange": "2007",
    "when": "host.servers.exists(server, server.clustering == 'ccr' || server.clustering == 'scc')",
    "require": "host.networkAdapters - size(host.iscsiAdapters) >= 2",
    "evidence": "host.networkAdapters",
    "message": "{host.name} has fewer than two network adapters besides those for iSCSI, and runs a clustered Exchange 2007 server.",
    "undecided": "How many network adapters {host.name} has besides those for iSCSI is not stated.",
    "requirement": "A host of highly available Exchange 2007 servers should have at least two physical network adapters, one for the host and one for its guests, and more for iSCSI.",
    "remedy": "Add network adapters to the host.",
    "sources": [
      {
        "title": "Exchange 2007 virtualization",
        "url": "https://learn.microsoft.com/en-us/previous-versions/office/exchange-server-2007/cc794548(v=exchg.80)"
      }
    ]
  },
  {
    "id": "EXNET-06",
    "title": "Exchange 2007 servers in Hyper-V that use NLB have hotfix KB953828",
    "severity": "error",
    "subject": "network",
    "platforms": [
      "hyper-v"
    ],
    "exchange": "2007",
    "when": "network.server.roles.exists(role, role == 'cas' || role == 'hub')",
    "require": "network.server.loadBalancer != 'nlb' || network.server.hotfixes.exists(fix, fix == 'KB953828')",
    "evidence": "network.server.loadBalancer",
    "message": "{network.server.name} uses NLB without the hotfix KB953828.",
    "undecided": "Whether {network.server.name} uses NLB with its hotfix is not stated.",
    "requirement": "Client Access and Hub Transport servers of Exchange 2007 that use Network Load Balancing in Hyper-V need the hotfix KB953828.",
    "remedy": "Install KB953828, or balance the load by a device.",
    "sources": [
      {
        "title": "Exchange 2007 virtualization",
        "url": "https://learn.microsoft.com/en-us/previous-versions/office/exchange-server-2007/cc794548(v=exchg.80)"
      }
    ]
  },
  {
    "id": "EXNET-20",
    "title": "Mail is sent on TCP 25 only from subscriptions that allow it",
    "severity": "warning",
    "subject": "network",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2013",
    "when": "network.smtpToInternet == 'open'",
    "require": "network.server.subscriptionType in ['enterprise', 'mca-e']",
    "evidence": "network.smtpToInternet",
    "message": "{network.server.name} is left open to the Internet on TCP 25, which Azure blocks for subscriptions of type {network.server.subscriptionType}.",
    "undecided": "Whether Azure lets {network.server.name} reach the Internet on TCP 25 depends on the subscription.",
    "requirement": "Azure leaves outbound TCP 25 open for subscriptions under an Enterprise Agreement or a Microsoft Customer Agreement for enterprises; for Enterprise Dev/Test it can be unblocked on request; for all others it is blocked.",
    "remedy": "Send mail through a relay on TCP 587, or deploy to an enterprise subscription. An open port does not make direct delivery supported (EXNET-01).",
    "sources": [
      {
        "title": "Troubleshoot outbound SMTP connectivity in Azure",
        "url": "https://learn.microsoft.com/en-us/azure/virtual-network/troubleshoot-outbound-smtp-connectivity"
      }
    ]
  },
  {
    "id": "EXNET-21",
    "title": "Exchange on Azure can reach its SMTP relay",
    "severity": "warning",
    "subject": "network",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2013",
    "when": "has(network.relayReachable)",
    "require": "network.relayReachable",
    "evidence": "network.relayReachable",
    "message": "{network.server.name} reaches no SMTP relay on TCP 25 or 587: {network.relayBlockedBy}.",
    "undecided": "Whether {network.server.name} reaches its SMTP relay cannot be told.",
    "requirement": "Mail to external domains goes through an SMTP relay, so security rules and the outbound path must let Exchange reach it: on TCP 587 where the relay asks for sign-in, on TCP 25 otherwise.",
    "remedy": "Allow TCP 587 or 25 to the relay in security rules and firewalls, and give the subnet an outbound path.",
    "sources": [
      {
        "title": "Troubleshoot outbound SMTP connectivity in Azure",
        "url": "https://learn.microsoft.com/en-us/azure/virtual-network/troubleshoot-outbound-smtp-connectivity"
      }
    ]
  },
  {
    "id": "EXNET-22",
    "title": "Nothing restricts traffic between Exchange servers and domain controllers",
    "severity": "error",
    "subject": "network",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2013",
    "when": "has(network.restrictedPeers)",
    "require": "size(network.restrictedPeers) == 0",
    "evidence": "network.restrictedPeers",
    "message": "Traffic of {network.server.name} with {network.restrictedPeers} is restricted: {network.restrictedBy}.",
    "undecided": "Whether traffic between {network.server.name} and the other Exchange servers and domain controllers is restricted cannot be told.",
    "requirement": "No firewall, security group or other device may restrict or alter network traffic between internal Exchange servers, or between them and domain controllers: on any port, by any protocol. Edge Transport servers are exempt.",
    "remedy": "Allow all traffic between the subnets of Exchange and of the domain controllers before any rule that denies it, and route it directly.",
    "sources": [
      {
        "title": "Network ports for clients and mail flow in Exchange",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/deployment-ref/network-ports"
      }
    ]
  },
  {
    "id": "EXNET-23",
    "title": "Exchange servers have IPv4 addresses, DAG members fixed ones",
    "severity": "error",
    "subject": "network",
    "platforms": [
      "azure",
      "vsphere",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "require": "!network.selfAssigned && (!has(network.ipv6Only) || !network.ipv6Only) && (!has(network.addressAllocation) || !network.inDag || network.addressAllocation != 'dynamic')",
    "levels": [
      {
        "when": "has(network.ipv6Only) && network.ipv6Only",
        "level": "error",
        "evidence": "network.ipv6Only",
        "message": "{network.server.name} has an IPv6 address and no IPv4 one."
      },
      {
        "when": "!network.selfAssigned && has(network.addressAllocation) && network.addressAllocation == 'dynamic'",
        "level": "warning",
        "evidence": "network.addressAllocation",
        "message": "{network.server.name} is a member of a DAG and takes its address from DHCP."
      }
    ],
    "evidence": "network.selfAssigned",
    "message": "{network.server.name} has an automatic private address (169.254.0.0/16).",
    "undecided": "Whether {network.server.name} has an address that Exchange supports, and a DAG needs, cannot be told.",
    "requirement": "Exchange supports addresses that are set by hand or leased by DHCP. For members of a DAG persistent reservations are recommended. Automatic private addresses (APIPA) are not supported, nor is IPv6 without IPv4.",
    "remedy": "Give the interface a static IPv4 address.",
    "sources": [
      {
        "title": "Plan for high availability and site resilience",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/plan-ha"
      }
    ]
  },
  {
    "id": "EXNET-24",
    "title": "Exchange on Azure asks the DNS servers of Active Directory",
    "severity": "warning",
    "subject": "network",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2013",
    "when": "!network.server.roles.all(role, role == 'edge')",
    "require": "(!has(network.customDns) || network.customDns) && (!has(network.dynamicSupport) || size(network.dynamicSupport) == 0)",
    "levels": [
      {
        "when": "!has(network.customDns) || network.customDns",
        "level": "warning",
        "evidence": "network.dynamicSupport",
        "message": "{network.server.name} relies on {network.dynamicSupport}, which takes its address from DHCP."
      }
    ],
    "evidence": "network.customDns",
    "message": "{network.server.name} asks Azure's own DNS servers, which know nothing of Active Directory.",
    "undecided": "Which DNS servers {network.server.name} asks cannot be told.",
    "requirement": "The virtual network or the interface of an Exchange server must name the DNS servers of Active Directory, and domain controllers and witness servers need fixed addresses. An Edge Transport server, which is no member of Active Directory, is left out.",
    "remedy": "Set the DNS servers of the virtual network to the domain controllers, and give those static addresses.",
    "sources": [
      {
        "title": "Use Azure VMs as DAG witness servers",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/manage-ha/azure-vms-as-dag-witness-servers"
      }
    ]
  },
  {
    "id": "EXNET-25",
    "title": "Windows NLB is not used with a DAG",
    "severity": "error",
    "subject": "network",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "when": "'loadBalancer' in network.server.states",
    "require": "network.server.loadBalancer != 'nlb'",
    "levels": [
      {
        "when": "!network.inDag",
        "level": "note",
        "message": "{network.server.name} uses Windows NLB, which is not recommended."
      }
    ],
    "evidence": "network.server.loadBalancer",
    "message": "{network.server.name} uses Windows NLB and is a member of a DAG.",
    "undecided": "What spreads the clients of {network.server.name} is not stated.",
    "requirement": "Windows Network Load Balancing cannot be combined with membership in a DAG, since it does not work with failover clustering; otherwise it is not recommended. A load balancer needs no session affinity since Exchange 2013.",
    "remedy": "Use a load balancer, in hardware or in software.",
    "sources": [
      {
        "title": "Load balancing in Exchange Server",
        "url": "https://learn.microsoft.com/en-us/exchange/architecture/client-access/load-balancing"
      }
    ]
  },
  {
    "id": "EXNET-26",
    "title": "The ports that Exchange listens on can be reached",
    "severity": "note",
    "subject": "network",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2016",
    "when": "has(network.closedPorts)",
    "require": "size(network.closedPorts) == 0",
    "evidence": "network.closedPorts",
    "message": "Nobody can reach {network.server.name} on TCP {network.closedPorts}.",
    "undecided": "Which ports of {network.server.name} can be reached cannot be told.",
    "requirement": "Clients and other servers reach Exchange on TCP 443 and 25; Edge Transport servers on 25 and, from Mailbox servers, on 50636. Others are used where their protocols are: 587, 143, 993, 110, 995, and 53 to DNS.",
    "remedy": "Allow the ports in the security groups of the subnet and the interface.",
    "sources": [
      {
        "title": "Network ports for clients and mail flow in Exchange",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/deployment-ref/network-ports"
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
    "fix": {
      "set": "network.adapter",
      "to": "vmxnet3"
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
    "id": "EXNET-28",
    "title": "Exchange servers on Hyper-V use synthetic network adapters",
    "severity": "warning",
    "subject": "network",
    "platforms": [
      "hyper-v"
    ],
    "exchange": ">=2013",
    "when": "has(network.adapter)",
    "require": "network.adapter != 'legacy'",
    "evidence": "network.adapter",
    "message": "{network.server.name} has a legacy network adapter.",
    "undecided": "Which network adapters {network.server.name} has cannot be told.",
    "requirement": "Virtual machines with Exchange should use synthetic network adapters, never the emulated legacy one.",
    "remedy": "Leave out is_legacy, or set it to false.",
    "sources": [
      {
        "title": "Best practices for virtualizing and managing Exchange 2013",
        "url": "https://www.microsoft.com/en-us/download/details.aspx?id=38169"
      }
    ]
  },
  {
    "id": "EXNET-29",
    "title": "Nothing stands in the mail path between Exchange and Exchange Online",
    "severity": "warning",
    "subject": "network",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "require": "!(network.server.mailPath in ['appliance', 'service'])",
    "evidence": "network.server.mailPath",
    "message": "Mail between {network.server.name} and Exchange Online goes through something that handles SMTP.",
    "undecided": "What stands between {network.server.name} and Exchange Online is not stated.",
    "requirement": "In a hybrid organisation nothing that handles or alters SMTP may stand between Exchange and Exchange Online, but for Edge Transport servers.",
    "remedy": "Route hybrid mail directly, or through an Edge Transport server.",
    "sources": [
      {
        "title": "Edge Transport servers with hybrid deployments",
        "url": "https://learn.microsoft.com/en-us/exchange/edge-transport-servers"
      }
    ]
  },
  {
    "id": "EXNET-30",
    "title": "The outbound path of Exchange on Azure is explicit",
    "severity": "note",
    "subject": "network",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2013",
    "when": "has(network.explicitOutbound)",
    "require": "network.explicitOutbound",
    "evidence": "network.explicitOutbound",
    "message": "{network.server.name} has no outbound path of its own: neither a public address nor a NAT gateway, outbound rule, firewall or gateway is declared for it.",
    "undecided": "Whether {network.server.name} has an outbound path of its own cannot be told.",
    "requirement": "Outbound connections from Azure should leave by an explicit path: a NAT gateway, an outbound rule of a load balancer, a firewall or a public address. Azure no longer lends addresses to machines in new networks.",
    "remedy": "Tie a NAT gateway with a public address to the subnet.",
    "sources": [
      {
        "title": "Default outbound access in Azure",
        "url": "https://learn.microsoft.com/en-us/azure/virtual-network/ip-services/default-outbound-access"
      }
    ]
  },
  {
    "id": "EXPLT-01",
    "title": "No version before Exchange 2003 runs in a virtual machine",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "<2003",
    "require": "false",
    "evidence": "server.exchangeVersion",
    "message": "{server.name} runs Exchange {server.exchangeVersion}, which is not supported on any hardware virtualization.",
    "requirement": "No release before Exchange 2003 is supported in production on any hardware virtualization.",
    "remedy": "Move to Exchange Server SE.",
    "sources": [
      {
        "title": "Exchange 2013 virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-virtualization-exchange-2013-help"
      }
    ]
  },
  {
    "id": "EXPLT-02",
    "title": "Exchange 2003 runs on Virtual Server only",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2003",
    "require": "false",
    "evidence": "server.exchangeVersion",
    "message": "{server.name} runs Exchange 2003, which is supported on no platform that exvet reads.",
    "requirement": "Exchange 2003 is supported on Microsoft Virtual Server 2005 R2 and later only, which none of today's platforms is.",
    "remedy": "Move to Exchange Server SE.",
    "sources": [
      {
        "title": "Exchange 2013 virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-virtualization-exchange-2013-help"
      }
    ]
  },
  {
    "id": "EXPLT-03",
    "title": "Exchange 2003 has service pack 2",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2003",
    "require": "server.servicePack >= 2",
    "evidence": "server.servicePack",
    "message": "{server.name} runs Exchange 2003 with service pack {server.servicePack}.",
    "undecided": "The service pack of Exchange on {server.name} is not stated.",
    "requirement": "Exchange 2003 in a virtual machine must have service pack 2 or later.",
    "remedy": "Install service pack 2, or move to Exchange Server SE.",
    "sources": [
      {
        "title": "Exchange 2013 virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-virtualization-exchange-2013-help"
      }
    ]
  },
  {
    "id": "EXPLT-06",
    "title": "Exchange 2007 and 2010 run on a supported hypervisor",
    "severity": "error",
    "subject": "host",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2007 || 2010",
    "require": "host.platform != 'vsphere' || host.svvp",
    "evidence": "host.svvp",
    "message": "{host.name} carries Exchange 2007 or 2010 and is not listed in SVVP.",
    "undecided": "Whether the hypervisor of {host.name} is listed in SVVP is not stated.",
    "requirement": "Exchange 2007 is supported on Windows Server 2008 with Hyper-V, Microsoft Hyper-V Server, and third-party hypervisors that the Server Virtualization Validation Program (SVVP) lists.",
    "remedy": "Use a listed version of the hypervisor.",
    "sources": [
      {
        "title": "Exchange 2013 virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-virtualization-exchange-2013-help"
      }
    ]
  },
  {
    "id": "EXPLT-07",
    "title": "Exchange 2007 has service pack 1",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2007",
    "require": "server.servicePack >= 1",
    "evidence": "server.servicePack",
    "message": "{server.name} runs Exchange 2007 without service pack 1.",
    "undecided": "The service pack of Exchange on {server.name} is not stated.",
    "requirement": "Exchange 2007 in a virtual machine must have service pack 1 or later.",
    "remedy": "Install service pack 3, or move to Exchange Server SE.",
    "sources": [
      {
        "title": "Exchange 2013 virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-virtualization-exchange-2013-help"
      }
    ]
  },
  {
    "id": "EXPLT-08",
    "title": "Exchange 2007 runs on Windows Server 2008",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2007",
    "when": "server.windowsRelease != 'client'",
    "require": "server.windowsRelease == '2008'",
    "evidence": "server.windowsRelease",
    "message": "{server.name} runs Exchange {server.exchangeVersion} on Windows Server {server.windowsRelease}.",
    "undecided": "Whether Exchange on {server.name} supports its release of Windows Server cannot be told.",
    "requirement": "In a virtual machine, Exchange 2007 must run on the 64-bit edition of Windows Server 2008.",
    "remedy": "Use a supported image, or another version of Exchange.",
    "sources": [
      {
        "title": "Exchange Server supportability matrix",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/supportability-matrix"
      },
      {
        "title": "Exchange Server system requirements",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/system-requirements"
      }
    ]
  },
  {
    "id": "EXPLT-09",
    "title": "The Unified Messaging role of Exchange 2007 does not run in a virtual machine",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2007",
    "require": "!('um' in server.roles)",
    "evidence": "server.roles",
    "message": "{server.name} is a virtual machine with the Unified Messaging role of Exchange 2007.",
    "undecided": "Whether {server.name} has the Unified Messaging role cannot be told.",
    "requirement": "All roles of Exchange 2007 but Unified Messaging are supported in a virtual machine.",
    "remedy": "Run the role on a physical server, or move to a later version.",
    "sources": [
      {
        "title": "Exchange 2013 virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-virtualization-exchange-2013-help"
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
    "id": "EXPLT-12",
    "title": "The hypervisor is supported for Exchange",
    "severity": "error",
    "subject": "host",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "require": "host.platform != 'vsphere' || host.svvp",
    "evidence": "host.svvp",
    "message": "{host.name} carries Exchange and is not listed in SVVP.",
    "undecided": "Whether the hypervisor of {host.name} is listed in SVVP is not stated.",
    "requirement": "Exchange is supported on any Windows Server with Hyper-V, on Microsoft Hyper-V Server, and on third-party hypervisors that the Server Virtualization Validation Program (SVVP) lists. SE inherits the text for 2019.",
    "remedy": "Use a version of the hypervisor that is listed.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXPLT-13",
    "title": "Exchange 2013 runs on Windows Server 2008 R2, 2012 or 2012 R2",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2013",
    "when": "server.windowsRelease != 'client'",
    "require": "server.windowsRelease == '2008 R2' || server.windowsRelease == '2012' || server.windowsRelease == '2012 R2'",
    "evidence": "server.windowsRelease",
    "message": "{server.name} runs Exchange {server.exchangeVersion} on Windows Server {server.windowsRelease}.",
    "undecided": "Whether Exchange on {server.name} supports its release of Windows Server cannot be told.",
    "requirement": "Exchange 2013 runs on Windows Server 2008 R2 SP1, 2012 and 2012 R2. For 2012 R2 see also EXPLT-33.",
    "remedy": "Use a supported image, or another version of Exchange.",
    "sources": [
      {
        "title": "Exchange Server supportability matrix",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/supportability-matrix"
      },
      {
        "title": "Exchange Server system requirements",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/system-requirements"
      }
    ]
  },
  {
    "id": "EXPLT-30",
    "title": "Exchange 2019 runs on Windows Server 2019, 2022 or 2025",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2019",
    "when": "server.windowsRelease != 'client'",
    "require": "server.windowsRelease == '2019' || (server.windowsRelease == '2022' && server.cumulativeUpdate >= 12) || (server.windowsRelease == '2025' && server.cumulativeUpdate >= 15)",
    "evidence": "server.windowsRelease",
    "message": "{server.name} runs Exchange {server.exchangeVersion} on Windows Server {server.windowsRelease}.",
    "undecided": "Whether Exchange on {server.name} supports its release of Windows Server cannot be told.",
    "requirement": "Exchange 2019 runs on Windows Server 2019, from CU12 on also on 2022, and from CU15 on also on 2025.",
    "remedy": "Use a supported image, or another version of Exchange.",
    "sources": [
      {
        "title": "Exchange Server supportability matrix",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/supportability-matrix"
      },
      {
        "title": "Exchange Server system requirements",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/system-requirements"
      }
    ]
  },
  {
    "id": "EXPLT-31",
    "title": "Exchange 2016 runs on Windows Server 2012, 2012 R2 or 2016",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2016",
    "when": "server.windowsRelease != 'client'",
    "require": "server.windowsRelease == '2012' || server.windowsRelease == '2012 R2' || (server.windowsRelease == '2016' && server.cumulativeUpdate >= 3)",
    "evidence": "server.windowsRelease",
    "message": "{server.name} runs Exchange {server.exchangeVersion} on Windows Server {server.windowsRelease}.",
    "undecided": "Whether Exchange on {server.name} supports its release of Windows Server cannot be told.",
    "requirement": "Exchange 2016 runs on Windows Server 2012 and 2012 R2, and from CU3 on also on 2016; never on a later one.",
    "remedy": "Use a supported image, or another version of Exchange.",
    "sources": [
      {
        "title": "Exchange Server supportability matrix",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/supportability-matrix"
      },
      {
        "title": "Exchange Server system requirements",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/system-requirements"
      }
    ]
  },
  {
    "id": "EXPLT-32",
    "title": "Exchange SE runs on Windows Server 2019, 2022 or 2025",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "SE",
    "when": "server.windowsRelease != 'client'",
    "require": "server.windowsRelease == '2019' || server.windowsRelease == '2022' || server.windowsRelease == '2025'",
    "evidence": "server.windowsRelease",
    "message": "{server.name} runs Exchange {server.exchangeVersion} on Windows Server {server.windowsRelease}.",
    "undecided": "Whether Exchange on {server.name} supports its release of Windows Server cannot be told.",
    "requirement": "Exchange Server SE has the operating systems of Exchange 2019 CU15: Windows Server 2019, 2022 and 2025.",
    "remedy": "Use a supported image, or another version of Exchange.",
    "sources": [
      {
        "title": "Exchange Server supportability matrix",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/supportability-matrix"
      },
      {
        "title": "Exchange Server system requirements",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/system-requirements"
      }
    ]
  },
  {
    "id": "EXPLT-33",
    "title": "Exchange 2010 and 2013 have the service pack that their Windows Server needs",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2010 || 2013",
    "when": "server.exchangeVersion == '2010' || server.windowsRelease == '2012 R2'",
    "require": "(server.exchangeVersion == '2010' && (server.windowsRelease == '2008' || server.windowsRelease == '2008 R2' || server.windowsRelease == '2012' || server.windowsRelease == '2012 R2') && server.servicePack >= 3) || (server.exchangeVersion == '2013' && server.servicePack >= 1)",
    "levels": [
      {
        "when": "server.exchangeVersion == '2010' && !(server.windowsRelease in ['2008', '2008 R2', '2012', '2012 R2'])",
        "level": "error",
        "evidence": "server.windowsRelease",
        "message": "{server.name} runs Exchange 2010 on a release of Windows that it does not support: {server.windowsRelease}."
      }
    ],
    "evidence": "server.windowsRelease",
    "message": "{server.name} runs Exchange {server.exchangeVersion} on Windows Server {server.windowsRelease} without the service pack that this needs.",
    "undecided": "Whether Exchange on {server.name} has the service pack that its release of Windows Server needs is not stated.",
    "requirement": "Exchange 2013 needs SP1 (CU4) before it runs on Windows Server 2012 R2. Exchange 2010 SP3 runs on Windows Server 2008 SP2, 2008 R2 SP1, 2012 and 2012 R2 only.",
    "remedy": "Install the service pack, or use a release that the build supports.",
    "sources": [
      {
        "title": "Exchange Server supportability matrix",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/supportability-matrix"
      },
      {
        "title": "Exchange 2013 system requirements",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-system-requirements-exchange-2013-help"
      }
    ]
  },
  {
    "id": "EXPLT-34",
    "title": "Exchange 2013 and 2016 run on Windows Server with Desktop Experience",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2013 || 2016",
    "require": "server.windowsInstallType == 'desktop'",
    "evidence": "server.windowsInstallType",
    "message": "{server.name} runs Exchange {server.exchangeVersion} on a {server.windowsInstallType} installation of Windows Server.",
    "undecided": "How Windows Server is installed on {server.name} cannot be told.",
    "requirement": "Exchange 2013 and 2016 need Windows Server with Desktop Experience; Server Core is not supported. Exchange 2019 and SE run on Server Core too, which is recommended. Nano Server is supported by none.",
    "remedy": "Use an image with Desktop Experience.",
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
    "id": "EXPLT-35",
    "title": "Exchange runs on Windows Server Standard or Datacenter",
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
    "require": "server.windowsRelease != 'client' && (server.platform != 'azure' && server.platform != 'azure-local' || !has(server.windowsEdition) || server.windowsEdition != 'azure-edition')",
    "levels": [
      {
        "when": "server.windowsRelease != 'client'",
        "level": "note",
        "evidence": "server.windowsEdition",
        "message": "{server.name} runs Windows Server Datacenter: Azure Edition, which the supportability matrix does not name."
      }
    ],
    "evidence": "server.windowsRelease",
    "message": "{server.name} runs a client edition of Windows.",
    "undecided": "The edition of Windows on {server.name} cannot be told.",
    "requirement": "Exchange runs on the Standard and Datacenter editions of Windows Server; on a client edition only its management tools do. Datacenter: Azure Edition is not named in the policy.",
    "remedy": "Use a Windows Server image.",
    "sources": [
      {
        "title": "Exchange Server supportability matrix",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/supportability-matrix"
      },
      {
        "title": "Exchange Server system requirements",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/system-requirements"
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
    "id": "EXPLT-37",
    "title": "After October 2026 only Exchange SE gets security updates",
    "severity": "note",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2016 || 2019",
    "when": "'extendedSecurityUpdates' in server.states && server.extendedSecurityUpdates",
    "require": "run.date <= '2026-10-31'",
    "evidence": "server.extendedSecurityUpdates",
    "message": "{server.name} runs Exchange {server.exchangeVersion} with paid extended security updates, whose last period ended in October 2026.",
    "requirement": "Paid extended security updates for Exchange 2016 CU23 and 2019 CU14 or CU15 came in two periods, until 2026-04-14 and until October 2026. They do not change the end of support.",
    "remedy": "Move to Exchange Server SE.",
    "sources": [
      {
        "title": "Exchange Server 2016 and 2019 end of support",
        "url": "https://techcommunity.microsoft.com/blog/exchange/exchange-server-2016-and-exchange-server-2019-end-of-support/4366605"
      }
    ]
  },
  {
    "id": "EXPLT-38",
    "title": "Exchange is on its last supportable update",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2016 || 2019",
    "require": "(server.exchangeVersion == '2016' && server.cumulativeUpdate >= 23) || (server.exchangeVersion == '2019' && server.cumulativeUpdate >= 14)",
    "evidence": "server.cumulativeUpdate",
    "message": "{server.name} runs Exchange {server.exchangeVersion} CU{server.cumulativeUpdate}.",
    "undecided": "The cumulative update of Exchange on {server.name} is not stated.",
    "requirement": "The last supportable levels are CU23 of Exchange 2016 and CU14 or CU15 of Exchange 2019. SE must stay on its current update, which no template tells.",
    "remedy": "Install the last cumulative update, as a step on the way to SE.",
    "sources": [
      {
        "title": "Exchange Server supportability matrix",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/supportability-matrix"
      },
      {
        "title": "HealthChecker",
        "url": "https://microsoft.github.io/CSS-Exchange/Diagnostics/HealthChecker/"
      }
    ]
  },
  {
    "id": "EXPLT-39",
    "title": "The release of Windows Server is in support",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "when": "server.windowsRelease != 'client'",
    "require": "server.windowsSupportEnds >= run.date",
    "evidence": "server.windowsRelease",
    "message": "{server.name} runs Windows Server {server.windowsRelease}, whose support ended on {server.windowsSupportEnds}.",
    "undecided": "Whether the release of Windows Server on {server.name} is in support cannot be told.",
    "requirement": "The operating system of the server must be in support itself: extended support of Windows Server 2012 and 2012 R2 ended on 2023-10-10, that of 2016 ends on 2027-01-12, of 2019 on 2029-01-09, of 2022 on 2031-10-14.",
    "remedy": "Use a later release, with a version of Exchange that supports it.",
    "sources": [
      {
        "title": "Microsoft Lifecycle",
        "url": "https://learn.microsoft.com/en-us/lifecycle/products/"
      }
    ]
  },
  {
    "id": "EXPLT-40",
    "title": "Exchange runs on x64 processors",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm",
      "asr"
    ],
    "exchange": ">=2013",
    "when": "has(server.architecture)",
    "require": "server.architecture == 'x64'",
    "evidence": "server.architecture",
    "message": "{server.name} has {server.architecture} processors, on which Exchange does not run.",
    "undecided": "What processors {server.name} has cannot be told.",
    "requirement": "Exchange Server needs processors with the x64 architecture of Intel or AMD. ARM and Itanium processors are unsupported.",
    "remedy": "Choose a size without a 'p' behind its number, for instance Standard_E16s_v5, and an image for x64.",
    "sources": [
      {
        "title": "Exchange Server system requirements",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/system-requirements"
      },
      {
        "title": "Azure virtual machine sizes naming conventions",
        "url": "https://learn.microsoft.com/en-us/azure/virtual-machines/vm-naming-conventions"
      }
    ]
  },
  {
    "id": "EXPLT-41",
    "title": "Azure Local under Exchange is a validated hypervisor",
    "severity": "note",
    "subject": "host",
    "platforms": [
      "azure-local"
    ],
    "exchange": ">=2016",
    "require": "host.svvp",
    "evidence": "host.svvp",
    "message": "{host.name} carries Exchange on a release of Azure Local that is not listed in SVVP; the policy for Exchange does not name Azure Local.",
    "undecided": "{host.name} carries Exchange on Azure Local, which the policy for Exchange does not name; whether its release is listed in SVVP is not stated.",
    "requirement": "The policy names Hyper-V and the hypervisors of the Server Virtualization Validation Program (SVVP), not Azure Local. Azure Local runs Hyper-V, and exvet holds it to everything that is required of Hyper-V.",
    "remedy": "Look the release of Azure Local up in the catalogue of SVVP, and state svvp of the host in exvet.yaml.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "Server Virtualization Validation Program",
        "url": "https://www.windowsservercatalog.com/svvp"
      }
    ]
  },
  {
    "id": "EXPLT-42",
    "title": "The forest of Exchange is not a managed domain",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2016",
    "require": "!server.managedDomainOnly",
    "evidence": "server.managedDomainOnly",
    "message": "The only directory that is declared for {server.name} is a domain of Microsoft Entra Domain Services, whose schema Exchange cannot extend.",
    "undecided": "Whether a managed domain is the only directory for {server.name} cannot be told.",
    "requirement": "Exchange extends the schema of Active Directory and needs domain controllers of its own forest. A managed domain of Microsoft Entra Domain Services does not allow that and is unsupported as the forest of Exchange.",
    "remedy": "Declare domain controllers of your own, or state the forest that there is elsewhere as estate.forestLevel in exvet.yaml.",
    "sources": [
      {
        "title": "Prepare Active Directory and domains for Exchange Server",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/prepare-ad-and-domains"
      },
      {
        "title": "Compare self-managed Active Directory, Microsoft Entra ID and managed Domain Services",
        "url": "https://learn.microsoft.com/en-us/entra/identity/domain-services/compare-identity-solutions"
      }
    ]
  },
  {
    "id": "EXPLT-43",
    "title": "Exchange is not installed on a domain controller",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "require": "!('dc' in server.otherRoles || 'rodc' in server.otherRoles)",
    "evidence": "server.otherRoles",
    "message": "{server.name} is an Exchange server and a domain controller.",
    "requirement": "Installing Exchange on a domain controller is not recommended, and promoting or demoting the machine afterwards is not supported.",
    "remedy": "Run the domain controller on a machine of its own.",
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
    "id": "EXPLT-44",
    "title": "No Office product runs beside Exchange",
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
    "require": "!server.otherRoles.exists(role, role in ['office', 'sharepoint', 'skype'])",
    "evidence": "server.otherRoles",
    "message": "{server.name} runs Exchange and another Office product.",
    "requirement": "No Office client and no other Office server (SharePoint, Skype for Business, Office Online, Project) may be installed beside Exchange; only software that is made to live with it.",
    "remedy": "Move the other product to a machine of its own.",
    "sources": [
      {
        "title": "Exchange Server system requirements",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/system-requirements"
      }
    ]
  },
  {
    "id": "EXPLT-45",
    "title": "The domain controllers run a Windows Server that Exchange supports",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2016",
    "when": "has(server.mailboxVcpusOfSite)",
    "require": "(server.exchangeVersion == '2016' && !(server.domainControllerOs in ['2003', '2008']) && ('forestLevel' in server.states ? !(server.forestLevel in ['2003', '2008']) : true)) || ((server.exchangeVersion == '2019' || server.exchangeVersion == 'SE') && !(server.domainControllerOs in ['2003', '2008', '2008 R2', '2012']) && ('forestLevel' in server.states ? !(server.forestLevel in ['2003', '2008', '2008 R2', '2012']) : true))",
    "evidence": "server.domainControllerOs",
    "message": "The oldest domain controller of the forest of {server.name} runs Windows Server {server.domainControllerOs}, or its forest level is older than Exchange {server.exchangeVersion} needs.",
    "undecided": "Which Windows Server the domain controllers run is not stated.",
    "requirement": "Exchange 2019 and SE need domain controllers on Windows Server 2012 R2 or later and that forest level; Exchange 2016 needs 2008 R2. Read-only domain controllers are never usable.",
    "remedy": "Upgrade the domain controllers and raise the forest level first.",
    "sources": [
      {
        "title": "Exchange Server supportability matrix",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/supportability-matrix"
      },
      {
        "title": "Exchange Server system requirements",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/system-requirements"
      }
    ]
  },
  {
    "id": "EXPLT-46",
    "title": "The versions of Exchange in the organisation can live together",
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
    "when": "'exchangeVersions' in server.states",
    "require": "(server.exchangeVersion == '2013' && !server.exchangeVersions.exists(other, other in ['5.5', '2000', '2003'])) || (server.exchangeVersion == '2016' && !server.exchangeVersions.exists(other, other in ['5.5', '2000', '2003', '2007'])) || ((server.exchangeVersion == '2019' || server.exchangeVersion == 'SE') && !server.exchangeVersions.exists(other, other in ['5.5', '2000', '2003', '2007', '2010']))",
    "evidence": "server.exchangeVersions",
    "message": "{server.name} brings Exchange {server.exchangeVersion} into an organisation with a version that it cannot live with.",
    "requirement": "Exchange 2019 lives with 2013 CU21 and 2016 CU11 or later, and never with 2010; 2016 with 2010 SP3 RU11 and 2013 CU10 or later, and never with 2007; 2013 with 2010 SP3 and 2007 SP3 RU10, and never with 2003. SE is taken to have the rule of 2019.",
    "remedy": "Remove the old version first.",
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
    "id": "EXPLT-47",
    "title": "Exchange 2010 in a virtual machine has SP1, and four processors for Unified Messaging",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2010",
    "require": "server.servicePack >= 1 && (!('um' in server.roles) || server.vcpus >= 4)",
    "levels": [
      {
        "when": "server.servicePack >= 1",
        "level": "error",
        "evidence": "server.vcpus",
        "message": "{server.name} has {server.vcpus} processors; a Unified Messaging server needs four."
      }
    ],
    "evidence": "server.servicePack",
    "message": "{server.name} runs Exchange 2010 with service pack {server.servicePack}, and SP1 is needed in a virtual machine.",
    "undecided": "Whether Exchange 2010 on {server.name} has what a virtual machine needs is not stated.",
    "requirement": "From SP1 on all roles of Exchange 2010 are supported in a virtual machine, DAG members on a hypervisor cluster included. A Unified Messaging server needs four virtual processors with four cores always available to it.",
    "remedy": "Install SP3, give a Unified Messaging server four processors, and move to a later version.",
    "sources": [
      {
        "title": "Demystifying Exchange 2010 SP1 virtualization",
        "url": "https://techcommunity.microsoft.com/blog/exchange/demystifying-exchange-2010-sp1-virtualization/603007"
      }
    ]
  },
  {
    "id": "EXPLT-48",
    "title": "Exchange 2010 does not run on Azure virtual machines",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure",
      "asr"
    ],
    "exchange": "2010",
    "require": "false",
    "evidence": "server.exchangeVersion",
    "message": "{server.name} runs Exchange 2010 on Azure.",
    "requirement": "No statement supports Exchange 2010 on Azure virtual machines; Exchange 2013 is the first version that the policy names.",
    "remedy": "Move to Exchange Server SE.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXREP-01",
    "title": "Replication from Hyper-V has storage and a network in Azure",
    "severity": "error",
    "subject": "replication",
    "platforms": [
      "asr"
    ],
    "when": "replication.direction in ['hyper-v-to-azure', 'vmm-to-azure']",
    "require": "replication.targetStorage && (replication.direction == 'vmm-to-azure' || replication.networkMapped)",
    "levels": [
      {
        "when": "!replication.targetStorage",
        "level": "error",
        "message": "{replication.name} is replicated to Azure, but neither managed disks nor a storage account is named for it."
      }
    ],
    "evidence": "replication.networkMapped",
    "message": "{replication.name} is replicated to Azure, but no virtual network is named for it.",
    "undecided": "Whether storage and a network in Azure are told for {replication.name} cannot be told.",
    "requirement": "Replication from Hyper-V to Azure needs an Azure account, storage that the replicated data goes to (managed disks today, a storage account formerly) and a virtual network that the machines join after a failover.",
    "remedy": "Set `useManagedDisks` or list the disks under `disksToIncludeForManagedDisks`, and name the network in `targetAzureNetworkId`.",
    "sources": [
      {
        "title": "Hyper-V to Azure disaster recovery architecture",
        "url": "https://learn.microsoft.com/en-us/azure/site-recovery/hyper-v-azure-architecture"
      }
    ]
  },
  {
    "id": "EXREP-02",
    "title": "The Site Recovery Provider is installed on the VMM server",
    "severity": "error",
    "subject": "replication",
    "platforms": [
      "asr"
    ],
    "when": "replication.direction == 'vmm-to-azure'",
    "require": "replication.server.siteRecoveryProvider",
    "evidence": "replication.server.siteRecoveryProvider",
    "message": "{replication.name} is replicated from hosts that VMM manages, but the Site Recovery Provider is not installed there.",
    "undecided": "Whether the Site Recovery Provider is installed on the VMM server that {replication.name} is replicated from cannot be told.",
    "requirement": "With System Center VMM, the VMM server has at least one cloud with the Hyper-V hosts in it, the Site Recovery Provider is installed on it, and it is registered in the vault.",
    "remedy": "Install the provider on the VMM server with the registration key of the vault.",
    "sources": [
      {
        "title": "Hyper-V to Azure disaster recovery architecture",
        "url": "https://learn.microsoft.com/en-us/azure/site-recovery/hyper-v-azure-architecture"
      }
    ]
  },
  {
    "id": "EXREP-03",
    "title": "The Recovery Services agent is installed on every Hyper-V host",
    "severity": "error",
    "subject": "replication",
    "platforms": [
      "asr"
    ],
    "when": "replication.direction in ['hyper-v-to-azure', 'vmm-to-azure']",
    "require": "replication.server.siteRecoveryAgents",
    "evidence": "replication.server.siteRecoveryAgents",
    "message": "{replication.name} is replicated from Hyper-V hosts that do not all have the Recovery Services agent.",
    "undecided": "Whether every Hyper-V host that {replication.name} may run on has the Recovery Services agent cannot be told.",
    "requirement": "The Recovery Services agent is installed on every Hyper-V host that machines are replicated from, and on every member of a cluster of them.",
    "remedy": "Install the agent on each host and on each node of the cluster, and state `estate.siteRecoveryAgents`.",
    "sources": [
      {
        "title": "Hyper-V to Azure disaster recovery architecture",
        "url": "https://learn.microsoft.com/en-us/azure/site-recovery/hyper-v-azure-architecture"
      }
    ]
  },
  {
    "id": "EXREP-05",
    "title": "VM networks are linked to a logical network of their VMM cloud",
    "severity": "warning",
    "subject": "replication",
    "platforms": [
      "asr"
    ],
    "when": "replication.direction == 'vmm-to-azure'",
    "require": "replication.server.vmNetworksLinked",
    "evidence": "replication.server.vmNetworksLinked",
    "message": "{replication.name} is replicated from a VMM cloud whose VM networks are not all linked to a logical network of it.",
    "undecided": "Whether the VM networks of {replication.name} are linked to a logical network of its VMM cloud cannot be told.",
    "requirement": "VMM has logical networks and VM networks, and each VM network should be linked to a logical network that belongs to the cloud.",
    "remedy": "Link the VM network to a logical network of the cloud, and state `estate.vmNetworksLinked`.",
    "sources": [
      {
        "title": "Hyper-V to Azure disaster recovery architecture",
        "url": "https://learn.microsoft.com/en-us/azure/site-recovery/hyper-v-azure-architecture"
      }
    ]
  },
  {
    "id": "EXREP-06",
    "title": "VM networks of VMM are mapped to virtual networks in Azure",
    "severity": "warning",
    "subject": "replication",
    "platforms": [
      "asr"
    ],
    "when": "replication.direction == 'vmm-to-azure'",
    "require": "replication.networkMapped",
    "evidence": "replication.networkMapped",
    "message": "{replication.name} is replicated from VMM, but no network mapping tells its network in Azure.",
    "undecided": "Whether the VM network of {replication.name} is mapped to a virtual network in Azure cannot be told.",
    "requirement": "VM networks of VMM are mapped to Azure virtual networks, so that machines are in a network when a failover creates them.",
    "remedy": "Add an `azurerm_site_recovery_hyperv_network_mapping` (a `replicationNetworkMappings` of type `VmmToAzure`) for each VM network that Exchange servers use.",
    "sources": [
      {
        "title": "Network mapping from VMM to Azure",
        "url": "https://learn.microsoft.com/en-us/azure/site-recovery/hyper-v-vmm-network-mapping"
      }
    ]
  },
  {
    "id": "EXREP-08",
    "title": "There is room for the snapshot and the logs of Hyper-V replication",
    "severity": "note",
    "subject": "replication",
    "platforms": [
      "asr"
    ],
    "when": "replication.direction in ['hyper-v-to-azure', 'vmm-to-azure']",
    "require": "replication.server.replicationHeadroom * 2 >= replication.replicatedGib",
    "levels": [
      {
        "when": "replication.server.replicationHeadroom * 2 < replication.replicatedGib",
        "level": "warning"
      }
    ],
    "evidence": "replication.server.replicationHeadroom",
    "message": "{replication.server.replicationHeadroom} GiB are free where the virtual disks of {replication.name} lie, less than half of its {replication.replicatedGib} GiB.",
    "undecided": "The first copy of {replication.name} to Azure takes a Hyper-V snapshot and keeps replication logs beside its disks; whether there is room for them cannot be told.",
    "requirement": "The first replication takes a snapshot of the Hyper-V machine, which is deleted when it is done, and the changes of each disk are written to a log (.hrl) beside it. Both need disk space meanwhile.",
    "remedy": "Keep at least half of the size of its disks free on their volumes, and state `servers[].replicationHeadroom`.",
    "sources": [
      {
        "title": "Hyper-V to Azure disaster recovery architecture",
        "url": "https://learn.microsoft.com/en-us/azure/site-recovery/hyper-v-azure-architecture"
      }
    ]
  },
  {
    "id": "EXREP-09",
    "title": "No disk changes so fast that Hyper-V replication has to start over",
    "severity": "warning",
    "subject": "replication",
    "platforms": [
      "asr"
    ],
    "when": "replication.direction in ['hyper-v-to-azure', 'vmm-to-azure']",
    "require": "!replication.server.disks.exists(d, d.churn * 1800 > d.sizeGib * 512)",
    "evidence": "replication.replicatedGib",
    "message": "A disk of {replication.name} changes so fast that its replication log reaches half of its size within half an hour.",
    "undecided": "Whether a disk of {replication.name} changes so fast that its replication starts over cannot be told.",
    "requirement": "When the replication log of a disk reaches half of the size of the disk, the machine is marked for resynchronization: both sides are compared block by block.",
    "remedy": "Keep transaction logs on a disk that is large against what is written to it, or spread them over more disks; state `servers[].disks[].churn`.",
    "sources": [
      {
        "title": "Hyper-V to Azure disaster recovery architecture",
        "url": "https://learn.microsoft.com/en-us/azure/site-recovery/hyper-v-azure-architecture"
      }
    ]
  },
  {
    "id": "EXREP-14",
    "title": "A recovery plan fails replicated Exchange servers over, after Active Directory",
    "severity": "warning",
    "subject": "replication",
    "platforms": [
      "asr"
    ],
    "when": "replication.replicatedServers > 1 || has(replication.startsAfterDirectory)",
    "require": "replication.inRecoveryPlan && (!has(replication.startsAfterDirectory) || replication.startsAfterDirectory)",
    "levels": [
      {
        "when": "has(replication.startsAfterDirectory) && !replication.startsAfterDirectory",
        "level": "warning",
        "message": "The recovery plan of {replication.name} does not start the domain controllers before it."
      }
    ],
    "evidence": "replication.inRecoveryPlan",
    "message": "{replication.name} is one of {replication.replicatedServers} replicated Exchange servers and is in no recovery plan.",
    "undecided": "Whether a recovery plan names {replication.name} cannot be told.",
    "requirement": "Several machines are failed over together by a recovery plan, which starts them group by group; without one each machine is failed over by hand. Domain controllers come before Exchange.",
    "remedy": "Add a recovery plan with the domain controllers in its first boot group, if they are replicated, and the Exchange servers in a later one.",
    "sources": [
      {
        "title": "About recovery plans",
        "url": "https://learn.microsoft.com/en-us/azure/site-recovery/recovery-plan-overview"
      },
      {
        "title": "About disaster recovery for on-premises apps",
        "url": "https://learn.microsoft.com/en-us/azure/site-recovery/site-recovery-workload"
      }
    ]
  },
  {
    "id": "EXREP-15",
    "title": "A network of its own is named for test failovers",
    "severity": "note",
    "subject": "replication",
    "platforms": [
      "asr"
    ],
    "when": "has(replication.testNetwork)",
    "require": "replication.testNetwork && !replication.testsInTargetNetwork",
    "levels": [
      {
        "when": "replication.testsInTargetNetwork",
        "level": "note",
        "message": "Test failovers of {replication.name} come into the network of real ones."
      }
    ],
    "evidence": "replication.testNetwork",
    "message": "No network for test failovers of {replication.name} is named.",
    "undecided": "Whether test failovers of {replication.name} come into a network of their own cannot be told.",
    "requirement": "Once a machine is protected, its settings for Azure are adjusted where needed and a test failover is run, into an isolated network; a real failover is committed afterwards.",
    "remedy": "Name an isolated virtual network in `test_network_id` (`testNetworkId`).",
    "sources": [
      {
        "title": "Run a test failover to Azure",
        "url": "https://learn.microsoft.com/en-us/azure/site-recovery/site-recovery-test-failover-to-azure"
      }
    ]
  },
  {
    "id": "EXREP-31",
    "title": "Members of a DAG are replicated by the DAG, not by Site Recovery",
    "severity": "warning",
    "subject": "replication",
    "platforms": [
      "asr"
    ],
    "exchange": ">=2013",
    "require": "!replication.dagMember",
    "levels": [
      {
        "when": "run.strict",
        "level": "error"
      }
    ],
    "evidence": "replication.dagMember",
    "message": "{replication.name} is a member of a DAG, and Site Recovery replicates it block by block.",
    "undecided": "Whether {replication.name}, which Site Recovery replicates, is a member of a DAG cannot be told.",
    "requirement": "Site Recovery is for Exchange servers outside a DAG. For a DAG its own replication to members in the second site is recommended; recovery plans may orchestrate it.",
    "remedy": "Put a member of the DAG into the second site, and take the server out of the replication.",
    "sources": [
      {
        "title": "About disaster recovery for on-premises apps",
        "url": "https://learn.microsoft.com/en-us/azure/site-recovery/site-recovery-workload"
      }
    ]
  },
  {
    "id": "EXREP-32",
    "title": "A machine replicated from Hyper-V is within the limits of Site Recovery",
    "severity": "error",
    "subject": "replication",
    "platforms": [
      "asr"
    ],
    "when": "replication.direction in ['hyper-v-to-azure', 'vmm-to-azure']",
    "require": "!replication.server.disks.exists(d, has(d.sizeGib) && d.isOs && d.sizeGib > replication.maxOsDiskGib) && !replication.server.disks.exists(d, has(d.sizeGib) && !d.isOs\n    && (d.sizeGib > replication.maxDataDiskGib || d.sizeGib < replication.minDataDiskGib))\n&& !(replication.sourceDisks > replication.maxDisks) && !replication.source.exists(s, s.disks.exists(d, has(d.shared) && d.shared)) && !replication.source.exists(s, s.disks.exists(d, has(d.sectors) && d.sectors == '4kn')) && !has(replication.server.zone) && (!has(replication.churn) || replication.churn <= replication.maxChurn) && !replication.source.exists(s, has(s.secureBoot) && s.secureBoot) && replication.sourceDeclared",
    "levels": [
      {
        "when": "replication.server.disks.exists(d, has(d.sizeGib) && d.isOs && d.sizeGib > replication.maxOsDiskGib)",
        "level": "error",
        "message": "The OS disk of {replication.name} is larger than the {replication.maxOsDiskGib} GiB that Site Recovery replicates from its generation of machines."
      },
      {
        "when": "replication.sourceDisks > replication.maxDisks",
        "level": "error",
        "message": "{replication.name} has {replication.sourceDisks} disks, more than the {replication.maxDisks} that Site Recovery replicates."
      },
      {
        "when": "replication.source.exists(s, s.disks.exists(d, has(d.shared) && d.shared))",
        "level": "error",
        "message": "{replication.name} has a shared virtual disk, which Site Recovery does not replicate."
      },
      {
        "when": "replication.source.exists(s, s.disks.exists(d, has(d.sectors) && d.sectors == '4kn'))",
        "level": "error",
        "message": "{replication.name} has a disk with sectors of 4 KB, which Site Recovery does not replicate."
      },
      {
        "when": "has(replication.server.zone)",
        "level": "error",
        "evidence": "replication.server.zone",
        "message": "{replication.name} is to come into zone {replication.server.zone}, which Site Recovery does not offer for Hyper-V."
      },
      {
        "when": "has(replication.churn) && replication.churn > replication.maxChurn",
        "level": "error",
        "evidence": "replication.churn",
        "message": "On the disks of {replication.name} {replication.churn} MB/s change, more than the {replication.maxChurn} that Site Recovery keeps up with."
      },
      {
        "when": "replication.server.disks.exists(d, has(d.sizeGib) && !d.isOs && (d.sizeGib > replication.maxDataDiskGib || d.sizeGib < replication.minDataDiskGib))",
        "level": "error"
      },
      {
        "when": "replication.source.exists(s, has(s.secureBoot) && s.secureBoot)",
        "level": "warning",
        "message": "{replication.name} starts with secure boot, which the support matrix of Site Recovery for Hyper-V does not have."
      }
    ],
    "evidence": "replication.sourceDeclared",
    "message": "{replication.name} has a data disk of a size that Site Recovery does not replicate: {replication.minDataDiskGib} to {replication.maxDataDiskGib} GiB are possible.",
    "undecided": "Whether {replication.name} is within the limits of Site Recovery for Hyper-V cannot be told.",
    "requirement": "From Hyper-V to Azure the OS disk has 2,048 GiB at most on generation 1 and 4,095 GiB on generation 2, a data disk 1 GiB to 32,767 GiB, and a machine 64 disks and 54 MB/s of changes. Shared disks and disks with 4 KB sectors are not replicated, secure boot is not supported, and the machine cannot come into an availability zone.",
    "remedy": "Bring the machine within the limits before its protection is switched on; a protected disk cannot be resized.",
    "sources": [
      {
        "title": "Support matrix for disaster recovery of on-premises Hyper-V VMs to Azure",
        "url": "https://learn.microsoft.com/en-us/azure/site-recovery/hyper-v-azure-support-matrix"
      }
    ]
  },
  {
    "id": "EXREP-33",
    "title": "A replicated Azure machine is within the limits of Site Recovery",
    "severity": "error",
    "subject": "replication",
    "platforms": [
      "asr"
    ],
    "when": "replication.direction == 'azure-to-azure'",
    "require": "!replication.source.exists(s, s.disks.exists(d, d.tier == 'ultra')) && !replication.source.exists(s, has(s.diskController) && s.diskController == 'nvme') && !replication.source.exists(s, s.disks.exists(d, has(d.writeAccelerator) && d.writeAccelerator)) && !replication.server.disks.exists(d, has(d.sizeGib) && d.isOs && d.sizeGib > replication.maxOsDiskGib) && !replication.server.disks.exists(d, has(d.sizeGib) && d.sizeGib > replication.maxDataDiskGib) && (!has(replication.cacheInSourceRegion) || replication.cacheInSourceRegion) && (!has(replication.churn) || replication.churn <= replication.maxChurn) && !('usesIscsi' in replication.server.states && replication.server.usesIscsi) && !replication.source.exists(s, s.disks.exists(d, d.tier == 'premium-v2')) && replication.sourceDeclared",
    "levels": [
      {
        "when": "replication.source.exists(s, s.disks.exists(d, d.tier == 'ultra'))",
        "level": "error",
        "message": "{replication.name} has an Ultra Disk, which Site Recovery does not replicate."
      },
      {
        "when": "replication.source.exists(s, has(s.diskController) && s.diskController == 'nvme')",
        "level": "error",
        "message": "{replication.name} reaches its disks by NVMe, which Site Recovery does not replicate."
      },
      {
        "when": "replication.source.exists(s, s.disks.exists(d, has(d.writeAccelerator) && d.writeAccelerator))",
        "level": "error",
        "message": "{replication.name} has a disk with write accelerator, which Site Recovery does not replicate."
      },
      {
        "when": "has(replication.cacheInSourceRegion) && !replication.cacheInSourceRegion",
        "level": "error",
        "evidence": "replication.cacheInSourceRegion",
        "message": "The cache storage account of {replication.name} is not in the region of the replicated machine."
      },
      {
        "when": "has(replication.churn) && replication.churn > replication.maxChurn",
        "level": "error",
        "evidence": "replication.churn",
        "message": "On the disks of {replication.name} {replication.churn} MB/s change, more than the {replication.maxChurn} that Site Recovery keeps up with."
      },
      {
        "when": "'usesIscsi' in replication.server.states && replication.server.usesIscsi",
        "level": "error",
        "evidence": "replication.server.usesIscsi",
        "message": "{replication.name} reaches storage by iSCSI, which Site Recovery does not replicate."
      },
      {
        "when": "replication.server.disks.exists(d, has(d.sizeGib) && d.isOs && d.sizeGib > replication.maxOsDiskGib) || replication.server.disks.exists(d, has(d.sizeGib) && d.sizeGib > replication.maxDataDiskGib)",
        "level": "error"
      },
      {
        "when": "replication.source.exists(s, s.disks.exists(d, d.tier == 'premium-v2'))",
        "level": "warning",
        "message": "{replication.name} has a Premium SSD v2, which Site Recovery replicates only as a preview."
      }
    ],
    "evidence": "replication.sourceDeclared",
    "message": "{replication.name} has a disk that is larger than Site Recovery replicates: {replication.maxOsDiskGib} GiB for the system, {replication.maxDataDiskGib} GiB for data.",
    "undecided": "Whether {replication.name} is within the limits of Site Recovery cannot be told.",
    "requirement": "Between Azure regions Site Recovery replicates no Ultra Disks, no disks by NVMe and none with write accelerator; Premium SSD v2 is a preview. The OS disk has 4,095 GiB at most, a data disk 32,767 GiB, and the cache storage account is in the region of the replicated machine.",
    "remedy": "Use Premium SSD with the SCSI controller, and a cache storage account in the source region.",
    "sources": [
      {
        "title": "Support matrix for Azure VM disaster recovery between Azure regions",
        "url": "https://learn.microsoft.com/en-us/azure/site-recovery/azure-to-azure-support-matrix"
      }
    ]
  },
  {
    "id": "EXREP-34",
    "title": "Hyper-V hosts and VMM are of releases that Site Recovery supports",
    "severity": "error",
    "subject": "replication",
    "platforms": [
      "asr"
    ],
    "when": "replication.direction in ['hyper-v-to-azure', 'vmm-to-azure']",
    "require": "!(replication.server.hostBackupByAzure) && replication.hostOs >= '2012 R2' && (replication.direction != 'vmm-to-azure'\n    || (replication.server.vmmVersion >= '2012 R2' && replication.hostOs <= replication.server.vmmVersion))",
    "levels": [
      {
        "when": "replication.server.hostBackupByAzure",
        "level": "error",
        "evidence": "replication.server.hostBackupByAzure",
        "message": "{replication.name} is replicated from hosts that Azure Backup protects too."
      },
      {
        "when": "replication.hostOs < '2012 R2'",
        "level": "error",
        "evidence": "replication.hostOs",
        "message": "{replication.name} is replicated from a host with Windows Server {replication.hostOs}; Site Recovery takes 2012 R2 and later."
      }
    ],
    "evidence": "replication.server.vmmVersion",
    "message": "VMM {replication.server.vmmVersion} manages the host of {replication.name}, which has Windows Server {replication.hostOs}: VMM must be 2012 R2 or later and no older than its hosts.",
    "undecided": "Whether the hosts that {replication.name} is replicated from are supported by Site Recovery cannot be told.",
    "requirement": "Hyper-V hosts run Windows Server 2012 R2 to 2025, and VMM is 2012 R2 to 2025 and not older than the hosts that it manages. Azure Backup and Site Recovery on one Hyper-V host are not supported together.",
    "remedy": "Bring hosts and VMM to supported releases, and protect the host by one of the two services.",
    "sources": [
      {
        "title": "Support matrix for disaster recovery of on-premises Hyper-V VMs to Azure",
        "url": "https://learn.microsoft.com/en-us/azure/site-recovery/hyper-v-azure-support-matrix"
      }
    ]
  },
  {
    "id": "EXREP-35",
    "title": "BitLocker and Hyper-V replication to Azure exclude each other",
    "severity": "warning",
    "subject": "replication",
    "platforms": [
      "asr"
    ],
    "exchange": ">=2016",
    "when": "replication.direction in ['hyper-v-to-azure', 'vmm-to-azure']",
    "require": "!replication.server.disks.exists(d, d.bitLocker)",
    "evidence": "replication.replicatedGib",
    "message": "BitLocker encrypts a disk of {replication.name}, which Site Recovery does not replicate from Hyper-V.",
    "undecided": "Whether BitLocker encrypts a disk of {replication.name}, which could then not be replicated from Hyper-V, cannot be told.",
    "requirement": "Site Recovery does not replicate disks from Hyper-V that BitLocker encrypts, while the preferred architecture of Exchange recommends BitLocker on the disks with its data. One of the two has to give way.",
    "remedy": "Protect the server by a DAG with a member in the second site, or encrypt its disks below the virtual machine.",
    "sources": [
      {
        "title": "Preferred architecture",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/deployment-ref/preferred-architecture-2019"
      },
      {
        "title": "Support matrix for disaster recovery of on-premises Hyper-V VMs to Azure",
        "url": "https://learn.microsoft.com/en-us/azure/site-recovery/hyper-v-azure-support-matrix"
      }
    ]
  },
  {
    "id": "EXREP-36",
    "title": "All storage of a machine replicated from Hyper-V is on virtual disks",
    "severity": "error",
    "subject": "replication",
    "platforms": [
      "asr"
    ],
    "when": "replication.direction in ['hyper-v-to-azure', 'vmm-to-azure']",
    "require": "!replication.source.exists(s, s.disks.exists(d, has(d.format) && d.format == 'pass-through')) && !replication.server.usesIscsi",
    "levels": [
      {
        "when": "replication.source.exists(s, s.disks.exists(d, has(d.format) && d.format == 'pass-through'))",
        "level": "error",
        "message": "{replication.name} has a pass-through disk, which Hyper-V does not replicate."
      }
    ],
    "evidence": "replication.server.usesIscsi",
    "message": "{replication.name} reaches storage by an iSCSI initiator of its own, which Hyper-V does not replicate.",
    "undecided": "Whether {replication.name} has storage that Hyper-V does not replicate cannot be told.",
    "requirement": "Hyper-V replicates virtual disk files. Pass-through disks, and volumes that the machine reaches by an iSCSI initiator of its own, are supported for Exchange but are not replicated.",
    "remedy": "Move the data to virtual disks, or protect it another way.",
    "sources": [
      {
        "title": "Support matrix for disaster recovery of on-premises Hyper-V VMs to Azure",
        "url": "https://learn.microsoft.com/en-us/azure/site-recovery/hyper-v-azure-support-matrix"
      }
    ]
  },
  {
    "id": "EXREP-37",
    "title": "Application-consistent recovery points are off where volumes are striped",
    "severity": "warning",
    "subject": "replication",
    "platforms": [
      "asr"
    ],
    "when": "replication.direction in ['hyper-v-to-azure', 'vmm-to-azure']",
    "require": "replication.appConsistentHours == 0 || !replication.server.disks.exists(d, d.striped)",
    "evidence": "replication.appConsistentHours",
    "message": "{replication.name} has a striped volume, of which no application-consistent recovery point can be made; its policy asks for one every {replication.appConsistentHours} hours.",
    "undecided": "Whether application-consistent recovery points of {replication.name} can be made cannot be told.",
    "requirement": "Application-consistent recovery points are snapshots that VSS takes inside the machine. With striped or dynamic disks they are not possible, and the policy must set their frequency to 0.",
    "remedy": "Set the frequency of application-consistent snapshots to 0 in the replication policy, or use simple volumes.",
    "sources": [
      {
        "title": "Support matrix for disaster recovery of on-premises Hyper-V VMs to Azure",
        "url": "https://learn.microsoft.com/en-us/azure/site-recovery/hyper-v-azure-support-matrix"
      }
    ]
  },
  {
    "id": "EXREP-38",
    "title": "No disk with Exchange data is left out of the replication",
    "severity": "error",
    "subject": "replication",
    "platforms": [
      "asr"
    ],
    "require": "!replication.excludesExchangeData",
    "evidence": "replication.excludesExchangeData",
    "message": "{replication.name} is replicated without disks that hold Exchange data: {replication.excludedDisks}.",
    "undecided": "Whether all disks of {replication.name} with Exchange data are replicated cannot be told.",
    "requirement": "Disks may be left out of the replication, but none that holds databases, transaction logs or transport queues.",
    "remedy": "Add the disk to the replicated item.",
    "sources": [
      {
        "title": "Exclude disks from disaster recovery",
        "url": "https://learn.microsoft.com/en-us/azure/site-recovery/exclude-disks-replication"
      }
    ]
  },
  {
    "id": "EXREP-39",
    "title": "Members of a DAG are not replicated by Hyper-V Replica",
    "severity": "warning",
    "subject": "replication",
    "platforms": [
      "hyper-v"
    ],
    "exchange": ">=2013",
    "when": "replication.direction == 'hyper-v-replica'",
    "require": "!replication.dagMember",
    "evidence": "replication.direction",
    "message": "{replication.name} is a member of a DAG, and a network for test failovers hints at Hyper-V Replica.",
    "undecided": "Whether {replication.name}, which Hyper-V Replica seems to replicate, is a member of a DAG cannot be told.",
    "requirement": "The support policy of Exchange does not speak of Hyper-V Replica. What Microsoft says of Site Recovery is taken to hold for it: for servers outside a DAG, while a DAG has its own replication.",
    "remedy": "Put a member of the DAG into the second site, and take the server out of the replication.",
    "sources": [
      {
        "title": "About disaster recovery for on-premises apps",
        "url": "https://learn.microsoft.com/en-us/azure/site-recovery/site-recovery-workload"
      }
    ]
  },
  {
    "id": "EXSIZ-01",
    "title": "The server has what its sizing asks for",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2007",
    "when": "'requiredVcpus' in server.states && 'requiredMemory' in server.states",
    "require": "server.vcpus >= server.requiredVcpus && server.memoryMib >= server.requiredMemory * 1024",
    "evidence": "server.vcpus",
    "message": "{server.name} has {server.vcpus} processors and {server.memoryMib} MiB of memory, but its sizing asks for {server.requiredVcpus} and {server.requiredMemory} GiB.",
    "undecided": "Whether {server.name} has what its sizing asks for cannot be told.",
    "requirement": "A virtual server is sized like a physical one: every role gets the resources that its usage profile needs. The sentence stands in the policy for Exchange 2007 and holds for all versions.",
    "remedy": "Give the machine what the calculator asks for.",
    "sources": [
      {
        "title": "Exchange 2013 virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-virtualization-exchange-2013-help"
      },
      {
        "title": "Exchange 2013 sizing and configuration recommendations",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-sizing-and-configuration-recommendations-exchange-2013-help"
      }
    ]
  },
  {
    "id": "EXSIZ-02",
    "title": "An Exchange server on Azure delivers the disk performance that its sizing asks for",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2013",
    "when": "'requiredIops' in server.states && 'requiredThroughput' in server.states",
    "require": "server.uncachedIops >= server.requiredIops && server.diskIops >= server.requiredIops && server.uncachedThroughput >= server.requiredThroughput && server.diskThroughput >= server.requiredThroughput",
    "levels": [
      {
        "when": "server.diskIops < server.requiredIops || server.diskThroughput < server.requiredThroughput",
        "level": "warning",
        "evidence": "server.diskIops",
        "message": "The data disks of {server.name} deliver {server.diskIops} IOPS and {server.diskThroughput} MB/s; its sizing asks for {server.requiredIops} IOPS and {server.requiredThroughput} MB/s."
      }
    ],
    "evidence": "server.size",
    "message": "{server.name} has the size {server.size}, which lets {server.uncachedIops} IOPS and {server.uncachedThroughput} MB/s through; its sizing asks for {server.requiredIops} IOPS and {server.requiredThroughput} MB/s.",
    "undecided": "Whether {server.name} delivers the disk performance that its sizing asks for cannot be told.",
    "requirement": "Exchange on infrastructure as a service is supported when the infrastructure meets the performance that sizing Exchange found. Size and disks together must deliver the operations and the throughput that the calculator asks for.",
    "remedy": "Choose a larger size, or more or larger disks. State what sizing asks for as requiredIops and requiredThroughput in exvet.yaml.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "Virtual machine and disk performance",
        "url": "https://learn.microsoft.com/en-us/azure/virtual-machines/disks-performance"
      },
      {
        "title": "Exchange Server role requirements calculator",
        "url": "https://aka.ms/excalc"
      }
    ]
  },
  {
    "id": "EXSIZ-20",
    "title": "Exchange is scaled out rather than up",
    "severity": "note",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "require": "server.vcpus <= server.vcpuCeiling || server.memoryMib <= 262144",
    "evidence": "server.vcpus",
    "message": "{server.name} is very large: {server.vcpus} processors and {server.memoryMib} MiB of memory.",
    "undecided": "Whether {server.name} is very large cannot be told.",
    "requirement": "More servers of moderate size are preferred over few large ones.",
    "remedy": "Spread the mailboxes over more servers.",
    "sources": [
      {
        "title": "Exchange 2013 sizing and configuration recommendations",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-sizing-and-configuration-recommendations-exchange-2013-help"
      },
      {
        "title": "Preferred architecture",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/deployment-ref/preferred-architecture-2019"
      }
    ]
  },
  {
    "id": "EXSIZ-22",
    "title": "The VM size carries the disks of an Exchange server",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2013",
    "when": "server.dataDisks > 0",
    "require": "server.dataDisks <= server.maxDataDisks && server.neededIops <= server.uncachedIops && server.neededThroughput <= server.uncachedThroughput",
    "levels": [
      {
        "when": "server.dataDisks > server.maxDataDisks",
        "level": "error",
        "message": "{server.name} has {server.dataDisks} data disks; its size {server.size} attaches {server.maxDataDisks}."
      }
    ],
    "evidence": "server.size",
    "message": "{server.name} has the size {server.size}, which lets {server.uncachedIops} IOPS and {server.uncachedThroughput} MB/s through to disks of which {server.neededIops} IOPS and {server.neededThroughput} MB/s are needed.",
    "undecided": "Whether the size of {server.name}, {server.size}, carries its disks cannot be told.",
    "requirement": "A VM size attaches a limited number of data disks and lets a limited number of operations and MB/s through to them. It should not be less than what the disks of the server need.",
    "remedy": "Choose a size with higher limits, fewer or smaller disks, or state what sizing asks for as requiredIops and requiredThroughput in exvet.yaml.",
    "sources": [
      {
        "title": "Virtual machine and disk performance",
        "url": "https://learn.microsoft.com/en-us/azure/virtual-machines/disks-performance"
      },
      {
        "title": "Sizes for virtual machines in Azure",
        "url": "https://learn.microsoft.com/en-us/azure/virtual-machines/sizes/overview"
      }
    ]
  },
  {
    "id": "EXSIZ-23",
    "title": "Members of a DAG are sized alike",
    "severity": "warning",
    "subject": "dag",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "when": "dag.certain",
    "require": "dag.sizesAlike && dag.disksAlike",
    "levels": [
      {
        "when": "dag.sizesAlike",
        "level": "warning",
        "evidence": "dag.disksAlike",
        "message": "The members of {dag.name} differ in the number of data disks."
      }
    ],
    "evidence": "dag.sizesAlike",
    "message": "The members of {dag.name} differ in processors, memory or the number of data disks.",
    "undecided": "Whether the members of {dag.name} are sized alike cannot be told.",
    "requirement": "All members of a DAG should have the same processors, memory and disks, so that each can carry its share in the worst failure that is planned for.",
    "remedy": "Give all members the same size and disks.",
    "sources": [
      {
        "title": "Database availability groups",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/database-availability-groups/database-availability-groups"
      },
      {
        "title": "Preferred architecture",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/deployment-ref/preferred-architecture-2019"
      }
    ]
  },
  {
    "id": "EXSNP-01",
    "title": "No snapshots or checkpoints of Exchange servers",
    "severity": "error",
    "subject": "server",
    "platforms": [
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
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXSNP-02",
    "title": "A vApp does not suspend Exchange servers",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "vsphere"
    ],
    "exchange": ">=2013",
    "when": "has(server.stopAction)",
    "require": "server.stopAction != 'save'",
    "evidence": "server.stopAction",
    "message": "The vApp of {server.name} suspends it, and so saves its state, when the vApp stops.",
    "undecided": "Whether the vApp of {server.name} suspends it cannot be told.",
    "requirement": "A virtual machine with Exchange must never be written to disk as a saved state and resumed from it, neither when it is moved nor when it goes offline.",
    "remedy": "Set stop_action = \"guestShutdown\" in the vsphere_vapp_entity of the machine.",
    "fix": {
      "set": "server.stopAction",
      "to": "guestShutdown"
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
    "sources": [
      {
        "title": "Support policies and recommendations for Exchange servers in hardware virtualization environments",
        "url": "https://learn.microsoft.com/en-us/previous-versions/office/exchange-server-2007-technical-articles/cc794548(v=exchg.80)"
      }
    ]
  },
  {
    "id": "EXSNP-10",
    "title": "Exchange servers are not moved by quick migration",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "when": "'plannedMove' in server.states",
    "require": "server.plannedMove != 'quick'",
    "evidence": "server.plannedMove",
    "message": "{server.name} is moved between hosts by quick migration, which saves its state to disk.",
    "undecided": "How {server.name} is moved between hosts cannot be told.",
    "requirement": "A planned move must be a shutdown and a cold boot, or an online migration that carries the state over the network. Quick migration suspends the machine to disk and resumes it elsewhere: saved state, which Exchange 2013 and later do not support.",
    "remedy": "Move the machine by live migration, or shut it down first.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXSNP-11",
    "title": "Exchange 2007 on pass-through or iSCSI disks is backed up inside the guest",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "hyper-v",
      "scvmm"
    ],
    "exchange": "2007",
    "when": "server.disks.exists(disk, has(disk.format) && disk.format == 'pass-through') || server.usesIscsi",
    "require": "!(server.backupMethod in ['host-vss', 'crash-consistent'])",
    "evidence": "server.backupMethod",
    "message": "{server.name} has pass-through or iSCSI disks and is backed up from its host ({server.backupMethod}).",
    "undecided": "How {server.name} is backed up, and whether it has pass-through or iSCSI disks, cannot be told.",
    "requirement": "A VSS backup taken on the host does not support pass-through disks or disks that the guest reaches by iSCSI. Such an Exchange 2007 server is backed up inside the guest, with ESE streaming or an Exchange-aware VSS product. With virtual disks a backup on the host is supported.",
    "remedy": "Back the server up inside the guest with software that knows Exchange.",
    "sources": [
      {
        "title": "Microsoft support policies for Exchange 2007 in hardware virtualization environments",
        "url": "https://learn.microsoft.com/en-us/previous-versions/office/exchange-server-2007/cc794548(v=exchg.80)"
      }
    ]
  },
  {
    "id": "EXSNP-20",
    "title": "Hyper-V does not save the state of Exchange servers",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "require": "server.stopAction != 'save'",
    "evidence": "server.stopAction",
    "message": "{server.name} is saved to disk when its host shuts down, and resumes from there.",
    "undecided": "What happens to {server.name} when its host shuts down cannot be told.",
    "requirement": "A virtual machine with Exchange must never be saved to disk and resumed from it, neither when it is moved nor when its host goes offline.",
    "remedy": "Set automatic_stop_action = \"ShutDown\".",
    "fix": {
      "set": "server.stopAction",
      "to": "ShutDown"
    },
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "hyperv_machine_instance",
        "url": "https://registry.terraform.io/providers/taliesins/hyperv/latest/docs/resources/machine_instance"
      }
    ]
  },
  {
    "id": "EXSNP-21",
    "title": "Checkpoints are switched off for Exchange servers",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "hyper-v",
      "scvmm"
    ],
    "exchange": ">=2013",
    "require": "server.checkpointType == 'disabled'",
    "levels": [
      {
        "when": "server.checkpointType == 'standard'",
        "level": "warning",
        "message": "{server.name} allows standard checkpoints, which keep its memory too."
      }
    ],
    "evidence": "server.checkpointType",
    "message": "{server.name} allows checkpoints ({server.checkpointType}).",
    "undecided": "Whether {server.name} allows checkpoints cannot be told.",
    "requirement": "Checkpoints of Exchange servers are not supported. That they are possible is no checkpoint yet; switching them off keeps anyone from taking one. Standard checkpoints, which keep the memory as well, are the worst kind.",
    "remedy": "Set checkpoint_type = \"Disabled\".",
    "fix": {
      "set": "server.checkpointType",
      "to": "Disabled"
    },
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "hyperv_machine_instance",
        "url": "https://registry.terraform.io/providers/taliesins/hyperv/latest/docs/resources/machine_instance"
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
    "fix": {
      "set": "server.hibernationEnabled",
      "to": "false"
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
    "id": "EXSNP-23",
    "title": "Exchange servers on Azure are not protected by snapshots",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2013",
    "require": "!server.hasSnapshot && !server.consistentRestorePoint && !server.platformBackup",
    "levels": [
      {
        "when": "server.hasSnapshot",
        "level": "error"
      },
      {
        "when": "server.consistentRestorePoint",
        "level": "warning",
        "evidence": "server.consistentRestorePoint",
        "message": "A restore point of {server.name} is declared: it is consistent for Windows, but restoring it is unknown to Exchange."
      },
      {
        "when": "server.platformBackup",
        "level": "warning",
        "evidence": "server.platformBackup",
        "message": "Azure Backup protects {server.name} as a whole: do not restore an Exchange server that way."
      }
    ],
    "evidence": "server.hasSnapshot",
    "message": "A crash-consistent snapshot or restore point of {server.name} or of one of its disks is declared.",
    "undecided": "Whether snapshots, restore points or backups of {server.name} as a whole are declared cannot be told.",
    "requirement": "Snapshots of an Exchange server are unsupported. On Azure these are disk snapshots and crash-consistent restore points. Restore points that ask the guest to be consistent, and Azure Backup of the whole machine, are no supported way back either; they are not recommended.",
    "remedy": "Remove the snapshot or restore point. Protect the databases by a DAG and by a backup that knows Exchange; back up the machine as a whole at most as evidence, and never restore it in place.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "Backup, restore and disaster recovery of Exchange Server",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/disaster-recovery/disaster-recovery"
      },
      {
        "title": "Overview of VM restore points",
        "url": "https://learn.microsoft.com/en-us/azure/virtual-machines/virtual-machines-create-restore-points"
      }
    ]
  },
  {
    "id": "EXSNP-24",
    "title": "Backups of Exchange know Exchange",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "when": "'backupMethod' in server.states",
    "require": "server.backupMethod in ['exchange-aware', 'none']",
    "evidence": "server.backupMethod",
    "message": "{server.name} is backed up by a method that does not know Exchange ({server.backupMethod}).",
    "undecided": "How {server.name} is backed up cannot be told.",
    "requirement": "For Exchange 2013 and later only backups by Exchange-aware software that uses VSS are supported.",
    "remedy": "Use a backup product that knows Exchange, or rely on three or more copies in a DAG.",
    "sources": [
      {
        "title": "Backup, restore, and disaster recovery",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/disaster-recovery/disaster-recovery"
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
    "exchange": ">=2007",
    "when": "has(server.linkedClone)",
    "require": "!server.linkedClone",
    "evidence": "server.linkedClone",
    "message": "{server.name} is a linked clone, whose disks are deltas on a snapshot of its template.",
    "undecided": "Whether {server.name} is a linked clone cannot be told.",
    "requirement": "Exchange is not supported on snapshots nor on disks that only hold differences to a parent, which the policy for Exchange 2007 says in so many words. A linked clone lives on both for as long as it exists.",
    "remedy": "Set linked_clone = false, or leave it out, so that the template's disks are copied.",
    "fix": {
      "set": "server.linkedClone",
      "to": "false"
    },
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXSNP-27",
    "title": "The failover cluster of the hosts does not save the state of Exchange servers",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "require": "!('clusterPriority' in server.states && server.clusterPriority in ['low', 'none']) && !('clusterOfflineAction' in server.states && server.clusterOfflineAction == 'save') && (!server.inFailoverCluster || (server.clusterPriority in ['medium', 'high'] && server.clusterOfflineAction != 'save'))",
    "levels": [
      {
        "when": "'clusterPriority' in server.states && server.clusterPriority in ['low', 'none']",
        "level": "error",
        "evidence": "server.clusterPriority",
        "message": "{server.name} has the priority {server.clusterPriority} in the failover cluster of its hosts, which then moves it by quick migration."
      }
    ],
    "evidence": "server.clusterOfflineAction",
    "message": "{server.name} is saved to disk when the failover cluster of its hosts takes it offline.",
    "undecided": "Whether the failover cluster of its hosts saves the state of {server.name} is not stated.",
    "requirement": "No setting of the hosts' failover cluster may save the machine: machines of low priority are moved by quick migration when a node is drained, and the offline action of the resource can be Save.",
    "remedy": "Give the machine medium or high priority, and set its offline action to a shutdown.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXSNP-29",
    "title": "No schedule hibernates an Exchange server on Azure",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2013",
    "require": "server.scheduledAction == 'none'",
    "levels": [
      {
        "when": "server.scheduledAction == 'stop'",
        "level": "note",
        "message": "A schedule stops {server.name}. It starts cold afterwards, which is supported; its mail and its DAG wait for it."
      }
    ],
    "evidence": "server.scheduledAction",
    "message": "A schedule hibernates {server.name}, which saves its state and resumes it later.",
    "undecided": "Whether a schedule acts on {server.name} cannot be told.",
    "requirement": "An Exchange server must not be written to disk as saved state and resumed from it, so no scheduled action may hibernate one. A schedule that stops it is a shutdown and a cold boot: supported, and worth knowing.",
    "remedy": "Take the server out of the scheduled action, or let it deallocate instead of hibernate.",
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
    "id": "EXSNP-30",
    "title": "Exchange servers on Azure are not Spot machines",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2013",
    "require": "!server.spot",
    "evidence": "server.spot",
    "message": "{server.name} is a Spot machine: Azure stops or deletes it when it needs the capacity.",
    "undecided": "Whether {server.name} is a Spot machine cannot be told.",
    "requirement": "Exchange on infrastructure as a service is supported when the infrastructure gives the performance that sizing asks for. A Spot machine has no promise of capacity at all, and with the eviction policy Delete its disks may go with it, so it is unsupported.",
    "remedy": "Set priority = \"Regular\", or leave it out.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "Use Azure Spot Virtual Machines",
        "url": "https://learn.microsoft.com/en-us/azure/virtual-machines/spot-vms"
      }
    ]
  },
  {
    "id": "EXSTO-03",
    "title": "Exchange 2007 and 2010 data is on fixed virtual disks",
    "severity": "error",
    "subject": "disk",
    "platforms": [
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2007 <2013",
    "when": "disk.holdsExchangeData && disk.presentation != 'file' && has(disk.provisioning)",
    "require": "disk.provisioning != 'dynamic'",
    "evidence": "disk.provisioning",
    "message": "{disk.name} holds Exchange {disk.holdsText} of {disk.server.name} and expands dynamically.",
    "undecided": "Whether {disk.name}, which holds Exchange {disk.holdsText} of {disk.server.name}, is a fixed or a dynamic disk cannot be told.",
    "requirement": "Virtual disks that expand dynamically are not supported for the data of Exchange 2007, whatever their format; 2010 was published with the same list. Later versions take dynamic VHDX disks.",
    "remedy": "Make the disk a fixed one (vhd_type = \"Fixed\").",
    "sources": [
      {
        "title": "Microsoft support policies for Exchange 2007 in hardware virtualization environments",
        "url": "https://learn.microsoft.com/en-us/previous-versions/office/exchange-server-2007/cc794548(v=exchg.80)"
      },
      {
        "title": "hyperv_vhd",
        "url": "https://registry.terraform.io/providers/taliesins/hyperv/latest/docs/resources/vhd"
      }
    ]
  },
  {
    "id": "EXSTO-04",
    "title": "Dynamic virtual disks with Exchange data are not in the old VHD format",
    "severity": "error",
    "subject": "disk",
    "platforms": [
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "when": "disk.holdsExchangeData && disk.presentation != 'file' && has(disk.provisioning)",
    "require": "!(disk.provisioning == 'dynamic' && disk.format == 'vhd')",
    "evidence": "disk.provisioning",
    "message": "{disk.name} holds Exchange {disk.holdsText} of {disk.server.name} and is a dynamic disk in the VHD format.",
    "undecided": "Whether {disk.name}, which holds Exchange {disk.holdsText} of {disk.server.name}, is a dynamic disk in the VHD format cannot be told.",
    "requirement": "Of the disks that expand dynamically only VHDX on Hyper-V is supported for the data of Exchange 2013 and later. A dynamic VHD is not on the list.",
    "remedy": "Convert the disk to a fixed one, or at least to VHDX.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "hyperv_vhd",
        "url": "https://registry.terraform.io/providers/taliesins/hyperv/latest/docs/resources/vhd"
      }
    ]
  },
  {
    "id": "EXSTO-05",
    "title": "Disks of Exchange servers are not deltas on other disks",
    "severity": "error",
    "subject": "disk",
    "platforms": [
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2007",
    "when": "disk.presentation != 'file' && has(disk.isDelta)",
    "require": "!disk.isDelta",
    "evidence": "disk.provisioning",
    "message": "{disk.name} of {disk.server.name} is a differencing disk: it holds only what differs from its parent.",
    "undecided": "Whether {disk.name} of {disk.server.name} is a differencing disk cannot be told.",
    "requirement": "Differencing disks and other delta mechanisms are not supported. The policy for Exchange 2007 says so; for later versions it follows from the closed list of supported disks and from the ban on snapshots.",
    "remedy": "Make the disk a fixed one of its own, without a parent.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "Microsoft support policies for Exchange 2007 in hardware virtualization environments",
        "url": "https://learn.microsoft.com/en-us/previous-versions/office/exchange-server-2007/cc794548(v=exchg.80)"
      }
    ]
  },
  {
    "id": "EXSTO-06",
    "title": "A VHD of an Exchange 2007 or 2010 server is smaller than 2,040 GB",
    "severity": "error",
    "subject": "disk",
    "platforms": [
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2007 <2013",
    "when": "disk.presentation != 'file' && has(disk.sizeGib) && !(has(disk.format) && disk.format in ['vhdx', 'pass-through'])",
    "require": "disk.sizeGib < 2040",
    "evidence": "disk.sizeGib",
    "message": "{disk.name} of {disk.server.name} is a VHD of {disk.sizeGib} GiB.",
    "undecided": "Whether {disk.name} of {disk.server.name} is a VHD smaller than 2,040 GB cannot be told.",
    "requirement": "On Hyper-V a fixed VHD of an Exchange 2007 server must be smaller than 2,040 GB; exvet holds 2010 to the same. The policies for later versions give no number. For other hypervisors their vendor does.",
    "remedy": "Split the data over several disks.",
    "sources": [
      {
        "title": "Microsoft support policies for Exchange 2007 in hardware virtualization environments",
        "url": "https://learn.microsoft.com/en-us/previous-versions/office/exchange-server-2007/cc794548(v=exchg.80)"
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
    "requirement": "Every volume on which Exchange keeps databases, transaction logs or transport queues must be a block device to the server. A network share (NFS, SMB, Azure Files, NetApp volumes) is not supported. An SMB share may hold virtual disk files (EXSTO-09), but never the files of Exchange themselves.",
    "remedy": "Put the data on a virtual disk that is attached to the server, and give databases and logs paths on it.",
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
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXSTO-09",
    "title": "An SMB share holds only the kinds of Exchange disk that its version supports there",
    "severity": "error",
    "subject": "disk",
    "platforms": [
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2007",
    "when": "disk.holdsExchangeData && disk.presentation != 'file' && has(disk.provisioning) && disk.backing == 'smb'",
    "require": "disk.server.exchangeVersion == '2013' || (disk.server.exchangeVersion in ['2016', '2019', 'SE'] && (disk.provisioning != 'dynamic' || disk.isVhd))",
    "levels": [
      {
        "when": "disk.server.exchangeVersion in ['2007', '2010']",
        "level": "error",
        "evidence": "disk.backing",
        "message": "{disk.name} holds Exchange {disk.holdsText} of {disk.server.name} on an SMB share, which Exchange {disk.server.exchangeVersion} does not support."
      }
    ],
    "evidence": "disk.provisioning",
    "message": "{disk.name} holds Exchange {disk.holdsText} of {disk.server.name} and is a dynamic disk on an SMB share; Exchange {disk.server.exchangeVersion} supports only fixed ones there.",
    "undecided": "Whether {disk.name}, which holds Exchange {disk.holdsText} of {disk.server.name}, is a supported kind of disk for an SMB share cannot be told.",
    "requirement": "Virtual disk files may lie on an SMB 3.0 share: with Exchange 2013 fixed and dynamic ones, with 2016 and 2019 fixed ones only, which SE inherits. Exchange 2007 and 2010 do not support it at all.",
    "remedy": "Make the disk a fixed one, or store it on a block volume.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "Exchange 2013 virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-virtualization-exchange-2013-help"
      }
    ]
  },
  {
    "id": "EXSTO-10",
    "title": "Hosts that keep Exchange disks on SMB shares run Windows Server 2012 or later",
    "severity": "error",
    "subject": "host",
    "platforms": [
      "hyper-v",
      "scvmm"
    ],
    "exchange": ">=2013",
    "when": "host.servers.exists(server, has(server.shares))",
    "require": "host.os >= '2012'",
    "evidence": "host.os",
    "message": "{host.name} runs Windows Server {host.os} and keeps Exchange disks on an SMB share.",
    "undecided": "Which Windows Server {host.name} runs, which keeps Exchange disks on an SMB share, is not stated.",
    "requirement": "Virtual disks with Exchange data may lie on an SMB share only when Hyper-V of Windows Server 2012 or later uses it by SMB 3.0.",
    "remedy": "Move the machine to a later host, or its disks to block storage.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXSTO-11",
    "title": "SMB shares with Exchange disks are kept on block storage",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "hyper-v",
      "scvmm"
    ],
    "exchange": ">=2013",
    "when": "has(server.shares)",
    "require": "server.sharesBlockBacked",
    "evidence": "server.sharesBlockBacked",
    "message": "The disks of {server.name} lie on {server.shares}, whose file server does not keep them on block storage.",
    "undecided": "Whether the file server of {server.shares}, which holds disks of {server.name}, keeps them on block storage is not stated.",
    "requirement": "The file server of an SMB 3.0 share with Exchange disks must itself be backed by block storage. A NAS behind it is not supported.",
    "remedy": "Move the share to a file server on block storage, or the disks to a block volume.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXSTO-13",
    "title": "The storage behind SMB shares with Exchange disks is highly available",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "hyper-v",
      "scvmm"
    ],
    "exchange": ">=2013",
    "when": "has(server.shares)",
    "require": "server.sharesHighlyAvailable",
    "evidence": "server.sharesHighlyAvailable",
    "message": "The disks of {server.name} lie on {server.shares}, and the storage behind it is not highly available.",
    "undecided": "Whether the storage behind {server.shares}, which holds disks of {server.name}, is highly available is not stated.",
    "requirement": "The storage behind an SMB 3.0 share with Exchange disks should be highly available: Microsoft recommends it.",
    "remedy": "Put the share on a clustered file server with redundant storage.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXSTO-14",
    "title": "A pass-through disk belongs to one server",
    "severity": "error",
    "subject": "disk",
    "platforms": [
      "hyper-v",
      "scvmm"
    ],
    "exchange": ">=2007",
    "when": "has(disk.format) && disk.format == 'pass-through' && has(disk.shared)",
    "require": "!disk.shared",
    "evidence": "disk.shared",
    "message": "{disk.name} is passed through to {disk.server.name} and to another machine as well.",
    "undecided": "Whether {disk.name} is passed through to {disk.server.name} alone cannot be told.",
    "requirement": "Pass-through storage is storage that is configured on the host and dedicated to exactly one guest.",
    "remedy": "Give each machine a disk of its own.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "hyperv_machine_instance",
        "url": "https://registry.terraform.io/providers/taliesins/hyperv/latest/docs/resources/machine_instance"
      }
    ]
  },
  {
    "id": "EXSTO-16",
    "title": "Exchange 2007 data is on pass-through disks",
    "severity": "warning",
    "subject": "disk",
    "platforms": [
      "vsphere",
      "hyper-v"
    ],
    "exchange": "2007",
    "when": "disk.holdsExchangeData && disk.presentation != 'file' && !(has(disk.provisioning) && disk.provisioning in ['dynamic', 'differencing', 'thin'])",
    "require": "disk.format in ['pass-through', 'rdm']",
    "evidence": "disk.format",
    "message": "{disk.name} holds Exchange {disk.holdsText} of {disk.server.name} and is a virtual disk file.",
    "undecided": "Whether {disk.name}, which holds Exchange {disk.holdsText} of {disk.server.name}, is a pass-through disk cannot be told.",
    "requirement": "For the databases, logs and queues of Exchange 2007 SCSI pass-through disks are recommended, in particular for large servers. Fixed virtual disks are supported.",
    "remedy": "Pass disks of the host through (disk_number), or map LUNs (RDM); keep virtual disks where moving the machine matters more.",
    "sources": [
      {
        "title": "Microsoft support policies for Exchange 2007 in hardware virtualization environments",
        "url": "https://learn.microsoft.com/en-us/previous-versions/office/exchange-server-2007/cc794548(v=exchg.80)"
      }
    ]
  },
  {
    "id": "EXSTO-17",
    "title": "The OS disk of an Exchange server has 15 GB and the size of its memory",
    "severity": "error",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2007 <2016",
    "require": "server.osDiskGib + 0.1 >= 15 + server.memoryMib / 1024",
    "evidence": "server.osDiskGib",
    "message": "{server.name} has an OS disk of {server.osDiskGib} GiB for {server.memoryMib} MiB of memory.",
    "undecided": "Whether the OS disk of {server.name} has 15 GB and the size of its memory cannot be told.",
    "requirement": "With Exchange 2007 to 2013 the disk of the guest's operating system must have at least 15 GB and the size of the machine's memory: 31 GB for 16 GB of memory. The policy for 2016 and later no longer says so.",
    "remedy": "Enlarge the OS disk.",
    "sources": [
      {
        "title": "Exchange 2013 virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-virtualization-exchange-2013-help"
      },
      {
        "title": "Microsoft support policies for Exchange 2007 in hardware virtualization environments",
        "url": "https://learn.microsoft.com/en-us/previous-versions/office/exchange-server-2007/cc794548(v=exchg.80)"
      }
    ]
  },
  {
    "id": "EXSTO-18",
    "title": "Exchange data is kept apart from the operating system",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2007",
    "require": "!server.dataSharesOsStore",
    "evidence": "server.dataSharesOsStore",
    "message": "Exchange data of {server.name} lies on the storage of its operating system: {server.dataOnOsStore}.",
    "undecided": "Whether Exchange data of {server.name} lies on the storage of its operating system cannot be told.",
    "requirement": "Exchange storage should be on other spindles than those that hold the disk of the guest's operating system.",
    "remedy": "Give databases and logs disks of their own, on another datastore or volume than the OS disk.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "Exchange 2013 virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-virtualization-exchange-2013-help"
      }
    ]
  },
  {
    "id": "EXSTO-19",
    "title": "OS disks of Exchange 2007 servers are on datastores of their own",
    "severity": "warning",
    "subject": "disk",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2007",
    "when": "disk.isOs && has(disk.sharesStoreWithOtherOs)",
    "require": "!disk.sharesStoreWithOtherOs",
    "evidence": "disk.sharesStoreWithOtherOs",
    "message": "The OS disk of {disk.server.name} shares its datastore with the OS disk of another machine.",
    "requirement": "For Exchange 2007 separate LUNs, protected by RAID, are recommended for the host's operating system, for each guest's OS disk, and for the storage of all virtual machines.",
    "remedy": "Give each OS disk a LUN, and so a datastore or volume, of its own.",
    "sources": [
      {
        "title": "Microsoft support policies for Exchange 2007 in hardware virtualization environments",
        "url": "https://learn.microsoft.com/en-us/previous-versions/office/exchange-server-2007/cc794548(v=exchg.80)"
      }
    ]
  },
  {
    "id": "EXSTO-20",
    "title": "Databases and logs of Exchange 2007 are on different disks",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": "2007",
    "when": "server.roles.exists(role, role == 'mailbox') && !server.disks.exists(disk, disk.isOs && disk.holdsExchangeData)",
    "require": "!server.databasesAndLogsTogether",
    "evidence": "server.databasesAndLogsTogether",
    "message": "Databases and transaction logs of {server.name} lie on one disk.",
    "undecided": "Whether databases and transaction logs of {server.name} lie on one disk cannot be told.",
    "requirement": "For Exchange 2007 the LUNs of databases and of log files should be kept apart, as its storage guidance recommends.",
    "remedy": "Give the logs a disk of their own.",
    "sources": [
      {
        "title": "Microsoft support policies for Exchange 2007 in hardware virtualization environments",
        "url": "https://learn.microsoft.com/en-us/previous-versions/office/exchange-server-2007/cc794548(v=exchg.80)"
      }
    ]
  },
  {
    "id": "EXSTO-23",
    "title": "Exchange database and log volumes use Azure Premium Storage",
    "severity": "error",
    "subject": "disk",
    "platforms": [
      "azure",
      "asr"
    ],
    "exchange": ">=2013",
    "when": "disk.holdsExchangeData && disk.presentation != 'file'",
    "require": "disk.tier in ['premium', 'premium-v2', 'ultra']",
    "evidence": "disk.sku",
    "message": "{disk.name} holds Exchange {disk.holdsText} of {disk.server.name} on {disk.sku}, which is not Premium Storage.",
    "undecided": "The storage type of {disk.name}, which holds Exchange {disk.holdsText} of {disk.server.name}, cannot be told.",
    "requirement": "On Azure virtual machines Exchange is supported only when every volume that holds databases, transaction logs or transport databases is on Azure Premium Storage.",
    "remedy": "Use Premium_LRS or Premium_ZRS, on a VM size that supports Premium Storage.",
    "fix": {
      "set": "disk.sku",
      "to": "Premium_LRS",
      "when": "disk.server.premiumStorageCapable"
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
    "id": "EXSTO-24",
    "title": "A datastore has room for all disks of the servers on it",
    "severity": "error",
    "subject": "disk",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2007",
    "when": "has(disk.storeName)",
    "require": "!(disk.storeLeastNeedGib > disk.storeCapacityGib) && disk.storeNeedGib <= disk.storeCapacityGib",
    "evidence": "disk.storeNeedGib",
    "message": "{disk.storeName} holds {disk.storeCapacityGib} GiB, but the disks and memory files on it take {disk.storeLeastNeedGib} GiB when they are full.",
    "undecided": "Whether {disk.storeName} has room for all disks on it cannot be told.",
    "requirement": "The host needs storage for each guest's OS disk, memory files and other files of the machine, and for the queues, databases and logs of Exchange.",
    "remedy": "Move disks to another datastore, or enlarge it.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXSTO-40",
    "title": "Exchange data on Azure is on Premium SSD rather than on Premium SSD v2 or Ultra Disk",
    "severity": "warning",
    "subject": "disk",
    "platforms": [
      "azure",
      "asr"
    ],
    "exchange": ">=2013",
    "when": "disk.holdsExchangeData && disk.presentation != 'file'",
    "require": "!(disk.tier in ['premium-v2', 'ultra'])",
    "evidence": "disk.sku",
    "message": "{disk.name} holds Exchange {disk.holdsText} of {disk.server.name} on {disk.sku}, which the support policy does not name.",
    "undecided": "Whether {disk.name}, which holds Exchange {disk.holdsText} of {disk.server.name}, is a Premium SSD v2 or Ultra Disk cannot be told.",
    "requirement": "The support policy asks for Azure Premium Storage and was written before Premium SSD v2 and Ultra Disk. Both are faster than Premium SSD, but no Microsoft text names them for Exchange.",
    "remedy": "Use Premium_LRS or Premium_ZRS, or have Microsoft support confirm the disk type and set this rule to off or note.",
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
      "azure",
      "asr"
    ],
    "exchange": ">=2013",
    "require": "server.premiumStorageCapable",
    "evidence": "server.size",
    "message": "{server.name} has the size {server.size}, to which Premium disks cannot be attached.",
    "undecided": "Whether Premium disks can be attached to {server.name}, of size {server.size}, cannot be told.",
    "requirement": "Exchange data on Azure must be on Premium Storage, and Premium disks attach only to VM sizes that support them, so an Exchange server needs such a size.",
    "remedy": "Choose a size with an 's' after its number, for instance Standard_E16s_v5.",
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
    "id": "EXSTO-42",
    "title": "No Exchange server has an ephemeral OS disk",
    "severity": "error",
    "subject": "disk",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2013",
    "when": "disk.isOs || disk.holdsExchangeData",
    "require": "!disk.ephemeral",
    "evidence": "disk.ephemeral",
    "message": "{disk.name} of {disk.server.name} is ephemeral: what is on it is gone when the machine moves.",
    "undecided": "Whether {disk.name} of {disk.server.name} is ephemeral cannot be told.",
    "requirement": "Exchange, its queue and its databases must be on disks that last. An ephemeral OS disk and the temporary disk of a size lie on the host and are lost when the machine is moved, resized or deallocated.",
    "remedy": "Leave diff_disk_settings (diffDiskSettings) out, so that the OS disk is a managed disk.",
    "sources": [
      {
        "title": "Ephemeral OS disks for Azure VMs",
        "url": "https://learn.microsoft.com/en-us/azure/virtual-machines/ephemeral-os-disks"
      },
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXSTO-43",
    "title": "Disks with Exchange databases and logs have no host write cache",
    "severity": "warning",
    "subject": "disk",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2013",
    "when": "disk.holdsExchangeData && disk.presentation != 'file'",
    "require": "disk.caching != 'read-write' && (disk.caching == 'none' || ((disk.isOs || disk.sizeGib < 4096) && !(disk.tier in ['premium-v2', 'ultra'])))",
    "levels": [
      {
        "when": "disk.caching != 'read-write'",
        "level": "warning",
        "message": "{disk.name} of {disk.server.name} has {disk.caching} host caching, which Azure does not offer for its size or type."
      }
    ],
    "evidence": "disk.caching",
    "message": "{disk.name} holds Exchange {disk.holdsText} of {disk.server.name} with read-write host caching.",
    "undecided": "Whether the host caches writes to {disk.name}, which holds Exchange {disk.holdsText} of {disk.server.name}, cannot be told.",
    "requirement": "Read-write host caching is not recommended for disks with Exchange databases or logs; None is the safe choice. Disks of 4 TiB and more, Premium SSD v2 and Ultra disks have no host caching at all.",
    "remedy": "Set caching = \"None\" on the attachment (in ARM and Bicep, caching of the data disk).",
    "sources": [
      {
        "title": "Azure premium storage: design for high performance",
        "url": "https://learn.microsoft.com/en-us/azure/virtual-machines/premium-storage-performance"
      },
      {
        "title": "Azure managed disk types",
        "url": "https://learn.microsoft.com/en-us/azure/virtual-machines/disks-types"
      }
    ]
  },
  {
    "id": "EXSTO-44",
    "title": "Exchange servers on Azure use managed disks",
    "severity": "error",
    "subject": "disk",
    "platforms": [
      "azure",
      "asr"
    ],
    "exchange": ">=2013",
    "when": "disk.presentation != 'file'",
    "require": "disk.managed",
    "evidence": "disk.managed",
    "message": "{disk.name} of {disk.server.name} is an unmanaged disk: a blob in a storage account.",
    "undecided": "Whether {disk.name} of {disk.server.name} is a managed disk cannot be told.",
    "requirement": "Unmanaged disks, page blobs in storage accounts, are retired in Azure. An Exchange server needs managed disks; a blob in a standard account is not Premium Storage either.",
    "remedy": "Use azurerm_managed_disk (Microsoft.Compute/disks) or the managed disk of the machine instead of vhd_uri (vhd.uri), and convert the blobs that there are.",
    "sources": [
      {
        "title": "Migrate your Azure unmanaged disks",
        "url": "https://learn.microsoft.com/en-us/azure/virtual-machines/unmanaged-disks-deprecation"
      },
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXSTO-45",
    "title": "Exchange data on Azure is not on Elastic SAN",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2013",
    "when": "has(server.elasticSan) && server.elasticSan",
    "require": "!server.usesIscsi",
    "evidence": "server.elasticSan",
    "message": "{server.name} reaches storage by iSCSI beside volumes of Elastic SAN, which are not the Premium Storage that the policy asks for.",
    "undecided": "Whether {server.name} uses the volumes of Elastic SAN that are declared with it cannot be told.",
    "requirement": "On Azure Exchange data belongs on Premium Storage. Azure Files, NetApp Files and NFS are file shares and unsupported (EXSTO-07); Elastic SAN shows block devices over iSCSI, but it is not the Premium Storage that the support policy names.",
    "remedy": "Keep databases, logs and the queue on Premium SSD disks that are attached to the machine.",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "What is Azure Elastic SAN?",
        "url": "https://learn.microsoft.com/en-us/azure/storage/elastic-san/elastic-san-introduction"
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
    "when": "disk.holdsExchangeData && disk.presentation != 'file' && !(has(disk.format) && disk.format == 'rdm')",
    "require": "disk.provisioning != 'thin'",
    "levels": [
      {
        "when": "disk.server.exchangeVersion in ['2007', '2010']",
        "level": "error",
        "message": "{disk.name} holds Exchange {disk.holdsText} of {disk.server.name} and is thin-provisioned, which Exchange {disk.server.exchangeVersion} does not support."
      },
      {
        "when": "run.strict",
        "level": "error"
      }
    ],
    "evidence": "disk.provisioning",
    "message": "{disk.name} holds Exchange {disk.holdsText} of {disk.server.name} and is thin-provisioned.",
    "undecided": "How {disk.name}, which holds Exchange {disk.holdsText} of {disk.server.name}, takes its space cannot be told.",
    "requirement": "The kinds of virtual disk that Microsoft names for Exchange are fixed-size ones, and on Hyper-V also dynamic VHDX. Thin VMDKs are not named, and the policy for Exchange 2007 rules out every disk that expands; VMware recommends thick, eagerly zeroed disks for Exchange.",
    "remedy": "Set thin_provisioned = false and eagerly_scrub = true.",
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
    "fix": {
      "set": "disk.mode",
      "to": "persistent"
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
    "id": "EXSTO-51",
    "title": "No disk of an Exchange server is shared between machines",
    "severity": "error",
    "subject": "disk",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2010",
    "when": "has(disk.shared) && !(has(disk.format) && disk.format == 'pass-through')",
    "require": "!disk.shared || disk.server.usesThirdPartyReplication",
    "evidence": "disk.shared",
    "message": "{disk.name} of {disk.server.name} can be attached by several machines at once.",
    "undecided": "Whether {disk.name} of {disk.server.name} can be attached by several machines at once cannot be told.",
    "requirement": "The servers of a database availability group share no storage, and a disk shared by a cluster is not supported for Exchange, unless the DAG uses the third-party replication API.",
    "remedy": "Give each server a disk of its own (max_shares = 1, no bus sharing, no multi-writer).",
    "sources": [
      {
        "title": "Plan for high availability and site resilience",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/plan-ha"
      },
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  },
  {
    "id": "EXSTO-52",
    "title": "The OS disk has room for Windows and for Exchange",
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
    "when": "!server.disks.exists(disk, !disk.isOs && disk.role == 'other') && !(server.exchangeVersion == '2013' && server.osDiskGib + 0.1 < 15 + server.memoryMib / 1024)",
    "require": "server.osDiskGib >= 62",
    "evidence": "server.osDiskGib",
    "message": "{server.name} has an OS disk of {server.osDiskGib} GiB: too little for Windows Server and the free space that Exchange asks for.",
    "undecided": "Whether the OS disk of {server.name} has room for Windows Server and for Exchange cannot be told.",
    "requirement": "Exchange needs at least 30 GB of free space on the drive on which it is installed, 200 MB on the system drive and 500 MB on the drive of the queue database (2013 and 2016: 500 MB more for each UM language pack). Windows Server itself asks for 32 GB.",
    "remedy": "Enlarge the OS disk to 62 GB or more, better to 128 GB.",
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
    "sources": [
      {
        "title": "Exchange Server storage configuration options",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/deployment-ref/storage-configuration"
      }
    ]
  },
  {
    "id": "EXSTO-56",
    "title": "A database volume is no larger than a database can be",
    "severity": "warning",
    "subject": "disk",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "when": "disk.holdsExchangeData && disk.presentation != 'file' && has(disk.sizeGib) && !(has(disk.format) && disk.format in ['pass-through', 'rdm'])",
    "require": "disk.sizeGib <= 16384",
    "evidence": "disk.sizeGib",
    "message": "{disk.name} holds Exchange {disk.holdsText} of {disk.server.name} and has {disk.sizeGib} GiB; a database file ends at about 16 TB.",
    "undecided": "Whether {disk.name} of {disk.server.name} is larger than 16 TB cannot be told.",
    "requirement": "A database file cannot grow beyond about 16 TB. Recommended are at most 200 GB for a database without copies and 2 TB for one with copies in a DAG, on a volume with a fifth more.",
    "remedy": "Use more and smaller volumes, each for a few databases.",
    "sources": [
      {
        "title": "Exchange Server storage configuration options",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/deployment-ref/storage-configuration"
      }
    ]
  },
  {
    "id": "EXSTO-57",
    "title": "The members of a DAG keep databases on disks of one sector type",
    "severity": "error",
    "subject": "dag",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "when": "has(dag.sectorsAlike)",
    "require": "dag.sectorsAlike",
    "evidence": "dag.sectorsAlike",
    "message": "The members of {dag.name} keep databases on disks of different sector types: {dag.sectorsText}.",
    "undecided": "Whether the members of {dag.name} keep databases on disks of one sector type cannot be told.",
    "requirement": "All copies of a database must be on disks of the same physical sector type. Mixing 512-byte, 512e and 4K native disks among them is not supported.",
    "remedy": "Use disks of one kind in all members; on Azure do not mix Premium SSD with Premium SSD v2 or Ultra Disk, whose sectors are 4K unless told otherwise.",
    "sources": [
      {
        "title": "Exchange Server storage configuration options",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/deployment-ref/storage-configuration"
      }
    ]
  },
  {
    "id": "EXSTO-60",
    "title": "A stand-alone server keeps databases and logs on different disks",
    "severity": "warning",
    "subject": "server",
    "platforms": [
      "azure",
      "vsphere",
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "when": "server.roles.exists(role, role == 'mailbox') && !server.disks.exists(disk, disk.isOs && disk.holdsExchangeData)",
    "require": "!server.standAlone || !server.databasesAndLogsTogether",
    "evidence": "server.databasesAndLogsTogether",
    "message": "Databases and transaction logs of {server.name}, which is in no DAG, lie on one disk.",
    "undecided": "Whether {server.name} is in no DAG and keeps databases and transaction logs on one disk cannot be told.",
    "requirement": "On a server without database copies elsewhere the database and the logs of it should be on different volumes, on different physical disks. In a DAG that is not required.",
    "remedy": "Give the logs a disk of their own, or make the server a member of a DAG.",
    "sources": [
      {
        "title": "Exchange Server storage configuration options",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/deployment-ref/storage-configuration"
      }
    ]
  },
  {
    "id": "EXSTO-61",
    "title": "The members of a DAG have the same MetaCacheDatabase disks",
    "severity": "warning",
    "subject": "dag",
    "platforms": [
      "vsphere",
      "hyper-v",
      "azure-local"
    ],
    "exchange": ">=2019",
    "when": "has(dag.mcdbAlike)",
    "require": "dag.mcdbAlike",
    "evidence": "dag.mcdbAlike",
    "message": "The MetaCacheDatabase disks of {dag.name} differ in number or size: {dag.mcdbText} (GiB).",
    "undecided": "Whether the MetaCacheDatabase disks of {dag.name} are the same in all members cannot be told.",
    "requirement": "Every member of a DAG that uses MetaCacheDatabase should have the same number of solid state disks for it, of the same size: about one for three data disks, 5 to 10 percent of their capacity.",
    "remedy": "Give every member the same disks for MetaCacheDatabase.",
    "sources": [
      {
        "title": "MetaCacheDatabase (MCDB) setup",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/database-availability-groups/metacachedatabase-setup"
      },
      {
        "title": "Preferred architecture",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/deployment-ref/preferred-architecture-2019"
      }
    ]
  },
  {
    "id": "EXSTO-62",
    "title": "Write caching of Exchange disks is not forced on",
    "severity": "warning",
    "subject": "disk",
    "platforms": [
      "hyper-v",
      "azure-local"
    ],
    "exchange": ">=2013",
    "when": "disk.holdsExchangeData && has(disk.writeCacheForced)",
    "require": "!disk.writeCacheForced",
    "evidence": "disk.writeCacheForced",
    "message": "{disk.name} holds Exchange {disk.holdsText} of {disk.server.name}, and its write cache is switched on whatever the disk says.",
    "undecided": "Whether the write cache of {disk.name}, which holds Exchange {disk.holdsText} of {disk.server.name}, is forced on cannot be told.",
    "requirement": "Physical write caching must be off where no battery or UPS protects it. An override of the cache attributes acknowledges writes before they are safe.",
    "remedy": "Leave override_cache_attributes at Default.",
    "sources": [
      {
        "title": "Exchange Server storage configuration options",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/deployment-ref/storage-configuration"
      },
      {
        "title": "hyperv_machine_instance",
        "url": "https://registry.terraform.io/providers/taliesins/hyperv/latest/docs/resources/machine_instance"
      }
    ]
  },
  {
    "id": "EXSTO-63",
    "title": "Exchange data disks on Hyper-V use the SCSI controller",
    "severity": "warning",
    "subject": "disk",
    "platforms": [
      "hyper-v",
      "scvmm"
    ],
    "exchange": ">=2013",
    "when": "disk.holdsExchangeData && !disk.isOs && disk.presentation != 'file'",
    "require": "disk.controller != 'ide'",
    "evidence": "disk.controller",
    "message": "{disk.name} holds Exchange {disk.holdsText} of {disk.server.name} and is attached to an IDE controller.",
    "undecided": "Which controller {disk.name}, which holds Exchange {disk.holdsText} of {disk.server.name}, is attached to cannot be told.",
    "requirement": "Microsoft's guidance recommends the virtual SCSI controller for data disks; IDE is for the disk that a generation 1 machine starts from.",
    "remedy": "Attach the disk to a SCSI controller (controller_type = \"Scsi\").",
    "sources": [
      {
        "title": "Best practices for virtualizing and managing Exchange 2013",
        "url": "https://www.microsoft.com/en-us/download/details.aspx?id=36168"
      },
      {
        "title": "hyperv_machine_instance",
        "url": "https://registry.terraform.io/providers/taliesins/hyperv/latest/docs/resources/machine_instance"
      }
    ]
  },
  {
    "id": "EXSTO-64",
    "title": "Exchange data on Hyper-V is on fixed virtual disks",
    "severity": "warning",
    "subject": "disk",
    "platforms": [
      "hyper-v",
      "azure-local",
      "scvmm"
    ],
    "exchange": ">=2013",
    "when": "disk.holdsExchangeData && disk.presentation != 'file' && has(disk.provisioning) && !(disk.isOnShare && disk.server.exchangeVersion != '2013')",
    "require": "disk.provisioning != 'dynamic' || disk.isVhd",
    "evidence": "disk.provisioning",
    "message": "{disk.name} holds Exchange {disk.holdsText} of {disk.server.name} and expands dynamically.",
    "undecided": "Whether {disk.name}, which holds Exchange {disk.holdsText} of {disk.server.name}, is a fixed or a dynamic disk cannot be told.",
    "requirement": "Dynamic VHDX disks are supported for Exchange data, but fixed ones are recommended: Microsoft's own guidance on virtualizing Exchange 2013 advises against all others.",
    "remedy": "Make the disk a fixed one (vhd_type = \"Fixed\").",
    "sources": [
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      },
      {
        "title": "Best practices for virtualizing and managing Exchange 2013",
        "url": "https://www.microsoft.com/en-us/download/details.aspx?id=36168"
      }
    ]
  },
  {
    "id": "EXSTO-67",
    "title": "No Exchange data disk is made from a snapshot or a copy",
    "severity": "warning",
    "subject": "disk",
    "platforms": [
      "azure"
    ],
    "exchange": ">=2013",
    "when": "!disk.isOs && disk.holdsExchangeData",
    "require": "!disk.copied",
    "evidence": "disk.copied",
    "message": "{disk.name}, which holds Exchange {disk.holdsText} of {disk.server.name}, is made from a snapshot or another disk.",
    "undecided": "Whether {disk.name}, which holds Exchange {disk.holdsText} of {disk.server.name}, is made from a snapshot or another disk cannot be told.",
    "requirement": "Databases come back by the means of Exchange: reseeding, or restoring a backup that knows Exchange. A data disk that is made from a snapshot, a restore point or another disk brings back an old state behind its back and is not recommended.",
    "remedy": "Create the disk empty (create_option = \"Empty\") and let Exchange fill it.",
    "sources": [
      {
        "title": "Backup, restore and disaster recovery of Exchange Server",
        "url": "https://learn.microsoft.com/en-us/exchange/high-availability/disaster-recovery/disaster-recovery"
      },
      {
        "title": "Exchange Server virtualization",
        "url": "https://learn.microsoft.com/en-us/exchange/plan-and-deploy/virtualization"
      }
    ]
  }
];
