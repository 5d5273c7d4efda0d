import type { Diagnostic } from '../source/diagnostic.ts';
import type { SourceFile } from '../source/file.ts';
import type { SourceRange } from '../source/range.ts';
import type { Reason } from './unknown.ts';
import type { ObjectValue, Value } from './value.ts';

/**
 * One instance of a declared resource with its evaluated body: what the evaluators hand to the mappers.
 */
export interface Resource {
  /**
   * Unique in its deployment. Terraform: `module.a[0].azurerm_managed_disk.db["x"]`. ARM:
   * `Microsoft.Compute/disks/ex01-db` (type and name, prefixed by scope when it is not the default one).
   */
  readonly address: string;
  readonly language: 'terraform' | 'arm';
  /** `data` and `existing` are read, not deployed. */
  readonly mode: 'managed' | 'data' | 'existing';
  /** `azurerm_managed_disk`, `Microsoft.Compute/disks`: as written. */
  readonly type: string;
  /** ARM only. */
  readonly apiVersion?: string;
  /** Terraform: the attributes, nested blocks as lists of objects. ARM: everything in the resource's JSON. */
  readonly body: ObjectValue;
  /** Terraform: the resource label; ARM: the symbolic name, when there is one. */
  readonly label?: string;
  /** The key of the instance: `count.index`, `each.key`, `copyIndex()`. */
  readonly instanceKey?: string | number;
  /** The names of the module calls or nested deployments around it, outermost first, with their own keys. */
  readonly callPath: readonly string[];
  /** The block's header or the `type` property: where a finding about an absent attribute points. */
  readonly range: SourceRange;
  /** The whole block. */
  readonly block: SourceRange;
  /** Set when it is declared in a module that was downloaded: the outermost one around it. */
  readonly downloaded?: DownloadedModule;
  /** Set when it is not certain that this resource, or how many of it, will be deployed. */
  readonly uncertain?: readonly Reason[];
  /** Addresses of resources named in `depends_on`/`dependsOn`, as far as they are known. */
  readonly dependsOn: readonly string[];
  /** The key of the resource that a child belongs to (`resource-id.ts`), when its address does not tell it. */
  readonly parent?: string;
  /** Terraform: what makes it; absent when that cannot be told. */
  readonly provider?: ProviderConfiguration;
  /** Set when it changes another resource instead of making one: the id of that one. */
  readonly changes?: Value;
}

/** A module from a registry or another repository, called by a file of the user's own. */
export interface DownloadedModule {
  /** The header of the call, or what else names the module. */
  readonly call: SourceRange;
  /** `module disk from br/public:avm/res/compute/disk:0.1.0` */
  readonly text: string;
  /** Its file or folder. */
  readonly path: string;
}

/** One configuration of a Terraform provider: an account, or a Hyper-V host. */
export interface ProviderConfiguration {
  /** `provider.hyperv`, `provider.hyperv.host2`, with the calls of modules before it. */
  readonly address: string;
  /** The header of its block; of the resource when there is none. */
  readonly range: SourceRange;
  /** Its arguments, without nested blocks. */
  readonly body: ObjectValue;
}

/** Where a comment or metadata in the input tells exvet to ignore a rule (`src/policy/suppressions.ts`). */
export interface CommentLine {
  readonly range: SourceRange;
  /** The comment's text without its marks. */
  readonly text: string;
}

/**
 * What is deployed in one go: a root module with its variables, or a template with one set of parameters.
 */
export interface Deployment {
  /** The folder of the root module, or the template's path. */
  readonly path: string;
  readonly language: 'terraform' | 'arm';
  /** The parameter files of this deployment. */
  readonly parameterFiles: readonly string[];
  readonly resources: readonly Resource[];
  readonly outputs: ReadonlyMap<string, Value>;
  readonly diagnostics: readonly Diagnostic[];
  /** The files that had a part in it, for coverage and suppressions. */
  readonly files: readonly SourceFile[];
  /** Every comment of those files that mentions `exvet:`. */
  readonly comments: readonly CommentLine[];
}
