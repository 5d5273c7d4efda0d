import type { Disk, Estate, Server } from '../../src/estate/model.ts';
import { SourceFile } from '../../src/source/file.ts';
import {
  boolValue,
  listValue,
  literalAt,
  nullValue,
  numberValue,
  objectValue,
  stringValue,
} from '../../src/value/make.ts';
import type { Resource } from '../../src/value/resource.ts';
import { unknown } from '../../src/value/unknown.ts';
import type { Value } from '../../src/value/value.ts';
import { rangeOf } from './sample-report.ts';

/** An estate made by hand: one server with what is known and unknown of it, and a DAG. */

export const FILE = new SourceFile(
  'ex.tf',
  'resource "azurerm_windows_virtual_machine" "ex01" {\n  name = "ex01"\n}\n',
);
const HEADER = rangeOf(FILE, 'resource "azurerm_windows_virtual_machine" "ex01"');
const AT = literalAt(rangeOf(FILE, '"ex01"'));

const text = (value: string): Value => stringValue(value, AT);
const amount = (value: number): Value => numberValue(value, AT);
const yes = boolValue(true, AT);
const no = boolValue(false, AT);
const missing = (name: string): Value =>
  unknown({ kind: 'input', text: `var.${name} has no value: set it in a .tfvars file or with --var` }, AT);

export const RESOURCE: Resource = {
  address: 'azurerm_windows_virtual_machine.ex01',
  language: 'terraform',
  mode: 'managed',
  type: 'azurerm_windows_virtual_machine',
  label: 'ex01',
  body: objectValue(
    [
      ['name', text('ex01')],
      ['size', missing('size')],
      ['admin_password', { ...text('hunter2'), sensitive: true }],
      ['os_disk', listValue([objectValue([['caching', text('None')]], AT)], AT)],
      ['zones', listValue([text('1')], AT)],
    ],
    AT,
  ),
  callPath: [],
  range: HEADER,
  block: { file: FILE, start: 0, end: FILE.text.length - 1 },
  dependsOn: [],
};

const disk = (slot: string, name: string, facts: Partial<Disk>): Disk => ({
  address: `${RESOURCE.address} ${slot}`,
  resource: RESOURCE,
  name: text(name),
  isOs: false,
  slot,
  tags: new Map(),
  sizeGib: amount(1024),
  presentation: text('block'),
  contents: { role: text('exchange'), holdsExchangeData: yes, assumed: true },
  ...facts,
});

export const SERVER: Server = {
  address: RESOURCE.address,
  platform: 'azure',
  resource: RESOURCE,
  name: text('ex01'),
  computerName: undefined,
  tags: new Map(),
  hints: [],
  os: { family: text('windows'), release: text('2022-datacenter') },
  size: missing('size'),
  vcpus: missing('size'),
  memory: { sizeMib: amount(196608) },
  hasSnapshot: no,
  placement: {
    site: text('westeurope'),
    zone: text('1'),
    availabilitySet: undefined,
    host: undefined,
    antiAffinity: [],
  },
  disks: [
    disk('os', 'ex01-os', {
      isOs: true,
      sku: text('Premium_LRS'),
      sizeGib: amount(127),
      contents: { role: text('os'), holdsExchangeData: no, assumed: false },
    }),
    disk('lun 0', 'ex01-db', {
      sku: text('Standard_LRS'),
      contents: {
        role: text('database'),
        holdsExchangeData: yes,
        assumed: false,
        toldBy: { by: 'tag', text: 'tag exchange-disk = database', range: HEADER },
      },
    }),
    disk('lun 1', 'ex01-data', { sku: missing('disk_sku') }),
  ],
  networkInterfaces: [],
  mailFlow: {
    smtpToInternet: text('open'),
    decidedBy: "rule 'AllowInternetOutBound' (default, priority 65001)",
  },
  recognisedBy: [{ by: 'tag', text: 'tag exchange-role = mailbox', range: HEADER }],
  certain: true,
  exchangeVersion: text('2019'),
  roles: listValue([text('mailbox')], AT),
  rolesAssumed: false,
  dag: text('DAG01'),
  hasRelay: no,
  sendsByDns: no,
  environment: undefined,
  otherRoles: listValue([], AT),
  declared: new Map(),
};

/** Recognised by its name alone: version, roles and DAG are not told. */
export const NAMED_SERVER: Server = {
  ...SERVER,
  address: 'azurerm_windows_virtual_machine.mbx',
  name: text('mbx'),
  exchangeVersion: unknown({ kind: 'declaration', text: 'exvet.yaml does not tell the version' }, AT),
  rolesAssumed: true,
  dag: undefined,
  certain: false,
  recognisedBy: [{ by: 'name', text: "name 'mbx'", range: HEADER }],
  disks: [],
  mailFlow: undefined,
};

export const ESTATE: Estate = {
  servers: [SERVER, NAMED_SERVER],
  dags: [
    {
      address: 'DAG01',
      name: text('DAG01'),
      certain: true,
      members: [SERVER],
      membersSeparated: no,
      separationText: 'ex01 and ex02 are both in zone 1',
      declared: new Map(),
    },
  ],
  otherMachines: [],
  hosts: [],
  replications: [],
};

export const NO_DAG: Server = { ...SERVER, dag: nullValue(AT) };
