import assert from 'node:assert/strict';
import { machineIn, machineInTemplate, place, shown } from '../../support/azure.ts';

/** A machine in a subnet, and what the text adds. `subnet` goes into the subnet's block, `nic` into the address. */
const MACHINE = (more = '', { subnet = '', nic = '' } = {}): string => `
resource "azurerm_virtual_network" "spoke" {
  name          = "spoke"
  address_space = ["10.1.0.0/16"]
}
resource "azurerm_subnet" "mail" {
  name                 = "mail"
  virtual_network_name = azurerm_virtual_network.spoke.name
  address_prefixes     = ["10.1.1.0/24"]
  ${subnet}
}
resource "azurerm_network_interface" "nic" {
  name = "ex01-nic"
  ip_configuration {
    name                          = "primary"
    subnet_id                     = azurerm_subnet.mail.id
    private_ip_address_allocation = "Static"
    private_ip_address            = "10.1.1.10"
    ${nic}
  }
}
resource "azurerm_windows_virtual_machine" "ex01" {
  name                  = "ex01"
  size                  = "Standard_E16s_v5"
  network_interface_ids = [azurerm_network_interface.nic.id]
}
${more}`;

const PRIVATE = 'default_outbound_access_enabled = false';

/** All traffic of the subnet goes to an address. */
const ROUTE = (hop: string): string => `
resource "azurerm_route_table" "spoke" {
  name = "spoke"
  route {
    name                   = "default"
    address_prefix         = "0.0.0.0/0"
    next_hop_type          = "VirtualAppliance"
    next_hop_in_ip_address = ${hop}
  }
}
resource "azurerm_subnet_route_table_association" "mail" {
  subnet_id      = azurerm_subnet.mail.id
  route_table_id = azurerm_route_table.spoke.id
}`;

const HUB = (policy = ''): string => `
resource "azurerm_virtual_network" "hub" {
  name          = "hub"
  address_space = ["10.0.0.0/16"]
}
resource "azurerm_subnet" "firewall" {
  name                 = "AzureFirewallSubnet"
  virtual_network_name = azurerm_virtual_network.hub.name
  address_prefixes     = ["10.0.1.0/26"]
}
resource "azurerm_firewall" "hub" {
  name = "hub-fw"
  ${policy}
  ip_configuration {
    name      = "main"
    subnet_id = azurerm_subnet.firewall.id
  }
}`;

const BY_REFERENCE = 'azurerm_firewall.hub.ip_configuration[0].private_ip_address';

const COLLECTION = (name: string, priority: number, action: string, rule: string): string => `
resource "azurerm_firewall_network_rule_collection" "${name}" {
  name                = "${name}"
  azure_firewall_name = azurerm_firewall.hub.name
  priority            = ${priority}
  action              = "${action}"
  rule {
    name                  = "${name}-rule"
    source_addresses      = ["*"]
    destination_ports     = ["25"]
    destination_addresses = ["*"]
    protocols             = ["TCP"]
    ${rule}
  }
}`;

async function answer(text: string, relays: readonly string[] = []): Promise<string> {
  const { mailFlow } = await machineIn(text, relays);
  assert.ok(mailFlow !== undefined);
  return `${shown(mailFlow.smtpToInternet)} | ${mailFlow.decidedBy}`;
}

const explicit = async (text: string): Promise<string> =>
  shown((await machineIn(text)).mailFlow?.explicitOutbound);

