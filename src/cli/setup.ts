import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Config, DEFAULT_CONFIG, readConfig } from '../session/config.ts';
import type { Request } from '../session/request.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { SourceTree } from '../source/tree.ts';
import { type Arguments, UsageError } from './arguments.ts';
import type { Io } from './io.ts';
import { NodeFileSystem } from './node-file-system.ts';
import { withRestoreCache } from './restore-cache.ts';
import { trackedFiles } from './tracked-files.ts';
import { Workspace } from './workspace.ts';

/** What every command that reads inputs starts from. */
export interface Setup {
  readonly workspace: Workspace;
  /** The paths as the user wrote them, in the order of `request.paths`. */
  readonly writtenPaths: readonly string[];
  readonly request: Request;
}

/** The configuration has mistakes; nothing is done before they are mended. */
export interface BadConfiguration {
  readonly badConfiguration: readonly Diagnostic[];
}

/** Finds the tree and the configuration, and turns the user's paths into the tree's. */
export async function setUp(
  { options, paths: given }: Arguments,
  io: Io,
): Promise<Setup | BadConfiguration | UsageError> {
  const listed = options.filesFrom === undefined ? [] : readPathList(options.filesFrom, io);
  if (listed instanceof UsageError) return listed;
  const named = [...given, ...listed];
  const paths = named.length === 0 && options.filesFrom === undefined && !options.hook ? ['.'] : named;

  const workspace = Workspace.around(io.cwd, paths);
  const isTracked = options.hook ? trackedFiles(workspace.root) : undefined;
  const tree = new SourceTree(withRestoreCache(new NodeFileSystem(workspace.root, isTracked), io));
  const loaded = await loadConfig(options.config, workspace, tree);
  if (!('declarations' in loaded)) return { badConfiguration: loaded };
  const { crossCheck = loaded.terraform.crossCheck } = options;
  const config = { ...loaded, terraform: { ...loaded.terraform, crossCheck } };
  return {
    workspace,
    writtenPaths: paths,
    request: {
      tree,
      paths: paths.map(path => workspace.toTree(path)),
      config,
      variables: [
        ...(options.envVars || config.terraform.environment ? environmentVariables(io) : []),
        ...options.variables.map(choice =>
          choice.kind === 'var' ? choice : { kind: 'file' as const, path: workspace.toTree(choice.path) },
        ),
      ],
      parameters: options.parameters.map(path => workspace.toTree(path)),
      changedOnly: options.hook,
    },
  };
}

/** `TF_VAR_name`, as Terraform takes it from the environment. */
const environmentVariables = ({ env }: Io): Request['variables'] =>
  Object.entries(env).flatMap(([key, text]) =>
    key.startsWith('TF_VAR_') && text !== undefined
      ? [{ kind: 'environment' as const, name: key.slice('TF_VAR_'.length), text }]
      : [],
  );

async function loadConfig(
  given: string | undefined,
  workspace: Workspace,
  tree: SourceTree,
): Promise<Config | readonly Diagnostic[]> {
  const path = given === undefined ? workspace.findConfig() : workspace.toTree(given);
  return path === undefined ? DEFAULT_CONFIG : readConfig(tree, path);
}

function readPathList(source: string, io: Io): readonly string[] | UsageError {
  try {
    const text = source === '-' ? io.readStdin() : readFileSync(resolve(io.cwd, source), 'utf8');
    return text.split(/\r?\n/).filter(line => line.trim() !== '');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return new UsageError(`The list of files '${source}' could not be read${reason}.`);
  }
}
