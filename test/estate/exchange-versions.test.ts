import { deepEqual, equal } from 'node:assert/strict';
import {
  compareVersions,
  memoryCeilingMib,
  memoryFloor,
  pageFileGib,
  supportEnds,
} from '../../src/estate/exchange-versions.ts';
import { valueToJson } from '../../src/value/json.ts';
import { listValue, numberValue } from '../../src/value/make.ts';
import { somewhere, string, unknownInput } from '../support/values.ts';

const roles = (...names: readonly string[]) => listValue(names.map(string), somewhere);

describe('the end of support', () => {
  const ends = [
    ['2003', '2014-04-08'],
    ['2007', '2017-04-11'],
    ['2010', '2020-10-13'],
    ['2013', '2023-04-11'],
    ['2016', '2025-10-14'],
    ['2019', '2025-10-14'],
    ['SE', '2035-12-31'],
  ] as const;
  for (const [version, date] of ends) {
    it(`of ${version}`, () => deepEqual(valueToJson(supportEnds(string(version))), date));
  }
  it('is unknown with the version', () =>
    deepEqual(valueToJson(supportEnds(unknownInput('var.v'))), { $unknown: 'var.v has no value' }));
});

describe('the least memory that Microsoft names', () => {
  const floors = [
    ['2013', ['mailbox'], 8192, true],
    ['2013', ['mailbox', 'cas'], 8192, true],
    ['2013', ['cas'], 4096, true],
    ['2013', ['edge'], 4096, true],
    ['2016', ['mailbox'], 8192, true],
    ['2016', ['edge'], 4096, true],
    // Of roles that nothing tells, and of several, the most demanding counts.
    ['2016', [], 8192, true],
    ['2016', ['edge', 'um'], 8192, true],
    ['2019', ['mailbox'], 131_072, false],
    ['2019', ['edge'], 65_536, false],
    ['SE', ['mailbox'], 131_072, false],
    ['SE', ['edge'], 65_536, false],
  ] as const;
  for (const [version, names, mib, isMinimum] of floors) {
    it(`for ${version} ${names.join(' and ')}`, () => {
      const floor = memoryFloor(string(version), roles(...names));
      deepEqual(floor && [valueToJson(floor.sizeMib), valueToJson(floor.isMinimum)], [mib, isMinimum]);
    });
  }
  it('is none for 2010', () => equal(memoryFloor(string('2010'), roles('mailbox')), undefined));
  it('is unknown with the version', () =>
    equal(memoryFloor(unknownInput('var.v'), roles('mailbox'))?.sizeMib.kind, 'unknown'));
});

describe('the most memory that Microsoft recommends', () => {
  for (const [version, mib] of [
    ['2013', 98_304],
    ['2016', 196_608],
    ['2019', 262_144],
    ['SE', 262_144],
  ] as const) {
    it(`for ${version}`, () => {
      const ceiling = memoryCeilingMib(string(version));
      equal(ceiling && valueToJson(ceiling), mib);
    });
  }
  it('is none for 2010', () => equal(memoryCeilingMib(string('2010')), undefined));
  it('is unknown with the version', () => equal(memoryCeilingMib(unknownInput('var.v'))?.kind, 'unknown'));
});

describe('the page file that Microsoft asks for', () => {
  for (const [version, memoryMib, gib] of [
    // The memory and 10 MB, as long as that is no more than 32,778 MB.
    ['2013', 8192, 8202 / 1024],
    ['2016', 32_768, 32_778 / 1024],
    ['2016', 131_072, 32_778 / 1024],
    ['2019', 131_072, 32],
    ['SE', 262_144, 64],
  ] as const) {
    it(`with ${version} and ${memoryMib} MiB of memory`, () => {
      const size = pageFileGib(string(version), numberValue(memoryMib, somewhere));
      equal(size && valueToJson(size), gib);
    });
  }
  it('is none for 2010', () => equal(pageFileGib(string('2010'), numberValue(8192, somewhere)), undefined));
  it('is unknown with the memory', () =>
    equal(pageFileGib(string('2019'), unknownInput('var.memory'))?.kind, 'unknown'));
});

describe('the order of versions', () => {
  it('has SE last', () =>
    deepEqual((['SE', '2013', '2019', '2007'] as const).toSorted(compareVersions), [
      '2007',
      '2013',
      '2019',
      'SE',
    ]));
});
