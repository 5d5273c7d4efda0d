import assert from 'node:assert/strict';
import type { Estate } from '../../src/estate/model.ts';
import { BUILTIN_POLICIES } from '../../src/policy/builtin.ts';
import type { Run } from '../../src/policy/cel.ts';
import type { Finding } from '../../src/policy/finding.ts';
import { judge } from '../../src/policy/judge.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { SourceFile } from '../../src/source/file.ts';
import { computedAt, defaultAt, literalAt, passedThrough, stringValue } from '../../src/value/make.ts';
import type { Value } from '../../src/value/value.ts';
import { bool, dag, disk, estate, number, open, place, resource, server, text } from '../support/estate.ts';

const RUN: Run = { date: '2026-11-21', strict: false };

/** Judges by one built-in policy, or by one that is given. */
function findings(policy: string | Policy, of: Estate, run = RUN): Finding[] {
  const policies = typeof policy === 'string' ? BUILTIN_POLICIES.filter(({ id }) => id === policy) : [policy];
  return judge([{ deployment: 'prod', estate: of }], policies, run);
}

function only(policy: string | Policy, of: Estate, run = RUN): Finding {
  const [finding, ...others] = findings(policy, of, run);
  assert.ok(finding !== undefined, 'there is a finding');
  assert.deepEqual(others, []);
  return finding;
}

const policyWith = (more: Partial<Policy>): Policy => ({
  id: 'CORP-1',
  title: 'Disks are as we like them',
  severity: 'error',
  subject: 'disk',
  require: 'false',
  message: '{disk.name} is not as we like it.',
  remedy: 'Change it.',
  ...more,
});

const withDisk = (more: Parameters<typeof disk>[0]): Estate => estate([server({ disks: [disk(more)] })]);
const standard = (sku: Value): Estate => withDisk({ sku, tier: stringValue('standard', sku.origin) });

