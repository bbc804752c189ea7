// Run as a program of its own, so that nothing else is in its memory: imports one file and tells what it needed.
import { type GraphAddress, openGraph } from '../../src/graph/open-graph.ts';
import { residentMegabytes } from '../measure/memory.ts';
import { importFile } from './import-file.ts';

export interface MemoryTask {
  readonly path: string;
  /** Null: read and mapped only. */
  readonly neo4j: (GraphAddress & { readonly processId: number }) | null;
}

/** In MB. */
export interface MemorySample {
  readonly share: number;
  readonly resident: number;
  readonly heapAfterCollection: number;
  readonly neo4jResident: number | null;
}

export interface MemoryResult {
  readonly megabytes: number;
  readonly records: number;
  /** As the file states them; what several records say of the same node counts for each. */
  readonly facts: number;
  readonly seconds: number;
  readonly peakResident: number;
  readonly samples: readonly MemorySample[];
}

const SHARES = [0.1, 0.25, 0.5, 0.75, 1];
const MEGABYTE = 1_000_000;

process.once('message', async (task: MemoryTask) => {
  process.send?.(await measure(task));
  process.disconnect();
});

async function measure({ path, neo4j }: MemoryTask): Promise<MemoryResult> {
  const graph = neo4j === null ? null : await openGraph(neo4j, { readTimeout: 60_000 });
  const samples: Promise<MemorySample>[] = [];
  let [peak, megabytes] = [0, 0];
  const sample = async (share: number): Promise<MemorySample> => {
    const resident = process.memoryUsage.rss() / MEGABYTE;
    global.gc?.();
    const heapAfterCollection = process.memoryUsage().heapUsed / MEGABYTE;
    const neo4jResident = neo4j === null ? null : await residentMegabytes(neo4j.processId);
    return { share, resident, heapAfterCollection, neo4jResident };
  };
  const report = await importFile(path, graph, ({ bytes, totalBytes }) => {
    peak = Math.max(peak, process.memoryUsage.rss() / MEGABYTE);
    megabytes = totalBytes / MEGABYTE;
    for (const share of SHARES.slice(samples.length)) if (bytes >= share * totalBytes) samples.push(sample(share));
  });
  await graph?.close();
  const facts = Object.values(report.facts).reduce((sum, count) => sum + count, 0);
  const seconds = report.milliseconds / 1000;
  return {
    megabytes,
    records: report.records.read,
    facts,
    seconds,
    peakResident: peak,
    samples: await Promise.all(samples),
  };
}
