import { type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import { reasonsText } from '../value/json.ts';
import { jsonContent } from '../value/json-content.ts';
import { nullValue, objectValue } from '../value/make.ts';
import { readPath, textIn } from '../value/read.ts';
import type { Resource } from '../value/resource.ts';
import { resourceAddressOf } from '../value/resource-id.ts';
import { joinText } from '../value/text.ts';
import type { ObjectValue, Value } from '../value/value.ts';

/**
 * Reads resources of the Terraform provider azapi (1.x and 2.x) as the Resource Manager resources that they
 * describe. They keep their Terraform address, by which others refer to them.
 */
export function resolveAzapi(resources: readonly Resource[]): {
  readonly resources: readonly Resource[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const resolved = resources.map((resource): Resource => {
    if (resource.mode !== 'managed' || !describesResource(resource)) return resource;
    const found = asResourceManager(resource);
    if (!('code' in found)) return found;
    diagnostics.push(found);
    return resource;
  });
  return { resources: resolved, diagnostics };
}

/** An action changes its resource when it is a PATCH or PUT; others start it, list its keys and so on. */
function describesResource({ type, body }: Resource): boolean {
  if (type !== 'azapi_resource_action') return type === 'azapi_resource' || type === 'azapi_update_resource';
  return /^(?:patch|put)$/i.test(textIn(readPath(body, ['method'])) ?? '');
}

/** Arguments beside the body that are members of the resource's JSON, by their names there. */
const OUTER_MEMBERS: readonly (readonly [argument: string, member: string])[] = [
  ['name', 'name'],
  ['location', 'location'],
  ['tags', 'tags'],
  // What an extension resource extends.
  ['parent_id', 'scope'],
];

function asResourceManager(resource: Resource): Resource | Diagnostic {
  const read = (name: string): Value | undefined => readPath(resource.body, [name]);
  const stated = read('type');
  const [type = '', apiVersion] = (textIn(stated) ?? '').split('@');
  if (!/^[^/]+\.[^/]+\/./.test(type)) {
    const why =
      stated?.kind === 'unknown' ? `its type is unknown (${reasonsText(stated.reasons)})` : 'it has no type';
    return notJudged(resource, why, stated);
  }
  const body = bodyOf(resource);
  if ('code' in body) return body;
  const changes = resource.type === 'azapi_resource' ? undefined : changedId(resource, type);
  const parentId = type.split('/').length > 2 ? read('parent_id') : undefined;
  const parent = parentId === undefined ? undefined : resourceAddressOf(parentId);
  return {
    ...resource,
    language: 'arm',
    type,
    ...(apiVersion === undefined ? {} : { apiVersion }),
    body,
    ...(parent === undefined ? {} : { parent }),
    ...(changes === undefined ? {} : { changes }),
  };
}

/** Everything that is in the resource's JSON: the body and the arguments that go with it. */
function bodyOf(resource: Resource): ObjectValue | Diagnostic {
  const entries = new Map<string, Value>();
  for (const [argument, member] of OUTER_MEMBERS) {
    const value = readPath(resource.body, [argument]);
    if (value !== undefined) entries.set(member, value);
  }
  let inner: Value | undefined;
  for (const name of ['body', 'sensitive_body']) {
    const text = readPath(resource.body, [name]);
    const content = text === undefined ? undefined : jsonContent(text);
    if (content === undefined) continue;
    if ('code' in content) return content;
    inner = inner === undefined ? content : patched(inner, content);
  }
  // Of a body that is unknown its properties are.
  if (inner?.kind === 'unknown') entries.set('properties', inner);
  if (inner?.kind === 'object') {
    for (const [name] of inner.entries) {
      entries.set(name, readPath(inner, [name]) ?? nullValue(inner.origin));
    }
  }
  const ranges = inner?.kind === 'object' ? inner.keyRanges : undefined;
  return {
    ...objectValue(entries, resource.body.origin),
    ...(ranges === undefined ? {} : { keyRanges: ranges }),
  };
}

/** A merge patch: objects are merged, anything else is replaced. */
function patched(base: Value, patch: Value): Value {
  if (base.kind !== 'object' || patch.kind !== 'object') return patch;
  const entries = new Map(base.entries);
  for (const [name, value] of patch.entries) {
    const before = entries.get(name);
    entries.set(name, before === undefined ? value : patched(before, value));
  }
  return { ...base, entries };
}

/** The id of the resource that an update changes. */
function changedId(resource: Resource, type: string): Value {
  const id = readPath(resource.body, ['resource_id']);
  if (id !== undefined) return id;
  const [namespace = '', ...types] = type.split('/');
  const name = readPath(resource.body, ['name']);
  const piece = name?.kind === 'string' || name?.kind === 'unknown' ? [name] : [];
  const parent = types.length > 1 ? readPath(resource.body, ['parent_id']) : undefined;
  const scope = parent?.kind === 'string' || parent?.kind === 'unknown' ? parent : `/providers/${namespace}`;
  return joinText([scope, `/${types.at(-1) ?? ''}/`, ...piece], resource.body.origin);
}

const notJudged = (resource: Resource, why: string, at: Value | undefined): Diagnostic =>
  diagnostic(
    'estate-unsupported-type',
    `${resource.address} is not judged: ${why}.`,
    at?.origin.range ?? resource.range,
  );