describe('a finding', () => {
  const file = new SourceFile(
    'vm/main.tf',
    'variable "sku" {\n  default = "Standard_LRS"\n}\nsku = var.sku\n',
  );
  const range = (word: string) => {
    const start = file.text.indexOf(word);
    return { file, start, end: start + word.length };
  };

  it('points at the literal that decides it and lists the way it took', () => {
    const steps = [
      { range: range('variable "sku"'), text: 'variable "sku"' },
      { range: range('sku = var.sku'), text: 'argument storage_account_type' },
    ];
    let sku: Value = stringValue('Standard_LRS', literalAt(range('"Standard_LRS"')));
    for (const step of steps) sku = passedThrough(sku, step);
    const finding = only('EXSTO-23', standard(sku));
    assert.deepEqual(finding.range, range('"Standard_LRS"'));
    assert.deepEqual(finding.trail, { origin: range('"Standard_LRS"'), steps });
    assert.deepEqual(finding.fix, {
      range: range('"Standard_LRS"'),
      replacement: '"Premium_LRS"',
      description: 'Replace Standard_LRS with Premium_LRS',
    });
    assert.equal(
      finding.message,
      'ex01-db holds Exchange databases of ex01 on Standard_LRS, which is not Premium Storage.',
    );
    assert.deepEqual(finding.subject, {
      kind: 'disk',
      address: 'azurerm_managed_disk.db',
      name: 'ex01-db',
    });
    assert.equal(finding.level, 'error');
    assert.deepEqual(finding.deployments, ['prod']);
  });

  it('is a warning in an environment that exvet.yaml lists as a lab', () => {
    const inLab = (environment: string) =>
      judge(
        [
          {
            deployment: '.',
            estate: estate([server({ hasSnapshot: bool(true), environment: text(environment) })]),
          },
        ],
        BUILTIN_POLICIES.filter(({ id }) => id === 'EXSNP-23'),
        { date: '2026-11-21', strict: false, labs: ['lab'] },
      ).map(({ level, notes }) => [level, notes]);
    assert.deepEqual(inLab('Lab'), [
      ['warning', ["a warning instead of an error: exvet.yaml lists the environment 'lab' under labs"]],
    ]);
    assert.deepEqual(inLab('production'), [['error', []]]);
  });

  it('points at a whole expression, which has no fix', () => {
    const sku = stringValue('Standard_LRS', computedAt(range('var.sku')));
    const finding = only('EXSTO-23', standard(sku));
    assert.deepEqual(finding.range, range('var.sku'));
    assert.equal(finding.fix, undefined);
  });

  it('points at the header of the resource when a default decides', () => {
    const header = place('resource "vsphere_virtual_machine" "ex01"');
    const snapshot = { ...bool(true), origin: defaultAt(header) };
    assert.deepEqual(only('EXSNP-23', estate([server({ hasSnapshot: snapshot })])).range, header);
  });

  it('has no fix where the fix would not be known to be right', () => {
    const sku = text('Standard_LRS');
    const onSmallSize = estate([
      server({ premiumStorageCapable: bool(false), disks: [disk({ sku, tier: text('standard') })] }),
    ]);
    assert.equal(only('EXSTO-23', onSmallSize).fix, undefined);
  });

  it('replaces a bare word as one', () => {
    const finding = only('EXSNP-22', estate([server({ hibernationEnabled: bool(true) })]));
    assert.equal(finding.fix?.replacement, 'false');
  });

  it('never shows a sensitive value', () => {
    const secret: Value = {
      ...stringValue('Standard_LRS', literalAt(place('"Standard_LRS"'))),
      sensitive: true,
    };
    const finding = only('EXSTO-23', standard(secret));
    assert.equal(
      finding.message,
      'ex01-db holds Exchange databases of ex01 on (sensitive), which is not Premium Storage.',
    );
    assert.equal(finding.fix, undefined);
  });

  it('names a subject whose name is unknown by its address', () => {
    const named = withDisk({ name: open('var.name has no value'), tier: text('standard'), sku: text('x') });
    assert.match(only('EXSTO-23', named).message, /^azurerm_managed_disk\.db holds/);
    const ofUnnamed = estate([
      server({ name: open('var.name has no value'), disks: [disk({ tier: text('standard') })] }),
    ]);
    assert.match(
      only('EXSTO-23', ofUnnamed).message,
      /^ex01-db holds Exchange databases of azurerm_windows_virtual_machine\.ex01 on/,
    );
  });

  it('is reported once for all deployments of one template', () => {
    const one = withDisk({ tier: text('standard') });
    const policies = BUILTIN_POLICIES.filter(({ id }) => id === 'EXSTO-23');
    const both = judge(
      [
        { deployment: 'prod', estate: one },
        { deployment: 'dr', estate: one },
      ],
      policies,
      RUN,
    );
    assert.deepEqual(
      both.map(finding => finding.deployments),
      [['prod', 'dr']],
    );
  });

  it('stands in the order of files and places, then of rules', () => {
    const at = (path: string, start: number) => ({
      file: new SourceFile(path, 'x'.repeat(50)),
      start,
      end: start + 1,
    });
    const snapshotAt = (path: string, start: number) =>
      server({ hasSnapshot: { ...bool(true), origin: literalAt(at(path, start)) } });
    const found = findings(
      'EXSNP-23',
      estate([snapshotAt('b.tf', 1), snapshotAt('a.tf', 9), snapshotAt('a.tf', 2)]),
    );
    assert.deepEqual(
      found.map(({ range }) => [range.file.path, range.start]),
      [
        ['a.tf', 2],
        ['a.tf', 9],
        ['b.tf', 1],
      ],
    );
  });
});

