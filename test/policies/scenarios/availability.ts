import { bool, dag, estate, on } from '../../support/estate.ts';
import { NOT_TOLD, type Scenarios } from './scenario.ts';

/** The policies of policies/availability.yaml. */
export const AVAILABILITY: Scenarios = {
  'EXHA-23': {
    violates: platform => estate([], [dag([on(platform), on(platform)], { membersSeparated: bool(false) })]),
    undecided: platform => estate([], [dag([on(platform), on(platform)], { membersSeparated: NOT_TOLD })]),
  },
};
