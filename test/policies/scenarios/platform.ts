import { open, text } from '../../support/estate.ts';
import { NOT_TOLD, one, type Scenarios } from './scenario.ts';

/** The policies of policies/platform.yaml. */
export const PLATFORM: Scenarios = {
  'EXPLT-11': {
    violates: platform => one(platform, { exchangeVersion: text('2007') }),
    undecided: platform => one(platform, { exchangeVersion: open('var.v has no value', ['2007', '2013']) }),
  },
  'EXPLT-36': {
    violates: platform => one(platform, { exchangeVersion: text('2016') }),
    undecided: platform => one(platform, { exchangeVersion: NOT_TOLD }),
  },
};
