import { bool } from '../../support/estate.ts';
import { NOT_TOLD, one, type Scenarios } from './scenario.ts';

/** The policies of policies/snapshots.yaml. */
export const SNAPSHOTS: Scenarios = {
  'EXSNP-01': {
    violates: platform => one(platform, { hasSnapshot: bool(true) }),
    undecided: platform => one(platform, { hasSnapshot: NOT_TOLD }),
  },
  'EXSNP-22': {
    violates: platform => one(platform, { hibernationEnabled: bool(true) }),
    undecided: platform => one(platform, { hibernationEnabled: NOT_TOLD }),
  },
};
