import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EXIT, type Io } from './io.ts';
import { main } from './main.ts';

/**
 * The GitHub Action: a scan whose options are the action's inputs, with annotations, a job summary, a SARIF
 * file and the outputs of `action.yml`. The runner's side of the contract is environment variables and files
 * (docs.github.com: workflow commands, environment files).
 */
export async function runAction(io: Io): Promise<number> {
  const inputs = readInputs(io.env);
  if (typeof inputs === 'string') {
    io.stdout(`::error title=exvet::${inputs}\n`);
    return EXIT.failed;
  }
  const workspace = resolve(io.env['GITHUB_WORKSPACE'] ?? io.cwd);
  const sarifFile = resolve(workspace, inputs.sarifFile);
  const folder = mkdtempSync(join(io.env['RUNNER_TEMP'] ?? tmpdir(), 'exvet-'));
  try {
    const files: ScanFiles = {
      log: join(folder, 'report.txt'),
      json: join(folder, 'report.json'),
      annotations: join(folder, 'annotations.txt'),
      summary: join(folder, 'summary.md'),
      sarif: sarifFile,
    };
    const status = await main(scanArguments(inputs, files), {
      ...io,
      cwd: resolve(workspace, inputs.workingDirectory),
      isTty: false,
    });
    publish(inputs, files, status, io);
    return status;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What `action.yml` declares, read and checked. */
interface Inputs {
  readonly paths: readonly string[];
  readonly workingDirectory: string;
  readonly sarifFile: string;
  readonly annotations: boolean;
  readonly summary: boolean;
  /** Options of the command line, as the inputs say them. */
  readonly options: readonly string[];
}

interface ScanFiles {
  readonly log: string;
  readonly json: string;
  readonly annotations: string;
  readonly summary: string;
  readonly sarif: string;
}

type Environment = Io['env'];

/** Inputs that become an option of the same meaning, once for each line of the input. */
const OPTIONS = {
  config: '--config',
  'fail-on': '--fail-on',
  var: '--var',
  'var-file': '--var-file',
  parameters: '--parameters',
  rule: '--rule',
  'skip-rule': '--skip-rule',
  baseline: '--baseline',
  'cross-check': '--cross-check',
} as const;

/** Inputs that turn an option on, with the value that does. */
const SWITCHES = {
  'allow-incomplete': { option: '--allow-incomplete', when: true },
  'require-complete': { option: '--require-complete', when: true },
  'inline-ignores': { option: '--no-inline-ignores', when: false },
} as const;

/** Every input that is read: `action.yml` declares these and no others. */
export const INPUT_NAMES: readonly string[] = [
  'paths',
  'working-directory',
  'sarif-file',
  'annotations',
  'summary',
  ...Object.keys(OPTIONS),
  ...Object.keys(SWITCHES),
];

/** The inputs, or what is wrong with them. The runner keeps the dashes of their names (`INPUT_FAIL-ON`). */
function readInputs(env: Environment): Inputs | string {
  const options: string[] = [];
  for (const [name, option] of Object.entries(OPTIONS)) {
    for (const line of linesOf(input(env, name))) options.push(`${option}=${line}`);
  }
  for (const [name, { option, when }] of Object.entries(SWITCHES)) {
    const value = booleanInput(env, name, !when);
    if (value === undefined) return notBoolean(name);
    if (value === when) options.push(option);
  }
  const annotations = booleanInput(env, 'annotations', true);
  if (annotations === undefined) return notBoolean('annotations');
  const summary = booleanInput(env, 'summary', true);
  if (summary === undefined) return notBoolean('summary');
  return {
    paths: linesOf(input(env, 'paths') || '.'),
    workingDirectory: input(env, 'working-directory') || '.',
    sarifFile: input(env, 'sarif-file') || 'exvet.sarif',
    annotations,
    summary,
    options,
  };
}

const input = (env: Environment, name: string): string => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '');

/** As `core.getBooleanInput` reads it: the booleans of YAML 1.2. */
function booleanInput(env: Environment, name: string, fallback: boolean): boolean | undefined {
  const text = input(env, name);
  if (text === '') return fallback;
  return /^(true|True|TRUE)$/.test(text) ? true : /^(false|False|FALSE)$/.test(text) ? false : undefined;
}

const notBoolean = (name: string): string => `The input '${name}' takes true or false.`;

const scanArguments = ({ paths, options }: Inputs, files: ScanFiles): readonly string[] => [
  'scan',
  ...options,
  ...[
    `text=${files.log}`,
    `json=${files.json}`,
    `github=${files.annotations}`,
    `markdown=${files.summary}`,
    `sarif=${files.sarif}`,
  ].map(format => `--format=${format}`),
  '--',
  ...paths,
];

/** Hands the results to the runner. A scan that could not start has written none of its files. */
function publish(inputs: Inputs, files: ScanFiles, status: number, io: Io): void {
  if (existsSync(files.log)) printVerbatim(readFileSync(files.log, 'utf8'), io);
  if (inputs.annotations && existsSync(files.annotations)) io.stdout(readFileSync(files.annotations, 'utf8'));
  const summaryFile = io.env['GITHUB_STEP_SUMMARY'];
  if (inputs.summary && summaryFile !== undefined && existsSync(files.summary)) {
    appendFileSync(summaryFile, readFileSync(files.summary));
  }
  setOutputs({ 'exit-status': String(status), ...sarifOutput(inputs, files), ...counts(files) }, io);
}

/** The log shows texts of the scanned tree, which must not reach the runner as commands. */
function printVerbatim(text: string, io: Io): void {
  const token = randomUUID();
  io.stdout(`::stop-commands::${token}\n${text}::${token}::\n`);
}

const sarifOutput = (inputs: Inputs, files: ScanFiles): Readonly<Record<string, string>> =>
  existsSync(files.sarif) ? { 'sarif-file': inputs.sarifFile } : {};

/** What of the JSON report the counts are taken from. */
interface CountedReport {
  readonly findings: readonly { readonly verdict: string; readonly level: string }[];
  readonly coverage: { readonly serversRecognised: number; readonly notAnalysed: readonly unknown[] };
}

function counts(files: ScanFiles): Readonly<Record<string, string>> {
  if (!existsSync(files.json)) return {};
  const { findings, coverage }: CountedReport = JSON.parse(readFileSync(files.json, 'utf8'));
  const violations = findings.filter(finding => finding.verdict === 'violation');
  const ofLevel = (level: string): string =>
    String(violations.filter(finding => finding.level === level).length);
  return {
    findings: String(findings.length),
    errors: ofLevel('error'),
    warnings: ofLevel('warning'),
    notes: ofLevel('note'),
    undecided: String(findings.length - violations.length),
    servers: String(coverage.serversRecognised),
    'not-analysed': String(coverage.notAnalysed.length),
  };
}

function setOutputs(outputs: Readonly<Record<string, string>>, io: Io): void {
  const file = io.env['GITHUB_OUTPUT'];
  if (file === undefined) return;
  for (const [name, value] of Object.entries(outputs)) {
    const delimiter = `ghadelimiter_${randomUUID()}`;
    appendFileSync(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
  }
}
