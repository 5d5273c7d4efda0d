import { isInModuleCache } from '../source/path.ts';
import type { SourceRange } from '../source/range.ts';
import type { Trail } from '../value/origin.ts';
import type { DownloadedModule, Resource } from '../value/resource.ts';

/** Where a finding is shown and the way there. */
export interface FindingPlace {
  readonly range: SourceRange;
  readonly trail: Trail;
}

/**
 * The place of a finding is the text that decides it, as long as that is the user's own. What stands in a
 * module that was downloaded can be mended, and code scanning can show it, only where the user takes it from
 * there: the first step of the value in a file of the user's own, else the call of the module. The text in
 * the module is then the first thing on the way.
 */
export function placeOf(trail: Trail, resources: readonly Resource[]): FindingPlace {
  const { origin, steps } = trail;
  if (!isDownloaded(origin, resources)) return { range: origin, trail };
  const taken = steps.find(({ range }) => !isDownloaded(range, resources));
  if (taken !== undefined) return { range: taken.range, trail };
  const modules = modulesOf(resources);
  const module = modules.find(one => holds(one, origin)) ?? modules[0];
  const header = resources.map(({ range }) => range).find(range => !isDownloaded(range, resources));
  const range = module?.call ?? header;
  if (range === undefined) return { range: origin, trail };
  const inside = { range: origin, text: module?.text ?? 'a module that was downloaded' };
  return { range, trail: { origin, steps: [inside, ...steps] } };
}

/** Whether a text is not the user's own; the resources tell of modules in folders that only they know. */
export const isDownloaded = (range: SourceRange, resources: readonly Resource[]): boolean =>
  isInModuleCache(range.file.path) || modulesOf(resources).some(module => holds(module, range));

const modulesOf = (resources: readonly Resource[]): readonly DownloadedModule[] =>
  resources.flatMap(({ downloaded }) => downloaded ?? []);

const holds = ({ path }: DownloadedModule, { file }: SourceRange): boolean =>
  file.path === path || file.path.startsWith(`${path}/`);
