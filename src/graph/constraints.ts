import { readFile } from 'node:fs/promises';
import type { Graph } from './open-graph.ts';

const FILE = new URL('../../schema/constraints.cypher', import.meta.url);

/** Creates the keys and indexes that are missing and waits until all of them can be used; several may do so at once. */
export async function applyConstraints(graph: Graph): Promise<void> {
  const missing = new Set(await missingConstraints(graph));
  for (const { name, cypher } of await readConstraints()) {
    if (missing.has(name)) await graph.administer(cypher).catch(ignoreMadeMeanwhile);
  }
  if (missing.size > 0) await graph.administer('CALL db.awaitIndexes(300)');
}

/** IF NOT EXISTS looks before it makes: in between, another command may have made the same. */
function ignoreMadeMeanwhile(error: { readonly code?: string }): void {
  if (!/^Neo\.ClientError\.Schema\.\w*AlreadyExists$/.test(error.code ?? '')) throw error;
}

/** The names of the keys and indexes of schema/constraints.cypher that the graph lacks or has not finished building. */
export async function missingConstraints(graph: Graph, signal?: AbortSignal): Promise<string[]> {
  const online = await graph.read<{ name: string }>(
    "SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name",
    {},
    signal,
  );
  const names = new Set(online.map(({ name }) => name));
  return (await readConstraints()).map(({ name }) => name).filter((name) => !names.has(name));
}

interface Constraint {
  readonly name: string;
  readonly cypher: string;
}

let constraints: Promise<readonly Constraint[]> | undefined;

/** Read once: health probes ask every few seconds, and the file belongs to the program. */
function readConstraints(): Promise<readonly Constraint[]> {
  constraints ??= readFile(FILE, 'utf8').then(parseConstraints);
  return constraints;
}

function parseConstraints(text: string): Constraint[] {
  return text
    .replaceAll(/^\/\/.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
    .map((cypher) => ({
      cypher,
      name: /(?:CONSTRAINT|INDEX) (\w+)/.exec(cypher)?.[1] ?? '',
    }));
}
