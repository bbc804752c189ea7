import type { EdgeFact, Fact, FactRecord, NodeFact } from '../../../src/domain/fact.ts';
import { createCsvImporter } from '../../../src/import/csv/create-csv-importer.ts';
import { parseMapping, type ReadMapping } from '../../../src/import/csv/mapping/read-mapping.ts';
import type { InputFile } from '../../../src/import/input-file.ts';
import type { ImportReport } from '../../../src/import/report.ts';
import { runImport } from '../../../src/import/run-import.ts';

/** A mapping that reads the least that one may; tests add to it. */
export const LEAST = `
name: test
source: { title: A table, publisher: A publisher, licence: none }
record: { key: "{id}" }
activity: { id: "test-{id}", name: "{title}" }
`;

export const mappingOf = (text: string): ReadMapping => parseMapping(text, 'test.yaml');

/** A file with this content; text is UTF-8. Comes in pieces of the given size. */
export function inputOf(content: string | Buffer, piece = 1_000_000): InputFile {
  const bytes = Buffer.from(content as string);
  return {
    name: 'table.csv',
    bytes: bytes.length,
    async *read(onBytes = () => {}) {
      for (let start = 0; start < bytes.length; start += piece) {
        yield bytes.subarray(start, start + piece);
        onBytes(Math.min(start + piece, bytes.length));
      }
    },
  };
}

export interface ImportedTable {
  readonly report: ImportReport;
  readonly records: readonly FactRecord[];
  readonly nodes: (label: NodeFact['label']) => NodeFact[];
  readonly edges: (type: EdgeFact['type']) => EdgeFact[];
  /** The examples of the report, as `line kind: message`. */
  readonly problems: readonly string[];
}

/** Imports a table as the command does, into a list instead of a graph. `owners`: `scheme|value` → id. */
export async function importTable(
  input: InputFile,
  mapping: ReadMapping,
  owners: Readonly<Record<string, string>> = {},
): Promise<ImportedTable> {
  const records: FactRecord[] = [];
  const importer = await createCsvImporter({ input, mapping, retrieved: '2025-01-02' });
  const report = await runImport(importer, {
    file: input.name,
    resolveIdentifiers: async (references) =>
      new Map(
        references.flatMap(({ scheme, value }) => {
          const owner = owners[`${scheme}|${value}`];
          return owner === undefined ? [] : [[`${scheme}|${value}`, owner] as const];
        }),
      ),
    async writeRecords(batch) {
      records.push(...batch.records);
      return { written: batch.records.length, unchanged: 0 };
    },
  });
  const facts: Fact[] = records.flatMap((record) => record.facts);
  return {
    report,
    records,
    nodes: (label) => facts.filter((fact) => fact.shape === 'node').filter((fact) => fact.label === label),
    edges: (type) => facts.filter((fact) => fact.shape === 'edge').filter((fact) => fact.type === type),
    problems: Object.values(report.problems)
      .flatMap(({ examples }) => examples)
      .sort((one, other) => one.line - other.line)
      .map(({ line, kind, message }) => `${line} ${kind}: ${message}`),
  };
}
