import type { Disk, Host, Replication, ReplicationDirection, Server } from '../../../src/estate/model.ts';
import type { Value } from '../../../src/value/value.ts';
import { disk, estate, number, on, osDisk, replication, text } from '../../support/estate.ts';

/** What an estate with one replication is made of. */
export interface Parts {
  /** Facts of the replication. */
  readonly facts?: Partial<Replication['facts']>;
  /** What exvet.yaml states. */
  readonly stated?: Readonly<Record<string, Value>>;
  /** The machine that is replicated, beside its disks. */
  readonly source?: Partial<Server>;
  /** Its disks, before and after a failover. */
  readonly disks?: readonly Disk[];
  readonly after?: Partial<Server>;
  readonly hosts?: readonly Host[];
  readonly together?: number;
}

export const ACROSS_AZURE = 'azure-to-azure';

export const FROM_HYPER_V = 'hyper-v-to-azure';

/** An estate whose one replication goes this way. */
export const from = (direction: ReplicationDirection, parts: Parts = {}) => {
  const { facts = {}, stated = {}, source, disks = [disk()], after, hosts = [], together = 1 } = parts;
  const declared = new Map(Object.entries(stated));
  return {
    ...estate([]),
    replications: [
      replication({
        direction: text(direction),
        server: on('asr', { disks, declared, ...after }),
        source: on(direction === ACROSS_AZURE ? 'azure' : 'hyper-v', {
          generation: number(2),
          disks,
          ...source,
        }),
        hosts,
        together,
        facts,
      }),
    ],
  };
};

/** A data or OS disk of a size in GiB. */
export const sized = (gib: number, isOs = false) => (isOs ? osDisk : disk)({ sizeGib: number(gib) });

/** A disk about which exvet.yaml states facts. */
export const stating = (facts: Readonly<Record<string, Value>>, more: Partial<Disk> = {}) =>
  disk({ ...more, declared: new Map(Object.entries(facts)) });

/** A disk on which so many MB/s change, and its size in GiB. */
export const churning = (churn: number, gib: number) =>
  stating({ churn: number(churn) }, { sizeGib: number(gib) });
