import { type Arguments, parseArguments, UsageError } from './arguments.ts';
import { estate } from './estate.ts';
import { expand } from './expand.ts';
import { explain } from './explain.ts';
import { helpText } from './help.ts';
import { init } from './init.ts';
import { EXIT, type ExitStatus, type Io } from './io.ts';
import { printDiagnostics } from './output.ts';
import { rules } from './rules.ts';
import { scan } from './scan.ts';
import { schema } from './schema.ts';
import { type BadConfiguration, type Setup, setUp } from './setup.ts';
import { VERSION } from './version.ts';

type Command = (arguments_: Arguments, setup: Setup, io: Io) => Promise<ExitStatus | UsageError>;

const COMMANDS: Readonly<Record<'scan' | 'expand' | 'estate' | 'rules' | 'explain' | 'init', Command>> = {
  scan,
  expand,
  estate,
  rules,
  explain,
  init,
};

/** Runs exvet: reads the command line, does what it says, and gives the exit status. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(argv);
  if (parsed instanceof UsageError) return fail(parsed, io);
  const outcome = await run(parsed, io);
  return outcome instanceof UsageError ? fail(outcome, io) : outcome;
}

async function run(parsed: Arguments, io: Io): Promise<ExitStatus | UsageError> {
  switch (parsed.command) {
    case 'help':
      io.stdout(helpText(parsed.paths[0]));
      return EXIT.ok;
    case 'version':
      io.stdout(`exvet ${VERSION}\n`);
      return EXIT.ok;
    case 'schema':
      return schema(parsed, io);
    default: {
      // The arguments of these two are rules, not paths.
      const inputs =
        parsed.command === 'rules' || parsed.command === 'explain' ? { ...parsed, paths: [] } : parsed;
      const setup = await setUp(inputs, io);
      if (setup instanceof UsageError) return setup;
      if ('badConfiguration' in setup) return rejectConfiguration(setup, io);
      return COMMANDS[parsed.command](parsed, setup, io);
    }
  }
}

function rejectConfiguration({ badConfiguration }: BadConfiguration, io: Io): ExitStatus {
  printDiagnostics(badConfiguration, io);
  return EXIT.failed;
}

function fail(mistake: UsageError, io: Io): ExitStatus {
  io.stderr(`exvet: ${mistake.message}\nTry 'exvet --help'.\n`);
  return EXIT.failed;
}
