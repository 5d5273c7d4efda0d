import { deepEqual, equal } from 'node:assert/strict';
import { buildEstate } from '../../../src/estate/build.ts';
import { NO_DECLARATIONS } from '../../../src/estate/declarations.ts';
import { vsphereMapper } from '../../../src/estate/mappers/vsphere.ts';
import { evaluateRootModule } from '../../../src/terraform/index.ts';
import { memoryTree } from '../../support/memory-tree.ts';
import { estateOf, json, machineOf, NO_INPUTS, vm } from '../../support/vsphere.ts';

describe('vSphere placement', () => {
  const cluster = (drs: string): string =>
    `resource "vsphere_compute_cluster" "c" {\n  name = "c"\n  datacenter_id = "dc"\n${drs}\n}\n`;
  const two = 'resource "vsphere_virtual_machine" "ex" {\n  count = 2\n  name = "ex0${count.index + 1}"\n}\n';
  const rule = (lines: string): string =>
    `resource "vsphere_compute_cluster_vm_anti_affinity_rule" "r" {\n  name = "r"\n  compute_cluster_id = vsphere_compute_cluster.c.id\n${lines}\n}\n`;
  const separation = async (main: string): Promise<unknown> => {
    const [dag] = (await estateOf(main)).dags;
    return [json(dag?.membersSeparated), dag?.separationText];
  };
  const all = 'virtual_machine_ids = vsphere_virtual_machine.ex[*].id';

  it('a rule over a splat keeps all members apart', async () =>
    deepEqual(await separation(cluster('drs_enabled = true') + two + rule(all)), [
      true,
      'vsphere_compute_cluster_vm_anti_affinity_rule.r keeps ex01 and ex02 apart',
    ]));
  const unknownCount = `variable "servers" {}\nresource "vsphere_tag_category" "dag" {\n  name = "exchange-dag"\n}\nresource "vsphere_tag" "dag" {\n  name = "DAG1"\n  category_id = vsphere_tag_category.dag.id\n}\nresource "vsphere_virtual_machine" "ex" {\n  for_each = var.servers\n  name = "ex-\${each.key}"\n  tags = [vsphere_tag.dag.id]\n}\n`;
  const ofUnknownCount = async (main: string): Promise<unknown> => {
    const deployment = await evaluateRootModule(memoryTree({ 'main.tf': main }), '.', NO_INPUTS);
    const [dag] = buildEstate(deployment, NO_DECLARATIONS, [vsphereMapper]).estate.dags;
    return [dag?.membersSeparated.kind, dag?.separationText];
  };
  it('a rule over all of an unknown number of members keeps them apart', async () =>
    deepEqual(
      await ofUnknownCount(
        `${cluster('drs_enabled = true')}${unknownCount}${rule('virtual_machine_ids = [for v in vsphere_virtual_machine.ex : v.id]')}`,
      ),
      ['bool', 'vsphere_compute_cluster_vm_anti_affinity_rule.r keeps ex-… and ex-… apart'],
    ));
  it('an unknown number of members without a rule leaves it open', async () =>
    deepEqual(await ofUnknownCount(unknownCount), ['unknown', 'how many members there are is not known']));
  it('a rule over a list of references does too', async () =>
    deepEqual(
      await separation(
        cluster('drs_enabled = true') +
          vm('') +
          vm('', 'ex02') +
          rule('virtual_machine_ids = [vsphere_virtual_machine.ex01.id, vsphere_virtual_machine.ex02.id]'),
      ),
      [true, 'vsphere_compute_cluster_vm_anti_affinity_rule.r keeps ex01 and ex02 apart'],
    ));
  it('without DRS the rule does nothing', async () =>
    deepEqual(await separation(cluster('') + two + rule(all)), [
      false,
      'vsphere_compute_cluster_vm_anti_affinity_rule.r is not in force',
    ]));
  it('switched off it does nothing', async () =>
    deepEqual(
      await separation(`${cluster('drs_enabled = true')}${two}${rule(`${all}\n  enabled = false`)}`),
      [false, 'vsphere_compute_cluster_vm_anti_affinity_rule.r is not in force'],
    ));
  it('a rule of unknown members leaves it open', async () =>
    deepEqual(
      await separation(
        `variable "ids" {}\n${cluster('drs_enabled = true')}${two}${rule('virtual_machine_ids = var.ids')}`,
      ),
      [
        { $unknown: 'var.ids has no value: set it in a .tfvars file or with --var' },
        'vsphere_compute_cluster_vm_anti_affinity_rule.r may cover ex01 and ex02',
      ],
    ));
  const together = (lines: string): string =>
    rule(lines).replace('_vm_anti_affinity_rule" "r"', '_vm_affinity_rule" "t"');
  const drs = cluster('drs_enabled = true');
  const keptTogether = 'vsphere_compute_cluster_vm_affinity_rule.t keeps ex01 and ex02 on one host';
  it('an affinity rule keeps all members on one host', async () =>
    deepEqual(await separation(drs + two + together(all)), [false, keptTogether]));
  it('an affinity rule that is switched off does nothing', async () =>
    deepEqual(await separation(drs + two + rule(all) + together(`${all}\n  enabled = false`)), [
      true,
      'vsphere_compute_cluster_vm_anti_affinity_rule.r keeps ex01 and ex02 apart',
    ]));
  it('an affinity rule of one member and another machine is none of the DAG', async () =>
    deepEqual(
      await separation(
        `${drs}${two}${vm('', 'fs')}${rule(all)}${together('virtual_machine_ids = [vsphere_virtual_machine.ex[0].id, vsphere_virtual_machine.fs.id]')}`,
      ),
      [true, 'vsphere_compute_cluster_vm_anti_affinity_rule.r keeps ex01 and ex02 apart'],
    ));
  it('rules that contradict each other leave it open', async () =>
    deepEqual(await separation(drs + two + rule(all) + together(all)), [
      { $unknown: 'vSphere decides which of the two it keeps to' },
      `vsphere_compute_cluster_vm_anti_affinity_rule.r keeps ex01 and ex02 apart, but ${keptTogether}`,
    ]));
  it('an affinity rule of unknown members leaves open what a rule keeps apart', async () =>
    deepEqual(
      await separation(
        `variable "ids" {}\n${drs}${two}${rule(all)}${together('virtual_machine_ids = var.ids')}`,
      ),
      [
        { $unknown: 'var.ids has no value: set it in a .tfvars file or with --var' },
        'vsphere_compute_cluster_vm_affinity_rule.t may cover ex01 and ex02',
      ],
    ));
  it('without a rule they can meet', async () =>
    deepEqual(await separation(two), [false, 'nothing keeps ex01 and ex02 on different hosts']));

  const clusters = (first: string, second: string): string =>
    `data "vsphere_datacenter" "dc" {\n  name = "dc1"\n}\n${[first, second]
      .map(
        (name, index) =>
          `data "vsphere_compute_cluster" "c${index}" {\n  name = "${name}"\n  datacenter_id = data.vsphere_datacenter.dc.id\n}\n` +
          vm(`resource_pool_id = data.vsphere_compute_cluster.c${index}.resource_pool_id`, `ex0${index + 1}`),
      )
      .join('')}`;
  it('two clusters keep them apart', async () =>
    deepEqual(await separation(clusters('prod-a', 'prod-b')), [
      true,
      'ex01 and ex02 are in different sites',
    ]));
  it('two data sources of one cluster do not', async () =>
    deepEqual(await separation(clusters('prod', 'prod')), [
      false,
      'nothing keeps ex01 and ex02 on different hosts',
    ]));
  it('a resource pool belongs to its cluster', async () => {
    const { placement } = await machineOf(
      `${cluster('')}resource "vsphere_resource_pool" "p" {\n  name = "p"\n  parent_resource_pool_id = vsphere_compute_cluster.c.resource_pool_id\n}\n${vm('resource_pool_id = vsphere_resource_pool.p.id')}`,
    );
    equal(json(placement.site), '/c');
  });
  const hostGroups = (second: string): string => {
    const group = (index: number, host: string): string =>
      `resource "vsphere_compute_cluster_vm_group" "m${index}" {\n  name = "m${index}"\n  compute_cluster_id = vsphere_compute_cluster.c.id\n  virtual_machine_ids = [vsphere_virtual_machine.ex[${index}].id]\n}\n` +
      `resource "vsphere_compute_cluster_host_group" "h${index}" {\n  name = "h${index}"\n  compute_cluster_id = vsphere_compute_cluster.c.id\n  host_system_ids = [data.vsphere_host.${host}.id]\n}\n` +
      `resource "vsphere_compute_cluster_vm_host_rule" "r${index}" {\n  name = "r${index}"\n  compute_cluster_id = vsphere_compute_cluster.c.id\n  vm_group_name = vsphere_compute_cluster_vm_group.m${index}.name\n  affinity_host_group_name = vsphere_compute_cluster_host_group.h${index}.name\n}\n`;
    const hosts = ['a', 'b']
      .map(name => `data "vsphere_host" "${name}" {\n  name = "esx-${name}"\n}\n`)
      .join('');
    return cluster('drs_enabled = true') + hosts + two + group(0, 'a') + group(1, second);
  };
  it('groups of different hosts keep them apart', async () =>
    deepEqual(await separation(hostGroups('b')), [
      true,
      'vsphere_compute_cluster_vm_host_rule.r0 and vsphere_compute_cluster_vm_host_rule.r1 keep ex01 and ex02 on different hosts',
    ]));
  it('groups that share a host do not', async () =>
    deepEqual(await separation(hostGroups('a')), [false, 'nothing keeps ex01 and ex02 on different hosts']));
  it('pinned hosts keep them apart', async () =>
    deepEqual(
      await separation(
        `data "vsphere_host" "h" {\n  count = 2\n  name = "esx\${count.index}"\n}\n${vm('host_system_id = data.vsphere_host.h[0].id')}${vm('host_system_id = data.vsphere_host.h[1].id', 'ex02')}`,
      ),
      [true, 'ex01 and ex02 are on different hosts'],
    ));
});