describe('three answers', () => {
  const disks = (...tiers: Value[]): Estate => estate([server({ disks: tiers.map(tier => disk({ tier })) })]);
  const NOT_TOLD = open('var.sku has no value');

  it('an unknown that does not matter does not make a check undecided', () => {
    const or = policyWith({ require: "disk.tier == 'premium' || disk.isOs == false" });
    assert.deepEqual(findings(or, disks(NOT_TOLD)), []);
    const and = policyWith({ require: "disk.tier == 'premium' && disk.isOs" });
    assert.equal(only(and, disks(NOT_TOLD)).verdict, 'violation');
    const whatever = policyWith({ when: "disk.tier == 'standard'", require: 'true' });
    assert.deepEqual(findings(whatever, disks(NOT_TOLD)), []);
  });

  it('all and exists are decided by the first element that decides', () => {
    const all = (condition: string): Policy =>
      policyWith({ subject: 'server', require: condition, message: '{server.name}' });
    const mixed = disks(NOT_TOLD, text('premium'));
    assert.deepEqual(findings(all("server.disks.exists(d, d.tier == 'premium')"), mixed), []);
    assert.equal(only(all("server.disks.all(d, d.tier == 'ultra')"), mixed).verdict, 'violation');
    const undecided = only(all("server.disks.all(d, d.tier == 'premium')"), mixed);
    assert.equal(undecided.verdict, 'undecided');
    assert.deepEqual(
      undecided.needs.map(need => need.text),
      ['var.sku has no value'],
    );
  });

  it('a condition on which it rests whether the policy applies leaves it undecided', () => {
    const finding = only(
      'EXSTO-23',
      withDisk({
        tier: text('standard'),
        contents: { role: NOT_TOLD, holdsExchangeData: open('nothing tells'), assumed: false },
      }),
    );
    assert.equal(finding.verdict, 'undecided');
    assert.deepEqual(
      finding.needs.map(need => need.text),
      ['nothing tells'],
    );
    assert.equal(finding.fix, undefined);
  });

  it('asks for a fact that nothing states', () => {
    const { sku: _sku, tier: _tier, ...withoutSku } = disk();
    const finding = only('EXSTO-23', estate([server({ disks: [withoutSku] })]));
    assert.equal(finding.verdict, 'undecided');
    assert.deepEqual(
      finding.needs.map(need => need.text),
      ['nothing states disk.tier (Azure: the tier of its storage type)'],
    );
    assert.deepEqual(
      findings(policyWith({ require: '!has(disk.tier)' }), estate([server({ disks: [withoutSku] })])),
      [],
    );
  });

  it('numbers of any notation compare and compute', () => {
    const of = withDisk({ sizeGib: number(1024) });
    for (const condition of [
      'disk.sizeGib == 1024',
      '1024.0 == disk.sizeGib',
      'disk.sizeGib != 1000',
      'disk.sizeGib * 2 > 2047',
      '1 + disk.sizeGib / 2 - 1 == 512',
    ]) {
      assert.deepEqual(findings(policyWith({ require: condition }), of), [], condition);
    }
  });

  it('a condition that fails for another reason says so', () => {
    const finding = only(policyWith({ require: "'x'.substring(3) == disk.slot" }), withDisk({}));
    assert.equal(finding.verdict, 'undecided');
    assert.match(finding.needs[0]?.text ?? '', /^the policy could not be evaluated: /);
  });
});

describe('an unknown with a few candidates', () => {
  const oneOf = (...candidates: string[]) => open('var.tier has no value', candidates);

  it('passes when every candidate passes', () => {
    assert.deepEqual(findings('EXSTO-23', withDisk({ tier: oneOf('premium', 'ultra') })), []);
  });

  it('violates when every candidate violates', () => {
    const finding = only(
      'EXSTO-41',
      estate([server({ premiumStorageCapable: bool(false), size: oneOf('A', 'B') })]),
    );
    assert.equal(finding.verdict, 'violation');
    assert.equal(finding.message, 'ex01 has the size A or B, to which Premium disks cannot be attached.');
    const sku = oneOf('Standard_LRS', 'StandardSSD_LRS');
    const tier = only('EXSTO-23', withDisk({ sku, tier: oneOf('standard') }));
    assert.equal(
      tier.message,
      'ex01-db holds Exchange databases of ex01 on Standard_LRS or StandardSSD_LRS, which is not Premium Storage.',
    );
  });

  it('has the level of those candidates that violate', () => {
    const rising = policyWith({
      severity: 'warning',
      require: "disk.tier == 'premium'",
      levels: [{ when: "disk.tier == 'standard'", level: 'error' }],
    });
    const finding = only(rising, withDisk({ tier: oneOf('premium', 'standard') }));
    assert.deepEqual([finding.verdict, finding.level], ['undecided', 'error']);
    const both = only(rising, withDisk({ tier: oneOf('standard', 'ultra') }));
    assert.deepEqual([both.verdict, both.level], ['violation', 'warning']);
  });

  it('tells no sensitive candidates', () => {
    const tier = { ...oneOf('standard'), sensitive: true as const };
    const finding = only('EXSTO-23', withDisk({ tier, sku: tier }));
    assert.equal(finding.message.includes('standard'), false);
    assert.deepEqual(finding.notes, ['var.tier has no value; it is violated whichever of its values it is']);
  });

  it('is undecided when they disagree', () => {
    const finding = only('EXSTO-23', withDisk({ tier: oneOf('premium', 'standard') }));
    assert.equal(finding.verdict, 'undecided');
    assert.deepEqual(
      finding.needs.map(need => need.text),
      ['var.tier has no value'],
    );
  });
});

