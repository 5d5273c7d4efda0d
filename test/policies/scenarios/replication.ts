import { type Scenarios } from './scenario.ts';

/** The policies of policies/replication.yaml. */
export const REPLICATION: Scenarios = {};
