import { minimatch } from 'minimatch';

/**
 * Globs over resource addresses, as `exvet.yaml` has them. They are minimatch globs in which brackets are
 * literal, since addresses have them (`mbx["a"]`), and in which `*` runs over dots. `**.` at the start
 * also stands for nothing, so that `**.azurerm_windows_virtual_machine.mbx` finds the resource in the root
 * module as well as in any other. Azure's own addresses are matched without regard to case.
 */
export function matchesAddress(pattern: string, address: string): boolean {
  const isAzure = AZURE_ADDRESS.test(address);
  // A slash in a Terraform address can only stand in an instance key, where it separates nothing.
  const form = (text: string): string => (isAzure ? text : text.replaceAll('/', KEY_SLASH));
  const options = { dot: true, nocomment: true, nonegate: true, nocase: isAzure };
  const glob = form(pattern).replace(/[[\]]/g, '\\$&');
  if (minimatch(form(address), glob, options)) return true;
  return glob.startsWith('**.') && minimatch(form(address), glob.slice(3), options);
}

/** A glob over names (of disks, for instance); case does not matter. */
export const matchesName = (pattern: string, name: string): boolean =>
  minimatch(name.replaceAll('/', KEY_SLASH), pattern.replaceAll('/', KEY_SLASH), {
    dot: true,
    nocomment: true,
    nonegate: true,
    nocase: true,
  });

const AZURE_ADDRESS = /^[\w-]+\.[\w.-]+\//;
/** No address has this character. */
const KEY_SLASH = '\u2215';
