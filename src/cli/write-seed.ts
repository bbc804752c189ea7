import { fileURLToPath } from 'node:url';
import { SetupError } from '../errors.ts';
import { applyConstraints } from '../graph/constraints.ts';
import type { Graph } from '../graph/open-graph.ts';
import { type WriteResult, writeRecords } from '../graph/write/write-records.ts';
import { loadSeed } from '../import/seed/load-seed.ts';

const SEED = fileURLToPath(new URL('../../seed', import.meta.url));

/** Brings the graph's keys up to date and writes the curated facts; facts that are there in the same words are left alone. */
export async function writeSeed(graph: Graph): Promise<WriteResult> {
  const seed = await loadSeed(SEED);
  const [problem] = seed.problems;
  if (problem) {
    throw new SetupError(
      `seed/${problem.file}:${problem.line}: ${problem.message} (npm run check:seed lists all ${seed.problems.length})`,
    );
  }
  await applyConstraints(graph);
  return writeRecords(graph, seed);
}
