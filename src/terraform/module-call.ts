import { diagnostic } from '../source/diagnostic.ts';
import { isInModuleCache } from '../source/path.ts';
import { didYouMean } from '../source/spelling.ts';
import type { DownloadedModule } from '../value/resource.ts';
import type { Reason } from '../value/unknown.ts';
import { bodyAttribute, type Configuration, type ModuleCall } from './configuration.ts';
import type { EvaluationRun } from './evaluation-run.ts';
import { evaluate } from './expression.ts';
import type { Graph } from './graph.ts';
import { literalSource, MAX_MODULE_DEPTH } from './library.ts';
import type { Scope } from './scope.ts';

/** Where an instance of a module stands. */
export interface ModulePlace {
  /** `module.a[0].`, with the dot; empty for the root module. */
  readonly prefix: string;
  /** The calls from the root module with their keys, `a[0]`; and without them, `a`. */
  readonly callPath: readonly string[];
  readonly callNames: readonly string[];
  /** The folders of the modules that it is called from. */
  readonly callers: readonly string[];
  readonly uncertain: readonly Reason[];
  /** The outermost module around it that `terraform init` has downloaded, itself included. */
  readonly downloaded: DownloadedModule | undefined;
}

/** The configuration that a call names, or why there is none; which is reported at its source. */
export function configurationOf(
  call: ModuleCall,
  run: EvaluationRun,
  scope: Scope,
  caller: Configuration,
  place: ModulePlace,
): Configuration | { readonly absent: Reason } {
  const { header, body } = call.block;
  const attribute = bodyAttribute(body, 'source');
  const range = attribute?.value.range ?? header;
  const refuse = (kind: Reason['kind'], text: string) => ({ absent: { kind, text, range } });
  if (attribute === undefined) {
    scope.problems.failed('terraform-structure', `Module "${call.name}" has no source`, header);
    return refuse('error', `module "${call.name}" has no source`);
  }
  const source = evaluate(attribute.value, scope);
  if (source.kind !== 'string') {
    const why = `the source of module "${call.name}" is not known`;
    if (source.kind !== 'unknown') {
      scope.problems.failed('terraform-type', 'A module source must be a string', range);
    } else {
      const message = `The source of module "${call.name}" cannot be known, so it is not scanned.`;
      run.graph.report(diagnostic('terraform-module-unavailable', message, range));
    }
    return refuse('unavailable', why);
  }
  const path = [...place.callNames, call.name];
  const location = run.moduleLibrary.locate(source.value, range, caller.folder, path);
  if (location.kind !== 'folder') {
    run.graph.report(location.diagnostic);
    return refuse(location.kind === 'missing' ? 'error' : 'unavailable', location.reason);
  }
  const callers = [...place.callers, caller.folder];
  if (callers.includes(location.folder)) {
    const message = `Module "${call.name}" calls itself: '${location.folder}' is one of its own callers.`;
    run.graph.report(diagnostic('terraform-cycle', message, range));
    return refuse('error', `module "${call.name}" calls itself`);
  }
  if (callers.length > MAX_MODULE_DEPTH) {
    const message = `Modules call each other more than ${MAX_MODULE_DEPTH} levels deep here.`;
    run.graph.report(diagnostic('limit-exceeded', message, range));
    return refuse('error', `module "${call.name}" is nested too deeply`);
  }
  return run.moduleLibrary.configuration(location.folder);
}

/** What a call of a module that `terraform init` has downloaded is to those who read its findings. */
export function downloadedBy(call: ModuleCall, { folder }: Configuration): DownloadedModule | undefined {
  if (!isInModuleCache(folder)) return undefined;
  const source = literalSource(call)?.text ?? folder;
  return { call: call.block.header, text: `module "${call.name}" from ${source}`, path: folder };
}

/** Compares the arguments of a call with the variables of its module. */
export function checkArguments(call: ModuleCall, configuration: Configuration, graph: Graph): void {
  const { body, header } = call.block;
  const given = new Set<string>();
  for (const attribute of body.attributes) {
    if (MODULE_META_ARGUMENTS.has(attribute.name)) continue;
    given.add(attribute.name);
    if (configuration.variables.has(attribute.name)) continue;
    const hint = didYouMean(attribute.name, configuration.variables.keys(), '"');
    const message = `Module "${call.name}" has no variable "${attribute.name}".${hint}`;
    graph.report(diagnostic('terraform-variable', message, attribute.nameRange));
  }
  for (const [name, block] of configuration.variables) {
    if (given.has(name) || bodyAttribute(block.body, 'default') !== undefined) continue;
    const message = `Module "${call.name}" needs a value for its variable "${name}".`;
    graph.report(diagnostic('terraform-variable', message, header));
  }
}

const MODULE_META_ARGUMENTS: ReadonlySet<string> = new Set([
  'source',
  'version',
  'providers',
  'count',
  'for_each',
  'depends_on',
]);