describe('mail through an Azure Firewall with classic rules', () => {
  const behind = (more: string): string => MACHINE(ROUTE(BY_REFERENCE) + HUB() + more);

  it('is closed without a rule that allows it', async () => {
    assert.equal(
      await answer(behind('')),
      'closed | no rule of azurerm_firewall.hub allows it, and a firewall denies by default',
    );
    const web = COLLECTION('web', 100, 'Allow', '').replace('["25"]', '["80", "443"]');
    assert.match(await answer(behind(web)), /^closed/);
  });

  it('is open by the rule that allows it, and points at it', async () => {
    const text = behind(COLLECTION('out', 200, 'Allow', ''));
    assert.equal(await answer(text), "open | rule 'out-rule' of collection 'out' (azurerm_firewall.hub)");
    assert.match(place((await machineIn(text)).mailFlow?.smtpToInternet), /: "out-rule"$/);
  });

  it('is decided by the collection with the lowest priority number', async () => {
    const allow = (priority: number): string => COLLECTION('out', priority, 'Allow', '');
    const deny = COLLECTION('no-smtp', 200, 'Deny', '');
    assert.match(await answer(behind(allow(300) + deny)), /^closed \| rule 'no-smtp-rule'/);
    assert.match(await answer(behind(allow(100) + deny)), /^open/);
  });

  it('is decided by the sources, ports and protocols of its rules', async () => {
    const rule = COLLECTION('out', 200, 'Allow', '');
    for (const [from, to, expected] of [
      ['["*"]\n    destination_ports', '["10.1.1.0/24"]\n    destination_ports', 'open'],
      ['["*"]\n    destination_ports', '["10.1.2.0/24"]\n    destination_ports', 'closed'],
      ['["*"]\n    destination_ports', '["10.1.1.1-10.1.1.20"]\n    destination_ports', 'open'],
      ['["25"]', '["1-1024"]', 'open'],
      ['["25"]', '["587"]', 'closed'],
      ['["TCP"]', '["UDP", "Any"]', 'open'],
      ['["TCP"]', '["UDP", "ICMP"]', 'closed'],
    ] as const) {
      const text = rule.replace(/ += /g, ' = ').replace(from, to);
      assert.match(await answer(behind(text)), new RegExp(`^${expected}`), to);
    }
  });

  it('takes the addresses of its rules from IP groups', async () => {
    const group = `
resource "azurerm_ip_group" "servers" {
  name  = "servers"
  cidrs = ["10.1.1.10"]
}
resource "azurerm_ip_group_cidr" "other" {
  ip_group_id = azurerm_ip_group.servers.id
  cidr        = "10.1.1.11"
}`;
    const rule = COLLECTION('out', 200, 'Allow', 'source_ip_groups = [azurerm_ip_group.servers.id]').replace(
      /source_addresses .*/,
      '',
    );
    assert.match(await answer(behind(group + rule)), /^open/);
    assert.match(await answer(behind(group.replace('10.1.1.10', '10.1.1.12') + rule)), /^closed/);
  });

  it('is for a relay when a rule names its host', async () => {
    const to = (host: string): string =>
      COLLECTION('relay', 200, 'Allow', `destination_fqdns = ["${host}"]`).replace(
        /destination_addresses .*/,
        '',
      );
    assert.match(
      await answer(behind(to('contoso-com.mail.protection.outlook.com'))),
      /^relay-only \| rule 'relay-rule'/,
    );
    assert.match(await answer(behind(to('smtp.example.net')), ['smtp.example.net']), /^relay-only/);
    assert.match(
      await answer(behind(to('smtp.example.net'))),
      /^\? TCP 25 is open to smtp\.example\.net alone: name them under smtp\.relays/,
    );
  });

  it('is not asked when a security group closes it before', async () => {
    const text = behind(COLLECTION('out', 200, 'Allow', ''));
    const closed = `
resource "azurerm_network_security_group" "mail" {
  name = "mail"
  security_rule {
    name = "no-smtp"
    priority = 100
    direction = "Outbound"
    access = "Deny"
    protocol = "Tcp"
    source_port_range = "*"
    source_address_prefix = "*"
    destination_port_range = "25"
    destination_address_prefix = "Internet"
  }
}
resource "azurerm_subnet_network_security_group_association" "mail" {
  subnet_id = azurerm_subnet.mail.id
  network_security_group_id = azurerm_network_security_group.mail.id
}`;
    assert.match(await answer(text + closed), /^closed \| rule 'no-smtp'/);
  });

  it('is found by the address of the route: a reference, or one in the subnet of the firewall', async () => {
    const rule = COLLECTION('out', 200, 'Allow', '');
    assert.match(await answer(MACHINE(ROUTE('"10.0.1.4"') + HUB() + rule)), /^open/);
    assert.match(
      await answer(MACHINE(ROUTE('"10.0.9.4"') + HUB() + rule)),
      /^\? route 'default' of azurerm_route_table\.spoke sends the traffic to an appliance or firewall/,
    );
    assert.match(
      await answer(MACHINE(`variable "hop" {}${ROUTE('var.hop')}${HUB()}${rule}`)),
      /^\? .* whose rules decide; var\.hop has no value/,
    );
  });
});

