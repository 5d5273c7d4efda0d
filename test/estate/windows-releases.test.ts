import assert from 'node:assert/strict';
import { windowsOf, windowsOfMachine, windowsSupportEnds } from '../../src/estate/windows-releases.ts';
import { textIn } from '../../src/value/read.ts';
import { open, server, statedOfServer, stating, text } from '../support/estate.ts';

const machine = (release: string, publisher = 'MicrosoftWindowsServer') =>
  server({ os: { family: text('windows'), release: text(release), publisher: text(publisher) } });

const read = (release: string, publisher?: string) => {
  const told = windowsOfMachine(machine(release, publisher));
  return [textIn(told.release), textIn(told.installType), textIn(told.edition)];
};

describe('the Windows of an image', () => {
  for (const [sku, expected] of [
    ['2008-R2-SP1', ['2008 R2', 'desktop', undefined]],
    ['2012-Datacenter', ['2012', 'desktop', 'datacenter']],
    ['2012-R2-Datacenter', ['2012 R2', 'desktop', 'datacenter']],
    ['2016-Datacenter-Server-Core', ['2016', 'core', 'datacenter']],
    ['2016-Nano-Server', ['2016', 'nano', undefined]],
    ['2019-datacenter-gensecond', ['2019', 'desktop', 'datacenter']],
    ['2022-datacenter-azure-edition-core', ['2022', 'core', 'azure-edition']],
    ['2025-datacenter-g2', ['2025', 'desktop', 'datacenter']],
    ['win2019-standard', ['2019', 'desktop', 'standard']],
  ] as const) {
    it(sku, () => assert.deepEqual(read(sku), expected));
  }

  it('of the publisher of desktops is a client', () =>
    assert.deepEqual(read('win11-22h2-ent', 'MicrosoftWindowsDesktop'), ['client', undefined, 'client']));

  it('is not told by a text without a year', () =>
    assert.deepEqual(read('latest'), [undefined, undefined, undefined]));
});

/** `VirtualMachineGuestOsIdentifier` of the vSphere Web Services API. */
const GUEST_IDS: readonly (readonly [id: string, release: string])[] = [
  ['winNetEnterprise64Guest', '2003'],
  ['winNetStandard64Guest', '2003'],
  ['winLonghorn64Guest', '2008'],
  ['windows7Server64Guest', '2008 R2'],
  ['windows9Server64Guest', '2016'],
  ['windows2019srv_64Guest', '2019'],
  ['windows2019srvNext_64Guest', '2022'],
  ['windows2022srvNext_64Guest', '2025'],
  ['windows7_64Guest', 'client'],
  ['windows8_64Guest', 'client'],
  ['windows9_64Guest', 'client'],
  ['windows11_64Guest', 'client'],
  ['windows12_64Guest', 'client'],
];

describe('the Windows of a guest id of vSphere', () => {
  for (const [id, release] of GUEST_IDS) {
    it(`${id} is ${release}`, () => assert.deepEqual(read(id), [release, undefined, undefined]));
  }

  it('windows8Server64Guest is 2012 or 2012 R2', () => {
    const { release } = windowsOfMachine(machine('windows8Server64Guest'));
    assert.equal(release.kind, 'unknown');
    assert.deepEqual(release.kind === 'unknown' ? release.candidates?.map(textIn) : [], ['2012', '2012 R2']);
  });
});

describe('the Windows that exvet.yaml states', () => {
  it('wins over the image', () => {
    const declared = statedOfServer({ guestOs: '2022', installType: 'core' });
    const { release, installType } = windowsOf({ ...machine('2019-Datacenter'), declared });
    assert.deepEqual([textIn(release), textIn(installType)], ['2022', 'core']);
  });

  it('has no edition', () => {
    const bare = server({ os: { family: text('windows'), release: undefined } });
    assert.equal(windowsOf({ ...bare, declared: stating({ guestOs: '2022' }) }).edition.kind, 'null');
  });

  it('is asked for where nothing tells it', () => {
    const { release } = windowsOfMachine(server({ os: { family: text('windows'), release: undefined } }));
    assert.match(release.kind === 'unknown' ? (release.reasons[0]?.text ?? '') : '', /servers\[\]\.guestOs/);
  });
});

describe('the support of Windows Server', () => {
  for (const [release, day] of [
    ['2003', '2015-07-14'],
    ['2008', '2020-01-14'],
    ['2008 R2', '2020-01-14'],
    ['2012', '2023-10-10'],
    ['2012 R2', '2023-10-10'],
    ['2016', '2027-01-12'],
    ['2019', '2029-01-09'],
    ['2022', '2031-10-14'],
    ['2025', '2034-10-10'],
  ] as const) {
    it(`of ${release} ends on ${day}`, () => assert.equal(textIn(windowsSupportEnds(text(release))), day));
  }

  it('is not judged of a client, nor of a release that is not known', () => {
    assert.equal(windowsSupportEnds(text('client')).kind, 'null');
    assert.equal(windowsSupportEnds(open('var.x has no value')).kind, 'unknown');
  });
});
