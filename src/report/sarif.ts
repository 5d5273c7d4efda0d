import type { Fix } from '../policy/finding.ts';
import { DIAGNOSTICS, type Diagnostic, type DiagnosticCode } from '../source/diagnostic.ts';
import { coverageToJson } from './json.ts';
import { placeOf } from './json-parts.ts';
import { type OpenFact, sortOpenFacts } from './open-facts.ts';
import { compareByWeight, type DecidingPlace, decidingPlaces, stepsShown } from './places.ts';
import type { Report, ReportedFinding, SuppressedFinding } from './report.ts';
import { artifactLocation, HOME_FOLDER, physicalLocation, regionOf, SOURCE_ROOT } from './sarif-location.ts';
import { descriptorOf, pascalCase, sentence } from './sarif-rule.ts';

/** Where the scanned tree comes from, when the caller knows. */
export interface Repository {
  /** `https://github.com/contoso/infra` */
  readonly uri: string;
  readonly revision: string;
  readonly branch: string;
}

export interface SarifOptions {
  /**
   * What tells this run's results from those of other runs over the same code; results of an earlier run of
   * the same category are closed by this one's.
   */
  readonly category?: string;
  readonly repository?: Repository;
  /** Also suppressed findings, marked as such. GitHub ignores the mark and would open them as alerts. */
  readonly includeSuppressed?: boolean;
}

/** GitHub rejects a run with more (docs: code-security/code-scanning, SARIF support, limits; 2026-11). */
const MAX_RESULTS = 25_000;
/** Characters of all results, well below the 2^29 of the longest string; no reader takes a log of that size. */
const MAX_LENGTH = 200_000_000;
/** Code flows of a result: GitHub keeps 1,000 of their steps, and each flow repeats the way of the value. */
const MAX_FLOWS = 20;
const SUBJECTS_NAMED = 10;

const HOME = 'https://www.npmjs.com/package/exvet';

/**
 * A SARIF 2.1.0 log with one run. A result is one place and one rule, with a code flow for each subject that
 * it decides. Checks that wait for a statement in `exvet.yaml` are notifications, one for each key: as results they
 * would be alerts on lines that have nothing to mend.
 */
export function reportSarif(report: Report, options: SarifOptions = {}): string {
  const rules = [...report.rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const ruleIndex = new Map(rules.map((rule, index) => [rule.id, index]));
  const { findings, openFacts } = sortOpenFacts(report.findings);
  const places = [...decidingPlaces(findings)].sort(compareByWeight);
  const results = writeResults(resultsOf(places, report, options, ruleIndex));
  const codes = [...new Set(report.diagnostics.map(item => item.code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'exvet',
            version: report.tool.version,
            semanticVersion: report.tool.version,
            informationUri: HOME,
            rules: rules.map(rule => descriptorOf(rule, HOME)),
            ...(codes.length === 0 ? {} : { notifications: codes.map(notificationDescriptor) }),
          },
        },
        automationDetails: { id: `${(options.category ?? 'exvet').replace(/\/+$/, '')}/` },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          [SOURCE_ROOT]: { description: { text: 'The root of the scanned tree.' } },
          ...(usesHomeFolder(report)
            ? { [HOME_FOLDER]: { description: { text: 'The home folder of the user.' } } }
            : {}),
        },
        ...(options.repository === undefined ? {} : provenance(options.repository)),
        invocations: [invocationOf(report, codes, openFacts, results.cut)],
        results: [],
        properties: { coverage: coverageToJson(report.coverage) },
      },
    ],
  };
  // Quotes inside of strings are escaped, so this text stands nowhere else.
  return `${JSON.stringify(log).replace('"results":[]', () => `"results":[\n${results.lines.join(',\n')}\n]`)}\n`;
}

/** Whether a module that `bicep restore` keeps in the home folder had a part in the run. */
const usesHomeFolder = ({ coverage }: Report): boolean =>
  coverage.filesRead.some(path => path.startsWith('~/'));

function* resultsOf(
  places: readonly DecidingPlace[],
  report: Report,
  options: SarifOptions,
  ruleIndex: ReadonlyMap<string, number>,
): Generator<object> {
  for (const place of places) yield resultOf(place, ruleIndex);
  if (options.includeSuppressed !== true) return;
  for (const item of report.suppressed) yield suppressedResult(item, ruleIndex);
}

/** Writes results, a line each, up to the limits; `cut` is how many were left out. */
function writeResults(results: Iterable<object>): {
  readonly lines: readonly string[];
  readonly cut: number;
} {
  const lines: string[] = [];
  let cut = 0;
  let length = 0;
  for (const result of results) {
    const line = cut > 0 || lines.length === MAX_RESULTS ? undefined : JSON.stringify(result);
    if (line === undefined || length + line.length > MAX_LENGTH) cut++;
    else {
      lines.push(line);
      length += line.length;
    }
  }
  return { lines, cut };
}

const provenance = ({ uri, revision, branch }: Repository) => ({
  versionControlProvenance: [
    { repositoryUri: uri, revisionId: revision, branch, mappedTo: { uriBaseId: SOURCE_ROOT } },
  ],
});

