import { type Expansion, expandJson, expandJsonLine } from '../report/expand-json.ts';
import { expandText } from '../report/expand-text.ts';
import { evaluate } from '../session/evaluate.ts';
import type { Request } from '../session/request.ts';
import { arrangeDiagnostics } from '../source/diagnostic.ts';
import type { Arguments, UsageError } from './arguments.ts';
import { completenessStatus } from './exit-status.ts';
import type { ExitStatus, Io } from './io.ts';
import { wantsColour, writeFormats } from './output.ts';
import type { Setup } from './setup.ts';

/** `exvet expand`: the evaluated resources. */
export async function expand(
  { options }: Arguments,
  { request, writtenPaths }: Setup,
  io: Io,
): Promise<ExitStatus | UsageError> {
  const expansions: Expansion[] = [];
  // One object a line needs one expansion a file; everything else is one expansion of all paths.
  const byFile = options.formats.every(({ format }) => format === 'jsonl');
  for (const paths of byFile ? request.paths.map(path => [path]) : [request.paths]) {
    expansions.push(await expansionOf({ ...request, paths }));
  }
  const mistake = writeFormats(
    options.formats,
    choice => {
      switch (choice.format) {
        case 'jsonl':
          return expansions
            .map((expansion, index) => expandJsonLine(writtenPaths[index] ?? '.', expansion))
            .join('');
        case 'json':
          return expansions.map(expandJson).join('');
        default:
          return expansions
            .map(item => expandText(item, { colour: wantsColour(options, choice, io) }))
            .join('');
      }
    },
    io,
  );
  return (
    mistake ??
    completenessStatus(
      expansions.flatMap(expansion => expansion.diagnostics),
      options,
    )
  );
}

async function expansionOf(request: Request): Promise<Expansion> {
  const { deployments, diagnostics } = await evaluate(request);
  return {
    deployments,
    diagnostics: arrangeDiagnostics([
      ...diagnostics,
      ...deployments.flatMap(deployment => deployment.diagnostics),
    ]),
  };
}
