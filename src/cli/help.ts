import type { Command } from './arguments.ts';

const SCAN = `Usage: exvet [scan] [PATH...] [options]

Scans Terraform, Bicep and ARM templates and says where the Exchange servers in them would end up outside
Microsoft's support policy. PATH is a file or folder; default: the working directory.

Inputs
  --config FILE            exvet.yaml to use; default: the nearest one from here up to the repository's root
  --var NAME=VALUE         value of a Terraform variable; repeatable
  --var-file FILE          file of Terraform variables; repeatable
  --env-vars               take Terraform variables from TF_VAR_* in the environment too
  --parameters FILE        parameters of the Bicep and ARM templates; repeatable, one deployment each
  --files-from FILE|-      read paths from a file or from standard input, one a line
  --hook                   PATHs are changed files: scan only what they are part of, as git tracks it
  --cross-check WHEN       let HashiCorp's own parser read Terraform too: always, on-error (default), never
  --date YYYY-MM-DD        judge lifecycle dates as of this day; default: today

Rules
  --rule ID                judge only these rules; repeatable, globs allowed
  --skip-rule ID           leave these rules out; repeatable, globs allowed
  --baseline FILE          report only what is not in the baseline
  --write-baseline FILE    write the findings to a baseline and exit
  --no-inline-ignores      do not obey 'exvet:ignore' comments

Output
  --format F[=FILE]        text, json, sarif, github, markdown; repeatable, one of them to standard output
  --no-color, --color      default: colours on a terminal; NO_COLOR is honoured
  -q, --quiet              one line a finding
  --verbose                everything: all subjects, all remarks, files, sources

Exit status
  --fail-on LEVEL          error (default), warning, note, undecided, never
  --allow-incomplete       do not fail on broken inputs
  --require-complete       fail also on what is not available: modules not downloaded, unknown providers
  0  nothing at or above --fail-on
  1  findings at or above it
  2  the run could not do its job: bad usage, bad configuration, a broken input

exvet keeps its compiled code in the user's cache folder to start faster; EXVET_NO_CACHE=1 turns that off.
`;

const MAIN = `exvet: a policy gate for Exchange Server infrastructure as code

Usage: exvet [COMMAND] [PATH...] [options]

  scan      judge the Exchange servers in templates (the default)
  estate    show the Exchange estate found: servers, disks, DAGs, mail flow
  expand    show the evaluated resources
  rules     list every policy
  explain   explain one policy: why, how it is decided, examples, sources
  init      write a starter exvet.yaml from what was recognised
  schema    print a JSON schema: config, policy, estate, report

'exvet COMMAND --help' says more. Start with: exvet
`;

const TEXTS: Readonly<Partial<Record<Command, string>>> = {
  scan: SCAN,
  init: `Usage: exvet init [PATH...] [options]

Writes exvet.yaml into the working directory: the Exchange servers that were recognised, and, commented out, every
fact that would decide an undecided check. A file that is there is never overwritten. Takes the input options of scan.
`,
  expand: `Usage: exvet expand PATH... [options]

Prints the resources that templates evaluate to. A value that cannot be known before deployment says why.
Terraform variables are taken from TF_VAR_* in the environment too, as with --env-vars elsewhere.

  --format text|json|jsonl   jsonl: one object a file, with --files-from
  --config, --var, --var-file, --parameters, --files-from: as for scan ('exvet scan --help')
`,
  estate: `Usage: exvet estate PATH... [options]

Prints the Exchange estate found in templates: servers with what they were recognised by, disks, DAGs,
placement and mail flow.

  --format text|json
  --config, --var, --var-file, --parameters, --files-from: as for scan ('exvet scan --help')
`,
  rules: `Usage: exvet rules [--format text|json] [--config FILE]

Lists every policy, built in or your own: id, level, platforms, title.
`,
  explain: `Usage: exvet explain ID [--format text|json] [--config FILE]

Explains one policy: the requirement, why it matters, how it is decided, a bad and a good example, sources. Of a
requirement that has no policy of its own it says which ones judge it, or why no template shows it.
`,
  schema: `Usage: exvet schema config|policy|estate|report

Prints a JSON schema: of exvet.yaml, of policy files, of the facts that policies can use, of the JSON report.
`,
};

/** The help of a command, or of exvet as a whole. */
export const helpText = (command: string | undefined): string =>
  Object.entries(TEXTS).find(([name]) => name === command)?.[1] ?? MAIN;
