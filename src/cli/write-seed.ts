import { fileURLToPath } from 'node:url';
import { SetupError } from '../errors.ts';
import { applyConstraints } from '../graph/constraints.ts';
import type { Graph } from '../graph/open-graph.ts';
import { type WriteResult, writeRecords } from '../graph/write/write-records.ts';
import { loadSeed, type Seed } from '../import/seed/load-seed.ts';

const SEED = fileURLToPath(new URL('../../seed', import.meta.url));

/** The curated facts, checked. Reading them needs no database. */
export async function readSeedFolder(): Promise<Seed> {
  const seed = await loadSeed(SEED);
  const [problem] = seed.problems;
  if (problem) {
    throw new SetupError(
      `seed/${problem.file}:${problem.line}: ${problem.message} (npm run check:seed lists all ${seed.problems.length})`,
    );
  }
  return seed;
}

/** Brings the graph's keys up to date and writes the curated facts; those that are there in the same words are left alone. */
export async function writeSeed(graph: Graph, seed: Seed): Promise<WriteResult> {
  await applyConstraints(graph);
  return writeRecords(graph, seed);
}
