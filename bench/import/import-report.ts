import type { Machine } from '../measure/machine.ts';
import { table } from '../report/table.ts';
import type { Turn } from './compare.ts';
import type { MemoryResult } from './measure-memory.ts';
import { type Summary, summarise } from './summarise.ts';

export interface ImportResults {
  readonly startedAt: string;
  readonly command: string;
  readonly machine: Machine;
  readonly loadBefore: number;
  readonly loadAfter: number;
  readonly turns: readonly Turn[];
  readonly readOnly: MemoryResult;
  readonly written: MemoryResult;
}

/** The speed that is asked for, as a part of that of plain batches. */
const BAR = 0.6;

/** The run as Markdown. */
export function importReport(results: ImportResults): string {
  const { machine, turns, readOnly, written } = results;
  const slices = new Set(turns.map(({ slice }) => slice)).size;
  return [
    '# Import',
    '',
    `Written by \`${results.command}\` on ${results.startedAt.slice(0, 10)}. How to read it: [README](README.md).`,
    '',
    `${machine.cores} cores (${machine.processor}), ${machine.memoryMegabytes} MB, ${machine.system}, Node ${machine.node}, Neo4j ${machine.versions.neo4j}.`,
    `Load average of the last minute: ${results.loadBefore} before, ${results.loadAfter} after.`,
    '',
    '## Speed',
    '',
    `${slices} slices of a generated IATI file, each written by all in turns into one graph; the first slice does not count. The importer reads the XML, maps it and writes it; the others write the rows it comes to, which are ready in memory.`,
    '',
    ...speedTable(summarise(turns)),
    '',
    '## Memory (MB)',
    '',
    `Read and mapped only: ${inWords(readOnly)}.`,
    '',
    ...memoryTable(readOnly),
    '',
    `Imported: ${inWords(written)}.`,
    '',
    ...memoryTable(written),
    '',
  ].join('\n');
}

function speedTable(summaries: readonly Summary[]): string[] {
  const rows = summaries.map((summary) => [
    summary.contestant,
    summary.facts.toFixed(0),
    summary.factsPerSecond.toFixed(0),
    perFact(summary.ownCpuPerFact),
    perFact(summary.neo4jCpuPerFact),
    summary.contestant === 'importer'
      ? ''
      : `${summary.importerRatio.toFixed(2)} (${summary.importerRatio >= BAR ? 'met' : '**missed**'})`,
  ]);
  const head = [
    'contestant',
    'facts',
    'facts each second',
    'CPU of Node',
    'CPU of Neo4j',
    `importer is as fast as this × (bar ${BAR})`,
  ];
  return table(head, rows);
}

function perFact(microseconds: number | null): string {
  return microseconds === null ? 'not known' : `${microseconds.toFixed(0)} µs each`;
}

function inWords({ megabytes, records, facts, seconds, peakResident }: MemoryResult): string {
  const speed = (facts / seconds).toFixed(0);
  return `${megabytes.toFixed(0)} MB, ${records} activities, ${facts} facts as stated, in ${seconds.toFixed(0)} s (${speed} a second); Node had at most ${peakResident.toFixed(0)} MB`;
}

function memoryTable({ samples }: MemoryResult): string[] {
  return table(
    ['of the file', 'Node, resident', 'Node, heap after a collection', 'Neo4j, resident'],
    samples.map(({ share, resident, heapAfterCollection, neo4jResident }) => [
      `${100 * share} %`,
      resident.toFixed(0),
      heapAfterCollection.toFixed(0),
      neo4jResident?.toFixed(0) ?? '–',
    ]),
  );
}
