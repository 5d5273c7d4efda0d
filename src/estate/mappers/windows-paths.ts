/**
 * Paths of files on a Windows host, as templates write them: `C:\ClusterStorage\Volume1\ex01.vhdx`,
 * `//fs01/vms/ex01.vhdx`. Windows takes both slashes and does not regard case.
 */

const BACKSLASHES = (path: string): string => path.trim().replace(/\//g, '\\');

/** One form for every way to write a path, for comparing. */
export function comparablePath(path: string): string {
  const text = withoutPrefix(BACKSLASHES(path));
  const root = text.startsWith('\\\\') ? '\\\\' : '';
  return (root + text.slice(root.length).replace(/\\+/g, '\\')).toLowerCase();
}

/** `\\?\C:\x` is `C:\x`, and `\\?\UNC\server\share` is `\\server\share`. */
const withoutPrefix = (path: string): string =>
  path.replace(/^\\\\[?.]\\UNC\\/i, '\\\\').replace(/^\\\\[?.]\\(?=[a-z]:)/i, '');

/** `\\server\share` of a path on a share; `undefined` when it is on none. */
export function shareIn(path: string): string | undefined {
  const [, server, share] = /^\\\\([^\\]+)\\+([^\\]+)/.exec(withoutPrefix(BACKSLASHES(path))) ?? [];
  return server === undefined || share === undefined ? undefined : `\\\\${server}\\${share}`;
}

/** Every failover cluster has its cluster shared volumes (CSV) below this folder, on all nodes alike. */
const CLUSTER_VOLUME = /^[a-z]:\\clusterstorage\\[^\\]+/i;

/** `C:\ClusterStorage\Volume1` or `D:`; `undefined` when the path is on no volume of the host, or does not tell. */
export function volumeIn(path: string): string | undefined {
  const text = withoutPrefix(BACKSLASHES(path));
  return CLUSTER_VOLUME.exec(text)?.[0] ?? /^[a-z]:(?=\\|$)/i.exec(text)?.[0]?.toUpperCase();
}

export const isOnClusterVolume = (path: string): boolean =>
  CLUSTER_VOLUME.test(withoutPrefix(BACKSLASHES(path)));

/** `ex01-db` of `D:\VMs\ex01-db.vhdx`. */
export const fileStem = (path: string): string =>
  (BACKSLASHES(path).split('\\').at(-1) ?? '').replace(/\.[^.{}]+$/, '');
