import { type Scenarios } from './scenario.ts';

/** The policies of policies/hosts.yaml. */
export const HOSTS: Scenarios = {};
