import type { FactRecord } from '../../src/domain/fact.ts';
import type { Source } from '../../src/domain/source.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { resolveIdentifiers } from '../../src/graph/queries/resolve-identifiers.ts';
import { writeRecords } from '../../src/graph/write/write-records.ts';
import { findInputFiles } from '../../src/import/files/find-input-files.ts';
import { createIatiImporter } from '../../src/import/iati/iati-importer.ts';
import type { WriteRecords } from '../../src/import/importer.ts';
import type { ImportReport } from '../../src/import/report.ts';
import { type ImportProgress, runImport } from '../../src/import/run-import.ts';

/** Imports the file as the command does: read, mapped and written; only read and mapped where there is no graph. */
export function importFile(
  path: string,
  graph: Graph | null,
  onProgress?: (progress: ImportProgress) => void,
): Promise<ImportReport> {
  return run(path, graph, graph === null ? undefined : (batch) => writeRecords(graph, batch), onProgress);
}

/** What the importer would write. */
export async function mapFile(path: string, graph: Graph): Promise<{ source: Source; records: FactRecord[] }> {
  const records: FactRecord[] = [];
  const { source } = await run(path, graph, async (batch) => {
    for (const record of batch.records) records.push(record);
    return { written: batch.records.length, unchanged: 0 };
  });
  return { source, records };
}

async function run(
  path: string,
  graph: Graph | null,
  write: WriteRecords | undefined,
  onProgress?: (progress: ImportProgress) => void,
): Promise<ImportReport> {
  const [input] = await findInputFiles([path]);
  if (input === undefined) throw new Error(`there is no file at ${path}`);
  const importer = await createIatiImporter({ input, title: 'A generated file', retrieved: '2026-01-01' });
  return runImport(importer, {
    file: path,
    resolveIdentifiers: async (references) => (graph ? resolveIdentifiers(graph, references) : new Map()),
    writeRecords: write,
    onProgress,
  });
}
