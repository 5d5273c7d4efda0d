import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { starterConfig } from '../report/starter-config.ts';
import { counted } from '../report/terminal-text.ts';
import { scan } from '../session/scan.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { completenessStatus } from './exit-status.ts';
import type { ExitStatus, Io } from './io.ts';
import { printDiagnostics } from './output.ts';
import type { Setup } from './setup.ts';
import { VERSION } from './version.ts';

const NAME = 'exvet.yaml';

/** `exvet init`: writes a starter `exvet.yaml` into the working directory. One that is there is never touched. */
export async function init(
  { options }: Arguments,
  { request }: Setup,
  io: Io,
): Promise<ExitStatus | UsageError> {
  const { path } = request.config;
  if (path !== undefined) return new UsageError(`There is a configuration, ${path}: it is not overwritten.`);
  const { report } = await scan(request, {
    rules: [],
    skippedRules: [],
    inlineIgnores: true,
    baseline: undefined,
    date: options.date ?? io.now.toISOString().slice(0, 10),
    version: VERSION,
  });
  try {
    writeFileSync(join(io.cwd, NAME), starterConfig(report), { flag: 'wx' });
  } catch (error) {
    return new UsageError(
      `${NAME} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  printDiagnostics(
    report.diagnostics.filter(({ effect }) => effect === 'broken'),
    io,
  );
  const own = report.servers.filter(({ server }) => server.failoverOf === undefined);
  const servers = new Set(own.map(({ server }) => server.address)).size;
  io.stdout(`Wrote ${NAME} with ${counted(servers, 'Exchange server')}. Check it, then run exvet.\n`);
  return completenessStatus(report.diagnostics, options);
}
