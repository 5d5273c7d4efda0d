import type { ExchangeVersion } from '../../../src/estate/exchange-versions.ts';
import type { Disk, Estate, Platform, Server } from '../../../src/estate/model.ts';
import { estate, on, text } from '../../support/estate.ts';

/**
 * Something that the versions of Exchange treat differently: one estate, judged as each version. What is found is told
 * as `EXSTO-03 error`; a version that is not named has no finding.
 */
export interface Topic {
  readonly about: string;
  /** The rules that share the topic. */
  readonly rules: readonly string[];
  readonly estate: (version: ExchangeVersion) => Estate;
  readonly found: Readonly<Partial<Record<ExchangeVersion, readonly string[]>>>;
}

export const versioned = (platform: Platform, version: ExchangeVersion, more: Partial<Server> = {}): Server =>
  on(platform, { exchangeVersion: text(version), ...more });

/** A server on Hyper-V with these disks. */
export const withDisks = (version: ExchangeVersion, ...disks: readonly Disk[]): Estate =>
  estate([versioned('hyper-v', version, { disks })]);
