import type { NetworkInterface } from '../../../src/estate/model.ts';
import type { Value } from '../../../src/value/value.ts';
import { resource, text } from '../../support/estate.ts';
import { NOT_TOLD, one, type Scenarios } from './scenario.ts';

/** An interface with an adapter of a type. */
const withAdapter = (adapter: Value): NetworkInterface => ({
  address: 'vsphere_virtual_machine.ex01.network_interface[0]',
  resource: resource('vsphere_virtual_machine.ex01'),
  name: text('network interface 0'),
  addressAllocation: text('static'),
  adapter,
});

/** The policies of policies/network.yaml. */
export const NETWORK: Scenarios = {
  'EXNET-01': {
    violates: platform =>
      one(platform, { mailFlow: { smtpToInternet: text('open'), decidedBy: 'no network security group' } }),
    undecided: platform =>
      one(platform, { mailFlow: { smtpToInternet: NOT_TOLD, decidedBy: 'an unknown rule' } }),
  },
  'EXNET-27': {
    violates: platform => one(platform, { networkInterfaces: [withAdapter(text('e1000e'))] }),
    undecided: platform => one(platform, { networkInterfaces: [withAdapter(NOT_TOLD)] }),
  },
};
