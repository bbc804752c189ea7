import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { type CurationApi, curated, startCurationApi } from '../../support/curation-api.ts';
import { graphLines } from '../../support/graph-digest.ts';
import { openTestGraph } from '../../support/seeded-graph.ts';
import { edge, node, record, statement, write } from '../../support/test-records.ts';
import { importVillages, openVillages, triangle, VILLAGES } from '../../support/villages.ts';

const { WATER, JAPAN, INSTITUTE, SAME_INSTITUTE } = VILLAGES;
const reasoning = 'as the register says';

describe('decisions on the same thing', () => {
  let graph: Graph;
  let api: CurationApi;
  beforeAll(async () => {
    graph = await openTestGraph();
    api = await startCurationApi(graph);
  });
  beforeEach(() => openVillages(graph));
  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  const facts = async () =>
    (await graphLines(graph)).filter((line) => !/^\((AuditEvent|Retraction|Record|Source|Entity:Source)\b/.test(line));
  const textsOn = async (id: string) => {
    const rows = await graph.read<{ id: string; text: string }>(
      'MATCH (s:Statement {factId: $id}) RETURN s.id AS id, coalesce(s.text, s.locator) AS text ORDER BY text',
      { id },
    );
    return new Map(rows.map((row) => [row.text, row.id]));
  };
  const undo = (decision: string) => api.decide('undoDecision', { decision, reasoning }, 'subject');

  it('retract one of the statements of a record, and leave the others of the same record', async () => {
    const tie = edge('TIED_TO', 'country:KZ', 'country:JP', {
      properties: { kind: 'COOPERATES_WITH', status: 'CURRENT' },
      statements: [statement('The ministers met.'), statement('They signed.')],
    });
    await write(graph, record('tie', tie));
    const first = (await textsOn(tie.id)).get('The ministers met.');
    const { decision } = await api.decide('retractStatement', { statement: first, reasoning });
    expect([...(await textsOn(tie.id)).keys()]).toEqual(['They signed.']);
    const newer = { ...tie, properties: { ...tie.properties, note: 'newer' } };
    await write(graph, record('tie', newer));
    expect([...(await textsOn(tie.id)).keys()]).toEqual(['They signed.']);
    await undo(decision);
    await write(graph, record('tie', newer));
    expect([...(await textsOn(tie.id)).keys()]).toEqual(['The ministers met.', 'They signed.']);
  });

  it('retract what describes a record: it is only referred to then, until that is undone', async () => {
    const before = await facts();
    const [own] = (await textsOn(WATER)).values();
    const ask = async () => {
      const { data } = await api.askAs(null, `{ project(id: "${WATER}") { isPhantom start organisations { id } } }`);
      return data.project;
    };
    const { decision } = await api.decide('retractStatement', { statement: own, reasoning });
    expect(await ask()).toMatchObject({ isPhantom: true, start: null, organisations: [{}, {}, {}] });
    await undo(decision);
    expect(await facts()).toEqual(before);
    await api.decide('retractStatement', { statement: own, reasoning });
    await importVillages(graph, 'curated-2.xml');
    expect(await ask()).toMatchObject({ isPhantom: true, start: null, organisations: [{}, {}, {}] });
  });

  it('take a relation from everybody who states it, and let a curator state it again', async () => {
    const relation = { type: 'PARTICIPATES_IN', from: SAME_INSTITUTE, to: WATER, role: 'IMPLEMENTING' };
    const support = { relation, evidence: curated('It was there.') };
    const added = await api.decide('addStatement', support, 'fact');
    const { fact } = added;
    const retracted = await api.decide('retractFact', { fact, reasoning }, 'fact');
    expect(retracted).toMatchObject({ fact, event: { action: 'FACT_RETRACTED' }, problems: [] });
    expect((await textsOn(fact)).size).toBe(0);
    const { data } = await api.askAs(
      ['CURATOR'],
      `{ auditEvents(filter: {decision: "${added.decision}"}) { edges { node { action } } } }`,
    );
    expect(data.auditEvents.edges.map(({ node: event }: { node: { action: string } }) => event.action)).toEqual([
      'DECISION_UNDONE',
      'STATEMENT_ADDED',
    ]);
    expect((await api.decide('retractFact', { fact, reasoning })).wasDoneBefore).toBe(true);

    const again = await api.decide('addStatement', support, 'fact');
    expect(again).toMatchObject({ wasDoneBefore: false, decision: added.decision });
    await importVillages(graph, 'curated-2.xml');
    expect([...(await textsOn(fact)).keys()]).toEqual(['It was there.']);
    await api.decide('retractFact', { fact, reasoning });
    expect((await textsOn(fact)).size).toBe(0);
    await undo(retracted.decision);
    await importVillages(graph, 'curated-1.xml');
    expect((await textsOn(fact)).size).toBe(1);
  });

  it('merge two organisations once, and split them without a trace', async () => {
    const before = await facts();
    const input = { from: SAME_INSTITUTE, into: INSTITUTE, reasoning };
    const merged = await api.decide('mergeOrganisations', input, 'organisation { id identifiers(limit: 9) { value } }');
    expect(merged).toMatchObject({ problems: [], organisation: { id: INSTITUTE } });
    expect(merged.organisation.identifiers).toHaveLength(2);
    expect((await api.decide('mergeOrganisations', input)).wasDoneBefore).toBe(true);
    const other = await api.decide('mergeOrganisations', { from: SAME_INSTITUTE, into: JAPAN, reasoning });
    expect(other.problems).toMatchObject([{ code: 'CONFLICT', path: ['input', 'from'], suggestions: [INSTITUTE] }]);
    const named = await api.decide('addName', {
      entity: SAME_INSTITUTE,
      value: 'X',
      kind: 'ACRONYM',
      evidence: curated('Its sign.'),
    });
    expect(named.problems).toMatchObject([{ code: 'NOT_FOUND', suggestions: [INSTITUTE] }]);
    const split = { decision: merged.decision, reasoning: 'Two addresses.' };
    expect(await api.decide('splitOrganisations', split, 'organisation { id }')).toMatchObject({
      organisation: { id: INSTITUTE },
      event: { action: 'ORGANISATIONS_SPLIT' },
    });
    expect((await api.decide('splitOrganisations', split)).wasDoneBefore).toBe(true);
    expect(await facts()).toEqual(before);
  });

  it('record one arrangement, when two describe it at the same time in different words', async () => {
    const plays = (triangle() as { plays: { actor: string }[] }).plays.map((play) =>
      play.actor === INSTITUTE ? { ...play, actor: 'country:KZ' } : play,
    );
    const inputs = ['Water together', 'Су жобасы'].map((name) => triangle({ name, plays }));
    const answers = await Promise.all(
      inputs.map((input, index) => api.decide('recordArrangement', input, 'arrangement { name }', `curator ${index}`)),
    );
    const [made, refused] = answers.toSorted((one) => (one.arrangement ? -1 : 1));
    expect(made.problems).toEqual([]);
    expect(refused.problems).toMatchObject([{ code: 'CONFLICT', path: ['input'] }]);
    const { data } = await api.askAs(null, '{ trilateralChains { totalCount edges { node { name } } } }');
    expect(data.trilateralChains).toEqual({ totalCount: 1, edges: [{ node: { name: made.arrangement.name } }] });
  });

  it('refuse to make one of two without whom an arrangement is not triangular', async () => {
    for (const [id, country] of [
      [INSTITUTE, 'country:KZ'],
      [SAME_INSTITUTE, 'country:UZ'],
    ]) {
      const relation = { type: 'BELONGS_TO', from: id, to: country };
      await api.decide('addStatement', { relation, evidence: curated('Its charter.') });
    }
    const { plays } = triangle() as { plays: { actor: string; role: string }[] };
    const others = plays.map((play) => (play.role === 'BENEFICIARY' ? { ...play, actor: SAME_INSTITUTE } : play));
    const made = await api.decide('recordArrangement', triangle({ plays: others }), 'arrangement { id }');
    const input = { from: SAME_INSTITUTE, into: INSTITUTE, reasoning };
    const { problems } = await api.decide('mergeOrganisations', input);
    expect(problems).toMatchObject([
      { code: 'NOT_TRIANGULAR', path: ['input', 'from'], suggestions: [made.arrangement.id] },
    ]);
    await undo(made.decision);
    expect((await api.decide('mergeOrganisations', input)).problems).toEqual([]);
  });

  it('take back neither a part of an arrangement, nor a statement of it', async () => {
    const plays = (triangle() as { plays: { actor: string }[] }).plays.map((play) =>
      play.actor === INSTITUTE ? { ...play, actor: 'country:KZ' } : play,
    );
    const { decision, arrangement } = await api.decide('recordArrangement', triangle({ plays }), 'arrangement { id }');
    const role = `plays:country:KZ|PIVOTAL|${arrangement.id}`;
    const [stated] = (await textsOn(role)).values();
    const one = await api.decide('retractStatement', { statement: stated, reasoning });
    const all = await api.decide('retractFact', { fact: role, reasoning });
    for (const { problems } of [one, all])
      expect(problems).toMatchObject([{ code: 'CONFLICT', suggestions: [decision] }]);
    const more = await api.decide('addStatement', { fact: role, evidence: curated('And they taught for a week.') });
    expect(more.problems).toEqual([]);
    expect((await textsOn(role)).size).toBe(2);
  });

  it('keep a name or code of what no file speaks of any more, until it is undone', async () => {
    const roads = 'activity:XX-TEST-1-roads';
    const evidence = curated('So on the sign.');
    const name = { value: 'Жол', language: 'kk', kind: 'OFFICIAL', evidence };
    const named = await api.decide('addName', { entity: roads, ...name });
    const code = { scheme: 'DAC_AGENCY', value: '613-1', evidence };
    await api.decide('addIdentifier', { entity: SAME_INSTITUTE, ...code });
    for (const activity of ['roads', 'water']) await write(graph, { id: `iati:XX-TEST-1-${activity}`, facts: [] });
    const ask = async () => {
      const { data } = await api.askAs(
        null,
        `{ project(id: "${roads}") { isPhantom nameKk names(limit: 5) { value } } entity(identifier: {value: "613-1"}) { id } }`,
      );
      return data;
    };
    expect(await ask()).toEqual({
      project: { isPhantom: true, nameKk: 'Жол', names: [{ value: 'Жол' }] },
      entity: { id: SAME_INSTITUTE },
    });
    await importVillages(graph, 'curated-1.xml');
    expect((await ask()).project).toMatchObject({ isPhantom: false, names: [{}, {}] });
    for (const activity of ['roads', 'water']) await write(graph, { id: `iati:XX-TEST-1-${activity}`, facts: [] });
    await undo(named.decision);
    expect((await ask()).project).toBeNull();
  });

  it('undo a retraction of what a file said that was taken out since: nothing returns, and nothing fails', async () => {
    const [name] = await graph.read<{ id: string }>("MATCH (n:Name {value: 'Hydrology Institute'}) RETURN n.id AS id");
    const { decision } = await api.decide('retractFact', { fact: name?.id, reasoning });
    await graph.administer("MATCH (s:Source) WHERE s.id STARTS WITH 'source:iati-' DETACH DELETE s");
    expect(await undo(decision)).toMatchObject({ problems: [], wasDoneBefore: false });
    expect((await textsOn(name?.id ?? '')).size).toBe(0);
  });

  it('are seen at once: by the next field of the same request, and by those who were answered before', async () => {
    const question = `{ organisation(id: "${INSTITUTE}") { names(limit: 9) { value } country { id } } }`;
    const before = (await api.askAs(null, question)).data;
    expect(before.organisation.country).toBeNull();
    const input = {
      relation: { type: 'BELONGS_TO', from: INSTITUTE, to: 'country:KZ' },
      evidence: curated('Its charter.'),
    };
    const document = `mutation ($state: AddStatementInput!, $record: RecordArrangementInput!) {
      first: recordArrangement(input: $record) { problems { code } arrangement { id } }
      state: addStatement(input: $state) { problems { code } }
      second: recordArrangement(input: $record) { problems { code } arrangement { chain { actors { country { id } } } } } }`;
    const { data } = await api.askAs(['CURATOR'], document, { state: input, record: triangle() });
    expect(data.first).toMatchObject({ arrangement: null, problems: [{ code: 'NOT_TRIANGULAR' }] });
    expect(
      data.second.arrangement.chain.actors.map(({ country }: { country: { id: string } }) => country.id).sort(),
    ).toEqual(['country:JP', 'country:KZ', 'country:TJ']);
    expect((await api.askAs(null, question)).data.organisation.country).toEqual({ id: 'country:KZ' });
  });

  it('need no more than the graph: a record that tests wrote is curated as well as one of a file', async () => {
    await write(
      graph,
      record(
        'uzbek',
        node('Organisation', 'organisation:uz', { properties: { name: 'Agency', kind: 'NATIONAL_AGENCY' } }),
      ),
    );
    const evidence = { source: 'source:of-the-tests', locator: 'line 1', says: 'It is.', basis: 'DECLARED' };
    const { problems, event } = await api.decide('addStatement', { fact: 'organisation:uz', evidence });
    expect([problems, event.reasoning]).toEqual([[], null]);
  });
});
