import { fileURLToPath } from 'node:url';
import type { EdgeFact, Fact, FactRecord, NodeFact } from '../../../src/domain/fact.ts';
import { createIatiImporter } from '../../../src/import/iati/iati-importer.ts';
import type { InputFile } from '../../../src/import/input-file.ts';
import type { ImportReport } from '../../../src/import/report.ts';
import { runImport } from '../../../src/import/run-import.ts';
import { openInput } from '../../support/open-input.ts';

export const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/iati/${name}`, import.meta.url));

export interface ImportedFile {
  readonly report: ImportReport;
  readonly records: readonly FactRecord[];
  readonly facts: readonly Fact[];
  readonly nodes: (label: NodeFact['label']) => NodeFact[];
  readonly edges: (type: EdgeFact['type']) => EdgeFact[];
  /** Problems as `line kind`. Only the examples of the report: three of a kind. */
  readonly problems: readonly string[];
}

type Owners = Readonly<Record<string, string>>;

/** Imports a file as the command does, into a list instead of a graph. `owners`: `scheme|value` → id. */
export async function importInput(input: InputFile, owners: Owners = {}): Promise<ImportedFile> {
  const records: FactRecord[] = [];
  const importer = await createIatiImporter({ input, title: 'a file', retrieved: '2025-01-02' });
  const report = await runImport(importer, {
    file: input.name,
    resolveIdentifiers: async () => new Map(Object.entries(owners)),
    async writeRecords(batch) {
      records.push(...batch.records);
      return { written: batch.records.length, unchanged: 0 };
    },
  });
  const facts = records.flatMap((record) => record.facts);
  return {
    report,
    records,
    facts,
    nodes: (label) => facts.filter((fact) => fact.shape === 'node').filter((fact) => fact.label === label),
    edges: (type) => facts.filter((fact) => fact.shape === 'edge').filter((fact) => fact.type === type),
    problems: Object.values(report.problems)
      .flatMap(({ examples }) => examples)
      .sort((one, other) => one.line - other.line)
      .map(({ line, kind }) => `${line} ${kind}`),
  };
}

export const importFile = async (path: string, owners?: Owners) => importInput(await openInput(path), owners);

/** Imports a file of test/fixtures/iati. */
export const importFixture = (name: string, owners?: Owners) => importFile(fixture(name), owners);
