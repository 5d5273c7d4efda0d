import { bool, number } from '../../support/estate.ts';
import { NOT_TOLD, one, type Scenarios } from './scenario.ts';

/** The policies of policies/processors.yaml. */
export const PROCESSORS: Scenarios = {
  'EXCPU-23': {
    violates: platform => one(platform, { vcpus: number(16), cpu: { hotAdd: bool(true) } }),
    undecided: platform => one(platform, { vcpus: number(16), cpu: { hotAdd: NOT_TOLD } }),
  },
  'EXCPU-27': {
    violates: platform => one(platform, { cpu: { nestedVirtualization: bool(true) } }),
    undecided: platform => one(platform, { cpu: { nestedVirtualization: NOT_TOLD } }),
  },
};
