import type { Resource } from '../value/resource.ts';
import type { Value } from '../value/value.ts';
import type { DeclaredValues, Recognition } from './model.ts';

export interface Disk {
  readonly address: string;
  readonly resource: Resource;
  /** A string. */
  readonly name: Value;
  readonly isOs: boolean;
  /** The slot: `lun 0`, `unit 2`, `os`. */
  readonly slot: string;
  readonly tags: ReadonlyMap<string, Value>;
  /** `Premium_LRS` and so on. A string. Azure. */
  readonly sku?: Value;
  /** `premium`, `premium-v2`, `ultra`, `standard`. A string. Azure. */
  readonly tier?: Value;
  /** GiB. A number. */
  readonly sizeGib: Value | undefined;
  /** `block`, or `file` for a share that the machine mounts. A string. */
  readonly presentation: Value;
  /** vSphere: `thin`, `thick-lazy`, `thick-eager`. Hyper-V: `fixed`, `dynamic`, `differencing`. A string. */
  readonly provisioning?: Value;
  /**
   * What the hypervisor stores the disk on: `block` (VMFS, vSAN, a cluster shared volume), `nas` (NFS) or `smb` (a
   * virtual disk file on an SMB share). A string.
   */
  readonly backing?: Value;
  /** `vhd`, `vhdx`, `vmdk`, `rdm`, `pass-through`. A string. */
  readonly format?: Value;
  /** The datastore or volume that it lies on, compared by identity. */
  readonly store?: Value;
  /** The address of the resource or data source of that datastore. */
  readonly storeAddress?: string;
  /** Where the virtual disk file lies, as written. A string. */
  readonly path?: Value;
  /** Azure: `none`, `read-only`, `read-write`. A string. */
  readonly caching?: Value;
  /** Azure: its contents are lost when the machine moves. A bool. */
  readonly ephemeral?: Value;
  /** Azure: a managed disk, and not a blob of a storage account. A bool. */
  readonly managed?: Value;
  /** Azure. A bool. */
  readonly writeAccelerator?: Value;
  /** It was made from a snapshot, a restore point or another disk. A bool. */
  readonly copied?: Value;
  /** A snapshot of this disk is declared. A bool; its origin is the snapshot. */
  readonly hasSnapshot?: Value;
  /** Azure: operations a second that it delivers, bursts left out. A number. */
  readonly iops?: Value;
  /** Azure: MB/s that it delivers, bursts left out. A number. */
  readonly throughputMbps?: Value;
  /** Several machines can attach it at once. A bool. */
  readonly shared?: Value;
  /** The physical sector type that the server sees: `512n`, `512e`, `4kn`. A string. */
  readonly sectors?: Value;
  /** vSphere: `persistent`, `independent_persistent`, `nonpersistent` and so on. A string. */
  readonly mode?: Value;
  /** `pvscsi`, `lsilogic`, `lsilogic-sas`, `buslogic`, `scsi`, `ide`, `sata`, `nvme`. A string. */
  readonly controller?: Value;
  /** The number of the controller. A number. */
  readonly controllerNumber?: Value;
  /** Azure VMware Solution: its datastore is a volume of Azure NetApp Files. A bool; absent when nothing tells so. */
  readonly netAppFiles?: Value;
  /** vSphere: the vSAN that it lies on removes duplicate blocks. A bool. */
  readonly deduplicated?: Value;
  /** Hyper-V: writes are cached though the disk says that they must not be. A bool. */
  readonly writeCacheForced?: Value;
  /** Hyper-V: the number of the host's disk that it passes through. A number. */
  readonly passThroughNumber?: Value;
  /** What exvet.yaml states about the datastore, volume or share that it lies on; set by `stores.ts`. */
  readonly storeDeclared?: DeclaredValues;
  /** Of an OS disk: that of another machine lies on the same datastore or volume. A bool; set by `stores.ts`. */
  readonly sharesStoreWithOtherOs?: Value;
  /** Set by `stores.ts` on the first Exchange disk of each datastore, volume or share, so that each is judged once. */
  readonly storeUse?: StoreUse;
  /** Set when it stands for a number of disks that is not known; unknown for that reason. */
  readonly several?: Value;
  /** Exchange only, set by `recognition.ts`. */
  readonly contents: DiskContents;
  /** What exvet.yaml states about it, by the name of the fact (`declared-facts.ts`). */
  readonly declared?: DeclaredValues;
}

/** How full a datastore, a volume or a share is going to be. */
export interface StoreUse {
  /** Its address, or its path. */
  readonly name: string;
  /** GiB. A number; unknown when exvet.yaml does not state it. */
  readonly capacityGib: Value;
  /** GiB that all virtual disks on it take when they are full, and the memory files of the machines on it. A number. */
  readonly needGib: Value;
  /** GiB of those disks and machines for which it is known. A number. */
  readonly leastNeedGib: Value;
}

/** What a disk of an Exchange server holds. */
export interface DiskContents {
  /** `os`, `database`, `log`, `transport`, `mcdb`, `pagefile`, `other`, `exchange` (which of them is not told). A string. */
  readonly role: Value;
  /** Databases, logs or transport queues. A bool. */
  readonly holdsExchangeData: Value;
  /** It is told to hold both databases and transaction logs. */
  readonly databasesAndLogs?: true;
  /** What an OS disk holds of Exchange where there is no other disk for it, in words: `transport queues`. */
  readonly besideSystem?: string;
  /** Nothing tells what the disk holds, so the policy's *all volumes* decides. */
  readonly assumed: boolean;
  /** Why it was assumed, and what, in a clause: `nothing tells what the disk holds, so …`. */
  readonly note?: string;
  /** What told it, where something did. */
  readonly toldBy?: Recognition;
}
