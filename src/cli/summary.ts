import type { Config } from '../config.ts';
import { DomainError } from '../errors.ts';
import type { Graph } from '../graph/open-graph.ts';
import { countFacts, type FactCounts } from '../graph/queries/count-facts.ts';
import type { ConfiguredGraph } from './open-configured-graph.ts';

/** What a person wants to know once the server answers: where everything is, what the graph holds, how to stop. */
export async function summary(
  { graph, isEmbedded }: ConfiguredGraph,
  { host, neo4j }: Pick<Config, 'host' | 'neo4j'>,
  port: number,
): Promise<string> {
  const base = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return [
    '',
    `  GraphQL API   ${base}/graphql`,
    `  Playground    ${base}/playground/`,
    `  Exports       ${base}/export/organisations.csv, … (docs/exports.md)`,
    `  Health        ${base}/health/ready`,
    ...(await contentsOf(graph)).map((line, index) => `  ${index === 0 ? 'Graph' : '     '}         ${line}`),
    `  Neo4j         ${isEmbedded ? 'our own, in the data folder' : neo4j?.uri}`,
    '  Stop          Ctrl-C',
    '',
  ].join('\n');
}

/** The server answers already: a graph that cannot be counted in time is no reason to end it. */
async function contentsOf(graph: Graph): Promise<string[]> {
  try {
    return contents(await countFacts(graph));
  } catch (error) {
    const isSlow = error instanceof DomainError && error.code === 'Timeout';
    return [`not counted: ${isSlow ? 'that would take too long' : (error as Error).message}`];
  }
}

function contents({ entities, relations, statements }: FactCounts): string[] {
  const of = (...kinds: readonly string[]) => total(entities.filter(({ kind }) => kinds.includes(kind)));
  return [
    `${of('COUNTRY')} countries, ${of('ORGANISATION')} organisations, ${of('PROGRAMME', 'EDITION', 'PROJECT')} activities, ${of('ARRANGEMENT')} triangular arrangements,`,
    `${of('FIGURE')} figures, ${total(relations)} relations, ${statements} statements from ${of('SOURCE')} sources`,
  ];
}

function total(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
