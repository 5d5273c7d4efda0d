import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { BUILTIN_POLICIES } from '../../src/policy/builtin.ts';
import { loadPolicies } from '../../src/policy/load.ts';
import { POLICY_SCHEMA } from '../../src/policy/policy-schema.ts';
import { withTexts } from '../../src/policy/policy-texts.ts';
import { SourceFile } from '../../src/source/file.ts';
import { locationOf, textOf } from '../../src/source/range.ts';

const GOOD = `id: CORP-1
title: Data disks are large enough
severity: warning
subject: disk
require: disk.isOs || disk.sizeGib >= 512
evidence: disk.sizeGib
message: "{disk.name} has {disk.sizeGib} GiB."
remedy: Make it larger.
`;

const load = (text: string, taken: readonly string[] = []) =>
  loadPolicies([new SourceFile('policies/company.yaml', text)], taken);

/** The message, and the place as `line:column text`. */
async function mistakes(text: string): Promise<string[]> {
  const { policies, diagnostics } = await load(text);
  assert.deepEqual(policies, []);
  return diagnostics.map(({ code, message, range }) => {
    assert.equal(code, 'policy-invalid');
    assert.ok(range !== undefined);
    const { startLine, startColumn } = locationOf(range);
    return `${startLine}:${startColumn} ${textOf(range).trim()}: ${message}`;
  });
}

describe("a user's policy", () => {
  it('is taken as it is written', async () => {
    const { policies, diagnostics } = await load(GOOD);
    assert.deepEqual(diagnostics, []);
    assert.deepEqual(policies, [
      {
        id: 'CORP-1',
        title: 'Data disks are large enough',
        severity: 'warning',
        subject: 'disk',
        require: 'disk.isOs || disk.sizeGib >= 512',
        evidence: 'disk.sizeGib',
        message: '{disk.name} has {disk.sizeGib} GiB.',
        remedy: 'Make it larger.',
      },
    ]);
  });

  it('may stand in one file with others; a wrong one does not take the others along', async () => {
    const wrong = GOOD.replace('CORP-1', 'CORP-2').replace('severity: warning', 'severity: fatal');
    const { policies, diagnostics } = await load(
      `${GOOD}---\n${wrong}---\n${GOOD.replace('CORP-1', 'CORP-3')}---\n`,
    );
    assert.deepEqual(
      policies.map(policy => policy.id),
      ['CORP-1', 'CORP-3'],
    );
    assert.deepEqual(
      diagnostics.map(({ range }) => range && [locationOf(range).startLine, textOf(range)]),
      [[12, 'fatal']],
    );
  });

  it('is rejected at a misspelt fact in a condition', async () => {
    assert.deepEqual(await mistakes(GOOD.replace('disk.sizeGib >=', 'disk.sizeGb >=')), [
      "5:28 sizeGb: There is no fact 'sizeGb' here. Did you mean 'sizeGib'?",
    ]);
    const quoted = GOOD.replace(
      'disk.isOs || disk.sizeGib >= 512',
      '"disk.server.disks.exists(d, d.siz > 1)"',
    );
    assert.deepEqual(await mistakes(quoted), ["5:41 siz: There is no fact 'siz' here. Did you mean 'size'?"]);
  });

  it('is rejected at a type error, a syntax error and a condition that is none', async () => {
    assert.deepEqual(await mistakes(GOOD.replace('>= 512', ">= 'a'")), [
      "5:23 disk.sizeGib >= 'a': no such overload: double >= string.",
    ]);
    assert.deepEqual(await mistakes(GOOD.replace('>= 512', '>=')), ['5:38 : Unexpected token: EOF.']);
    assert.deepEqual(await mistakes(GOOD.replace('disk.isOs || disk.sizeGib >= 512', 'disk.sizeGib')), [
      '5:10 disk.sizeGib: A condition must be true or false, but this is of type double.',
    ]);
  });

  it('is rejected at a text that a fact can never be', async () => {
    const requiring = (condition: string) =>
      GOOD.replace('disk.isOs || disk.sizeGib >= 512', JSON.stringify(condition));
    const message =
      "'premuim' is none of premium, premium-v2, ultra, standard, which tier can be. Did you mean 'premium'?";
    for (const condition of [
      "disk.isOs || disk.tier == 'premuim'",
      "!('premuim' != disk.tier)",
      "disk.tier in ['ultra', 'premuim']",
      "disk.server.disks.all(d, d.tier == 'premuim')",
    ]) {
      assert.deepEqual(await mistakes(requiring(condition)), [
        `5:${11 + condition.indexOf("'premuim'")} 'premuim': ${message}`,
      ]);
    }
    assert.equal(
      (await load(requiring("disk.sku == 'whatever' || disk.tier == 'ultra'"))).policies.length,
      1,
    );
  });

  it('sees its own subject only', async () => {
    assert.deepEqual(await mistakes(GOOD.replace('disk.isOs', 'server.certain')), [
      '5:10 server: Unknown variable: server.',
    ]);
  });

  it('is rejected at a fact in its evidence or message that does not exist', async () => {
    assert.deepEqual(await mistakes(GOOD.replace('evidence: disk.sizeGib', 'evidence: disk.size')), [
      "6:11 disk.size: There is no fact 'size' of a disk.",
    ]);
    assert.deepEqual(await mistakes(GOOD.replace('{disk.name}', '{disk.server}')), [
      `7:10 "{disk.server} has {disk.sizeGib} GiB.": 'disk.server' names a server, not a fact.`,
    ]);
    assert.deepEqual(await mistakes(GOOD.replace('{disk.name}', '{server.name}')), [
      `7:10 "{server.name} has {disk.sizeGib} GiB.": 'server.name' must begin with 'disk.', the subject of the policy.`,
    ]);
    assert.deepEqual(await mistakes(GOOD.replace('{disk.name}', '{disk.server.disks.name}')), [
      `7:10 "{disk.server.disks.name} has {disk.sizeGib} GiB.": 'disks' is a list, which a path cannot lead through.`,
    ]);
  });

  it('is rejected at a form that the schema does not allow', async () => {
    assert.deepEqual(await mistakes(`${GOOD}remmedy: x\n`), [
      "9:1 remmedy: There is no setting 'remmedy' in the file. Did you mean 'remedy'?",
    ]);
    assert.deepEqual(await mistakes(GOOD.replace('subject: disk', 'subject: disc')), [
      "4:10 disc: 'subject' is 'disc', but must be one of server, disk, dag, network, host, cluster, replication. Did you mean 'disk'?",
    ]);
    assert.deepEqual(await mistakes(`${GOOD}exchange: ">=2015"\n`), [
      `9:11 ">=2015": '>=2015' is no range of Exchange versions; write for instance '>=2016'.`,
    ]);
  });

  it('cannot take an id that is in use', async () => {
    const { policies, diagnostics } = await load(`${GOOD}---\n${GOOD}`, ['EXSTO-23']);
    assert.equal(policies.length, 1);
    assert.deepEqual(
      diagnostics.map(item => item.message),
      ["There is already a policy 'CORP-1'."],
    );
    const own = await load(GOOD, ['CORP-1']);
    assert.deepEqual(own.policies, []);
  });

  it('is rejected at a YAML error', async () => {
    const { diagnostics } = await load('id: [CORP-1\n');
    assert.deepEqual(
      diagnostics.map(({ code, range }) => [code, range && locationOf(range).startLine]),
      [['policy-invalid', 2]],
    );
  });
});

