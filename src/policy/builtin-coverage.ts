// biome-ignore-all format: written by scripts/compile-policies.mjs from policies/*.yaml
import type { Requirement } from './coverage.ts';

/** Every requirement of the catalogue, by id, and what judges it. */
export const REQUIREMENTS: readonly Requirement[] = [
  {
    "id": "EXCPU-01",
    "title": "At most two virtual processors run on each physical core of the host",
    "policies": [
      "EXCPU-01"
    ]
  },
  {
    "id": "EXCPU-02",
    "title": "One virtual processor runs on each physical core of the host",
    "policies": [
      "EXCPU-02"
    ]
  },
  {
    "id": "EXCPU-03",
    "title": "Exchange 2007 and 2010: at most two virtual processors run on each physical core of the host",
    "policies": [
      "EXCPU-03"
    ]
  },
  {
    "id": "EXCPU-04",
    "title": "The host's own share counts in the ratio of virtual processors to cores",
    "policies": [
      "EXCPU-04"
    ]
  },
  {
    "id": "EXCPU-05",
    "title": "A host that uses more than two processors itself leaves fewer to its guests",
    "policies": [
      "EXCPU-05"
    ]
  },
  {
    "id": "EXCPU-06",
    "title": "The root partition of Hyper-V counts in the ratio of processors",
    "policies": [
      "EXCPU-04"
    ]
  },
  {
    "id": "EXCPU-07",
    "title": "Exchange 2003 has one processor",
    "policies": [
      "EXCPU-07"
    ]
  },
  {
    "id": "EXCPU-08",
    "title": "The hypervisor's processor controls stay at their defaults",
    "policies": [
      "EXCPU-08"
    ]
  },
  {
    "id": "EXCPU-09",
    "title": "Processor counters of a guest are not those of its host",
    "policies": [],
    "reason": "Which counters are watched is a matter of operation, not of deployment."
  },
  {
    "id": "EXCPU-20",
    "title": "Hyper-threads are not cores",
    "policies": [
      "EXCPU-01"
    ]
  },
  {
    "id": "EXCPU-21",
    "title": "The server has no more processors than Microsoft recommends for its version",
    "policies": [
      "EXCPU-21"
    ]
  },
  {
    "id": "EXCPU-22",
    "title": "The advice about two sockets is for physical servers",
    "policies": [],
    "negative": "virtual machines with many sockets of one core"
  },
  {
    "id": "EXCPU-23",
    "title": "CPU hot-add is off on large Exchange servers on vSphere",
    "policies": [
      "EXCPU-23"
    ]
  },
  {
    "id": "EXCPU-24",
    "title": "Nothing caps the processors of the server",
    "policies": [
      "EXCPU-24"
    ]
  },
  {
    "id": "EXCPU-25",
    "title": "On Azure the platform maps virtual processors to cores",
    "policies": [],
    "negative": "the ratio of processors to cores on Azure"
  },
  {
    "id": "EXCPU-26",
    "title": "The site has one global catalog core for eight mailbox server cores",
    "policies": [
      "EXCPU-26"
    ]
  },
  {
    "id": "EXCPU-27",
    "title": "Exchange servers do not run virtual machines of their own",
    "policies": [
      "EXCPU-27"
    ]
  },
  {
    "id": "EXHA-01",
    "title": "Exchange 2003 is not clustered",
    "policies": [
      "EXHA-01"
    ]
  },
  {
    "id": "EXHA-02",
    "title": "Exchange 2007 may use LCR, CCR, SCR or SCC in virtual machines",
    "policies": [],
    "negative": "how Exchange 2007 is clustered, by itself"
  },
  {
    "id": "EXHA-03",
    "title": "Nodes of an Exchange 2007 cluster run on different hosts",
    "policies": [
      "EXHA-03"
    ]
  },
  {
    "id": "EXHA-04",
    "title": "Nodes of an Exchange 2007 cluster are sized alike",
    "policies": [
      "EXHA-04"
    ]
  },
  {
    "id": "EXHA-05",
    "title": "Members of a DAG may run on a cluster of hosts with failover and migration",
    "policies": [],
    "negative": "vSphere HA, DRS and failover clusters under members of a DAG"
  },
  {
    "id": "EXHA-06",
    "title": "Exchange 2007 is made highly available by Exchange, not by the hypervisor",
    "policies": [
      "EXHA-06"
    ]
  },
  {
    "id": "EXHA-07",
    "title": "Exchange 2007 servers with large mailboxes use CCR",
    "policies": [
      "EXHA-07"
    ]
  },
  {
    "id": "EXHA-20",
    "title": "A DAG has at most 16 members",
    "policies": [
      "EXHA-20"
    ]
  },
  {
    "id": "EXHA-21",
    "title": "All members of a DAG run the same Windows Server version",
    "policies": [
      "EXHA-21"
    ]
  },
  {
    "id": "EXHA-22",
    "title": "All members of a DAG run the same version of Exchange",
    "policies": [
      "EXHA-22"
    ]
  },
  {
    "id": "EXHA-23",
    "title": "No two members of a DAG can end up on one host",
    "policies": [
      "EXHA-23"
    ]
  },
  {
    "id": "EXHA-24",
    "title": "The availability set of a DAG has fault domains and is aligned",
    "policies": [
      "EXHA-24"
    ]
  },
  {
    "id": "EXHA-25",
    "title": "A DAG with an even number of members has a witness",
    "policies": [
      "EXHA-25"
    ]
  },
  {
    "id": "EXHA-26",
    "title": "The witness of a DAG is not one of its members, nor a DFS share",
    "policies": [
      "EXHA-26"
    ]
  },
  {
    "id": "EXHA-27",
    "title": "DAG members can reach their witness",
    "policies": [
      "EXHA-27"
    ],
    "reason": "What filters traffic between machines outside of Azure is in no template that exvet reads."
  },
  {
    "id": "EXHA-28",
    "title": "The witness in Azure is not on a domain controller",
    "policies": [
      "EXHA-28"
    ]
  },
  {
    "id": "EXHA-29",
    "title": "The witness of a DAG is not a storage account",
    "policies": [
      "EXHA-29"
    ]
  },
  {
    "id": "EXHA-30",
    "title": "The round trip between members of a DAG is at most 500 ms",
    "policies": [
      "EXHA-30"
    ]
  },
  {
    "id": "EXHA-31",
    "title": "DAG members have the same networks",
    "policies": [
      "EXHA-31"
    ]
  },
  {
    "id": "EXHA-32",
    "title": "A domain controller is not a member of a DAG",
    "policies": [
      "EXHA-32"
    ]
  },
  {
    "id": "EXHA-33",
    "title": "The name of a DAG has at most 15 characters",
    "policies": [
      "EXHA-33"
    ]
  },
  {
    "id": "EXHA-34",
    "title": "The failover cluster of a DAG serves nothing else",
    "policies": [
      "EXHA-34"
    ]
  },
  {
    "id": "EXHA-35",
    "title": "A DAG may mix physical and virtual members",
    "policies": [],
    "negative": "a DAG of which the templates declare only some members"
  },
  {
    "id": "EXHA-36",
    "title": "A DAG does without an administrative access point",
    "policies": [
      "EXHA-36"
    ]
  },
  {
    "id": "EXHA-37",
    "title": "A DAG that replaces RAID or backups keeps three copies",
    "policies": [
      "EXHA-37"
    ]
  },
  {
    "id": "EXHA-38",
    "title": "The edition of Windows Server can be clustered",
    "policies": [
      "EXHA-38"
    ]
  },
  {
    "id": "EXHA-39",
    "title": "vSphere HA restarts Exchange servers early",
    "policies": [
      "EXHA-39"
    ]
  },
  {
    "id": "EXHA-40",
    "title": "Exchange servers are not instances of a scale set",
    "policies": [
      "EXHA-40"
    ]
  },
  {
    "id": "EXHOST-01",
    "title": "The host runs management software only",
    "policies": [
      "EXHOST-01"
    ]
  },
  {
    "id": "EXHOST-02",
    "title": "No server application is installed on the host",
    "policies": [
      "EXHOST-02"
    ]
  },
  {
    "id": "EXHOST-03",
    "title": "No machine with much I/O of its own shares the host with Exchange",
    "policies": [
      "EXHOST-03"
    ]
  },
  {
    "id": "EXHOST-04",
    "title": "The host has 10 GB for its operating system",
    "policies": [
      "EXHOST-04"
    ]
  },
  {
    "id": "EXHOST-05",
    "title": "The host has room for the memory and state files of its machines",
    "policies": [
      "EXSTO-24"
    ]
  },
  {
    "id": "EXHOST-06",
    "title": "A Windows Server 2012 host cluster with DAG members has KB2872325",
    "policies": [
      "EXHOST-06"
    ]
  },
  {
    "id": "EXHOST-07",
    "title": "The host of Exchange 2003 is sized for all of its machines",
    "policies": [],
    "reason": "It is about hosts of Virtual Server, which no platform that exvet reads has; EXPLT-02 reports Exchange 2003 on any other."
  },
  {
    "id": "EXHOST-08",
    "title": "The antivirus of an Exchange 2003 host leaves out virtual disks",
    "policies": [],
    "reason": "Exclusions of the antivirus are set inside the host's operating system."
  },
  {
    "id": "EXHOST-20",
    "title": "The host gives the operating system all cores at full power",
    "policies": [],
    "reason": "Firmware and power settings of hosts are in no template."
  },
  {
    "id": "EXHOST-21",
    "title": "A machine on a dedicated host is not replicated between Azure regions",
    "policies": [
      "EXHOST-21"
    ]
  },
  {
    "id": "EXMEM-01",
    "title": "Exchange servers have static memory",
    "policies": [
      "EXMEM-01"
    ]
  },
  {
    "id": "EXMEM-02",
    "title": "The machines on a host fit into its memory",
    "policies": [
      "EXMEM-02"
    ]
  },
  {
    "id": "EXMEM-03",
    "title": "Exchange 2007 and 2010 servers keep all of their memory",
    "policies": [
      "EXMEM-03"
    ]
  },
  {
    "id": "EXMEM-04",
    "title": "The server has the memory that its sizing asks for",
    "policies": [
      "EXMEM-04"
    ]
  },
  {
    "id": "EXMEM-10",
    "title": "All memory of an Exchange server on vSphere is reserved",
    "policies": [
      "EXMEM-10"
    ]
  },
  {
    "id": "EXMEM-11",
    "title": "Nothing on vSphere limits an Exchange server to less memory than it has",
    "policies": [
      "EXMEM-11"
    ]
  },
  {
    "id": "EXMEM-12",
    "title": "An Exchange server has the memory that its version and roles need",
    "policies": [
      "EXMEM-12"
    ]
  },
  {
    "id": "EXMEM-13",
    "title": "An Exchange server has no more memory than its version can use well",
    "policies": [
      "EXMEM-13"
    ]
  },
  {
    "id": "EXMEM-14",
    "title": "The OS disk has room for the page file that Exchange asks for",
    "policies": [
      "EXMEM-14"
    ]
  },
  {
    "id": "EXMEM-15",
    "title": "An Exchange server fits into a NUMA node of its host",
    "policies": [
      "EXMEM-15"
    ]
  },
  {
    "id": "EXMEM-16",
    "title": "Reservations, limits and rules are set again after a failover of Site Recovery Manager",
    "policies": [],
    "reason": "The protection groups and plans of VMware Site Recovery Manager are in no template that exvet reads."
  },
  {
    "id": "EXNET-01",
    "title": "Exchange on Azure sends mail to the Internet through an SMTP relay only",
    "policies": [
      "EXNET-01"
    ]
  },
  {
    "id": "EXNET-02",
    "title": "Exchange Online Protection is one relay among others",
    "policies": [
      "EXNET-01"
    ]
  },
  {
    "id": "EXNET-03",
    "title": "Adapters for iSCSI carry nothing else on hosts of Exchange 2007",
    "policies": [
      "EXNET-03"
    ],
    "reason": "What the physical adapters of vSphere hosts carry, and the speed of adapters, is in no template."
  },
  {
    "id": "EXNET-04",
    "title": "Hosts of clustered Exchange 2007 servers have two network adapters for the host and its guests",
    "policies": [
      "EXNET-04"
    ]
  },
  {
    "id": "EXNET-05",
    "title": "Networks of stand-alone Exchange 2007 hosts follow the advice of the hypervisor's maker",
    "policies": [],
    "reason": "It asks for no particular setting."
  },
  {
    "id": "EXNET-06",
    "title": "Exchange 2007 servers in Hyper-V that use NLB have hotfix KB953828",
    "policies": [
      "EXNET-06"
    ]
  },
  {
    "id": "EXNET-07",
    "title": "Backups of Exchange 2003 have a network adapter of their own",
    "policies": [],
    "reason": "It is about Virtual Server, which no platform that exvet reads has; EXPLT-02 reports Exchange 2003 on any other."
  },
  {
    "id": "EXNET-20",
    "title": "Mail is sent on TCP 25 only from subscriptions that allow it",
    "policies": [
      "EXNET-20"
    ]
  },
  {
    "id": "EXNET-21",
    "title": "Exchange on Azure can reach its SMTP relay",
    "policies": [
      "EXNET-21"
    ]
  },
  {
    "id": "EXNET-22",
    "title": "Nothing restricts traffic between Exchange servers and domain controllers",
    "policies": [
      "EXNET-22"
    ],
    "reason": "What filters traffic between machines outside of Azure is in no template that exvet reads."
  },
  {
    "id": "EXNET-23",
    "title": "Exchange servers have IPv4 addresses, DAG members fixed ones",
    "policies": [
      "EXNET-23"
    ],
    "reason": "The provider of Hyper-V sets no addresses of guests."
  },
  {
    "id": "EXNET-24",
    "title": "Exchange on Azure asks the DNS servers of Active Directory",
    "policies": [
      "EXNET-24"
    ]
  },
  {
    "id": "EXNET-25",
    "title": "Windows NLB is not used with a DAG",
    "policies": [
      "EXNET-25"
    ]
  },
  {
    "id": "EXNET-26",
    "title": "The ports that Exchange listens on can be reached",
    "policies": [
      "EXNET-26"
    ],
    "reason": "What filters traffic between machines outside of Azure is in no template that exvet reads."
  },
  {
    "id": "EXNET-27",
    "title": "Exchange servers on vSphere use VMXNET3 adapters",
    "policies": [
      "EXNET-27"
    ]
  },
  {
    "id": "EXNET-28",
    "title": "Exchange servers on Hyper-V use synthetic network adapters",
    "policies": [
      "EXNET-28"
    ]
  },
  {
    "id": "EXNET-29",
    "title": "Nothing stands in the mail path between Exchange and Exchange Online",
    "policies": [
      "EXNET-29"
    ]
  },
  {
    "id": "EXNET-30",
    "title": "The outbound path of Exchange on Azure is explicit",
    "policies": [
      "EXNET-30"
    ]
  },
  {
    "id": "EXPLT-01",
    "title": "No version before Exchange 2003 runs in a virtual machine",
    "policies": [
      "EXPLT-01"
    ]
  },
  {
    "id": "EXPLT-02",
    "title": "Exchange 2003 runs on Virtual Server only",
    "policies": [
      "EXPLT-02"
    ]
  },
  {
    "id": "EXPLT-03",
    "title": "Exchange 2003 has service pack 2",
    "policies": [
      "EXPLT-03"
    ]
  },
  {
    "id": "EXPLT-04",
    "title": "Exchange 2003 guests have the Virtual Machine Additions",
    "policies": [],
    "reason": "The Additions are installed inside the guest."
  },
  {
    "id": "EXPLT-05",
    "title": "Exchange 2003 guests use the SCSI driver of the Virtual Machine Additions",
    "policies": [],
    "reason": "The driver is chosen inside the guest."
  },
  {
    "id": "EXPLT-06",
    "title": "Exchange 2007 and 2010 run on a supported hypervisor",
    "policies": [
      "EXPLT-06"
    ]
  },
  {
    "id": "EXPLT-07",
    "title": "Exchange 2007 has service pack 1",
    "policies": [
      "EXPLT-07"
    ]
  },
  {
    "id": "EXPLT-08",
    "title": "Exchange 2007 runs on Windows Server 2008",
    "policies": [
      "EXPLT-08"
    ]
  },
  {
    "id": "EXPLT-09",
    "title": "The Unified Messaging role of Exchange 2007 does not run in a virtual machine",
    "policies": [
      "EXPLT-09"
    ]
  },
  {
    "id": "EXPLT-10",
    "title": "An Exchange 2007 guest meets the ordinary system requirements",
    "policies": [
      "EXPLT-07",
      "EXPLT-08",
      "EXSIZ-01",
      "EXSTO-17"
    ],
    "reason": "Software inside the guest is in no template."
  },
  {
    "id": "EXPLT-11",
    "title": "Exchange 2007 does not run on Azure virtual machines",
    "policies": [
      "EXPLT-11"
    ]
  },
  {
    "id": "EXPLT-12",
    "title": "The hypervisor is supported for Exchange",
    "policies": [
      "EXPLT-12"
    ]
  },
  {
    "id": "EXPLT-13",
    "title": "Exchange 2013 runs on Windows Server 2008 R2, 2012 or 2012 R2",
    "policies": [
      "EXPLT-13"
    ]
  },
  {
    "id": "EXPLT-14",
    "title": "Exchange 2016 and later run on a Windows Server that supports them",
    "policies": [
      "EXPLT-30",
      "EXPLT-31",
      "EXPLT-32"
    ]
  },
  {
    "id": "EXPLT-15",
    "title": "Every role of Exchange 2013 and later may run in a virtual machine",
    "policies": [],
    "negative": "a role of Exchange 2013 or later, by itself"
  },
  {
    "id": "EXPLT-16",
    "title": "Hosting providers are supported when everything else is met",
    "policies": [
      "EXPLT-12",
      "EXSIZ-02",
      "EXSTO-23"
    ]
  },
  {
    "id": "EXPLT-17",
    "title": "The support policy is about production",
    "policies": [],
    "reason": "It asks for nothing; `labs` of exvet.yaml names the environments whose errors are warnings."
  },
  {
    "id": "EXPLT-18",
    "title": "The maker of another hypervisor gives the guidance for it",
    "policies": [],
    "reason": "It names no setting; the makers' settings that matter to Exchange have rules of their own."
  },
  {
    "id": "EXPLT-30",
    "title": "Exchange 2019 runs on Windows Server 2019, 2022 or 2025",
    "policies": [
      "EXPLT-30"
    ]
  },
  {
    "id": "EXPLT-31",
    "title": "Exchange 2016 runs on Windows Server 2012, 2012 R2 or 2016",
    "policies": [
      "EXPLT-31"
    ]
  },
  {
    "id": "EXPLT-32",
    "title": "Exchange SE runs on Windows Server 2019, 2022 or 2025",
    "policies": [
      "EXPLT-32"
    ]
  },
  {
    "id": "EXPLT-33",
    "title": "Exchange 2010 and 2013 have the service pack that their Windows Server needs",
    "policies": [
      "EXPLT-33"
    ]
  },
  {
    "id": "EXPLT-34",
    "title": "Exchange 2013 and 2016 run on Windows Server with Desktop Experience",
    "policies": [
      "EXPLT-30",
      "EXPLT-32",
      "EXPLT-34"
    ]
  },
  {
    "id": "EXPLT-35",
    "title": "Exchange runs on Windows Server Standard or Datacenter",
    "policies": [
      "EXPLT-35"
    ]
  },
  {
    "id": "EXPLT-36",
    "title": "The version of Exchange is in support",
    "policies": [
      "EXPLT-36"
    ]
  },
  {
    "id": "EXPLT-37",
    "title": "After October 2026 only Exchange SE gets security updates",
    "policies": [
      "EXPLT-37"
    ]
  },
  {
    "id": "EXPLT-38",
    "title": "Exchange is on its last supportable update",
    "policies": [
      "EXPLT-38"
    ]
  },
  {
    "id": "EXPLT-39",
    "title": "The release of Windows Server is in support",
    "policies": [
      "EXPLT-39"
    ]
  },
  {
    "id": "EXPLT-40",
    "title": "Exchange runs on x64 processors",
    "policies": [
      "EXPLT-40"
    ]
  },
  {
    "id": "EXPLT-41",
    "title": "Azure Local under Exchange is a validated hypervisor",
    "policies": [
      "EXPLT-41"
    ]
  },
  {
    "id": "EXPLT-42",
    "title": "The forest of Exchange is not a managed domain",
    "policies": [
      "EXPLT-42"
    ]
  },
  {
    "id": "EXPLT-43",
    "title": "Exchange is not installed on a domain controller",
    "policies": [
      "EXPLT-43"
    ]
  },
  {
    "id": "EXPLT-44",
    "title": "No Office product runs beside Exchange",
    "policies": [
      "EXPLT-44"
    ]
  },
  {
    "id": "EXPLT-45",
    "title": "The domain controllers run a Windows Server that Exchange supports",
    "policies": [
      "EXPLT-45"
    ]
  },
  {
    "id": "EXPLT-46",
    "title": "The versions of Exchange in the organisation can live together",
    "policies": [
      "EXPLT-46"
    ]
  },
  {
    "id": "EXPLT-47",
    "title": "Exchange 2010 in a virtual machine has SP1, and four processors for Unified Messaging",
    "policies": [
      "EXPLT-47"
    ]
  },
  {
    "id": "EXPLT-48",
    "title": "Exchange 2010 does not run on Azure virtual machines",
    "policies": [
      "EXPLT-48"
    ]
  },
  {
    "id": "EXPLT-49",
    "title": "Microsoft's preferred architecture is physical",
    "policies": [],
    "reason": "Virtual machines are supported all the same, so that no machine is reported for being one."
  },
  {
    "id": "EXPLT-50",
    "title": "Runtimes, TLS, power plan, page file and the like are set right in the guest",
    "policies": [],
    "reason": "They are settings inside the guest; HealthChecker shows them after the deployment."
  },
  {
    "id": "EXREP-01",
    "title": "Replication from Hyper-V has storage and a network in Azure",
    "policies": [
      "EXREP-01"
    ]
  },
  {
    "id": "EXREP-02",
    "title": "The Site Recovery Provider is installed on the VMM server",
    "policies": [
      "EXREP-02"
    ]
  },
  {
    "id": "EXREP-03",
    "title": "The Recovery Services agent is installed on every Hyper-V host",
    "policies": [
      "EXREP-03"
    ]
  },
  {
    "id": "EXREP-04",
    "title": "Hyper-V guests need no software for replication",
    "policies": [],
    "reason": "It asks for nothing."
  },
  {
    "id": "EXREP-05",
    "title": "VM networks are linked to a logical network of their VMM cloud",
    "policies": [
      "EXREP-05"
    ]
  },
  {
    "id": "EXREP-06",
    "title": "VM networks of VMM are mapped to virtual networks in Azure",
    "policies": [
      "EXREP-06"
    ]
  },
  {
    "id": "EXREP-07",
    "title": "Everything that takes part in replication is within the support matrix of Site Recovery",
    "policies": [
      "EXREP-32",
      "EXREP-33",
      "EXREP-34"
    ]
  },
  {
    "id": "EXREP-08",
    "title": "There is room for the snapshot and the logs of Hyper-V replication",
    "policies": [
      "EXREP-08"
    ]
  },
  {
    "id": "EXREP-09",
    "title": "No disk changes so fast that Hyper-V replication has to start over",
    "policies": [
      "EXREP-09"
    ]
  },
  {
    "id": "EXREP-10",
    "title": "Changes are replicated as often as the policy says",
    "policies": [],
    "reason": "Every interval that the policy can name is supported."
  },
  {
    "id": "EXREP-11",
    "title": "Resynchronisation transfers what differs",
    "policies": [],
    "reason": "It describes how Site Recovery works and asks for no setting."
  },
  {
    "id": "EXREP-12",
    "title": "Some errors of replication are tried again, others are not",
    "policies": [],
    "reason": "Errors of replication come up in operation."
  },
  {
    "id": "EXREP-13",
    "title": "A planned failover shuts the machine down first",
    "policies": [],
    "reason": "How Site Recovery fails over is its own affair; a shutdown and a start are a cold boot, which is supported."
  },
  {
    "id": "EXREP-14",
    "title": "A recovery plan fails replicated Exchange servers over, after Active Directory",
    "policies": [
      "EXREP-14"
    ]
  },
  {
    "id": "EXREP-15",
    "title": "A network of its own is named for test failovers",
    "policies": [
      "EXREP-15"
    ]
  },
  {
    "id": "EXREP-16",
    "title": "Machines fail back by a planned failover from Azure",
    "policies": [],
    "reason": "A failback is done by hand in operation."
  },
  {
    "id": "EXREP-17",
    "title": "A machine that fails over to Azure meets what is asked of machines on Azure",
    "policies": [
      "EXMEM-12",
      "EXNET-01",
      "EXPLT-11",
      "EXPLT-40",
      "EXPLT-48",
      "EXSTO-23",
      "EXSTO-40",
      "EXSTO-41",
      "EXSTO-44"
    ]
  },
  {
    "id": "EXREP-30",
    "title": "Site Recovery may replicate a stand-alone Exchange server",
    "policies": [],
    "negative": "replication of a server that is in no DAG"
  },
  {
    "id": "EXREP-31",
    "title": "Members of a DAG are replicated by the DAG, not by Site Recovery",
    "policies": [
      "EXREP-31"
    ]
  },
  {
    "id": "EXREP-32",
    "title": "A machine replicated from Hyper-V is within the limits of Site Recovery",
    "policies": [
      "EXREP-32"
    ]
  },
  {
    "id": "EXREP-33",
    "title": "A replicated Azure machine is within the limits of Site Recovery",
    "policies": [
      "EXREP-33"
    ]
  },
  {
    "id": "EXREP-34",
    "title": "Hyper-V hosts and VMM are of releases that Site Recovery supports",
    "policies": [
      "EXREP-34"
    ]
  },
  {
    "id": "EXREP-35",
    "title": "BitLocker and Hyper-V replication to Azure exclude each other",
    "policies": [
      "EXREP-35"
    ]
  },
  {
    "id": "EXREP-36",
    "title": "All storage of a machine replicated from Hyper-V is on virtual disks",
    "policies": [
      "EXREP-36"
    ]
  },
  {
    "id": "EXREP-37",
    "title": "Application-consistent recovery points are off where volumes are striped",
    "policies": [
      "EXREP-37"
    ]
  },
  {
    "id": "EXREP-38",
    "title": "No disk with Exchange data is left out of the replication",
    "policies": [
      "EXREP-38"
    ]
  },
  {
    "id": "EXREP-39",
    "title": "Members of a DAG are not replicated by Hyper-V Replica",
    "policies": [
      "EXREP-39"
    ],
    "reason": "SCVMM's resources say nothing about Hyper-V Replica."
  },
  {
    "id": "EXSIZ-01",
    "title": "The server has what its sizing asks for",
    "policies": [
      "EXSIZ-01"
    ]
  },
  {
    "id": "EXSIZ-02",
    "title": "An Exchange server on Azure delivers the disk performance that its sizing asks for",
    "policies": [
      "EXSIZ-02"
    ]
  },
  {
    "id": "EXSIZ-03",
    "title": "The finished guest is put under load before production",
    "policies": [],
    "reason": "Load tests follow the deployment."
  },
  {
    "id": "EXSIZ-04",
    "title": "Hosts and hypervisors are monitored",
    "policies": [],
    "reason": "Monitoring is a matter of operation."
  },
  {
    "id": "EXSIZ-05",
    "title": "Exchange 2003 is planned with the time that a full backup takes",
    "policies": [],
    "reason": "How long a backup takes over the network is in no template."
  },
  {
    "id": "EXSIZ-20",
    "title": "Exchange is scaled out rather than up",
    "policies": [
      "EXSIZ-20"
    ]
  },
  {
    "id": "EXSIZ-21",
    "title": "Hyper-V takes about a tenth of the processors",
    "policies": [],
    "reason": "It is a figure for planning; `requiredVcpus` of exvet.yaml states its outcome for EXSIZ-01."
  },
  {
    "id": "EXSIZ-22",
    "title": "The VM size carries the disks of an Exchange server",
    "policies": [
      "EXSIZ-22"
    ]
  },
  {
    "id": "EXSIZ-23",
    "title": "Members of a DAG are sized alike",
    "policies": [
      "EXSIZ-23"
    ]
  },
  {
    "id": "EXSNP-01",
    "title": "No snapshots or checkpoints of Exchange servers",
    "policies": [
      "EXSNP-01",
      "EXSNP-23"
    ]
  },
  {
    "id": "EXSNP-02",
    "title": "Nothing writes a running Exchange server to disk and resumes it",
    "policies": [
      "EXSNP-02",
      "EXSNP-10",
      "EXSNP-20",
      "EXSNP-22",
      "EXSNP-27"
    ]
  },
  {
    "id": "EXSNP-03",
    "title": "A failover of the hypervisor ends in a cold boot",
    "policies": [
      "EXSNP-10",
      "EXSNP-20",
      "EXSNP-22",
      "EXSNP-27"
    ]
  },
  {
    "id": "EXSNP-04",
    "title": "A planned move is online, or a shutdown and a cold boot",
    "policies": [
      "EXSNP-10",
      "EXSNP-27"
    ]
  },
  {
    "id": "EXSNP-05",
    "title": "Live migration of Hyper-V is supported",
    "policies": [],
    "negative": "live migration of Hyper-V machines"
  },
  {
    "id": "EXSNP-06",
    "title": "The maker of another hypervisor supports its migration with Exchange",
    "policies": [],
    "negative": "vMotion, vSphere HA and DRS"
  },
  {
    "id": "EXSNP-07",
    "title": "What a cold boot, saved state and a planned migration are",
    "policies": [],
    "reason": "It defines words that other requirements use."
  },
  {
    "id": "EXSNP-08",
    "title": "Nothing moves or restarts clustered Exchange 2007 servers by itself",
    "policies": [
      "EXSNP-08"
    ]
  },
  {
    "id": "EXSNP-09",
    "title": "Exchange 2007 servers are not moved by the hypervisor",
    "policies": [
      "EXSNP-09"
    ]
  },
  {
    "id": "EXSNP-10",
    "title": "Exchange servers are not moved by quick migration",
    "policies": [
      "EXSNP-10"
    ]
  },
  {
    "id": "EXSNP-11",
    "title": "Exchange 2007 on pass-through or iSCSI disks is backed up inside the guest",
    "policies": [
      "EXSNP-11"
    ]
  },
  {
    "id": "EXSNP-12",
    "title": "Exchange 2007 on pass-through or iSCSI disks is backed up by its own means",
    "policies": [
      "EXSNP-11"
    ]
  },
  {
    "id": "EXSNP-13",
    "title": "Backups of Exchange 2007 by hardware VSS are for the array's maker to support",
    "policies": [],
    "reason": "Microsoft's text says both that they cannot be used and that array makers may offer them, so that nothing can be held against it."
  },
  {
    "id": "EXSNP-14",
    "title": "Copies of virtual disks do not replace backups of Exchange 2003",
    "policies": [],
    "reason": "Copies that are made by hand are in no template."
  },
  {
    "id": "EXSNP-20",
    "title": "Hyper-V does not save the state of Exchange servers",
    "policies": [
      "EXSNP-20"
    ]
  },
  {
    "id": "EXSNP-21",
    "title": "Checkpoints are switched off for Exchange servers",
    "policies": [
      "EXSNP-21"
    ]
  },
  {
    "id": "EXSNP-22",
    "title": "Exchange servers on Azure do not hibernate",
    "policies": [
      "EXSNP-22"
    ]
  },
  {
    "id": "EXSNP-23",
    "title": "Exchange servers on Azure are not protected by snapshots",
    "policies": [
      "EXSNP-23"
    ]
  },
  {
    "id": "EXSNP-24",
    "title": "Backups of Exchange know Exchange",
    "policies": [
      "EXSNP-24"
    ]
  },
  {
    "id": "EXSNP-25",
    "title": "No snapshot keeps the memory of an Exchange server on vSphere",
    "policies": [
      "EXSNP-25"
    ]
  },
  {
    "id": "EXSNP-26",
    "title": "Exchange servers are not linked clones",
    "policies": [
      "EXSNP-26"
    ]
  },
  {
    "id": "EXSNP-27",
    "title": "The failover cluster of the hosts does not save the state of Exchange servers",
    "policies": [
      "EXSNP-27"
    ]
  },
  {
    "id": "EXSNP-28",
    "title": "A live migration ends before the cluster gives up on the member",
    "policies": [],
    "reason": "How long a migration takes shows only in operation."
  },
  {
    "id": "EXSNP-29",
    "title": "No schedule hibernates an Exchange server on Azure",
    "policies": [
      "EXSNP-29"
    ]
  },
  {
    "id": "EXSNP-30",
    "title": "Exchange servers on Azure are not Spot machines",
    "policies": [
      "EXSNP-30"
    ]
  },
  {
    "id": "EXSNP-31",
    "title": "Azure's own maintenance saves no state",
    "policies": [],
    "negative": "maintenance of Azure hosts"
  },
  {
    "id": "EXSNP-32",
    "title": "Storage vMotion, Storage DRS, DPM and resets by vSphere HA save no state",
    "policies": [],
    "negative": "Storage DRS, DPM and VM monitoring of vSphere HA"
  },
  {
    "id": "EXSTO-01",
    "title": "Exchange 2007 data is on fixed virtual disks, pass-through disks or iSCSI",
    "policies": [
      "EXSTO-03",
      "EXSTO-05",
      "EXSTO-07",
      "EXSTO-08",
      "EXSTO-09",
      "EXSTO-48"
    ]
  },
  {
    "id": "EXSTO-02",
    "title": "Exchange data is on fixed disks, dynamic VHDX on Hyper-V, pass-through disks or iSCSI",
    "policies": [
      "EXSTO-04",
      "EXSTO-05",
      "EXSTO-07",
      "EXSTO-08",
      "EXSTO-09",
      "EXSTO-48"
    ]
  },
  {
    "id": "EXSTO-03",
    "title": "Exchange 2007 and 2010 data is on fixed virtual disks",
    "policies": [
      "EXSTO-03",
      "EXSTO-48"
    ]
  },
  {
    "id": "EXSTO-04",
    "title": "Dynamic virtual disks with Exchange data are not in the old VHD format",
    "policies": [
      "EXSTO-04"
    ]
  },
  {
    "id": "EXSTO-05",
    "title": "Disks of Exchange servers are not deltas on other disks",
    "policies": [
      "EXSNP-26",
      "EXSTO-05"
    ]
  },
  {
    "id": "EXSTO-06",
    "title": "A VHD of an Exchange 2007 or 2010 server is smaller than 2,040 GB",
    "policies": [
      "EXSTO-06"
    ],
    "reason": "For vSphere the text names no figure but refers to its maker."
  },
  {
    "id": "EXSTO-07",
    "title": "Exchange data is on block storage, not on a file share",
    "policies": [
      "EXSTO-07"
    ]
  },
  {
    "id": "EXSTO-08",
    "title": "The hypervisor does not keep Exchange data on NAS",
    "policies": [
      "EXSTO-08"
    ]
  },
  {
    "id": "EXSTO-09",
    "title": "An SMB share holds only the kinds of Exchange disk that its version supports there",
    "policies": [
      "EXSTO-09"
    ]
  },
  {
    "id": "EXSTO-10",
    "title": "Hosts that keep Exchange disks on SMB shares run Windows Server 2012 or later",
    "policies": [
      "EXSTO-10"
    ]
  },
  {
    "id": "EXSTO-11",
    "title": "SMB shares with Exchange disks are kept on block storage",
    "policies": [
      "EXSTO-11"
    ]
  },
  {
    "id": "EXSTO-12",
    "title": "An SMB share holds virtual disk files, never the files of Exchange",
    "policies": [
      "EXSTO-07"
    ]
  },
  {
    "id": "EXSTO-13",
    "title": "The storage behind SMB shares with Exchange disks is highly available",
    "policies": [
      "EXSTO-13"
    ]
  },
  {
    "id": "EXSTO-14",
    "title": "A pass-through disk belongs to one server",
    "policies": [
      "EXSTO-14"
    ]
  },
  {
    "id": "EXSTO-15",
    "title": "Exchange 2007 pass-through disks reach the hypervisor as block devices",
    "policies": [
      "EXSTO-08"
    ]
  },
  {
    "id": "EXSTO-16",
    "title": "Exchange 2007 data is on pass-through disks",
    "policies": [
      "EXSTO-16"
    ]
  },
  {
    "id": "EXSTO-17",
    "title": "The OS disk of an Exchange server has 15 GB and the size of its memory",
    "policies": [
      "EXSTO-17"
    ]
  },
  {
    "id": "EXSTO-18",
    "title": "Exchange data is kept apart from the operating system",
    "policies": [
      "EXSTO-18"
    ]
  },
  {
    "id": "EXSTO-19",
    "title": "OS disks of Exchange 2007 servers are on datastores of their own",
    "policies": [
      "EXSTO-19"
    ]
  },
  {
    "id": "EXSTO-20",
    "title": "Databases and logs of Exchange 2007 are on different disks",
    "policies": [
      "EXSTO-20"
    ]
  },
  {
    "id": "EXSTO-21",
    "title": "Exchange 2003 keeps databases and logs on different drives",
    "policies": [],
    "reason": "It is about Virtual Server, which no platform that exvet reads has; EXPLT-02 reports Exchange 2003 on any other."
  },
  {
    "id": "EXSTO-22",
    "title": "Exchange 2003 disks cannot be undone",
    "policies": [
      "EXSTO-50"
    ]
  },
  {
    "id": "EXSTO-23",
    "title": "Exchange database and log volumes use Azure Premium Storage",
    "policies": [
      "EXSTO-23"
    ]
  },
  {
    "id": "EXSTO-24",
    "title": "A datastore has room for all disks of the servers on it",
    "policies": [
      "EXSTO-24"
    ]
  },
  {
    "id": "EXSTO-25",
    "title": "Adapters that guests cannot reach are set up on the host",
    "policies": [],
    "reason": "Adapters of hosts are in no template, and the guest's disks look alike either way."
  },
  {
    "id": "EXSTO-26",
    "title": "An iSCSI initiator in the guest is supported",
    "policies": [],
    "negative": "iSCSI initiators inside guests"
  },
  {
    "id": "EXSTO-27",
    "title": "iSCSI is faster from the host than from the guest",
    "policies": [],
    "reason": "Both are supported; where speed matters is for the sizing to tell."
  },
  {
    "id": "EXSTO-28",
    "title": "Virtual disks can be slower than other kinds",
    "policies": [],
    "reason": "It names no setting; the speed shows under load."
  },
  {
    "id": "EXSTO-40",
    "title": "Exchange data on Azure is on Premium SSD rather than on Premium SSD v2 or Ultra Disk",
    "policies": [
      "EXSTO-40"
    ]
  },
  {
    "id": "EXSTO-41",
    "title": "The VM size of an Exchange server supports Premium Storage",
    "policies": [
      "EXSTO-41"
    ]
  },
  {
    "id": "EXSTO-42",
    "title": "No Exchange server has an ephemeral OS disk",
    "policies": [
      "EXSTO-42"
    ]
  },
  {
    "id": "EXSTO-43",
    "title": "Disks with Exchange databases and logs have no host write cache",
    "policies": [
      "EXSTO-43"
    ]
  },
  {
    "id": "EXSTO-44",
    "title": "Exchange servers on Azure use managed disks",
    "policies": [
      "EXSTO-44"
    ]
  },
  {
    "id": "EXSTO-45",
    "title": "Exchange data on Azure is not on Elastic SAN",
    "policies": [
      "EXSTO-45"
    ]
  },
  {
    "id": "EXSTO-46",
    "title": "Exchange data on Azure VMware Solution is not on Azure NetApp Files",
    "policies": [
      "EXSTO-46"
    ]
  },
  {
    "id": "EXSTO-47",
    "title": "VMFS, raw device mappings, vSAN and in-guest iSCSI are block storage",
    "policies": [],
    "negative": "disks on VMFS, vSAN or vVols on block storage, and raw device mappings"
  },
  {
    "id": "EXSTO-48",
    "title": "Exchange data on vSphere is on thick disks",
    "policies": [
      "EXSTO-48"
    ]
  },
  {
    "id": "EXSTO-49",
    "title": "Data disks of Exchange servers on vSphere use several paravirtual adapters",
    "policies": [
      "EXSTO-49"
    ]
  },
  {
    "id": "EXSTO-50",
    "title": "Disks of Exchange servers keep what is written to them",
    "policies": [
      "EXSTO-50"
    ]
  },
  {
    "id": "EXSTO-51",
    "title": "No disk of an Exchange server is shared between machines",
    "policies": [
      "EXSTO-51"
    ]
  },
  {
    "id": "EXSTO-52",
    "title": "The OS disk has room for Windows and for Exchange",
    "policies": [
      "EXSTO-52"
    ]
  },
  {
    "id": "EXSTO-53",
    "title": "Storage under Exchange data that removes duplicates is the vendor's to support",
    "policies": [
      "EXSTO-53"
    ],
    "reason": "Deduplication by Windows is set inside the guest, that of other storage on the array."
  },
  {
    "id": "EXSTO-54",
    "title": "Databases are not compressed or encrypted by NTFS; BitLocker is fine",
    "policies": [],
    "reason": "NTFS compression and EFS are set inside the guest.",
    "negative": "encryption of disks by Azure or BitLocker"
  },
  {
    "id": "EXSTO-55",
    "title": "File systems are NTFS, or ReFS for databases and logs",
    "policies": [],
    "reason": "Volumes are formatted inside the guest."
  },
  {
    "id": "EXSTO-56",
    "title": "A database volume is no larger than a database can be",
    "policies": [
      "EXSTO-56"
    ]
  },
  {
    "id": "EXSTO-57",
    "title": "The members of a DAG keep databases on disks of one sector type",
    "policies": [
      "EXSTO-57"
    ]
  },
  {
    "id": "EXSTO-58",
    "title": "Storage does not move Exchange data between tiers by itself",
    "policies": [],
    "reason": "Tiering is set on the array."
  },
  {
    "id": "EXSTO-59",
    "title": "A stand-alone server has RAID; plain disks need three copies",
    "policies": [
      "EXHA-37"
    ],
    "reason": "RAID is set on the array."
  },
  {
    "id": "EXSTO-60",
    "title": "A stand-alone server keeps databases and logs on different disks",
    "policies": [
      "EXSTO-60"
    ]
  },
  {
    "id": "EXSTO-61",
    "title": "The members of a DAG have the same MetaCacheDatabase disks",
    "policies": [
      "EXSTO-61"
    ]
  },
  {
    "id": "EXSTO-62",
    "title": "Write caching of Exchange disks is not forced on",
    "policies": [
      "EXSTO-62"
    ]
  },
  {
    "id": "EXSTO-63",
    "title": "Exchange data disks on Hyper-V use the SCSI controller",
    "policies": [
      "EXSTO-63"
    ]
  },
  {
    "id": "EXSTO-64",
    "title": "Exchange data on Hyper-V is on fixed virtual disks",
    "policies": [
      "EXSTO-64"
    ]
  },
  {
    "id": "EXSTO-65",
    "title": "Storage Spaces inside the guest are supported",
    "policies": [],
    "negative": "several equal data disks, which a guest may stripe"
  },
  {
    "id": "EXSTO-66",
    "title": "Reads and writes take 20 ms or less",
    "policies": [],
    "reason": "Latency shows only under load."
  },
  {
    "id": "EXSTO-67",
    "title": "No Exchange data disk is made from a snapshot or a copy",
    "policies": [
      "EXSTO-67"
    ]
  }
];
