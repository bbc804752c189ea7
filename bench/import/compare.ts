import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Graph } from '../../src/graph/open-graph.ts';
import { writeSources } from '../../src/graph/write/write-sources.ts';
import { cpuTime } from '../measure/cpu-time.ts';
import { CREATE, MERGE, type PlainCypher } from '../network/plain-cypher.ts';
import { writeIatiFile } from '../network/write-iati-file.ts';
import { countWritten } from './count-written.ts';
import { importFile, mapFile } from './import-file.ts';
import { plainBatches } from './plain-rows-of.ts';

/** The prefix of its identifiers makes a contestant's activities its own; all the rest of its files is the same. */
const CONTESTANTS = [
  { name: 'importer', prefix: 'XA', plain: undefined },
  { name: 'plain MERGE', prefix: 'XB', plain: MERGE },
  { name: 'plain CREATE', prefix: 'XC', plain: CREATE },
] as const;

export type ContestantName = (typeof CONTESTANTS)[number]['name'];

/** One slice of the file by one contestant. */
export interface Turn {
  readonly contestant: ContestantName;
  readonly slice: number;
  readonly facts: number;
  readonly milliseconds: number;
  /** Processor time in milliseconds of this process and of Neo4j; null where the system does not tell. */
  readonly ownCpu: number | null;
  readonly neo4jCpu: number | null;
}

export interface CompareOptions {
  readonly graph: Graph;
  readonly neo4jProcessId: number;
  readonly folder: string;
  /** How many slices each contestant writes, and how large the XML of one is. */
  readonly slices: number;
  readonly bytes: number;
  readonly log: (line: string) => void;
}

/**
 * The importer (XML read, mapped and written) against plain batches of the rows it comes to, which are ready in memory
 * when their time begins. All write into one graph, slice by slice in turns, and must have written the same.
 */
export async function compareWithPlainBatches(options: CompareOptions): Promise<Turn[]> {
  const { graph, folder, slices, bytes, log } = options;
  const measured = meter(options.neo4jProcessId);
  const known = new Set(await idsIn(graph));
  const knownBy = new Map(CONTESTANTS.map(({ name }) => [name, new Set(known)]));
  const turns: Turn[] = [];
  let first = 0;
  for (let slice = 0; slice < slices; slice += 1) {
    let count = 0;
    for (const { name, prefix, plain } of rotated(CONTESTANTS, slice)) {
      const path = join(folder, `${prefix}.xml`);
      count = await writeIatiFile(path, { prefix, first, bytes });
      const work = plain
        ? await preparePlain(graph, path, plain, knownBy.get(name) ?? new Set())
        : () => importFile(path, graph);
      const spent = await measured(work);
      const facts = await countWritten(graph, prefix, first, count);
      turns.push({ contestant: name, slice, facts, ...spent });
      log(`slice ${slice + 1} of ${slices}, ${name}: ${facts} facts in ${Math.round(spent.milliseconds)} ms`);
      await rm(path);
    }
    requireSame(turns.filter((turn) => turn.slice === slice));
    first += count;
  }
  return turns;
}

async function idsIn(graph: Graph): Promise<string[]> {
  const rows = await graph.read<{ id: string }>('MATCH (n:Entity|Name|Identifier|ChannelCategory) RETURN n.id AS id');
  return rows.map(({ id }) => id);
}

/** Makes the rows, and gives what writes them. */
async function preparePlain(graph: Graph, path: string, plain: PlainCypher, known: Set<string>) {
  const { source, records } = await mapFile(path, graph);
  await graph.write((transaction) => writeSources(transaction, [source]));
  const batches = plainBatches(records, plain, known);
  return async () => {
    for (const { cypher, rows } of batches) await graph.write((transaction) => transaction.run(cypher, { rows }));
  };
}

function meter(neo4jProcessId: number) {
  const read = () => [performance.now(), cpuTime(process.pid), cpuTime(neo4jProcessId)] as const;
  return async (work: () => Promise<unknown>): Promise<Pick<Turn, 'milliseconds' | 'ownCpu' | 'neo4jCpu'>> => {
    const [start, own, neo4j] = read();
    await work();
    const [end, ownEnd, neo4jEnd] = read();
    return { milliseconds: end - start, ownCpu: difference(ownEnd, own), neo4jCpu: difference(neo4jEnd, neo4j) };
  };
}

function difference(end: number | null, start: number | null): number | null {
  return end === null || start === null ? null : end - start;
}

/** So that nobody always follows the same one. */
function rotated<Item>(items: readonly Item[], by: number): Item[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

function requireSame(turns: readonly Turn[]): void {
  const counts = new Set(turns.map(({ facts }) => facts));
  if (counts.size !== 1) throw new Error(`the contestants wrote different facts: ${JSON.stringify(turns)}`);
}
