import type { FactRecord } from '../../domain/fact.ts';
import type { Source } from '../../domain/source.ts';
import { checkSeed } from './check-seed.ts';
import { mapSeed, toRecords } from './map-seed.ts';
import { readSeed, type SeedProblem } from './read-seed.ts';

export interface Seed {
  readonly sources: readonly Source[];
  readonly records: readonly FactRecord[];
  readonly problems: readonly SeedProblem[];
}

/** Reads, maps and checks the seed. With problems, its records must not be written. */
export async function loadSeed(folder: string): Promise<Seed> {
  const { rows, problems } = await readSeed(folder);
  const { sources, facts } = mapSeed(rows);
  return {
    sources,
    records: toRecords(facts),
    problems: [...problems, ...checkSeed(rows, facts)],
  };
}
