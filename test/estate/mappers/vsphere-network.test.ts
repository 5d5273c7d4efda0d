import { deepEqual, equal } from 'node:assert/strict';
import type { NetworkInterface } from '../../../src/estate/model.ts';
import { data, json, machineOf, resource, vm, why } from '../../support/vsphere.ts';

describe('addresses of vSphere machines', () => {
  const nics = 'network_interface {\n  network_id = "n"\n}\n';
  const customize = (lines: string): string =>
    vm(`${nics}clone {\n  template_uuid = "u"\n  customize {\n${lines}\n  }\n}`);
  const allocationOf = async (main: string): Promise<unknown> =>
    json((await machineOf(main)).networkInterfaces[0]?.addressAllocation);

  it('static', async () =>
    equal(await allocationOf(customize('network_interface {\n  ipv4_address = "10.0.0.4"\n}')), 'static'));
  it('dynamic', async () => equal(await allocationOf(customize('network_interface {}')), 'dynamic'));
  it('not customized', async () =>
    deepEqual(await allocationOf(vm(nics)), {
      $unknown: 'the machine is not customized here, so the guest decides how it gets its addresses',
    }));
});

describe('network interfaces of vSphere machines', () => {
  const nic = 'network_interface {\n  network_id = data.vsphere_network.n.id\n}\n';
  const network = data('vsphere_network', 'n', 'name = "VM Network"');
  const interfaceOf = async (main: string): Promise<NetworkInterface> => {
    const [first] = (await machineOf(main)).networkInterfaces;
    if (first === undefined) throw new Error('There is no interface.');
    return first;
  };
  const customized = (lines: string): string =>
    network +
    vm(
      `${nic}clone {\n  template_uuid = "u"\n  customize {\n    network_interface {\n${lines}\n    }\n  }\n}`,
    );

  it('are VMXNET3 adapters unless they say otherwise', async () => {
    deepEqual(json((await interfaceOf(network + vm(nic))).adapter), 'vmxnet3');
    deepEqual(
      json(
        (await interfaceOf(vm('network_interface {\n  network_id = "n"\n  adapter_type = "e1000e"\n}')))
          .adapter,
      ),
      'e1000e',
    );
  });
  it('are on a port group of one name, declared or looked up', async () => {
    const declaredGroup = `${resource('vsphere_distributed_port_group', 'g', 'name = "mail"')}${vm('network_interface {\n  network_id = vsphere_distributed_port_group.g.id\n}')}`;
    const lookedUp = `${data('vsphere_network', 'g', 'name = "mail"')}${vm('network_interface {\n  network_id = data.vsphere_network.g.id\n}')}`;
    deepEqual(
      [json((await interfaceOf(declaredGroup)).network), json((await interfaceOf(lookedUp)).network)],
      ['mail', 'mail'],
    );
  });
  it('have the addresses that the customization fixes, an APIPA address included', async () => {
    const {
      addresses = [],
      addressAllocation,
      ipv6Only,
    } = await interfaceOf(customized('ipv4_address = "169.254.3.4"\nipv6_address = "fd00::4"'));
    deepEqual(
      [addresses.map(address => json(address)), json(addressAllocation), json(ipv6Only)],
      [['169.254.3.4', 'fd00::4'], 'static', false],
    );
  });
  it('with an IPv6 address alone may get an IPv4 one by DHCP', async () => {
    const { addressAllocation, ipv6Only } = await interfaceOf(customized('ipv6_address = "fd00::4"'));
    deepEqual(
      [json(addressAllocation), why(ipv6Only)],
      [
        'dynamic',
        ['the interface has a fixed IPv6 address, and an IPv4 one only if DHCP gives it: set ipv4_address'],
      ],
    );
  });
  it('take the specification that the clone names', async () => {
    const specification = resource(
      'vsphere_guest_os_customization',
      'ex',
      'name = "exchange"\ntype = "Windows"\nspec {\n  windows_options {\n    computer_name = "EX01"\n  }\n  network_interface {\n    ipv4_address = "10.0.0.4"\n  }\n}',
    );
    for (const id of ['vsphere_guest_os_customization.ex.id', '"exchange"']) {
      const main =
        specification +
        network +
        vm(`${nic}clone {\n  template_uuid = "u"\n  customization_spec {\n    id = ${id}\n  }\n}`);
      const machine = await machineOf(main);
      deepEqual(
        [
          json(machine.computerName),
          json(machine.os.family),
          json((await interfaceOf(main)).addressAllocation),
        ],
        ['EX01', 'windows', 'static'],
      );
    }
  });
});
