import { boolValue, computedAt, stringValue } from '../../value/make.ts';
import { textWithGaps } from '../../value/resource-id.ts';
import { type UnknownDetails, unknown, unknownFrom } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import { shareIn, volumeIn } from './windows-paths.ts';

/** What the path of a virtual disk file of Hyper-V tells. */
export interface VirtualDiskFile {
  readonly path: Value;
  /** `vhd`, `vhdx`. A string. */
  readonly format: Value;
  /** `block` for a volume of the host or of its cluster, `smb` for a share. A string. */
  readonly backing: Value;
  /** `\\server\share`, `C:\ClusterStorage\Volume1`, `D:`. A string. */
  readonly store: Value;
  /** It is what a checkpoint adds to a disk: `.avhd`, `.avhdx`. A bool. */
  readonly isCheckpoint: Value;
  /** It is a set that several machines share: `.vhds`. A bool. */
  readonly isSharedSet: Value;
}

const FORMATS: Readonly<Record<string, string>> = {
  vhd: 'vhd',
  avhd: 'vhd',
  vhdx: 'vhdx',
  avhdx: 'vhdx',
  vhds: 'vhdx',
};

/** Of a path with unknown pieces, what the known ones tell: its beginning the store, its end the format. */
export function virtualDiskFile(path: Value): VirtualDiskFile {
  const text = textWithGaps(path);
  const origin = computedAt(path.origin.range, [path]);
  const extension = /\.([a-z]+)$/i.exec(text)?.[1]?.toLowerCase();
  const open = (what: string, details?: UnknownDetails): Value =>
    path.kind === 'unknown'
      ? unknownFrom([path], origin, details)
      : unknown({ kind: 'error', text: `the path '${text}' does not tell ${what}` }, origin, details);
  const format = extension === undefined ? undefined : FORMATS[extension];
  const share = shareIn(text);
  const volume = volumeIn(text);
  const store = share ?? volume;
  const isUnc = /^[\\/]{2}[^?.]/.test(text);
  const candidates = ['vhd', 'vhdx'].map(name => stringValue(name, origin));
  return {
    path,
    format:
      format === undefined ? open('the format of the disk', { candidates }) : stringValue(format, origin),
    backing:
      isUnc || share !== undefined
        ? stringValue('smb', origin)
        : volume === undefined
          ? open('where the disk is stored')
          : stringValue('block', origin),
    store:
      store === undefined || store.includes('{')
        ? open('where the disk is stored')
        : stringValue(store, origin),
    isCheckpoint:
      extension === undefined
        ? open('the format of the disk')
        : boolValue(/^avhdx?$/.test(extension), origin),
    isSharedSet:
      extension === undefined ? open('the format of the disk') : boolValue(extension === 'vhds', origin),
  };
}
