import { bool, dag, estate, on, server, text } from '../../support/estate.ts';
import { NOT_TOLD, one, type Scenarios } from './scenario.ts';

/** The policies of policies/availability.yaml. */
export const AVAILABILITY: Scenarios = {
  'EXHA-23': {
    violates: platform => estate([], [dag([on(platform), on(platform)], { membersSeparated: bool(false) })]),
    undecided: platform => estate([], [dag([on(platform), on(platform)], { membersSeparated: NOT_TOLD })]),
  },
  'EXHA-39': {
    violates: platform =>
      one(platform, { placement: { ...server().placement, restartPriority: text('disabled') } }),
    undecided: platform => one(platform, { placement: { ...server().placement, restartPriority: NOT_TOLD } }),
  },
};
