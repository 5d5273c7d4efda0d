import type { ExtensionStatement } from '../ast.ts';
import type { Scope } from './scope.ts';
import { literalTextOf, type ResourceSymbol } from './symbols.ts';

/**
 * The extension that a resource type belongs to; `undefined` for a type of Azure. The types themselves say
 * it, and those are not here, so it is told by a prefix (`k8s:core/Pod`), by the form of a type that no
 * resource provider has (`core/Pod`), or by the name that Microsoft Graph alone has.
 */
export function extensionOf({ type, container }: ResourceSymbol, scope: Scope): string | undefined {
  if (container !== undefined) return extensionOf(container, scope);
  const names = extensionNames(scope);
  const prefix = /^([\w-]+):/.exec(type)?.[1];
  if (prefix !== undefined && names.includes(prefix)) return prefix;
  if (names.length === 0) return undefined;
  const [provider = ''] = type.split('/');
  if (/^Microsoft\.Graph$/i.test(provider)) return names.find(name => /graph/i.test(name)) ?? names[0];
  return provider.includes('.') ? undefined : names[0];
}

/** What a file that declares Azure's own extension calls it; the compiler then writes it at each resource. */
export function azureExtension({ file }: Scope): string | undefined {
  const declared = file.statements.find(statement => statement.kind === 'extension' && isAzure(statement));
  return declared?.kind === 'extension' ? nameOf(declared) : undefined;
}

/** The property of a resource that names its extension. */
export const extensionWord = ({ file, template }: Scope): 'extension' | 'import' =>
  template.program.config(file).hasExtensionConfigs ? 'extension' : 'import';

/** Those that the file declares, but Azure's own. */
function extensionNames({ file }: Scope): readonly string[] {
  return file.statements.flatMap(statement => {
    const name = statement.kind === 'extension' && !isAzure(statement) ? nameOf(statement) : undefined;
    return name ?? [];
  });
}

const isAzure = ({ specification }: ExtensionStatement): boolean =>
  !('kind' in specification) && specification.text === 'az';

function nameOf({ alias, specification }: ExtensionStatement): string | undefined {
  if (alias !== undefined) return alias.text;
  if (!('kind' in specification)) return specification.text;
  return literalTextOf(specification.kind === 'string' ? specification : undefined)?.replace(/@.*$/, '');
}
