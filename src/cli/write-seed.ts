import { fileURLToPath } from 'node:url';
import { SetupError } from '../errors.ts';
import { applyConstraints } from '../graph/constraints.ts';
import type { Graph } from '../graph/open-graph.ts';
import { findRecordIds } from '../graph/queries/find-record-ids.ts';
import { readSeedKey, rememberSeedKey } from '../graph/seed-key.ts';
import { type WriteResult, writeRecords } from '../graph/write/write-records.ts';
import { loadSeed, type Seed } from '../import/seed/load-seed.ts';
import { contentKey } from './content-key.ts';

const ROOT = new URL('../../', import.meta.url);

/** What the graph's keys and facts follow from: the files, and the code that turns them into facts. */
const INPUTS = ['schema', 'seed', 'src/import/seed', 'src/domain', 'src/graph/write'];

/** How the ids of the seed's records begin: one for each file. */
const SEED_RECORD = 'seed:';

/**
 * Brings the graph's keys up to date and writes the curated facts; null where neither facts nor code changed since the
 * last time. In a graph of our own the keys are then as they were, too; in somebody else's they are looked at.
 */
export async function writeSeed(graph: Graph, isOurOwn: boolean): Promise<WriteResult | null> {
  const key = await contentKey(ROOT, INPUTS);
  const isUnchanged = (await readSeedKey(graph)) === key;
  if (!isUnchanged || !isOurOwn) await applyConstraints(graph);
  if (isUnchanged) return null;
  const { sources, records } = await readSeed();
  const gone = await findRecordIds(
    graph,
    SEED_RECORD,
    records.map(({ id }) => id),
  );
  // A file that was removed says nothing any more: an empty record takes back what it said.
  const result = await writeRecords(graph, {
    sources,
    records: [...records, ...gone.map((id) => ({ id, facts: [] }))],
  });
  await rememberSeedKey(graph, key);
  return result;
}

async function readSeed(): Promise<Seed> {
  const seed = await loadSeed(fileURLToPath(new URL('seed', ROOT)));
  const [problem] = seed.problems;
  if (!problem) return seed;
  const { file, line, message } = problem;
  throw new SetupError(`seed/${file}:${line}: ${message} (npm run check:seed lists all ${seed.problems.length})`);
}