function resultOf(place: DecidingPlace, ruleIndex: ReadonlyMap<string, number>) {
  const { rule, verdict, findings } = place;
  const [finding] = findings;
  const index = ruleIndex.get(rule);
  const related = relatedLocations(finding);
  return {
    ruleId: rule,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: verdict === 'undecided' ? 'note' : place.level,
    message: messageOf(place, finding),
    locations: [
      {
        physicalLocation: physicalLocation(place.range),
        logicalLocations: findings.slice(0, SUBJECTS_NAMED).map(({ subject }) => ({
          name: subject.name,
          fullyQualifiedName: subject.address,
          kind: subject.kind,
        })),
      },
    ],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    ...codeFlows(findings),
    partialFingerprints: { primaryLocationLineHash: finding.fingerprint },
    ...(findings.length > 1 || finding.fix === undefined ? {} : { fixes: [fixOf(finding.fix)] }),
    properties: {
      verdict,
      subjects: findings.map(({ subject }) => subject.address),
      ...(finding.needs.length === 0 ? {} : { needs: finding.needs.map(need => need.text) }),
      ...(finding.notes.length === 0 ? {} : { notes: finding.notes }),
      ...(finding.deployments.length === 0 ? {} : { deployments: finding.deployments }),
    },
  };
}

/**
 * GitHub shows the first sentence where space is short, so that is the finding itself. The links lead along
 * the value's way, to `relatedLocations`. The texts are those of `sarif-rule.ts`, filled in.
 */
function messageOf({ verdict, findings }: DecidingPlace, finding: ReportedFinding) {
  const what = finding.message.replace(/\.$/, '');
  const subjects = listText(findings.map(({ subject }) => subject.address));
  const needs = listText(finding.needs.map(need => need.text));
  const links = linksText(finding);
  const text =
    verdict === 'violation'
      ? `Found '${what}' in '${subjects}'.`
      : `Undecided '${what}' in '${subjects}', for it needs '${needs}'.`;
  const args = [what, subjects, ...(verdict === 'violation' ? [] : [needs])];
  return links === ''
    ? { id: verdict, text, arguments: args }
    : { id: `${verdict}On`, text: `${text} The value came through '${links}'.`, arguments: [...args, links] };
}

/** Goes between single quotes: `a', 'b' and '3 more`. */
function listText(items: readonly string[]): string {
  const shown = items.slice(0, SUBJECTS_NAMED).join("', '");
  return items.length > SUBJECTS_NAMED ? `${shown}' and '${items.length - SUBJECTS_NAMED} more` : shown;
}

const linksText = (finding: ReportedFinding): string =>
  stepsShown(finding)
    .map((step, index) => `[${step.text.replaceAll(/[\\[\]]/g, mark => `\\${mark}`)}](${index + 1})`)
    .join(', ');

const relatedLocations = (finding: ReportedFinding) =>
  stepsShown(finding).map((step, index) => ({
    id: index + 1,
    physicalLocation: physicalLocation(step.range),
    message: { text: `The value passes through '${step.text}'.` },
  }));

/** One flow a subject: the way of the value to it, birthplace first. */
function codeFlows(findings: readonly ReportedFinding[]) {
  const flows = findings.filter(finding => stepsShown(finding).length > 0).slice(0, MAX_FLOWS);
  if (flows.length === 0) return {};
  return {
    codeFlows: flows.map(({ subject, trail }) => ({
      message: { text: `The way of the value to '${subject.address}'.` },
      threadFlows: [
        {
          locations: [
            { range: trail.origin, text: 'The value is written here.' },
            ...trail.steps.map(({ range, text }) => ({ range, text: `It passes through '${text}'.` })),
          ].map(({ range, text }) => ({
            location: { physicalLocation: physicalLocation(range), message: { text } },
          })),
        },
      ],
    })),
  };
}

function fixOf({ range, replacement, description }: Fix) {
  const { artifactLocation: artifact, region } = physicalLocation(range);
  const { snippet: _, ...deletedRegion } = region;
  return {
    description: { text: sentence(description) },
    artifactChanges: [
      {
        artifactLocation: artifact,
        replacements: [{ deletedRegion, insertedContent: { text: replacement } }],
      },
    ],
  };
}

function suppressedResult(
  { finding, by, reason }: SuppressedFinding,
  ruleIndex: ReadonlyMap<string, number>,
) {
  const { rule, verdict, level, range } = finding;
  return {
    ...resultOf({ rule, verdict, level, range, findings: [finding] }, ruleIndex),
    suppressions: [
      { kind: by === 'comment' ? 'inSource' : 'external', status: 'accepted', justification: reason },
    ],
  };
}

/** What was not analysed is part of the log: an empty list of results alone would look like a pass. */
function invocationOf(
  report: Report,
  codes: readonly DiagnosticCode[],
  openFacts: readonly OpenFact[],
  cut: number,
) {
  const notifications = [
    ...report.diagnostics.map(item => notificationOf(item, codes)),
    ...openFacts.map(openFactNotification),
    ...(cut > 0
      ? [{ level: 'warning', message: { text: `'${cut}' results of the least weight were left out.` } }]
      : []),
  ];
  return {
    executionSuccessful: !report.diagnostics.some(item => item.effect === 'broken'),
    ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
  };
}

const openFactNotification = ({ key, rules, subjects }: OpenFact) => ({
  level: 'note',
  message: {
    text: `Undecided until exvet.yaml states '${key}': '${listText(rules)}' for '${listText(subjects)}'.`,
  },
  properties: { key, rules, subjects },
});

function notificationOf(item: Diagnostic, codes: readonly DiagnosticCode[]) {
  const place = placeOf(item);
  return {
    descriptor: { id: item.code, index: codes.indexOf(item.code) },
    level: item.severity,
    message: { text: sentence(item.message) },
    locations: [
      {
        physicalLocation:
          item.range === undefined
            ? { artifactLocation: artifactLocation(place.file), region: regionOf(place) }
            : physicalLocation(item.range),
      },
    ],
  };
}

function notificationDescriptor(code: DiagnosticCode) {
  const { about, severity } = DIAGNOSTICS[code];
  return {
    id: code,
    name: pascalCase(code),
    shortDescription: { text: about },
    fullDescription: { text: about },
    help: { text: about },
    helpUri: HOME,
    defaultConfiguration: { level: severity },
  };
}