describe('the policies of policies/*.yaml', () => {
  const files = readdirSync('policies')
    .filter(name => name.endsWith('.yaml') && name !== 'coverage.yaml')
    .sort()
    .map(name => new SourceFile(`policies/${name}`, readFileSync(`policies/${name}`, 'utf8')));

  it('are without a mistake, and exvet brings exactly them along', async () => {
    const { policies, diagnostics } = await loadPolicies(files);
    assert.deepEqual(diagnostics, []);
    assert.deepEqual(
      [...policies].sort((a, b) => (a.id < b.id ? -1 : 1)),
      await withTexts(BUILTIN_POLICIES),
    );
  });

  it('are compiled as the script compiles them', async () => {
    const script: unknown = await import(pathToFileURL('scripts/compile-policies.mjs').href);
    assert.ok(typeof script === 'object' && script !== null && 'compiledPolicies' in script);
    const { compiledPolicies } = script;
    assert.ok(typeof compiledPolicies === 'function');
    const modules: Readonly<Record<string, string>> = compiledPolicies();
    for (const [path, text] of Object.entries(modules)) assert.equal(readFileSync(path, 'utf8'), text);
  });

  it('have their schema beside them for editors: exvet schema policy > policies/schema.json', () => {
    const published = `${JSON.stringify(POLICY_SCHEMA, undefined, 2)}\n`;
    assert.equal(readFileSync('policies/schema.json', 'utf8'), published);
  });

  it('say all that a reader asks for', async () => {
    for (const policy of await withTexts(BUILTIN_POLICIES)) {
      for (const part of [
        'requirement',
        'rationale',
        'decided',
        'examples',
        'sources',
        'evidence',
      ] as const) {
        assert.ok(policy[part] !== undefined, `${policy.id} has ${part}`);
      }
    }
  });
});