describe('placement policies of Azure VMware Solution', () => {
  const two = 'resource "vsphere_virtual_machine" "ex" {\n  count = 2\n  name = "ex0${count.index + 1}"\n}\n';
  const policy = (lines: string): string =>
    `resource "azapi_resource" "p" {\n  type = "Microsoft.AVS/privateClouds/clusters/placementPolicies@2025-09-01"\n  name = "dag"\n  parent_id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.AVS/privateClouds/avs/clusters/c"\n  body = {\n    properties = {\n      type = "VmVm"\n      vmMembers = ["vm-1", "vm-2"]\n${lines}\n    }\n  }\n}\n`;
  const separation = async (lines: string): Promise<readonly unknown[]> => {
    const [dag] = (await estateOf(two + policy(lines))).dags;
    return [dag?.membersSeparated.kind, dag?.separationText];
  };

  it('may keep members apart, as they do not name them in a way that a template knows', async () =>
    deepEqual(await separation('affinityType = "AntiAffinity"'), [
      'unknown',
      'azapi_resource.p may cover ex01 and ex02',
    ]));
  it('do nothing when they are disabled', async () =>
    deepEqual(await separation('affinityType = "AntiAffinity"\nstate = "Disabled"'), [
      'bool',
      'nothing keeps ex01 and ex02 on different hosts',
    ]));
});
