import { PLATFORMS } from '../estate/fact.ts';
import { GROUPS, groupOf, type Requirement } from './coverage.ts';
import { proseMarkdown, table } from './page-text.ts';
import type { Policy } from './policy.ts';

/** docs/coverage.md: what becomes of every requirement of the catalogue, and how many of each there are. */
export function coveragePage(requirements: readonly Requirement[], policies: readonly Policy[]): string {
  const byId = new Map(policies.map(policy => [policy.id, policy]));
  const groups = GROUPS.map(({ prefix, title }) => {
    const rows = requirements
      .filter(({ id }) => groupOf(id) === prefix)
      .map(requirement => row(requirement, byId));
    return `## ${title}\n\n${table(['requirement', '', 'judged by, or why not', 'platforms'], rows)}\n`;
  });
  return [HEAD, ...groups, totals(requirements, policies)].join('\n');
}

const HEAD = `<!-- Written by scripts/document-rules.mjs from policies/*.yaml. -->

# Coverage

Every requirement that Microsoft, or the makers of the platforms, put to Exchange Server in virtual machines, as exvet
knows them, and what judges it. Some say the same about the same fact; then the more specific rule judges both. Of what
no template can show, the reason stands here, so that nobody takes silence for a pass.
`;

function row(
  { id, title, policies, reason, negative }: Requirement,
  byId: ReadonlyMap<string, Policy>,
): string[] {
  const answers = [
    ...(policies.length === 0 ? [] : [policies.map(judge => `[${judge}](rules/${judge}.md)`).join(', ')]),
    ...(negative === undefined ? [] : [`never flagged: ${proseMarkdown(negative)}`]),
    ...(reason === undefined ? [] : [proseMarkdown(reason)]),
  ];
  return [id, proseMarkdown(title), answers.join('. '), platformsOf(policies, byId).join(', ')];
}

/** The platforms on which any of the policies judges. */
function platformsOf(policies: readonly string[], byId: ReadonlyMap<string, Policy>): readonly string[] {
  const judged = new Set(policies.flatMap(id => byId.get(id)?.platforms ?? (byId.has(id) ? PLATFORMS : [])));
  return PLATFORMS.filter(platform => judged.has(platform));
}

function totals(requirements: readonly Requirement[], policies: readonly Policy[]): string {
  const byId = new Map(policies.map(policy => [policy.id, policy]));
  const judged = requirements.filter(requirement => requirement.policies.length > 0);
  const negative = requirements.filter(requirement => requirement.negative !== undefined);
  const unjudged = requirements.filter(
    requirement => requirement.policies.length === 0 && requirement.negative === undefined,
  );
  const perPlatform = PLATFORMS.map(platform => [
    platform,
    String(policies.filter(policy => (policy.platforms ?? PLATFORMS).includes(platform)).length),
    String(judged.filter(requirement => platformsOf(requirement.policies, byId).includes(platform)).length),
  ]);
  return [
    '## Totals\n',
    table(
      ['requirements', ''],
      [
        [`judged, by ${policies.length} rules`, String(judged.length)],
        ['never flagged, and tested not to be', String(negative.length)],
        ['not shown by any template', String(unjudged.length)],
        ['together', String(requirements.length)],
      ],
    ),
    '',
    table(['platform', 'rules', 'requirements judged'], perPlatform),
    '',
  ].join('\n');
}