describe('mail through an Azure Firewall with policies', () => {
  const GROUP = (name: string, policy: string, priority: number, collections: string): string => `
resource "azurerm_firewall_policy_rule_collection_group" "${name}" {
  name               = "${name}"
  firewall_policy_id = azurerm_firewall_policy.${policy}.id
  priority           = ${priority}
  ${collections}
}`;
  const RULES = (name: string, priority: number, action: string): string => `
  network_rule_collection {
    name     = "${name}"
    priority = ${priority}
    action   = "${action}"
    rule {
      name                  = "${name}-rule"
      protocols             = ["TCP"]
      source_addresses      = ["10.0.0.0/8"]
      destination_addresses = ["*"]
      destination_ports     = ["25"]
    }
  }`;
  const POLICY = `
resource "azurerm_firewall_policy" "base" {
  name = "base"
}
resource "azurerm_firewall_policy" "own" {
  name           = "own"
  base_policy_id = azurerm_firewall_policy.base.id
}`;
  const behind = (more: string): string =>
    MACHINE(ROUTE(BY_REFERENCE) + HUB('firewall_policy_id = azurerm_firewall_policy.own.id') + POLICY + more);

  it('is closed without a rule that allows it', async () => {
    assert.match(await answer(behind('')), /^closed \| no rule of azurerm_firewall\.hub allows it/);
  });

  it('is decided by the parent before the policy itself, whatever the priorities', async () => {
    const parent = (action: string): string => GROUP('p', 'base', 900, RULES('parent', 900, action));
    const own = (action: string): string => GROUP('o', 'own', 100, RULES('child', 100, action));
    assert.match(await answer(behind(parent('Deny') + own('Allow'))), /^closed \| rule 'parent-rule'/);
    assert.match(await answer(behind(parent('Allow') + own('Deny'))), /^open \| rule 'parent-rule'/);
    assert.match(await answer(behind(own('Allow'))), /^open \| rule 'child-rule' of collection 'child'/);
  });

  it('is decided by the group with the lowest priority number, and then by the collection', async () => {
    const late = GROUP('late', 'own', 500, RULES('a', 100, 'Allow'));
    const early = GROUP('early', 'own', 200, RULES('d', 300, 'Deny'));
    assert.match(await answer(behind(late + early)), /^closed \| rule 'd-rule'/);
    const both = GROUP('one', 'own', 500, RULES('d', 400, 'Deny') + RULES('a', 300, 'Allow'));
    assert.match(await answer(behind(both)), /^open \| rule 'a-rule'/);
  });

  it('is not opened by application rules, which do not speak for mail', async () => {
    const web = GROUP(
      'web',
      'own',
      200,
      `
  application_rule_collection {
    name     = "all"
    priority = 100
    action   = "Allow"
    rule {
      name              = "all"
      source_addresses  = ["*"]
      destination_fqdns = ["*"]
      protocols {
        type = "Http"
        port = 25
      }
    }
  }`,
    );
    assert.match(await answer(behind(web)), /^closed/);
  });

  it('cannot be told when an unknown priority, policy or rule could change it', async () => {
    const deny = GROUP('d', 'own', 200, RULES('d', 300, 'Deny'));
    const open = GROUP('x', 'own', 100, RULES('a', 300, 'Allow')).replace(
      /priority += 100/,
      'priority = var.p',
    );
    assert.match(await answer(behind(`\nvariable "p" {}\n${deny}${open}`)), /^\? var\.p has no value/);
    assert.match(await answer(behind(`\nvariable "p" {}\n${open}`)), /^open/);
    const elsewhere = behind('').replace('azurerm_firewall_policy.own.id', 'var.policy');
    assert.match(await answer(`variable "policy" {}\n${elsewhere}`), /^\? var\.policy has no value/);
  });
});

