import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NodeFact } from '../../src/domain/fact.ts';
import { nameNode } from '../../src/domain/name-node.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { resolveIdentifiers } from '../../src/graph/queries/resolve-identifiers.ts';
import { mergeOrganisations } from '../../src/graph/write/merge/merge-organisations.ts';
import { splitOrganisations } from '../../src/graph/write/merge/split-organisations.ts';
import { graphLines } from '../support/graph-digest.ts';
import { emptyGraph, openTestGraph } from '../support/seeded-graph.ts';
import { edge, node, record, reference, retract, statement, write } from '../support/test-records.ts';

const OLD = 'organisation:old';
const NEW = 'organisation:new';
const decisionId = 'curation:same';

const named = (of: string, value: string, more: Partial<NodeFact> = {}) =>
  node('Name', '', { ...nameNode(of, { value, language: 'en', kind: 'OFFICIAL' }), ...more });
const coded = (of: string, value: string, more: Partial<NodeFact> = {}) =>
  node('Identifier', `identifier:ORG_ID|${value}`, {
    properties: { scheme: 'ORG_ID', value },
    links: [{ type: 'IDENTIFIES', to: of }],
    ...more,
  });
const takesPart = (actor: string, activity: string, percentage: number) =>
  edge('PARTICIPATES_IN', actor, activity, { role: 'FUNDING', properties: { role: 'FUNDING', percentage } } as never);

const base = record(
  'base',
  node('Organisation', NEW, { properties: { name: 'New', kind: 'UN_BODY' } }),
  named(NEW, 'New'),
  coded(NEW, 'XX-NEW'),
  node('Project', 'activity:a'),
  node('Project', 'activity:b'),
  takesPart(NEW, 'activity:a', 70),
);
const described = record(
  'described',
  node('Organisation', OLD, { properties: { name: 'Old', kind: 'NGO' } }),
  named(OLD, 'Old'),
  named(OLD, 'New'),
);
const file = (year: number) =>
  record(
    'file',
    reference('Organisation', OLD),
    named(OLD, `Old, as of ${year}`, { isReference: true }),
    coded(OLD, 'XX-OLD', { isReference: true }),
    { ...takesPart(OLD, 'activity:a', 30), statements: [statement(`old takes part in a in ${year}`)] },
    takesPart(OLD, 'activity:b', year),
    edge('TIED_TO', OLD, NEW, { properties: { kind: 'PART_OF' } }),
    node('Transaction', 'transaction:t', {
      properties: { type: 'DISBURSEMENT', amount: '1', currency: 'USD' },
      links: [
        { type: 'MADE_IN', to: 'activity:a' },
        { type: 'PROVIDED_BY', to: OLD },
      ],
    }),
    node('Figure', 'figure:f', {
      properties: { value: '1', unit: 'USD', subjectId: OLD },
      links: [{ type: 'ABOUT', to: OLD }],
    }),
  );

