import { stringValue } from '../../value/make.ts';
import { textIn } from '../../value/read.ts';
import type { Value } from '../../value/value.ts';

/** Publishers of marketplace images that are all of one family. */
const PUBLISHER_FAMILIES: ReadonlyMap<string, string> = new Map([
  ['microsoftwindowsserver', 'windows'],
  ['microsoftwindowsdesktop', 'windows'],
  ['microsoftexchange', 'windows'],
  ['microsoftsharepoint', 'windows'],
  ['microsoftvisualstudio', 'windows'],
  ['canonical', 'linux'],
  ['debian', 'linux'],
  ['openlogic', 'linux'],
  ['redhat', 'linux'],
  ['suse', 'linux'],
  ['oracle', 'linux'],
  ['almalinux', 'linux'],
  ['resf', 'linux'],
]);

/** `windows` or `linux`, as the publisher of an image tells. */
export function familyOfPublisher(publisher: Value | undefined): Value | undefined {
  const family = PUBLISHER_FAMILIES.get(textIn(publisher)?.toLowerCase() ?? '');
  return family === undefined || publisher === undefined ? undefined : stringValue(family, publisher.origin);
}
