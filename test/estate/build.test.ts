import { deepEqual } from 'node:assert/strict';
import { buildEstate } from '../../src/estate/build.ts';
import { NO_DECLARATIONS } from '../../src/estate/declarations.ts';
import type { Mapper } from '../../src/estate/mapper.ts';
import type { Machine } from '../../src/estate/model.ts';
import { literalAt, objectValue, stringValue } from '../../src/value/make.ts';
import type { Deployment, Resource } from '../../src/value/resource.ts';
import { machine } from './machines.ts';

const mapperOf = (...machines: readonly Machine[]): Mapper => ({
  platform: 'azure',
  handles: type => type === 'azurerm_windows_virtual_machine',
  map: () => ({ machines, diagnostics: [] }),
});

const deploymentOf = (...resources: readonly Resource[]): Deployment => ({
  path: '.',
  language: 'terraform',
  parameterFiles: [],
  resources,
  outputs: new Map(),
  diagnostics: [],
  files: [],
  comments: [],
});

const resourceOf = (type: string, mode: Resource['mode'] = 'managed'): Resource => ({
  ...machine({}).resource,
  address: `${type}.x`,
  type,
  mode,
});

describe('platforms that exvet does not map', () => {
  const types = [
    'Microsoft.HybridCompute/machines/providers/virtualMachineInstances',
    'vsphere_virtual_machine_class',
    'aws_instance',
    'proxmox_virtual_environment_vm',
  ];
  for (const type of types) {
    it(`${type} is told once`, () => {
      const { diagnostics } = buildEstate(
        deploymentOf(resourceOf(type), { ...resourceOf(type), address: `${type}.y` }),
        NO_DECLARATIONS,
        [mapperOf()],
      );
      deepEqual(
        diagnostics.map(({ code, effect }) => [code, effect]),
        [['estate-unsupported-type', 'unavailable']],
      );
    });
  }

  describe('machines that a template only registers with Azure Arc', () => {
    const arc = (kind: string): Resource => {
      const { range } = resourceOf('azurerm_arc_machine');
      const body = objectValue([['kind', stringValue(kind, literalAt(range))]], literalAt(range));
      return { ...resourceOf('azurerm_arc_machine'), body };
    };
    const told = (...resources: readonly Resource[]): readonly string[] =>
      buildEstate(deploymentOf(...resources), NO_DECLARATIONS, [mapperOf()]).diagnostics.map(
        ({ message }) => message,
      );

    it('are told, since their hardware stands elsewhere', () =>
      deepEqual(told(arc('VMware')), [
        "The virtual machine behind 'azurerm_arc_machine.x' is not declared here, only its registration with Azure Arc: if it runs Exchange, it is not checked.",
      ]));
    it('are not told with their virtual machine, nor when they are none', () => {
      const instance = resourceOf('Microsoft.ConnectedVMwarevSphere/virtualMachineInstances');
      deepEqual([told(arc('VMware'), instance), told(arc('EPS'))], [[], []]);
    });
  });

  it('what a mapper reads, other resources and data sources are not told', () => {
    const resources = [
      resourceOf('azurerm_windows_virtual_machine'),
      resourceOf('azurerm_storage_account'),
      resourceOf('azurerm_arc_kubernetes_cluster'),
      resourceOf('azurerm_stack_hci_cluster'),
      resourceOf('Microsoft.ScVmm/virtualMachineTemplates'),
      resourceOf('aws_instance', 'data'),
    ];
    deepEqual(buildEstate(deploymentOf(...resources), NO_DECLARATIONS, [mapperOf()]).diagnostics, []);
  });
});

describe('a machine that two templates declare', () => {
  it('is one server', () => {
    const address = 'Microsoft.Compute/virtualMachines/';
    const first = machine({ address: `${address}ex01`, name: 'ex01', dataDisks: ['data'] });
    const second = machine({ address: `${address}EX01`, name: 'EX01', script: 'exinstall.ps1' });
    const { estate } = buildEstate(deploymentOf(first.resource, second.resource), NO_DECLARATIONS, [
      mapperOf(first, second),
    ]);
    deepEqual(
      estate.servers.map(({ address: at, certain, disks }) => [at, certain, disks.length]),
      [[`${address}ex01`, true, 2]],
    );
  });
});
