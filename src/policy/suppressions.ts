import { matchesAddress } from '../estate/address-pattern.ts';
import { type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import type { SourceFile } from '../source/file.ts';
import type { SourceRange } from '../source/range.ts';
import { readPath, textIn } from '../value/read.ts';
import type { CommentLine, Deployment, Resource } from '../value/resource.ts';
import type { Value } from '../value/value.ts';
import type { Finding } from './finding.ts';
import { matchesRule, noSuchRule } from './selection.ts';

/**
 * Everything that tells exvet to leave findings out:
 *
 * - a comment `exvet:ignore EXSTO-23, EXNET-01 -- reason`, on the line of the value, of a step that the value
 *   passed through, or of the resource's header, or on a line of its own above one of these;
 * - `"metadata": {"exvet": {"ignore": …}}` of an ARM resource, for everything about that resource;
 * - an entry of `suppressions` in exvet.yaml, for all resources whose address it matches, and their parts, up
 *   to its date.
 *
 * Each needs a reason, and must be of use: one without a reason, for a rule that does not exist, past its
 * date, or that matches nothing is reported.
 */
export interface SuppressionSources {
  readonly deployments: readonly { readonly name: string; readonly deployment: Deployment }[];
  readonly configured: readonly ConfiguredSuppression[];
  /** Whether comments and metadata count; CI may not trust them. */
  readonly inline: boolean;
  /** An ISO date. */
  readonly today: string;
  /** The ids of all rules, and of those that were judged: only of these a suppression can be unused. */
  readonly rules: readonly string[];
  readonly judged: readonly string[];
  /** The run looks at a part of the tree only: an entry of exvet.yaml may well be about the rest. */
  readonly partial?: boolean | undefined;
}

export interface ConfiguredSuppression {
  readonly rule: string;
  /** A glob over addresses. */
  readonly match: string;
  readonly reason: string;
  /** The last day on which it counts, an ISO date. */
  readonly expires: string | undefined;
  readonly range: SourceRange;
}

export interface SuppressionResult<F extends Finding> {
  readonly kept: readonly F[];
  readonly suppressed: readonly Suppressed<F>[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface Suppressed<F extends Finding> {
  readonly finding: F;
  readonly by: 'comment' | 'configuration';
  readonly reason: string;
}

/** One rule that one source tells to ignore. */
interface Suppression {
  readonly by: 'comment' | 'configuration';
  readonly rule: string;
  readonly reason: string;
  readonly range: SourceRange;
  readonly covers: (target: Target) => boolean;
}

/** What can be suppressed, and where. */
interface Target {
  readonly finding: Finding;
  /** The resource that its subject is, or is a part of, as a disk is of a machine. */
  readonly resource: Resource | undefined;
  readonly places: readonly SourceRange[];
}

export function applySuppressions<F extends Finding>(
  findings: readonly F[],
  sources: SuppressionSources,
): SuppressionResult<F> {
  const diagnostics: Diagnostic[] = [];
  const inline = sources.inline ? inlineSuppressions(sources, diagnostics) : [];
  const all = [...inline, ...configuredSuppressions(sources, diagnostics)].filter(suppression =>
    isValid(suppression, sources.rules, diagnostics),
  );
  const resources = resourcesByName(sources);

  const kept: F[] = [];
  const suppressed: Suppressed<F>[] = [];
  const used = new Set<Suppression>();
  for (const finding of findings) {
    const target = targetOf(finding, resources);
    const matching = all.filter(
      suppression => matchesRule(suppression.rule, finding.rule) && suppression.covers(target),
    );
    for (const suppression of matching) used.add(suppression);
    const [first] = matching;
    if (first === undefined) kept.push(finding);
    else suppressed.push({ finding, by: first.by, reason: first.reason });
  }
  for (const suppression of all) {
    const judged = sources.judged.some(id => matchesRule(suppression.rule, id));
    if (used.has(suppression) || !judged) continue;
    if (sources.partial === true && suppression.by === 'configuration') continue;
    const message = `No finding of ${suppression.rule} is suppressed by this; remove it.`;
    diagnostics.push(diagnostic('suppression-unused', message, suppression.range));
  }
  return { kept, suppressed, diagnostics };
}

function isValid(suppression: Suppression, rules: readonly string[], into: Diagnostic[]): boolean {
  const { rule, reason, range } = suppression;
  if (!rules.some(id => matchesRule(rule, id))) {
    into.push(diagnostic('suppression-invalid', noSuchRule(rule, rules), range));
    return false;
  }
  if (reason !== '') return true;
  const message = `The suppression of ${rule} has no reason and does not count; write 'exvet:ignore ${rule} -- why'.`;
  into.push(diagnostic('suppression-invalid', message, range));
  return false;
}

// exvet.yaml

function* configuredSuppressions(
  { configured, today }: SuppressionSources,
  into: Diagnostic[],
): Iterable<Suppression> {
  for (const { rule, match, reason, expires, range } of configured) {
    if (expires !== undefined && expires < today) {
      const message = `The suppression of ${rule} expired on ${expires} and no longer counts.`;
      into.push(diagnostic('suppression-expired', message, range));
      continue;
    }
    yield {
      by: 'configuration',
      rule,
      reason: reason.trim(),
      range,
      covers: ({ finding, resource }) =>
        matchesAddress(match, finding.subject.address) ||
        (resource !== undefined && matchesAddress(match, resource.address)),
    };
  }
}

// Comments and metadata

/** Each once, also when several deployments share the file. */
function inlineSuppressions({ deployments }: SuppressionSources, into: Diagnostic[]): Suppression[] {
  const found = new Map<string, Suppression[]>();
  const once = (range: SourceRange, make: () => Suppression[]): void => {
    const key = `${range.file.path}:${range.start}`;
    if (!found.has(key)) found.set(key, make());
  };
  for (const { deployment } of deployments) {
    for (const comment of deployment.comments) once(comment.range, () => fromComment(comment, into));
    for (const resource of deployment.resources) {
      const ignore = readPath(resource.body, ['metadata', 'exvet', 'ignore']);
      if (ignore !== undefined) once(ignore.origin.range, () => fromMetadata(ignore, resource, into));
    }
  }
  return [...found.values()].flat();
}

const DIRECTIVE = /exvet:\s*([a-z-]+)[ \t]*([^\r\n]*)/;

function fromComment({ range, text }: CommentLine, into: Diagnostic[]): Suppression[] {
  const [, directive, rest = ''] = DIRECTIVE.exec(text) ?? [];
  if (directive === undefined) return [];
  if (directive !== 'ignore') {
    const message = `There is no 'exvet:${directive}'; write 'exvet:ignore EXSTO-23 -- why'.`;
    into.push(diagnostic('suppression-invalid', message, range));
    return [];
  }
  const line = targetLine(range);
  return fromText(rest.replace(/\*\/\s*$/, ''), range, into, ({ places }) =>
    places.some(place => place.file.path === range.file.path && includesLine(place, line)),
  );
}

/** `"EXSTO-23 -- why"`, a list of such texts, or `{"EXSTO-23": "why"}`. */
function fromMetadata(ignore: Value, resource: Resource, into: Diagnostic[]): Suppression[] {
  const { address, block } = resource;
  const covers: Suppression['covers'] = ({ finding, resource: owner, places }) =>
    owner?.address === address ||
    finding.subject.address.startsWith(`${address}/`) ||
    places.some(
      place => place.file.path === block.file.path && place.start >= block.start && place.end <= block.end,
    );
  const texts = ignore.kind === 'list' ? ignore.elements : [ignore];
  return texts.flatMap(value => {
    if (value.kind === 'object') {
      return [...value.entries].map(([rule, reason]) => ({
        by: 'comment' as const,
        rule,
        reason: (textIn(reason) ?? '').trim(),
        range: reason.origin.range,
        covers,
      }));
    }
    return fromText(textIn(value) ?? '', value.origin.range, into, covers);
  });
}

/** `EXSTO-23, EXNET-01 -- reason`. */
function fromText(
  text: string,
  range: SourceRange,
  into: Diagnostic[],
  covers: Suppression['covers'],
): Suppression[] {
  const [, list = '', reason = ''] = /^(.*?)(?:(?:^|\s)--\s*(.*))?$/.exec(text.trim()) ?? [];
  const rules = list.split(/[\s,]+/).filter(rule => rule !== '');
  if (rules.length === 0) {
    const message = "The suppression names no rule; write 'exvet:ignore EXSTO-23 -- why'.";
    into.push(diagnostic('suppression-invalid', message, range));
  }
  return rules.map(rule => ({ by: 'comment', rule, reason: reason.trim(), range, covers }));
}

/** The line that a comment is about: its own, or the next one that is no comment when it stands alone. */
function targetLine({ file, start, end }: SourceRange): number {
  const first = file.positionAt(start).line;
  const last = file.positionAt(Math.max(start, end - 1)).line;
  const before = file.text.slice(file.lineStarts[first - 1], start);
  const after = file.text.slice(end, file.lineStarts[last]);
  if (before.replace('\ufeff', '').trim() !== '') return first;
  if (after.trim() !== '') return last;
  let line = last + 1;
  while (isComment(file, line)) line++;
  return line;
}

const isComment = (file: SourceFile, line: number): boolean =>
  line <= file.lineStarts.length && /^\s*(#|\/\/|\/\*|\*)/.test(file.lineText(line));

const includesLine = ({ file, start, end }: SourceRange, line: number): boolean =>
  file.positionAt(start).line <= line && line <= file.positionAt(Math.max(start, end - 1)).line;

// Where a finding can be suppressed

type ByAddress = ReadonlyMap<string, Resource>;

const resourcesByName = ({ deployments }: SuppressionSources): ReadonlyMap<string, ByAddress> =>
  new Map(
    deployments.map(({ name, deployment }) => [
      name,
      new Map(deployment.resources.map(resource => [resource.address, resource])),
    ]),
  );

/** The value's place, the steps that it passed through, and the first line and header of its resource. */
function targetOf(finding: Finding, resources: ReadonlyMap<string, ByAddress>): Target {
  const { range, trail, subject, deployments } = finding;
  const places = [range, trail.origin, ...trail.steps.map(step => step.range)];
  const resource = resourceOf(subject.address, resources.get(deployments[0] ?? ''));
  if (resource === undefined) return { finding, resource, places };
  const { file, start } = resource.block;
  return { finding, resource, places: [...places, resource.range, { file, start, end: start + 1 }] };
}

/** The resource of an address, or of the longest part of it that is one: of `….ex01.disk[1]` the machine. */
function resourceOf(address: string, resources: ByAddress = new Map()): Resource | undefined {
  for (let end = address.length; end > 0; end--) {
    if (end < address.length && !'./ '.includes(address.charAt(end))) continue;
    const resource = resources.get(address.slice(0, end));
    if (resource !== undefined) return resource;
  }
  return undefined;
}
