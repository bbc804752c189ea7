import { findBadArrangements } from './checks/arrangements.ts';
import { findUnreadableDates } from './checks/dates.ts';
import { findDuplicates } from './checks/duplicates.ts';
import { findEvidenceProblems } from './checks/evidence.ts';
import { findCollidingLabels } from './checks/labels.ts';
import { findBrokenReferences } from './checks/references.ts';
import type { MappedSeed } from './map-seed.ts';
import type { SeedProblem, SeedRows } from './read-seed.ts';

/** What the format alone cannot see: what the rows say of each other. Each problem once. */
export function checkSeed(rows: SeedRows, mapped: MappedSeed): SeedProblem[] {
  const problems = [
    ...findDuplicates(rows, mapped),
    ...findCollidingLabels(mapped),
    ...findBrokenReferences(mapped),
    ...findEvidenceProblems(rows, mapped),
    ...findUnreadableDates(rows),
    ...findBadArrangements(rows, mapped),
  ];
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
