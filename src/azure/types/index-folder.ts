import type * as bicepPackage from '@azure/bicep-types';
import type { BicepType } from '@azure/bicep-types';
import { type Diagnostic, diagnostic } from '../../source/diagnostic.ts';
import { SourceFile } from '../../source/file.ts';
import { joinPath } from '../../source/path.ts';
import type { SourceRange } from '../../source/range.ts';
import type { SourceTree } from '../../source/tree.ts';
import { type Shape, Shapes } from './shapes.ts';

/** A folder with a type index, laid out like `generated` in github.com/Azure/bicep-types-az. */
export interface TypesFolder {
  /** In the tree. */
  readonly path: string;
  /** Where the user names it. */
  readonly range: SourceRange;
}

/** The body of a resource type in one API version. */
export interface VersionedBody {
  readonly shape: Shape;
  /** The index ends before the API version that was asked for, which can have more properties and values. */
  readonly isOutdated: boolean;
}

type BicepTypes = typeof bicepPackage;

/** Where the body of a type stands: a types file of the folder, and the place in it. */
interface Entry {
  readonly apiVersion: string;
  readonly file: string;
  readonly index: number;
}

const INDEX_FILE = 'index.json';

/** What is wrong with a folder at first sight: it has no index. The answer is `undefined` otherwise. */
export function missingIndex(tree: SourceTree, folder: TypesFolder): Diagnostic | undefined {
  const index = joinPath(folder.path, INDEX_FILE);
  const kind = tree.kind(index);
  if (kind === 'file') return undefined;
  const why =
    kind === 'outside' ? `'${folder.path}' leads out of the scanned tree.` : `There is no file '${index}'.`;
  return unusable(folder, why);
}

/**
 * Opens the type index of a folder. Its types files are read when a type of theirs is asked for.
 */
export async function openTypesFolder(
  tree: SourceTree,
  folder: TypesFolder,
): Promise<FolderIndex | Diagnostic> {
  const missing = missingIndex(tree, folder);
  if (missing !== undefined) return missing;
  const path = joinPath(folder.path, INDEX_FILE);
  const parsed = read(tree, path, (json): unknown => JSON.parse(json));
  if ('problem' in parsed) return unusable(folder, parsed.problem);
  const places = placesIn(parsed.content);
  return places === undefined
    ? unusable(folder, `'${path}' is not an index of resource types.`)
    : new FolderIndex(tree, folder, { bicepTypes: await import('@azure/bicep-types'), places });
}

/** The resource types of a folder. */
export class FolderIndex {
  readonly #tree: SourceTree;
  readonly #folder: TypesFolder;
  readonly #bicepTypes: BicepTypes;
  readonly #places: Places;
  readonly #entries = new Map<string, readonly Entry[]>();
  readonly #files = new Map<string, Shapes | string>();

  constructor(
    tree: SourceTree,
    folder: TypesFolder,
    index: { readonly bicepTypes: BicepTypes; readonly places: Places },
  ) {
    this.#tree = tree;
    this.#folder = folder;
    this.#bicepTypes = index.bicepTypes;
    this.#places = index.places;
  }