describe('the public address that mail leaves by', () => {
  const NAT = `
resource "azurerm_nat_gateway" "out" {
  name = "out"
}
resource "azurerm_subnet_nat_gateway_association" "mail" {
  subnet_id      = azurerm_subnet.mail.id
  nat_gateway_id = azurerm_nat_gateway.out.id
}`;
  const NAT_ADDRESS = `
resource "azurerm_public_ip" "out" {
  name = "out"
  allocation_method = "Static"
}
resource "azurerm_nat_gateway_public_ip_association" "out" {
  nat_gateway_id       = azurerm_nat_gateway.out.id
  public_ip_address_id = azurerm_public_ip.out.id
}`;
  const LB = (sku: string, frontend = 'public_ip_address_id = azurerm_public_ip.lb.id'): string => `
resource "azurerm_public_ip" "lb" {
  name = "lb"
  allocation_method = "Static"
}
resource "azurerm_lb" "mail" {
  name = "mail"
  sku  = "${sku}"
  frontend_ip_configuration {
    name = "in"
    ${frontend}
  }
}
resource "azurerm_lb_backend_address_pool" "mail" {
  name            = "mail"
  loadbalancer_id = azurerm_lb.mail.id
}
resource "azurerm_network_interface_backend_address_pool_association" "nic" {
  network_interface_id    = azurerm_network_interface.nic.id
  ip_configuration_name   = "primary"
  backend_address_pool_id = azurerm_lb_backend_address_pool.mail.id
}`;
  const LB_RULE = (type: string, more: string): string => `
resource "azurerm_lb_${type}" "r" {
  name            = "r"
  loadbalancer_id = azurerm_lb.mail.id
  ${more}
}`;
  const POOL = 'backend_address_pool_id = azurerm_lb_backend_address_pool.mail.id';

  it('is lent by the platform when nothing is declared, but in a private subnet', async () => {
    assert.match(await answer(MACHINE()), /^open/);
    assert.equal(await explicit(MACHINE()), 'false');
    assert.match(
      await answer(MACHINE('', { subnet: PRIVATE })),
      /^closed \| azurerm_subnet\.mail is a private/,
    );
    assert.equal(await explicit(MACHINE('', { subnet: PRIVATE })), 'false');
  });

  it('is its own', async () => {
    const own = MACHINE('resource "azurerm_public_ip" "own" {\n name = "own"\n}', {
      subnet: PRIVATE,
      nic: 'public_ip_address_id = azurerm_public_ip.own.id',
    });
    assert.match(await answer(own), /^open/);
    assert.equal(await explicit(own), 'true');
    const perhaps = `variable "ip" {}${MACHINE('', { subnet: PRIVATE, nic: 'public_ip_address_id = var.ip' })}`;
    assert.match(await answer(perhaps), /^\? var\.ip has no value/);
    assert.match(await explicit(perhaps), /^\? var\.ip has no value/);
  });

  it('is that of a NAT gateway, when that has one', async () => {
    const text = (more: string): string => MACHINE(NAT + more, { subnet: PRIVATE });
    assert.match(await answer(text(NAT_ADDRESS)), /^open/);
    assert.equal(await explicit(text(NAT_ADDRESS)), 'true');
    assert.match(
      await answer(text('')),
      /^\? azurerm_nat_gateway\.out has no public address in this deployment/,
    );
  });

  it('is that of a load balancer with a rule for it', async () => {
    for (const [text, expected] of [
      [LB_RULE('outbound_rule', `protocol = "Tcp"\n${POOL}`), 'open'],
      [LB_RULE('outbound_rule', `protocol = "All"\n${POOL}`), 'open'],
      [LB_RULE('outbound_rule', `protocol = "Udp"\n${POOL}`), 'closed'],
      [
        LB_RULE(
          'rule',
          `protocol = "Tcp"\n${POOL.replace('_id =', '_ids =').replace('azurerm_lb_b', '[azurerm_lb_b')}]`,
        ),
        'open',
      ],
      [
        LB_RULE(
          'rule',
          `protocol = "Tcp"\ndisable_outbound_snat = true\nbackend_address_pool_ids = [azurerm_lb_backend_address_pool.mail.id]`,
        ),
        'closed',
      ],
      ['', 'closed'],
    ] as const) {
      const whole = MACHINE(LB('Standard') + text);
      assert.match(await answer(whole), new RegExp(`^${expected}`), text);
      assert.equal(await explicit(whole), String(expected === 'open'), text);
    }
  });

  it('is not lent behind a Standard load balancer, even an internal one', async () => {
    const inside = 'subnet_id = azurerm_subnet.mail.id';
    assert.match(
      await answer(MACHINE(LB('Standard', inside))),
      /^closed \| a Standard load balancer ends default outbound access in azurerm_subnet\.mail/,
    );
    assert.match(await answer(MACHINE(LB('Basic', inside))), /^open/);
    assert.match(await answer(MACHINE(LB('Basic'), { subnet: PRIVATE })), /^open/);
  });
});

