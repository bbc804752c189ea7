import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { generateNetwork } from '../../../bench/network/generate-network.ts';
import { loadIntoNeo4j } from '../../../bench/network/load-into-neo4j.ts';
import { NETWORK_SOURCE, toFacts } from '../../../bench/network/to-facts.ts';
import type { FactRecord } from '../../../src/domain/fact.ts';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { writeRecords } from '../../../src/graph/write/write-records.ts';
import { graphDigest } from '../../support/graph-digest.ts';
import { emptyGraph, openTestGraph } from '../../support/seeded-graph.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await openTestGraph();
});
beforeEach(() => emptyGraph(graph));
afterAll(async () => {
  await emptyGraph(graph);
  await graph.close();
});

const RECORDS_AT_A_TIME = 100;

describe('a generated network', () => {
  it('is the same graph by the fast loader and by our writer', { timeout: 240_000 }, async () => {
    const records = toFacts(generateNetwork({ participations: 100, largestHub: 22 }));
    await loadIntoNeo4j(graph, [NETWORK_SOURCE], records);
    const loaded = await graphDigest(graph);
    await emptyGraph(graph);
    for (const batch of inBatches([...records]))
      await writeRecords(graph, { sources: [NETWORK_SOURCE], records: batch });
    expect(await graphDigest(graph)).toBe(loaded);
  });
});

function inBatches(records: readonly FactRecord[]): FactRecord[][] {
  const count = Math.ceil(records.length / RECORDS_AT_A_TIME);
  return Array.from({ length: count }, (_, place) =>
    records.slice(place * RECORDS_AT_A_TIME, (place + 1) * RECORDS_AT_A_TIME),
  );
}
