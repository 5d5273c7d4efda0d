import type { Resource } from '../../value/resource.ts';
import type { Hint } from '../model.ts';

/** What the place of a machine's declaration may tell of it: label, calls around it, keys, file. */
export function declarationHints({ label, callPath, instanceKey, range }: Resource): readonly Hint[] {
  const hint = (kind: Hint['kind'], text: string | undefined): readonly Hint[] =>
    text === undefined ? [] : [{ kind, text, range }];
  return [
    ...hint('label', label),
    ...callPath.flatMap(call => {
      // A call of several instances: `mailbox["ex01"]`, `mailbox[0]`.
      const [, name = call, key] = /^(.*?)(?:\["(.*)"\]|\[.*\])?$/.exec(call) ?? [];
      return [...hint('call', name), ...hint('key', key)];
    }),
    // A number counts copies and tells nothing.
    ...hint('key', typeof instanceKey === 'string' ? instanceKey : undefined),
    ...hint('file', range.file.path),
  ];
}
