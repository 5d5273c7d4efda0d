import assert from 'node:assert/strict';
import { BUILTIN_POLICIES } from '../../src/policy/builtin.ts';
import { judge } from '../../src/policy/judge.ts';
import { AVAILABILITY_CASES } from './cases/availability.ts';
import type { Case } from './cases/case.ts';
import { MEMORY_CASES } from './cases/memory.ts';
import { NETWORK_CASES } from './cases/network.ts';
import { OS_DISK_CASES } from './cases/os-disks.ts';
import { PLATFORM_CASES } from './cases/platform.ts';
import { PROCESSORS_CASES } from './cases/processors.ts';
import { REPLICATION_CASES } from './cases/replication.ts';
import { REPLICATION_LIMIT_CASES } from './cases/replication-limits.ts';
import { SIZING_CASES } from './cases/sizing.ts';
import { SNAPSHOTS_CASES } from './cases/snapshots.ts';
import { STORAGE_CASES } from './cases/storage.ts';

const CASES: readonly Case[] = [
  ...AVAILABILITY_CASES,
  ...MEMORY_CASES,
  ...NETWORK_CASES,
  ...PLATFORM_CASES,
  ...PROCESSORS_CASES,
  ...OS_DISK_CASES,
  ...REPLICATION_CASES,
  ...REPLICATION_LIMIT_CASES,
  ...SIZING_CASES,
  ...SNAPSHOTS_CASES,
  ...STORAGE_CASES,
];

describe('a rule at its limits', () => {
  for (const { rule, about, estate, found, says, strict = false, date = '2026-11-21' } of CASES) {
    it(`${rule}, ${about}: ${found}${says === undefined ? '' : `, ${says.source}`}`, () => {
      const policies = BUILTIN_POLICIES.filter(({ id }) => id === rule);
      assert.equal(policies.length, 1);
      const findings = judge([{ deployment: '.', estate }], policies, { date, strict });
      assert.deepEqual(
        findings.map(({ verdict, level }) => (verdict === 'undecided' ? verdict : level)),
        found === 'nothing' ? [] : [found],
      );
      if (says !== undefined) assert.match(findings[0]?.message ?? '', says);
    });
  }
});
