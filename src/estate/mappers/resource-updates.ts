import { type Diagnostic, diagnostic } from '../../source/diagnostic.ts';
import { nullValue } from '../../value/make.ts';
import { readPath } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import { canonicalAddress } from '../../value/resource-id.ts';
import { type Reason, unknown } from '../../value/unknown.ts';
import type { ObjectValue, Value } from '../../value/value.ts';
import { Directory, keyOf } from './azure-joins.ts';
import type { KeyedResource } from './resource-paths.ts';

/**
 * Resources with the updates that azapi makes to them: what an update states wins, and what it leaves out stays; lists
 * are replaced. An update of something that is not here, or that another provider declares, is a diagnostic.
 */
export function withUpdates(
  resources: readonly Resource[],
  isOurs: (type: string) => boolean,
): { readonly resources: readonly Resource[]; readonly diagnostics: readonly Diagnostic[] } {
  const updates = resources.filter(({ changes, type }) => changes !== undefined && isOurs(type));
  if (updates.length === 0) return { resources, diagnostics: [] };
  const updated = resources.filter(resource => !updates.includes(resource));
  const diagnostics: Diagnostic[] = [];
  for (const update of updates) {
    const targets = targetsOf(update, updated);
    for (const target of targets) {
      const body = patched(target.body, withoutIdentity(update.body), update.uncertain);
      if (body.kind === 'object') updated[updated.indexOf(target)] = { ...target, body };
    }
    if (targets.length > 0) continue;
    const message = `${update.address} changes a ${update.type} that azapi does not declare in this deployment, so the result is not judged.`;
    diagnostics.push(diagnostic('estate-unsupported-type', message, update.range));
  }
  return { resources: updated, diagnostics };
}

/** What an update may change: what its id names, or what extends the same resource. */
function targetsOf(update: Resource, resources: readonly Resource[]): readonly Resource[] {
  const type = update.type.toLowerCase();
  const candidates = resources.filter(
    resource => resource.language === 'arm' && resource.type.toLowerCase() === type,
  );
  const named = new Directory<KeyedResource>(
    'the resource',
    candidates.map(resource => ({ key: canonicalAddress(resource.address), resource })),
  );
  const found = update.changes === undefined ? [] : named.candidates(update.changes);
  if (found.length > 0) return found.map(({ resource }) => resource);
  const scope = scopeOf(update);
  return scope === undefined ? [] : candidates.filter(resource => scopeOf(resource) === scope);
}

function scopeOf({ body }: Resource): string | undefined {
  const scope = readPath(body, ['scope']);
  return scope === undefined ? undefined : keyOf(scope);
}

/** Which resource it is stays as it was. */
const withoutIdentity = (body: ObjectValue): ObjectValue => ({
  ...body,
  entries: new Map([...body.entries].filter(([name]) => name !== 'name' && name !== 'scope')),
});

function patched(base: Value, patch: Value, uncertain: readonly Reason[] | undefined): Value {
  if (base.kind !== 'object' || patch.kind !== 'object') {
    return uncertain === undefined ? patch : unknown(uncertain, patch.origin);
  }
  const entries = new Map(base.entries);
  for (const [name, value] of patch.entries) {
    const known = nameIn(base, name);
    entries.set(known, patched(entries.get(known) ?? nullValue(value.origin), value, uncertain));
  }
  return { ...base, entries };
}

/** Names of Resource Manager come in any case. */
const nameIn = (object: ObjectValue, name: string): string =>
  [...object.entries.keys()].find(key => key.toLowerCase() === name.toLowerCase()) ?? name;
