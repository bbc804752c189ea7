import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { edgeId } from '../../src/domain/identity.ts';
import { DomainError } from '../../src/errors.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { readGraphState } from '../../src/graph/queries/graph-state.ts';
import { writeRecords } from '../../src/graph/write/write-records.ts';
import { graphLines } from '../support/graph-digest.ts';
import { emptyGraph, openTestGraph } from '../support/seeded-graph.ts';
import { edge, node, record, reference, retract, statement, TEST_SOURCE, write } from '../support/test-records.ts';

describe('the writer of records', () => {
  let graph: Graph;

  beforeAll(async () => {
    graph = await openTestGraph();
  });

  beforeEach(() => emptyGraph(graph));

  afterAll(() => graph?.close());

  const country = node('Country', 'country:AA');
  const agency = node('Organisation', 'organisation:agency', {
    properties: { name: 'Agency', kind: 'NATIONAL_AGENCY' },
  });
  const project = node('Project', 'activity:project');
  const belongs = edge('BELONGS_TO', agency.id, country.id);
  const takesPart = edge('PARTICIPATES_IN', agency.id, project.id, { role: 'FUNDING' });

  const propertiesOf = async (id: string): Promise<Record<string, unknown> | null> => {
    const rows = await graph.read<{ properties: Record<string, unknown>; labels: string[] }>(
      'MATCH (n {id: $id}) RETURN properties(n) AS properties, labels(n) AS labels',
      { id },
    );
    const [row] = rows;
    return row ? { ...row.properties, labels: row.labels.toSorted() as unknown } : null;
  };
  const edgeOf = async (id: string) => {
    const [row] = await graph.read<{ properties: Record<string, unknown> }>(
      'MATCH ()-[r {id: $id}]->() RETURN properties(r) AS properties',
      { id },
    );
    return row?.properties ?? null;
  };
  const statementsFor = async (factId: string) => {
    const rows = await graph.read<{ text: string }>(
      'MATCH (s:Statement {factId: $factId}) RETURN s.text AS text ORDER BY text',
      {
        factId,
      },
    );
    return rows.map(({ text }) => text);
  };

  describe('with the same records again', () => {
    it('changes nothing, not even the version', async () => {
      const one = record('one', country, agency, project, belongs, takesPart);
      expect(await write(graph, one)).toEqual({ written: 1, unchanged: 0, replaced: 0 });
      const lines = await graphLines(graph);
      const state = await readGraphState(graph);
      expect(await write(graph, one)).toEqual({ written: 0, unchanged: 1, replaced: 0 });
      expect(await graphLines(graph)).toEqual(lines);
      expect(await readGraphState(graph)).toEqual(state);
    });

    it('brings a source up to date whose description alone has changed', async () => {
      const one = record('one', country);
      await write(graph, one);
      await writeRecords(graph, { sources: [{ ...TEST_SOURCE, title: 'Another title' }], records: [one] });
      expect((await propertiesOf(TEST_SOURCE.id))?.title).toBe('Another title');
    });
  });

  it('leaves a source alone that was only retrieved on another day', async () => {
    const one = record('one', country);
    await write(graph, one);
    const state = await readGraphState(graph);
    await writeRecords(graph, { sources: [{ ...TEST_SOURCE, retrieved: '2026-02-01' }], records: [one] });
    expect(await readGraphState(graph)).toEqual(state);
  });

  describe('with another record about the same facts', () => {
    it('lets them rest on both, whichever came first', async () => {
      const by = (basis: 'DECLARED' | 'INFERRED') => ({ statements: [statement(basis, { basis })] });
      const facts = (basis: 'DECLARED' | 'INFERRED') => [
        country,
        { ...agency, ...by(basis) },
        { ...belongs, ...by(basis) },
      ];
      await write(graph, record('one', ...facts('INFERRED')));
      await write(graph, record('two', ...facts('DECLARED')));
      const both = { statementIds: [expect.any(String), expect.any(String)], basis: 'DECLARED' };
      expect(await propertiesOf(agency.id)).toMatchObject(both);
      expect(await edgeOf(belongs.id)).toMatchObject(both);
      await retract(graph, record('two'));
      expect(await propertiesOf(agency.id)).toMatchObject({ statementIds: [expect.any(String)], basis: 'INFERRED' });
      expect(await edgeOf(belongs.id)).toMatchObject({ statementIds: [expect.any(String)], basis: 'INFERRED' });
    });

    it('comes to the same graph in one batch as in several', async () => {
      const records = [
        record('one', country, { ...agency, statements: [statement('a'), statement('a')] }, belongs),
        record('two', { ...agency, properties: { name: 'Of two', kind: 'GOVERNMENT' } }, belongs, project, takesPart),
        record('three', { ...takesPart, statements: [statement('b'), statement('c', { basis: 'CURATED' })] }),
      ];
      for (const each of records) await write(graph, each);
      const lines = await graphLines(graph);
      await emptyGraph(graph);
      await write(graph, ...records);
      expect(await graphLines(graph)).toEqual(lines);
    });

    it('takes back what one of them says no longer, in a batch with new records', async () => {
      await write(graph, record('one', country, agency, belongs), record('two', agency, project, takesPart));
      await write(graph, record('two', agency), record('three', belongs, { ...agency, statements: [statement('3')] }));
      expect(await edgeOf(takesPart.id)).toBeNull();
      expect(await propertiesOf(project.id)).toBeNull();
      expect((await edgeOf(belongs.id))?.statementIds).toHaveLength(2);
      expect((await propertiesOf(agency.id))?.statementIds).toHaveLength(3);
    });
  });

  it('writes a link once that a fact names twice, and keeps it once when the fact is written again', async () => {
    const name = (value: string) => {
      const link = { type: 'NAME_OF' as const, to: agency.id };
      return node('Name', 'name:x', { properties: { value }, links: [link, link] });
    };
    await write(graph, record('one', agency, name('X')));
    await write(graph, record('one', agency, name('Y')));
    const [row] = await graph.read<{ count: number }>('MATCH (:Name)-[link:NAME_OF]->() RETURN count(link) AS count');
    expect(row?.count).toBe(1);
  });

  describe('with a newer version of a record', () => {
    it('replaces what the record said and leaves what others said', async () => {
      const said = (text: string) => ({ ...agency, statements: [statement(text)] });
      await write(graph, record('one', said('old')), record('two', said('of another')));
      await write(graph, record('one', said('new')));
      expect(await statementsFor(agency.id)).toEqual(['new', 'of another']);
      expect(await propertiesOf(agency.id)).toMatchObject({
        isPhantom: false,
        statementIds: [expect.any(String), expect.any(String)],
      });
    });

    it('takes a relation away with its last statement, and not before', async () => {
      await write(
        graph,
        record('base', country, agency),
        record('one', belongs),
        record('two', { ...belongs, statements: [statement('too')] }),
      );
      await retract(graph, record('one'));
      expect(await edgeOf(belongs.id)).toMatchObject({ statementIds: [expect.any(String)], basis: 'DECLARED' });
      await retract(graph, record('two'));
      expect(await edgeOf(belongs.id)).toBeNull();
      expect(await statementsFor(belongs.id)).toEqual([]);
    });

    it('takes a record away with its last statement, with its names and codes', async () => {
      const name = node('Name', 'name:x', {
        properties: { value: 'X', folded: 'x' },
        links: [{ type: 'NAME_OF', to: agency.id }],
      });
      const code = node('Identifier', 'identifier:IATI|X', {
        properties: { scheme: 'IATI', value: 'X' },
        links: [{ type: 'IDENTIFIES', to: agency.id }],
      });
      const kept = record('kept', country);
      await write(graph, kept);
      const before = await graphLines(graph);
      await write(graph, record('one', agency, name, code, belongs));
      await retract(graph, record('one'));
      expect((await graphLines(graph)).filter((line) => !line.startsWith('(Record'))).toEqual(
        before.filter((line) => !line.startsWith('(Record')),
      );
    });

    it('takes a figure away with its last statement, for nothing but the figure itself names its subject', async () => {
      const measure = node('Measure', 'measure:m');
      const figure = node('Figure', 'figure:f', {
        properties: { value: '1', unit: 'USD', subjectId: country.id, measureId: measure.id },
        links: [
          { type: 'ABOUT', to: country.id },
          { type: 'MEASURES', to: measure.id },
        ],
      });
      await write(graph, record('base', country, measure), record('one', figure));
      await retract(graph, record('one'));
      expect(await propertiesOf(figure.id)).toBeNull();
      expect(await propertiesOf(country.id)).not.toBeNull();
    });

    it('gives the fact the strongest basis of what is left', async () => {
      const on = (basis: 'DECLARED' | 'CURATED' | 'INFERRED') => ({
        ...agency,
        statements: [statement(basis, { basis })],
      });
      await write(graph, record('one', on('DECLARED')), record('two', on('INFERRED')), record('three', on('CURATED')));
      const bases = [];
      for (const id of ['one', 'three']) {
        bases.push((await propertiesOf(agency.id))?.basis);
        await retract(graph, record(id));
      }
      expect([...bases, (await propertiesOf(agency.id))?.basis]).toEqual(['DECLARED', 'CURATED', 'INFERRED']);
    });

    it('keeps the id of an activity whose kind is corrected, with all that names it', async () => {
      await write(graph, record('one', agency, project, takesPart));
      const corrected = node('Edition', project.id, { properties: { name: 'An edition', year: 2025 } });
      await write(graph, record('one', agency, corrected, takesPart));
      expect(await propertiesOf(project.id)).toMatchObject({
        labels: ['Activity', 'Edition', 'Entity'],
        name: 'An edition',
        year: 2025,
      });
      expect(await edgeOf(takesPart.id)).toMatchObject({ role: 'FUNDING' });
      const [row] = await graph.read<{ count: number }>('MATCH (n {id: $id}) RETURN count(n) AS count', {
        id: project.id,
      });
      expect(row?.count).toBe(1);
    });

    it('drops properties that the record no longer gives', async () => {
      await write(graph, record('one', { ...agency, properties: { name: 'A', acronym: 'AG' } }));
      await write(graph, record('one', { ...agency, properties: { name: 'A', acronym: null } }));
      expect(await propertiesOf(agency.id)).not.toHaveProperty('acronym');
    });
  });

  describe('of what is only referred to', () => {
    const named = reference('Organisation', 'organisation:named', {
      properties: { name: 'As it was named', kind: 'OTHER' },
    });
    const full = node('Organisation', named.id, { properties: { name: 'Its full name', kind: 'UN_BODY' } });
    const role = edge('PARTICIPATES_IN', named.id, project.id, { role: 'IMPLEMENTING' });

    it('keeps a phantom while a relation names it, and no longer', async () => {
      await write(
        graph,
        record('one', project, named, role),
        record('two', { ...role, statements: [statement('too')] }),
      );
      expect(await propertiesOf(named.id)).toMatchObject({ isPhantom: true, name: 'As it was named' });
      await retract(graph, record('one'));
      expect(await propertiesOf(named.id)).toMatchObject({ isPhantom: true });
      await retract(graph, record('two'));
      expect(await propertiesOf(named.id)).toBeNull();
      expect(await propertiesOf(project.id)).toBeNull();
    });

    it('takes a phantom away with the transaction that alone named it', async () => {
      const transaction = node('Transaction', 'transaction:t', {
        properties: { type: 'DISBURSEMENT', amount: '1', currency: 'USD' },
        links: [
          { type: 'MADE_IN', to: project.id },
          { type: 'PROVIDED_BY', to: named.id },
        ],
      });
      await write(graph, record('base', project), record('one', named, transaction));
      expect(await propertiesOf(named.id)).toMatchObject({ isPhantom: true });
      await retract(graph, record('one'));
      expect(await propertiesOf(transaction.id)).toBeNull();
      expect(await propertiesOf(named.id)).toBeNull();
    });

    it('takes a phantom away that a transaction no longer names', async () => {
      const providedBy = (...to: string[]) =>
        node('Transaction', 'transaction:t', {
          properties: { type: 'DISBURSEMENT', amount: '1', currency: 'USD' },
          links: [{ type: 'MADE_IN', to: project.id }, ...to.map((id) => ({ type: 'PROVIDED_BY' as const, to: id }))],
        });
      await write(graph, record('one', project, named, providedBy(named.id)));
      await write(graph, record('one', project, providedBy()));
      expect(await propertiesOf(named.id)).toBeNull();
      expect(await propertiesOf(project.id)).not.toBeNull();
    });

    it('leaves a full record as it is', async () => {
      await write(graph, record('full', full));
      const before = await propertiesOf(full.id);
      await write(graph, record('one', project, named, role));
      expect(await propertiesOf(full.id)).toEqual(before);
      expect(await statementsFor(full.id)).toEqual([`${full.id} exists`]);
    });

    it('is made whole by a full record that comes later', async () => {
      await write(graph, record('one', project, named, role));
      await write(graph, record('full', full));
      expect(await propertiesOf(full.id)).toMatchObject({ isPhantom: false, name: 'Its full name', kind: 'UN_BODY' });
    });

    it('makes a phantom again of a full record that is taken back while a relation names it', async () => {
      await write(graph, record('full', full), record('one', project, named, role));
      await retract(graph, record('full'));
      expect(await propertiesOf(full.id)).toMatchObject({ isPhantom: true });
      expect(await edgeOf(role.id)).not.toBeNull();
    });
  });

  describe('as one transaction', () => {
    it('refuses a relation whose end is missing, and says which', async () => {
      const before = await graphLines(graph);
      const writing = write(graph, record('one', agency, edge('BELONGS_TO', agency.id, 'country:ZZ')));
      await expect(writing).rejects.toThrow(
        new DomainError('InvalidInput', 'BELONGS_TO: not in the graph: country:ZZ'),
      );
      expect(await graphLines(graph)).toEqual(before);
    });

    it('refuses a relation whose end is of another kind', async () => {
      await expect(
        write(graph, record('one', agency, country, edge('BELONGS_TO', country.id, agency.id))),
      ).rejects.toThrow(/another kind/);
      expect(await propertiesOf(agency.id)).toBeNull();
    });

    it('leaves nothing of a batch of which one record fails', async () => {
      await write(graph, record('before', country));
      const before = await graphLines(graph);
      const state = await readGraphState(graph);
      const records = [record('fine', project), record('worse', agency, edge('BELONGS_TO', agency.id, 'country:ZZ'))];
      await expect(write(graph, ...records)).rejects.toThrow();
      expect(await graphLines(graph)).toEqual(before);
      expect(await readGraphState(graph)).toEqual(state);
      expect((await write(graph, record('fine', project))).written).toBe(1);
    });

    it('comes to the same graph with two writers at once as with one after the other', async () => {
      const records = Array.from({ length: 20 }, (_, index) =>
        record(
          `r${index}`,
          country,
          reference('Organisation', `organisation:${index % 5}`),
          node('Project', `activity:${index}`),
          edge('PARTICIPATES_IN', `organisation:${index % 5}`, `activity:${index}`, { role: 'FUNDING' }),
        ),
      );
      const [half, otherHalf] = [records.slice(0, 12), records.slice(8)];
      await write(graph, ...half);
      await write(graph, ...otherHalf);
      const wanted = await factsOf(graph);

      await emptyGraph(graph);
      const results = await Promise.all([
        write(graph, ...half),
        write(graph, ...otherHalf),
        write(graph, ...half),
        write(graph, ...otherHalf),
      ]);
      expect(await factsOf(graph)).toEqual(wanted);
      expect(results.reduce((sum, { written }) => sum + written, 0)).toBe(records.length);
    });

    it('moves the version with each change', async () => {
      const versions = [];
      for (const text of ['a', 'b', 'c']) {
        await write(graph, record('one', { ...agency, statements: [statement(text)] }));
        versions.push(Number((await readGraphState(graph)).version));
      }
      expect(versions).toEqual([1, 2, 3]);
      expect((await readGraphState(graph)).changedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
    });
  });

  it('gives a relation the same id whoever writes it', () => {
    expect(takesPart.id).toBe(edgeId('PARTICIPATES_IN', agency.id, project.id, 'FUNDING'));
  });
});

/** The graph without who was the first to name a reference, which depends on who came first. */
async function factsOf(graph: Graph): Promise<string[]> {
  const lines = await graphLines(graph);
  return lines
    .filter((line) => !line.includes('Statement') && !line.includes('FROM'))
    .map((line) => line.replace(/statementIds=\[[^\]]*\]/, ''));
}
