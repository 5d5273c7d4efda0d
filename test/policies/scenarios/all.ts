import { AVAILABILITY } from './availability.ts';
import { AZURE } from './azure.ts';
import { HOSTS } from './hosts.ts';
import { MEMORY } from './memory.ts';
import { NETWORK } from './network.ts';
import { PLATFORM } from './platform.ts';
import { PROCESSORS } from './processors.ts';
import { REPLICATION } from './replication.ts';
import type { Scenarios } from './scenario.ts';
import { SIZING } from './sizing.ts';
import { SNAPSHOTS } from './snapshots.ts';
import { STORAGE } from './storage.ts';

/** For every built-in policy, by its id. */
export const SCENARIOS: Scenarios = {
  ...AVAILABILITY,
  ...AZURE,
  ...HOSTS,
  ...MEMORY,
  ...NETWORK,
  ...PLATFORM,
  ...PROCESSORS,
  ...REPLICATION,
  ...SIZING,
  ...SNAPSHOTS,
  ...STORAGE,
};