describe('an Exchange version that nothing tells', () => {
  const versionless = (more: Parameters<typeof server>[0] = {}): Estate =>
    estate([server({ exchangeVersion: open('nothing tells the version: state it in exvet.yaml'), ...more })]);

  it('is one of those that run today, so a rule for 2013 and later applies', () => {
    assert.equal(only('EXSNP-22', versionless({ hibernationEnabled: bool(true) })).verdict, 'violation');
    assert.deepEqual(findings('EXPLT-11', versionless()), []);
  });

  it('leaves undecided what only some of them violate', () => {
    const finding = only('EXPLT-36', versionless());
    assert.equal(finding.verdict, 'undecided');
    assert.deepEqual(
      finding.needs.map(need => need.text),
      ['nothing tells the version: state it in exvet.yaml'],
    );
    const since2016 = policyWith({ exchange: '>=2016', require: "disk.tier == 'ultra'" });
    assert.equal(only(since2016, versionless()).verdict, 'undecided');
  });

  it('is a violation at the mildest level when all of them violate', () => {
    const finding = only('EXMEM-12', versionless({ memory: { sizeMib: number(4096) } }));
    assert.equal(finding.verdict, 'violation');
    assert.equal(finding.level, 'warning');
    assert.equal(
      finding.message,
      'ex01 has 4096 MiB of memory; Microsoft recommends at least 131072 MiB for its roles on Exchange 2019 or SE.',
    );
    assert.deepEqual(finding.notes, [
      'nothing tells the version: state it in exvet.yaml; it is violated whichever of 2013, 2016, 2019, SE it is',
    ]);
  });

  it('passes what all of them pass', () => {
    assert.deepEqual(findings('EXMEM-12', versionless()), []);
  });
});

describe('levels', () => {
  it('EXNET-01 is an error without a relay and a warning with one', () => {
    const mailFlow = { smtpToInternet: text('open'), decidedBy: 'no network security group' };
    const without = only('EXNET-01', estate([server({ mailFlow })]));
    assert.equal(without.level, 'error');
    assert.equal(
      without.message,
      'ex01 can reach the Internet on TCP 25, and no SMTP relay is declared: no network security group.',
    );
    const relayed = only('EXNET-01', estate([server({ mailFlow, hasRelay: bool(true) })]));
    assert.equal(relayed.level, 'warning');
    const unsure = only('EXNET-01', estate([server({ mailFlow, hasRelay: open('var.relay has no value') })]));
    assert.deepEqual([unsure.verdict, unsure.level], ['violation', 'warning']);
  });

  it('EXNET-01 is violated by DNS routing whatever the network says, at the place of the connector', () => {
    const sendsByDns = bool(true);
    for (const smtpToInternet of [text('closed'), text('open'), open('var.nsg has no value')]) {
      const finding = only(
        'EXNET-01',
        estate([server({ sendsByDns, hasRelay: bool(true), mailFlow: { smtpToInternet, decidedBy: 'x' } })]),
      );
      assert.deepEqual([finding.verdict, finding.level], ['violation', 'error']);
      assert.equal(finding.range, sendsByDns.origin.range);
    }
  });

  it('EXNET-01 passes what reaches the relays alone', () => {
    const mailFlow = { smtpToInternet: text('relay-only'), decidedBy: 'x' };
    assert.deepEqual(findings('EXNET-01', estate([server({ mailFlow, hasRelay: bool(true) })])), []);
  });

  it('EXSTO-48 is an error in strict mode', () => {
    const thin = estate([server({ platform: 'vsphere', disks: [disk({ provisioning: text('thin') })] })]);
    assert.equal(only('EXSTO-48', thin).level, 'warning');
    assert.equal(only('EXSTO-48', thin, { ...RUN, strict: true }).level, 'error');
  });

  it('EXMEM-12 tells a minimum from a recommendation', () => {
    const with4Gib = (version: string) =>
      only(
        'EXMEM-12',
        estate([server({ exchangeVersion: text(version), memory: { sizeMib: number(4096) } })]),
      );
    assert.equal(with4Gib('2016').level, 'error');
    assert.equal(
      with4Gib('2016').message,
      'ex01 has 4096 MiB of memory; its roles on Exchange 2016 need at least 8192 MiB.',
    );
    assert.equal(with4Gib('2019').level, 'warning');
  });

  it('EXPLT-36 warns in the last twelve months and is an error after the end', () => {
    const of2016 = estate([server({ exchangeVersion: text('2016') })]);
    assert.deepEqual(findings('EXPLT-36', of2016, { ...RUN, date: '2024-10-14' }), []);
    assert.equal(only('EXPLT-36', of2016, { ...RUN, date: '2024-10-15' }).level, 'warning');
    assert.equal(only('EXPLT-36', of2016, { ...RUN, date: '2025-10-14' }).level, 'warning');
    const ended = only('EXPLT-36', of2016, { ...RUN, date: '2025-10-15' });
    assert.equal(ended.level, 'error');
    assert.equal(ended.message, 'ex01 runs Exchange 2016, whose support ended on 2025-10-14.');
  });
});

