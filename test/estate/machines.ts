import type { Declarations, ServerDeclaration } from '../../src/estate/declarations.ts';
import { NO_DECLARATIONS } from '../../src/estate/declarations.ts';
import type { Disk, Hint, Machine, Placement } from '../../src/estate/model.ts';
import { SourceFile } from '../../src/source/file.ts';
import type { SourceRange } from '../../src/source/range.ts';
import {
  boolValue,
  defaultAt,
  literalAt,
  numberValue,
  objectValue,
  stringValue,
} from '../../src/value/make.ts';
import type { Resource } from '../../src/value/resource.ts';
import { unknown } from '../../src/value/unknown.ts';
import type { Value } from '../../src/value/value.ts';

/** Machines made by hand, for tests of what recognition makes of them. */

export const rangeIn = (path: string, text: string): SourceRange => ({
  file: new SourceFile(path, text),
  start: 0,
  end: text.length,
});

export const text = (value: string, path = 'main.tf'): Value =>
  stringValue(value, literalAt(rangeIn(path, `"${value}"`)));

export interface MachineSketch {
  readonly name?: string | Value;
  readonly computerName?: string;
  readonly label?: string;
  readonly address?: string;
  readonly key?: string | number;
  readonly calls?: readonly string[];
  readonly path?: string;
  readonly os?: 'windows' | 'linux' | 'unknown';
  readonly image?: string;
  readonly script?: string;
  /** What the script is given, by name. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly annotation?: string;
  readonly tags?: Readonly<Record<string, string | Value>>;
  /** Names of data disks. */
  readonly dataDisks?: readonly string[];
  readonly diskTags?: Readonly<Record<string, string>>;
  readonly placement?: Partial<Placement>;
  readonly uncertain?: string;
}

export function machine(sketch: MachineSketch): Machine {
  const { path = 'main.tf', label = 'vm' } = sketch;
  const address = sketch.address ?? `azurerm_windows_virtual_machine.${label}`;
  const range = rangeIn(path, `resource "azurerm_windows_virtual_machine" "${label}"`);
  const resource: Resource = {
    address,
    language: 'terraform',
    mode: 'managed',
    type: 'azurerm_windows_virtual_machine',
    body: objectValue([], defaultAt(range)),
    label,
    ...(sketch.key === undefined ? {} : { instanceKey: sketch.key }),
    callPath: sketch.calls ?? [],
    range,
    block: range,
    ...(sketch.uncertain === undefined
      ? {}
      : { uncertain: [{ kind: 'input' as const, text: sketch.uncertain }] }),
    dependsOn: [],
  };
  const hint = (kind: Hint['kind'], of: string | undefined): Hint[] =>
    of === undefined ? [] : [{ kind, text: of, range: rangeIn(path, of) }];
  const { os = 'windows' } = sketch;
  const name = sketch.name ?? 'vm';
  return {
    address,
    platform: 'azure',
    resource,
    name: typeof name === 'string' ? text(name, path) : name,
    computerName: sketch.computerName === undefined ? undefined : text(sketch.computerName, path),
    tags: new Map(
      Object.entries(sketch.tags ?? {}).map(([key, value]) => [
        key,
        typeof value === 'string' ? text(value, path) : value,
      ]),
    ),
    hints: [
      ...hint('label', label),
      ...(sketch.calls ?? []).flatMap(call => hint('call', call)),
      ...hint('key', typeof sketch.key === 'string' ? sketch.key : undefined),
      ...hint('file', path),
      ...hint('image', sketch.image),
      ...hint('script', sketch.script),
      ...Object.entries(sketch.settings ?? {}).flatMap(([setting, of]) =>
        hint('script', of).map(given => ({ ...given, setting })),
      ),
      ...hint('annotation', sketch.annotation),
    ],
    os: {
      family:
        os === 'unknown'
          ? unknown({ kind: 'provider', text: 'the image tells' }, defaultAt(range))
          : stringValue(os, defaultAt(range)),
      release: undefined,
    },
    vcpus: numberValue(8, defaultAt(range)),
    memory: { sizeMib: numberValue(65_536, defaultAt(range)) },
    hasSnapshot: boolValue(false, defaultAt(range)),
    placement: {
      site: undefined,
      zone: undefined,
      availabilitySet: undefined,
      host: undefined,
      antiAffinity: [],
      ...sketch.placement,
    },
    disks: [
      disk(resource, 'osdisk', 'os', {}),
      ...(sketch.dataDisks ?? []).map((disk_, lun) =>
        disk(resource, disk_, `lun ${lun}`, sketch.diskTags ?? {}),
      ),
    ],
    networkInterfaces: [],
    mailFlow: undefined,
  };
}

function disk(resource: Resource, name: string, slot: string, tags: Readonly<Record<string, string>>): Disk {
  const origin = defaultAt(resource.range);
  return {
    address: `${resource.address} ${slot}`,
    resource,
    name: text(name),
    isOs: slot === 'os',
    slot,
    tags: new Map(Object.entries(tags).map(([key, value]) => [key, text(value)])),
    sizeGib: undefined,
    presentation: stringValue('block', origin),
    contents: {
      role: stringValue('other', origin),
      holdsExchangeData: boolValue(false, origin),
      assumed: false,
    },
  };
}

/** `exvet.yaml` with these servers. */
export const declaring = (...servers: readonly ServerDeclaration[]): Declarations => ({
  ...NO_DECLARATIONS,
  servers,
});

export const declared = <T>(value: T): { readonly value: T; readonly range: SourceRange } => ({
  value,
  range: rangeIn('exvet.yaml', JSON.stringify(value)),
});
