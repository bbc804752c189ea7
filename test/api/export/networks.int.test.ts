import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { exportRows, exportText } from '../../support/open-export.ts';
import { type ReadElement, readXml } from '../../support/read-xml.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';

let graph: Graph;

beforeAll(async () => {
  graph = await openSeededGraph();
});
afterAll(() => graph.close());

async function read(what: string, format: string, filter: Readonly<Record<string, unknown>> = {}) {
  const elements = readXml(await exportText(graph, { what, format, filter }));
  const of = (name: string) => elements.filter((element: ReadElement) => element.name === name);
  return {
    nodes: of('node').map(({ attributes }) => attributes.id),
    edges: of('edge').map(({ attributes }) => attributes),
  };
}

const FILTERS = [
  {},
  { participants: ['organisation:kazaid'], years: { from: 2024 } },
  { roles: ['FUNDING', 'IMPLEMENTING'] },
  { sectors: ['sector:151'], recipients: ['region:central-asia'] },
];

describe.each(FILTERS.map((filter) => [JSON.stringify(filter), filter] as const))('the network of %s', (_, filter) => {
  it.each(['graphml', 'gexf'])(
    'has an edge for each participation, and no edge without its nodes, as %s',
    async (format) => {
      const rows = await exportRows(graph, 'participations', filter);
      const { nodes, edges } = await read('network', format, filter);
      expect(edges.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
      expect(edges.length).toBeGreaterThan(0);
      const ends = new Set(edges.flatMap(({ source, target }) => [source, target]));
      expect(nodes.sort()).toEqual([...ends].sort());
    },
  );

  it('joins actors by as many activities as they share', async () => {
    const rows = await exportRows(graph, 'participations', filter);
    const shared = new Map<string, Set<unknown>>();
    for (const one of rows)
      for (const other of rows)
        if (one.activity_id === other.activity_id && String(one.actor_id) < String(other.actor_id)) {
          const pair = `${one.actor_id}|${other.actor_id}`;
          shared.set(pair, (shared.get(pair) ?? new Set()).add(one.activity_id));
        }
    const { edges } = await read('actorNetwork', 'gexf', filter);
    expect(Object.fromEntries(edges.map(({ id, weight }) => [id, Number(weight)]))).toEqual(
      Object.fromEntries([...shared].map(([pair, activities]) => [pair, activities.size])),
    );
  });
});

it('refuses a filter that does not fit', async () => {
  await expect(exportText(graph, { what: 'network', filter: { countries: ['country:KZ'] } })).rejects.toThrow(
    /countries/,
  );
});
