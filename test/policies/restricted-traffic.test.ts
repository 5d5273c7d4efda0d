import assert from 'node:assert/strict';
import { reportOn } from '../support/scan.ts';

/** A machine in a subnet, with tags, and what its interface says besides. */
const MACHINE = (name: string, subnet: string, address: string, tags: string): string => `
resource "azurerm_network_interface" "${name}" {
  name = "${name}-nic"
  ip_configuration {
    name                          = "primary"
    subnet_id                     = azurerm_subnet.${subnet}.id
    private_ip_address_allocation = "Static"
    private_ip_address            = "${address}"
  }
}
resource "azurerm_windows_virtual_machine" "${name}" {
  name                  = "${name}"
  size                  = "Standard_E16s_v5"
  network_interface_ids = [azurerm_network_interface.${name}.id]
  tags                  = { ${tags} }
}`;

const SUBNET = (name: string, prefix: string): string => `
resource "azurerm_subnet" "${name}" {
  name                 = "${name}"
  virtual_network_name = azurerm_virtual_network.v.name
  address_prefixes     = ["${prefix}"]
}`;

const EXCHANGE = 'exchange-version = "2019", exchange-role = "mailbox", exchange-dag = "DAG01"';
const EDGE = 'exchange-version = "2019", exchange-role = "edge"';

/** Two mailbox servers in one subnet and a domain controller in another. */
const ESTATE = `
resource "azurerm_virtual_network" "v" {
  name          = "v"
  address_space = ["10.0.0.0/16"]
}
${SUBNET('exchange', '10.0.1.0/24')}
${SUBNET('directory', '10.0.2.0/24')}
${MACHINE('ex01', 'exchange', '10.0.1.11', EXCHANGE)}
${MACHINE('ex02', 'exchange', '10.0.1.12', EXCHANGE)}
${MACHINE('dc01', 'directory', '10.0.2.4', 'role = "dc"')}`;

interface RuleText {
  readonly direction?: string;
  readonly access?: string;
  readonly port?: string;
  readonly from?: string;
  readonly to?: string;
  readonly protocol?: string;
}

const RULES = (subnet: string, ...rules: readonly RuleText[]): string => `
resource "azurerm_network_security_group" "${subnet}" {
  name = "${subnet}-nsg"
${rules
  .map(
    (rule, index) => `
  security_rule {
    name = "rule-${index}"
    priority = ${100 + index}
    direction = "${rule.direction ?? 'Inbound'}"
    access = "${rule.access ?? 'Deny'}"
    protocol = "${rule.protocol ?? '*'}"
    source_port_range = "*"
    source_address_prefix = "${rule.from ?? '*'}"
    destination_port_range = "${rule.port ?? '*'}"
    destination_address_prefix = "${rule.to ?? '*'}"
  }`,
  )
  .join('\n')}
}
resource "azurerm_subnet_network_security_group_association" "${subnet}" {
  subnet_id = azurerm_subnet.${subnet}.id
  network_security_group_id = azurerm_network_security_group.${subnet}.id
}`;

const ROUTE = (prefix: string, hop: string): string => `
resource "azurerm_route_table" "r" {
  name = "r"
  route {
    name = "inside"
    address_prefix = "${prefix}"
    next_hop_type = "${hop}"
    next_hop_in_ip_address = "10.0.9.4"
  }
}
resource "azurerm_subnet_route_table_association" "r" {
  subnet_id = azurerm_subnet.exchange.id
  route_table_id = azurerm_route_table.r.id
}`;

async function found(text: string, rule = 'EXNET-22'): Promise<readonly string[]> {
  const { findings, diagnostics } = await reportOn({ 'main.tf': text }, rule);
  assert.deepEqual(diagnostics, []);
  return findings.map(({ verdict, message, needs }) =>
    verdict === 'undecided' ? `? ${needs.map(need => need.text).join('; ')}` : message,
  );
}

