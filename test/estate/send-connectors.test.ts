import assert from 'node:assert/strict';
import { sendConnectorsIn } from '../../src/estate/send-connectors.ts';

/** `dns`, `dns?` or `-`, and the smart hosts. */
function told(script: string): string {
  const { byDns, bySmartHost, smartHosts } = sendConnectorsIn(script);
  const hosts = bySmartHost ? ` via ${smartHosts.join(' ') || '?'}` : '';
  return `${byDns === 'unknown' ? 'dns?' : byDns ? 'dns' : '-'}${hosts}`;
}

describe('send connectors in scripts', () => {
  it('deliver by DNS when they say so, or say nothing', () => {
    assert.equal(told('New-SendConnector -Name Out -AddressSpaces * -DNSRoutingEnabled $true'), 'dns');
    assert.equal(told('New-SendConnector -Name Out -AddressSpaces "*"'), 'dns');
    assert.equal(told('New-SendConnector -Internet -Name Out -AddressSpaces *'), 'dns');
    assert.equal(told('new-sendconnector Out -DNSRoutingEnabled:$true -AddressSpaces SMTP:*;1'), 'dns');
    assert.equal(told('Set-SendConnector Out -DNSRoutingEnabled $true'), 'dns');
  });

  it('deliver to smart hosts', () => {
    for (const hosts of [
      'relay.contoso.com',
      '"relay.contoso.com"',
      "'relay.contoso.com'",
      "@('relay.contoso.com')",
      '[relay.contoso.com]',
    ]) {
      assert.equal(
        told(`New-SendConnector -Name Out -SmartHosts ${hosts} -DNSRoutingEnabled $false`),
        '- via relay.contoso.com',
        hosts,
      );
    }
    assert.equal(
      told('New-SendConnector Out -SmartHosts a.example.net, "b.example.net"'),
      '- via a.example.net b.example.net',
    );
    assert.equal(told('New-SendConnector Out -SmartHosts 10.0.9.4 -AddressSpaces *'), '- via 10.0.9.4');
    assert.equal(told('New-SendConnector Out -SmartHosts $relay'), '- via ?');
    assert.equal(
      told('$relay = "relay.contoso.com"\nNew-SendConnector Out -SmartHosts $relay'),
      '- via relay.contoso.com',
    );
  });

  it('are written over several lines', () => {
    assert.equal(
      told(
        'New-SendConnector -Name Out `\n  -DNSRoutingEnabled $false `\r\n  -SmartHosts relay.contoso.com\nGet-Date',
      ),
      '- via relay.contoso.com',
    );
    assert.equal(
      told("New-SendConnector -Name Out -SmartHosts @(\n  'a.example.net',\n  'b.example.net'\n)"),
      '- via a.example.net b.example.net',
    );
    assert.equal(
      told('New-SendConnector -Name Out -SmartHosts a.example.net,\n  b.example.net'),
      '- via a.example.net b.example.net',
    );
  });

  it('end where their statement ends', () => {
    assert.equal(told('New-SendConnector Out\nSet-Other -SmartHosts relay.contoso.com'), 'dns');
    assert.equal(told('New-SendConnector Out; Other -SmartHosts relay.contoso.com'), 'dns');
    assert.equal(told('New-SendConnector Out | Other -SmartHosts relay.contoso.com'), 'dns');
    assert.equal(told('if ($x) { New-SendConnector Out -SmartHosts r.example.net }'), '- via r.example.net');
  });

  it('take their parameters from a splatted table', () => {
    const table = (content: string): string => `$params = @{\n${content}\n}\nNew-SendConnector @params`;
    assert.equal(told(table("  Name = 'Out'\n  AddressSpaces = '*'\n  DNSRoutingEnabled = $true")), 'dns');
    assert.equal(
      told(table("  Name = 'Out'\n  SmartHosts = 'a.example.net', 'b.example.net'")),
      '- via a.example.net b.example.net',
    );
    assert.equal(
      told("$p = [ordered]@{ Name = 'Out'; SmartHosts = @('a.example.net') }\nNew-SendConnector @p"),
      '- via a.example.net',
    );
    assert.equal(
      told("$p = @{ Name = 'Out' }\nNew-SendConnector @p -SmartHosts a.example.net"),
      '- via a.example.net',
    );
  });

  it('stand in DSC configurations', () => {
    const resource = (type: string, content: string): string =>
      `Node localhost {\n  ${type} Out\n  {\n    Name = 'Out'\n    Ensure = 'Present'\n${content}\n  }\n}`;
    for (const type of ['xExchSendConnector', 'ExchSendConnector']) {
      assert.equal(
        told(resource(type, "    AddressSpaces = 'SMTP:*;1'\n    DNSRoutingEnabled = $true")),
        'dns',
      );
      assert.equal(
        told(resource(type, "    DNSRoutingEnabled = $false\n    SmartHosts = 'relay.contoso.com'")),
        '- via relay.contoso.com',
      );
    }
    assert.equal(told(resource('xExchSendConnector', '').replace('Present', 'Absent')), '-');
  });

  it('are what the last statement about them makes of them', () => {
    const made = 'New-SendConnector -Name Out -AddressSpaces *\n';
    assert.equal(
      told(`${made}Set-SendConnector Out -DNSRoutingEnabled $false -SmartHosts r.example.net`),
      '- via r.example.net',
    );
    assert.equal(told(`${made}Set-SendConnector -Identity Out -MaxMessageSize 25MB`), 'dns');
    assert.equal(told(`${made}Remove-SendConnector Out -Confirm:$false`), '-');
    assert.equal(told('New-SendConnector -Name Out -Enabled $false'), '-');
  });

  it('to Exchange Online do not deliver to other organisations', () =>
    assert.equal(
      told(
        'New-SendConnector -Name "To Office 365" -AddressSpaces contoso.mail.onmicrosoft.com -DNSRoutingEnabled $true',
      ),
      '-',
    ));

  it('come with an edge subscription, unless it says otherwise', () => {
    const subscribe = 'New-EdgeSubscription -FileData $data -Site "Default-First-Site-Name"';
    assert.equal(told(subscribe), 'dns');
    assert.equal(told(`${subscribe} -CreateInternetSendConnector $false`), '-');
    assert.equal(told('New-EdgeSubscription -FileName C:\\edge.xml'), '-');
  });

  it('stay open when a script computes how they deliver', () =>
    assert.equal(told('New-SendConnector Out -DNSRoutingEnabled $useDns'), 'dns?'));

  it('are not in comments, and not in what only reads them', () => {
    assert.equal(told('# New-SendConnector Out\nGet-SendConnector'), '-');
    assert.equal(told('<#\nNew-SendConnector Out\n#>'), '-');
    assert.equal(told('Write-Host "see New-SendConnectorHelp"'), '-');
  });
});
