import { deepEqual, equal } from 'node:assert/strict';
import { cumulativeUpdateIn, dagIn, installEvidence, sharesIn } from '../../src/estate/install-evidence.ts';

describe('what installs Exchange', () => {
  const scripts: readonly (readonly [script: string, version: string | undefined, roles: string])[] = [
    ['D:\\Setup.exe /Mode:Install /Role:Mailbox /IAcceptExchangeServerLicenseTerms', undefined, 'mailbox'],
    ['setup.exe /m:Install /r:MB,CA', undefined, 'mailbox,cas'],
    [
      'Setup.exe /mode:Install /role:"Mailbox, ClientAccess" /TargetDir:E:\\Exchange',
      undefined,
      'mailbox,cas',
    ],
    ['setup /mode:install /roles:EdgeTransport', undefined, 'edge'],
    ['powershell -File exchange-installer.ps1', undefined, ''],
    ['exinstall.ps1', undefined, ''],
    ['setup.ps1 -SetupType MXS', undefined, ''],
    ['SetUpMXS', undefined, ''],
    ['EXCHANGE16.zip', '2016', ''],
    ['https://x/dsc/PREPAREEXCHANGE19.zip', '2019', ''],
    ['CONFIGDAG.zip', undefined, ''],
    ['InstallAndConfigureExchange', undefined, ''],
    ['xExchange', undefined, ''],
    ['ExchangeDsc', undefined, ''],
    ['InstallExchange2013', '2013', ''],
    ['ex2016_install', '2016', ''],
    ['Start-BitsTransfer https://x/ExchangeServer2019-x64-CU12.iso', '2019', ''],
    ['get-release.ps1 -Release MXS2016-x64-CU23-KB5011155', '2016', ''],
    ['New-DatabaseAvailabilityGroup -Name DAG1 -WitnessServer fs01', undefined, ''],
  ];
  for (const [script, version, roles] of scripts) {
    it(script, () => {
      const evidence = installEvidence(script);
      deepEqual({ version: evidence?.version, roles: evidence?.roles.join() }, { version, roles });
    });
  }
});

describe('what does not', () => {
  const scripts = [
    'setup.exe /PrepareAD /OrganizationName:Contoso /IAcceptExchangeServerLicenseTerms',
    'setup.exe /PrepareSchema /IAcceptExchangeServerLicenseTerms',
    'setup.exe /mode:install /role:ManagementTools /IAcceptExchangeServerLicenseTerms',
    'PREPAREADEXCHANGE19.zip',
    'Install-Module ExchangeOnlineManagement -Force',
    'install-exchange-tools.ps1',
    'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\KeyExchangeAlgorithms\\Diffie-Hellman',
    'Add-DnsServerResourceRecordMX -MailExchange mail.contoso.com -Name .',
    '"Key-Value Pair Exchange"',
    'example-install.sh',
    'external-setup.ps1',
    'setup.exe /mode:install /quiet',
    'install-exchange-rate-api.sh',
  ];
  for (const script of scripts) it(script, () => equal(installEvidence(script), undefined));
});

describe('the DAG that a script sets up', () => {
  it('has the name that the cmdlet gives it', () => {
    equal(dagIn('New-DatabaseAvailabilityGroup -Name DAG1 -WitnessServer fs01'), 'DAG1');
    equal(dagIn("Add-DatabaseAvailabilityGroupServer -Identity 'DAG2' -MailboxServer ex01"), 'DAG2');
  });
  it('has the name that a script is given', () =>
    equal(dagIn('ConfigureDag.ps1 -DAGName "DAG3" -Witness fs01'), 'DAG3'));
  it('has none when only an archive is named', () => deepEqual(dagIn('CONFIGDAG.zip'), { unnamed: true }));
  it('is not there otherwise', () => equal(dagIn('setup.exe /mode:install'), undefined));
});

describe('shares in scripts', () => {
  it('hold what Exchange is told to put there', () =>
    deepEqual(
      sharesIn(
        "New-MailboxDatabase -Name DB1 -EdbFilePath '\\\\nas01\\exdb\\db1.edb' -LogFolderPath \\\\nas01\\exlog\\db1",
      ),
      [
        { path: '\\\\nas01\\exdb', holds: 'database' },
        { path: '\\\\nas01\\exlog', holds: 'log' },
      ],
    ));
  it('given to setup', () =>
    deepEqual(sharesIn('setup.exe /mode:install /role:mb /DbFilePath:"\\\\nas01\\exdb\\db1.edb"'), [
      { path: '\\\\nas01\\exdb', holds: 'database' },
    ]));
  it('of Azure Files may hold anything', () =>
    deepEqual(sharesIn('net use Z: \\\\stex.file.core.windows.net\\data /user:x y'), [
      { path: '\\\\stex.file.core.windows.net\\data', holds: undefined },
    ]));
  it('of other servers are not Exchange’s', () => deepEqual(sharesIn('net use Z: \\\\fs01\\install'), []));
  it('are not local paths', () =>
    deepEqual(sharesIn('New-MailboxDatabase -EdbFilePath E:\\DB1\\db1.edb'), []));
});

describe('the cumulative update that a script installs', () => {
  it('is told by the name of a release or an image', () => {
    const told: readonly (readonly [script: string, update: number | undefined])[] = [
      ['get-release.ps1 -Release MXS2016-x64-CU23-KB5011155', 23],
      ['curl -O https://download.example/ExchangeServer2019-x64-cu12.iso', 12],
      ['ExchangeServer2019-x64-CU14.ISO; copy ExchangeServer2019-x64-CU14.ISO D:', 14],
      ['ExchangeServer2019-x64-CU13.iso or ExchangeServer2019-x64-CU14.iso', undefined],
      ['ExchangeServer2019-x64.iso', undefined],
      ['sql2019-x64-cu12.exe', undefined],
    ];
    for (const [script, update] of told) equal(cumulativeUpdateIn(script), update, script);
  });
});
