import type { Placement, Platform, Server } from '../../../src/estate/model.ts';
import type { Value } from '../../../src/value/value.ts';
import { bool, dag, estate, number, on, text } from '../../support/estate.ts';
import { NOT_TOLD, one, type Scenarios, withDisk } from './scenario.ts';

const inSet = (platform: Platform, faultDomains: Value): Server => {
  const { placement } = on(platform);
  const availabilitySet = { id: text('avset'), faultDomains, managed: bool(true) };
  return on(platform, { placement: { ...placement, availabilitySet } });
};

const scaled = (scaleSet: Value): Placement => ({
  ...on('azure').placement,
  scaleSet,
  madeByScaleSet: bool(true),
});

/** The policies about what only Azure has, and about the architecture of processors, which Azure alone tells. */
export const AZURE: Scenarios = {
  'EXHA-24': {
    violates: platform => estate([], [dag([inSet(platform, number(1)), inSet(platform, number(1))])]),
    undecided: platform => estate([], [dag([inSet(platform, NOT_TOLD), inSet(platform, number(2))])]),
  },
  'EXHA-40': {
    violates: platform => one(platform, { placement: scaled(text('uniform')) }),
    undecided: platform => one(platform, { placement: scaled(NOT_TOLD) }),
  },
  'EXPLT-40': {
    violates: platform => one(platform, { architecture: text('arm64') }),
    undecided: platform => one(platform, { architecture: NOT_TOLD }),
  },
  'EXPLT-42': {
    violates: platform => one(platform, { managedDomainOnly: bool(true), declared: new Map() }),
    undecided: platform => one(platform, { managedDomainOnly: NOT_TOLD, declared: new Map() }),
  },
  'EXSIZ-02': {
    violates: platform => one(platform, { uncachedIops: number(3200) }),
    undecided: platform => one(platform, { uncachedIops: NOT_TOLD }),
  },
  'EXSIZ-22': {
    violates: platform => one(platform, { maxDataDisks: number(0) }),
    undecided: platform => one(platform, { maxDataDisks: NOT_TOLD }),
  },
  'EXSNP-23': {
    violates: platform => one(platform, { hasSnapshot: bool(true) }),
    undecided: platform => one(platform, { hasSnapshot: NOT_TOLD }),
  },
  'EXSNP-29': {
    violates: platform => one(platform, { state: { scheduledAction: text('hibernate') } }),
    undecided: platform => one(platform, { state: { scheduledAction: NOT_TOLD } }),
  },
  'EXSNP-30': {
    violates: platform => one(platform, { state: { spot: bool(true) } }),
    undecided: platform => one(platform, { state: { spot: NOT_TOLD } }),
  },
  'EXSTO-40': {
    violates: platform => withDisk(platform, { sku: text('PremiumV2_LRS'), tier: text('premium-v2') }),
    undecided: platform => withDisk(platform, { sku: NOT_TOLD, tier: NOT_TOLD }),
  },
  'EXSTO-42': {
    violates: platform => withDisk(platform, { isOs: true, ephemeral: bool(true) }),
    undecided: platform => withDisk(platform, { isOs: true, ephemeral: NOT_TOLD }),
  },
  'EXSTO-43': {
    violates: platform => withDisk(platform, { caching: text('read-write') }),
    undecided: platform => withDisk(platform, { caching: NOT_TOLD }),
  },
  'EXSTO-44': {
    violates: platform => withDisk(platform, { managed: bool(false) }),
    undecided: platform => withDisk(platform, { managed: NOT_TOLD }),
  },
  'EXSTO-45': {
    violates: platform =>
      one(platform, { elasticSan: bool(true), declared: new Map([['usesIscsi', bool(true)]]) }),
    undecided: platform => one(platform, { elasticSan: bool(true), declared: new Map() }),
    needs: /^exvet.yaml does not state servers\[\].usesIscsi for /,
  },
  'EXSTO-67': {
    violates: platform => withDisk(platform, { copied: bool(true) }),
    undecided: platform => withDisk(platform, { copied: NOT_TOLD }),
  },
};
