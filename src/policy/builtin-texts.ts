// biome-ignore-all format: written by scripts/compile-policies.mjs from policies/*.yaml
import type { PolicyTexts } from './policy-texts.ts';

/** The texts of the policies that exvet brings along, by id. */
export const BUILTIN_TEXTS: Readonly<Record<string, PolicyTexts>> = {
  "EXCPU-01": {
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
    }
  },
  "EXCPU-02": {
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
    }
  },
  "EXCPU-03": {
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
    }
  },
  "EXCPU-04": {
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
    }
  },
  "EXCPU-05": {
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
    }
  },
  "EXCPU-07": {
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
    }
  },
  "EXCPU-08": {
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
    }
  },
  "EXCPU-21": {
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
    }
  },
  "EXCPU-23": {
    "rationale": "Windows places the memory of a process near the processors that it runs on, if it can see which are near. With hot-add it sees one flat machine, and Exchange waits for memory of the other socket.",
    "decided": "From cpu_hot_add_enabled and num_cpus of the machine; hot-add is off unless it is switched on. vSphere 8 can be told through its API to show NUMA nodes all the same; no template does that.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 16\n  memory   = 131072\n\n  cpu_hot_add_enabled = true\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 16\n  memory   = 131072\n\n  cpu_hot_add_enabled = false\n}\n"
      }
    }
  },
  "EXCPU-24": {
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
    }
  },
  "EXCPU-26": {
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
    }
  },
  "EXCPU-27": {
    "rationale": "Virtual machines inside the server take processor time and memory that its sizing gave to Exchange, and no counter of Exchange shows where they went.",
    "decided": "From the setting of the machine, which is off by default. On vSphere it does not count together with vbs_enabled, which needs it. The rule follows from the policy that a server is sized for Exchange; no page of Microsoft names the setting.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  nested_hv_enabled = true\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  nested_hv_enabled = true\n  vbs_enabled       = true\n}\n"
      }
    }
  },
  "EXHA-01": {
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
    }
  },
  "EXHA-03": {
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
    }
  },
  "EXHA-04": {
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
    }
  },
  "EXHA-06": {
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
    }
  },
  "EXHA-07": {
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
    }
  },
  "EXHA-20": {
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
    }
  },
  "EXHA-21": {
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
    }
  },
  "EXHA-22": {
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
    }
  },
  "EXHA-23": {
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
    }
  },
  "EXHA-24": {
    "rationale": "A rack or storage unit that fails takes every member in its fault domain along. With one fault domain that is the whole DAG.",
    "decided": "From the availability sets that members of the DAG are in. The provider makes aligned sets of three fault domains; Resource Manager makes classic ones unless told otherwise.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_availability_set\" \"dag\" {\n  name                         = \"avset-dag01\"\n  location                     = \"westeurope\"\n  resource_group_name          = \"rg-exchange\"\n  platform_fault_domain_count  = 1\n  platform_update_domain_count = 5\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name                = \"ex01\"\n  size                = \"Standard_E16s_v5\"\n  location            = \"westeurope\"\n  availability_set_id = azurerm_availability_set.dag.id\n  tags                = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex02\" {\n  name                = \"ex02\"\n  size                = \"Standard_E16s_v5\"\n  location            = \"westeurope\"\n  availability_set_id = azurerm_availability_set.dag.id\n  tags                = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_availability_set\" \"dag\" {\n  name                         = \"avset-dag01\"\n  location                     = \"westeurope\"\n  resource_group_name          = \"rg-exchange\"\n  platform_fault_domain_count  = 3\n  platform_update_domain_count = 5\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name                = \"ex01\"\n  size                = \"Standard_E16s_v5\"\n  location            = \"westeurope\"\n  availability_set_id = azurerm_availability_set.dag.id\n  tags                = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex02\" {\n  name                = \"ex02\"\n  size                = \"Standard_E16s_v5\"\n  location            = \"westeurope\"\n  availability_set_id = azurerm_availability_set.dag.id\n  tags                = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n"
      }
    }
  },
  "EXHA-25": {
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
    }
  },
  "EXHA-26": {
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
    }
  },
  "EXHA-27": {
    "rationale": "Without its witness a DAG loses its quorum one failure sooner.",
    "decided": "From security rules and routes between members and a machine of the deployment that a tag, a name or exvet.yaml makes the witness. Azure is where templates tell it. Not in the text on virtualization; from the pages on DAGs.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_virtual_network\" \"prod\" {\n  name          = \"prod\"\n  address_space = [\"10.0.0.0/16\"]\n}\n\nresource \"azurerm_subnet\" \"exchange\" {\n  name                 = \"exchange\"\n  virtual_network_name = azurerm_virtual_network.prod.name\n  address_prefixes     = [\"10.0.1.0/24\"]\n}\n\nresource \"azurerm_network_interface\" \"ex01\" {\n  name = \"ex01-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.10\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name                  = \"ex01\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex01.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n\nresource \"azurerm_network_interface\" \"fsw01\" {\n  name = \"fsw01-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.30\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"fsw01\" {\n  name                  = \"fsw01\"\n  size                  = \"Standard_D2s_v5\"\n  network_interface_ids = [azurerm_network_interface.fsw01.id]\n  tags                  = { role = \"witness\" }\n}\n\nresource \"azurerm_network_security_group\" \"exchange\" {\n  name = \"exchange-nsg\"\n\n  security_rule {\n    name                       = \"no-smb\"\n    priority                   = 100\n    direction                  = \"Outbound\"\n    access                     = \"Deny\"\n    protocol                   = \"Tcp\"\n    source_port_range          = \"*\"\n    source_address_prefix      = \"*\"\n    destination_port_range     = \"445\"\n    destination_address_prefix = \"VirtualNetwork\"\n  }\n}\n\nresource \"azurerm_subnet_network_security_group_association\" \"exchange\" {\n  subnet_id                 = azurerm_subnet.exchange.id\n  network_security_group_id = azurerm_network_security_group.exchange.id\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_virtual_network\" \"prod\" {\n  name          = \"prod\"\n  address_space = [\"10.0.0.0/16\"]\n}\n\nresource \"azurerm_subnet\" \"exchange\" {\n  name                 = \"exchange\"\n  virtual_network_name = azurerm_virtual_network.prod.name\n  address_prefixes     = [\"10.0.1.0/24\"]\n}\n\nresource \"azurerm_network_interface\" \"ex01\" {\n  name = \"ex01-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.10\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name                  = \"ex01\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex01.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n\nresource \"azurerm_network_interface\" \"fsw01\" {\n  name = \"fsw01-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.30\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"fsw01\" {\n  name                  = \"fsw01\"\n  size                  = \"Standard_D2s_v5\"\n  network_interface_ids = [azurerm_network_interface.fsw01.id]\n  tags                  = { role = \"witness\" }\n}\n\nresource \"azurerm_network_security_group\" \"exchange\" {\n  name = \"exchange-nsg\"\n\n  security_rule {\n    name                       = \"no-smb\"\n    priority                   = 100\n    direction                  = \"Outbound\"\n    access                     = \"Deny\"\n    protocol                   = \"Tcp\"\n    source_port_range          = \"*\"\n    source_address_prefix      = \"*\"\n    destination_port_range     = \"445\"\n    destination_address_prefix = \"Internet\"\n  }\n}\n\nresource \"azurerm_subnet_network_security_group_association\" \"exchange\" {\n  subnet_id                 = azurerm_subnet.exchange.id\n  network_security_group_id = azurerm_network_security_group.exchange.id\n}\n"
      }
    }
  },
  "EXHA-28": {
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
    }
  },
  "EXHA-29": {
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
    }
  },
  "EXHA-30": {
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
    }
  },
  "EXHA-31": {
    "rationale": "The cluster pairs the networks of its members; one that some members lack carries nothing, and two adapters in one subnet are used at random.",
    "decided": "From the number of network interfaces of each member and the networks that they are on. More than one for each is a note. Default gateways inside the guest are in no template.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_virtual_network\" \"prod\" {\n  name          = \"prod\"\n  address_space = [\"10.0.0.0/16\"]\n}\n\nresource \"azurerm_subnet\" \"exchange\" {\n  name                 = \"exchange\"\n  virtual_network_name = azurerm_virtual_network.prod.name\n  address_prefixes     = [\"10.0.1.0/24\"]\n}\n\nresource \"azurerm_network_interface\" \"ex01\" {\n  name = \"ex01-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.10\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name                  = \"ex01\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex01.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n\nresource \"azurerm_network_interface\" \"ex02\" {\n  name = \"ex02-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.11\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex02\" {\n  name                  = \"ex02\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex02.id, azurerm_network_interface.ex02b.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n\nresource \"azurerm_network_interface\" \"ex02b\" {\n  name = \"ex02b-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.40\"\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_virtual_network\" \"prod\" {\n  name          = \"prod\"\n  address_space = [\"10.0.0.0/16\"]\n}\n\nresource \"azurerm_subnet\" \"exchange\" {\n  name                 = \"exchange\"\n  virtual_network_name = azurerm_virtual_network.prod.name\n  address_prefixes     = [\"10.0.1.0/24\"]\n}\n\nresource \"azurerm_network_interface\" \"ex01\" {\n  name = \"ex01-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.10\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name                  = \"ex01\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex01.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n\nresource \"azurerm_network_interface\" \"ex02\" {\n  name = \"ex02-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.11\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex02\" {\n  name                  = \"ex02\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex02.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n"
      }
    }
  },
  "EXHA-32": {
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
    }
  },
  "EXHA-33": {
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
    }
  },
  "EXHA-34": {
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
    }
  },
  "EXHA-36": {
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
    }
  },
  "EXHA-37": {
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
    }
  },
  "EXHA-38": {
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
    }
  },
  "EXHA-39": {
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
    }
  },
  "EXHA-40": {
    "rationale": "Scaling in, reimaging or upgrading an instance removes a member of the DAG with its databases, and Active Directory still holds it.",
    "decided": "From the scale sets that make machines, from autoscale settings that name them, and from machines that join a flexible scale set. One machine stands for all instances.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine_scale_set\" \"mbx\" {\n  name      = \"mbx\"\n  sku       = \"Standard_E16s_v5\"\n  instances = 2\n  location  = \"westeurope\"\n  tags      = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n\n  os_disk {\n    caching              = \"ReadWrite\"\n    storage_account_type = \"Premium_LRS\"\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_orchestrated_virtual_machine_scale_set\" \"dag\" {\n  name                        = \"vmss-dag01\"\n  location                    = \"westeurope\"\n  resource_group_name         = \"rg-exchange\"\n  platform_fault_domain_count = 2\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name                         = \"ex01\"\n  size                         = \"Standard_E16s_v5\"\n  location                     = \"westeurope\"\n  virtual_machine_scale_set_id = azurerm_orchestrated_virtual_machine_scale_set.dag.id\n  tags                         = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n"
      }
    }
  },
  "EXHOST-01": {
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
    }
  },
  "EXHOST-02": {
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
    }
  },
  "EXHOST-03": {
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
    }
  },
  "EXHOST-04": {
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
    }
  },
  "EXHOST-06": {
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
    }
  },
  "EXHOST-21": {
    "rationale": "The server looks protected in the templates, while its replication cannot be switched on.",
    "decided": "From the dedicated host of the replicated machine, which must be in the same deployment.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_dedicated_host_group\" \"exchange\" {\n  name                        = \"exchange\"\n  resource_group_name         = \"rg\"\n  location                    = \"westeurope\"\n  platform_fault_domain_count = 1\n}\n\nresource \"azurerm_dedicated_host\" \"exchange\" {\n  name                    = \"host01\"\n  location                = \"westeurope\"\n  dedicated_host_group_id = azurerm_dedicated_host_group.exchange.id\n  sku_name                = \"ESv5-Type1\"\n  platform_fault_domain   = 0\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name              = \"ex01\"\n  size              = \"Standard_E16s_v5\"\n  dedicated_host_id = azurerm_dedicated_host.exchange.id\n  tags              = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_site_recovery_replicated_vm\" \"ex01\" {\n  name                = \"ex01\"\n  recovery_vault_name = \"vault\"\n  source_vm_id        = azurerm_windows_virtual_machine.ex01.id\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_site_recovery_replicated_vm\" \"ex01\" {\n  name                = \"ex01\"\n  recovery_vault_name = \"vault\"\n  source_vm_id        = azurerm_windows_virtual_machine.ex01.id\n}\n"
      }
    }
  },
  "EXMEM-01": {
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
    }
  },
  "EXMEM-02": {
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
    }
  },
  "EXMEM-03": {
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
    }
  },
  "EXMEM-04": {
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
    }
  },
  "EXMEM-10": {
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
    }
  },
  "EXMEM-11": {
    "rationale": "Windows and Exchange see the configured memory and use it. What is above the limit the host balloons or swaps to disk, and the database cache with it.",
    "decided": "From the least of memory_limit and sched.mem.max of the machine and memory_limit of every resource pool and vApp above it. A pool that is only looked up does not tell its limit, nor does Azure Arc: state memoryLimit under servers in exvet.yaml. The rule follows from the ban of overcommitted memory.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_compute_cluster\" \"mail\" {\n  name          = \"mail\"\n  datacenter_id = \"datacenter-2\"\n}\n\nresource \"vsphere_resource_pool\" \"tests\" {\n  name                    = \"tests\"\n  parent_resource_pool_id = vsphere_compute_cluster.mail.resource_pool_id\n  memory_limit            = 65536\n}\n\nresource \"vsphere_virtual_machine\" \"ex01\" {\n  name               = \"ex01\"\n  guest_id           = \"windows2019srvNext_64Guest\"\n  resource_pool_id   = vsphere_resource_pool.tests.id\n  num_cpus           = 8\n  memory             = 131072\n  memory_reservation = 131072\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_compute_cluster\" \"mail\" {\n  name          = \"mail\"\n  datacenter_id = \"datacenter-2\"\n}\n\nresource \"vsphere_virtual_machine\" \"ex01\" {\n  name               = \"ex01\"\n  guest_id           = \"windows2019srvNext_64Guest\"\n  resource_pool_id   = vsphere_compute_cluster.mail.resource_pool_id\n  num_cpus           = 8\n  memory             = 131072\n  memory_reservation = 131072\n  memory_limit       = -1\n}\n"
      }
    }
  },
  "EXMEM-12": {
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
    }
  },
  "EXMEM-13": {
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
    }
  },
  "EXMEM-14": {
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
    }
  },
  "EXMEM-15": {
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
    }
  },
  "EXNET-01": {
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
    }
  },
  "EXNET-03": {
    "rationale": "Guests that share the adapter with storage make disk latency depend on their network load.",
    "decided": "From the adapters of the virtual switches, and from `hosts[].iscsiAdapters` of exvet.yaml, which may be empty. The text for Exchange 2007 is where it stands; speed and jumbo frames are in no template.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name            = \"ex01\"\n  processor_count = 8\n\n  network_adaptors {\n    name        = \"mail\"\n    switch_name = \"guests\"\n  }\n}\n\nresource \"hyperv_network_switch\" \"guests\" {\n  name              = \"guests\"\n  net_adapter_names = [\"iSCSI1\"]\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\nhosts:\n  - name: hv01\n    guests: [\"**.hyperv_machine_instance.*\"]\n    iscsiAdapters: [iSCSI1, iSCSI2]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name            = \"ex01\"\n  processor_count = 8\n\n  network_adaptors {\n    name        = \"mail\"\n    switch_name = \"guests\"\n  }\n}\n\nresource \"hyperv_network_switch\" \"guests\" {\n  name              = \"guests\"\n  net_adapter_names = [\"LAN1\"]\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\nhosts:\n  - name: hv01\n    guests: [\"**.hyperv_machine_instance.*\"]\n    iscsiAdapters: [iSCSI1, iSCSI2]\n"
      }
    }
  },
  "EXNET-04": {
    "rationale": "With a single adapter, backups and migrations of the host take the network that the cluster needs for its heartbeat.",
    "decided": "From `hosts[].networkAdapters` and `iscsiAdapters` of exvet.yaml, for hosts of servers whose `servers[].clustering` is ccr or scc.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n    clustering: ccr\nhosts:\n  - name: esx01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    networkAdapters: 1\n    iscsiAdapters: []\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2007\"\n    roles: [mailbox]\n    clustering: ccr\nhosts:\n  - name: esx01\n    guests: [\"**.vsphere_virtual_machine.*\"]\n    networkAdapters: 4\n    iscsiAdapters: [vmnic2, vmnic3]\n"
      }
    }
  },
  "EXNET-06": {
    "rationale": "Without it the cluster of NLB does not converge in a virtual machine with a spoofed MAC address.",
    "decided": "From `servers[].loadBalancer` and `hotfixes` of exvet.yaml.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name            = \"ex01\"\n  processor_count = 8\n\n  network_adaptors {\n    name        = \"mail\"\n    switch_name = \"guests\"\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2007\"\n    roles: [cas]\n    loadBalancer: nlb\n    hotfixes: []\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name            = \"ex01\"\n  processor_count = 8\n\n  network_adaptors {\n    name        = \"mail\"\n    switch_name = \"guests\"\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2007\"\n    roles: [cas]\n    loadBalancer: nlb\n    hotfixes: [KB953828]\n"
      }
    }
  },
  "EXNET-20": {
    "rationale": "Mail then waits in the queues, and nothing in the template tells why.",
    "decided": "From `estate.subscriptionType` of exvet.yaml, for servers that can reach the Internet on TCP 25. The page of 2021 also let some other subscriptions ask for it; those of 2023 and later do not.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_virtual_network\" \"prod\" {\n  name          = \"prod\"\n  address_space = [\"10.0.0.0/16\"]\n}\n\nresource \"azurerm_subnet\" \"exchange\" {\n  name                 = \"exchange\"\n  virtual_network_name = azurerm_virtual_network.prod.name\n  address_prefixes     = [\"10.0.1.0/24\"]\n}\n\nresource \"azurerm_network_interface\" \"ex01\" {\n  name = \"ex01-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.10\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name                  = \"ex01\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex01.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_public_ip\" \"out\" {\n  name              = \"out\"\n  allocation_method = \"Static\"\n}\n\nresource \"azurerm_nat_gateway\" \"out\" {\n  name = \"out\"\n}\n\nresource \"azurerm_nat_gateway_public_ip_association\" \"out\" {\n  nat_gateway_id       = azurerm_nat_gateway.out.id\n  public_ip_address_id = azurerm_public_ip.out.id\n}\n\nresource \"azurerm_subnet_nat_gateway_association\" \"exchange\" {\n  subnet_id      = azurerm_subnet.exchange.id\n  nat_gateway_id = azurerm_nat_gateway.out.id\n}\n",
        "config": "version: 1\nestate:\n  subscriptionType: pay-as-you-go\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_virtual_network\" \"prod\" {\n  name          = \"prod\"\n  address_space = [\"10.0.0.0/16\"]\n}\n\nresource \"azurerm_subnet\" \"exchange\" {\n  name                 = \"exchange\"\n  virtual_network_name = azurerm_virtual_network.prod.name\n  address_prefixes     = [\"10.0.1.0/24\"]\n}\n\nresource \"azurerm_network_interface\" \"ex01\" {\n  name = \"ex01-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.10\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name                  = \"ex01\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex01.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_public_ip\" \"out\" {\n  name              = \"out\"\n  allocation_method = \"Static\"\n}\n\nresource \"azurerm_nat_gateway\" \"out\" {\n  name = \"out\"\n}\n\nresource \"azurerm_nat_gateway_public_ip_association\" \"out\" {\n  nat_gateway_id       = azurerm_nat_gateway.out.id\n  public_ip_address_id = azurerm_public_ip.out.id\n}\n\nresource \"azurerm_subnet_nat_gateway_association\" \"exchange\" {\n  subnet_id      = azurerm_subnet.exchange.id\n  nat_gateway_id = azurerm_nat_gateway.out.id\n}\n",
        "config": "version: 1\nestate:\n  subscriptionType: enterprise\n"
      }
    }
  },
  "EXNET-21": {
    "rationale": "Outbound mail waits in the queues until it expires.",
    "decided": "From the same outbound path as EXNET-01, towards the relays of `smtp.relays` in exvet.yaml and the smart hosts of send connectors in scripts. One relay that is reached on one of the two ports is enough; of a relay inside the network the security rules alone are asked.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_virtual_network\" \"prod\" {\n  name          = \"prod\"\n  address_space = [\"10.0.0.0/16\"]\n}\n\nresource \"azurerm_subnet\" \"exchange\" {\n  name                 = \"exchange\"\n  virtual_network_name = azurerm_virtual_network.prod.name\n  address_prefixes     = [\"10.0.1.0/24\"]\n}\n\nresource \"azurerm_network_interface\" \"ex01\" {\n  name = \"ex01-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.10\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name                  = \"ex01\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex01.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_network_security_group\" \"exchange\" {\n  name = \"exchange-nsg\"\n\n  security_rule {\n    name                       = \"no-internet\"\n    priority                   = 100\n    direction                  = \"Outbound\"\n    access                     = \"Deny\"\n    protocol                   = \"*\"\n    source_port_range          = \"*\"\n    source_address_prefix      = \"*\"\n    destination_port_range     = \"*\"\n    destination_address_prefix = \"Internet\"\n  }\n}\n\nresource \"azurerm_subnet_network_security_group_association\" \"exchange\" {\n  subnet_id                 = azurerm_subnet.exchange.id\n  network_security_group_id = azurerm_network_security_group.exchange.id\n}\n",
        "config": "version: 1\nsmtp:\n  relays: [\"203.0.113.9\"]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_virtual_network\" \"prod\" {\n  name          = \"prod\"\n  address_space = [\"10.0.0.0/16\"]\n}\n\nresource \"azurerm_subnet\" \"exchange\" {\n  name                 = \"exchange\"\n  virtual_network_name = azurerm_virtual_network.prod.name\n  address_prefixes     = [\"10.0.1.0/24\"]\n}\n\nresource \"azurerm_network_interface\" \"ex01\" {\n  name = \"ex01-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.10\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name                  = \"ex01\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex01.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_network_security_group\" \"exchange\" {\n  name = \"exchange-nsg\"\n\n  security_rule {\n    name                       = \"relay\"\n    priority                   = 100\n    direction                  = \"Outbound\"\n    access                     = \"Allow\"\n    protocol                   = \"Tcp\"\n    source_port_range          = \"*\"\n    source_address_prefix      = \"*\"\n    destination_port_range     = \"587\"\n    destination_address_prefix = \"203.0.113.9\"\n  }\n\n  security_rule {\n    name                       = \"no-internet\"\n    priority                   = 200\n    direction                  = \"Outbound\"\n    access                     = \"Deny\"\n    protocol                   = \"*\"\n    source_port_range          = \"*\"\n    source_address_prefix      = \"*\"\n    destination_port_range     = \"*\"\n    destination_address_prefix = \"Internet\"\n  }\n}\n\nresource \"azurerm_subnet_network_security_group_association\" \"exchange\" {\n  subnet_id                 = azurerm_subnet.exchange.id\n  network_security_group_id = azurerm_network_security_group.exchange.id\n}\n",
        "config": "version: 1\nsmtp:\n  relays: [\"203.0.113.9\"]\n"
      }
    }
  },
  "EXNET-22": {
    "rationale": "Exchange servers and domain controllers talk on dynamic ports and by protocols that no list of ports covers; a blocked one fails in ways that look like anything but the network.",
    "decided": "From rules that deny, with a priority before the default ones, in the security groups of both ends and of network managers, and from routes that lead from one subnet to the other through a firewall or appliance. Azure is where templates tell it; the distributed firewall of NSX is not modelled.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_virtual_network\" \"prod\" {\n  name          = \"prod\"\n  address_space = [\"10.0.0.0/16\"]\n}\n\nresource \"azurerm_subnet\" \"exchange\" {\n  name                 = \"exchange\"\n  virtual_network_name = azurerm_virtual_network.prod.name\n  address_prefixes     = [\"10.0.1.0/24\"]\n}\n\nresource \"azurerm_network_interface\" \"ex01\" {\n  name = \"ex01-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.10\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name                  = \"ex01\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex01.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_network_interface\" \"ex02\" {\n  name = \"ex02-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.11\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex02\" {\n  name                  = \"ex02\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex02.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_network_security_group\" \"exchange\" {\n  name = \"exchange-nsg\"\n\n  security_rule {\n    name                       = \"web\"\n    priority                   = 100\n    direction                  = \"Inbound\"\n    access                     = \"Allow\"\n    protocol                   = \"Tcp\"\n    source_port_range          = \"*\"\n    source_address_prefix      = \"*\"\n    destination_port_range     = \"443\"\n    destination_address_prefix = \"*\"\n  }\n\n  security_rule {\n    name                       = \"deny-all\"\n    priority                   = 4000\n    direction                  = \"Inbound\"\n    access                     = \"Deny\"\n    protocol                   = \"*\"\n    source_port_range          = \"*\"\n    source_address_prefix      = \"*\"\n    destination_port_range     = \"*\"\n    destination_address_prefix = \"*\"\n  }\n}\n\nresource \"azurerm_subnet_network_security_group_association\" \"exchange\" {\n  subnet_id                 = azurerm_subnet.exchange.id\n  network_security_group_id = azurerm_network_security_group.exchange.id\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_virtual_network\" \"prod\" {\n  name          = \"prod\"\n  address_space = [\"10.0.0.0/16\"]\n}\n\nresource \"azurerm_subnet\" \"exchange\" {\n  name                 = \"exchange\"\n  virtual_network_name = azurerm_virtual_network.prod.name\n  address_prefixes     = [\"10.0.1.0/24\"]\n}\n\nresource \"azurerm_network_interface\" \"ex01\" {\n  name = \"ex01-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.10\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name                  = \"ex01\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex01.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_network_interface\" \"ex02\" {\n  name = \"ex02-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.11\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex02\" {\n  name                  = \"ex02\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex02.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_network_security_group\" \"exchange\" {\n  name = \"exchange-nsg\"\n\n  security_rule {\n    name                       = \"exchange\"\n    priority                   = 100\n    direction                  = \"Inbound\"\n    access                     = \"Allow\"\n    protocol                   = \"*\"\n    source_port_range          = \"*\"\n    source_address_prefix      = \"10.0.0.0/16\"\n    destination_port_range     = \"*\"\n    destination_address_prefix = \"*\"\n  }\n\n  security_rule {\n    name                       = \"web\"\n    priority                   = 110\n    direction                  = \"Inbound\"\n    access                     = \"Allow\"\n    protocol                   = \"Tcp\"\n    source_port_range          = \"*\"\n    source_address_prefix      = \"*\"\n    destination_port_range     = \"443\"\n    destination_address_prefix = \"*\"\n  }\n\n  security_rule {\n    name                       = \"deny-all\"\n    priority                   = 4000\n    direction                  = \"Inbound\"\n    access                     = \"Deny\"\n    protocol                   = \"*\"\n    source_port_range          = \"*\"\n    source_address_prefix      = \"*\"\n    destination_port_range     = \"*\"\n    destination_address_prefix = \"*\"\n  }\n}\n\nresource \"azurerm_subnet_network_security_group_association\" \"exchange\" {\n  subnet_id                 = azurerm_subnet.exchange.id\n  network_security_group_id = azurerm_network_security_group.exchange.id\n}\n"
      }
    }
  },
  "EXNET-23": {
    "rationale": "A member whose address changes drops out of its cluster until DNS and the cluster have followed.",
    "decided": "From the address configurations of the interfaces. A static private address of Azure is taken for a persistent reservation. Addresses from DHCP are judged for members of a DAG alone. In Hyper-V the guest decides, and no template tells.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_virtual_network\" \"prod\" {\n  name          = \"prod\"\n  address_space = [\"10.0.0.0/16\"]\n}\n\nresource \"azurerm_subnet\" \"exchange\" {\n  name                 = \"exchange\"\n  virtual_network_name = azurerm_virtual_network.prod.name\n  address_prefixes     = [\"10.0.1.0/24\"]\n}\n\nresource \"azurerm_network_interface\" \"ex01\" {\n  name = \"ex01-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Dynamic\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name                  = \"ex01\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex01.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_virtual_network\" \"prod\" {\n  name          = \"prod\"\n  address_space = [\"10.0.0.0/16\"]\n}\n\nresource \"azurerm_subnet\" \"exchange\" {\n  name                 = \"exchange\"\n  virtual_network_name = azurerm_virtual_network.prod.name\n  address_prefixes     = [\"10.0.1.0/24\"]\n}\n\nresource \"azurerm_network_interface\" \"ex01\" {\n  name = \"ex01-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.10\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name                  = \"ex01\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex01.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n"
      }
    }
  },
  "EXNET-24": {
    "rationale": "Exchange finds domain controllers and other servers by DNS; with other DNS servers its services do not start.",
    "decided": "From the DNS servers of the interface and of its network, and from the address configurations of domain controllers and witness servers of the same deployment.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_virtual_network\" \"prod\" {\n  name          = \"prod\"\n  address_space = [\"10.0.0.0/16\"]\n}\n\nresource \"azurerm_subnet\" \"exchange\" {\n  name                 = \"exchange\"\n  virtual_network_name = azurerm_virtual_network.prod.name\n  address_prefixes     = [\"10.0.1.0/24\"]\n}\n\nresource \"azurerm_network_interface\" \"ex01\" {\n  name = \"ex01-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.10\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name                  = \"ex01\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex01.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_virtual_network\" \"prod\" {\n  name          = \"prod\"\n  address_space = [\"10.0.0.0/16\"]\n  dns_servers   = [\"10.0.0.4\"]\n}\n\nresource \"azurerm_subnet\" \"exchange\" {\n  name                 = \"exchange\"\n  virtual_network_name = azurerm_virtual_network.prod.name\n  address_prefixes     = [\"10.0.1.0/24\"]\n}\n\nresource \"azurerm_network_interface\" \"ex01\" {\n  name = \"ex01-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.10\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name                  = \"ex01\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex01.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n"
      }
    }
  },
  "EXNET-25": {
    "rationale": "NLB and failover clustering exclude each other on one machine, and NLB sends clients to servers whose services have failed.",
    "decided": "From `servers[].loadBalancer` of exvet.yaml, where it is stated. Session persistence of an Azure load balancer does no harm.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2019\"\n    roles: [mailbox]\n    dag: DAG01\n    loadBalancer: nlb\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2019\"\n    roles: [mailbox]\n    dag: DAG01\n    loadBalancer: hardware\n"
      }
    }
  },
  "EXNET-26": {
    "rationale": "What cannot be reached is not a service.",
    "decided": "From inbound rules of the security groups at the interface and the subnet that deny a port to everyone, with no rule before them that lets anyone in. Ports of protocols that not everyone uses are not judged.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_virtual_network\" \"prod\" {\n  name          = \"prod\"\n  address_space = [\"10.0.0.0/16\"]\n}\n\nresource \"azurerm_subnet\" \"exchange\" {\n  name                 = \"exchange\"\n  virtual_network_name = azurerm_virtual_network.prod.name\n  address_prefixes     = [\"10.0.1.0/24\"]\n}\n\nresource \"azurerm_network_interface\" \"ex01\" {\n  name = \"ex01-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.10\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name                  = \"ex01\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex01.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_network_security_group\" \"exchange\" {\n  name = \"exchange-nsg\"\n\n  security_rule {\n    name                       = \"no-web\"\n    priority                   = 100\n    direction                  = \"Inbound\"\n    access                     = \"Deny\"\n    protocol                   = \"Tcp\"\n    source_port_range          = \"*\"\n    source_address_prefix      = \"*\"\n    destination_port_range     = \"443\"\n    destination_address_prefix = \"*\"\n  }\n}\n\nresource \"azurerm_subnet_network_security_group_association\" \"exchange\" {\n  subnet_id                 = azurerm_subnet.exchange.id\n  network_security_group_id = azurerm_network_security_group.exchange.id\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_virtual_network\" \"prod\" {\n  name          = \"prod\"\n  address_space = [\"10.0.0.0/16\"]\n}\n\nresource \"azurerm_subnet\" \"exchange\" {\n  name                 = \"exchange\"\n  virtual_network_name = azurerm_virtual_network.prod.name\n  address_prefixes     = [\"10.0.1.0/24\"]\n}\n\nresource \"azurerm_network_interface\" \"ex01\" {\n  name = \"ex01-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.10\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name                  = \"ex01\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex01.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_network_security_group\" \"exchange\" {\n  name = \"exchange-nsg\"\n\n  security_rule {\n    name                       = \"web\"\n    priority                   = 100\n    direction                  = \"Inbound\"\n    access                     = \"Allow\"\n    protocol                   = \"Tcp\"\n    source_port_range          = \"*\"\n    source_address_prefix      = \"10.0.0.0/8\"\n    destination_port_range     = \"443\"\n    destination_address_prefix = \"*\"\n  }\n\n  security_rule {\n    name                       = \"no-web\"\n    priority                   = 200\n    direction                  = \"Inbound\"\n    access                     = \"Deny\"\n    protocol                   = \"Tcp\"\n    source_port_range          = \"*\"\n    source_address_prefix      = \"*\"\n    destination_port_range     = \"443\"\n    destination_address_prefix = \"*\"\n  }\n}\n\nresource \"azurerm_subnet_network_security_group_association\" \"exchange\" {\n  subnet_id                 = azurerm_subnet.exchange.id\n  network_security_group_id = azurerm_network_security_group.exchange.id\n}\n"
      }
    }
  },
  "EXNET-27": {
    "rationale": "An emulated adapter costs processor time for each packet and loses packets under load, which the replication of a DAG and its heartbeats notice first.",
    "decided": "From adapter_type of every network_interface of the machine, which is vmxnet3 by default.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  network_interface {\n    network_id   = \"network-7\"\n    adapter_type = \"e1000e\"\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  network_interface {\n    network_id = \"network-7\"\n  }\n}\n"
      }
    }
  },
  "EXNET-28": {
    "rationale": "An emulated adapter costs the host processor time for each packet, and carries 100 Mb/s.",
    "decided": "From is_legacy of every network adapter of the machine, which is false by default.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name            = \"ex01\"\n  processor_count = 8\n\n  network_adaptors {\n    name        = \"mail\"\n    switch_name = \"guests\"\n    is_legacy   = true\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2019\"\n    roles: [mailbox]\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name            = \"ex01\"\n  processor_count = 8\n\n  network_adaptors {\n    name        = \"mail\"\n    switch_name = \"guests\"\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.hyperv_machine_instance.ex*\"\n    exchange: \"2019\"\n    roles: [mailbox]\n"
      }
    }
  },
  "EXNET-29": {
    "rationale": "The two sides tell their own mail by headers and certificates that a device in between takes away.",
    "decided": "From `estate.mailPath` of exvet.yaml: direct, also where there is no hybrid organisation.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2019\"\n    roles: [mailbox]\nestate:\n  mailPath: appliance\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**.vsphere_virtual_machine.ex*\"\n    exchange: \"2019\"\n    roles: [mailbox]\nestate:\n  mailPath: edge\n"
      }
    }
  },
  "EXNET-30": {
    "rationale": "A relay may be out of reach although every rule allows it, and an address that is lent can change at any time.",
    "decided": "From the addresses, NAT gateways, load balancers and routes of the deployment. The change of the default was announced for 30 September 2025 and moved to 31 March 2026; it concerns networks that are made after it with API version 2025-07-01 or later.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_virtual_network\" \"prod\" {\n  name          = \"prod\"\n  address_space = [\"10.0.0.0/16\"]\n}\n\nresource \"azurerm_subnet\" \"exchange\" {\n  name                 = \"exchange\"\n  virtual_network_name = azurerm_virtual_network.prod.name\n  address_prefixes     = [\"10.0.1.0/24\"]\n}\n\nresource \"azurerm_network_interface\" \"ex01\" {\n  name = \"ex01-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.10\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name                  = \"ex01\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex01.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_virtual_network\" \"prod\" {\n  name          = \"prod\"\n  address_space = [\"10.0.0.0/16\"]\n}\n\nresource \"azurerm_subnet\" \"exchange\" {\n  name                 = \"exchange\"\n  virtual_network_name = azurerm_virtual_network.prod.name\n  address_prefixes     = [\"10.0.1.0/24\"]\n}\n\nresource \"azurerm_network_interface\" \"ex01\" {\n  name = \"ex01-nic\"\n\n  ip_configuration {\n    name                          = \"primary\"\n    subnet_id                     = azurerm_subnet.exchange.id\n    private_ip_address_allocation = \"Static\"\n    private_ip_address            = \"10.0.1.10\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name                  = \"ex01\"\n  size                  = \"Standard_E16s_v5\"\n  network_interface_ids = [azurerm_network_interface.ex01.id]\n  tags                  = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_public_ip\" \"out\" {\n  name              = \"out\"\n  allocation_method = \"Static\"\n}\n\nresource \"azurerm_nat_gateway\" \"out\" {\n  name = \"out\"\n}\n\nresource \"azurerm_nat_gateway_public_ip_association\" \"out\" {\n  nat_gateway_id       = azurerm_nat_gateway.out.id\n  public_ip_address_id = azurerm_public_ip.out.id\n}\n\nresource \"azurerm_subnet_nat_gateway_association\" \"exchange\" {\n  subnet_id      = azurerm_subnet.exchange.id\n  nat_gateway_id = azurerm_nat_gateway.out.id\n}\n"
      }
    }
  },
  "EXPLT-01": {
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
    }
  },
  "EXPLT-02": {
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
    }
  },
  "EXPLT-03": {
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
    }
  },
  "EXPLT-06": {
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
    }
  },
  "EXPLT-07": {
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
    }
  },
  "EXPLT-08": {
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
    }
  },
  "EXPLT-09": {
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
    }
  },
  "EXPLT-11": {
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
    }
  },
  "EXPLT-12": {
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
    }
  },
  "EXPLT-13": {
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
    }
  },
  "EXPLT-30": {
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
    }
  },
  "EXPLT-31": {
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
    }
  },
  "EXPLT-32": {
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
    }
  },
  "EXPLT-33": {
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
    }
  },
  "EXPLT-34": {
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
    }
  },
  "EXPLT-35": {
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
    }
  },
  "EXPLT-36": {
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
    }
  },
  "EXPLT-37": {
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
    }
  },
  "EXPLT-38": {
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
    }
  },
  "EXPLT-39": {
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
    }
  },
  "EXPLT-40": {
    "rationale": "There is no Exchange Server for other processors; setup does not start.",
    "decided": "From the 'p' in the name of an Azure size and from the name of its image. Platforms on which nothing tells the architecture are not judged.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16ps_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n"
      }
    }
  },
  "EXPLT-41": {
    "rationale": "Support for a platform that the policy does not name rests on its being Hyper-V, or on its validation. That is worth having in writing before support is needed.",
    "decided": "From `hosts[].svvp` of exvet.yaml, for the cluster that the custom location of the machine stands for. It is a note, whatever is found.",
    "examples": {
      "bad": {
        "language": "bicep",
        "text": "resource machine 'Microsoft.HybridCompute/machines@2023-10-03-preview' = {\n  name: 'ex01'\n  location: 'westeurope'\n  kind: 'HCI'\n}\n\nresource ex01 'Microsoft.AzureStackHCI/virtualMachineInstances@2024-01-01' = {\n  name: 'default'\n  scope: machine\n  extendedLocation: {\n    type: 'CustomLocation'\n    name: resourceId('Microsoft.ExtendedLocation/customLocations', 'cluster01')\n  }\n  properties: {\n    hardwareProfile: { vmSize: 'Custom', processors: 16, memoryMB: 131072 }\n    osProfile: { computerName: 'ex01' }\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**\"\n    exchange: \"SE\"\n    roles: [mailbox]\nhosts:\n  - name: cluster01\n    guests: [\"**\"]\n    svvp: false\n"
      },
      "good": {
        "language": "bicep",
        "text": "resource machine 'Microsoft.HybridCompute/machines@2023-10-03-preview' = {\n  name: 'ex01'\n  location: 'westeurope'\n  kind: 'HCI'\n}\n\nresource ex01 'Microsoft.AzureStackHCI/virtualMachineInstances@2024-01-01' = {\n  name: 'default'\n  scope: machine\n  extendedLocation: {\n    type: 'CustomLocation'\n    name: resourceId('Microsoft.ExtendedLocation/customLocations', 'cluster01')\n  }\n  properties: {\n    hardwareProfile: { vmSize: 'Custom', processors: 16, memoryMB: 131072 }\n    osProfile: { computerName: 'ex01' }\n  }\n}\n",
        "config": "version: 1\nservers:\n  - match: \"**\"\n    exchange: \"SE\"\n    roles: [mailbox]\nhosts:\n  - name: cluster01\n    guests: [\"**\"]\n    svvp: true\n"
      }
    }
  },
  "EXPLT-42": {
    "rationale": "Setup cannot prepare the schema, so Exchange cannot be installed at all.",
    "decided": "From a managed domain in a deployment with Exchange servers and without a machine that is, or is called like, a domain controller. A forest that exvet.yaml states counts as one.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_active_directory_domain_service\" \"corp\" {\n  name                = \"corp\"\n  location            = \"westeurope\"\n  resource_group_name = \"rg-identity\"\n  domain_name         = \"corp.contoso.com\"\n  sku                 = \"Enterprise\"\n\n  initial_replica_set {\n    subnet_id = \"/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/hub/subnets/aadds\"\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_active_directory_domain_service\" \"corp\" {\n  name                = \"corp\"\n  location            = \"westeurope\"\n  resource_group_name = \"rg-identity\"\n  domain_name         = \"corp.contoso.com\"\n  sku                 = \"Enterprise\"\n\n  initial_replica_set {\n    subnet_id = \"/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/hub/subnets/aadds\"\n  }\n}\n\nresource \"azurerm_windows_virtual_machine\" \"dc01\" {\n  name = \"dc01\"\n  size = \"Standard_D4s_v5\"\n  tags = { role = \"domain controller\" }\n}\n"
      }
    }
  },
  "EXPLT-43": {
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
    }
  },
  "EXPLT-44": {
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
    }
  },
  "EXPLT-45": {
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
    }
  },
  "EXPLT-46": {
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
    }
  },
  "EXPLT-47": {
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
    }
  },
  "EXPLT-48": {
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
    }
  },
  "EXREP-01": {
    "rationale": "Without storage nothing is replicated. Without a network the server starts after a failover where no domain controller and no client reaches it, and Exchange does not start without Active Directory.",
    "decided": "From the replicated item and its replication policy. Networks of hosts that VMM manages are mapped, which is EXREP-06.",
    "examples": {
      "bad": {
        "language": "bicep",
        "text": "resource vault 'Microsoft.RecoveryServices/vaults@2025-02-01' = {\n  name: 'vault'\n  location: 'westeurope'\n}\n\nresource site 'Microsoft.RecoveryServices/vaults/replicationFabrics@2025-08-01' = {\n  parent: vault\n  name: 'site'\n  properties: { customDetails: { instanceType: 'HyperVSite' } }\n}\n\nresource ex01 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01' = {\n  name: 'vault/site/container/ex01'\n  properties: {\n    providerSpecificDetails: {\n      instanceType: 'HyperVReplicaAzure'\n      vmName: 'ex01'\n      targetVmTags: { 'exchange-version': 'SE', 'exchange-role': 'mailbox' }\n      useManagedDisks: 'true'\n      diskType: 'Premium_LRS'\n    }\n  }\n}\n"
      },
      "good": {
        "language": "bicep",
        "text": "resource vault 'Microsoft.RecoveryServices/vaults@2025-02-01' = {\n  name: 'vault'\n  location: 'westeurope'\n}\n\nresource site 'Microsoft.RecoveryServices/vaults/replicationFabrics@2025-08-01' = {\n  parent: vault\n  name: 'site'\n  properties: { customDetails: { instanceType: 'HyperVSite' } }\n}\n\nresource ex01 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01' = {\n  name: 'vault/site/container/ex01'\n  properties: {\n    providerSpecificDetails: {\n      instanceType: 'HyperVReplicaAzure'\n      vmName: 'ex01'\n      targetVmTags: { 'exchange-version': 'SE', 'exchange-role': 'mailbox' }\n      useManagedDisks: 'true'\n      diskType: 'Premium_LRS'\n      targetAzureNetworkId: resourceId('Microsoft.Network/virtualNetworks', 'recovery')\n    }\n  }\n}\n"
      }
    }
  },
  "EXREP-02": {
    "rationale": "The provider is what lets Site Recovery see the machines in the cloud and steer their failover. Without it the protection of an Exchange server cannot even be switched on.",
    "decided": "From `estate.siteRecoveryProvider` in exvet.yaml, since no template carries it. That VMM manages the hosts is told by the fabric, by a network mapping, or by `estate.vmm`.",
    "examples": {
      "bad": {
        "language": "bicep",
        "config": "version: 1\nestate: { vmm: true, siteRecoveryProvider: false }\n",
        "text": "resource ex01 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01' = {\n  name: 'vault/vmm/cloud/ex01'\n  properties: {\n    providerSpecificDetails: {\n      instanceType: 'HyperVReplicaAzure'\n      vmName: 'ex01'\n      targetVmTags: { 'exchange-version': 'SE', 'exchange-role': 'mailbox' }\n    }\n  }\n}\n"
      },
      "good": {
        "language": "bicep",
        "config": "version: 1\nestate: { vmm: true, siteRecoveryProvider: true }\n",
        "text": "resource ex01 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01' = {\n  name: 'vault/vmm/cloud/ex01'\n  properties: {\n    providerSpecificDetails: {\n      instanceType: 'HyperVReplicaAzure'\n      vmName: 'ex01'\n      targetVmTags: { 'exchange-version': 'SE', 'exchange-role': 'mailbox' }\n    }\n  }\n}\n"
      }
    }
  },
  "EXREP-03": {
    "rationale": "The agent sends the changes of the disks to Azure. When an Exchange server moves to a host without it, replication stops, and the copy in Azure falls behind.",
    "decided": "From `estate.siteRecoveryAgents` in exvet.yaml, since no template carries it.",
    "examples": {
      "bad": {
        "language": "bicep",
        "config": "version: 1\nestate: { siteRecoveryAgents: false }\n",
        "text": "resource ex01 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01' = {\n  name: 'vault/site/container/ex01'\n  properties: {\n    providerSpecificDetails: {\n      instanceType: 'HyperVReplicaAzure'\n      vmName: 'ex01'\n      targetVmTags: { 'exchange-version': 'SE', 'exchange-role': 'mailbox' }\n    }\n  }\n}\n"
      },
      "good": {
        "language": "bicep",
        "config": "version: 1\nestate: { siteRecoveryAgents: true }\n",
        "text": "resource ex01 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01' = {\n  name: 'vault/site/container/ex01'\n  properties: {\n    providerSpecificDetails: {\n      instanceType: 'HyperVReplicaAzure'\n      vmName: 'ex01'\n      targetVmTags: { 'exchange-version': 'SE', 'exchange-role': 'mailbox' }\n    }\n  }\n}\n"
      }
    }
  },
  "EXREP-05": {
    "rationale": "Only a VM network that hangs on the cloud's logical network can be mapped to Azure. Without the mapping an Exchange server has no network after a failover.",
    "decided": "From `estate.vmNetworksLinked` in exvet.yaml; templates carry VMM's networks, but not what links them.",
    "examples": {
      "bad": {
        "language": "bicep",
        "config": "version: 1\nestate: { vmm: true, vmNetworksLinked: false }\n",
        "text": "resource ex01 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01' = {\n  name: 'vault/vmm/cloud/ex01'\n  properties: {\n    providerSpecificDetails: {\n      instanceType: 'HyperVReplicaAzure'\n      vmName: 'ex01'\n      targetVmTags: { 'exchange-version': 'SE', 'exchange-role': 'mailbox' }\n    }\n  }\n}\n"
      },
      "good": {
        "language": "bicep",
        "config": "version: 1\nestate: { vmm: true, vmNetworksLinked: true }\n",
        "text": "resource ex01 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01' = {\n  name: 'vault/vmm/cloud/ex01'\n  properties: {\n    providerSpecificDetails: {\n      instanceType: 'HyperVReplicaAzure'\n      vmName: 'ex01'\n      targetVmTags: { 'exchange-version': 'SE', 'exchange-role': 'mailbox' }\n    }\n  }\n}\n"
      }
    }
  },
  "EXREP-06": {
    "rationale": "An Exchange server that starts without a network finds no domain controller, and its services do not start.",
    "decided": "From the network mappings of the vault, or the target network of the replicated item. A mapping in a vault that the deployment does not make may stand elsewhere: then it is undecided. Which VM network a machine is on no template of Site Recovery tells, so any mapping of the vault counts.",
    "examples": {
      "bad": {
        "language": "bicep",
        "config": "version: 1\nestate: { vmm: true }\n",
        "text": "resource vault 'Microsoft.RecoveryServices/vaults@2025-02-01' = {\n  name: 'vault'\n  location: 'westeurope'\n}\n\nresource ex01 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01' = {\n  name: 'vault/vmm/cloud/ex01'\n  properties: {\n    providerSpecificDetails: {\n      instanceType: 'HyperVReplicaAzure'\n      vmName: 'ex01'\n      targetVmTags: { 'exchange-version': 'SE', 'exchange-role': 'mailbox' }\n    }\n  }\n}\n"
      },
      "good": {
        "language": "bicep",
        "text": "resource vault 'Microsoft.RecoveryServices/vaults@2025-02-01' = {\n  name: 'vault'\n  location: 'westeurope'\n}\n\nresource mapping 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationNetworks/replicationNetworkMappings@2025-08-01' = {\n  name: 'vault/vmm/production/recovery'\n  properties: {\n    recoveryNetworkId: resourceId('Microsoft.Network/virtualNetworks', 'recovery')\n    fabricSpecificDetails: { instanceType: 'VmmToAzure' }\n  }\n}\n\nresource ex01 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01' = {\n  name: 'vault/vmm/cloud/ex01'\n  properties: {\n    providerSpecificDetails: {\n      instanceType: 'HyperVReplicaAzure'\n      vmName: 'ex01'\n      targetVmTags: { 'exchange-version': 'SE', 'exchange-role': 'mailbox' }\n    }\n  }\n}\n"
      }
    }
  },
  "EXREP-08": {
    "rationale": "When the volume of its virtual disks is full, Hyper-V pauses the Exchange server. The snapshot is not the kind that EXSNP-01 is about: Site Recovery takes it once and removes it, and nobody goes back to it.",
    "decided": "From `servers[].replicationHeadroom` in exvet.yaml against half of the size of the disks: a log that reaches half of its disk makes Site Recovery copy the disk anew. A note until it is stated.",
    "examples": {
      "bad": {
        "language": "bicep",
        "config": "version: 1\nservers:\n  - { match: \"**/ex01\", exchange: SE, replicationHeadroom: 100 }\n",
        "text": "resource ex01 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01' = {\n  name: 'vault/site/container/ex01'\n  properties: {\n    providerSpecificDetails: {\n      instanceType: 'HyperVReplicaAzure'\n      vmName: 'ex01'\n      disksToIncludeForManagedDisks: [\n        { diskId: 'a', diskType: 'Premium_LRS', diskSizeInGB: 128 }\n        { diskId: 'b', diskType: 'Premium_LRS', diskSizeInGB: 1024 }\n      ]\n    }\n  }\n}\n"
      },
      "good": {
        "language": "bicep",
        "config": "version: 1\nservers:\n  - { match: \"**/ex01\", exchange: SE, replicationHeadroom: 600 }\n",
        "text": "resource ex01 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01' = {\n  name: 'vault/site/container/ex01'\n  properties: {\n    providerSpecificDetails: {\n      instanceType: 'HyperVReplicaAzure'\n      vmName: 'ex01'\n      disksToIncludeForManagedDisks: [\n        { diskId: 'a', diskType: 'Premium_LRS', diskSizeInGB: 128 }\n        { diskId: 'b', diskType: 'Premium_LRS', diskSizeInGB: 1024 }\n      ]\n    }\n  }\n}\n"
      }
    }
  },
  "EXREP-09": {
    "rationale": "Exchange writes its transaction logs all day. On a small log disk a short break of the line is enough for a resynchronization, and until it is done the copy in Azure is older than anyone thinks.",
    "decided": "From `servers[].disks[].churn` in exvet.yaml and the size of the disk: the log must not reach half of it within half an hour, the time after which Site Recovery tries again when a transfer failed.",
    "examples": {
      "bad": {
        "language": "bicep",
        "config": "version: 1\nservers:\n  - match: \"**/ex01\"\n    exchange: SE\n    disks: [{ match: { name: \"*\" }, churn: 10 }]\n",
        "text": "resource ex01 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01' = {\n  name: 'vault/site/container/ex01'\n  properties: {\n    providerSpecificDetails: {\n      instanceType: 'HyperVReplicaAzure'\n      vmName: 'ex01'\n      disksToIncludeForManagedDisks: [\n        { diskId: 'a', diskType: 'Premium_LRS', diskSizeInGB: 128 }\n        { diskId: 'b', diskType: 'Premium_LRS', diskSizeInGB: 32 }\n      ]\n    }\n  }\n}\n"
      },
      "good": {
        "language": "bicep",
        "config": "version: 1\nservers:\n  - match: \"**/ex01\"\n    exchange: SE\n    disks: [{ match: { name: \"*\" }, churn: 10 }]\n",
        "text": "resource ex01 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01' = {\n  name: 'vault/site/container/ex01'\n  properties: {\n    providerSpecificDetails: {\n      instanceType: 'HyperVReplicaAzure'\n      vmName: 'ex01'\n      disksToIncludeForManagedDisks: [\n        { diskId: 'a', diskType: 'Premium_LRS', diskSizeInGB: 128 }\n        { diskId: 'b', diskType: 'Premium_LRS', diskSizeInGB: 512 }\n      ]\n    }\n  }\n}\n"
      }
    }
  },
  "EXREP-14": {
    "rationale": "Exchange does not start without a domain controller and a global catalog. Servers that come up in the wrong order have to be started again by hand, in the middle of an emergency.",
    "decided": "From the boot groups of the recovery plans. A plan in a vault that the deployment does not make may stand elsewhere: then it is undecided. A single Exchange server without replicated domain controllers needs no plan.",
    "examples": {
      "bad": {
        "language": "bicep",
        "text": "resource vault 'Microsoft.RecoveryServices/vaults@2025-02-01' = {\n  name: 'vault'\n  location: 'westeurope'\n}\n\nresource servers 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01' = [for name in ['ex01', 'ex02']: {\n  name: 'vault/vcenter/container/${name}'\n  properties: {\n    providerSpecificDetails: {\n      instanceType: 'InMageRcm'\n      fabricDiscoveryMachineId: '/machines/${name}'\n      processServerId: 'ps01'\n      targetResourceGroupId: resourceGroup().id\n      targetVmName: name\n      targetVmTags: [{ tagName: 'exchange-version', tagValue: 'SE' }]\n    }\n  }\n}]\n"
      },
      "good": {
        "language": "bicep",
        "text": "resource vault 'Microsoft.RecoveryServices/vaults@2025-02-01' = {\n  name: 'vault'\n  location: 'westeurope'\n}\n\nresource servers 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01' = [for name in ['ex01', 'ex02']: {\n  name: 'vault/vcenter/container/${name}'\n  properties: {\n    providerSpecificDetails: {\n      instanceType: 'InMageRcm'\n      fabricDiscoveryMachineId: '/machines/${name}'\n      processServerId: 'ps01'\n      targetResourceGroupId: resourceGroup().id\n      targetVmName: name\n      targetVmTags: [{ tagName: 'exchange-version', tagValue: 'SE' }]\n    }\n  }\n}]\n\nresource plan 'Microsoft.RecoveryServices/vaults/replicationRecoveryPlans@2025-08-01' = {\n  parent: vault\n  name: 'exchange'\n  properties: {\n    primaryFabricId: 'vcenter'\n    recoveryFabricId: 'azure'\n    groups: [\n      { groupType: 'Boot', replicationProtectedItems: [{ id: servers[0].id }, { id: servers[1].id }] }\n    ]\n  }\n}\n"
      }
    }
  },
  "EXREP-15": {
    "rationale": "A copy of an Exchange server that starts where the real one is reachable registers itself in Active Directory and takes its mail. A failover that was never tried fails on the day when it is needed.",
    "decided": "From the test network of the replicated item. Replication from Hyper-V, and from Azure in Resource Manager, has no place for it: there it is chosen when the test runs.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_site_recovery_vmware_replicated_vm\" \"ex01\" {\n  name                            = \"ex01\"\n  recovery_vault_id               = \"/subscriptions/0/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/vault\"\n  recovery_replication_policy_id  = \"/subscriptions/0/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/vault/replicationPolicies/p\"\n  appliance_name                  = \"appliance\"\n  physical_server_credential_name = \"exchange\"\n  source_vm_name                  = \"ex01\"\n  target_vm_name                  = \"ex01\"\n  target_resource_group_id        = \"/subscriptions/0/resourceGroups/rg\"\n  target_network_id               = \"/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/recovery\"\n  default_recovery_disk_type      = \"Premium_LRS\"\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_site_recovery_vmware_replicated_vm\" \"ex01\" {\n  name                            = \"ex01\"\n  recovery_vault_id               = \"/subscriptions/0/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/vault\"\n  recovery_replication_policy_id  = \"/subscriptions/0/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/vault/replicationPolicies/p\"\n  appliance_name                  = \"appliance\"\n  physical_server_credential_name = \"exchange\"\n  source_vm_name                  = \"ex01\"\n  target_vm_name                  = \"ex01\"\n  target_resource_group_id        = \"/subscriptions/0/resourceGroups/rg\"\n  target_network_id               = \"/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/recovery\"\n  test_network_id                 = \"/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/isolated\"\n  default_recovery_disk_type      = \"Premium_LRS\"\n}\n"
      }
    }
  },
  "EXREP-31": {
    "rationale": "A member that comes back from an older copy of its disks disagrees with the others about logs and about who holds which database. Replicating its disks also moves every byte a second time that the DAG has moved already.",
    "decided": "From the DAG that exvet.yaml, a tag or a script names; several mailbox servers that are deployed together are taken for one. `dag: null` in exvet.yaml says that a server is in none. An error with `strict: true`. A server outside a DAG may be replicated.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\", exchange-dag = \"DAG01\" }\n}\n\nresource \"azurerm_site_recovery_replicated_vm\" \"ex01\" {\n  name                = \"ex01\"\n  recovery_vault_name = \"vault\"\n  source_vm_id        = azurerm_windows_virtual_machine.ex01.id\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_site_recovery_replicated_vm\" \"ex01\" {\n  name                = \"ex01\"\n  recovery_vault_name = \"vault\"\n  source_vm_id        = azurerm_windows_virtual_machine.ex01.id\n}\n"
      }
    }
  },
  "EXREP-32": {
    "rationale": "Where a limit is not met, protection is refused, and the Exchange server that everybody believes to be protected has no copy.",
    "decided": "From the virtual machine, which must be in the same deployment, against the matrix of 2026-09-11. Guides of 2020 and before name 300 GB for the OS disk of generation 2 and 16 data disks; those figures are no longer the limit. Changes on disks count when exvet.yaml states them. Hyper-V switches secure boot on by default; it is a warning.",
    "examples": {
      "bad": {
        "language": "terraform",
        "config": "version: 1\nservers:\n  - { match: \"hyperv_machine_instance.ex01\", exchange: SE }\n",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name                 = \"ex01\"\n  generation           = 2\n  processor_count      = 8\n  static_memory        = true\n  memory_startup_bytes = 137438953472\n\n  vm_firmware {\n    enable_secure_boot = \"Off\"\n  }\n\n  hard_disk_drives {\n    path = hyperv_vhd.os.path\n  }\n}\n\nresource \"hyperv_vhd\" \"os\" {\n  path     = \"D:\\\\VMs\\\\ex01\\\\os.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 4947802324992\n}\n\nresource \"azapi_resource\" \"ex01\" {\n  type      = \"Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01\"\n  parent_id = \"/subscriptions/0/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/vault/replicationFabrics/site/replicationProtectionContainers/container\"\n  name      = \"ex01\"\n  body = {\n    properties = {\n      providerSpecificDetails = {\n        instanceType    = \"HyperVReplicaAzure\"\n        vmName          = \"ex01\"\n        useManagedDisks = \"true\"\n        diskType        = \"Premium_LRS\"\n      }\n    }\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "config": "version: 1\nservers:\n  - { match: \"hyperv_machine_instance.ex01\", exchange: SE }\n",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name                 = \"ex01\"\n  generation           = 2\n  processor_count      = 8\n  static_memory        = true\n  memory_startup_bytes = 137438953472\n\n  vm_firmware {\n    enable_secure_boot = \"Off\"\n  }\n\n  hard_disk_drives {\n    path = hyperv_vhd.os.path\n  }\n}\n\nresource \"hyperv_vhd\" \"os\" {\n  path     = \"D:\\\\VMs\\\\ex01\\\\os.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 274877906944\n}\n\nresource \"azapi_resource\" \"ex01\" {\n  type      = \"Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01\"\n  parent_id = \"/subscriptions/0/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/vault/replicationFabrics/site/replicationProtectionContainers/container\"\n  name      = \"ex01\"\n  body = {\n    properties = {\n      providerSpecificDetails = {\n        instanceType    = \"HyperVReplicaAzure\"\n        vmName          = \"ex01\"\n        useManagedDisks = \"true\"\n        diskType        = \"Premium_LRS\"\n      }\n    }\n  }\n}\n"
      }
    }
  },
  "EXREP-33": {
    "rationale": "Where a limit is not met, replication is refused or stops, and the Exchange server that everybody believes to be protected has no copy.",
    "decided": "From the replicated machine, which must be in the same deployment, and its cache storage account. The limits are those of June 2025; 100 MB/s of changes are the limit with high churn, which no template states. iSCSI and changes count when exvet.yaml states them. A temporary disk is never replicated; dedicated hosts are EXHOST-21.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n\n  os_disk {\n    caching              = \"ReadWrite\"\n    storage_account_type = \"Premium_LRS\"\n    disk_size_gb         = 256\n  }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  name                 = \"ex01-db\"\n  storage_account_type = \"UltraSSD_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 1024\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db.id\n  lun                = 0\n  caching            = \"None\"\n}\n\nresource \"azurerm_site_recovery_replicated_vm\" \"ex01\" {\n  name                = \"ex01\"\n  recovery_vault_name = \"vault\"\n  source_vm_id        = azurerm_windows_virtual_machine.ex01.id\n\n  managed_disk {\n    disk_id          = azurerm_managed_disk.db.id\n    target_disk_type = \"Premium_LRS\"\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n\n  os_disk {\n    caching              = \"ReadWrite\"\n    storage_account_type = \"Premium_LRS\"\n    disk_size_gb         = 256\n  }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  name                 = \"ex01-db\"\n  storage_account_type = \"Premium_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 1024\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db.id\n  lun                = 0\n  caching            = \"None\"\n}\n\nresource \"azurerm_site_recovery_replicated_vm\" \"ex01\" {\n  name                = \"ex01\"\n  recovery_vault_name = \"vault\"\n  source_vm_id        = azurerm_windows_virtual_machine.ex01.id\n\n  managed_disk {\n    disk_id          = azurerm_managed_disk.db.id\n    target_disk_type = \"Premium_LRS\"\n  }\n}\n"
      }
    }
  },
  "EXREP-34": {
    "rationale": "On other releases the provider and the agent do not work, and two services that track the changes of the same virtual disks disturb each other.",
    "decided": "From `hosts[].os`, `estate.vmmVersion` and `estate.hostBackupByAzure` in exvet.yaml, since no template carries them.",
    "examples": {
      "bad": {
        "language": "bicep",
        "config": "version: 1\nestate: { hostBackupByAzure: true }\n",
        "text": "resource ex01 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01' = {\n  name: 'vault/site/container/ex01'\n  properties: {\n    providerSpecificDetails: {\n      instanceType: 'HyperVReplicaAzure'\n      vmName: 'ex01'\n      targetVmTags: { 'exchange-version': 'SE', 'exchange-role': 'mailbox' }\n    }\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "config": "version: 1\nestate: { hostBackupByAzure: false, vmm: false }\nservers:\n  - { match: \"hyperv_machine_instance.ex01\", exchange: SE }\nhosts:\n  - { name: hv01, guests: [\"hyperv_machine_instance.ex01\"], os: \"2022\" }\n",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name                 = \"ex01\"\n  generation           = 2\n  processor_count      = 8\n  static_memory        = true\n  memory_startup_bytes = 137438953472\n\n  vm_firmware {\n    enable_secure_boot = \"Off\"\n  }\n\n  hard_disk_drives {\n    path = hyperv_vhd.os.path\n  }\n}\n\nresource \"hyperv_vhd\" \"os\" {\n  path     = \"D:\\\\VMs\\\\ex01\\\\os.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 274877906944\n}\n\nresource \"azapi_resource\" \"ex01\" {\n  type      = \"Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01\"\n  parent_id = \"/subscriptions/0/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/vault/replicationFabrics/site/replicationProtectionContainers/container\"\n  name      = \"ex01\"\n  body = {\n    properties = {\n      providerSpecificDetails = {\n        instanceType    = \"HyperVReplicaAzure\"\n        vmName          = \"ex01\"\n        useManagedDisks = \"true\"\n        diskType        = \"Premium_LRS\"\n      }\n    }\n  }\n}\n"
      }
    }
  },
  "EXREP-35": {
    "rationale": "Who follows both recommendations ends up with a server that is not protected, or with disks that are not encrypted.",
    "decided": "From `servers[].disks[].bitLocker` in exvet.yaml, since no template carries it.",
    "examples": {
      "bad": {
        "language": "bicep",
        "config": "version: 1\nservers:\n  - match: \"**/ex01\"\n    exchange: SE\n    disks: [{ match: { name: \"*\" }, bitLocker: true }]\n",
        "text": "resource ex01 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01' = {\n  name: 'vault/site/container/ex01'\n  properties: {\n    providerSpecificDetails: { instanceType: 'HyperVReplicaAzure', vmName: 'ex01', useManagedDisks: 'true', diskType: 'Premium_LRS' }\n  }\n}\n"
      },
      "good": {
        "language": "bicep",
        "config": "version: 1\nservers:\n  - match: \"**/ex01\"\n    exchange: SE\n    disks: [{ match: { name: \"*\" }, bitLocker: false }]\n",
        "text": "resource ex01 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01' = {\n  name: 'vault/site/container/ex01'\n  properties: {\n    providerSpecificDetails: { instanceType: 'HyperVReplicaAzure', vmName: 'ex01', useManagedDisks: 'true', diskType: 'Premium_LRS' }\n  }\n}\n"
      }
    }
  },
  "EXREP-36": {
    "rationale": "A server whose databases lie outside of its virtual disks comes up in Azure without them.",
    "decided": "From the disks of the virtual machine and `servers[].usesIscsi` in exvet.yaml, since no template tells what runs inside.",
    "examples": {
      "bad": {
        "language": "terraform",
        "config": "version: 1\nservers:\n  - { match: \"hyperv_machine_instance.ex01\", exchange: SE }\n",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name                 = \"ex01\"\n  generation           = 2\n  processor_count      = 8\n  static_memory        = true\n  memory_startup_bytes = 137438953472\n\n  vm_firmware {\n    enable_secure_boot = \"Off\"\n  }\n\n  hard_disk_drives {\n    path = hyperv_vhd.os.path\n  }\n\n  hard_disk_drives {\n    controller_location = 1\n    disk_number         = 3\n  }\n}\n\nresource \"hyperv_vhd\" \"os\" {\n  path     = \"D:\\\\VMs\\\\ex01\\\\os.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 274877906944\n}\n\nresource \"azapi_resource\" \"ex01\" {\n  type      = \"Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01\"\n  parent_id = \"/subscriptions/0/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/vault/replicationFabrics/site/replicationProtectionContainers/container\"\n  name      = \"ex01\"\n  body = {\n    properties = {\n      providerSpecificDetails = {\n        instanceType    = \"HyperVReplicaAzure\"\n        vmName          = \"ex01\"\n        useManagedDisks = \"true\"\n        diskType        = \"Premium_LRS\"\n      }\n    }\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "config": "version: 1\nservers:\n  - { match: \"hyperv_machine_instance.ex01\", exchange: SE, usesIscsi: false }\n",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name                 = \"ex01\"\n  generation           = 2\n  processor_count      = 8\n  static_memory        = true\n  memory_startup_bytes = 137438953472\n\n  vm_firmware {\n    enable_secure_boot = \"Off\"\n  }\n\n  hard_disk_drives {\n    path = hyperv_vhd.os.path\n  }\n}\n\nresource \"hyperv_vhd\" \"os\" {\n  path     = \"D:\\\\VMs\\\\ex01\\\\os.vhdx\"\n  vhd_type = \"Fixed\"\n  size     = 274877906944\n}\n\nresource \"azapi_resource\" \"ex01\" {\n  type      = \"Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01\"\n  parent_id = \"/subscriptions/0/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/vault/replicationFabrics/site/replicationProtectionContainers/container\"\n  name      = \"ex01\"\n  body = {\n    properties = {\n      providerSpecificDetails = {\n        instanceType    = \"HyperVReplicaAzure\"\n        vmName          = \"ex01\"\n        useManagedDisks = \"true\"\n        diskType        = \"Premium_LRS\"\n      }\n    }\n  }\n}\n"
      }
    }
  },
  "EXREP-37": {
    "rationale": "Each failed snapshot freezes and thaws the databases for nothing, and whoever counts on such a point finds that there is none.",
    "decided": "From the replication policy and `servers[].disks[].striped` in exvet.yaml, since no template carries how Windows puts volumes together.",
    "examples": {
      "bad": {
        "language": "bicep",
        "config": "version: 1\nservers:\n  - match: \"**/ex01\"\n    exchange: SE\n    disks: [{ match: { name: \"*\" }, striped: true }]\n",
        "text": "resource policy 'Microsoft.RecoveryServices/vaults/replicationPolicies@2025-08-01' = {\n  name: 'vault/exchange'\n  properties: {\n    providerSpecificInput: { instanceType: 'HyperVReplicaAzure', applicationConsistentSnapshotFrequencyInHours: 4 }\n  }\n}\n\nresource ex01 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01' = {\n  name: 'vault/site/container/ex01'\n  properties: {\n    policyId: policy.id\n    providerSpecificDetails: { instanceType: 'HyperVReplicaAzure', vmName: 'ex01', useManagedDisks: 'true', diskType: 'Premium_LRS' }\n  }\n}\n"
      },
      "good": {
        "language": "bicep",
        "config": "version: 1\nservers:\n  - match: \"**/ex01\"\n    exchange: SE\n    disks: [{ match: { name: \"*\" }, striped: true }]\n",
        "text": "resource policy 'Microsoft.RecoveryServices/vaults/replicationPolicies@2025-08-01' = {\n  name: 'vault/exchange'\n  properties: {\n    providerSpecificInput: { instanceType: 'HyperVReplicaAzure', applicationConsistentSnapshotFrequencyInHours: 0 }\n  }\n}\n\nresource ex01 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01' = {\n  name: 'vault/site/container/ex01'\n  properties: {\n    policyId: policy.id\n    providerSpecificDetails: { instanceType: 'HyperVReplicaAzure', vmName: 'ex01', useManagedDisks: 'true', diskType: 'Premium_LRS' }\n  }\n}\n"
      }
    }
  },
  "EXREP-38": {
    "rationale": "A database without its transaction logs does not mount after a failover, and mail in a queue that was not replicated is lost.",
    "decided": "From the disks that the replicated item lists, against those of the replicated machine when it is in the same deployment. Disks of VMware and Hyper-V are listed by ids that no template has; then their number decides, or it is undecided.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n\n  os_disk {\n    name                 = \"ex01-os\"\n    caching              = \"ReadWrite\"\n    storage_account_type = \"Premium_LRS\"\n  }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  name                 = \"ex01-db\"\n  storage_account_type = \"Premium_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 1024\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db.id\n  lun                = 0\n  caching            = \"None\"\n}\n\nresource \"azurerm_site_recovery_replicated_vm\" \"ex01\" {\n  name                = \"ex01\"\n  recovery_vault_name = \"vault\"\n  source_vm_id        = azurerm_windows_virtual_machine.ex01.id\n\n  managed_disk {\n    disk_id          = \"/subscriptions/0/resourceGroups/rg/providers/Microsoft.Compute/disks/ex01-os\"\n    target_disk_type = \"Premium_LRS\"\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n\n  os_disk {\n    name                 = \"ex01-os\"\n    caching              = \"ReadWrite\"\n    storage_account_type = \"Premium_LRS\"\n  }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  name                 = \"ex01-db\"\n  storage_account_type = \"Premium_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 1024\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db.id\n  lun                = 0\n  caching            = \"None\"\n}\n\nresource \"azurerm_site_recovery_replicated_vm\" \"ex01\" {\n  name                = \"ex01\"\n  recovery_vault_name = \"vault\"\n  source_vm_id        = azurerm_windows_virtual_machine.ex01.id\n\n  managed_disk {\n    disk_id          = \"/subscriptions/0/resourceGroups/rg/providers/Microsoft.Compute/disks/ex01-os\"\n    target_disk_type = \"Premium_LRS\"\n  }\n\n  managed_disk {\n    disk_id          = azurerm_managed_disk.db.id\n    target_disk_type = \"Premium_LRS\"\n  }\n}\n"
      }
    }
  },
  "EXREP-39": {
    "rationale": "A member that comes back from an older copy of its disks disagrees with the others about logs and about who holds which database.",
    "decided": "A network adapter with a test network (`test_replica_switch_name`, `test_replica_pool_name`) is the only sign of Hyper-V Replica in templates, and a weak one. A server outside a DAG may be replicated.",
    "examples": {
      "bad": {
        "language": "terraform",
        "config": "version: 1\nservers:\n  - { match: \"hyperv_machine_instance.ex01\", exchange: SE, dag: DAG01 }\n",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name                 = \"ex01\"\n  generation           = 2\n  processor_count      = 8\n  static_memory        = true\n  memory_startup_bytes = 137438953472\n\n  network_adaptors {\n    name                     = \"lan\"\n    switch_name              = \"production\"\n    test_replica_switch_name = \"isolated\"\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "config": "version: 1\nservers:\n  - { match: \"hyperv_machine_instance.ex01\", exchange: SE, dag: null }\n",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name                 = \"ex01\"\n  generation           = 2\n  processor_count      = 8\n  static_memory        = true\n  memory_startup_bytes = 137438953472\n\n  network_adaptors {\n    name                     = \"lan\"\n    switch_name              = \"production\"\n    test_replica_switch_name = \"isolated\"\n  }\n}\n"
      }
    }
  },
  "EXSIZ-01": {
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
    }
  },
  "EXSIZ-02": {
    "rationale": "A server that cannot read and write fast enough queues mail, fails over its databases and answers its clients late.",
    "decided": "From the performance of the data disks, by SKU and size, and from what the size lets through without host caching; bursts do not count. Judged where exvet.yaml states what sizing asks for: `servers[].requiredIops` and `requiredThroughput`, from the Exchange sizing calculator.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E8s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  name                 = \"ex01-db\"\n  storage_account_type = \"Premium_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 512\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db.id\n  lun                = 0\n  caching            = \"None\"\n}\n",
        "config": "version: 1\nservers:\n  - match: \"azurerm_windows_virtual_machine.ex01\"\n    requiredIops: 6000\n    requiredThroughput: 180\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  name                 = \"ex01-db\"\n  storage_account_type = \"Premium_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 1024\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db.id\n  lun                = 0\n  caching            = \"None\"\n}\n",
        "config": "version: 1\nservers:\n  - match: \"azurerm_windows_virtual_machine.ex01\"\n    requiredIops: 4000\n    requiredThroughput: 180\n"
      }
    }
  },
  "EXSIZ-20": {
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
    }
  },
  "EXSIZ-22": {
    "rationale": "With too many disks the deployment fails. With too low a limit the disks never deliver what was paid for, and databases wait for the size instead.",
    "decided": "From the number of data disks and a table of the limits of common sizes. What the disks need is what exvet.yaml states, and otherwise what they can deliver; bursts and host caching do not count.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E8s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  count                = 20\n  name                 = \"ex01-db${count.index}\"\n  storage_account_type = \"Premium_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 256\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  count              = 20\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db[count.index].id\n  lun                = count.index\n  caching            = \"None\"\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  count                = 4\n  name                 = \"ex01-db${count.index}\"\n  storage_account_type = \"Premium_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 256\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  count              = 4\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db[count.index].id\n  lun                = count.index\n  caching            = \"None\"\n}\n"
      }
    }
  },
  "EXSIZ-23": {
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
    }
  },
  "EXSNP-01": {
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
    }
  },
  "EXSNP-02": {
    "rationale": "A resumed server carries on with what it knew when it was saved: a database copy, a lease or a DAG membership that is no longer its own. Exchange expects to boot.",
    "decided": "From stop_action of the vsphere_vapp_entity that names the machine; the provider's default powers it off. A machine in no vApp is not concerned: no other setting of the provider suspends one.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name             = \"ex01\"\n  guest_id         = \"windows2019srvNext_64Guest\"\n  num_cpus         = 8\n  memory           = 131072\n  resource_pool_id = \"resgroup-v12\"\n}\n\nresource \"vsphere_vapp_entity\" \"ex01\" {\n  target_id    = vsphere_virtual_machine.ex01.moid\n  container_id = \"resgroup-v12\"\n  stop_action  = \"suspend\"\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name             = \"ex01\"\n  guest_id         = \"windows2019srvNext_64Guest\"\n  num_cpus         = 8\n  memory           = 131072\n  resource_pool_id = \"resgroup-v12\"\n}\n\nresource \"vsphere_vapp_entity\" \"ex01\" {\n  target_id    = vsphere_virtual_machine.ex01.moid\n  container_id = \"resgroup-v12\"\n  stop_action  = \"guestShutdown\"\n}\n"
      }
    }
  },
  "EXSNP-08": {
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
    }
  },
  "EXSNP-09": {
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
    }
  },
  "EXSNP-10": {
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
    }
  },
  "EXSNP-11": {
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
    }
  },
  "EXSNP-20": {
    "rationale": "A resumed server carries on with what it knew when it was saved: database copies, leases and DAG membership that are no longer its own. Exchange expects to boot.",
    "decided": "From automatic_stop_action; the Hyper-V provider saves the machine unless told otherwise. TurnOff is no saved state, though Exchange then recovers from a crash. The resources of Azure Local and SCVMM have no such property: state `servers[].stopAction` in exvet.yaml. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  checkpoint_type       = \"Disabled\"\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  automatic_stop_action = \"ShutDown\"\n  checkpoint_type       = \"Disabled\"\n}\n"
      }
    }
  },
  "EXSNP-21": {
    "rationale": "A checkpoint is one click, or one backup product, away. Going back to it puts databases, Active Directory and the DAG out of step.",
    "decided": "From checkpoint_type; Hyper-V makes production checkpoints unless told otherwise. In SCVMM a template may decide it. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  automatic_stop_action = \"ShutDown\"\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"hyperv_machine_instance\" \"ex01\" {\n  name                  = \"ex01\"\n  processor_count       = 8\n  static_memory         = true\n  memory_startup_bytes  = 137438953472\n  automatic_stop_action = \"ShutDown\"\n  checkpoint_type       = \"Disabled\"\n}\n"
      }
    }
  },
  "EXSNP-22": {
    "rationale": "A resumed server carries on with what it knew when it was saved: a database copy, a lease or a DAG membership that is no longer its own. Exchange expects to boot.",
    "decided": "From additional_capabilities of the machine; hibernation is off unless it is switched on. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E8s_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n\n  additional_capabilities {\n    hibernation_enabled = true\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E8s_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n"
      }
    }
  },
  "EXSNP-23": {
    "rationale": "Restoring such a copy puts databases, Active Directory and the other members of a DAG out of step, and mail is lost or doubled.",
    "decided": "From snapshot resources of its disks, restore points of the machine, and protected items of Recovery Services vaults that name it. Backups that are stopped or suspended do not count.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  name                 = \"ex01-db\"\n  storage_account_type = \"Premium_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 1024\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db.id\n  lun                = 0\n  caching            = \"None\"\n}\n\nresource \"azurerm_snapshot\" \"db\" {\n  name          = \"ex01-db-before-update\"\n  create_option = \"Copy\"\n  source_uri    = azurerm_managed_disk.db.id\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  name                 = \"ex01-db\"\n  storage_account_type = \"Premium_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 1024\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db.id\n  lun                = 0\n  caching            = \"None\"\n}\n"
      }
    }
  },
  "EXSNP-24": {
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
    }
  },
  "EXSNP-25": {
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
    }
  },
  "EXSNP-26": {
    "rationale": "Every read goes through the chain down to the template, whose disks all its clones share. If the template or its snapshot is lost, so is the server.",
    "decided": "From linked_clone in the clone block of the machine, which is false by default.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  clone {\n    template_uuid = \"4215f7a2-8c1d-5b0e-9a43-6a1f4e2d7c90\"\n    linked_clone  = true\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  clone {\n    template_uuid = \"4215f7a2-8c1d-5b0e-9a43-6a1f4e2d7c90\"\n  }\n}\n"
      }
    }
  },
  "EXSNP-27": {
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
    }
  },
  "EXSNP-29": {
    "rationale": "A server that resumes believes that no time has passed. Its databases, its cluster and its connections to other members are out of step.",
    "decided": "From scheduled actions of Microsoft.ComputeSchedule and shutdown schedules of DevTest Labs. Machines are attached to a scheduled action by an action of its own; without one in the templates it may be about any machine.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n\nresource \"azapi_resource\" \"nightly\" {\n  type      = \"Microsoft.ComputeSchedule/scheduledActions@2026-04-15-preview\"\n  name      = \"nightly\"\n  parent_id = \"/subscriptions/0/resourceGroups/rg\"\n  location  = \"westeurope\"\n  body = {\n    properties = {\n      actionType   = \"Hibernate\"\n      resourceType = \"VirtualMachine\"\n    }\n  }\n}\n\nresource \"azapi_resource_action\" \"nightly\" {\n  type        = \"Microsoft.ComputeSchedule/scheduledActions@2026-04-15-preview\"\n  resource_id = azapi_resource.nightly.id\n  action      = \"attachResources\"\n  body = {\n    resources = [{ resourceId = azurerm_windows_virtual_machine.ex01.id }]\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n"
      }
    }
  },
  "EXSNP-30": {
    "rationale": "An eviction comes with thirty seconds of notice: databases dismount dirty, and mail in the queue waits on a machine that may not come back.",
    "decided": "From the priority of the machine or of the scale set that makes it.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  priority = \"Spot\"\n  eviction_policy = \"Deallocate\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n"
      }
    }
  },
  "EXSTO-03": {
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
    }
  },
  "EXSTO-04": {
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
    }
  },
  "EXSTO-05": {
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
    }
  },
  "EXSTO-06": {
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
    }
  },
  "EXSTO-07": {
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
    }
  },
  "EXSTO-08": {
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
    }
  },
  "EXSTO-09": {
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
    }
  },
  "EXSTO-10": {
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
    }
  },
  "EXSTO-11": {
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
    }
  },
  "EXSTO-13": {
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
    }
  },
  "EXSTO-14": {
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
    }
  },
  "EXSTO-16": {
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
    }
  },
  "EXSTO-17": {
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
    }
  },
  "EXSTO-18": {
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
    }
  },
  "EXSTO-19": {
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
    }
  },
  "EXSTO-20": {
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
    }
  },
  "EXSTO-23": {
    "rationale": "Standard disks give no lasting promise about latency. Exchange needs steady, low write latency for its transaction logs; where it is missing, databases fail over and mail queues up.",
    "decided": "From the SKU of each disk that holds Exchange data. Where nothing tells what a disk of an Exchange server holds, it counts; a server without data disks keeps its data on the OS disk. A disk without a SKU of its own, for instance one from an image, stays undecided. Exchange SE is held to the text for 2019, whose requirements it keeps.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  name                 = \"ex01-db\"\n  storage_account_type = \"StandardSSD_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 1024\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db.id\n  lun                = 0\n  caching            = \"None\"\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"2019\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  name                 = \"ex01-db\"\n  storage_account_type = \"Premium_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 1024\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db.id\n  lun                = 0\n  caching            = \"None\"\n}\n"
      }
    }
  },
  "EXSTO-24": {
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
    }
  },
  "EXSTO-40": {
    "rationale": "These disks differ from Premium SSD in more than speed: they cannot be OS disks, have no host caching, show native 4 KB sectors unless told otherwise, and Site Recovery limits them.",
    "decided": "From the SKU of each disk that holds Exchange data. That they are not standard disks is what EXSTO-23 judges.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  name                 = \"ex01-db\"\n  storage_account_type = \"PremiumV2_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 1024\n  zone                 = \"1\"\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db.id\n  lun                = 0\n  caching            = \"None\"\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  name                 = \"ex01-db\"\n  storage_account_type = \"Premium_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 1024\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db.id\n  lun                = 0\n  caching            = \"None\"\n}\n"
      }
    }
  },
  "EXSTO-41": {
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
    }
  },
  "EXSTO-42": {
    "rationale": "An Exchange server keeps its binaries, its transport queue and by default its databases on the OS disk. Mail in the queue is lost with it, and the server has to be built again.",
    "decided": "From diff_disk_settings of the OS disk. That a size has a temporary disk is no violation; what Exchange puts on it, templates do not tell.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16ds_v5\"\n  os_disk {\n    caching              = \"ReadOnly\"\n    storage_account_type = \"Standard_LRS\"\n    diff_disk_settings {\n      option = \"Local\"\n    }\n  }\n\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16ds_v5\"\n  os_disk {\n    caching              = \"ReadWrite\"\n    storage_account_type = \"Premium_LRS\"\n  }\n\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n"
      }
    }
  },
  "EXSTO-43": {
    "rationale": "Exchange orders its writes and counts them as done when the disk says so. A write cache on the host answers earlier, and what it still holds is lost with the host.",
    "decided": "From the caching of the attachment, of the inline disk or of the OS disk when that holds the data. A data disk that states none has no write cache, whichever default the platform takes.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  name                 = \"ex01-db\"\n  storage_account_type = \"Premium_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 1024\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db.id\n  lun                = 0\n  caching            = \"ReadWrite\"\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  name                 = \"ex01-db\"\n  storage_account_type = \"Premium_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 1024\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db.id\n  lun                = 0\n  caching            = \"None\"\n}\n"
      }
    }
  },
  "EXSTO-44": {
    "rationale": "Azure no longer runs machines on unmanaged disks, and disks of several servers in one storage account fail together.",
    "decided": "From vhd_uri of the legacy resource and vhd.uri in ARM and Bicep.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_virtual_machine\" \"ex01\" {\n  name                  = \"ex01\"\n  location              = \"westeurope\"\n  vm_size               = \"Standard_E16s_v3\"\n  network_interface_ids = []\n  tags                  = { exchange-version = \"2016\", exchange-role = \"mailbox\" }\n\n  storage_os_disk {\n    name          = \"ex01-os\"\n    create_option = \"FromImage\"\n    vhd_uri       = \"https://exchangevhds.blob.core.windows.net/vhds/ex01-os.vhd\"\n  }\n\n  os_profile_windows_config {}\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_virtual_machine\" \"ex01\" {\n  name                  = \"ex01\"\n  location              = \"westeurope\"\n  vm_size               = \"Standard_E16s_v3\"\n  network_interface_ids = []\n  tags                  = { exchange-version = \"2016\", exchange-role = \"mailbox\" }\n\n  storage_os_disk {\n    name              = \"ex01-os\"\n    create_option     = \"FromImage\"\n    managed_disk_type = \"Premium_LRS\"\n  }\n\n  os_profile_windows_config {}\n}\n"
      }
    }
  },
  "EXSTO-45": {
    "rationale": "The network of the machine carries the I/O of an Elastic SAN volume, and no Microsoft text says how Exchange behaves on it.",
    "decided": "A volume of Elastic SAN in the deployment raises the question, and usesIscsi in exvet.yaml answers it: templates do not tell which machine connects to a volume.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_elastic_san_volume\" \"db\" {\n  name            = \"ex01-db\"\n  volume_group_id = \"/subscriptions/0/resourceGroups/rg/providers/Microsoft.ElasticSan/elasticSans/san01/volumeGroups/exchange\"\n  size_in_gib     = 2048\n}\n",
        "config": "version: 1\nservers:\n  - match: \"azurerm_windows_virtual_machine.ex01\"\n    usesIscsi: true\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_elastic_san_volume\" \"db\" {\n  name            = \"ex01-db\"\n  volume_group_id = \"/subscriptions/0/resourceGroups/rg/providers/Microsoft.ElasticSan/elasticSans/san01/volumeGroups/exchange\"\n  size_in_gib     = 2048\n}\n",
        "config": "version: 1\nservers:\n  - match: \"azurerm_windows_virtual_machine.ex01\"\n    usesIscsi: false\n"
      }
    }
  },
  "EXSTO-46": {
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
    }
  },
  "EXSTO-48": {
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
    }
  },
  "EXSTO-49": {
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
    }
  },
  "EXSTO-50": {
    "rationale": "After the next power-off the disk is as it was before. Databases, logs and the cluster's own notes then contradict each other and the rest of the organisation.",
    "decided": "From disk_mode of each disk, which is persistent by default. An independent persistent disk only stays out of snapshots. The rule carries the ban of undo disks over to vSphere.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  disk {\n    label = \"os\"\n    size  = 200\n  }\n\n  disk {\n    label       = \"db01\"\n    unit_number = 1\n    size        = 1000\n    disk_mode   = \"independent_nonpersistent\"\n  }\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"vsphere_virtual_machine\" \"ex01\" {\n  name     = \"ex01\"\n  guest_id = \"windows2019srvNext_64Guest\"\n  num_cpus = 8\n  memory   = 131072\n\n  disk {\n    label = \"os\"\n    size  = 200\n  }\n\n  disk {\n    label       = \"db01\"\n    unit_number = 1\n    size        = 1000\n    disk_mode   = \"independent_persistent\"\n  }\n}\n"
      }
    }
  },
  "EXSTO-51": {
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
    }
  },
  "EXSTO-52": {
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
    }
  },
  "EXSTO-53": {
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
    }
  },
  "EXSTO-56": {
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
    }
  },
  "EXSTO-57": {
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
    }
  },
  "EXSTO-60": {
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
    }
  },
  "EXSTO-61": {
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
    }
  },
  "EXSTO-62": {
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
    }
  },
  "EXSTO-63": {
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
    }
  },
  "EXSTO-64": {
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
    }
  },
  "EXSTO-67": {
    "rationale": "The other members of a DAG and Active Directory know nothing of the step back in time. The copy diverges, and mail is lost or delivered twice.",
    "decided": "From create_option (creationData.createOption) of the disk. Exchange data that is only assumed is said to be.",
    "examples": {
      "bad": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  name                 = \"ex01-db\"\n  storage_account_type = \"Premium_LRS\"\n  create_option        = \"Copy\"\n  disk_size_gb         = 1024\n  source_resource_id   = \"/subscriptions/0/resourceGroups/rg/providers/Microsoft.Compute/snapshots/ex01-db-before-cu\"\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db.id\n  lun                = 0\n  caching            = \"None\"\n}\n"
      },
      "good": {
        "language": "terraform",
        "text": "resource \"azurerm_windows_virtual_machine\" \"ex01\" {\n  name = \"ex01\"\n  size = \"Standard_E16s_v5\"\n  tags = { exchange-version = \"SE\", exchange-role = \"mailbox\" }\n}\n\nresource \"azurerm_managed_disk\" \"db\" {\n  name                 = \"ex01-db\"\n  storage_account_type = \"Premium_LRS\"\n  create_option        = \"Empty\"\n  disk_size_gb         = 1024\n}\n\nresource \"azurerm_virtual_machine_data_disk_attachment\" \"db\" {\n  virtual_machine_id = azurerm_windows_virtual_machine.ex01.id\n  managed_disk_id    = azurerm_managed_disk.db.id\n  lun                = 0\n  caching            = \"None\"\n}\n"
      }
    }
  }
};
