import { type Diagnostic, diagnostic } from '../../source/diagnostic.ts';
import { closest, didYouMean } from '../../source/spelling.ts';
import type { SourceTree } from '../../source/tree.ts';
import { readPath, textIn } from '../../value/read.ts';
import type { Resource } from '../../value/resource.ts';
import type { ObjectValue, StringValue, Value } from '../../value/value.ts';
import {
  FolderIndex,
  missingIndex,
  openTypesFolder,
  type TypesFolder,
  type VersionedBody,
} from './index-folder.ts';
import { combined, type EnumShape, type ObjectShape, type Shape, type VariantsShape } from './shapes.ts';
import { type TypeIndex, typeIndex } from './type-index.ts';

/** The namespaces of the types in the built-in index; resources of others need not load it. */
const NAMESPACES =
  /^microsoft\.(aad|avs|azurestackhci|compute|computeschedule|connectedvmwarevsphere|devtestlab|elasticsan|hybridcompute|insights|network|recoveryservices|scvmm|storage)\//i;

/** Whether the built-in index can have a type; without loading it. */
export const mayBeIndexed = (type: string): boolean => NAMESPACES.test(type);

/**
 * What a resource has in a template whatever its type. Source: Microsoft Learn, "Understand the structure and
 * syntax of ARM templates" and "Resource functionality of templates", November 2026.
 */
const ANY_RESOURCE = [
  'asserts',
  'comments',
  'condition',
  'copy',
  'dependsOn',
  'etag',
  'existing',
  'extendedLocation',
  'identity',
  'import',
  'kind',
  'location',
  'managedBy',
  'metadata',
  'options',
  'plan',
  'resources',
  'scope',
  'sku',
  'systemData',
  'tags',
  'zones',
].map(name => name.toLowerCase());

/**
 * Properties and values of deployed ARM and Bicep resources that their types do not have: with
 * `storageAcountType` a disk lacks the tier that its author meant, or the deployment fails. No index lists
 * every property, so an unknown one is reported only when it looks like a known one that is not given
 * beside it; a value, only where the index lists all of them. Case does not matter. With a folder, the types
 * of its index are known beside the built-in ones; what is wrong with the folder is a diagnostic, too.
 */
export async function checkResourceTypes(
  resources: readonly Resource[],
  folder?: { readonly tree: SourceTree; readonly folder: TypesFolder },
): Promise<readonly Diagnostic[]> {
  const checked = resources.filter(
    ({ language, mode, type }) =>
      language === 'arm' && mode === 'managed' && (folder !== undefined || mayBeIndexed(type)),
  );
  if (checked.length === 0) {
    const missing = folder === undefined ? undefined : missingIndex(folder.tree, folder.folder);
    return missing === undefined ? [] : [missing];
  }
  const opened = folder === undefined ? undefined : await openTypesFolder(folder.tree, folder.folder);
  const index = opened instanceof FolderIndex ? opened : undefined;
  const types = new KnownTypes(await typeIndex(), index);
  const found = checked.flatMap(resource => {
    const known = types.of(resource);
    if (known === undefined) return [];
    const position = { type: resource.type, path: [], takesNewValues: known.isOutdated };
    return [...check(resource.body, known.shape, position)];
  });
  const problem = opened instanceof FolderIndex ? opened.problem : opened;
  return problem === undefined ? found : [problem, ...found];
}

/** What the built-in index and that of a folder know of resource types. */
class KnownTypes {
  readonly #builtIn: TypeIndex;
  readonly #folder: FolderIndex | undefined;
  readonly #known = new Map<string, VersionedBody | undefined>();

  constructor(builtIn: TypeIndex, folder: FolderIndex | undefined) {
    this.#builtIn = builtIn;
    this.#folder = folder;
  }

  of({ type, apiVersion }: Resource): VersionedBody | undefined {
    const key = `${type}@${apiVersion ?? ''}`.toLowerCase();
    if (!this.#known.has(key)) this.#known.set(key, this.#find(type, apiVersion));
    return this.#known.get(key);
  }

  #find(type: string, apiVersion: string | undefined): VersionedBody | undefined {
    const builtIn = this.#builtIn.bodyOf(type);
    const listed = this.#folder?.bodyOf(type, apiVersion);
    if (builtIn === undefined) return listed;
    // The built-in index is newer than a folder that lacks the version.
    if (listed === undefined || listed.isOutdated) return { shape: builtIn, isOutdated: false };
    return { shape: combined(listed.shape, builtIn), isOutdated: false };
  }
}