describe('EXSTO-23 on an OS disk', () => {
  const osDisk = disk({
    name: text('ex01-os'),
    isOs: true,
    slot: 'os',
    sku: text('Standard_LRS'),
    tier: text('standard'),
    contents: {
      role: text('os'),
      holdsExchangeData: bool(true),
      besideSystem: 'databases, logs and queue',
      assumed: true,
      note: 'no data disk',
    },
  });

  it('names what lies there when the server has no data disk', () =>
    assert.equal(
      only('EXSTO-23', estate([server({ disks: [osDisk] })])).message,
      'ex01-os holds Exchange databases, logs and queue of ex01 on Standard_LRS, which is not Premium Storage.',
    ));

  it('says data when something tells that it holds some', () => {
    const contents = { role: text('os'), holdsExchangeData: bool(true), assumed: false };
    assert.equal(
      only('EXSTO-23', estate([server({ disks: [{ ...osDisk, contents }] })])).message,
      'ex01-os holds Exchange data of ex01 on Standard_LRS, which is not Premium Storage.',
    );
  });
});

describe('what a policy is about', () => {
  it('leaves other platforms and versions alone', () => {
    const elsewhere = estate([server({ platform: 'vsphere', disks: [disk({ tier: text('standard') })] })]);
    assert.deepEqual(findings('EXSTO-23', elsewhere), []);
    const older = estate([
      server({ exchangeVersion: text('2010'), disks: [disk({ tier: text('standard') })] }),
    ]);
    assert.deepEqual(findings('EXSTO-23', older), []);
  });

  it('EXPLT-11 is about 2007 alone', () => {
    const on = (version: string) => estate([server({ exchangeVersion: text(version) })]);
    assert.equal(only('EXPLT-11', on('2007')).message, 'ex01 runs Exchange 2007 on Azure.');
    for (const version of ['2010', '2013', 'SE']) assert.deepEqual(findings('EXPLT-11', on(version)), []);
  });

  it('EXHA-23 has nothing to say about a DAG of one', () => {
    const alone = estate([], [dag([server()], { membersSeparated: bool(false) })]);
    assert.deepEqual(findings('EXHA-23', alone), []);
  });
});

describe('notes', () => {
  it('say what was assumed about the facts that decided', () => {
    const of = estate([
      server({
        rolesAssumed: true,
        memory: { sizeMib: number(4096) },
        disks: [
          disk({
            tier: text('standard'),
            contents: { ...disk().contents, assumed: true, note: 'nothing tells what the disk holds' },
          }),
        ],
      }),
    ]);
    assert.deepEqual(only('EXSTO-23', of).notes, ['nothing tells what the disk holds']);
    assert.deepEqual(only('EXMEM-12', of).notes, [
      'nothing tells the Exchange roles: a mailbox server is assumed',
    ]);
  });

  it('say when it is not certain that something is deployed, or that it is Exchange', () => {
    const of = estate([
      server({
        certain: false,
        recognisedBy: [{ by: 'name', text: "name 'ex01'", range: place() }],
        hasSnapshot: bool(true),
        resource: resource('azurerm_windows_virtual_machine.ex01', {
          uncertain: [{ kind: 'input', text: 'var.lab has no value' }],
        }),
      }),
    ]);
    const finding = only('EXSNP-23', of);
    assert.equal(finding.verdict, 'violation');
    assert.deepEqual(finding.notes, [
      'whether azurerm_windows_virtual_machine.ex01 is deployed is not certain: var.lab has no value',
      "ex01 is taken for an Exchange server by its name 'ex01' alone",
    ]);
  });

  it('say that a DAG was inferred', () => {
    const members = [server(), server()];
    const of = estate([], [dag(members, { certain: false, membersSeparated: bool(false) })]);
    assert.match(only('EXHA-23', of).notes[0] ?? '', /^nothing names a DAG/);
  });
});
