import assert from 'node:assert/strict';
import type { ExchangeVersion } from '../../src/estate/exchange-versions.ts';
import { BUILTIN_POLICIES } from '../../src/policy/builtin.ts';
import { judge } from '../../src/policy/judge.ts';
import { AVAILABILITY_TOPICS } from './versions/availability.ts';
import { MEMORY_TOPICS } from './versions/memory.ts';
import { PLATFORM_TOPICS } from './versions/platform.ts';
import { PROCESSORS_TOPICS } from './versions/processors.ts';
import { SNAPSHOTS_TOPICS } from './versions/snapshots.ts';
import { STORAGE_TOPICS } from './versions/storage.ts';
import type { Topic } from './versions/topic.ts';

const VERSIONS = ['2003', '2007', '2010', '2013', '2016', '2019', 'SE'] as const;

const TOPICS: readonly Topic[] = [
  ...PLATFORM_TOPICS,
  ...PROCESSORS_TOPICS,
  ...AVAILABILITY_TOPICS,
  ...STORAGE_TOPICS,
  ...MEMORY_TOPICS,
  ...SNAPSHOTS_TOPICS,
];

const foundIn = ({ rules, estate }: Topic, version: ExchangeVersion): readonly string[] =>
  judge(
    [{ deployment: '.', estate: estate(version) }],
    BUILTIN_POLICIES.filter(({ id }) => rules.includes(id)),
    { date: '2026-11-21', strict: false },
  )
    .map(({ rule, level, verdict }) => `${rule} ${verdict === 'undecided' ? verdict : level}`)
    .sort();

describe('the versions of Exchange', () => {
  for (const topic of TOPICS) {
    for (const version of VERSIONS) {
      const found = topic.found[version] ?? [];
      it(`${topic.about} with ${version}: ${found.length === 0 ? 'nothing' : found.join(', ')}`, () =>
        assert.deepEqual(foundIn(topic, version), found));
    }
  }
});
