/** Where `bicep restore` leaves modules, as a folder of the tree; the command line mounts it there. */
export const RESTORE_CACHE = '~/.bicep';
