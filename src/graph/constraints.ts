import { readFile } from 'node:fs/promises';
import type { Graph } from './open-graph.ts';

const FILE = new URL('../../schema/constraints.cypher', import.meta.url);

/** Creates the keys and indexes that are missing and waits until all of them can be used. */
export async function applyConstraints(graph: Graph): Promise<void> {
  const missing = new Set(await missingConstraints(graph));
  for (const { name, cypher } of await readConstraints()) {
    if (missing.has(name)) await graph.administer(cypher);
  }
  if (missing.size > 0) await graph.administer('CALL db.awaitIndexes(300)');
}

/** The names of the keys and indexes of schema/constraints.cypher that the graph lacks or has not finished building. */
export async function missingConstraints(graph: Graph): Promise<string[]> {
  const online = await graph.read<{ name: string }>(
    "SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name",
  );
  const names = new Set(online.map(({ name }) => name));
  return (await readConstraints()).map(({ name }) => name).filter((name) => !names.has(name));
}

async function readConstraints(): Promise<{ name: string; cypher: string }[]> {
  const text = (await readFile(FILE, 'utf8')).replaceAll(/^\/\/.*$/gm, '');
  return text
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
    .map((cypher) => ({
      cypher,
      name: /(?:CONSTRAINT|INDEX) (\w+)/.exec(cypher)?.[1] ?? '',
    }));
}
