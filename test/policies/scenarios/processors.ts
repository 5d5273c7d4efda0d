import {
  bool,
  estate,
  host,
  number,
  on,
  open,
  statedOfHost,
  statedOfServer,
  text,
} from '../../support/estate.ts';
import { NOT_TOLD, one, type Scenarios } from './scenario.ts';

/** A host with one server of 16 processors. */
const hosted = (
  platform: Parameters<typeof on>[0],
  facts: Parameters<typeof statedOfHost>[0],
  version = 'SE',
) => {
  const server = on(platform, { exchangeVersion: text(version), vcpus: number(16) });
  return estate([], [], [host([server], { declared: statedOfHost(facts) })]);
};

/** The policies of policies/processors.yaml. */
export const PROCESSORS: Scenarios = {
  'EXCPU-01': {
    violates: platform => hosted(platform, { physicalCores: 7 }),
    undecided: platform => hosted(platform, { physicalCores: NOT_TOLD }),
  },
  'EXCPU-02': {
    violates: platform => hosted(platform, { physicalCores: 16 }),
    undecided: platform => hosted(platform, { physicalCores: NOT_TOLD }),
  },
  'EXCPU-03': {
    violates: platform => hosted(platform, { physicalCores: 7 }, '2007'),
    undecided: platform => hosted(platform, { physicalCores: NOT_TOLD }, '2007'),
  },
  'EXCPU-04': {
    violates: platform => hosted(platform, { physicalCores: 8 }),
    undecided: platform => hosted(platform, { physicalCores: NOT_TOLD }),
  },
  'EXCPU-05': {
    violates: platform => hosted(platform, { physicalCores: 9, hostVcpus: 4 }),
    undecided: platform => hosted(platform, { physicalCores: NOT_TOLD, hostVcpus: 4 }),
  },
  'EXCPU-07': {
    violates: platform => one(platform, { exchangeVersion: text('2003'), vcpus: number(2) }),
    undecided: platform => one(platform, { exchangeVersion: text('2003'), vcpus: NOT_TOLD }),
  },
  'EXCPU-08': {
    violates: platform => one(platform, { cpu: { controlsChanged: bool(true) } }),
    undecided: platform => one(platform, { cpu: { controlsChanged: NOT_TOLD } }),
  },
  'EXCPU-21': {
    violates: platform => one(platform, { vcpus: number(49) }),
    undecided: platform => one(platform, { vcpus: NOT_TOLD }),
  },
  'EXCPU-23': {
    violates: platform => one(platform, { vcpus: number(16), cpu: { hotAdd: bool(true) } }),
    undecided: platform => one(platform, { vcpus: number(16), cpu: { hotAdd: NOT_TOLD } }),
  },
  'EXCPU-24': {
    violates: platform => one(platform, { cpu: { limited: bool(true) } }),
    undecided: platform => one(platform, { cpu: { limited: NOT_TOLD } }),
  },
  'EXCPU-26': {
    violates: platform =>
      one(platform, {
        site: { mailboxVcpus: number(17) },
        declared: statedOfServer({ globalCatalogCores: 2 }),
      }),
    undecided: platform =>
      one(platform, { site: { mailboxVcpus: open('var.x has no value') }, declared: statedOfServer() }),
  },
  'EXCPU-27': {
    violates: platform => one(platform, { cpu: { nestedVirtualization: bool(true) } }),
    undecided: platform => one(platform, { cpu: { nestedVirtualization: NOT_TOLD } }),
  },
};
