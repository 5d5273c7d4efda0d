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
 *
 * @param subject the resources that declare what the finding is about
 * @param downloaded all resources of the deployment that stand in downloaded modules
 */
export function placeOf(
  trail: Trail,
  subject: readonly Resource[],
  downloaded: readonly Resource[],
): FindingPlace {
  const { origin, steps } = trail;
  const isOwn = (range: SourceRange): boolean => !isDownloaded(range, downloaded);
  if (isOwn(origin)) return { range: origin, trail };
  const taken = steps.find(({ range }) => isOwn(range));
  if (taken !== undefined) return { range: taken.range, trail };
  const module = moduleAround(origin, subject, downloaded);
  const header = subject.map(({ range }) => range).find(isOwn);
  const range = module?.call ?? header;
  if (range === undefined) return { range: origin, trail };
  const inside = { range: origin, text: module?.text ?? 'a module that was downloaded' };
  return { range, trail: { origin, steps: [inside, ...steps] } };
}

/** The module that a text stands in: one around the subject if it can be, since others may call it too. */
function moduleAround(
  text: SourceRange,
  subject: readonly Resource[],
  downloaded: readonly Resource[],
): DownloadedModule | undefined {
  const within = downloaded.filter(({ block }) => encloses(block, text));
  const candidates = modulesOf([...subject, ...within, ...downloaded]);
  return candidates.find(module => holds(module, text)) ?? modulesOf(subject)[0];
}

const encloses = (outer: SourceRange, inner: SourceRange): boolean =>
  outer.file === inner.file && outer.start <= inner.start && inner.end <= outer.end;

/** Whether a text is not the user's own; resources of modules tell of those in folders that only they know. */
export const isDownloaded = (range: SourceRange, downloaded: readonly Resource[]): boolean =>
  isInModuleCache(range.file.path) || modulesOf(downloaded).some(module => holds(module, range));

const modulesOf = (resources: readonly Resource[]): readonly DownloadedModule[] =>
  resources.flatMap(({ downloaded }) => downloaded ?? []);

const holds = ({ path }: DownloadedModule, { file }: SourceRange): boolean =>
  file.path === path || file.path.startsWith(`${path}/`);
