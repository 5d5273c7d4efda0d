import { type Diagnostic, diagnostic } from '../../source/diagnostic.ts';
import { closest, didYouMean } from '../../source/spelling.ts';
import type { Resource } from '../../value/resource.ts';
import type { ObjectValue, StringValue, Value } from '../../value/value.ts';
import { type EnumShape, type ObjectShape, type Shape, typeIndex } from './type-index.ts';

/** The namespaces of the types in the index; resources of others need not load it. */
const NAMESPACES = /^microsoft\.(compute|network|storage)\//i;

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
 * `storageAcountType` a disk lacks the tier that its author meant, or the deployment fails. The index does not
 * list every property, so an unknown one is reported only when it looks like a known one that is not given
 * beside it; a value, only where the index lists all of them. Case does not matter.
 */
export async function checkResourceTypes(resources: readonly Resource[]): Promise<readonly Diagnostic[]> {
  const checked = resources.filter(
    ({ language, mode, type }) => language === 'arm' && mode === 'managed' && NAMESPACES.test(type),
  );
  if (checked.length === 0) return [];
  const index = await typeIndex();
  return checked.flatMap(({ type, body }) => {
    const shape = index.bodyOf(type);
    return shape === undefined ? [] : [...checkObject(body, shape, { type, path: [] })];
  });
}

/** Where a value stands: `properties`, `storageProfile`, `dataDisks[]` of a resource type. */
interface Position {
  readonly type: string;
  readonly path: readonly string[];
}

function* check(value: Value, shape: Shape, position: Position): Iterable<Diagnostic> {
  if (shape.kind === 'object' && value.kind === 'object') yield* checkObject(value, shape, position);
  else if (shape.kind === 'array') {
    for (const element of elementsOf(value)) yield* check(element, shape.item(), position);
  } else if (shape.kind === 'enum' && shape.isClosed && value.kind === 'string') {
    yield* checkEnum(value, shape, position);
  }
}

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

const inside = ({ type, path }: Position, name: string, shape: Shape): Position => ({
  type,
  path: [...path, shape.kind === 'array' ? `${name}[]` : name],
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
