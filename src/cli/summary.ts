import type { Config } from '../config.ts';
import { countFacts, type FactCounts } from '../graph/queries/count-facts.ts';
import type { ConfiguredGraph } from './open-configured-graph.ts';

/** What a person wants to know once the server answers: where everything is, what the graph holds, how to stop. */
export async function summary({ graph, isEmbedded }: ConfiguredGraph, config: Config): Promise<string> {
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const base = `http://${host}:${config.port}`;
  return [
    '',
    `  GraphQL API   ${base}/graphql`,
    `  Playground    ${base}/playground/`,
    `  Health        ${base}/health/ready`,
    ...contents(await countFacts(graph)).map((line, index) => `  ${index === 0 ? 'Graph' : '     '}         ${line}`),
    `  Neo4j         ${isEmbedded ? 'our own, in the data folder' : config.neo4j?.uri}`,
    '  Stop          Ctrl-C',
    '',
  ].join('\n');
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