describe('routes that no template states', () => {
  const GATEWAY = (more: string): string => `
resource "azurerm_subnet" "gateway" {
  name                 = "GatewaySubnet"
  virtual_network_name = azurerm_virtual_network.spoke.name
  address_prefixes     = ["10.1.255.0/27"]
}
resource "azurerm_virtual_network_gateway" "vpn" {
  name = "vpn"
  ${more}
  ip_configuration {
    subnet_id = azurerm_subnet.gateway.id
  }
}`;

  it('matter when a gateway of the network may have learned one', async () => {
    const bgp = 'type = "Vpn"\nenable_bgp = true';
    assert.match(
      await answer(MACHINE(GATEWAY(bgp))),
      /^\? azurerm_virtual_network_gateway\.vpn may have learned a default route by BGP/,
    );
    assert.match(await answer(MACHINE(GATEWAY('type = "ExpressRoute"'))), /^\? .* by BGP/);
    assert.match(await answer(MACHINE(GATEWAY('type = "Vpn"'))), /^open/);
    assert.match(
      await answer(MACHINE(GATEWAY('type = "Vpn"\ndefault_local_network_gateway_id = "/x"'))),
      /^\? azurerm_virtual_network_gateway\.vpn sends all traffic to a site/,
    );
  });

  it('do not matter behind a default route of its own, or when they are kept out', async () => {
    const table = (content: string): string => `
resource "azurerm_route_table" "r" {
  name = "r"
  ${content}
}
resource "azurerm_subnet_route_table_association" "r" {
  subnet_id      = azurerm_subnet.mail.id
  route_table_id = azurerm_route_table.r.id
}`;
    const text = (content: string): string => MACHINE(GATEWAY('type = "ExpressRoute"') + table(content));
    assert.match(await answer(text('bgp_route_propagation_enabled = false')), /^open/);
    assert.match(await answer(text('disable_bgp_route_propagation = true')), /^open/);
    assert.match(await answer(text('bgp_route_propagation_enabled = true')), /^\?/);
    const route = (hop: string): string =>
      `route {\nname = "d"\naddress_prefix = "0.0.0.0/0"\nnext_hop_type = "${hop}"\n}`;
    assert.match(await answer(text(route('Internet'))), /^open/);
    assert.match(await answer(text(route('None'))), /^closed/);
  });

  it('may come from a gateway of a peer, and from a virtual hub', async () => {
    const peering = (uses: boolean): string => `
resource "azurerm_virtual_network_peering" "hub" {
  name = "hub"
  virtual_network_name      = azurerm_virtual_network.spoke.name
  remote_virtual_network_id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/hub"
  use_remote_gateways       = ${uses}
}`;
    assert.match(
      await answer(MACHINE(peering(true))),
      /^\? azurerm_virtual_network_peering\.hub uses the gateway/,
    );
    assert.match(await answer(MACHINE(peering(false))), /^open/);
    const hub = (more: string): string => `
resource "azurerm_virtual_hub_connection" "c" {
  name = "c"
  virtual_hub_id = "/x"
  remote_virtual_network_id = azurerm_virtual_network.spoke.id
  ${more}
}`;
    assert.match(
      await answer(MACHINE(hub('internet_security_enabled = true'))),
      /^\? .* virtual hub, whose routing/,
    );
    assert.match(await explicit(MACHINE(hub('internet_security_enabled = true'))), /^\? .* virtual hub/);
    assert.match(await answer(MACHINE(hub(''))), /^open/);
  });
});

