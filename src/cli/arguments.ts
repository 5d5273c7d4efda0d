import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The command line after parsing: what to do, on what, and how. */
export interface Arguments {
  readonly command: Command;
  readonly paths: readonly string[];
  readonly options: Options;
}

export type Command =
  | 'scan'
  | 'expand'
  | 'estate'
  | 'rules'
  | 'explain'
  | 'init'
  | 'schema'
  | 'help'
  | 'version';

export interface Options {
  readonly config: string | undefined;
  /** Each with the file that it goes to, or `undefined` for standard output. */
  readonly formats: readonly FormatChoice[];
  /** `--var` and `--var-file` in command-line order, which decides which of them wins. */
  readonly variables: readonly VariableChoice[];
  /** `TF_VAR_*` in the environment give values to Terraform variables. */
  readonly envVars: boolean;
  /** `--parameters`: each is a deployment of its own. */
  readonly parameters: readonly string[];
  readonly rules: readonly string[];
  readonly skippedRules: readonly string[];
  readonly failOn: FailOn;
  readonly baseline: string | undefined;
  readonly writeBaseline: string | undefined;
  /** In place of `terraform.crossCheck` of exvet.yaml. */
  readonly crossCheck: CrossCheck | undefined;
  readonly inlineIgnores: boolean;
  readonly hook: boolean;
  readonly allowIncomplete: boolean;
  readonly requireComplete: boolean;
  readonly filesFrom: string | undefined;
  /** The day that lifecycle dates are compared with, `YYYY-MM-DD`; today when not given. */
  readonly date: string | undefined;
  readonly colour: boolean | undefined;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

export interface FormatChoice {
  readonly format: string;
  readonly file: string | undefined;
}

export type VariableChoice =
  | { readonly kind: 'var'; readonly name: string; readonly text: string }
  | { readonly kind: 'file'; readonly path: string };

const FAIL_ON = ['error', 'warning', 'note', 'undecided', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

const CROSS_CHECKS = ['always', 'on-error', 'never'] as const;
export type CrossCheck = (typeof CROSS_CHECKS)[number];

/** The formats of each command that prints a report; the first is the default. */
const FORMATS = {
  scan: ['text', 'json', 'sarif', 'github', 'markdown'],
  expand: ['text', 'json', 'jsonl'],
  estate: ['text', 'json'],
  rules: ['text', 'json'],
  explain: ['text', 'json'],
} as const satisfies Partial<Record<Command, readonly string[]>>;

/** A mistake on the command line; `message` tells the user what to write instead. */
export class UsageError {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

const COMMANDS: readonly Command[] = [
  'scan',
  'expand',
  'estate',
  'rules',
  'explain',
  'init',
  'schema',
  'help',
  'version',
];

/** Parts of the product that do not exist yet: better a clear word than a guess at what was meant. */
const NOT_YET = {
  commands: ['merge'],
  formats: ['junit', 'html'],
  options: ['shard', 'fix', 'fix-dry-run'],
} as const;

const OPTIONS = {
  config: { type: 'string' },
  format: { type: 'string', multiple: true },
  var: { type: 'string', multiple: true },
  'var-file': { type: 'string', multiple: true },
  'env-vars': { type: 'boolean' },
  parameters: { type: 'string', multiple: true },
  rule: { type: 'string', multiple: true },
  'skip-rule': { type: 'string', multiple: true },
  'fail-on': { type: 'string' },
  baseline: { type: 'string' },
  'write-baseline': { type: 'string' },
  'cross-check': { type: 'string' },
  'no-inline-ignores': { type: 'boolean' },
  hook: { type: 'boolean' },
  'allow-incomplete': { type: 'boolean' },
  'require-complete': { type: 'boolean' },
  'files-from': { type: 'string' },
  date: { type: 'string' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  verbose: { type: 'boolean' },
  version: { type: 'boolean', short: 'v' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];

/** Reads the command line (without `node` and the script). */
export function parseArguments(argv: readonly string[]): Arguments | UsageError {
  const early = notYet(argv);
  if (early !== undefined) return early;
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    // The messages of node:util name the option; its hint about `--` only confuses.
    const message = error instanceof Error ? error.message.split('. To specify')[0] : String(error);
    return new UsageError(`${message}.`.replace(/\.+$/, '.'));
  }
  const { values, positionals, tokens } = parsed;
  const [first, ...rest] = positionals;
  const named = COMMANDS.find(command => command === first);
  const command: Command =
    values.help === true ? 'help' : values.version === true ? 'version' : (named ?? 'scan');
  const paths = named === undefined ? positionals : rest;

  const failOn = FAIL_ON.find(level => level === (values['fail-on'] ?? 'error'));
  if (failOn === undefined) {
    return new UsageError(`--fail-on takes one of ${FAIL_ON.join(', ')}, not '${values['fail-on']}'.`);
  }
  const formats = readFormats(command, values.format ?? []);
  if (formats instanceof UsageError) return formats;
  const variables = readVariables(tokens);
  if (variables instanceof UsageError) return variables;
  const crossCheck = CROSS_CHECKS.find(when => when === values['cross-check']);
  if (crossCheck === undefined && values['cross-check'] !== undefined) {
    return new UsageError(
      `--cross-check takes one of ${CROSS_CHECKS.join(', ')}, not '${values['cross-check']}'.`,
    );
  }
  if (values['allow-incomplete'] === true && values['require-complete'] === true) {
    return new UsageError('--allow-incomplete and --require-complete exclude each other.');
  }
  if (values.date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values.date)) {
    return new UsageError(`--date takes a day as YYYY-MM-DD, not '${values.date}'.`);
  }
  return {
    command,
    paths: command === 'help' && named !== undefined && named !== 'help' ? [named] : paths,
    options: {
      config: values.config,
      formats,
      variables,
      // What is evaluated is what Terraform would see; what is judged must not depend on a machine unasked.
      envVars: values['env-vars'] === true || command === 'expand',
      parameters: values.parameters ?? [],
      rules: values.rule ?? [],
      skippedRules: values['skip-rule'] ?? [],
      failOn,
      baseline: values.baseline,
      writeBaseline: values['write-baseline'],
      crossCheck,
      inlineIgnores: values['no-inline-ignores'] !== true,
      hook: values.hook === true,
      allowIncomplete: values['allow-incomplete'] === true,
      requireComplete: values['require-complete'] === true,
      filesFrom: values['files-from'],
      date: values.date,
      colour: values['no-color'] === true ? false : values.color,
      quiet: values.quiet === true,
      verbose: values.verbose === true,
    },
  };
}

const parse = (argv: readonly string[]) =>
  parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true, tokens: true });

function notYet(argv: readonly string[]): UsageError | undefined {
  const command = NOT_YET.commands.find(name => name === argv[0]);
  if (command !== undefined) return new UsageError(`'exvet ${command}' does not exist in this version yet.`);
  const option = NOT_YET.options.find(name =>
    argv.some(word => word === `--${name}` || word.startsWith(`--${name}=`)),
  );
  return option === undefined ? undefined : new UsageError(`--${option} does not exist in this version yet.`);
}

function readFormats(command: Command, given: readonly string[]): readonly FormatChoice[] | UsageError {
  const known: readonly string[] = command in FORMATS ? FORMATS[command as keyof typeof FORMATS] : [];
  const choices: FormatChoice[] = [];
  for (const word of given) {
    const equals = word.indexOf('=');
    const format = equals < 0 ? word : word.slice(0, equals);
    const file = equals < 0 ? undefined : word.slice(equals + 1);
    if (!known.includes(format)) {
      const later = NOT_YET.formats.some(name => name === format)
        ? ' does not exist in this version yet;'
        : ' is not a format;';
      return new UsageError(`'${format}'${later} '${command}' prints ${known.join(', ')}.`);
    }
    if (file === '') return new UsageError(`--format ${format}= names no file.`);
    choices.push({ format, file });
  }
  if (choices.filter(choice => choice.file === undefined).length > 1) {
    return new UsageError(
      'Only one --format can go to standard output; give the others a file: --format sarif=exvet.sarif.',
    );
  }
  return choices.length === 0 && known[0] !== undefined ? [{ format: known[0], file: undefined }] : choices;
}

function readVariables(tokens: ReturnType<typeof parse>['tokens']): readonly VariableChoice[] | UsageError {
  const choices: VariableChoice[] = [];
  for (const token of tokens) {
    if (token.kind !== 'option' || token.value === undefined) continue;
    if (token.name === 'var-file') choices.push({ kind: 'file', path: token.value });
    if (token.name !== 'var') continue;
    const equals = token.value.indexOf('=');
    if (equals < 1) return new UsageError(`--var takes NAME=VALUE, not '${token.value}'.`);
    choices.push({
      kind: 'var',
      name: token.value.slice(0, equals).trim(),
      text: token.value.slice(equals + 1),
    });
  }
  return choices;
}
