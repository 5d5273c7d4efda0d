import type { JudgedKind } from '../estate/fact.ts';
import { type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import type { SourceFile } from '../source/file.ts';
import type { SourceRange } from '../source/range.ts';
import { checkAgainstSchema } from '../source/schema.ts';
import { parseYaml, type YamlDocument } from '../source/yaml.ts';
import { checkCondition } from './cel.ts';
import { PLACEHOLDER } from './message.ts';
import type { Policy } from './policy.ts';
import { POLICY_SCHEMA } from './policy-schema.ts';
import { factAt } from './reading.ts';
import { parseVersionRange } from './version-range.ts';

export interface LoadedPolicies {
  /** Those without a mistake. */
  readonly policies: readonly Policy[];
  /** `policy-invalid`, each at its place. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the policies of YAML files. A policy with a mistake (in its form, a condition, a fact that does not
 * exist) is left out with a diagnostic; the others are kept. `taken` are ids that are in use already.
 */
export async function loadPolicies(
  files: readonly SourceFile[],
  taken: readonly string[] = [],
): Promise<LoadedPolicies> {
  const policies: Policy[] = [];
  const diagnostics: Diagnostic[] = [];
  const ids = new Set(taken);
  for (const file of files) {
    const { documents, problems } = await parseYaml(file);
    for (const { message, range } of problems) diagnostics.push(diagnostic('policy-invalid', message, range));
    for (const document of documents) {
      // The end of a file after a last `---` is an empty document.
      if (document.data === null) continue;
      const policy = await readPolicy(document, file, ids);
      if (Array.isArray(policy)) diagnostics.push(...policy);
      else policies.push(policy);
    }
  }
  return { policies, diagnostics };
}

/** The policy of a document, or what is wrong with it; adds its id to the `ids` that are in use. */
async function readPolicy(
  document: YamlDocument,
  file: SourceFile,
  ids: Set<string>,
): Promise<Policy | Diagnostic[]> {
  const mistakes = await checkAgainstSchema(document, POLICY_SCHEMA, 'policy-invalid');
  if (mistakes.length > 0) return [...mistakes];
  // The schema describes exactly this type.
  const policy = document.data as Policy;
  const problems = [...checkPolicy(policy, document, file)];
  if (ids.has(policy.id)) problems.unshift(at(document, ['id'], `There is already a policy '${policy.id}'.`));
  ids.add(policy.id);
  return problems.length === 0 ? policy : problems;
}

type Path = readonly (string | number)[];

const at = (document: YamlDocument, path: Path, message: string): Diagnostic =>
  diagnostic('policy-invalid', message, document.rangeAt(path));

/** What the schema cannot tell: that conditions, facts and the version range are right. */
function* checkPolicy(policy: Policy, document: YamlDocument, file: SourceFile): Iterable<Diagnostic> {
  if (policy.exchange !== undefined && parseVersionRange(policy.exchange) === undefined) {
    const message = `'${policy.exchange}' is no range of Exchange versions; write for instance '>=2016'.`;
    yield at(document, ['exchange'], message);
  }
  for (const [path, text] of conditionsOf(policy)) {
    const problem = checkCondition(policy.subject, text);
    if (problem === undefined) continue;
    const range = partOf(document.rangeAt(path), file, text, problem);
    yield diagnostic('policy-invalid', problem.message, range);
  }
  for (const [path, text] of factPathsOf(policy)) {
    const problem = factProblem(policy.subject, text);
    if (problem !== undefined) yield at(document, path, problem);
  }
  for (const [path, text] of messagesOf(policy)) {
    for (const [, fact = ''] of text.matchAll(PLACEHOLDER)) {
      const problem = factProblem(policy.subject, fact);
      if (problem !== undefined) yield at(document, path, problem);
    }
  }
}

type Texts = Iterable<readonly [Path, string]>;

function* conditionsOf({ when, require, levels = [], fix }: Policy): Texts {
  if (when !== undefined) yield [['when'], when];
  yield [['require'], require];
  for (const [index, level] of levels.entries()) yield [['levels', index, 'when'], level.when];
  if (fix?.when !== undefined) yield [['fix', 'when'], fix.when];
}

function* factPathsOf({ evidence, levels = [], fix }: Policy): Texts {
  if (evidence !== undefined) yield [['evidence'], evidence];
  for (const [index, level] of levels.entries()) {
    if (level.evidence !== undefined) yield [['levels', index, 'evidence'], level.evidence];
  }
  if (fix !== undefined) yield [['fix', 'set'], fix.set];
}

function* messagesOf({ message, undecided, levels = [] }: Policy): Texts {
  yield [['message'], message];
  if (undecided !== undefined) yield [['undecided'], undecided];
  for (const [index, level] of levels.entries()) {
    if (level.message !== undefined) yield [['levels', index, 'message'], level.message];
  }
}

function factProblem(kind: JudgedKind, path: string): string | undefined {
  const found = factAt(kind, path);
  return 'problem' in found ? found.problem : undefined;
}

/** The part of a scalar that a mistake is in, when the scalar stands in the file as it is read. */
function partOf(
  scalar: SourceRange,
  file: SourceFile,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): SourceRange {
  const offset = file.text.slice(scalar.start, scalar.end).indexOf(text);
  if (offset < 0) return scalar;
  const begin = scalar.start + offset;
  return { file, start: begin + start, end: begin + Math.max(end, start + 1) };
}
