import { bool, estate, number, on, statedOfServer, text, texts } from '../../support/estate.ts';
import { one } from '../scenarios/scenario.ts';
import { type Case, row, without } from './case.ts';

type Facts = Parameters<typeof statedOfServer>[0];

const stating = (version: string, facts: Facts, more: Parameters<typeof one>[1] = {}) =>
  one('hyper-v', { exchangeVersion: text(version), declared: statedOfServer(facts), ...more });

/** An Exchange server with an image of Windows Server 2022 Azure Edition. */
const azureEdition = (platform: 'azure' | 'azure-local' | 'hyper-v') =>
  one(platform, {
    os: { family: text('windows'), release: text('2022-datacenter-azure-edition') },
    declared: new Map(),
  });

const SITE = { site: { mailboxVcpus: number(16) } };

/** Releases of Windows Server that are too old for domain controllers and forests. */
const TOO_OLD: readonly (readonly [version: string, releases: readonly string[]])[] = [
  ['2016', ['2003', '2008']],
  ['2019', ['2003', '2008', '2008 R2', '2012']],
  ['SE', ['2003', '2008', '2008 R2', '2012']],
];

/** Versions that cannot be in one organisation. */
const APART: readonly (readonly [version: string, others: readonly string[]])[] = [
  ['2013', ['5.5', '2000', '2003']],
  ['2016', ['5.5', '2000', '2003', '2007']],
  ['2019', ['5.5', '2000', '2003', '2007', '2010']],
  ['SE', ['5.5', '2000', '2003', '2007', '2010']],
];

