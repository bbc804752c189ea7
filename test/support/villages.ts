import { fileURLToPath } from 'node:url';
import type { Graph } from '../../src/graph/open-graph.ts';
import { resolveIdentifiers } from '../../src/graph/queries/resolve-identifiers.ts';
import { writeRecords } from '../../src/graph/write/write-records.ts';
import { createIatiImporter } from '../../src/import/iati/iati-importer.ts';
import { runImport } from '../../src/import/run-import.ts';
import { curated } from './curation-api.ts';
import { openInput } from './open-input.ts';
import { emptyGraph } from './seeded-graph.ts';
import { node, record, write } from './test-records.ts';

const FIXTURES = new URL('../fixtures/iati/', import.meta.url);

/** A graph that holds four countries and the activities of curated-1.xml, by which villages get water and roads. */
export async function openVillages(graph: Graph): Promise<void> {
  await emptyGraph(graph);
  await write(graph, record('countries', ...['KZ', 'JP', 'TJ', 'UZ'].map((code) => country(code))));
  await importVillages(graph, 'curated-1.xml');
}

/** Imports one version of the file. */
export async function importVillages(graph: Graph, name: 'curated-1.xml' | 'curated-2.xml'): Promise<void> {
  const path = fileURLToPath(new URL(name, FIXTURES));
  const importer = await createIatiImporter({
    input: await openInput(path),
    title: 'Villages',
    retrieved: '2026-01-02',
  });
  await runImport(importer, {
    file: name,
    resolveIdentifiers: (references) => resolveIdentifiers(graph, references),
    writeRecords: (batch) => writeRecords(graph, batch),
  });
}

function country(code: string) {
  return node('Country', `country:${code}`, {
    properties: { name: code, code, isLdc: false, isLldc: true, isSids: false },
  });
}

export const VILLAGES = {
  WATER: 'activity:XX-TEST-1-water',
  JAPAN: 'organisation:JP-GOV-1',
  INSTITUTE: 'organisation:KZ-GOV-7',
  SAME_INSTITUTE: 'organisation:KZ-GOV-8',
} as const;

/** An arrangement on the water project: Japan supports, the institute shares its experience, Tajikistan benefits. */
export function triangle(more: object = {}): object {
  const play = (actor: string, role: string) => ({ actor, role, evidence: curated(`${actor} is ${role}`) });
  return {
    name: 'Water together',
    nameKk: 'Су баршаға',
    start: '2024',
    plays: [play('country:JP', 'FACILITATING'), play(VILLAGES.INSTITUTE, 'PIVOTAL'), play('country:TJ', 'BENEFICIARY')],
    covers: [VILLAGES.WATER],
    evidence: curated('The three sign a memorandum.'),
    ...more,
  };
}
