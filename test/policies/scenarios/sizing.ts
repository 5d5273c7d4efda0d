import { type Scenarios } from './scenario.ts';

/** The policies of policies/sizing.yaml. */
export const SIZING: Scenarios = {};
