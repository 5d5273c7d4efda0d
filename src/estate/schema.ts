import type { JudgedKind, SubjectSchema } from './fact.ts';
import { DAG_FACTS } from './facts/dag.ts';
import { DISK_FACTS } from './facts/disk.ts';
import { CLUSTER_FACTS, HOST_FACTS } from './facts/host.ts';
import { NETWORK_FACTS } from './facts/network.ts';
import { REPLICATION_FACTS } from './facts/replication.ts';
import { SERVER_FACTS } from './facts/server.ts';

/**
 * The facts of the estate that policies can use, one row a fact: what policies are type-checked against,
 * what is read when they are judged, and what `exvet schema estate` prints.
 */
export const ESTATE_SCHEMA: Readonly<Record<JudgedKind, SubjectSchema>> = {
  server: SERVER_FACTS,
  disk: DISK_FACTS,
  dag: DAG_FACTS,
  network: NETWORK_FACTS,
  host: HOST_FACTS,
  cluster: CLUSTER_FACTS,
  replication: REPLICATION_FACTS,
};
