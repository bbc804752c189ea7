import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fact } from '../../src/domain/fact.ts';
import { nameNode } from '../../src/domain/name-node.ts';
import type { Source } from '../../src/domain/source.ts';
import { beginImport } from '../../src/graph/imports/begin-import.ts';
import { endImport } from '../../src/graph/imports/end-import.ts';
import { findLastImport } from '../../src/graph/imports/find-last-import.ts';
import { listImports } from '../../src/graph/imports/list-imports.ts';
import { undoImport } from '../../src/graph/imports/undo-import.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { readGraphState } from '../../src/graph/queries/graph-state.ts';
import { writeRecords } from '../../src/graph/write/write-records.ts';
import { graphLines } from '../support/graph-digest.ts';
import { emptyGraph, openTestGraph } from '../support/seeded-graph.ts';
import { edge, node, reference, TEST_SOURCE } from '../support/test-records.ts';

const A: Source = { ...TEST_SOURCE, id: 'source:iati-a', title: 'a.xml' };
const B: Source = { ...TEST_SOURCE, id: 'source:iati-b', title: 'b.xml' };
const ENDED = { status: 'COMPLETE', milliseconds: 1, read: 1, written: 0, replaced: 0, problems: {} } as const;
const ORGANISATION = 'organisation:XX-1';

const name = (value: string) =>
  reference('Name', '', { ...nameNode(ORGANISATION, { value, language: 'en', kind: 'ALIAS' }) });
const code = reference('Identifier', 'identifier:ORG_ID|XX-1', {
  properties: { scheme: 'ORG_ID', value: 'XX-1' },
  links: [{ type: 'IDENTIFIES', to: ORGANISATION }],
});

/** An activity of a file that names an organisation in these words. */
function activity(key: string, ...names: string[]): { readonly id: string; readonly facts: Fact[] } {
  const [first = ORGANISATION] = names;
  return {
    id: `iati:${key}`,
    facts: [
      node('Project', `activity:${key}`),
      reference('Organisation', ORGANISATION, { properties: { name: first, kind: 'NGO' } }),
      ...names.map(name),
      code,
      edge('PARTICIPATES_IN', ORGANISATION, `activity:${key}`, { role: 'FUNDING' }),
    ],
  };
}

