import { type Scenarios } from './scenario.ts';

/** The policies of policies/processors.yaml. */
export const PROCESSORS: Scenarios = {};