describe('security admin rules of a network manager', () => {
  const MANAGED = (action: string, more = ''): string => `
resource "azurerm_network_manager_security_admin_configuration" "c" {
  name = "c"
  network_manager_id = "/m"
}
resource "azurerm_network_manager_network_group" "g" {
  name = "g"
  network_manager_id = "/m"
}
resource "azurerm_network_manager_static_member" "spoke" {
  name                      = "spoke"
  network_group_id          = azurerm_network_manager_network_group.g.id
  target_virtual_network_id = azurerm_virtual_network.spoke.id
}
resource "azurerm_network_manager_admin_rule_collection" "rc" {
  name                            = "rc"
  security_admin_configuration_id = azurerm_network_manager_security_admin_configuration.c.id
  network_group_ids               = [azurerm_network_manager_network_group.g.id]
}
resource "azurerm_network_manager_admin_rule" "smtp" {
  name                     = "smtp"
  admin_rule_collection_id = azurerm_network_manager_admin_rule_collection.rc.id
  action                   = "${action}"
  direction                = "Outbound"
  priority                 = 10
  protocol                 = "Tcp"
  destination_port_ranges  = ["25"]
}
${more}`;
  const DEPLOYED = `
resource "azurerm_network_manager_deployment" "d" {
  network_manager_id = "/m"
  location           = "westeurope"
  scope_access       = "SecurityAdmin"
  configuration_ids  = [azurerm_network_manager_security_admin_configuration.c.id]
}`;
  const NSG = (access: string): string => `
resource "azurerm_network_security_group" "mail" {
  name = "mail"
  security_rule {
    name = "smtp-rule"
    priority = 100
    direction = "Outbound"
    access = "${access}"
    protocol = "Tcp"
    source_port_range = "*"
    source_address_prefix = "*"
    destination_port_range = "25"
    destination_address_prefix = "Internet"
  }
}
resource "azurerm_subnet_network_security_group_association" "mail" {
  subnet_id = azurerm_subnet.mail.id
  network_security_group_id = azurerm_network_security_group.mail.id
}`;

  it('deny before the security groups are asked', async () => {
    assert.equal(
      await answer(MACHINE(MANAGED('Deny', DEPLOYED) + NSG('Allow'))),
      "closed | security admin rule 'smtp' (priority 10) (azurerm_network_manager_admin_rule_collection.rc)",
    );
  });

  it('that always allow leave the security groups out; those that allow do not', async () => {
    assert.match(
      await answer(MACHINE(MANAGED('AlwaysAllow', DEPLOYED) + NSG('Deny'))),
      /^open \| security admin rule 'smtp'/,
    );
    assert.match(
      await answer(MACHINE(MANAGED('Allow', DEPLOYED) + NSG('Deny'))),
      /^closed \| rule 'smtp-rule'/,
    );
  });

  it('matter only where they could change the answer', async () => {
    assert.match(await answer(MACHINE(MANAGED('Deny') + NSG('Deny'))), /^closed \| rule 'smtp-rule'/);
    assert.match(
      await answer(MACHINE(MANAGED('Deny') + NSG('Allow'))),
      /^\? whether the configuration of azurerm_network_manager_admin_rule_collection\.rc is deployed/,
    );
  });

  it('are for the networks of their groups', async () => {
    const other = MANAGED('Deny', DEPLOYED).replace(
      'target_virtual_network_id = azurerm_virtual_network.spoke.id',
      'target_virtual_network_id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/other"',
    );
    assert.match(await answer(MACHINE(other)), /^open/);
  });
});

describe('mail to the relay', () => {
  const relay = async (text: string, relays: readonly string[]): Promise<string> => {
    const { mailFlow } = await machineIn(text, relays);
    return `${shown(mailFlow?.relayReachable)}${mailFlow?.relayBlockedBy === undefined ? '' : ` | ${mailFlow.relayBlockedBy}`}`;
  };
  const NSG = (port: string, to: string): string => `
resource "azurerm_network_security_group" "mail" {
  name = "mail"
  security_rule {
    name = "deny"
    priority = 100
    direction = "Outbound"
    access = "Deny"
    protocol = "*"
    source_port_range = "*"
    source_address_prefix = "*"
    destination_port_range = "${port}"
    destination_address_prefix = "${to}"
  }
}
resource "azurerm_subnet_network_security_group_association" "mail" {
  subnet_id = azurerm_subnet.mail.id
  network_security_group_id = azurerm_network_security_group.mail.id
}`;

  it('gets there on 25 or on 587', async () => {
    const text = MACHINE(NSG('25', 'Internet'));
    assert.equal(await relay(text, ['smtp.example.net']), 'true');
    assert.equal(await relay(text, ['203.0.113.9']), 'true');
    assert.equal(await relay(MACHINE(), ['contoso-com.mail.protection.outlook.com']), 'true');
  });

  it('does not get there when rules or the lack of a way out keep it', async () => {
    const closed = "false | rule 'deny' (priority 100) of azurerm_network_security_group.mail";
    assert.equal(await relay(MACHINE(NSG('*', 'Internet')), ['smtp.example.net']), closed);
    assert.equal(await relay(MACHINE(NSG('1-1024', '203.0.113.0/24')), ['203.0.113.9']), closed);
    assert.equal(
      await relay(MACHINE('', { subnet: PRIVATE }), ['203.0.113.9']),
      'false | azurerm_subnet.mail is a private subnet, and nothing else gives a way out',
    );
  });

  it('inside needs no way out', async () => {
    assert.equal(await relay(MACHINE('', { subnet: PRIVATE }), ['10.0.9.4']), 'true');
    assert.equal(await relay(MACHINE(NSG('*', 'Internet')), ['10.0.9.4']), 'true');
    assert.match(await relay(MACHINE(NSG('*', '*')), ['10.0.9.4']), /^false \| rule 'deny'/);
    assert.match(await relay(MACHINE(NSG('*', 'VirtualNetwork')), ['10.0.9.4']), /^false \| rule 'deny'/);
  });

  it('is not asked about when there is none', async () => assert.equal(await relay(MACHINE(), []), 'absent'));
});

