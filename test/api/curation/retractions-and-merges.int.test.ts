import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NodeFact } from '../../../src/domain/fact.ts';
import { nameNode } from '../../../src/domain/name-node.ts';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { type CurationApi, startCurationApi } from '../../support/curation-api.ts';
import { graphLines } from '../../support/graph-digest.ts';
import { emptyGraph, openTestGraph } from '../../support/seeded-graph.ts';
import { edge, node, record, reference, TEST_SOURCE, write } from '../../support/test-records.ts';

const OLD = 'organisation:old';
const NEW = 'organisation:new';
const reasoning = 'as the register says';

const named = (of: string, value: string, more: Partial<NodeFact> = {}) =>
  node('Name', '', { ...nameNode(of, { value, language: 'en', kind: 'OFFICIAL' }), ...more });
const fundsBy = (id: string) => edge('PARTICIPATES_IN', id, 'activity:a', { role: 'FUNDING' });
const payment = node('Transaction', 'transaction:t', {
  properties: { type: 'DISBURSEMENT', amount: '1', currency: 'USD' },
  links: [
    { type: 'MADE_IN', to: 'activity:a' },
    { type: 'PROVIDED_BY', to: OLD },
  ],
});
const base = record(
  'base',
  node('Organisation', NEW, { properties: { name: 'New', kind: 'UN_BODY' } }),
  named(NEW, 'New'),
  node('Project', 'activity:a'),
);
const described = record('described', node('Organisation', OLD, { properties: { name: 'Old', kind: 'NGO' } }));
const file = (version: number) =>
  record(
    'file',
    reference('Organisation', OLD),
    named(OLD, 'Former', { isReference: true }),
    node('Project', 'activity:b', { properties: { name: `b, version ${version}` } }),
    fundsBy(OLD),
    edge('PARTICIPATES_IN', OLD, 'activity:b', { role: 'FUNDING' }),
    payment,
  );

describe('what was retracted', () => {
  let graph: Graph;
  let api: CurationApi;
  beforeAll(async () => {
    graph = await openTestGraph();
    api = await startCurationApi(graph);
  });
  beforeEach(async () => {
    await emptyGraph(graph);
    await write(graph, base, described, file(1));
  });
  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  const facts = async () =>
    (await graphLines(graph)).filter((line) => !/^\((AuditEvent|Retraction|Record|Source|Entity:Source)\b/.test(line));
  const strings = async (cypher: string, parameters = {}) =>
    (await graph.read<{ value: string }>(`${cypher} AS value ORDER BY value`, parameters)).map(({ value }) => value);
  const funders = () => strings("MATCH (o)-[:PARTICIPATES_IN]->({id: 'activity:a'}) RETURN o.id");
  const statementOn = async (factId: string, recordId: string) => {
    const [id] = await strings('MATCH (s:Statement {factId: $factId, recordId: $recordId}) RETURN s.id', {
      factId,
      recordId,
    });
    return id;
  };
  const decide = async (field: string, input: object) => {
    const { problems, decision } = await api.decide(field, input);
    expect(problems).toEqual([]);
    return decision as string;
  };
  const merge = () => decide('mergeOrganisations', { from: OLD, into: NEW, reasoning });
  const undo = (decision: string) => decide('undoDecision', { decision, reasoning });

  it('while merged stays away from newer versions, and when the two are split; undone, it comes with the next import', async () => {
    const before = await facts();
    const merged = await merge();
    const retracted = await decide('retractFact', { fact: fundsBy(NEW).id, reasoning });
    await write(graph, file(2), record('other', fundsBy(NEW)));
    expect(await funders()).toEqual([]);
    await undo(merged);
    await write(graph, file(3), record('other', fundsBy(OLD)));
    expect(await funders()).toEqual([]);
    await undo(retracted);
    await write(graph, file(1), record('other'));
    expect(await facts()).toEqual(before);
  });

  it.each([
    ['a relation', fundsBy(NEW).id, 'test:file', file(1)],
    ['a description', NEW, 'test:described', described],
    ['what hangs on it', payment.id, 'test:file', file(1)],
  ])('while merged is not given to the wrong one, when undone after the split: %s', async (_, factId, recordId, of) => {
    const before = await facts();
    const merged = await merge();
    const statement = await statementOn(factId, recordId);
    const retracted = await decide('retractStatement', { statement, reasoning });
    await undo(merged);
    const split = await facts();
    await undo(retracted);
    expect(await facts()).toEqual(split);
    await write(graph, of);
    expect(await facts()).toEqual(before);
  });

  it('before a merge does not bring the organisation that went back, when undone while the two are one', async () => {
    const before = await facts();
    const statement = await statementOn(OLD, 'test:described');
    const retracted = await decide('retractStatement', { statement, reasoning });
    const merged = await merge();
    await undo(retracted);
    expect(await strings('MATCH (o:Organisation) RETURN o.id')).toEqual([NEW]);
    await write(graph, described);
    await undo(merged);
    expect(await facts()).toEqual(before);
  });

  it('while merged comes back at once, when undone while they are one still', async () => {
    await merge();
    const before = await facts();
    await undo(await decide('retractFact', { fact: fundsBy(NEW).id, reasoning }));
    expect(await facts()).toEqual(before);
  });

  it('of what a file only mentions comes back with the next import, where it cannot at once', async () => {
    const before = await facts();
    const statement = await statementOn(named(OLD, 'Former').id, `mentions:${TEST_SOURCE.id}`);
    const retracted = await decide('retractStatement', { statement, reasoning });
    const merged = await merge();
    await undo(retracted);
    await undo(merged);
    await write(graph, file(1));
    expect(await facts()).toEqual(before);
  });

  it.each([
    [
      'stated by a curator',
      () =>
        decide('addStatement', {
          fact: payment.id,
          evidence: { source: TEST_SOURCE.id, locator: 'page 1', says: 'It was paid.', basis: 'DECLARED' },
        }),
    ],
    [
      'retracted, which is undone',
      async () =>
        undo(await decide('retractStatement', { statement: await statementOn(payment.id, 'test:file'), reasoning })),
    ],
  ])('%s hangs where it hung after a split', async (_, change) => {
    const merged = await merge();
    await change();
    await undo(merged);
    expect(await strings("MATCH ({id: 'transaction:t'})-[:PROVIDED_BY]->(o) RETURN o.id")).toEqual([OLD]);
  });
});
