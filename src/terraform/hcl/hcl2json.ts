import type { SourceFile } from '../../source/file.ts';

/** What `@cdktf/hcl2json` answers: its JSON, or its message with a place (both counted from 1). */
export type Hcl2jsonAnswer =
  | { readonly json: unknown }
  | {
      readonly message: string;
      readonly line?: number;
      readonly column?: number;
      /** The syntax is right, but its own conversion failed: it folds constants, and cannot mix labels. */
      readonly conversion: boolean;
    };

/**
 * Has a file of the native syntax read by HashiCorp's own parser, which `@cdktf/hcl2json` carries as
 * WebAssembly. It is loaded here and nowhere else, and only when it is asked: its start takes longer than a
 * whole scan.
 */
export async function readWithHcl2json({ text }: SourceFile): Promise<Hcl2jsonAnswer> {
  const { parse } = await import('@cdktf/hcl2json');
  try {
    return { json: await parse(FILE_NAME, text) };
  } catch (error) {
    return explained(error instanceof Error ? error.message : String(error));
  }
}

/** Not the file's own name, so that the places in its messages can be told from the words. */
const FILE_NAME = 'file.tf';

const PLACE = /file\.tf:(\d+),(\d+)(?:-(?:\d+,)?\d+)?: /;

/** Of `parse config: [file.tf:3,4-4: Title; Detail. file.tf:4,1-2: …]` the first remark. */
function explained(answer: string): Hcl2jsonAnswer {
  const conversion = !answer.startsWith('parse config');
  const place = PLACE.exec(answer);
  if (place === null) return { message: answer.trim(), conversion };
  const rest = answer.slice(place.index + place[0].length);
  const following = PLACE.exec(rest);
  const message = (following === null ? rest.replace(/\]\s*$/, '') : rest.slice(0, following.index)).trim();
  return {
    message: message.replace('; ', ': '),
    line: Number(place[1]),
    column: Number(place[2]),
    conversion,
  };
}