describe('traffic between Exchange servers and domain controllers (EXNET-22)', () => {
  it('is free without rules, and by the default rules', async () => {
    assert.deepEqual(await found(ESTATE), []);
    assert.deepEqual(await found(ESTATE + RULES('exchange')), []);
  });

  it('is restricted by a rule that denies a part of it', async () => {
    assert.deepEqual(await found(ESTATE + RULES('exchange', { port: '3389', protocol: 'Tcp' })), [
      "Traffic of ex01 with ex02 and dc01 is restricted: rule 'rule-0' (priority 100) of azurerm_network_security_group.exchange.",
      "Traffic of ex02 with ex01 and dc01 is restricted: rule 'rule-0' (priority 100) of azurerm_network_security_group.exchange.",
    ]);
  });

  it('is restricted on the way to or from the other subnet alone', async () => {
    const rule = "rule 'rule-0' (priority 100) of azurerm_network_security_group.directory";
    for (const direction of ['Inbound', 'Outbound']) {
      assert.deepEqual(await found(ESTATE + RULES('directory', { direction, port: '135' })), [
        `Traffic of ex01 with dc01 is restricted: ${rule}.`,
        `Traffic of ex02 with dc01 is restricted: ${rule}.`,
      ]);
    }
  });

  it('is free where rules before allow all of it', async () => {
    const deny = { port: '*' };
    const allow = { access: 'Allow' };
    assert.deepEqual(await found(ESTATE + RULES('exchange', { ...allow, from: '10.0.0.0/16' }, deny)), []);
    assert.deepEqual(await found(ESTATE + RULES('exchange', { ...allow, from: 'VirtualNetwork' }, deny)), []);
    assert.equal(
      (await found(ESTATE + RULES('exchange', { ...allow, from: '10.0.1.0/24' }, deny))).length,
      2,
      'the domain controller is not allowed',
    );
    assert.equal((await found(ESTATE + RULES('exchange', { ...allow, port: '443' }, deny))).length, 2);
    const halves = [
      { ...allow, port: '0-30000', protocol: 'Tcp' },
      { ...allow, port: '30001-65535', protocol: 'Tcp' },
      { port: '*', protocol: 'Tcp' },
    ];
    assert.deepEqual(await found(ESTATE + RULES('exchange', ...halves)), []);
  });

  it('is not concerned by rules about others', async () => {
    for (const rule of [
      { from: 'Internet' },
      { from: '192.168.0.0/16' },
      { direction: 'Outbound', to: 'Internet' },
      { direction: 'Outbound', port: '25', to: '203.0.113.0/24' },
    ]) {
      assert.deepEqual(await found(ESTATE + RULES('exchange', rule)), [], JSON.stringify(rule));
    }
  });

  it('is led elsewhere by a route as exact as the network', async () => {
    for (const prefix of ['10.0.2.0/24', '10.0.0.0/16', '10.0.2.4/32']) {
      const routed = await found(ESTATE + ROUTE(prefix, 'VirtualAppliance'));
      assert.ok(
        routed.length === 2 && routed.every(text => text.includes("route 'inside' of azurerm_route_table.r")),
        prefix,
      );
    }
    for (const [prefix, hop] of [
      ['0.0.0.0/0', 'VirtualAppliance'],
      ['10.0.0.0/8', 'VirtualAppliance'],
      ['10.0.2.0/24', 'VnetLocal'],
    ] as const) {
      assert.deepEqual(await found(ESTATE + ROUTE(prefix, hop)), [], prefix);
    }
  });

  it('of Edge Transport servers may be restricted', async () => {
    const perimeter =
      SUBNET('perimeter', '10.0.3.0/24') +
      MACHINE('edge01', 'perimeter', '10.0.3.10', EDGE) +
      RULES('perimeter', { from: 'VirtualNetwork' });
    assert.deepEqual(await found(ESTATE + perimeter), []);
  });

  it('cannot be told when a rule is unknown that could restrict it', async () => {
    const open = `variable "port" {}${ESTATE}${RULES('exchange', { port: 'PORT' }).replace('"PORT"', 'var.port')}`;
    const messages = await found(open);
    assert.equal(messages.length, 2);
    for (const message of messages) assert.match(message, /^\? var\.port has no value/);
    assert.deepEqual(
      await found(open.replace('access = "Deny"', 'access = "Allow"')),
      [],
      'one that allows restricts nothing',
    );
  });
});

describe('the witness of a DAG (EXHA-27)', () => {
  const WITNESS = MACHINE('fsw01', 'directory', '10.0.2.30', 'role = "witness"');

  it('is reached unless a rule denies TCP 445', async () => {
    assert.deepEqual(await found(ESTATE + WITNESS, 'EXHA-27'), []);
    assert.deepEqual(await found(ESTATE + WITNESS + RULES('directory', { port: '80' }), 'EXHA-27'), []);
    assert.equal((await found(ESTATE + WITNESS + RULES('directory', { port: '445' }), 'EXHA-27')).length, 2);
  });
});

describe('the ports that Exchange listens on (EXNET-26)', () => {
  it('are closed by a rule for everyone, unless one before lets someone in', async () => {
    assert.equal((await found(ESTATE + RULES('exchange', { port: '443' }), 'EXNET-26')).length, 2);
    const someone = { access: 'Allow', port: '443', from: '10.0.5.0/24' };
    assert.deepEqual(await found(ESTATE + RULES('exchange', someone, { port: '443' }), 'EXNET-26'), []);
    assert.deepEqual(
      await found(ESTATE + RULES('exchange', { port: '443', from: 'Internet' }), 'EXNET-26'),
      [],
    );
    assert.deepEqual(await found(ESTATE + RULES('exchange', { port: '8080' }), 'EXNET-26'), []);
  });
});
