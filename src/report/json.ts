import type { Disk, Recognition, Server } from '../estate/model.ts';
import { locationOf, type SourceRange } from '../source/range.ts';
import type { Json } from '../value/json.ts';
import type { Value } from '../value/value.ts';
import { type DiagnosticJson, diagnosticToJson, jsonText, shownValue } from './json-parts.ts';
import type { Coverage, Report, ReportedFinding, ReportedServer } from './report.ts';

/** `scan --format json`: the contract is the schema of `report-schema.ts`. */
export function reportJson(report: Report): string {
  return jsonText({
    version: 1,
    tool: { name: 'exvet', version: report.tool.version },
    findings: report.findings.map(findingToJson),
    servers: report.servers.map(serverToJson),
    coverage: coverageToJson(report.coverage),
    diagnostics: report.diagnostics.map(diagnosticToJson),
    suppressed: report.suppressed.map(({ finding, by, reason }) => ({
      ...findingToJson(finding),
      suppressed: { by, reason },
    })),
    inBaseline: report.inBaseline,
  });
}

function findingToJson(finding: ReportedFinding): Readonly<Record<string, Json>> {
  const { kind, address, name } = finding.subject;
  return {
    rule: finding.rule,
    title: finding.title,
    verdict: finding.verdict,
    level: finding.level,
    subject: { kind, address, name },
    message: finding.message,
    requirement: finding.requirement,
    remedy: finding.remedy,
    location: place(finding.range),
    trail: trailToJson(finding),
    needs: finding.needs.map(need => need.text),
    notes: finding.notes,
    deployments: finding.deployments,
    fingerprint: finding.fingerprint,
    ...(finding.fix === undefined
      ? {}
      : {
          fix: {
            ...place(finding.fix.range),
            replacement: finding.fix.replacement,
            description: finding.fix.description,
          },
        }),
  };
}

/** The birthplace of the value first, then each hand-over in the order in which it was walked. */
function trailToJson({ trail }: ReportedFinding): readonly Json[] {
  return [
    { ...place(trail.origin), text: 'value' },
    ...trail.steps.map(step => ({ ...place(step.range), text: step.text })),
  ];
}

const place = (range: SourceRange): { readonly [key: string]: Json } => ({ ...locationOf(range) });

function serverToJson({ deployment, server }: ReportedServer): Json {
  return {
    address: server.address,
    name: shownValue(server.name),
    platform: server.platform,
    deployment,
    exchange: exchangeToJson(server),
    recognisedBy: server.recognisedBy.map(recognitionToJson),
    disks: server.disks.map(diskToJson),
  };
}

/** What is known of Exchange on a server. A `dag` of null: declared to be in none; absent: nothing tells. */
export function exchangeToJson(server: Server): { readonly [key: string]: Json } {
  return {
    version: shownValue(server.exchangeVersion),
    roles: shownValue(server.roles),
    rolesAssumed: server.rolesAssumed,
    ...optional('dag', server.dag),
  };
}

export const recognitionToJson = ({ by, text, range }: Recognition): Json => ({ by, text, ...place(range) });

export function diskToJson(disk: Disk): Json {
  const { contents } = disk;
  return {
    address: disk.address,
    name: shownValue(disk.name),
    slot: disk.slot,
    os: disk.isOs,
    ...optional('sku', disk.sku),
    ...optional('tier', disk.tier),
    ...optional('sizeGib', disk.sizeGib),
    presentation: shownValue(disk.presentation),
    ...optional('provisioning', disk.provisioning),
    ...optional('backing', disk.backing),
    holds: shownValue(contents.role),
    holdsExchangeData: shownValue(contents.holdsExchangeData),
    contentsAssumed: contents.assumed,
    ...(contents.toldBy === undefined ? {} : { toldBy: recognitionToJson(contents.toldBy) }),
  };
}

/** A fact that does not apply to the platform is left out. */
export const optional = (key: string, value: Value | undefined): { readonly [key: string]: Json } =>
  value === undefined ? {} : { [key]: shownValue(value) };

export interface CoverageJson {
  readonly filesRead: readonly string[];
  readonly deployments: number;
  readonly resourcesEvaluated: number;
  readonly serversRecognised: number;
  readonly notAnalysed: readonly DiagnosticJson[];
}

export function coverageToJson(coverage: Coverage): CoverageJson {
  const { filesRead, deployments, resourcesEvaluated, serversRecognised } = coverage;
  const notAnalysed = coverage.notAnalysed.map(diagnosticToJson);
  return { filesRead, deployments, resourcesEvaluated, serversRecognised, notAnalysed };
}
