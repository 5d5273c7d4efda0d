import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { POLICY_SCHEMA } from '../../src/policy/policy-schema.ts';
import { readConfig } from '../../src/session/config.ts';
import { CONFIG_SCHEMA } from '../../src/session/config-schema.ts';
import type { Diagnostic } from '../../src/source/diagnostic.ts';
import { locationOf, textOf } from '../../src/source/range.ts';
import { memoryTree } from '../support/memory-tree.ts';

const read = (text: string, path = 'exvet.yaml') => readConfig(memoryTree({ [path]: text }), path);

async function mistakesIn(text: string): Promise<string[]> {
  const answer = await read(text);
  assert.ok(Array.isArray(answer), 'the configuration was accepted');
  return (answer as Diagnostic[]).map(item => {
    const place = item.range === undefined ? '' : locationOf(item.range);
    return place === '' ? item.message : `${place.startLine}:${place.startColumn} ${item.message}`;
  });
}

describe('the schemas of what people write', () => {
  it('are valid themselves', () => {
    for (const schema of [CONFIG_SCHEMA, POLICY_SCHEMA]) {
      assert.ok(new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(schema));
    }
  });
});

describe('exvet.yaml', () => {
  it('gives paths and globs relative to the tree, wherever the file stands', async () => {
    const config = await read(
      `version: 1
include: ["infra/**"]
terraform: { varFiles: [prod.tfvars] }
deployments:
  - template: main.json
    parameters: [../prod.parameters.json]
`,
      'deploy/exvet.yaml',
    );
    assert.ok(!Array.isArray(config) && 'include' in config);
    assert.deepEqual(config.include, ['deploy/infra/**']);
    assert.deepEqual(config.terraform.varFiles, ['deploy/prod.tfvars']);
    assert.equal(config.deployments[0]?.template.value, 'deploy/main.json');
    assert.deepEqual(config.deployments[0]?.parameters, ['prod.parameters.json']);
  });

  it('gives the folder of resource types relative to the tree, and where it is named', async () => {
    const config = await read('version: 1\ntypes: ../azure/types\n', 'deploy/exvet.yaml');
    assert.ok(!Array.isArray(config) && 'include' in config && config.types !== undefined);
    assert.equal(config.types.value, 'azure/types');
    assert.equal(textOf(config.types.range), '../azure/types');
    assert.deepEqual(await mistakesIn('version: 1\ntypes: ""\n').then(found => found.length), 1);
  });

  it('takes a version written as a number, and `off` for a rule', async () => {
    const config = await read(`version: 1
servers:
  - match: "**.mbx*"
    exchange: 2019
    dag: null
    disks:
      - { match: { lun: [0, 1] }, holds: [database] }
rules: { EXHA-23: off }
`);
    assert.ok(!Array.isArray(config) && 'include' in config);
    const [server] = config.declarations.servers;
    assert.equal(server?.exchange?.value, '2019');
    assert.equal(server?.dag?.value, null);
    assert.deepEqual(server?.disks[0]?.slots, [0, 1]);
    assert.deepEqual(server?.disks[0]?.holds?.value, ['database']);
    assert.deepEqual(
      config.rules.map(({ rule, level }) => [rule.value, level]),
      [['EXHA-23', 'off']],
    );
  });

  it('names a misspelt setting at its own place, with what was probably meant', async () => {
    assert.deepEqual(await mistakesIn('version: 1\nsuppresions: []\n'), [
      "2:1 There is no setting 'suppresions' in the file. Did you mean 'suppressions'?",
    ]);
    assert.deepEqual(await mistakesIn('version: 1\nservers:\n  - match: a\n    exchnage: SE\n'), [
      "4:5 There is no setting 'exchnage' in 'servers.0'. Did you mean 'exchange'?",
    ]);
  });

  it('names a value that is not allowed', async () => {
    assert.deepEqual(await mistakesIn('version: 1\nservers:\n  - match: a\n    exchange: "2018"\n'), [
      "4:15 'servers.0.exchange' is '2018', but must be one of 5.5, 2000, 2003, 2007, 2010, 2013, 2016, 2019, SE, none.",
    ]);
    assert.deepEqual(await mistakesIn('version: 1\nstrict: "yes"\n'), [
      "2:9 'strict' must be of type boolean.",
    ]);
  });

  it('wants a reason for every suppression', async () => {
    assert.deepEqual(await mistakesIn('version: 1\nsuppressions:\n  - { rule: EXNET-01, match: "**" }\n'), [
      "3:5 'reason' is missing in 'suppressions.0'.",
    ]);
  });

  it('reports broken YAML with its place', async () => {
    const [mistake] = await mistakesIn('version: 1\nrules: {\n');
    assert.match(mistake ?? '', /^\d+:\d+ /);
  });

  it('must not be empty', async () => {
    assert.deepEqual(await mistakesIn('# nothing\n'), [
      "1:1 The file is empty; it needs at least 'version: 1'.",
    ]);
  });
});