describe('a way out in ARM', () => {
  const VNET = (apiVersion: string, properties: object): object => ({
    type: 'Microsoft.Network/virtualNetworks',
    apiVersion,
    name: 'v',
    properties: {
      addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
      subnets: [{ name: 's', properties: { addressPrefix: '10.0.1.0/24', ...properties } }],
    },
  });
  const SUBNET_ID = "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'v', 's')]";
  const NIC = (properties: object = {}): object => ({
    type: 'Microsoft.Network/networkInterfaces',
    apiVersion: '2024-05-01',
    name: 'nic',
    properties: {
      ipConfigurations: [{ name: 'a', properties: { subnet: { id: SUBNET_ID }, ...properties } }],
    },
  });
  const VM = {
    type: 'Microsoft.Compute/virtualMachines',
    apiVersion: '2024-07-01',
    name: 'ex01',
    properties: {
      networkProfile: {
        networkInterfaces: [{ id: "[resourceId('Microsoft.Network/networkInterfaces', 'nic')]" }],
      },
    },
  };
  const flow = (...resources: readonly object[]): string => {
    const { mailFlow } = machineInTemplate(resources);
    return `${shown(mailFlow?.smtpToInternet)} | ${mailFlow?.decidedBy} | ${shown(mailFlow?.explicitOutbound)}`;
  };

  it('is lent, by API versions before 2025-07-01; after, it depends on the age of the network', () => {
    assert.match(flow(VM, NIC(), VNET('2024-05-01', {})), /^open \| .* \| false$/);
    assert.match(
      flow(VM, NIC(), VNET('2025-07-01', {})),
      /^\? .* is private by default if its network is new/,
    );
    assert.match(flow(VM, NIC(), VNET('2025-07-01', { defaultOutboundAccess: false })), /^closed/);
    assert.match(flow(VM, NIC(), VNET('2025-07-01', { defaultOutboundAccess: true })), /^open/);
  });

  it('is that of the subnet, also when the interface names that by its place in the network', () => {
    const place = "[reference(resourceId('Microsoft.Network/virtualNetworks', 'v')).subnets[0].id]";
    assert.match(
      flow(VM, NIC({ subnet: { id: place } }), VNET('2024-05-01', { defaultOutboundAccess: false })),
      /^closed \| Microsoft\.Network\/virtualNetworks\/v is a private subnet/,
    );
  });

  it('is a NAT gateway or a public address', () => {
    const nat = {
      type: 'Microsoft.Network/natGateways',
      apiVersion: '2024-05-01',
      name: 'nat',
      properties: { publicIpAddresses: [{ id: "[resourceId('Microsoft.Network/publicIPAddresses', 'p')]" }] },
    };
    const natGateway = { id: "[resourceId('Microsoft.Network/natGateways', 'nat')]" };
    const subnet = { defaultOutboundAccess: false, natGateway };
    assert.match(flow(VM, NIC(), VNET('2024-05-01', subnet), nat), /^open \| .* \| true$/);
    const own = { publicIPAddress: { id: "[resourceId('Microsoft.Network/publicIPAddresses', 'p')]" } };
    assert.match(flow(VM, NIC(own), VNET('2025-07-01', {})), /^open \| .* \| true$/);
  });

  it('is the outbound rule of a load balancer', () => {
    const POOL = "[resourceId('Microsoft.Network/loadBalancers/backendAddressPools', 'lb', 'pool')]";
    const lb = (outboundRules: readonly object[]): object => ({
      type: 'Microsoft.Network/loadBalancers',
      apiVersion: '2024-05-01',
      name: 'lb',
      sku: { name: 'Standard' },
      properties: {
        frontendIPConfigurations: [
          {
            name: 'f',
            properties: {
              publicIPAddress: { id: "[resourceId('Microsoft.Network/publicIPAddresses', 'p')]" },
            },
          },
        ],
        backendAddressPools: [{ name: 'pool' }],
        outboundRules,
      },
    });
    const nic = NIC({ loadBalancerBackendAddressPools: [{ id: POOL }] });
    const rule = { name: 'o', properties: { protocol: 'All', backendAddressPool: { id: POOL } } };
    assert.match(flow(VM, nic, VNET('2024-05-01', {}), lb([rule])), /^open \| .* \| true$/);
    assert.match(flow(VM, nic, VNET('2024-05-01', {}), lb([])), /^closed \| a Standard load balancer/);
  });

  it('is a firewall with a policy, found by its address', () => {
    const firewall = {
      type: 'Microsoft.Network/azureFirewalls',
      apiVersion: '2024-05-01',
      name: 'fw',
      properties: { firewallPolicy: { id: "[resourceId('Microsoft.Network/firewallPolicies', 'p')]" } },
    };
    const policy = {
      type: 'Microsoft.Network/firewallPolicies',
      apiVersion: '2024-05-01',
      name: 'p',
      properties: {},
    };
    const group = (action: string): object => ({
      type: 'Microsoft.Network/firewallPolicies/ruleCollectionGroups',
      apiVersion: '2024-05-01',
      name: 'p/g',
      properties: {
        priority: 100,
        ruleCollections: [
          {
            ruleCollectionType: 'FirewallPolicyFilterRuleCollection',
            name: 'c',
            priority: 100,
            action: { type: action },
            rules: [
              {
                ruleType: 'NetworkRule',
                name: 'smtp',
                ipProtocols: ['TCP'],
                sourceAddresses: ['10.0.1.0/24'],
                destinationAddresses: ['*'],
                destinationPorts: ['25'],
              },
            ],
          },
        ],
      },
    });
    const table = {
      type: 'Microsoft.Network/routeTables',
      apiVersion: '2024-05-01',
      name: 'rt',
      properties: {
        routes: [
          {
            name: 'default',
            properties: {
              addressPrefix: '0.0.0.0/0',
              nextHopType: 'VirtualAppliance',
              nextHopIpAddress:
                "[reference(resourceId('Microsoft.Network/azureFirewalls', 'fw')).ipConfigurations[0].properties.privateIPAddress]",
            },
          },
        ],
      },
    };
    const routed = VNET('2024-05-01', {
      routeTable: { id: "[resourceId('Microsoft.Network/routeTables', 'rt')]" },
    });
    const all = (action: string): string => flow(VM, NIC(), routed, table, firewall, policy, group(action));
    assert.equal(
      all('Allow'),
      "open | rule 'smtp' of collection 'c' (Microsoft.Network/firewallPolicies/p/ruleCollectionGroups/g) | true",
    );
    assert.match(all('Deny'), /^closed \| rule 'smtp'/);
  });

  it('is the only firewall, when the route names an address of the only subnet for firewalls', () => {
    const network = {
      type: 'Microsoft.Network/virtualNetworks',
      apiVersion: '2024-05-01',
      name: 'v',
      properties: {
        addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
        subnets: [
          {
            name: 's',
            properties: {
              addressPrefix: '10.0.1.0/24',
              routeTable: { id: "[resourceId('Microsoft.Network/routeTables', 'rt')]" },
            },
          },
          { name: 'AzureFirewallSubnet', properties: { addressPrefix: '10.0.2.0/26' } },
        ],
      },
    };
    const firewall = (subnet: string): object => ({
      type: 'Microsoft.Network/azureFirewalls',
      apiVersion: '2024-05-01',
      name: 'fw',
      properties: { ipConfigurations: [{ name: 'a', properties: { subnet: { id: subnet } } }] },
    });
    const table = (nextHopIpAddress: string): object => ({
      type: 'Microsoft.Network/routeTables',
      apiVersion: '2024-05-01',
      name: 'rt',
      properties: {
        routes: [
          {
            name: 'd',
            properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress },
          },
        ],
      },
    });
    const told = "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'v', 'AzureFirewallSubnet')]";
    const untold = "[reference('elsewhere').outputs.subnet.value]";
    assert.match(flow(VM, NIC(), network, table('10.0.2.4'), firewall(told)), /^closed \| no rule of/);
    assert.match(flow(VM, NIC(), network, table('10.0.2.4'), firewall(untold)), /^closed \| no rule of/);
    assert.match(flow(VM, NIC(), network, table('10.0.9.4'), firewall(untold)), /^\? route 'd'/);
  });
});
