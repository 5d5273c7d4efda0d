import assert from 'node:assert/strict';
import { deploy, outputsOf, remarksOf } from './support.ts';

const SERVERS = `{
  "site": "west",
  "servers": [
    { "name": "ex01", "role": "mailbox", "memory": 128, "disks": [{ "name": "db", "gib": 512 }, { "name": "log", "gib": 128 }] },
    { "name": "ex02", "role": "mailbox", "memory": 192, "disks": [{ "name": "db", "gib": 1024 }] },
    { "name": "edge01", "role": "edge", "memory": 64, "dag": null }
  ],
  "odd.name": { "it's": 1 }
}`;

/** What `loadJsonContent` gives for each path. */
const found = (paths: Readonly<Record<string, string>>) =>
  outputsOf(
    Object.entries(paths)
      .map(([name, path]) => `output ${name} object = loadJsonContent('servers.json', '${quoted(path)}')`)
      .join('\n'),
    { 'servers.json': SERVERS },
  );

const quoted = (path: string): string => path.replace(/[\\']/g, '\\$&');

const remarkOn = (path: string): string | undefined =>
  remarksOf(
    deploy({
      'main.bicep': `var x = loadJsonContent('servers.json', '${quoted(path)}')`,
      'servers.json': SERVERS,
    }),
  )[0];

describe('the path of loadJsonContent', () => {
  it('leads to one thing, with or without its root', () => {
    assert.deepEqual(
      found({
        whole: '$',
        plain: 'servers[1].name',
        rooted: '$.servers[1].name',
        dotted: '.servers[1].name',
        quotes: "$['odd.name']['it\\'s']",
        none: 'servers[2].dag',
      }),
      {
        whole: JSON.parse(SERVERS) as unknown,
        plain: 'ex02',
        rooted: 'ex02',
        dotted: 'ex02',
        quotes: 1,
        none: null,
      },
    );
  });

  it('gives an array when it finds several', () => {
    assert.deepEqual(
      found({
        elements: 'servers[*].name',
        properties: "servers[0]['role', 'name']",
        positions: 'servers[0, 2].name',
        all: 'servers[2].*',
        one: 'servers[*].dag',
      }),
      {
        elements: ['ex01', 'ex02', 'edge01'],
        properties: ['mailbox', 'ex01'],
        positions: ['ex01', 'edge01'],
        all: ['edge01', 'edge', 64, null],
        one: null,
      },
    );
  });

  it('cuts slices, whose bounds may count from the end', () => {
    assert.deepEqual(
      found({
        start: 'servers[1:].name',
        end: 'servers[:2].name',
        last: 'servers[-1:].name',
        steps: 'servers[::2].name',
        back: 'servers[::-1].name',
        most: 'servers[0:99:1].name',
      }),
      {
        start: ['ex02', 'edge01'],
        end: ['ex01', 'ex02'],
        last: 'edge01',
        steps: ['ex01', 'edge01'],
        back: ['edge01', 'ex02', 'ex01'],
        most: ['ex01', 'ex02', 'edge01'],
      },
    );
  });

  it('looks at every depth after two dots, outer things before inner ones', () => {
    assert.deepEqual(found({ sizes: '$..gib', disks: 'servers[0]..name', within: 'servers[1].disks..*' }), {
      sizes: [512, 128, 1024],
      disks: ['ex01', 'db', 'log'],
      within: [[{ name: 'db', gib: 1024 }], { name: 'db', gib: 1024 }, 'db', 1024],
    });
  });

  it('filters by what the elements hold', () => {
    assert.deepEqual(
      found({
        equal: "servers[?(@.role == 'edge')].name",
        unequal: "servers[?(@.role != 'edge')].name",
        more: 'servers[?(@.memory >= 128)].name',
        has: 'servers[?(@.disks)].name',
        inner: 'servers[?(@.disks[*].gib > 600)].name',
        missing: 'servers[?(@.dag == null)].name',
        deep: "$..[?(@.name == 'log')].gib",
        root: "servers[?(@.name != $.site && @['memory'] < 100)].name",
      }),
      {
        equal: 'edge01',
        unequal: ['ex01', 'ex02'],
        more: ['ex01', 'ex02'],
        has: ['ex01', 'ex02'],
        inner: 'ex02',
        missing: 'edge01',
        deep: 128,
        root: 'edge01',
      },
    );
  });

  it('joins conditions from the right, as the library does that the compiler uses', () => {
    // ex01 is a mailbox server; `&&` first would also find edge01.
    assert.deepEqual(
      found({
        joined: "servers[?(@.role == 'mailbox' && @.memory == 128 || @.memory == 64)].name",
        either: "servers[?(@.memory == 64 || @.role == 'mailbox' && @.memory == 192)].name",
      }),
      { joined: 'ex01', either: ['ex02', 'edge01'] },
    );
  });

  it('is reported when it is none, finds nothing, or has a regular expression', () => {
    assert.equal(remarkOn('$.'), "main.bicep:1:41 bicep-reference: '$.' is no JSON path.");
    assert.equal(
      remarkOn('servers[?(@.name'),
      "main.bicep:1:41 bicep-reference: 'servers[?(@.name' is no JSON path.",
    );
    assert.equal(
      remarkOn('servers[::0]'),
      "main.bicep:1:41 bicep-reference: 'servers[::0]' is no JSON path.",
    );
    assert.equal(
      remarkOn('servers[7].name'),
      "main.bicep:1:41 bicep-reference: 'servers.json' has nothing at 'servers[7].name'.",
    );
    assert.equal(
      remarkOn('servers[?(@.name =~ /^ex/)]'),
      "main.bicep:1:41 bicep-unsupported: 'servers[?(@.name =~ /^ex/)]' has a regular expression, which is not evaluated.",
    );
  });

  it('does not multiply what it finds without bound', () => {
    assert.equal(
      remarkOn(`$${'..*'.repeat(80)}`),
      `main.bicep:1:41 limit-exceeded: '$${'..*'.repeat(80)}' looks at too much of 'servers.json'.`,
    );
  });

  it('leads through YAML in the same way', () => {
    assert.deepEqual(
      outputsOf("output names array = loadYamlContent('servers.yaml', '$.servers[?(@.gib > 1)].name')", {
        'servers.yaml':
          'servers:\n  - { name: a, gib: 1 }\n  - { name: b, gib: 2 }\n  - { name: c, gib: 3 }\n',
      }),
      { names: ['b', 'c'] },
    );
  });
});
