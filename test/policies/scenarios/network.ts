import { text } from '../../support/estate.ts';
import { NOT_TOLD, one, type Scenarios } from './scenario.ts';

/** The policies of policies/network.yaml. */
export const NETWORK: Scenarios = {
  'EXNET-01': {
    violates: platform =>
      one(platform, { mailFlow: { smtpToInternet: text('open'), decidedBy: 'no network security group' } }),
    undecided: platform =>
      one(platform, { mailFlow: { smtpToInternet: NOT_TOLD, decidedBy: 'an unknown rule' } }),
  },
};
