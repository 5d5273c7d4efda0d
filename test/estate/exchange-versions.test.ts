import { deepEqual, equal } from 'node:assert/strict';
import { compareVersions, memoryFloor, supportEnds } from '../../src/estate/exchange-versions.ts';
import { valueToJson } from '../../src/value/json.ts';
import { listValue } from '../../src/value/make.ts';
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

describe('the order of versions', () => {
  it('has SE last', () =>
    deepEqual((['SE', '2013', '2019', '2007'] as const).toSorted(compareVersions), [
      '2007',
      '2013',
      '2019',
      'SE',
    ]));
});
