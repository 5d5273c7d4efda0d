import { compareRanges, type SourceRange } from './range.ts';

export type Severity = 'error' | 'warning' | 'note';

/**
 * What a diagnostic means for the run:
 * - `broken`: an input could not be used as it stands. The run fails unless the user allows it.
 * - `unavailable`: something is merely not here (a module that is not downloaded, a provider that exvet
 *   does not know). The run fails only when the user asks for completeness.
 * - `advice`: nothing was lost.
 */
export type Effect = 'broken' | 'unavailable' | 'advice';

interface DiagnosticKind {
  readonly severity: Severity;
  readonly effect: Effect;
  /** One line for `docs/diagnostics.md`. */
  readonly about: string;
}

const broken = (about: string): DiagnosticKind => ({ severity: 'error', effect: 'broken', about });
const unavailable = (about: string): DiagnosticKind => ({
  severity: 'warning',
  effect: 'unavailable',
  about,
});
const advice = (about: string): DiagnosticKind => ({ severity: 'warning', effect: 'advice', about });

/** Every diagnostic that exvet can give. Codes are stable: people filter on them. */
export const DIAGNOSTICS = {
  'file-unreadable': broken('A file or folder could not be read.'),
  'file-too-large': broken('A file is larger than exvet reads.'),
  'file-not-text': broken('A file is not text in UTF-8, or UTF-16 with a byte order mark.'),
  'path-outside': broken('A path leads out of the scanned tree.'),
  'nothing-to-scan': advice('No Terraform, ARM, Bicep or plan file was found under a path.'),
  'limit-exceeded': broken('A limit on nesting, expansion or size was reached.'),

  'json-syntax': broken('A JSON file has a syntax error.'),
  'hcl-syntax': broken('A Terraform file has a syntax error.'),
  'hcl-reader-gap': unavailable(
    'Our HCL reader rejects what the HashiCorp parser accepts; places are at block level.',
  ),
  'hcl-readers-differ': broken('The two HCL readers do not agree on a file.'),

  'terraform-structure': broken('A block has a form that Terraform would reject.'),
  'terraform-duplicate': broken('Two blocks declare the same thing.'),
  'terraform-reference': broken('A reference to something that is not declared.'),
  'terraform-cycle': broken('Values refer to each other in a circle.'),
  'terraform-function': broken('A function call that Terraform would reject, or an unknown function.'),
  'terraform-type': broken('A value has a type that Terraform would reject here.'),
  'terraform-variable': broken('An input variable has a wrong value, or a value is given for no variable.'),
  'terraform-undeclared-value': advice('A variables file gives a value for a variable that is not declared.'),
  'terraform-module-missing': broken(
    'The folder of a local module does not exist or holds no Terraform file.',
  ),
  'terraform-module-unavailable': unavailable('A module from elsewhere is not downloaded.'),
  'terraform-file-unavailable': unavailable('A file that a function reads is not in the scanned folder.'),
  'terraform-unsupported': unavailable('A Terraform feature that exvet does not evaluate yet.'),
  'terraform-condition': advice('A condition that the configuration states about itself does not hold.'),
  'terraform-expansion-unknown': advice('The number of instances of a resource or module cannot be known.'),

  'plan-invalid': broken('A Terraform plan or state in JSON has a form that exvet does not know.'),
  'plan-incomplete': unavailable(
    'A Terraform plan does not hold everything that the configuration declares.',
  ),

  'arm-template': broken('A template has a form that Resource Manager would reject.'),
  'arm-expression-syntax': broken('A template expression has a syntax error.'),
  'arm-reference': broken('A template refers to a parameter, variable or resource that it does not declare.'),
  'arm-cycle': broken('Template variables refer to each other in a circle.'),
  'arm-function': broken(
    'A template function call that Resource Manager would reject, or an unknown function.',
  ),
  'arm-parameter': broken('A parameter has a wrong value, or a value is given for no parameter.'),
  'arm-template-unavailable': unavailable('A linked template is not a file of the scanned tree.'),
  'arm-unsupported': unavailable('A template feature that exvet does not evaluate yet.'),
  'arm-property': advice('A property or value that the resource type does not have.'),

  'bicep-syntax': broken('A Bicep file has a syntax error.'),
  'bicep-reference': broken(
    'A Bicep file refers to something that is not declared, or has what the compiler refuses.',
  ),
  'bicep-module-unavailable': unavailable('A module from a registry is not restored.'),
  'bicep-json-stale': advice('A compiled template beside its Bicep file deploys something else than that.'),
  'bicep-unsupported': unavailable('A Bicep feature that exvet does not evaluate yet.'),

  'estate-unsupported-type': unavailable('A resource of a platform that exvet does not map yet.'),
  'estate-declaration-unused': advice('An entry of exvet.yaml matches nothing.'),

  'config-invalid': broken('exvet.yaml is not valid.'),
  'policy-invalid': broken('A policy file is not valid.'),
  'suppression-invalid': advice('A suppression has no reason, or its rule does not exist.'),
  'suppression-unused': advice('A suppression matches no finding.'),
  'suppression-expired': advice('A suppression is past its date and no longer counts.'),
  'baseline-invalid': broken('The baseline file is not valid.'),
  'baseline-stale': advice('A baseline entry matches no finding any more.'),
} as const satisfies Record<string, DiagnosticKind>;

export type DiagnosticCode = keyof typeof DIAGNOSTICS;

/** A remark about the input or the run: what it is, where, and what the user can do about it. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly effect: Effect;
  /** One sentence for the user, with what to do when there is something to do. */
  readonly message: string;
  /** Where in a file. Absent only when there is no text to point at; then `path` says what it is about. */
  readonly range?: SourceRange;
  readonly path?: string;
}

export function diagnostic(code: DiagnosticCode, message: string, place: SourceRange | string): Diagnostic {
  const { severity, effect } = DIAGNOSTICS[code];
  return typeof place === 'string'
    ? { code, severity, effect, message, path: place }
    : { code, severity, effect, message, range: place };
}

export const pathOf = (item: Diagnostic): string => item.range?.file.path ?? item.path ?? '';

/** Sorts by place and drops repeats (the same remark reached through two instances of a module). */
export function arrangeDiagnostics(items: Iterable<Diagnostic>): Diagnostic[] {
  const unique = new Map<string, Diagnostic>();
  for (const item of items) {
    const key = [item.code, pathOf(item), item.range?.start, item.range?.end, item.message].join('\0');
    if (!unique.has(key)) unique.set(key, item);
  }
  return [...unique.values()].sort(compareDiagnostics);
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  if (a.range !== undefined && b.range !== undefined) {
    const order = compareRanges(a.range, b.range);
    if (order !== 0) return order;
  }
  const [pathA, pathB] = [pathOf(a), pathOf(b)];
  if (pathA !== pathB) return pathA < pathB ? -1 : 1;
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
