import { minimatch } from 'minimatch';
import { BUILTIN_POLICIES } from '../policy/builtin.ts';
import { loadPolicies } from '../policy/load.ts';
import type { Policy } from '../policy/policy.ts';
import { type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import { SourceFile } from '../source/file.ts';
import { joinPath } from '../source/path.ts';
import { isFailure, type SourceTree } from '../source/tree.ts';
import type { Config } from './config.ts';

/**
 * Every policy that there is for a run: the built-in ones, without the texts that only explanations show
 * (`withTexts`), and those that exvet.yaml names.
 */
export async function allPolicies(
  tree: SourceTree,
  config: Config,
): Promise<{ readonly policies: readonly Policy[]; readonly diagnostics: readonly Diagnostic[] }> {
  if (config.policies.length === 0) return { policies: BUILTIN_POLICIES, diagnostics: [] };
  const files: SourceFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const glob of config.policies) {
    const paths = filesMatching(tree, glob.value);
    if (paths.length === 0) {
      diagnostics.push(diagnostic('config-invalid', `'${glob.value}' matches no policy file.`, glob.range));
    }
    for (const path of paths) {
      const file = tree.text(path, glob.range);
      if (file instanceof SourceFile) files.push(file);
      else diagnostics.push(file);
    }
  }
  const loaded = await loadPolicies(
    files,
    BUILTIN_POLICIES.map(policy => policy.id),
  );
  return {
    policies: [...BUILTIN_POLICIES, ...loaded.policies],
    diagnostics: [...diagnostics, ...loaded.diagnostics],
  };
}

/** The YAML files that a glob names, from its last folder without wildcards downwards. */
function filesMatching(tree: SourceTree, glob: string): readonly string[] {
  const pattern = joinPath(glob);
  const fixed: string[] = [];
  for (const part of pattern.split('/').slice(0, -1)) {
    if (/[*?[\]{}()!+@]/.test(part)) break;
    fixed.push(part);
  }
  const found: string[] = [];
  const walk = (folder: string): void => {
    const entries = tree.list(folder);
    if (isFailure(entries)) return;
    for (const entry of entries) {
      const path = joinPath(folder, entry.name);
      if (entry.kind === 'folder') walk(path);
      else if (/\.ya?ml$/.test(entry.name) && minimatch(path, pattern, { dot: true })) found.push(path);
    }
  };
  walk(fixed.length === 0 ? '.' : fixed.join('/'));
  return found;
}