  /**
   * The body of a resource type, in any case, in the API version given or the nearest one (`nearestTo`). It is
   * `undefined` when the index does not have the type, or its file is broken.
   */
  bodyOf(type: string, apiVersion: string | undefined): VersionedBody | undefined {
    const entry = nearestTo(apiVersion?.toLowerCase(), this.#entriesOf(type.toLowerCase()));
    if (entry === undefined) return undefined;
    const file = this.#fileAt(joinPath(this.#folder.path, entry.file));
    const shape = typeof file === 'string' ? undefined : file.bodyAt(entry.index);
    if (shape === undefined) return undefined;
    const isOutdated =
      apiVersion !== undefined && orderOf(entry.apiVersion) < orderOf(apiVersion.toLowerCase());
    return { shape, isOutdated };
  }

  /** One diagnostic about all the types files that were asked for and could not be read. */
  get problem(): Diagnostic | undefined {
    const [first, ...others] = [...this.#files.values()].filter(file => typeof file === 'string');
    if (first === undefined) return undefined;
    const more = others.length === 0 ? '' : ` Files of the index that are broken besides: ${others.length}.`;
    return unusable(this.#folder, first + more);
  }

  #entriesOf(type: string): readonly Entry[] {
    let entries = this.#entries.get(type);
    if (entries === undefined) {
      entries = entriesAt(this.#places.get(type) ?? []);
      this.#entries.set(type, entries);
    }
    return entries;
  }

  #fileAt(path: string): Shapes | string {
    let file = this.#files.get(path);
    if (file === undefined) {
      file = this.#readFile(path);
      this.#files.set(path, file);
    }
    return file;
  }

  #readFile(path: string): Shapes | string {
    const types = read(this.#tree, path, this.#bicepTypes.readTypesJson);
    if ('problem' in types) return types.problem;
    return areTypes(types.content)
      ? new Shapes(types.content, this.#bicepTypes.TypeBaseKind)
      : `'${path}' is not a file of resource types.`;
  }
}

/**
 * The entry with the API version; otherwise the next later one, which knows what an older version has, and
 * otherwise the latest. Previews count only for a preview, or when there is nothing else.
 */
function nearestTo(apiVersion: string | undefined, entries: readonly Entry[]): Entry | undefined {
  const same = entries.find(entry => entry.apiVersion === apiVersion);
  if (same !== undefined) return same;
  const stable = entries.filter(entry => !isPreview(entry.apiVersion));
  const wantsPreview = apiVersion !== undefined && isPreview(apiVersion);
  const candidates = wantsPreview || stable.length === 0 ? entries : stable;
  const later = candidates.find(
    entry => apiVersion !== undefined && orderOf(entry.apiVersion) > orderOf(apiVersion),
  );
  return later ?? candidates.at(-1);
}

/** API versions are dates, with a word behind those that are not stable: `2024-03-01-preview`. */
const isPreview = (apiVersion: string): boolean => apiVersion.length > '2024-03-01'.length;

/** A text that sorts as versions follow each other: a preview comes before the stable version of its day. */
const orderOf = (apiVersion: string): string => (isPreview(apiVersion) ? apiVersion : `${apiVersion}~`);

/** By type in lower case, what the index says of its versions: `2024-03-02` and `compute/…/types.json#/117`. */
type Places = ReadonlyMap<string, readonly (readonly [apiVersion: string, reference: string])[]>;

/**
 * An index has some 34,000 entries and a template needs a few, so they are only sorted by type here. The
 * package's own reader takes three times as long, since it makes an object of each.
 */
function placesIn(index: unknown): Places | undefined {
  if (!isRecord(index) || !isRecord(index['resources'])) return undefined;
  const places = new Map<string, (readonly [string, string])[]>();
  for (const [resource, place] of Object.entries(index['resources'])) {
    const at = resource.lastIndexOf('@');
    const reference = isRecord(place) ? place['$ref'] : undefined;
    if (at < 0 || typeof reference !== 'string') return undefined;
    const type = resource.slice(0, at).toLowerCase();
    const known = places.get(type);
    const version = [resource.slice(at + 1), reference] as const;
    if (known === undefined) places.set(type, [version]);
    else known.push(version);
  }
  return places;
}

/** In the order of the versions. A reference that names no file leads to a broken one, which is told then. */
function entriesAt(places: readonly (readonly [string, string])[]): readonly Entry[] {
  const entries = places.map(([apiVersion, reference]) => {
    const [file = '', index] = reference.split('#/');
    return { apiVersion: apiVersion.toLowerCase(), file, index: Number(index) };
  });
  return entries.sort((a, b) => (orderOf(a.apiVersion) < orderOf(b.apiVersion) ? -1 : 1));
}

/** The package reads any JSON; whether it has what shapes are made of is for us to look. */
function areTypes(types: unknown): types is readonly BicepType[] {
  const haveTypes = (properties: unknown): boolean =>
    isRecord(properties) &&
    Object.values(properties).every(property => isRecord(property) && isRecord(property['type']));
  const areReferences = (items: unknown): boolean =>
    typeof items === 'object' && items !== null && Object.values(items).every(isRecord);
  return (
    Array.isArray(types) &&
    types.every(type => {
      if (!isRecord(type) || typeof type['type'] !== 'string') return false;
      switch (type['type']) {
        case 'ResourceType':
          return isRecord(type['body']);
        case 'ObjectType':
          return haveTypes(type['properties']);
        case 'DiscriminatedObjectType':
          return (
            typeof type['discriminator'] === 'string' &&
            haveTypes(type['baseProperties']) &&
            areReferences(type['elements'])
          );
        case 'ArrayType':
          return isRecord(type['itemType']);
        case 'UnionType':
          return Array.isArray(type['elements']) && areReferences(type['elements']);
        case 'StringLiteralType':
          return typeof type['value'] === 'string';
        default:
          return true;
      }
    })
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a reader of JSON makes of a file, or why it could not be read. */
function read<T>(
  tree: SourceTree,
  path: string,
  parse: (json: string) => T,
): { readonly content: T } | { readonly problem: string } {
  const file = tree.text(path);
  if (!(file instanceof SourceFile)) return { problem: file.message };
  try {
    return { content: parse(file.text.replace(/^\uFEFF/, '')) };
  } catch {
    // The package throws a TypeError for a null in the file, so its words are of no use to anyone.
    return { problem: `'${path}' is not JSON as @azure/bicep-types writes it.` };
  }
}

const unusable = (folder: TypesFolder, why: string): Diagnostic =>
  diagnostic('config-invalid', `The resource types of the folder cannot be used. ${why}`, folder.range);
