import type { Diagnostic } from '../source/diagnostic.ts';
import { SourceFile } from '../source/file.ts';
import { joinPath } from '../source/path.ts';
import { isFailure, type SourceTree } from '../source/tree.ts';

/** Endings of files that are modules, the ones first that hide the others of the same name (OpenTofu 1.8). */
const ENDINGS = [
  { ending: '.tofu.json', hides: '.tf.json' },
  { ending: '.tofu', hides: '.tf' },
  { ending: '.tf.json', hides: undefined },
  { ending: '.tf', hides: undefined },
] as const;

const isModuleFile = (name: string): boolean => endingOf(name) !== undefined;

function endingOf(name: string): (typeof ENDINGS)[number] | undefined {
  // What editors leave behind is no configuration.
  if (name.startsWith('.') || name.endsWith('~') || (name.startsWith('#') && name.endsWith('#'))) {
    return undefined;
  }
  return ENDINGS.find(({ ending }) => name.endsWith(ending));
}

/** Override files are `override.tf` and `*_override.tf`; they change what the others declare. */
const isOverride = (name: string): boolean => {
  const ending = endingOf(name)?.ending ?? '';
  return /(^|_)override$/.test(name.slice(0, name.length - ending.length));
};

export interface ModuleFileNames {
  /** In lexical order, relative to the tree. */
  readonly primary: readonly string[];
  readonly overrides: readonly string[];
}

/** The files of a folder that make it a module; `undefined` when it holds none or cannot be listed. */
export function moduleFileNames(tree: SourceTree, folder: string): ModuleFileNames | undefined {
  const entries = tree.list(folder);
  if (isFailure(entries)) return undefined;
  const names = entries.filter(({ kind }) => kind === 'file').map(({ name }) => name);
  const present = new Set(names);
  const hidden = new Set<string>();
  for (const name of names) {
    const ending = endingOf(name);
    if (ending?.hides !== undefined) hidden.add(name.slice(0, -ending.ending.length) + ending.hides);
  }
  const kept = [...present].filter(name => isModuleFile(name) && !hidden.has(name));
  if (kept.length === 0) return undefined;
  const paths = (some: readonly string[]): string[] => some.map(name => joinPath(folder, name));
  return {
    primary: paths(kept.filter(name => !isOverride(name))),
    overrides: paths(kept.filter(isOverride)),
  };
}

/** Reads the text files; those that cannot be read are diagnostics. */
export function readTexts(
  tree: SourceTree,
  paths: readonly string[],
): { readonly files: SourceFile[]; readonly diagnostics: Diagnostic[] } {
  const files: SourceFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const file = tree.text(path);
    if (file instanceof SourceFile) files.push(file);
    else diagnostics.push(file);
  }
  return { files, diagnostics };
}
