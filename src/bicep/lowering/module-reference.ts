import { folderOf, joinPath } from '../../source/path.ts';
import type { BicepConfig } from './bicep-config.ts';

/** What a module's path comes down to. */
export type ModuleReference =
  | { readonly kind: 'file'; readonly path: string }
  /** From a registry: the file that `bicep restore` writes. */
  | { readonly kind: 'restored'; readonly path: string; readonly isSpec: boolean }
  | { readonly kind: 'invalid'; readonly message: string };

/** Reads `./a.bicep`, `br:registry/path:tag`, `br/alias:path:tag`, `ts:subscription/group/name:version`. */
export function readReference(written: string, from: string, config: BicepConfig): ModuleReference {
  const [, scheme, alias, rest] = /^([A-Za-z][\w-]*)(?:\/([\w-]+))?:(.*)$/s.exec(written) ?? [];
  if (scheme === undefined || rest === undefined) return localReference(written, from);
  switch (scheme) {
    case 'br':
      return alias === undefined ? registryReference(rest, config) : aliasedRegistry(alias, rest, config);
    case 'ts':
      return alias === undefined ? specReference(rest, config) : aliasedSpec(alias, rest, config);
    default:
      return { kind: 'invalid', message: `'${scheme}' is no scheme of modules: use a path, 'br:' or 'ts:'.` };
  }
}

function localReference(written: string, from: string): ModuleReference {
  if (written.startsWith('/') || written.includes('\\')) {
    return { kind: 'invalid', message: `'${written}' must be a relative path with '/' between its parts.` };
  }
  return { kind: 'file', path: joinPath(folderOf(from), written) };
}

function aliasedRegistry(alias: string, rest: string, config: BicepConfig): ModuleReference {
  const mock = config.mocks.get(alias);
  if (mock !== undefined) {
    return { kind: 'file', path: `${joinPath(mock, rest.replace(/[:@].*$/, ''))}.bicep` };
  }
  const base = config.registries.get(alias);
  if (base === undefined) return unknownAlias(alias);
  return registryReference(`${base}/${rest}`, config);
}

const unknownAlias = (alias: string): ModuleReference => ({
  kind: 'invalid',
  message: `bicepconfig.json declares no module alias '${alias}'.`,
});

/** `registry/repository:tag` or `registry/repository@sha256:digest`. */
function registryReference(text: string, { cache }: BicepConfig): ModuleReference {
  const match = /^([^/]+)\/(.+?)(?::([^:@/]+)|@(sha256:[0-9a-f]+))$/i.exec(text);
  const [, registry, repository, tag, digest = ''] = match ?? [];
  if (registry === undefined || repository === undefined) {
    return { kind: 'invalid', message: `'br:${text}' is no reference to a module in a registry.` };
  }
  const version = tag === undefined ? digest.replace(':', '#') : `${tag}$${upperCaseMask(tag)}`;
  const folder = [registry.replace(':', '$').toLowerCase(), repository.replaceAll('/', '$'), version];
  return { kind: 'restored', path: joinPath(cache, 'br', ...folder, 'main.json'), isSpec: false };
}

/** Which characters of a tag are upper-case, as a hexadecimal number; empty when none is. */
function upperCaseMask(tag: string): string {
  let mask = 0n;
  for (const { index } of tag.matchAll(/[A-Z]/g)) mask |= 1n << BigInt(index);
  return mask === 0n ? '' : mask.toString(16);
}

function aliasedSpec(alias: string, rest: string, config: BicepConfig): ModuleReference {
  const base = config.specs.get(alias);
  return base === undefined ? unknownAlias(alias) : specReference(`${base}/${rest}`, config);
}

/** `subscription/resourceGroup/name:version`. */
function specReference(text: string, { cache }: BicepConfig): ModuleReference {
  const [, subscription, group, name, version] = /^([^/]+)\/([^/]+)\/([^/:]+):([^/:]+)$/.exec(text) ?? [];
  if (subscription === undefined || group === undefined || name === undefined || version === undefined) {
    return { kind: 'invalid', message: `'ts:${text}' is no reference to a template spec.` };
  }
  const folder = [subscription, group, name, version].map(part => part.toLowerCase());
  return { kind: 'restored', path: joinPath(cache, 'ts', ...folder, 'main.json'), isSpec: true };
}
