import { defaultAt, stringValue } from '../../value/make.ts';
import type { Resource } from '../../value/resource.ts';
import { canonicalAddress, resourceAddressOf, textWithGaps } from '../../value/resource-id.ts';
import { unknownFrom } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import type { Hint, HostPool } from '../model.ts';
import { tagsOf } from './azure-disks.ts';
import { type Directory, keyOf } from './azure-joins.ts';
import { declarationHints } from './declaration-hints.ts';
import { parentKey } from './resource-manager.ts';
import { directoryOf, type KeyedResource, keyed, type PathTable, property } from './resource-paths.ts';
import { scriptHints, scriptTexts } from './script-texts.ts';

/**
 * Machines of Azure Arc. A virtual machine of Azure Local or SCVMM extends one, which has its name, its tags and what
 * is installed on it. Microsoft.HybridCompute 2025-01-13; azurerm 5.2.
 */

type MachineProperty = 'name' | 'tags';
export const ARC_MACHINE: PathTable<MachineProperty> = {
  'microsoft.hybridcompute/machines': { name: 'name', tags: 'tags' },
  azurerm_arc_machine: { name: 'name', tags: 'tags' },
};

type ExtensionProperty = 'machine' | 'name' | 'settings' | 'protectedSettings' | 'source' | 'parameters';
export const ARC_EXTENSION: PathTable<ExtensionProperty> = {
  'microsoft.hybridcompute/machines/extensions': {
    name: 'name',
    settings: 'properties.settings',
    protectedSettings: 'properties.protectedSettings',
  },
  'microsoft.hybridcompute/machines/runcommands': {
    name: 'name',
    source: 'properties.source',
    parameters: 'properties.parameters',
    protectedSettings: 'properties.protectedParameters',
  },
  azurerm_arc_machine_extension: {
    machine: 'arc_machine_id',
    name: 'name',
    settings: 'settings',
    protectedSettings: 'protected_settings',
  },
};

export interface ArcMachine {
  readonly name: Value;
  readonly tags: ReadonlyMap<string, Value>;
  /** What its declaration and its extensions tell of it. */
  readonly hints: readonly Hint[];
}

export class ArcMachines {
  readonly #machines: Directory<KeyedResource>;
  readonly #extensions = new Map<string, Resource[]>();

  constructor(resources: readonly Resource[]) {
    this.#machines = directoryOf('the Arc machine', ARC_MACHINE, resources);
    for (const { resource } of keyed(ARC_EXTENSION, resources)) {
      const machine = property(ARC_EXTENSION, resource, 'machine');
      const key = machine === undefined ? parentKey(resource) : keyOf(machine);
      if (key !== undefined) this.#extensions.set(key, [...(this.#extensions.get(key) ?? []), resource]);
    }
  }

  /** The machine that a virtual machine extends, by the scope of that; what its id tells when it is not here. */
  extendedBy(instance: Resource, scope: Value | undefined): ArcMachine {
    const key = (scope === undefined ? undefined : keyOf(scope)) ?? extendedKey(instance);
    const found = scope === undefined ? undefined : this.#machines.find(scope);
    const machine = found?.kind === 'found' ? found.item.resource : this.#machines.byKey(key ?? '')?.resource;
    const read = (name: MachineProperty): Value | undefined =>
      machine === undefined ? undefined : property(ARC_MACHINE, machine, name);
    return {
      name:
        read('name') ??
        nameInId(scope, key) ??
        stringValue(instance.label ?? instance.address, defaultAt(instance.range)),
      tags: tagsOf(read('tags')),
      hints: [
        ...(machine === undefined ? [] : declarationHints(machine)),
        ...scriptHints((this.#extensions.get(key ?? '') ?? []).flatMap(textsOf)),
      ],
    };
  }
}

/**
 * What a resource extends, by its own address. A scope that leaves out the resource group
 * (`Microsoft.HybridCompute/machines/ex01`) is no whole id.
 */
const extendedKey = ({ address }: Resource): string | undefined =>
  /^(.+)\/providers\/[^/]+\/[^/]+\/[^/]+$/.exec(canonicalAddress(address))?.[1];

/** The last part of the id of a machine that is declared elsewhere. */
function nameInId(scope: Value | undefined, key: string | undefined): Value | undefined {
  const [, name] = /^microsoft\.hybridcompute\/machines\/([^/]+)$/.exec(key ?? '') ?? [];
  if (scope === undefined || name === undefined) return undefined;
  return name.includes('{') ? unknownFrom([scope], scope.origin) : stringValue(name, scope.origin);
}

const textsOf = (extension: Resource) => [
  ...scriptTexts(property(ARC_EXTENSION, extension, 'name')),
  ...scriptTexts(property(ARC_EXTENSION, extension, 'settings')),
  ...scriptTexts(property(ARC_EXTENSION, extension, 'protectedSettings'), true),
  ...scriptTexts(property(ARC_EXTENSION, extension, 'source')),
  ...scriptTexts(property(ARC_EXTENSION, extension, 'parameters')),
];

/** Hosts that a virtual machine is put on by an id: those of a custom location or of a cloud. */
export const clusterAt = (id: Value): HostPool => ({
  kind: 'cluster',
  id,
  address: resourceAddressOf(id) ?? textWithGaps(id),
  range: id.origin.range,
});
