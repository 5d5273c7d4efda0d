import assert from 'node:assert/strict';
import { findFunction, functionNames } from '../../src/arm/functions/index.ts';

/**
 * The function reference of ARM templates (Microsoft Learn, "ARM template functions"), by its pages, with
 * what the Bicep compiler knows besides, November 2026.
 */
const REFERENCE: Readonly<Record<string, string>> = {
  'Array functions': `array concat contains createArray empty first indexFromEnd indexOf intersection last
    lastIndexOf length max min range skip take tryGet tryIndexFromEnd union distinct flatten`,
  'CIDR functions': 'parseCidr cidrSubnet cidrHost',
  'Comparison functions': 'coalesce equals less lessOrEquals greater greaterOrEquals',
  'Date functions': 'dateTimeAdd dateTimeFromEpoch dateTimeToEpoch utcNow',
  'Deployment functions': 'deployer deployment environment parameters variables',
  'Lambda functions': 'filter groupBy map mapValues reduce sort toObject lambda lambdaVariables',
  'Logical functions': 'and bool false if not or true',
  'Numeric functions': 'add copyIndex div float int max min mod mul sub',
  'Object functions': `contains createObject empty intersection items json length null objectKeys shallowMerge
    union`,
  'Resource functions': `extensionResourceId list listKeys listSecrets listAccountSas listOutputsWithSecureValues
    pickZones providers reference references resourceId resourceInfo subscriptionResourceId
    managementGroupResourceId tenantResourceId roleDefinitions toLogicalZone toLogicalZones toPhysicalZone
    toPhysicalZones invokeResourceMethod`,
  'Scope functions': 'managementGroup resourceGroup subscription tenant',
  'String functions': `base64 base64ToJson base64ToString buildUri concat contains dataUri dataUriToString empty
    endsWith first format guid indexOf join json last lastIndexOf length newGuid padLeft parseUri replace skip
    split startsWith string substring take toLower toUpper trim uniqueString uri uriComponent
    uriComponentToString like`,
  'Of compiled Bicep': 'fail externalInputs extensions target',
};

describe('the template functions', () => {
  for (const [page, names] of Object.entries(REFERENCE)) {
    it(`are known, those of the page "${page}"`, () => {
      const missing = names.split(/\s+/).filter(name => findFunction(name) === undefined);
      assert.deepEqual(missing, []);
    });
  }

  it('are not more than the reference has', () => {
    const listed = new Set(Object.values(REFERENCE).flatMap(names => names.split(/\s+/)));
    assert.deepEqual(
      functionNames().filter(name => !listed.has(name)),
      [],
    );
  });

  it('are found in any case, and no others are', () => {
    assert.ok(findFunction('RESOURCEID') !== undefined);
    assert.equal(findFunction('nope'), undefined);
  });
});
