import type { SourceTree } from '../source/tree.ts';
import type { Config } from './config.ts';

/** What one run is asked to do. The command line makes it, and so can any other caller of the library. */
export interface Request {
  readonly tree: SourceTree;
  /** Files and folders of the tree. */
  readonly paths: readonly string[];
  readonly config: Config;
  /** Terraform inputs in the order in which they were given. */
  readonly variables: readonly (
    | { readonly kind: 'var'; readonly name: string; readonly text: string }
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'environment'; readonly name: string; readonly text: string }
  )[];
  /** Parameter files for the templates scanned; each is a deployment of its own. */
  readonly parameters: readonly string[];
  /** `paths` are changed files: look only at the root modules and templates that they have a part in. */
  readonly changedOnly: boolean;
}