describe('two organisations that are one', () => {
  let graph: Graph;

  beforeAll(async () => {
    graph = await openTestGraph();
  });
  beforeEach(() => emptyGraph(graph));
  afterAll(() => graph?.close());

  const merge = (from = OLD, into = NEW) =>
    graph.write((transaction) => mergeOrganisations(transaction, { from, into, decisionId }));
  const split = () => graph.write((transaction) => splitOrganisations(transaction, { decisionId }));
  const rows = (cypher: string) => graph.read<Record<string, unknown>>(cypher);

  describe.each([
    ['described', [base, described, file(2024)]],
    ['only referred to', [base, file(2024)]],
  ])('of which one goes that is %s', (_, records) => {
    it('are as they were once they are split again', async () => {
      await write(graph, ...records);
      const before = await graphLines(graph);
      await merge();
      expect(await graphLines(graph)).not.toEqual(before);
      expect(await split()).toEqual({ from: OLD, into: NEW });
      expect(await graphLines(graph)).toEqual(before);
    });

    it('come to the same whether they are merged before the file is read or afterwards', async () => {
      await write(graph, ...records);
      await merge();
      const afterwards = await graphLines(graph);
      await emptyGraph(graph);
      await write(
        graph,
        ...records.slice(0, -1),
        record('hold', reference('Organisation', OLD), takesPart(OLD, 'activity:b', 1)),
      );
      await merge();
      await write(graph, ...records.slice(-1));
      await retract(graph, record('hold'));
      // Who was the first to refer to it depends on who was read first.
      const factsOf = (lines: string[]) =>
        lines.filter((line) => /^\((Activity|Actor|Name|Identifier|Transaction|organisation:|activity:)/.test(line));
      expect(factsOf(await graphLines(graph))).toEqual(factsOf(afterwards));
    });

    it('stay one when a newer version of the file is read, and are split into what it says', async () => {
      await write(graph, ...records);
      await merge();
      await write(graph, file(2025));
      expect(await rows(`MATCH (o:Organisation) RETURN o.id AS id`)).toEqual([{ id: NEW }]);
      await split();
      const splitLines = await graphLines(graph);
      await emptyGraph(graph);
      await write(graph, ...records);
      await write(graph, file(2025));
      expect(splitLines).toEqual(await graphLines(graph));
    });
  });

  it('hold together what was said of either', async () => {
    await write(graph, base, described, file(2024));
    await merge();
    const [sides] = await rows(
      `MATCH (o:Organisation {id: '${NEW}'})
       RETURN o.name AS name, o.kind AS kind,
         COLLECT { MATCH (o)-[p:PARTICIPATES_IN]->(a) RETURN [a.id, p.percentage, size(p.statementIds)] ORDER BY a.id } AS activities,
         COLLECT { MATCH (n:Name)-[:NAME_OF]->(o) RETURN [n.value, n.kind] ORDER BY n.value } AS names,
         COLLECT { MATCH (i:Identifier)-[:IDENTIFIES]->(o) RETURN i.value ORDER BY i.value } AS codes,
         COUNT { (:Transaction)-[:PROVIDED_BY]->(o) } AS transactions,
         COLLECT { MATCH (f:Figure)-[:ABOUT]->(o) RETURN f.subjectId } AS figures`,
    );
    expect(sides).toEqual({
      name: 'New',
      kind: 'UN_BODY',
      activities: [
        ['activity:a', 70, 2],
        ['activity:b', 2024, 1],
      ],
      names: [
        ['New', 'OFFICIAL'],
        ['Old', 'ALIAS'],
        ['Old, as of 2024', 'ALIAS'],
      ],
      codes: ['XX-NEW', 'XX-OLD'],
      transactions: 1,
      figures: [NEW],
    });
    expect(await rows(`MATCH (:Organisation)-[t:TIED_TO]->() RETURN t.id AS id`)).toEqual([]);
  });

  it('leave no statement without its fact, but for their relation to each other', async () => {
    await write(graph, base, described, file(2024));
    await merge();
    const dangling = await rows(
      `MATCH (s:Statement)
       WHERE NOT EXISTS { (n {id: s.factId}) WHERE n:Entity OR n:Name OR n:Identifier OR n:Transaction }
         AND NOT EXISTS { ()-[r:PARTICIPATES_IN {id: s.factId}]->() }
       RETURN s.factId AS id`,
    );
    expect(dangling).toEqual([{ id: edge('TIED_TO', OLD, NEW).id }]);
  });

  it('are split without what was taken back in the meantime', async () => {
    await write(graph, base, described, file(2024));
    await merge();
    await retract(graph, file(2024));
    await split();
    expect(await rows(`MATCH (:Organisation {id: '${OLD}'})-[r:PARTICIPATES_IN|TIED_TO]-() RETURN r.id AS id`)).toEqual(
      [],
    );
    const left = await graphLines(graph);
    await emptyGraph(graph);
    await write(graph, base, described, file(2024));
    await retract(graph, file(2024));
    expect(left).toEqual(await graphLines(graph));
  });

  it('keep what hangs on the one that is only referred to, though nobody mentions it any more', async () => {
    await write(graph, base, file(2024));
    await graph.administer(`MATCH (s:Statement {factId: '${OLD}'}) DETACH DELETE s`);
    await graph.administer(`MATCH (o:Organisation {id: '${OLD}'})-[r:PARTICIPATES_IN|TIED_TO]-() DELETE r`);
    await graph.administer(`MATCH (s:Statement) WHERE s.factId CONTAINS '${OLD}|' DETACH DELETE s`);
    await merge();
    await split();
    const hanging = `MATCH (n)-[l]->(o:Organisation {id: '${OLD}'}) RETURN type(l) AS type ORDER BY type`;
    expect((await rows(hanging)).map(({ type }) => type)).toEqual(['ABOUT', 'IDENTIFIES', 'NAME_OF', 'PROVIDED_BY']);
  });

  it('keep their relation to a third that is merged as well, and all are split in any order', async () => {
    const third = node('Organisation', 'organisation:third');
    const fourth = node('Organisation', 'organisation:fourth');
    const tie = edge('TIED_TO', OLD, third.id, { properties: { kind: 'PART_OF' } });
    await write(graph, base, described, record('ties', third, fourth, tie));
    const before = await graphLines(graph);
    const decide = (from: string, into: string) =>
      graph.write((transaction) => mergeOrganisations(transaction, { from, into, decisionId: `curation:${from}` }));
    const undo = (from: string) =>
      graph.write((transaction) => splitOrganisations(transaction, { decisionId: `curation:${from}` }));
    for (const order of [
      [OLD, third.id],
      [third.id, OLD],
    ]) {
      await decide(OLD, NEW);
      await decide(third.id, fourth.id);
      expect(await rows('MATCH (a)-[t:TIED_TO]->(b) RETURN a.id AS a, b.id AS b')).toEqual([{ a: NEW, b: fourth.id }]);
      for (const from of order) await undo(from);
      expect(await graphLines(graph)).toEqual(before);
    }
  });

  it('leave to the one that stays what the same file says of it', async () => {
    await write(graph, base, described);
    await merge();
    await write(graph, record('both', takesPart(NEW, 'activity:b', 70), takesPart(OLD, 'activity:b', 30)));
    const shares = `MATCH (o:Organisation)-[p:PARTICIPATES_IN]->(:Project {id: 'activity:b'}) RETURN o.id AS id, p.percentage AS share ORDER BY id`;
    expect(await rows(shares)).toEqual([{ id: NEW, share: 70 }]);
    await split();
    expect(await rows(shares)).toEqual([
      { id: NEW, share: 70 },
      { id: OLD, share: 30 },
    ]);
  });

  it('are found by their code as their sources call them', async () => {
    await write(graph, base, file(2024));
    await merge();
    const owners = await resolveIdentifiers(graph, [
      { scheme: 'ORG_ID', value: 'XX-OLD' },
      { scheme: 'ORG_ID', value: 'XX-NEW' },
    ]);
    expect([...owners.values()]).toEqual([OLD, NEW]);
  });

  it('are not merged where that would lose something, or means nothing', async () => {
    await write(
      graph,
      base,
      described,
      record(
        'phantom',
        reference('Organisation', 'organisation:phantom'),
        takesPart('organisation:phantom', 'activity:a', 1),
      ),
    );
    await expect(merge(NEW, NEW)).rejects.toThrow(/twice/);
    await expect(merge(NEW, 'organisation:nobody')).rejects.toThrow(
      'into: no organisation has the id organisation:nobody',
    );
    await expect(merge('activity:a', NEW)).rejects.toThrow('from: no organisation has the id activity:a');
    await expect(merge(OLD, 'organisation:phantom')).rejects.toThrow(
      /merge organisation:phantom into organisation:old/,
    );
    await merge('organisation:phantom', OLD);
    await expect(merge(OLD, NEW)).rejects.toThrow(/split them first/);
    await expect(graph.write((transaction) => splitOrganisations(transaction, { decisionId: 'no' }))).rejects.toThrow(
      /no merge/,
    );
  });
});
