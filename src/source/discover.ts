import { type Diagnostic, diagnostic } from './diagnostic.ts';
import { SourceFile } from './file.ts';
import { baseName, folderOf, joinPath } from './path.ts';
import { isFailure, type SourceTree } from './tree.ts';

/** What a scan of some paths has to look at, each list sorted. */
export interface Discovery {
  /** Folders that hold Terraform files. */
  readonly terraformFolders: readonly string[];
  /** Those of them that the user named, as a folder or by one of its files. */
  readonly namedTerraformFolders: readonly string[];
  /** JSON files that say they are ARM templates. */
  readonly templates: readonly string[];
  readonly parameterFiles: readonly string[];
  /** `terraform show -json` output. */
  readonly plans: readonly string[];
  readonly bicepFiles: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Folders that hold downloaded or generated things, never the user's own sources. */
const SKIPPED_FOLDERS = new Set(['node_modules', 'bower_components', '__pycache__']);

/** Deeper trees are link loops or mistakes. */
const MAX_DEPTH = 40;

/**
 * Finds the inputs under the paths given (files or folders of the tree). Folders whose names begin with
 * a dot are passed over unless they are named; `isIncluded` is asked for everything that is not named.
 */
export function discover(
  tree: SourceTree,
  paths: readonly string[],
  isIncluded: (path: string) => boolean = () => true,
): Discovery {
  const search = new Search(tree, isIncluded);
  for (const path of paths) search.start(path);
  return search.result();
}

type Kind = 'terraform' | 'template' | 'parameters' | 'plan' | 'bicep';

class Search {
  readonly #tree: SourceTree;
  readonly #isIncluded: (path: string) => boolean;
  readonly #found: Readonly<Record<Kind, Set<string>>> = {
    terraform: new Set(),
    template: new Set(),
    parameters: new Set(),
    plan: new Set(),
    bicep: new Set(),
  };
  readonly #named = new Set<string>();
  readonly #diagnostics: Diagnostic[] = [];

  constructor(tree: SourceTree, isIncluded: (path: string) => boolean) {
    this.#tree = tree;
    this.#isIncluded = isIncluded;
  }

  start(path: string): void {
    const before = this.#count;
    switch (this.#tree.kind(path)) {
      case 'file':
        if (this.#addFile(path) === 'terraform') this.#named.add(folderOf(path));
        break;
      case 'folder':
        this.#walk(path, 0);
        if (this.#found.terraform.has(path)) this.#named.add(path);
        break;
      case 'outside':
        this.#diagnostics.push(
          diagnostic(
            'path-outside',
            `'${path}' is outside the scanned tree. Run exvet from a folder above it.`,
            path,
          ),
        );
        return;
      case 'absent':
        this.#diagnostics.push(diagnostic('file-unreadable', `There is no file or folder '${path}'.`, path));
        return;
    }
    if (this.#count === before && !this.#covers(path)) {
      const message = `No Terraform, ARM or Bicep file was found under '${path}'.`;
      this.#diagnostics.push(diagnostic('nothing-to-scan', message, path));
    }
  }

  result(): Discovery {
    const sorted = (kind: Kind): string[] => [...this.#found[kind]].sort();
    return {
      terraformFolders: sorted('terraform'),
      namedTerraformFolders: [...this.#named].sort(),
      templates: sorted('template'),
      parameterFiles: sorted('parameters'),
      plans: sorted('plan'),
      bicepFiles: sorted('bicep'),
      diagnostics: this.#diagnostics,
    };
  }

  get #count(): number {
    return Object.values(this.#found).reduce((sum, paths) => sum + paths.size, 0);
  }

  /** Whether an earlier path has already found what lies under this one. */
  #covers(path: string): boolean {
    const under = (found: string): boolean => path === '.' || found === path || found.startsWith(`${path}/`);
    return (
      this.#found.terraform.has(folderOf(path)) ||
      Object.values(this.#found).some(set => [...set].some(under))
    );
  }

  #walk(folder: string, depth: number): void {
    const entries = this.#tree.list(folder);
    if (isFailure(entries)) {
      const detail = entries.detail === undefined ? '' : ` (${entries.detail})`;
      this.#diagnostics.push(
        diagnostic('file-unreadable', `The folder '${folder}' could not be read${detail}.`, folder),
      );
      return;
    }
    if (depth > MAX_DEPTH) {
      const message = `'${folder}' is more than ${MAX_DEPTH} folders deep and was not searched.`;
      this.#diagnostics.push(diagnostic('limit-exceeded', message, folder));
      return;
    }
    for (const entry of entries) {
      const path = joinPath(folder, entry.name);
      if (entry.kind === 'folder') {
        if (!entry.name.startsWith('.') && !SKIPPED_FOLDERS.has(entry.name)) this.#walk(path, depth + 1);
      } else if (this.#isIncluded(path)) {
        this.#addFile(path);
      }
    }
  }

  #addFile(path: string): Kind | undefined {
    const kind = this.#kindOf(path);
    if (kind === 'terraform') this.#found.terraform.add(folderOf(path));
    else if (kind !== undefined) this.#found[kind].add(path);
    return kind;
  }

  #kindOf(path: string): Kind | undefined {
    const name = baseName(path);
    if (/^\.|~$|^#.*#$/.test(name)) return undefined;
    if (/\.(tf|tofu)(\.json)?$/.test(name)) return 'terraform';
    if (/\.(bicep|bicepparam)$/.test(name)) return 'bicep';
    if (!/\.jsonc?$/i.test(name) || name.endsWith('.tfvars.json')) return undefined;
    const file = this.#tree.text(path);
    if (!(file instanceof SourceFile)) {
      this.#diagnostics.push(file);
      return undefined;
    }
    return jsonKind(file.text);
  }
}

/**
 * Tells what a JSON file is by its schema or by the members that every such document has, without
 * parsing it: a repository holds many JSON files that are none of ours.
 */
function jsonKind(text: string): Kind | undefined {
  // Terraform writes its format version first, and what follows can be long.
  if (/^\ufeff?\s*\{\s*"format_version"\s*:/.test(text)) return PLAN_MEMBERS.test(text) ? 'plan' : undefined;
  if (/"\$schema"\s*:\s*"[^"]*deploymentParameters\.json/i.test(text)) return 'parameters';
  if (/"\$schema"\s*:\s*"[^"]*\/[a-zA-Z]*deploymentTemplate\.json/i.test(text)) return 'template';
  if (/"contentVersion"\s*:/.test(text) && /"resources"\s*:/.test(text)) return 'template';
  if (/"format_version"\s*:/.test(text) && PLAN_MEMBERS.test(text)) return 'plan';
  return undefined;
}

const PLAN_MEMBERS = /"(planned_values|resource_changes|values)"\s*:/;