/** The policies of policies/platform.yaml. */
export const PLATFORM_CASES: readonly Case[] = [
  row('EXPLT-33', 'Exchange 2010 on Windows Server 2016', stating('2010', { guestOs: '2016' }), 'error', {
    says: /does not support: 2016/,
  }),
  row(
    'EXPLT-33',
    'Exchange 2010 with service pack 2 on Windows Server 2012',
    stating('2010', { guestOs: '2012', servicePack: 2 }),
    'error',
    { says: /without the service pack/ },
  ),
  row(
    'EXPLT-33',
    'Exchange 2010 with service pack 2',
    stating('2010', { guestOs: '2008 R2', servicePack: 2 }),
    'error',
  ),
  row(
    'EXPLT-33',
    'Exchange 2010 with service pack 3',
    stating('2010', { guestOs: '2008 R2', servicePack: 3 }),
    'nothing',
  ),
  row(
    'EXPLT-33',
    'Exchange 2013 without a service pack on Windows Server 2012',
    stating('2013', { guestOs: '2012', servicePack: 0 }),
    'nothing',
  ),
  row('EXPLT-35', 'a client edition', stating('SE', { guestOs: 'client' }), 'error', {
    says: /client edition/,
  }),
  row('EXPLT-35', 'Azure Edition on Azure', azureEdition('azure'), 'note', { says: /Azure Edition/ }),
  row('EXPLT-35', 'Azure Edition on Azure Local', azureEdition('azure-local'), 'note', {
    says: /Azure Edition/,
  }),
  row(
    'EXPLT-35',
    'Datacenter on Azure',
    one('azure', {
      os: { family: text('windows'), release: text('2022-datacenter-g2') },
      declared: new Map(),
    }),
    'nothing',
  ),
  row('EXPLT-36', 'the last day of 2019', stating('2019', {}), 'warning', {
    date: '2025-10-14',
    says: /ends on 2025-10-14/,
  }),
  row('EXPLT-36', 'the day after', stating('2019', {}), 'error', {
    date: '2025-10-15',
    says: /ended on 2025-10-14/,
  }),
  row('EXPLT-36', 'a year before the last day of 2019', stating('2019', {}), 'nothing', {
    date: '2024-10-14',
  }),
  row('EXPLT-36', 'a year less a day before it', stating('2019', {}), 'warning', { date: '2024-10-15' }),
  row(
    'EXPLT-37',
    'the last day of the second period',
    stating('2019', { extendedSecurityUpdates: true }),
    'nothing',
    { date: '2026-10-31' },
  ),
  row('EXPLT-37', 'the day after it', stating('2019', { extendedSecurityUpdates: true }), 'note', {
    date: '2026-11-01',
  }),
  row('EXPLT-38', '2016 with CU22', stating('2016', { cumulativeUpdate: 22 }), 'warning'),
  row('EXPLT-38', '2016 with CU23', stating('2016', { cumulativeUpdate: 23 }), 'nothing'),
  row('EXPLT-38', '2019 with CU13', stating('2019', { cumulativeUpdate: 13 }), 'warning'),
  row('EXPLT-38', '2019 with CU14', stating('2019', { cumulativeUpdate: 14 }), 'nothing'),
  row('EXPLT-39', 'Windows Server 2022 on its last day', stating('SE', { guestOs: '2022' }), 'nothing', {
    date: '2031-10-14',
  }),
  row('EXPLT-39', 'Windows Server 2022 a day later', stating('SE', { guestOs: '2022' }), 'warning', {
    date: '2031-10-15',
  }),
  row(
    'EXPLT-39',
    'a client edition, of which EXPLT-35 tells',
    stating('SE', { guestOs: 'client' }),
    'nothing',
  ),
  row(
    'EXPLT-40',
    'a platform that does not tell its architecture',
    estate([without(on('hyper-v'), 'architecture')]),
    'nothing',
  ),
  row(
    'EXPLT-45',
    'a server that is not the first of its site',
    stating('SE', { domainControllerOs: '2008' }),
    'nothing',
  ),
  row(
    'EXPLT-45',
    '2016 with domain controllers on 2008',
    stating('2016', { domainControllerOs: '2008' }, SITE),
    'error',
  ),
  row(
    'EXPLT-45',
    '2016 with domain controllers on 2008 R2',
    stating('2016', { domainControllerOs: '2008 R2' }, SITE),
    'nothing',
  ),
  row('EXPLT-45', '2016 with forest level 2008', stating('2016', { forestLevel: '2008' }, SITE), 'error'),
  row(
    'EXPLT-45',
    '2016 with forest level 2008 R2',
    stating('2016', { forestLevel: '2008 R2' }, SITE),
    'nothing',
  ),
  row(
    'EXPLT-45',
    '2019 with domain controllers on 2012',
    stating('2019', { domainControllerOs: '2012' }, SITE),
    'error',
  ),
  row(
    'EXPLT-45',
    '2019 with domain controllers on 2012 R2',
    stating('2019', { domainControllerOs: '2012 R2' }, SITE),
    'nothing',
  ),
  row(
    'EXPLT-45',
    'SE with domain controllers on 2012 R2',
    stating('SE', { domainControllerOs: '2012 R2' }, SITE),
    'nothing',
  ),
  row('EXPLT-45', '2019 with forest level 2012', stating('2019', { forestLevel: '2012' }, SITE), 'error'),
  row(
    'EXPLT-45',
    '2019 with forest level 2012 R2',
    stating('2019', { forestLevel: '2012 R2' }, SITE),
    'nothing',
  ),
  row('EXPLT-46', '2013 beside 2003', stating('2013', { exchangeVersions: ['2003', '2013'] }), 'error'),
  row('EXPLT-46', '2013 beside 2007', stating('2013', { exchangeVersions: ['2007', '2013'] }), 'nothing'),
  row('EXPLT-46', '2016 beside 2007', stating('2016', { exchangeVersions: ['2007', '2016'] }), 'error'),
  row('EXPLT-46', '2016 beside 2010', stating('2016', { exchangeVersions: ['2010', '2016'] }), 'nothing'),
  row('EXPLT-46', '2019 beside 2010', stating('2019', { exchangeVersions: ['2010', '2019'] }), 'error'),
  row('EXPLT-46', '2019 beside 2013', stating('2019', { exchangeVersions: ['2013', '2019'] }), 'nothing'),
  row('EXPLT-46', 'SE beside 2016', stating('SE', { exchangeVersions: ['2016', 'SE'] }), 'nothing'),
  row('EXPLT-47', 'Exchange 2010 without a service pack', stating('2010', { servicePack: 0 }), 'error', {
    says: /SP1 is needed/,
  }),
  row(
    'EXPLT-47',
    'three processors for Unified Messaging with SP1',
    stating('2010', { servicePack: 1 }, { roles: texts(['um']), vcpus: number(3) }),
    'error',
    { says: /needs four/ },
  ),
  row(
    'EXPLT-42',
    'domain controllers of one’s own',
    one('azure', { managedDomainOnly: bool(true) }),
    'nothing',
  ),
  row(
    'EXPLT-43',
    'a read-only domain controller',
    one('hyper-v', { otherRoles: texts(['rodc']) }),
    'warning',
  ),
  ...['office', 'sharepoint', 'skype'].map(role =>
    row('EXPLT-44', role, one('hyper-v', { otherRoles: texts([role]) }), 'error'),
  ),
  ...TOO_OLD.flatMap(([version, releases]) =>
    releases.flatMap(release => [
      row(
        'EXPLT-45',
        `${version} with a domain controller on ${release}`,
        stating(version, { domainControllerOs: release }, SITE),
        'error',
      ),
      row(
        'EXPLT-45',
        `${version} in a forest of level ${release}`,
        stating(version, { forestLevel: release }, SITE),
        'error',
      ),
    ]),
  ),
  ...APART.flatMap(([version, others]) =>
    others.map(other =>
      row(
        'EXPLT-46',
        `${version} with ${other} in the organisation`,
        stating(version, { exchangeVersions: [other] }),
        'error',
      ),
    ),
  ),
  row(
    'EXPLT-47',
    'three processors without Unified Messaging',
    stating('2010', { servicePack: 1 }, { vcpus: number(3) }),
    'nothing',
  ),
  row(
    'EXPLT-42',
    'a forest of which exvet.yaml states the level',
    one('azure', { managedDomainOnly: bool(true), declared: new Map([['forestLevel', text('2016')]]) }),
    'nothing',
  ),
  row(
    'EXPLT-42',
    'global catalogs of which exvet.yaml states the cores',
    one('azure', { managedDomainOnly: bool(true), declared: new Map([['globalCatalogCores', number(4)]]) }),
    'nothing',
  ),
];
