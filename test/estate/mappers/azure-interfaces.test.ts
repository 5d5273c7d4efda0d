import assert from 'node:assert/strict';
import type { NetworkInterface } from '../../../src/estate/model.ts';
import { machineIn, machineInTemplate, place, shown } from '../../support/azure.ts';

const ESTATE = (nic: string, network = 'dns_servers = ["10.0.0.4"]', subnet = ''): string => `
resource "azurerm_virtual_network" "v" {
  name = "v"
  ${network}
}
resource "azurerm_subnet" "s" {
  name = "s"
  virtual_network_name = azurerm_virtual_network.v.name
  ${subnet}
}
resource "azurerm_network_interface" "nic" {
  name = "nic"
  ${nic}
}
resource "azurerm_windows_virtual_machine" "ex" {
  name = "ex01"
  size = "Standard_E16s_v5"
  network_interface_ids = [azurerm_network_interface.nic.id]
}`;

const STATIC = `ip_configuration {
    name = "i"
    subnet_id = azurerm_subnet.s.id
    private_ip_address_allocation = "Static"
    private_ip_address = "10.0.1.4"
  }`;

const nicOf = async (text: string): Promise<NetworkInterface> => {
  const [nic] = (await machineIn(text)).networkInterfaces;
  assert.ok(nic !== undefined);
  return nic;
};

const dnsOf = async (text: string): Promise<string> => shown((await nicOf(text)).customDns);

describe('a network interface in azurerm', () => {
  it('has its fixed addresses, its subnet and whom it asks for names', async () => {
    const nic = await nicOf(ESTATE(STATIC));
    assert.deepEqual(
      [nic.addressAllocation, nic.addresses?.[0], nic.ipv6Only, nic.network, nic.customDns].map(shown),
      ['static', '10.0.1.4', 'false', 'azurerm_subnet.s', 'true'],
    );
    assert.match(place(nic.customDns), /^4: \["10.0.0.4"\]/);
  });

  it('has no fixed address when DHCP gives it one', async () => {
    const nic = await nicOf(ESTATE(STATIC.replace('"Static"', '"Dynamic"')));
    assert.deepEqual([shown(nic.addressAllocation), nic.addresses], ['dynamic', []]);
  });

  it('has IPv6 alone when every configuration says so', async () => {
    const six = STATIC.replace('name = "i"', 'name = "i"\nprivate_ip_address_version = "IPv6"');
    assert.equal(shown((await nicOf(ESTATE(six))).ipv6Only), 'true');
    assert.equal(shown((await nicOf(ESTATE(`${STATIC}\n${six}`))).ipv6Only), 'false');
  });

  it('asks the servers of its own, of its network, or of a resource beside that', async () => {
    const own = 'dns_servers = ["10.0.0.9"]\n';
    assert.equal(await dnsOf(ESTATE(own + STATIC, '')), 'true');
    const beside = `
resource "azurerm_virtual_network_dns_servers" "d" {
      virtual_network_id = azurerm_virtual_network.v.id
      dns_servers = ["10.0.0.4"]
    }`;
    assert.equal(await dnsOf(ESTATE(STATIC, '') + beside), 'true');
  });

  it('asks Azure when its network names no server', async () => {
    assert.equal(await dnsOf(ESTATE(STATIC, '')), 'false');
    assert.equal(await dnsOf(ESTATE(STATIC, 'dns_servers = []')), 'false');
    assert.match(
      place((await nicOf(ESTATE(STATIC, ''))).customDns),
      /^2: resource "azurerm_virtual_network" "v"/,
    );
  });

  it('leaves open what inputs and other templates decide', async () => {
    assert.equal(
      await dnsOf(`variable "dns" {}\n${ESTATE(STATIC, 'dns_servers = var.dns')}`),
      '? var.dns has no value: set it in a .tfvars file or with --var',
    );
    const elsewhere = ESTATE(STATIC).replace('azurerm_virtual_network.v.name', '"other"');
    assert.equal(
      await dnsOf(elsewhere),
      '? the virtual network of azurerm_subnet.s is not in this deployment',
    );
  });
});

describe('a network interface in ARM', () => {
  const template = (nic: Readonly<Record<string, unknown>>, network: Readonly<Record<string, unknown>>) =>
    machineInTemplate([
      {
        type: 'Microsoft.Network/virtualNetworks',
        apiVersion: '2024-05-01',
        name: 'v',
        properties: { subnets: [{ name: 's', properties: { addressPrefix: '10.0.1.0/24' } }], ...network },
      },
      {
        type: 'Microsoft.Network/networkInterfaces',
        apiVersion: '2024-05-01',
        name: 'nic',
        properties: {
          ipConfigurations: [
            {
              name: 'i',
              properties: {
                privateIPAllocationMethod: 'Static',
                privateIPAddress: '10.0.1.4',
                subnet: { id: "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'v', 's')]" },
              },
            },
          ],
          ...nic,
        },
      },
      {
        type: 'Microsoft.Compute/virtualMachines',
        apiVersion: '2024-07-01',
        name: 'ex01',
        properties: {
          hardwareProfile: { vmSize: 'Standard_E16s_v5' },
          networkProfile: {
            networkInterfaces: [{ id: "[resourceId('Microsoft.Network/networkInterfaces', 'nic')]" }],
          },
        },
      },
    ]).networkInterfaces[0];

  it('has the same', () => {
    const nic = template({}, { dhcpOptions: { dnsServers: ['10.0.0.4'] } });
    assert.deepEqual(
      [nic?.addressAllocation, nic?.addresses?.[0], nic?.ipv6Only, nic?.network, nic?.customDns].map(shown),
      ['static', '10.0.1.4', 'false', 'microsoft.network/virtualnetworks/v/subnets/s', 'true'],
    );
    assert.equal(shown(template({}, {})?.customDns), 'false');
    assert.equal(shown(template({ dnsSettings: { dnsServers: ['10.0.0.9'] } }, {})?.customDns), 'true');
  });
});
