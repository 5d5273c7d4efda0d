import { baseName } from '../../source/path.ts';
import { defaultAt, stringValue } from '../../value/make.ts';
import { knownText, readElements, readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { unknown } from '../../value/unknown.ts';
import { isKnown, type Value } from '../../value/value.ts';
import type { Hint, OperatingSystem } from '../model.ts';
import { ask, boolOr, isTrue, readBlock, stringOr } from './block-arguments.ts';
import { declarationHints } from './declaration-hints.ts';
import { decodedTexts, scriptHints } from './script-texts.ts';
import { declaredName, type VsphereInventory } from './vsphere-inventory.ts';

/** What a `vsphere_virtual_machine` says about the system in it. */

/**
 * Guest ids by their beginning: VirtualMachineGuestOsIdentifier of the vSphere Web Services API 8.0.
 */
const WINDOWS_GUEST = /^win/i;
const LINUX_GUEST =
  /^(?:almalinux|amazonlinux|asianux|centos|coreos|crxpod|crxsys|debian|fedora|flatcar|freebsd|genericlinux|kylinlinux|linuxmint|miraclelinux|mandrake|mandriva|opensuse|oraclelinux|other[0-9]*x?linux|pardus|redhat|rhel|rockylinux|sles|suse|turbolinux|ubuntu|vmwarephoton|fusionos|prolinux|oes|nld)/i;

/** Ids that stand for any system. */
const OTHER_GUEST = /^otherGuest/i;

/** How the guest is set up: the clone's own `customize` block, or the specification that it names. */
export function customization({ body }: Resource, inventory: VsphereInventory): Value | undefined {
  const clone = readBlock(body, 'clone');
  if (clone === undefined) return undefined;
  const own = readBlock(clone, 'customize');
  if (own !== undefined) return own;
  const named = readBlock(clone, 'customization_spec');
  const id = named === undefined ? undefined : readPath(named, ['id']);
  // The id of a specification is its name.
  const specification =
    inventory.referred(id) ??
    inventory
      .managed('vsphere_guest_os_customization')
      .find(resource => id?.kind === 'string' && declaredName(resource) === id.value);
  return specification === undefined ? undefined : readBlock(specification.body, 'spec');
}

export function operatingSystem(machine: Resource, inventory: VsphereInventory): OperatingSystem {
  const guest = readPath(machine.body, ['guest_id']);
  // The name in words counts where the id leaves the system open.
  const named = OTHER_GUEST.test(textIn(guest) ?? '')
    ? readPath(machine.body, ['alternate_guest_name'])
    : undefined;
  return {
    family: osFamily(machine, guest, named, customization(machine, inventory)),
    release: named ?? guest,
  };
}

/** Secure boot needs the firmware EFI; with a BIOS, the provider's default, there is none. */
export function secureBootOf(body: Value): Value {
  const isEfi = ask(stringOr(body, 'firmware', 'bios'), firmware => textIn(firmware) === 'efi');
  if (isKnown(isEfi) && !isTrue(isEfi)) return isEfi;
  const secure = boolOr(body, 'efi_secure_boot_enabled', false);
  return isKnown(secure) && isTrue(secure) ? (isKnown(isEfi) ? secure : isEfi) : secure;
}

function osFamily(
  machine: Resource,
  guest: Value | undefined,
  named: Value | undefined,
  customize: Value | undefined,
): Value {
  const id = textIn(guest);
  if (named !== undefined && /windows/i.test(textIn(named) ?? '')) {
    return stringValue('windows', named.origin);
  }
  if (guest !== undefined && id !== undefined) {
    if (WINDOWS_GUEST.test(id)) return stringValue('windows', guest.origin);
    if (LINUX_GUEST.test(id)) return stringValue('linux', guest.origin);
  }
  if (customize !== undefined) {
    for (const [block, family] of [
      ['windows_options', 'windows'],
      ['linux_options', 'linux'],
    ] as const) {
      const options = readBlock(customize, block);
      if (options !== undefined && options.kind === 'object') return stringValue(family, options.origin);
    }
    const sysprep = readPath(customize, ['windows_sysprep_text']);
    if (sysprep !== undefined) return stringValue('windows', sysprep.origin);
  }
  if (guest?.kind === 'unknown') return unknown(guest.reasons, guest.origin);
  const origin = guest?.origin ?? defaultAt(machine.range);
  const text =
    guest === undefined
      ? 'guest_id is not set, so the guest system is that of the template'
      : `guest_id '${id ?? ''}' does not tell the guest system`;
  return unknown({ kind: 'provider', text, range: origin.range }, origin);
}

export function computerName(machine: Resource, inventory: VsphereInventory): Value | undefined {
  const customize = customization(machine, inventory);
  if (customize === undefined) return undefined;
  const windows = readBlock(customize, 'windows_options');
  const linux = readBlock(customize, 'linux_options');
  return (
    (windows === undefined ? undefined : readPath(windows, ['computer_name'])) ??
    (linux === undefined ? undefined : readPath(linux, ['host_name']))
  );
}

/** Everything that may tell what the machine is for. */
export function vsphereHints(machine: Resource, inventory: VsphereInventory): readonly Hint[] {
  const hint = (kind: Hint['kind'], value: Value | undefined): readonly Hint[] => {
    const text = value?.sensitive === true ? undefined : knownText(value);
    return value === undefined || text === undefined ? [] : [{ kind, text, range: value.origin.range }];
  };
  return [
    ...declarationHints(machine),
    ...hint('annotation', readPath(machine.body, ['annotation'])),
    ...imageNames(machine, inventory).flatMap(name => hint('image', name)),
    ...scriptHints(scriptsOf(machine, inventory).flatMap(decodedTexts)),
  ];
}

/** The names of the template or content library item that the machine is made of. */
function imageNames({ body }: Resource, inventory: VsphereInventory): readonly Value[] {
  const clone = readBlock(body, 'clone');
  const template = clone === undefined ? undefined : readPath(clone, ['template_uuid']);
  const source = inventory.referred(template);
  const name = source === undefined ? undefined : readPath(source.body, ['name']);
  const ovf = readBlock(body, 'ovf_deploy');
  const file =
    ovf === undefined ? undefined : (readPath(ovf, ['remote_ovf_url']) ?? readPath(ovf, ['local_ovf_path']));
  const fileText = knownText(file);
  const fileName =
    file === undefined || fileText === undefined ? undefined : stringValue(baseName(fileText), file.origin);
  return [name, fileName].filter(value => value !== undefined);
}

/** What the guest runs when it is set up. */
function scriptsOf(machine: Resource, inventory: VsphereInventory): readonly Value[] {
  const scripts: Value[] = [];
  const customize = customization(machine, inventory);
  if (customize !== undefined) {
    const windows = readBlock(customize, 'windows_options');
    scripts.push(...readElements(windows, ['run_once_command_list']).elements);
    const linux = readBlock(customize, 'linux_options');
    for (const text of [
      readPath(customize, ['windows_sysprep_text']),
      linux === undefined ? undefined : readPath(linux, ['script_text']),
    ]) {
      if (text !== undefined) scripts.push(text);
    }
  }
  for (const attribute of ['extra_config', 'vapp']) {
    const settings = readBlock(machine.body, attribute);
    const map =
      attribute === 'vapp' && settings !== undefined ? readPath(settings, ['properties']) : settings;
    if (map?.kind !== 'object') continue;
    for (const [key, value] of map.entries) if (/^guestinfo\.|user-?data/i.test(key)) scripts.push(value);
  }
  return scripts;
}

/** Tags: `tags` lists ids of `vsphere_tag` resources or data sources; the category is the tag's name. */
export function vsphereTags({ body }: Resource, inventory: VsphereInventory): ReadonlyMap<string, Value> {
  const tags = new Map<string, Value>();
  for (const id of readElements(body, ['tags']).elements) {
    const tag = inventory.referred(id);
    const value = tag === undefined ? undefined : readPath(tag.body, ['name']);
    if (tag === undefined || value === undefined) continue;
    const category = declaredName(inventory.referred(readPath(tag.body, ['category_id'])));
    tags.set(category ?? tag.label ?? tag.address, value);
  }
  return tags;
}
