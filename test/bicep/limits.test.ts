import assert from 'node:assert/strict';
import { deploy, remarksOf } from './support.ts';

const codesOf = (text: string): readonly string[] => [
  ...new Set(deploy({ 'main.bicep': text }).diagnostics.map(({ code }) => code)),
];

describe('limits of the lowering of Bicep', () => {
  it('names, parents, scopes, conditions and loops that rest on themselves are circles', () => {
    const codes = codesOf(`
resource a 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: b
  name: 'a'
}
resource b 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: a
  name: b.name
}
resource c 'Microsoft.Authorization/locks@2020-05-01' = if (c.?properties.x) {
  scope: c
  name: 'x\${c.id}'
}
resource d 'Microsoft.Authorization/locks@2020-05-01' = [for i in [d[0].name]: {
  scope: d[i]
  name: 'x\${d[i].id}'
}]
output all array = d
`);
    assert.ok(codes.includes('arm-cycle'));
    assert.deepEqual(
      codes.filter(code => code !== 'arm-cycle' && code !== 'limit-exceeded'),
      [],
    );
  });

  it('a name that rests on itself is reported where it is written', () => {
    const text = "resource a 'Microsoft.Compute/disks@2024-03-02' = {\n  name: '${a.name}-db'\n}\n";
    assert.deepEqual(remarksOf(deploy({ 'main.bicep': text })), [
      "main.bicep:2:9 arm-cycle: The own name of 'a' refers to itself.",
    ]);
  });

  it('names that double at every step are not read without end', () => {
    const disks = Array.from({ length: 60 }, (_, i) => {
      const name = i === 0 ? 'x' : `\${r${i - 1}.name}\${r${i - 1}.name}`;
      return `resource r${i} 'Microsoft.Compute/disks@2024-03-02' = {\n  name: '${name}'\n}`;
    });
    assert.deepEqual(codesOf(disks.join('\n')), ['limit-exceeded']);
  });

  it('long chains of names do not exhaust the stack', () => {
    const disks = Array.from({ length: 400 }, (_, i) => {
      const name = i === 0 ? 'x' : `\${r${i - 1}.name}`;
      return `resource r${i} 'Microsoft.Compute/disks@2024-03-02' = {\n  name: '${name}'\n}`;
    });
    assert.deepEqual(codesOf(disks.join('\n')), ['limit-exceeded']);
  });

  it('types may name themselves and each other as often as they like', () => {
    const types = Array.from({ length: 60 }, (_, i) => {
      return `type t${i} = ${i === 0 ? "'a'" : `t${i - 1} | t${i - 1}`}`;
    });
    const text = `${types.join('\n')}\ntype tree = tree | tree[] | null\nparam a t59\nparam b tree\noutput o array = [a, b]`;
    assert.deepEqual(codesOf(text), []);
  });

  it('modules inside each other are followed to a depth', () => {
    const files: Record<string, string> = {};
    for (let i = 0; i < 100; i++) files[`m${i}.bicep`] = `module next 'm${i + 1}.bicep' = {}`;
    files['main.bicep'] = "module first 'm0.bicep' = {}";
    files['m100.bicep'] = '';
    assert.deepEqual([...new Set(deploy(files).diagnostics.map(({ code }) => code))], ['limit-exceeded']);
  });
});