describe('an import that is taken back', () => {
  let graph: Graph;

  beforeAll(async () => {
    graph = await openTestGraph();
  });
  beforeEach(() => emptyGraph(graph));
  afterAll(() => graph?.close());

  async function importFile(source: Source, ...records: { id: string; facts: Fact[] }[]) {
    const cited = records.map(({ id, facts }) => ({
      id,
      facts: facts.map((fact) => ({
        ...fact,
        statements: fact.statements.map((one) => ({ ...one, sourceId: source.id })),
      })),
    }));
    await beginImport(graph, source.title, source);
    return writeRecords(graph, { sources: [source], records: cited });
  }
  const facts = async () => (await graphLines(graph)).filter((line) => !line.startsWith('(Import '));
  const undo = async (id: string) => (await undoImport(graph, id)).records;

  it('leaves the graph as if it had never been, whichever of two files that share an organisation it was', async () => {
    const first = [activity('1', 'One name', 'Shared name'), activity('2', 'One name')];
    const second = [activity('3', 'Another name', 'Shared name')];
    await importFile(B, ...second);
    const onlySecond = await facts();
    await emptyGraph(graph);
    await importFile(A, ...first);
    const onlyFirst = await facts();

    await importFile(B, ...second);
    expect(await undo('iati-b')).toBe(1);
    expect(await facts()).toEqual(onlyFirst);

    await importFile(B, ...second);
    expect(await undo('iati-a')).toBe(2);
    // Who refers to an organisation does not describe it: which file was the first to do so is no fact.
    const known = (lines: string[]) =>
      lines.filter((line) => !line.includes('id="organisation:') && !line.includes('is named'));
    const withoutFrom = (lines: string[]) => known(lines).filter((line) => !line.includes('-[FROM'));
    expect(withoutFrom(await facts())).toEqual(withoutFrom(onlySecond));
    expect(
      await graph.read(`MATCH (o:Organisation) RETURN o.name AS name, o.kind AS kind, o.isPhantom AS isPhantom`),
    ).toEqual([{ name: 'Another name', kind: 'NGO', isPhantom: true }]);
  });

  it('leaves nothing at all of the only file', async () => {
    await importFile(A, activity('1', 'One name'), activity('2', 'Other name'));
    await undo('iati-a');
    expect(await facts()).toEqual([]);
    expect(await listImports(graph)).toMatchObject([{ id: 'iati-a', status: 'UNDONE', held: 0 }]);
  });

  it('leaves what a newer file said of the same records, and says how many it had replaced', async () => {
    await importFile(A, activity('1', 'One name'), activity('2', 'One name'));
    expect((await importFile(B, activity('1', 'Newer name'))).replaced).toBe(1);
    const names = 'MATCH (n:Name) RETURN n.value AS name ORDER BY name';
    expect(await undo('iati-a')).toBe(1);
    expect(await graph.read(names)).toEqual([{ name: 'Newer name' }]);
    expect(await graph.read('MATCH (p:Project) RETURN p.id AS id')).toEqual([{ id: 'activity:1' }]);
  });

  it('leaves what a curator said, even of the file itself', async () => {
    await importFile(A, activity('1', 'One name'));
    const said = edge('PARTICIPATES_IN', ORGANISATION, 'activity:1', { role: 'FUNDING' });
    const cited = said.statements.map((one) => ({ ...one, sourceId: A.id, basis: 'CURATED' as const }));
    await writeRecords(graph, {
      sources: [A],
      records: [{ id: 'curation:1', facts: [{ ...said, statements: cited }] }],
    });
    await undo('iati-a');
    const rows = await graph.read(
      'MATCH (o)-[r:PARTICIPATES_IN]->(p) RETURN o.id AS actor, r.basis AS basis, p.isPhantom AS isPhantom',
    );
    expect(rows).toEqual([{ actor: ORGANISATION, basis: 'CURATED', isPhantom: true }]);
  });

  it('gives a fact back to who states it too, as that one states it', async () => {
    const described = (name: string, more: object) =>
      node('Organisation', ORGANISATION, { properties: { name, ...more } });
    const role = (percentage: number) => {
      const properties = { role: 'FUNDING', percentage };
      return { ...edge('PARTICIPATES_IN', ORGANISATION, 'activity:1', { role: 'FUNDING' }), properties };
    };
    const one = { id: 'own:1', facts: [node('Project', 'activity:1'), described('A', { kind: 'NGO' }), role(70)] };
    const other = (id: string, name: string, percentage: number) => ({
      id,
      facts: [described(name, {}), role(percentage)],
    });
    await importFile(A, one);
    const before = await facts();
    await importFile(B, other('file:1', 'Another', 30), other('file:2', 'A third', 20));
    expect(await graph.read('MATCH (o:Organisation)-[r]->() RETURN o.name AS name, r.percentage AS share')).toEqual([
      { name: 'A third', share: 20 },
    ]);
    await undo('iati-b');
    const versionless = (lines: string[]) => lines.filter((line) => !line.startsWith('(FactVersion'));
    expect(versionless(await facts())).toEqual(before);
  });

  it('goes on where it was interrupted', async () => {
    await importFile(A, ...Array.from({ length: 300 }, (_, index) => activity(String(index), `Name ${index % 7}`)));
    const interrupted = undoImport(graph, 'iati-a', () => {
      throw new Error('killed');
    });
    await expect(interrupted).rejects.toThrow('killed');
    expect(await listImports(graph)).toMatchObject([{ status: 'UNDOING', held: 50 }]);
    expect(await undo('iati-a')).toBe(50);
    expect(await facts()).toEqual([]);
  });

  it('stops between batches when it is told to, and goes on later', async () => {
    await importFile(A, ...Array.from({ length: 300 }, (_, index) => activity(String(index), 'One name')));
    const stop = new AbortController();
    const stopped = await undoImport(graph, 'iati-a', () => stop.abort(), stop.signal);
    expect(stopped).toEqual({ records: 250, isStopped: true });
    expect(await listImports(graph)).toMatchObject([{ status: 'UNDOING', held: 50 }]);
    expect(await undoImport(graph, 'iati-a')).toEqual({ records: 50, isStopped: false });
    expect(await facts()).toEqual([]);
  });

  it('is not what replaced records when it is read once more', async () => {
    await importFile(A, activity('1', 'One name'));
    await endImport(graph, A.id, { ...ENDED, written: 1, replaced: 7 });
    await undo('iati-a');
    expect(await listImports(graph)).toMatchObject([{ status: 'UNDONE', replaced: 0 }]);
  });

  it('is told of as the last import as long as the version of the graph holds', async () => {
    const shown = async () => [(await readGraphState(graph)).version, await findLastImport(graph)] as const;
    await importFile(A, activity('1', 'One name'));
    expect((await shown())[1]).toBeNull();
    await endImport(graph, A.id, { ...ENDED, written: 1 });
    const ended = await shown();
    expect(ended[1]).toMatchObject({ id: 'iati-a', file: 'a.xml', status: 'COMPLETE' });
    await beginImport(graph, 'renamed.xml', A);
    expect(await shown()).toEqual(ended);
    await endImport(graph, A.id, { ...ENDED, status: 'STOPPED' });
    expect(await shown()).toEqual(ended);
    await undo('iati-a');
    const [version, last] = await shown();
    expect(version).not.toBe(ended[0]);
    expect(last).toBeNull();
  });
});
