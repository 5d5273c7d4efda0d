import { DECLARED_FACTS, type DeclaredFact, type DeclaredKind } from './declared-facts.ts';

const KINDS: readonly (readonly [DeclaredKind, string, string])[] = [
  ['server', '`servers[]`', 'About the machines that `match` names.'],
  ['disk', '`servers[].disks[]`', 'About the disks of those servers that `match` names, by slot or name.'],
  [
    'host',
    '`hosts[]`',
    'About the hosts or clusters that `match` names, or about the host called `name`, with `guests`.',
  ],
  ['dag', '`dags[]`', 'About the database availability group called `name`.'],
  ['datastore', '`datastores[]`', 'About the datastores, volumes and shares that `match` names.'],
  ['estate', '`estate`', 'About the whole organisation.'],
];

/** docs/declared-facts.md: every fact that only exvet.yaml can state. */
export function declaredFactsPage(): string {
  const sections = KINDS.map(([kind, heading, about]) => {
    const rows = Object.entries(DECLARED_FACTS[kind])
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, fact]) => `| \`${name}\` | ${takes(fact)} | ${fact.about} |`);
    return `## ${heading}\n\n${about}\n\n| key | takes | |\n|---|---|---|\n${rows.join('\n')}\n`;
  });
  return [HEAD, ...sections].join('\n');
}

const HEAD = `<!-- Written by scripts/document-rules.mjs from src/estate/declared-facts.ts. -->

# What only exvet.yaml can state

Facts that no template carries. A rule that needs one that is not stated is *undecided* and names the key; it never
passes and never fails for that. How the entries around these keys look stands in [configuration.md](configuration.md).
`;

function takes({ type, unit, values }: DeclaredFact): string {
  const allowed = values?.map(value => `\`${value}\``).join(', ');
  switch (type) {
    case 'bool':
      return '`true`, `false`';
    case 'number':
      return unit === undefined ? 'a number' : `a number, in ${unit}`;
    case 'string':
      return allowed ?? 'a text';
    case 'list<string>':
      return allowed === undefined ? 'a list of texts' : `a list of ${allowed}`;
  }
}
