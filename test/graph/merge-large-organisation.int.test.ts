import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/open-graph.ts';
import { mergeTwoOrganisations } from '../../src/graph/write/curation/merge-two-organisations.ts';
import { writeRecords } from '../../src/graph/write/write-records.ts';
import { emptyGraph, openTestGraph } from '../support/seeded-graph.ts';
import { node, TEST_SOURCE } from '../support/test-records.ts';

describe('an organisation of very many relations', () => {
  let graph: Graph;

  beforeAll(async () => {
    graph = await openTestGraph();
    await emptyGraph(graph);
  });
  afterAll(() => graph?.close());

  it('is not merged into a smaller one', async () => {
    const facts = [node('Organisation', 'organisation:large'), node('Organisation', 'organisation:small')];
    await writeRecords(graph, { sources: [TEST_SOURCE], records: [{ id: 'test:1', facts }] });
    await graph.write((transaction) =>
      transaction.run(
        "MATCH (o {id: 'organisation:large'}) UNWIND range(1, 5001) AS n CREATE (:Transaction {id: 'transaction:' + n})-[:PROVIDED_BY]->(o)",
      ),
    );
    const input = { from: 'organisation:large', into: 'organisation:small', reasoning: 'They are the same.' };
    const { problems } = await mergeTwoOrganisations(graph, { id: 'curator', today: '2026-11-22' }, input);
    expect(problems).toMatchObject([
      { code: 'CONFLICT', path: ['input', 'from'], message: expect.stringMatching(/has 500\d relations and links/) },
    ]);
  });
});
