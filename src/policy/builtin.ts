// biome-ignore-all format: written by scripts/compile-policies.mjs from policies/*.yaml
import type { Policy } from './policy.ts';

/** The policies that exvet brings along, by id. They are checked when exvet is tested, not when it runs. */
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
    "rationale": "Virtual processors beyond the cores wait for each other. Exchange then stalls at random: message queues grow, database failovers start, clients see timeouts that no counter inside the server explains.",
    "decided": "From the processors of every machine on the host or cluster, Exchange or not, with `hosts[].physicalCores` of exvet.yaml. Hyper-threads never count. Of a cluster with `hosts` stated, one host (or `toleratedFailures`) is taken to have failed. Machines of other templates come from `otherVcpus`; on a host that is only looked up that must be stated.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 24\n  memory   = 131072\n}\n\nresource \"vsphere_virtual_machine\" \"ex02\" {\n  name     = \"ex02\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 24\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\nhosts:\n  - name: esx01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    physicalCores: 20\n    otherVcpus: 0\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 12\n  memory   = 131072\n}\n\nresource \"vsphere_virtual_machine\" \"ex02\" {\n  name     = \"ex02\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 12\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\nhosts:\n  - name: esx01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    physicalCores: 24\n    otherVcpus: 0\n"
      }
    },
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
    "rationale": "Virtual processors beyond the cores wait for each other. Exchange then stalls at random: message queues grow, database failovers start, clients see timeouts that no counter inside the server explains.",
    "decided": "From the processors of every machine on the host or cluster, Exchange or not, with `hosts[].physicalCores` of exvet.yaml. Hyper-threads never count. Of a cluster with `hosts` stated, one host (or `toleratedFailures`) is taken to have failed. Machines of other templates come from `otherVcpus`; on a host that is only looked up that must be stated. It is reported only where the limit of two for each core holds (EXCPU-01, EXCPU-04).",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 12\n  memory   = 131072\n}\n\nresource \"vsphere_virtual_machine\" \"ex02\" {\n  name     = \"ex02\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 12\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\nhosts:\n  - name: esx01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    physicalCores: 24\n    otherVcpus: 0\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 12\n  memory   = 131072\n}\n\nresource \"vsphere_virtual_machine\" \"ex02\" {\n  name     = \"ex02\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 12\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\nhosts:\n  - name: esx01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    physicalCores: 32\n    otherVcpus: 0\n"
      }
    },
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
    "rationale": "Virtual processors beyond the cores wait for each other. Exchange then stalls at random: message queues grow, database failovers start, clients see timeouts that no counter inside the server explains.",
    "decided": "From the processors of every machine on the host or cluster, Exchange or not, with `hosts[].physicalCores` of exvet.yaml. Hyper-threads never count. Of a cluster with `hosts` stated, one host (or `toleratedFailures`) is taken to have failed. Machines of other templates come from `otherVcpus`; on a host that is only looked up that must be stated.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 24\n  memory   = 131072\n}\n\nresource \"vsphere_virtual_machine\" \"ex02\" {\n  name     = \"ex02\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 24\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\nhosts:\n  - name: esx01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    physicalCores: 20\n    otherVcpus: 0\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 12\n  memory   = 131072\n}\n\nresource \"vsphere_virtual_machine\" \"ex02\" {\n  name     = \"ex02\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 12\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\nhosts:\n  - name: esx01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    physicalCores: 24\n    otherVcpus: 0\n"
      }
    },
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
    "rationale": "Virtual processors beyond the cores wait for each other. Exchange then stalls at random: message queues grow, database failovers start, clients see timeouts that no counter inside the server explains.",
    "decided": "From the processors of every machine on the host or cluster, Exchange or not, with `hosts[].physicalCores` of exvet.yaml. Hyper-threads never count. Of a cluster with `hosts` stated, one host (or `toleratedFailures`) is taken to have failed. Machines of other templates come from `otherVcpus`; on a host that is only looked up that must be stated. It is reported only where the guests alone stay within the limit (EXCPU-01).",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 12\n  memory   = 131072\n}\n\nresource \"vsphere_virtual_machine\" \"ex02\" {\n  name     = \"ex02\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 12\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\nhosts:\n  - name: esx01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    physicalCores: 12\n    otherVcpus: 0\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 12\n  memory   = 131072\n}\n\nresource \"vsphere_virtual_machine\" \"ex02\" {\n  name     = \"ex02\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 12\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\nhosts:\n  - name: esx01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    physicalCores: 16\n    otherVcpus: 0\n"
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
    "rationale": "Virtual processors beyond the cores wait for each other. Exchange then stalls at random: message queues grow, database failovers start, clients see timeouts that no counter inside the server explains.",
    "decided": "From `hosts[].hostVcpus` of exvet.yaml, where more than 2 is stated.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 12\n  memory   = 131072\n}\n\nresource \"vsphere_virtual_machine\" \"ex02\" {\n  name     = \"ex02\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 12\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\nhosts:\n  - name: esx01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    physicalCores: 14\n    otherVcpus: 0\n    hostVcpus: 6\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 12\n  memory   = 131072\n}\n\nresource \"vsphere_virtual_machine\" \"ex02\" {\n  name     = \"ex02\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 12\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\nhosts:\n  - name: esx01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    physicalCores: 16\n    otherVcpus: 0\n    hostVcpus: 6\n"
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
    "rationale": "Virtual Server, the only platform on which Exchange 2003 was supported as a virtual machine, gives a guest one processor.",
    "decided": "From the number of processors of the machine.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 2\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2003\"\n    roles: [mailbox]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 1\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2003\"\n    roles: [mailbox]\n"
      }
    },
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
    "rationale": "A weight that favours one guest starves another under load, and Exchange is sized for the share that the default gives.",
    "decided": "From the reserve, weight or shares that the machine states. A limit is judged by EXCPU-24.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 16\n  memory   = 131072\n\n  cpu_share_level = \"low\"\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 16\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\n"
      }
    },
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
    "rationale": "Beyond that many processors the garbage collector of .NET and the locks of the services cost more than the processors bring.",
    "decided": "From the number of processors of the machine, or of its Azure size.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E64s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E32s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n"
      }
    },
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
    "rationale": "A capped server answers well while it is idle and stalls under load, when it matters.",
    "decided": "From the limit or maximum that the machine states; on Azure from the size.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 16\n  memory   = 131072\n\n  cpu_limit = 8000\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 16\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\n"
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
    "rationale": "Exchange looks up every recipient in a global catalog. When those are slow, message categorisation and logons are.",
    "decided": "From the processors of the mailbox servers of the deployment and those of its domain controllers, or `estate.globalCatalogCores` of exvet.yaml. Domain controllers of other templates may serve the site too, so those of this one settle it only where they suffice.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 24\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\n\nestate:\n  globalCatalogCores: 2\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 16\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\n\nestate:\n  globalCatalogCores: 2\n"
      }
    },
    "sources": [
      {
        "title": "Exchange 2013 sizing and configuration recommendations",
        "url": "https://learn.microsoft.com/en-us/exchange/exchange-2013-sizing-and-configuration-recommendations-exchange-2013-help"
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
    "rationale": "Shared-storage clustering was never validated on Virtual Server.",
    "decided": "From `servers[].clustering` of exvet.yaml.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2003\"\n    roles: [mailbox]\n    clustering: scc\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2003\"\n    roles: [mailbox]\n    clustering: none\n"
      }
    },
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
    "rationale": "Two nodes on one host fail together, and with them the cluster.",
    "decided": "From hosts, clusters and anti-affinity rules, for machines whose `servers[].clustering` is ccr or scc.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n\nresource \"vsphere_virtual_machine\" \"ex02\" {\n  name     = \"ex02\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n    clustering: ccr\n\nhosts:\n  - name: esx01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n\nresource \"vsphere_virtual_machine\" \"ex02\" {\n  name     = \"ex02\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n    clustering: ccr\n\nhosts:\n  - name: esx01\n    guests: [\"**.vsphere_virtual_machine.ex01\"]\n  - name: esx02\n    guests: [\"**.vsphere_virtual_machine.ex02\"]\n"
      }
    },
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
    "when": "size(dag.members) > 1 && dag.members.exists(member, member.clustering == 'ccr' || member.clustering == 'scc')",
    "require": "dag.sizesAlike",
    "evidence": "dag.sizesAlike",
    "message": "The nodes of the Exchange 2007 cluster differ in processors or memory.",
    "undecided": "Whether the nodes of the Exchange 2007 cluster are sized alike cannot be told.",
    "requirement": "CCR and SCC may mix physical and virtual nodes, but every node must carry the whole load during an outage.",
    "remedy": "Give the nodes the same processors and memory.",
    "rationale": "The smaller node fails exactly when it takes over.",
    "decided": "From processors and memory of the machines whose `servers[].clustering` is ccr or scc.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n\nresource \"vsphere_virtual_machine\" \"ex02\" {\n  name     = \"ex02\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 4\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n    clustering: ccr\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n\nresource \"vsphere_virtual_machine\" \"ex02\" {\n  name     = \"ex02\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n    clustering: ccr\n"
      }
    },
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
    "rationale": "A hypervisor restarts a machine whose host is gone; it notices neither a stopped service nor a damaged database.",
    "decided": "From `servers[].clustering` of exvet.yaml, for a server that its cluster would restart.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_compute_cluster\" \"prod\" {\n  name          = \"prod\"\n  datacenter_id = \"datacenter-1\"\n  ha_enabled    = true\n}\n\nresource \"vsphere_virtual_machine\" \"ex01\" {\n  name             = \"ex01\"\n  resource_pool_id = vsphere_compute_cluster.prod.resource_pool_id\n  guest_id         = \"windows7Server64Guest\"\n  num_cpus         = 4\n  memory           = 16384\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n    clustering: none\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n    clustering: ccr\n"
      }
    },
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
    "rationale": "A single copy of databases that large cannot be restored in a day.",
    "decided": "From `servers[].mailboxSize` and `clustering` of exvet.yaml.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n    mailboxSize: 2\n    clustering: none\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n    mailboxSize: 2\n    clustering: ccr\n"
      }
    },
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
    "rationale": "Exchange refuses the seventeenth member, and the deployment ends half done.",
    "decided": "From the members, counting every instance. Members come from exvet.yaml, tags and installation scripts; mailbox servers that are merely deployed together are a candidate.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 17\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 16\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n"
      }
    },
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
    "when": "dag.certain && size(dag.members) > 1",
    "require": "dag.windowsAlike",
    "evidence": "dag.windowsAlike",
    "message": "The members of {dag.name} run different releases of Windows Server.",
    "undecided": "Whether the members of {dag.name} run the same release of Windows Server cannot be told.",
    "requirement": "All members of one DAG must run the same version of Windows Server.",
    "remedy": "Use one image for all members.",
    "rationale": "The members form one failover cluster, and a cluster of different releases is only a passing state of an upgrade, which Exchange does not support.",
    "decided": "From the images and guest ids of the members. Members come from exvet.yaml, tags and installation scripts; mailbox servers that are merely deployed together are a candidate.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n\n  source_image_reference {\n    publisher = \"MicrosoftWindowsServer\"\n    offer     = \"WindowsServer\"\n    sku       = count.index == 0 ? \"2022-datacenter\" : \"2019-Datacenter\"\n    version   = \"latest\"\n  }\n\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n\n  source_image_reference {\n    publisher = \"MicrosoftWindowsServer\"\n    offer     = \"WindowsServer\"\n    sku       = \"2022-datacenter\"\n    version   = \"latest\"\n  }\n\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n"
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
    "when": "dag.certain && size(dag.members) > 1",
    "require": "dag.exchangeAlike",
    "evidence": "dag.exchangeAlike",
    "message": "The members of {dag.name} run different versions of Exchange.",
    "undecided": "Whether the members of {dag.name} run the same version of Exchange cannot be told.",
    "requirement": "All members of one DAG must run the same version of Exchange.",
    "remedy": "Form a DAG of the new version and move the mailboxes.",
    "rationale": "Databases of one version cannot be mounted by another.",
    "decided": "From the versions of the members. Members come from exvet.yaml, tags and installation scripts; mailbox servers that are merely deployed together are a candidate.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index + 1)\n  tags  = { exchange-version = count.index == 0 ? \"2016\" : \"2019\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n"
      }
    },
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
    "rationale": "With an even number of votes the loss of half of the members, or of the link between them, dismounts every database.",
    "decided": "From `dags[].witness` of exvet.yaml, or a machine of the deployment that is a witness by its name or tags. Members come from exvet.yaml, tags and installation scripts; mailbox servers that are merely deployed together are a candidate.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n",
        "config": "version: 1\ndags:\n  - name: DAG01\n    witness: none\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n",
        "config": "version: 1\ndags:\n  - name: DAG01\n    witness: file-share\n"
      }
    },
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
    "rationale": "A witness that goes down with a member counts for nothing when it is needed.",
    "decided": "From `dags[].witness` and `witnessServer` of exvet.yaml, or a machine of the deployment that is a witness by its name or tags.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n",
        "config": "version: 1\ndags:\n  - name: DAG01\n    witness: file-share\n    witnessServer: ex1\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n",
        "config": "version: 1\ndags:\n  - name: DAG01\n    witness: file-share\n    witnessServer: fs1\n"
      }
    },
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
    "rationale": "A share on a domain controller needs rights on it for Exchange that reach over the whole domain.",
    "decided": "From the machine of the deployment that is the witness by its name or tags, and what else it is.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"fsw\" {\n  name = \"fsw01\"\n  size = \"Standard_B2s\"\n  tags = { role = \"dc and witness\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"fsw\" {\n  name = \"fsw01\"\n  size = \"Standard_B2s\"\n  tags = { role = \"witness\" }\n}\n"
      }
    },
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
    "rationale": "Exchange manages the witness of its cluster itself, and knows file shares only.",
    "decided": "From `dags[].witness` of exvet.yaml.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"2019\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n",
        "config": "version: 1\ndags:\n  - name: DAG01\n    witness: azure-storage\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"2019\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n",
        "config": "version: 1\ndags:\n  - name: DAG01\n    witness: file-share\n"
      }
    },
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
    "undecided": "The members of {dag.name} are in different regions, and the round trip between them is not stated.",
    "requirement": "The round-trip latency between any two members must not exceed 500 milliseconds.",
    "remedy": "Keep the members in regions that are nearer to each other.",
    "rationale": "Cluster heartbeats and log shipping time out, and copies fall behind.",
    "decided": "From `dags[].roundTrip` of exvet.yaml. It is asked for when the members are in different regions of Azure.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n",
        "config": "version: 1\ndags:\n  - name: DAG01\n    roundTrip: 620\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n",
        "config": "version: 1\ndags:\n  - name: DAG01\n    roundTrip: 40\n"
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
    "rationale": "The cluster service and Exchange's own groups are not made for a server without local accounts.",
    "decided": "From `servers[].otherRoles` of exvet.yaml, from tags and from what scripts install.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.azurerm_windows_virtual_machine.mbx[0]\"\n    exchange: \"SE\"\n    roles: [mailbox]\n    otherRoles: [dc]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n"
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
    "rationale": "Exchange refuses the name, or NetBIOS cuts it to one that another computer has.",
    "decided": "From the name that exvet.yaml, a tag or an installation script gives it.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG-WestEurope-01\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG-WEU-01\" }\n}\n"
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
    "rationale": "Exchange forms, changes and repairs the cluster by itself, and what else is in it is lost on the way.",
    "decided": "From `dags[].dedicatedCluster` of exvet.yaml, where it is stated.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n",
        "config": "version: 1\ndags:\n  - name: DAG01\n    dedicatedCluster: false\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n",
        "config": "version: 1\ndags:\n  - name: DAG01\n    dedicatedCluster: true\n"
      }
    },
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
    "rationale": "The address and its computer object serve nothing that Exchange needs, and both can fail.",
    "decided": "From `dags[].accessPoint` of exvet.yaml, where it is stated.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n",
        "config": "version: 1\ndags:\n  - name: DAG01\n    accessPoint: true\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n",
        "config": "version: 1\ndags:\n  - name: DAG01\n    accessPoint: false\n"
      }
    },
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
    "rationale": "With two copies, the repair of one leaves none in reserve.",
    "decided": "From `dags[].copies` of exvet.yaml, where it is stated.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n",
        "config": "version: 1\ndags:\n  - name: DAG01\n    copies: 2\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n",
        "config": "version: 1\ndags:\n  - name: DAG01\n    copies: 3\n"
      }
    },
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
    "rationale": "Without failover clustering a server cannot join a DAG.",
    "decided": "From the image of the members.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n\n  source_image_reference {\n    publisher = \"MicrosoftWindowsServer\"\n    offer     = \"WindowsServer\"\n    sku       = \"2008-R2-SP1-Standard\"\n    version   = \"latest\"\n  }\n\n  tags  = { exchange-version = \"2013\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n\n  source_image_reference {\n    publisher = \"MicrosoftWindowsServer\"\n    offer     = \"WindowsServer\"\n    sku       = \"2008-R2-SP1-Datacenter\"\n    version   = \"latest\"\n  }\n\n  tags  = { exchange-version = \"2013\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n"
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
    "rationale": "What runs on the host takes processor time and disk operations that no guest knows about, and its restarts take all guests along.",
    "decided": "From `hosts[].roles` of exvet.yaml. Server applications are judged by EXHOST-02.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 16\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\nhosts:\n  - name: hv01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    roles: [management, file-server]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 16\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\nhosts:\n  - name: hv01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    roles: [management, antivirus]\n"
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
    "rationale": "Server applications in the host compete with all guests at once, and the hypervisor gives them precedence.",
    "decided": "From `hosts[].roles` of exvet.yaml.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 16\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\nhosts:\n  - name: hv01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    roles: [management, sql]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 16\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\nhosts:\n  - name: hv01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    roles: [management]\n"
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
    "rationale": "A database server beside Exchange takes the disk queue that Exchange was sized for.",
    "decided": "From the tags, scripts and names of the other machines on the host.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 16\n  memory   = 131072\n}\n\nresource \"vsphere_virtual_machine\" \"sql01\" {\n  name     = \"sql01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\nhosts:\n  - name: hv01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    physicalCores: 64\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 16\n  memory   = 131072\n}\n\nresource \"vsphere_virtual_machine\" \"file01\" {\n  name     = \"file01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\nhosts:\n  - name: hv01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    physicalCores: 64\n"
      }
    },
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
    "rationale": "A host whose system disk fills up pauses its guests.",
    "decided": "From `hosts[].systemDisk` and `hosts[].os` of exvet.yaml.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 16\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2013\"\n    roles: [mailbox]\nhosts:\n  - name: hv01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    os: \"2008 R2\"\n    systemDisk: 8\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 16\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2013\"\n    roles: [mailbox]\nhosts:\n  - name: hv01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    os: \"2008 R2\"\n    systemDisk: 40\n"
      }
    },
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
    "rationale": "A DAG member that cannot join its cluster after a restart leaves databases without a copy.",
    "decided": "From `hosts[].os`, `clustered` and `hotfixes` of exvet.yaml.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 16\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2016\"\n    roles: [mailbox]\n    dag: DAG01\nhosts:\n  - name: hv01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    os: \"2012\"\n    clustered: true\n    hotfixes: []\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 16\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2016\"\n    roles: [mailbox]\n    dag: DAG01\nhosts:\n  - name: hv01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    os: \"2012\"\n    clustered: true\n    hotfixes: [KB2872325]\n"
      }
    },
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
    "rationale": "Exchange sizes its database cache by the memory it finds. When the host takes some of it back, Exchange pages or drops its cache and reads from disk.",
    "decided": "From the memory settings of the machine. Where minimum, maximum and size are one figure the memory does not change, and a warning says that the feature is on. In SCVMM a template may decide it. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  dynamic_memory        = true\n  memory_startup_bytes  = 137438953472\n  memory_minimum_bytes  = 68719476736\n  memory_maximum_bytes  = 137438953472\n  automatic_stop_action = \"ShutDown\"\n  checkpoint_type       = \"Disabled\"\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  automatic_stop_action = \"ShutDown\"\n  checkpoint_type       = \"Disabled\"\n}\n"
      }
    },
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
    "rationale": "A host that promised more than it has takes memory from running machines, by ballooning, compression or swapping, Exchange's database cache among it.",
    "decided": "From the memory of every machine on the host or cluster, Exchange or not, with `hosts[].memory` and `otherMemory` of exvet.yaml. Of a cluster with `hosts` stated, one host (or `toleratedFailures`) is taken to have failed.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 262144\n}\n\nresource \"vsphere_virtual_machine\" \"ex02\" {\n  name     = \"ex02\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 262144\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\nhosts:\n  - name: esx01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    memory: 384\n    otherMemory: 0\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n\nresource \"vsphere_virtual_machine\" \"ex02\" {\n  name     = \"ex02\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\nhosts:\n  - name: esx01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    memory: 384\n    otherMemory: 0\n"
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
    "rationale": "Exchange holds its database cache in memory. When the hypervisor shrinks it, users wait for the disk.",
    "decided": "From the memory settings of the machine and, on vSphere, its reservation.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 32768\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 32768\n\n  memory_reservation               = 32768\n  memory_reservation_locked_to_max = true\n\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n"
      }
    },
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
    "rationale": "Exchange trades memory for disk reads. What is saved on memory comes back as disk traffic and slow clients.",
    "decided": "From `servers[].requiredMemory` of exvet.yaml, where it is stated. With `requiredVcpus` stated too EXSIZ-01 judges both. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 65536\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2019\"\n    roles: [mailbox]\n    requiredMemory: 128\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2019\"\n    roles: [mailbox]\n    requiredMemory: 128\n"
      }
    },
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
    "rationale": "Without a full reservation the host may balloon, compress or swap memory that Exchange holds its database cache in. Exchange then pages, and its health tools report dynamic memory, which is unsupported.",
    "decided": "From memory and memory_reservation of the machine; the provider reserves nothing unless told to. A reservation of the resource pool does not count, as it belongs to all machines in it. Exchange SE is held to the text for 2019, whose requirements it keeps.",
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
    "rationale": "Beyond that size .NET's garbage collection and the database cache of Exchange grow without use, and one server's failure moves too many users.",
    "decided": "From the memory of the machine, on Azure by its size.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 262144\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2016\"\n    roles: [mailbox]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2016\"\n    roles: [mailbox]\n"
      }
    },
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
    "when": "!server.osDiskFromImage && server.osDiskGib >= 62 && !server.disks.exists(disk, disk.holds == 'pagefile' || disk.holds == 'other') && !(server.exchangeVersion == '2013' && server.osDiskGib + 0.1 < 15 + server.memoryMib / 1024)",
    "require": "server.osDiskGib >= 62 + server.pageFileGib",
    "evidence": "server.osDiskGib",
    "message": "{server.name} has an OS disk of {server.osDiskGib} GiB: too little for Windows, Exchange and a page file of {server.pageFileGib} GiB.",
    "undecided": "Whether the OS disk of {server.name} has room for its page file cannot be told.",
    "requirement": "The page file should have a fixed size: with Exchange 2013 and 2016 that of the memory and 10 MB, at most 32,778 MB; with 2019 and SE a quarter of the memory. It should be one file, not on a disk of databases or logs.",
    "remedy": "Enlarge the OS disk, or give the page file a disk of its own and say so (`holds: [pagefile]`).",
    "rationale": "A page file that grows fragments the disk and fills it; one that is too small ends processes when memory runs short.",
    "decided": "The OS disk must hold Windows (32 GB), the free space that Exchange asks for (30 GB) and the page file. Smaller OS disks are EXSTO-52 or EXSTO-17. A disk that is told to hold the page file, or something other than Exchange data, is taken to hold it.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n\n  os_disk {\n    caching              = \"ReadWrite\"\n    storage_account_type = \"Premium_LRS\"\n    disk_size_gb         = 80\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n\n  os_disk {\n    caching              = \"ReadWrite\"\n    storage_account_type = \"Premium_LRS\"\n    disk_size_gb         = 128\n  }\n}\n"
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
    "evidence": "host.numaNodeMemory",
    "message": "An Exchange server on {host.name} has more memory than one NUMA node of it, or NUMA settings of its own.",
    "undecided": "Whether the Exchange servers on {host.name} fit into one NUMA node cannot be told.",
    "requirement": "Where possible the memory of one virtual machine should lie in one physical NUMA node. Exchange knows nothing of NUMA, and the default settings of the hypervisor are right for it.",
    "remedy": "Give the server no more memory than a node has, and leave the NUMA settings at their defaults.",
    "rationale": "Memory of another node is slower to reach, and Exchange cannot arrange its threads by that.",
    "decided": "From `hosts[].numaNodeMemory` of exvet.yaml, where it is stated, and from changed NUMA settings of the machines.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 262144\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2019\"\n    roles: [mailbox]\nhosts:\n  - name: esx01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    numaNodeMemory: 192\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2019\"\n    roles: [mailbox]\nhosts:\n  - name: esx01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    numaNodeMemory: 192\n"
      }
    },
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
    "decided": "From the effective outbound path for TCP 25: security admin rules of a network manager, the network security groups at the interface and at the subnet (without any, everything is open), the routes of the subnet, the network rules of the Azure Firewall behind them, and the public address that traffic leaves by: one of its own, a NAT gateway, a load balancer, or the one that the platform lends to subnets that are not private. What is not known matters only where it could change the answer. Relays come from exvet.yaml and from send connectors in scripts. With a relay and open rules it is a warning. A send connector with DNS routing is a violation whatever the rules say.",
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
    "message": "{server.name} runs Exchange {server.exchangeVersion}, which no virtualization supports.",
    "requirement": "No release before Exchange 2003 is supported in production on any hardware virtualization.",
    "remedy": "Move to Exchange Server SE.",
    "rationale": "Those versions were never tested on virtual hardware.",
    "decided": "From the version that exvet.yaml or a tag tells.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex01\"\n    exchange: \"2000\"\n    roles: [mailbox]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex01\"\n    exchange: \"SE\"\n    roles: [mailbox]\n"
      }
    },
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
    "rationale": "Exchange 2003 was never tested on today's hypervisors.",
    "decided": "From the version that exvet.yaml, a tag, an installation script or a name tells.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex01\"\n    exchange: \"2003\"\n    roles: [mailbox]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex01\"\n    exchange: \"SE\"\n    roles: [mailbox]\n"
      }
    },
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
    "rationale": "Earlier builds were not supported on Virtual Server.",
    "decided": "From `servers[].servicePack` of exvet.yaml.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex01\"\n    exchange: \"2003\"\n    roles: [mailbox]\n    servicePack: 1\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex01\"\n    exchange: \"2003\"\n    roles: [mailbox]\n    servicePack: 2\n"
      }
    },
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
    "rationale": "Without validation nobody has shown that Windows and Exchange run correctly on it.",
    "decided": "From the platform; of vSphere `hosts[].svvp` of exvet.yaml must say it.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex01\"\n    exchange: \"2007\"\n    roles: [mailbox]\nhosts:\n  - name: esx01\n    guests: [\"**.vsphere_virtual_machine.ex01\"]\n    svvp: false\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex01\"\n    exchange: \"2007\"\n    roles: [mailbox]\nhosts:\n  - name: esx01\n    guests: [\"**.vsphere_virtual_machine.ex01\"]\n    svvp: true\n"
      }
    },
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
    "rationale": "The first release does not run on Windows Server 2008, the only guest that is supported.",
    "decided": "From `servers[].servicePack` of exvet.yaml.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex01\"\n    exchange: \"2007\"\n    roles: [mailbox]\n    servicePack: 0\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex01\"\n    exchange: \"2007\"\n    roles: [mailbox]\n    servicePack: 3\n"
      }
    },
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
    "rationale": "Setup and updates of Exchange are tested on the releases in the matrix only. On another one an update may fail half way, and Microsoft does not help.",
    "decided": "From the image or guest id of the machine, or `servers[].guestOs` of exvet.yaml. A client edition is judged by EXPLT-35.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows7Server64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex01\"\n    exchange: \"2007\"\n    roles: [mailbox]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"winLonghorn64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex01\"\n    exchange: \"2007\"\n    roles: [mailbox]\n"
      }
    },
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
    "rationale": "Its voice streams need timing that a virtual processor of that time did not give.",
    "decided": "From the roles that exvet.yaml, a tag or an installation script tells.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex01\"\n    exchange: \"2007\"\n    roles: [um]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex01\"\n    exchange: \"2007\"\n    roles: [mailbox]\n"
      }
    },
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
    "rationale": "Without validation nobody has shown that Windows and Exchange run correctly on it.",
    "decided": "Hyper-V, Azure Local and SCVMM pass. Of vSphere the build decides, which `hosts[].svvp` of exvet.yaml must say.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex01\"\n    exchange: \"SE\"\n    roles: [mailbox]\nhosts:\n  - name: esx01\n    guests: [\"**.vsphere_virtual_machine.ex01\"]\n    svvp: false\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex01\"\n    exchange: \"SE\"\n    roles: [mailbox]\nhosts:\n  - name: esx01\n    guests: [\"**.vsphere_virtual_machine.ex01\"]\n    svvp: true\n"
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
    "rationale": "Setup and updates of Exchange are tested on the releases in the matrix only. On another one an update may fail half way, and Microsoft does not help.",
    "decided": "From the image or guest id of the machine, or `servers[].guestOs` of exvet.yaml. A client edition is judged by EXPLT-35.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n\n  source_image_reference {\n    publisher = \"MicrosoftWindowsServer\"\n    offer     = \"WindowsServer\"\n    sku       = \"2016-Datacenter\"\n    version   = \"latest\"\n  }\n\n  tags = { exchange-version = \"2013\", exchange-role = \"mailbox\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n\n  source_image_reference {\n    publisher = \"MicrosoftWindowsServer\"\n    offer     = \"WindowsServer\"\n    sku       = \"2012-Datacenter\"\n    version   = \"latest\"\n  }\n\n  tags = { exchange-version = \"2013\", exchange-role = \"mailbox\" }\n}\n"
      }
    },
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
    "rationale": "Setup and updates of Exchange are tested on the releases in the matrix only. On another one an update may fail half way, and Microsoft does not help.",
    "decided": "From the image or guest id of the machine, or `servers[].guestOs` of exvet.yaml. A client edition is judged by EXPLT-35. The cumulative update comes from `servers[].cumulativeUpdate`.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n\n  source_image_reference {\n    publisher = \"MicrosoftWindowsServer\"\n    offer     = \"WindowsServer\"\n    sku       = \"2016-Datacenter\"\n    version   = \"latest\"\n  }\n\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n\n  source_image_reference {\n    publisher = \"MicrosoftWindowsServer\"\n    offer     = \"WindowsServer\"\n    sku       = \"2019-Datacenter\"\n    version   = \"latest\"\n  }\n\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n"
      }
    },
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
    "rationale": "Setup and updates of Exchange are tested on the releases in the matrix only. On another one an update may fail half way, and Microsoft does not help.",
    "decided": "From the image or guest id of the machine, or `servers[].guestOs` of exvet.yaml. A client edition is judged by EXPLT-35. The cumulative update comes from `servers[].cumulativeUpdate`.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n\n  source_image_reference {\n    publisher = \"MicrosoftWindowsServer\"\n    offer     = \"WindowsServer\"\n    sku       = \"2019-Datacenter\"\n    version   = \"latest\"\n  }\n\n  tags = { exchange-version = \"2016\", exchange-role = \"mailbox\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n\n  source_image_reference {\n    publisher = \"MicrosoftWindowsServer\"\n    offer     = \"WindowsServer\"\n    sku       = \"2012-R2-Datacenter\"\n    version   = \"latest\"\n  }\n\n  tags = { exchange-version = \"2016\", exchange-role = \"mailbox\" }\n}\n"
      }
    },
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
    "rationale": "Setup and updates of Exchange are tested on the releases in the matrix only. On another one an update may fail half way, and Microsoft does not help.",
    "decided": "From the image or guest id of the machine, or `servers[].guestOs` of exvet.yaml. A client edition is judged by EXPLT-35.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n\n  source_image_reference {\n    publisher = \"MicrosoftWindowsServer\"\n    offer     = \"WindowsServer\"\n    sku       = \"2016-Datacenter\"\n    version   = \"latest\"\n  }\n\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n\n  source_image_reference {\n    publisher = \"MicrosoftWindowsServer\"\n    offer     = \"WindowsServer\"\n    sku       = \"2022-datacenter\"\n    version   = \"latest\"\n  }\n\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n"
      }
    },
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
    "evidence": "server.windowsRelease",
    "message": "{server.name} runs Exchange {server.exchangeVersion} on Windows Server {server.windowsRelease} without the service pack that this needs.",
    "undecided": "Whether Exchange on {server.name} has the service pack that its release of Windows Server needs is not stated.",
    "requirement": "Exchange 2013 needs SP1 (CU4) before it runs on Windows Server 2012 R2. Exchange 2010 SP3 runs on Windows Server 2008 SP2, 2008 R2 SP1, 2012 and 2012 R2 only.",
    "remedy": "Install the service pack, or use a release that the build supports.",
    "rationale": "Setup and updates of Exchange are tested on the releases in the matrix only. On another one an update may fail half way, and Microsoft does not help.",
    "decided": "From the image or guest id and `servers[].servicePack` of exvet.yaml.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n\n  source_image_reference {\n    publisher = \"MicrosoftWindowsServer\"\n    offer     = \"WindowsServer\"\n    sku       = \"2012-R2-Datacenter\"\n    version   = \"latest\"\n  }\n\n  tags = { exchange-version = \"2013\", exchange-role = \"mailbox\" }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.azurerm_windows_virtual_machine.ex01\"\n    servicePack: 0\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n\n  source_image_reference {\n    publisher = \"MicrosoftWindowsServer\"\n    offer     = \"WindowsServer\"\n    sku       = \"2012-R2-Datacenter\"\n    version   = \"latest\"\n  }\n\n  tags = { exchange-version = \"2013\", exchange-role = \"mailbox\" }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.azurerm_windows_virtual_machine.ex01\"\n    servicePack: 1\n"
      }
    },
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
    "rationale": "Setup of those versions needs components that Server Core does not have.",
    "decided": "From the image, or `servers[].installType` of exvet.yaml.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n\n  source_image_reference {\n    publisher = \"MicrosoftWindowsServer\"\n    offer     = \"WindowsServer\"\n    sku       = \"2016-Datacenter-Server-Core\"\n    version   = \"latest\"\n  }\n\n  tags = { exchange-version = \"2016\", exchange-role = \"mailbox\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n\n  source_image_reference {\n    publisher = \"MicrosoftWindowsServer\"\n    offer     = \"WindowsServer\"\n    sku       = \"2016-Datacenter\"\n    version   = \"latest\"\n  }\n\n  tags = { exchange-version = \"2016\", exchange-role = \"mailbox\" }\n}\n"
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
    "rationale": "Setup refuses a client edition. Azure Edition brings features, such as hotpatching, with which Exchange has not been tested.",
    "decided": "From the image or guest id of the machine, or `servers[].guestOs` of exvet.yaml.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n\n  source_image_reference {\n    publisher = \"MicrosoftWindowsServer\"\n    offer     = \"WindowsServer\"\n    sku       = \"2022-datacenter-azure-edition\"\n    version   = \"latest\"\n  }\n\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n\n  source_image_reference {\n    publisher = \"MicrosoftWindowsServer\"\n    offer     = \"WindowsServer\"\n    sku       = \"2022-datacenter\"\n    version   = \"latest\"\n  }\n\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n"
      }
    },
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
    "rationale": "From then on flaws stay open for good.",
    "decided": "From `servers[].extendedSecurityUpdates` of exvet.yaml and the evaluation date.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.azurerm_windows_virtual_machine.ex01\"\n    extendedSecurityUpdates: true\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.azurerm_windows_virtual_machine.ex01\"\n    extendedSecurityUpdates: false\n"
      }
    },
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
    "rationale": "Security updates exist for the last cumulative updates only.",
    "decided": "From `servers[].cumulativeUpdate` of exvet.yaml.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.azurerm_windows_virtual_machine.ex01\"\n    cumulativeUpdate: 12\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.azurerm_windows_virtual_machine.ex01\"\n    cumulativeUpdate: 15\n"
      }
    },
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
    "rationale": "Without security updates for Windows, an updated Exchange does not protect the server.",
    "decided": "From the image or guest id of the machine, or `servers[].guestOs` of exvet.yaml, and the evaluation date.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n\n  source_image_reference {\n    publisher = \"MicrosoftWindowsServer\"\n    offer     = \"WindowsServer\"\n    sku       = \"2012-R2-Datacenter\"\n    version   = \"latest\"\n  }\n\n  tags = { exchange-version = \"2013\", exchange-role = \"mailbox\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n\n  source_image_reference {\n    publisher = \"MicrosoftWindowsServer\"\n    offer     = \"WindowsServer\"\n    sku       = \"2022-datacenter\"\n    version   = \"latest\"\n  }\n\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n"
      }
    },
    "sources": [
      {
        "title": "Microsoft Lifecycle",
        "url": "https://learn.microsoft.com/en-us/lifecycle/products/"
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
    "rationale": "Exchange on a domain controller runs with rights over the directory, and neither can be restored or moved without the other.",
    "decided": "From `servers[].otherRoles` of exvet.yaml, from tags and from what scripts install. Members of a DAG are judged by EXHA-32 too.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.azurerm_windows_virtual_machine.ex01\"\n    otherRoles: [dc]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n"
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
    "rationale": "They replace components that Exchange uses, and their updates break it.",
    "decided": "From `servers[].otherRoles` of exvet.yaml, from tags and from what scripts install.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.azurerm_windows_virtual_machine.ex01\"\n    otherRoles: [sharepoint]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n"
      }
    },
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
    "rationale": "Setup stops, or Exchange writes attributes that the old directory does not replicate.",
    "decided": "From the domain controllers of the deployment, or `estate.domainControllerOs` and `estate.forestLevel` of exvet.yaml.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n",
        "config": "version: 1\nestate:\n  domainControllerOs: \"2012\"\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n",
        "config": "version: 1\nestate:\n  domainControllerOs: \"2016\"\n  forestLevel: \"2016\"\n"
      }
    },
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
    "rationale": "Setup refuses to extend the organisation.",
    "decided": "From `estate.exchangeVersions` of exvet.yaml, where it is stated.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n",
        "config": "version: 1\nestate:\n  exchangeVersions: [\"2010\", SE]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n",
        "config": "version: 1\nestate:\n  exchangeVersions: [\"2016\", SE]\n"
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
    "rationale": "The first release was not tested with the migration of running machines; voice needs processors that are there at once.",
    "decided": "From `servers[].servicePack` of exvet.yaml, the roles, and the number of processors. The cores behind them are judged by the ratio of the host.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex01\"\n    exchange: \"2010\"\n    roles: [mailbox]\n    servicePack: 0\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex01\"\n    exchange: \"2010\"\n    roles: [mailbox]\n    servicePack: 3\n"
      }
    },
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
    "rationale": "Nobody has tested Exchange 2010 there.",
    "decided": "From the version that exvet.yaml, a tag, an installation script or a name tells for a machine on Azure.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"2010\", exchange-role = \"mailbox\" }\n}\n"
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
    "rationale": "A server below its sizing works until the first busy morning, or until it has to take over from another.",
    "decided": "From processors and memory of the machine, and `servers[].requiredVcpus` and `requiredMemory` of exvet.yaml, the result of the Exchange sizing calculator.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\n    requiredVcpus: 16\n    requiredMemory: 128\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2022srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"SE\"\n    roles: [mailbox]\n    requiredVcpus: 8\n    requiredMemory: 128\n"
      }
    },
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
    "rationale": "A large server takes more mailboxes along when it fails, and needs longer to come back.",
    "decided": "From processors and memory of the machine.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E64s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E32s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n"
      }
    },
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
    "when": "size(dag.members) > 1 && dag.certain",
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
    "rationale": "The smallest member limits what the DAG survives.",
    "decided": "From processors, memory and data disks of the members. Members come from exvet.yaml, tags and installation scripts; mailbox servers that are deployed together are a candidate, and the finding says so.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = count.index == 0 ? \"Standard_E16s_v5\" : \"Standard_E8s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"mbx\" {\n  count = 2\n  name  = \"ex${count.index + 1}\"\n  size  = \"Standard_E16s_v5\"\n  zone  = tostring(count.index % 3 + 1)\n  tags  = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n"
      }
    },
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
    "decided": "From snapshot resources that name the machine, and from checkpoints declared on it. Exchange SE is held to the text for 2019, whose requirements it keeps.",
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
    "rationale": "A resumed server carries on with what it knew when it was saved: a database copy, a lease or a DAG membership that is no longer its own. Exchange expects to boot.",
    "decided": "From stop_action of the vsphere_vapp_entity that names the machine; the provider's default powers it off. A machine in no vApp is not concerned: no other setting of the provider suspends one.",
    "fix": {
      "set": "server.stopAction",
      "to": "guestShutdown"
    },
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name             = \"ex01\"\n  guest_id         = \"windows2019srvNext_64Guest\"\n  num_cpus         = 8\n  memory           = 131072\n  resource_pool_id = \"resgroup-v12\"\n}\n\nresource \"vsphere_vapp_entity\" \"ex01\" {\n  target_id    = vsphere_virtual_machine.ex01.moid\n  container_id = \"resgroup-v12\"\n  stop_action  = \"suspend\"\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name             = \"ex01\"\n  guest_id         = \"windows2019srvNext_64Guest\"\n  num_cpus         = 8\n  memory           = 131072\n  resource_pool_id = \"resgroup-v12\"\n}\n\nresource \"vsphere_vapp_entity\" \"ex01\" {\n  target_id    = vsphere_virtual_machine.ex01.moid\n  container_id = \"resgroup-v12\"\n  stop_action  = \"guestShutdown\"\n}\n"
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
    "rationale": "While the machine sleeps its DAG goes on without it; what it knows when it resumes is no longer true.",
    "decided": "From `servers[].plannedMove` of exvet.yaml, where it is stated. What a failover cluster does by itself is EXSNP-27. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  automatic_stop_action = \"ShutDown\"\n  checkpoint_type       = \"Disabled\"\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2016\"\n    roles: [mailbox]\n    plannedMove: quick\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  automatic_stop_action = \"ShutDown\"\n  checkpoint_type       = \"Disabled\"\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2016\"\n    roles: [mailbox]\n    plannedMove: live\n"
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
    "rationale": "The host cannot freeze a disk that it does not see into: the backup looks complete and cannot be restored.",
    "decided": "From `servers[].backupMethod` and `usesIscsi` of exvet.yaml and the disks of the machine.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    disk_number         = 3\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n    backupMethod: host-vss\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    disk_number         = 3\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n    backupMethod: ese-streaming\n"
      }
    },
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
    "rationale": "A resumed server carries on with what it knew when it was saved: database copies, leases and DAG membership that are no longer its own. Exchange expects to boot.",
    "decided": "From automatic_stop_action; the Hyper-V provider saves the machine unless told otherwise. TurnOff is no saved state, though Exchange then recovers from a crash. The resources of Azure Local and SCVMM have no such property: state `servers[].stopAction` in exvet.yaml. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "fix": {
      "set": "server.stopAction",
      "to": "ShutDown"
    },
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  automatic_stop_action = \"ShutDown\"\n  checkpoint_type       = \"Disabled\"\n}\n"
      }
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
    "rationale": "A checkpoint is one click, or one backup product, away. Going back to it puts databases, Active Directory and the DAG out of step.",
    "decided": "From checkpoint_type; Hyper-V makes production checkpoints unless told otherwise. In SCVMM a template may decide it. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "fix": {
      "set": "server.checkpointType",
      "to": "Disabled"
    },
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  automatic_stop_action = \"ShutDown\"\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  automatic_stop_action = \"ShutDown\"\n  checkpoint_type       = \"Disabled\"\n}\n"
      }
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
    "rationale": "A resumed server carries on with what it knew when it was saved: a database copy, a lease or a DAG membership that is no longer its own. Exchange expects to boot.",
    "decided": "From additional_capabilities of the machine; hibernation is off unless it is switched on. Exchange SE is held to the text for 2019, whose requirements it keeps.",
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
    "rationale": "Other backups leave the databases dirty and the logs untruncated: they fill the disk, and a restore may not mount.",
    "decided": "From `servers[].backupMethod` of exvet.yaml, where it is stated. Backups that the templates declare on Azure are EXSNP-23.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2019\"\n    roles: [mailbox]\n    backupMethod: crash-consistent\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2019\"\n    roles: [mailbox]\n    backupMethod: exchange-aware\n"
      }
    },
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
    "exchange": ">=2007",
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
    "when": "server.inFailoverCluster || 'clusterPriority' in server.states || 'clusterOfflineAction' in server.states",
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
    "rationale": "Draining a node for updates is routine. A DAG member that is saved by it comes back with a state that the others have left behind.",
    "decided": "From `servers[].clusterPriority` and `clusterOfflineAction` of exvet.yaml. They are asked for machines whose hosts are a failover cluster, by the template or by `hosts[].clustered`. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  automatic_stop_action = \"ShutDown\"\n  checkpoint_type       = \"Disabled\"\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2016\"\n    roles: [mailbox]\n    clusterPriority: low\n    clusterOfflineAction: shut-down\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  automatic_stop_action = \"ShutDown\"\n  checkpoint_type       = \"Disabled\"\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2016\"\n    roles: [mailbox]\n    clusterPriority: high\n    clusterOfflineAction: shut-down\n"
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
    "rationale": "A dynamic disk of that time grows while Exchange writes, and each growth holds up the transaction log; a full volume stops the server.",
    "decided": "From the type of the virtual disk; the Hyper-V provider makes a disk dynamic unless told otherwise. Thin disks of vSphere are judged by EXSTO-48.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"C:\\\\ClusterStorage\\\\Exchange\\\\ex01\\\\db01.vhd\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"C:\\\\ClusterStorage\\\\Exchange\\\\ex01\\\\db01.vhd\"\n  vhd_type = \"Fixed\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n"
      }
    },
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
    "rationale": "The old format keeps no log of its own changes: a crash of the host while it grows can damage the disk, and the databases on it.",
    "decided": "From the type of the disk and the ending of its file; the Hyper-V provider makes a disk dynamic unless told otherwise. Dynamic VHDX disks are judged by EXSTO-64, on an SMB share by EXSTO-09. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"C:\\\\ClusterStorage\\\\Exchange\\\\ex01\\\\db01.vhd\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"C:\\\\ClusterStorage\\\\Exchange\\\\ex01\\\\db01.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n"
      }
    },
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
    "rationale": "Every read may have to go through the chain of parents, and a change of a parent destroys all disks that rest on it.",
    "decided": "From the type of the disk, from a parent that it names, and from a file that belongs to a checkpoint (.avhdx). Linked clones of vSphere are EXSNP-26. An OS disk whose image decides its type is not judged. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path        = \"C:\\\\ClusterStorage\\\\Exchange\\\\ex01\\\\db01.vhdx\"\n  vhd_type    = \"Differencing\"\n  size        = 1099511627776\n  parent_path = \"C:\\\\ClusterStorage\\\\Exchange\\\\base.vhdx\"\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"C:\\\\ClusterStorage\\\\Exchange\\\\ex01\\\\db01.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n"
      }
    },
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
    "rationale": "The format ends at 2,040 GB: the disk cannot be created, or not be extended when the database grows.",
    "decided": "From the size of the disk, counted in GiB, when it is in the VHD format.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"C:\\\\ClusterStorage\\\\Exchange\\\\ex01\\\\db01.vhd\"\n  vhd_type = \"Fixed\"\n  size     = 2190433320960\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"C:\\\\ClusterStorage\\\\Exchange\\\\ex01\\\\db01.vhd\"\n  vhd_type = \"Fixed\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n"
      }
    },
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
    "rationale": "The Exchange database engine orders its writes and relies on what a block device promises about them. A file protocol on the way may reorder, cache or retry them, and databases end up damaged.",
    "decided": "From the disks and mounted shares of the server. A share counts when an installation script names it as the path of a database or log. Exchange SE is held to the text for 2019, whose requirements it keeps.",
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
    "decided": "From the datastore that the disk is stored on, when the template declares it. A datastore that is only looked up does not tell its type; state it under `datastores` in exvet.yaml. Virtual disks on an SMB share are EXSTO-09. Exchange SE is held to the text for 2019, whose requirements it keeps.",
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
    "rationale": "A dynamic disk grows by metadata changes, which cross the network as well and can be lost with the connection.",
    "decided": "From the path of the virtual disk file (\\\\server\\share) and its type. A dynamic disk in the VHD format is EXSTO-04, a differencing one EXSTO-05. Cluster shared volumes are block storage.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"\\\\\\\\filer\\\\exchange\\\\ex01\\\\db01.vhdx\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2019\"\n    roles: [mailbox]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"\\\\\\\\filer\\\\exchange\\\\ex01\\\\db01.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2019\"\n    roles: [mailbox]\n"
      }
    },
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
    "rationale": "Earlier versions of SMB keep no open files over a failover of the file server, so disks vanish under a running database.",
    "decided": "From `hosts[].os` of exvet.yaml, for hosts with an Exchange disk whose path is a share. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"\\\\\\\\filer\\\\exchange\\\\ex01\\\\db01.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2013\"\n    roles: [mailbox]\nhosts:\n  - name: hv01\n    guests: [\"**.hyperv_machine_instance.*\"]\n    os: \"2008 R2\"\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"\\\\\\\\filer\\\\exchange\\\\ex01\\\\db01.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2013\"\n    roles: [mailbox]\nhosts:\n  - name: hv01\n    guests: [\"**.hyperv_machine_instance.*\"]\n    os: \"2012 R2\"\n"
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
    "rationale": "A file protocol underneath the share brings back the caching and retries that Exchange has not been tested with.",
    "decided": "From `datastores[].blockBacked` of exvet.yaml, whose `match` is the path of the share. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"\\\\\\\\filer\\\\exchange\\\\ex01\\\\db01.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n",
        "config": "version: 1\ndatastores:\n  - match: '\\\\filer\\exchange'\n    type: smb\n    blockBacked: false\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"\\\\\\\\filer\\\\exchange\\\\ex01\\\\db01.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n",
        "config": "version: 1\ndatastores:\n  - match: '\\\\filer\\exchange'\n    type: smb\n    blockBacked: true\n"
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
    "rationale": "When the file server fails, every server on the share loses its databases at once, and with them perhaps all copies.",
    "decided": "From `datastores[].highlyAvailable` of exvet.yaml, whose `match` is the path of the share. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"\\\\\\\\filer\\\\exchange\\\\ex01\\\\db01.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n",
        "config": "version: 1\ndatastores:\n  - match: '\\\\filer\\exchange'\n    type: smb\n    highlyAvailable: false\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"\\\\\\\\filer\\\\exchange\\\\ex01\\\\db01.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n",
        "config": "version: 1\ndatastores:\n  - match: '\\\\filer\\exchange'\n    type: smb\n    highlyAvailable: true\n"
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
    "rationale": "Two servers that write to one disk without knowing of each other destroy its file system.",
    "decided": "From the numbers of the host's disks that machines on one host are given. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    disk_number         = 3\n  }\n}\nresource \"hyperv_vhd\" \"system2\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex02\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_machine_instance\" \"ex02\" {\n  name                  = \"ex02\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system2.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    disk_number         = 3\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    disk_number         = 3\n  }\n}\nresource \"hyperv_vhd\" \"system2\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex02\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_machine_instance\" \"ex02\" {\n  name                  = \"ex02\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system2.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    disk_number         = 4\n  }\n}\n"
      }
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
    "rationale": "Exchange 2007 writes in small blocks, and the path through a virtual disk file of its time costs much of the disk's speed.",
    "decided": "From the format of each disk with Exchange data. Disks that are not supported at all are left to EXSTO-03, EXSTO-05 and EXSTO-48.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"C:\\\\ClusterStorage\\\\Exchange\\\\ex01\\\\db01.vhd\"\n  vhd_type = \"Fixed\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    disk_number         = 3\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n"
      }
    },
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
    "rationale": "Windows and its page file share that disk. Without room for the page file the server runs out of memory, and cannot write a dump when it stops.",
    "decided": "From the size of the OS disk and the memory, both in GiB, with a tolerance of 0.1. An image of the Azure Marketplace has 127 GiB (small ones 30) unless told otherwise; for other images state `servers[].osDisk` in exvet.yaml.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  disk {\n    label            = \"os\"\n    unit_number      = 0\n    size             = 60\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2013\"\n    roles: [mailbox]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  disk {\n    label            = \"os\"\n    unit_number      = 0\n    size             = 160\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2013\"\n    roles: [mailbox]\n"
      }
    },
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
    "rationale": "Paging, updates and antivirus of the operating system otherwise take the disk queue from the databases, and a full volume stops both.",
    "decided": "Disks of one datastore or volume share their spindles; those of different ones do not, unless `datastores[].spindles` of exvet.yaml says that they are the same. A server without data disks keeps its data on the OS disk. On Azure every managed disk is storage of its own. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n"
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
    "rationale": "When a LUN fails or is slow, every server whose system disk is on it stops with it.",
    "decided": "From the datastores and volumes of the OS disks of all machines of the deployment; a datastore stands for its LUN. Data on the same one as the operating system is EXSTO-18. The LUN of the host itself and its RAID are in no template.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "data \"vsphere_datastore\" \"a\" {\n  name = \"san-a\"\n}\n\ndata \"vsphere_datastore\" \"b\" {\n  name = \"san-b\"\n}\n\nresource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  datastore_id = data.vsphere_datastore.a.id\n\n  disk {\n    label            = \"os\"\n    unit_number      = 0\n    size             = 160\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n}\n\nresource \"vsphere_virtual_machine\" \"ex02\" {\n  name     = \"ex02\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  datastore_id = data.vsphere_datastore.a.id\n\n  disk {\n    label            = \"os\"\n    unit_number      = 0\n    size             = 160\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n"
      },
      "good": {
        "language": "terraform",
        "text": "data \"vsphere_datastore\" \"a\" {\n  name = \"san-a\"\n}\n\ndata \"vsphere_datastore\" \"b\" {\n  name = \"san-b\"\n}\n\nresource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  datastore_id = data.vsphere_datastore.a.id\n\n  disk {\n    label            = \"os\"\n    unit_number      = 0\n    size             = 160\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n}\n\nresource \"vsphere_virtual_machine\" \"ex02\" {\n  name     = \"ex02\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  datastore_id = data.vsphere_datastore.b.id\n\n  disk {\n    label            = \"os\"\n    unit_number      = 0\n    size             = 160\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n"
      }
    },
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
    "rationale": "Logs are written one after another and databases at random; on one disk each slows the other, and its loss takes both.",
    "decided": "From what the disks are told to hold: by `servers[].disks[].holds` of exvet.yaml, tags and names.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  disk {\n    label            = \"os\"\n    unit_number      = 0\n    size             = 160\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n\n  disk {\n    label            = \"db01\"\n    unit_number      = 1\n    size             = 1000\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n    disks:\n      - match: { name: db01 }\n        holds: [database, log]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  disk {\n    label            = \"os\"\n    unit_number      = 0\n    size             = 160\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n\n  disk {\n    label            = \"db01\"\n    unit_number      = 1\n    size             = 1000\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n\n  disk {\n    label            = \"log01\"\n    unit_number      = 2\n    size             = 200\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n"
      }
    },
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
    "rationale": "Standard disks give no lasting promise about latency. Exchange needs steady, low write latency for its transaction logs; where it is missing, databases fail over and mail queues up.",
    "decided": "From the SKU of each disk that holds Exchange data. Where nothing tells what a disk of an Exchange server holds, it counts; a server without data disks keeps its data on the OS disk. A disk without a SKU of its own, for instance one from an image, stays undecided. Exchange SE is held to the text for 2019, whose requirements it keeps.",
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
    "evidence": "disk.storeCapacityGib",
    "message": "{disk.storeName} holds {disk.storeCapacityGib} GiB, but the disks and memory files on it take {disk.storeLeastNeedGib} GiB when they are full.",
    "undecided": "Whether {disk.storeName} has room for all disks on it cannot be told.",
    "requirement": "The host needs storage for each guest's OS disk, memory files and other files of the machine, and for the queues, databases and logs of Exchange.",
    "remedy": "Move disks to another datastore, or enlarge it.",
    "rationale": "When a datastore is full the hypervisor pauses every machine on it, or fails their writes: databases dismount together.",
    "decided": "The full sizes of all virtual disks of the deployment on the datastore, Exchange or not, and beside each OS disk the memory of the machine (on vSphere the part that is not reserved), against `datastores[].capacity` of exvet.yaml. Each datastore is judged once, at the first Exchange disk on it; one that the platform picks is not judged. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"C:\\\\ClusterStorage\\\\Exchange\\\\ex01\\\\db01.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n",
        "config": "version: 1\ndatastores:\n  - match: 'C:\\ClusterStorage\\Exchange'\n    type: volume\n    capacity: 800\n  - match: 'C:\\ClusterStorage\\System'\n    type: volume\n    capacity: 800\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"C:\\\\ClusterStorage\\\\Exchange\\\\ex01\\\\db01.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n",
        "config": "version: 1\ndatastores:\n  - match: 'C:\\ClusterStorage\\Exchange'\n    type: volume\n    capacity: 2048\n  - match: 'C:\\ClusterStorage\\System'\n    type: volume\n    capacity: 800\n"
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
    "rationale": "A thin disk takes its space while Exchange writes. When the datastore is full, databases dismount at once, whatever free space the server sees; and the first write to each block is slower.",
    "decided": "From thin_provisioned and eagerly_scrub of the disk; vSphere's provider makes a disk thin unless told otherwise. Disks that come from a template or an OVF stay undecided. An error with Exchange 2007 and 2010, and with `strict: true`. Exchange SE is held to the text for 2019, whose requirements it keeps.",
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
    "rationale": "A DAG copies databases between servers that each own their disks. A shared disk has one file system with two owners, and is one thing whose failure takes all copies.",
    "decided": "From max_shares, bus sharing, multi-writer, persistent reservations, and virtual disk files that two machines use; state `dags[].thirdPartyReplication` in exvet.yaml where it is used. Pass-through disks are EXSTO-14. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"C:\\\\ClusterStorage\\\\Exchange\\\\ex01\\\\db01.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n\n    support_persistent_reservations = true\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"C:\\\\ClusterStorage\\\\Exchange\\\\ex01\\\\db01.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n"
      }
    },
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
    "when": "!server.osDiskFromImage && !server.disks.exists(disk, !disk.isOs && disk.holds == 'other') && !(server.exchangeVersion == '2013' && server.osDiskGib + 0.1 < 15 + server.memoryMib / 1024)",
    "require": "server.osDiskGib >= 62",
    "evidence": "server.osDiskGib",
    "message": "{server.name} has an OS disk of {server.osDiskGib} GiB: too little for Windows Server and the free space that Exchange asks for.",
    "undecided": "Whether the OS disk of {server.name} has room for Windows Server and for Exchange cannot be told.",
    "requirement": "Exchange needs at least 30 GB of free space on the drive on which it is installed, 200 MB on the system drive and 500 MB on the drive of the queue database (2013 and 2016: 500 MB more for each UM language pack). Windows Server itself asks for 32 GB.",
    "remedy": "Enlarge the OS disk to 62 GB or more, better to 128 GB.",
    "rationale": "Setup stops when the space is not there; and a system drive that fills up later stops the transport service and with it mail flow.",
    "decided": "From the size of the OS disk, as Exchange is installed there unless another disk is told to hold it (`holds: [other]`). An image of the Azure Marketplace has 127 GiB (small ones 30) unless told otherwise; the size that another image brings is judged only where `servers[].osDisk` of exvet.yaml states it. Where EXSTO-17 asks for more, it alone reports.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n\n  os_disk {\n    caching              = \"ReadWrite\"\n    storage_account_type = \"Premium_LRS\"\n    disk_size_gb         = 40\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n\n  os_disk {\n    caching              = \"ReadWrite\"\n    storage_account_type = \"Premium_LRS\"\n    disk_size_gb         = 128\n  }\n}\n"
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
    "rationale": "A database of such a size cannot be reseeded, checked or restored in a useful time.",
    "decided": "From the size of the disk alone, which only bounds the size of what is on it: a disk within the limit says nothing about its databases. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  name                 = \"ex01-db\"\n  storage_account_type = \"Premium_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 32767\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db.id\n  lun                = 0\n  caching            = \"None\"\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  name                 = \"ex01-db\"\n  storage_account_type = \"Premium_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 2048\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db.id\n  lun                = 0\n  caching            = \"None\"\n}\n"
      }
    },
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
    "rationale": "The transaction logs of one server are replayed by the others. A log written for one sector size cannot be replayed on another.",
    "decided": "From the sector types of the disks that hold databases, member by member. Where no template states any, nothing is judged. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"ex01_db\" {\n  path                 = \"C:\\\\ClusterStorage\\\\Exchange\\\\ex01\\\\db01.vhdx\"\n  vhd_type             = \"Fixed\"\n  size                 = 1099511627776\n  logical_sector_size  = 512\n  physical_sector_size = 4096\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                 = \"ex01\"\n  static_memory        = true\n  memory_startup_bytes = 137438953472\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.ex01_db.path\n  }\n}\n\nresource \"hyperv_vhd\" \"ex02_db\" {\n  path                 = \"C:\\\\ClusterStorage\\\\Exchange\\\\ex02\\\\db01.vhdx\"\n  vhd_type             = \"Fixed\"\n  size                 = 1099511627776\n  logical_sector_size  = 4096\n  physical_sector_size = 4096\n}\n\nresource \"hyperv_machine_instance\" \"ex02\" {\n  name                 = \"ex02\"\n  static_memory        = true\n  memory_startup_bytes = 137438953472\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = \"C:\\\\ClusterStorage\\\\System\\\\ex02\\\\system.vhdx\"\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.ex02_db.path\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2019\"\n    roles: [mailbox]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"ex01_db\" {\n  path                 = \"C:\\\\ClusterStorage\\\\Exchange\\\\ex01\\\\db01.vhdx\"\n  vhd_type             = \"Fixed\"\n  size                 = 1099511627776\n  logical_sector_size  = 512\n  physical_sector_size = 4096\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                 = \"ex01\"\n  static_memory        = true\n  memory_startup_bytes = 137438953472\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.ex01_db.path\n  }\n}\n\nresource \"hyperv_vhd\" \"ex02_db\" {\n  path                 = \"C:\\\\ClusterStorage\\\\Exchange\\\\ex02\\\\db01.vhdx\"\n  vhd_type             = \"Fixed\"\n  size                 = 1099511627776\n  logical_sector_size  = 512\n  physical_sector_size = 4096\n}\n\nresource \"hyperv_machine_instance\" \"ex02\" {\n  name                 = \"ex02\"\n  static_memory        = true\n  memory_startup_bytes = 137438953472\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = \"C:\\\\ClusterStorage\\\\System\\\\ex02\\\\system.vhdx\"\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.ex02_db.path\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2019\"\n    roles: [mailbox]\n"
      }
    },
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
    "rationale": "Without a second copy a lost database is rebuilt from a backup and the logs since then. When both are on the lost disk, the mail since the backup is gone.",
    "decided": "From what the disks are told to hold, by exvet.yaml, tags and names; and from `servers[].dag`, null for none. Two or more mailbox servers that are deployed together are taken for a DAG. A server that keeps everything on its OS disk is EXSTO-18. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_managed_disk\" \"data\" {\n  name                 = \"ex01-data\"\n  storage_account_type = \"Premium_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 1024\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"data\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.data.id\n  lun                = 0\n  caching            = \"None\"\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.azurerm_windows_virtual_machine.ex*\"\n    exchange: \"2019\"\n    roles: [mailbox]\n    dag: null\n    disks:\n      - match: { lun: 0 }\n        holds: [database, log]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  name                 = \"ex01-db\"\n  storage_account_type = \"Premium_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 1024\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db.id\n  lun                = 0\n  caching            = \"None\"\n}\n\nresource \"azurerm_managed_disk\" \"log\" {\n  name                 = \"ex01-log\"\n  storage_account_type = \"Premium_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 1024\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"log\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.log.id\n  lun                = 1\n  caching            = \"None\"\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.azurerm_windows_virtual_machine.ex*\"\n    exchange: \"2019\"\n    roles: [mailbox]\n    dag: null\n"
      }
    },
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
    "rationale": "A member with less of them serves a database more slowly after a failover than the one that it came from.",
    "decided": "From the disks that exvet.yaml, a tag or a name tells to hold a MetaCacheDatabase (mcdb). SE has the requirements of 2019.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 16\n  memory   = 131072\n\n  disk {\n    label            = \"os\"\n    unit_number      = 0\n    size             = 200\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n\n  disk {\n    label            = \"db01\"\n    unit_number      = 1\n    size             = 2000\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n\n  disk {\n    label            = \"mcdb01\"\n    unit_number      = 2\n    size             = 200\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n}\n\nresource \"vsphere_virtual_machine\" \"ex02\" {\n  name     = \"ex02\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 16\n  memory   = 131072\n\n  disk {\n    label            = \"os\"\n    unit_number      = 0\n    size             = 200\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n\n  disk {\n    label            = \"db01\"\n    unit_number      = 1\n    size             = 2000\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n\n  disk {\n    label            = \"mcdb01\"\n    unit_number      = 2\n    size             = 100\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2019\"\n    roles: [mailbox]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 16\n  memory   = 131072\n\n  disk {\n    label            = \"os\"\n    unit_number      = 0\n    size             = 200\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n\n  disk {\n    label            = \"db01\"\n    unit_number      = 1\n    size             = 2000\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n\n  disk {\n    label            = \"mcdb01\"\n    unit_number      = 2\n    size             = 200\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n}\n\nresource \"vsphere_virtual_machine\" \"ex02\" {\n  name     = \"ex02\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 16\n  memory   = 131072\n\n  disk {\n    label            = \"os\"\n    unit_number      = 0\n    size             = 200\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n\n  disk {\n    label            = \"db01\"\n    unit_number      = 1\n    size             = 2000\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n\n  disk {\n    label            = \"mcdb01\"\n    unit_number      = 2\n    size             = 200\n    thin_provisioned = false\n    eagerly_scrub    = true\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2019\"\n    roles: [mailbox]\n"
      }
    },
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
    "rationale": "After a power failure writes are missing that Exchange was told are on disk: databases are dirty, and log files have gaps.",
    "decided": "From override_cache_attributes of the disk. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"C:\\\\ClusterStorage\\\\Exchange\\\\ex01\\\\db01.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n\n    override_cache_attributes = \"WriteCacheEnabled\"\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"C:\\\\ClusterStorage\\\\Exchange\\\\ex01\\\\db01.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n"
      }
    },
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
    "rationale": "The virtual IDE controller handles one request at a time and takes neither large transfers nor changes while the machine runs.",
    "decided": "From controller_type of the disk, SCSI when absent.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"C:\\\\ClusterStorage\\\\Exchange\\\\ex01\\\\db01.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n  generation            = 1\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n    controller_type     = \"Ide\"\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n    controller_type     = \"Ide\"\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"C:\\\\ClusterStorage\\\\Exchange\\\\ex01\\\\db01.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n"
      }
    },
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
    "rationale": "Dynamic disks let a volume be promised to more machines than it can hold. When it is full, all of them are paused and their databases dismount.",
    "decided": "From the type of the disk; the Hyper-V provider makes a disk dynamic unless told otherwise. In the VHD format it is EXSTO-04, on an SMB share with Exchange 2016 or later EXSTO-09. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"C:\\\\ClusterStorage\\\\Exchange\\\\ex01\\\\db01.vhdx\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_vhd\" \"system\" {\n  path     = \"C:\\\\ClusterStorage\\\\System\\\\ex01\\\\system.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 214748364800\n}\n\nresource \"hyperv_vhd\" \"db01\" {\n  path     = \"C:\\\\ClusterStorage\\\\Exchange\\\\ex01\\\\db01.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 1099511627776\n}\n\nresource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n  automatic_stop_action = \"ShutDown\"\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 0\n    path                = hyperv_vhd.system.path\n  }\n\n  hard_disk_drives {\n    controller_number   = 0\n    controller_location = 1\n    path                = hyperv_vhd.db01.path\n  }\n}\n"
      }
    },
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
  }
];
