import type { FactRecord } from '../../domain/fact.ts';
import type { Source } from '../../domain/source.ts';
import { checkSeed } from './check-seed.ts';
import { mapSeed, toRecords } from './map-seed.ts';
import { readSeed, type SeedProblem } from './read-seed.ts';

export interface Seed {
  readonly sources: readonly Source[];
  readonly records: readonly FactRecord[];
  readonly problems: readonly SeedProblem[];
  readonly rowCount: number;
}

/**
 * Reads, maps and checks the seed. With problems, its records must not be written. What rows say of each other is checked
 * once each of them can be read: before that, every row that refers to an unreadable one would be a problem, too.
 */
export async function loadSeed(folder: string): Promise<Seed> {
  const { rows, problems } = await readSeed(folder);
  const mapped = mapSeed(rows);
  return {
    sources: mapped.sources,
    records: toRecords(mapped),
    problems: (problems.length > 0 ? problems : checkSeed(rows, mapped)).toSorted(byPlace),
    rowCount: Object.values(rows).reduce((count, { length }) => count + length, 0),
  };
}

function byPlace(one: SeedProblem, other: SeedProblem): number {
  return one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1;
}
