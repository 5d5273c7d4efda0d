import assert from 'node:assert/strict';
import { bicepDiagnostic } from '../../src/bicep/index.ts';

describe('a Bicep file', () => {
  it('is reported as not analysed, with the command that makes the JSON', () => {
    assert.deepEqual(bicepDiagnostic('infra/main.bicep'), {
      code: 'bicep-unsupported',
      severity: 'warning',
      effect: 'unavailable',
      message:
        "'infra/main.bicep' was not analysed: Bicep is not evaluated yet. " +
        "Run 'bicep build main.bicep' and scan the JSON template that it writes.",
      path: 'infra/main.bicep',
    });
    assert.match(bicepDiagnostic('prod.bicepparam').message, /'bicep build-params prod\.bicepparam'/);
  });
});