/** Where a value stands: `properties`, `storageProfile`, `dataDisks[]` of a resource type. */
interface Position {
  readonly type: string;
  readonly path: readonly string[];
  /** The index is older than the resource's API version, so that it cannot tell which values there are. */
  readonly takesNewValues: boolean;
}

function* check(value: Value, shape: Shape, position: Position): Iterable<Diagnostic> {
  if (shape.kind === 'object' && value.kind === 'object') yield* checkObject(value, shape, position);
  else if (shape.kind === 'variants' && value.kind === 'object') {
    const variant = chosenVariant(value, shape, position);
    if (variant !== undefined) yield* checkObject(value, variant, position);
  } else if (shape.kind === 'array') {
    for (const element of elementsOf(value)) yield* check(element, shape.item(), position);
  } else if (shape.kind === 'enum' && shape.isClosed && value.kind === 'string') {
    if (!position.takesNewValues && !isResourceName(position)) yield* checkEnum(value, shape, position);
  }
}

/** Without a known variant nothing is known of the object. */
function chosenVariant(
  object: ObjectValue,
  { discriminator, variants }: VariantsShape,
  position: Position,
): ObjectShape | undefined {
  const given = textIn(readPath(object, [discriminator], { ignoreCase: true }));
  if (given === undefined) return undefined;
  const chosen = isResourceName(inside(position, discriminator))
    ? given.slice(given.lastIndexOf('/') + 1)
    : given;
  return variants.get(chosen.toLowerCase())?.();
}

/** The names that an index lists, `default` or `web`, are last segments; templates write the parents before. */
const isResourceName = ({ path }: Position): boolean =>
  path.length === 1 && path[0]?.toLowerCase() === 'name';

/** Of a loop whose count is unknown, what each element looks like. */
function elementsOf(value: Value): readonly Value[] {
  if (value.kind === 'list') return value.elements;
  return value.kind === 'unknown' && value.element !== undefined ? [value.element] : [];
}

function* checkObject(object: ObjectValue, shape: ObjectShape, position: Position): Iterable<Diagnostic> {
  if (shape.isOpen) return;
  const given = new Set([...object.entries.keys()].map(name => name.toLowerCase()));
  for (const [name, value] of object.entries) {
    const property = shape.properties.get(name.toLowerCase());
    if (property !== undefined) {
      yield* check(value, property.shape(), inside(position, property.name, property.shape()));
    } else if (position.path.length > 0 || !ANY_RESOURCE.includes(name.toLowerCase())) {
      const absent = [...shape.properties].filter(([key]) => !given.has(key)).map(([, known]) => known.name);
      const meant = closest(name, absent);
      const place = object.keyRanges?.get(name) ?? value.origin.range;
      if (meant !== undefined) yield diagnostic('arm-property', misspelt(name, meant, position), place);
    }
  }
}

const inside = (position: Position, name: string, shape?: Shape): Position => ({
  ...position,
  path: [...position.path, shape?.kind === 'array' ? `${name}[]` : name],
});

function misspelt(name: string, meant: string, { type, path }: Position): string {
  const where = path.length === 0 ? type : `'${path.join('.')}' of ${type}`;
  return `exvet knows no property '${name}' in ${where}. Did you mean '${meant}'?`;
}

/** An empty text stands for no value in many templates. A secret is not shown. */
function* checkEnum(value: StringValue, { values }: EnumShape, position: Position): Iterable<Diagnostic> {
  const written = value.value.toLowerCase();
  if (written === '' || values.some(known => known.toLowerCase() === written)) return;
  const isSecret = value.sensitive === true;
  const shown = isSecret ? 'A sensitive value' : `'${value.value}'`;
  const message = `${shown} is no value of '${position.path.join('.')}' of ${position.type}.`;
  const hint = (isSecret ? '' : didYouMean(value.value, values)) || ` It takes ${values.join(', ')}.`;
  yield diagnostic('arm-property', message + hint, value.origin.range);
}
