import type { Disk, Estate, Platform, Server } from '../../../src/estate/model.ts';
import { disk, estate, on, open } from '../../support/estate.ts';

/** Estates that decide a policy on one platform; everything else about them is in order. */
export interface Scenario {
  readonly violates: (platform: Platform) => Estate;
  /** Absent when what it asks is always known. */
  readonly undecided?: (platform: Platform) => Estate;
  /** What the undecided one needs, when it is not a variable's value. */
  readonly needs?: RegExp;
}

export type Scenarios = Readonly<Record<string, Scenario>>;

/** An estate of one server. */
export const one = (platform: Platform, more: Partial<Server> = {}): Estate => estate([on(platform, more)]);

/** An estate of one server with one disk. */
export const withDisk = (platform: Platform, more: Partial<Disk>): Estate =>
  one(platform, { disks: [disk(more)] });

export const NOT_TOLD = open('var.x has no value: set it in a .tfvars file or with --var');
