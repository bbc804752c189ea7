import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { type CurationApi, curated, startCurationApi } from '../../support/curation-api.ts';
import { graphLines } from '../../support/graph-digest.ts';
import { openTestGraph } from '../../support/seeded-graph.ts';
import { importVillages, openVillages, triangle, VILLAGES } from '../../support/villages.ts';

const { WATER, JAPAN, INSTITUTE, SAME_INSTITUTE } = VILLAGES;
const SEVEN = `participates-in:${INSTITUTE}|IMPLEMENTING|${WATER}`;

describe('what a curator decides', () => {
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

  const isThere = async (id: string) => {
    const rows = await graph.read(
      'OPTIONAL MATCH (n {id: $id}) OPTIONAL MATCH ()-[r {id: $id}]->() WITH coalesce(n, r) AS x WHERE x IS NOT NULL RETURN x.id AS id',
      { id },
    );
    return rows.length > 0;
  };
  const statementsOn = async (id: string) => {
    const rows = await graph.read<{ id: string; recordId: string }>(
      'MATCH (s:Statement {factId: $id}) RETURN s.id AS id, s.recordId AS recordId ORDER BY s.recordId',
      { id },
    );
    return rows;
  };
  /** All that is in the graph but what tells of the decisions themselves. */
  const facts = async () =>
    (await graphLines(graph)).filter((line) => !/^\((AuditEvent|Retraction|Record|Source|Entity:Source)\b/.test(line));
  const undo = (decision: string) => api.decide('undoDecision', { decision, reasoning: 'a mistake' }, 'subject');
  const namesOf = async (id: string): Promise<string[]> => {
    const { data } = await api.askAs(null, `{ organisation(id: "${id}") { names(limit: 50) { value } } }`);
    return data.organisation.names.map(({ value }: { value: string }) => value).sort();
  };

  it('supports a relation that a file brought, and is taken back without a trace in the facts', async () => {
    const before = await facts();
    const payload = await api.decide(
      'addStatement',
      { fact: SEVEN, evidence: curated('The institute dug the wells.') },
      'fact statement { text basis source { title licence } }',
    );
    expect(payload).toMatchObject({
      fact: SEVEN,
      wasDoneBefore: false,
      problems: [],
      statement: { text: 'The institute dug the wells.', basis: 'CURATED', source: { title: 'Annual report' } },
      event: { by: 'aigerim', action: 'STATEMENT_ADDED', subject: SEVEN },
    });
    expect(await statementsOn(SEVEN)).toHaveLength(2);
    expect(await undo(payload.decision)).toMatchObject({ subject: SEVEN, wasDoneBefore: false, problems: [] });
    expect(await facts()).toEqual(before);
  });

  it('states a new relation, of which the statement is all there is', async () => {
    const relation = { type: 'PARTICIPATES_IN', from: 'country:KZ', to: WATER, role: 'PARTNER', since: '2024' };
    const { fact } = await api.decide('addStatement', { relation, evidence: curated('Kazakhstan took part.') }, 'fact');
    expect(fact).toBe(`participates-in:country:KZ|PARTNER|${WATER}`);
    const { data } = await api.askAs(
      null,
      `{ activity(id: "${WATER}") { participations(roles: [PARTNER]) { edges { node { since basis actor { id } } } } } }`,
    );
    expect(data.activity.participations.edges).toEqual([
      { node: { since: '2024', basis: 'CURATED', actor: { id: 'country:KZ' } } },
    ]);
    const [own] = await statementsOn(fact);
    const retracted = await api.decide(
      'retractStatement',
      { statement: own?.id, reasoning: 'It was Uzbekistan.' },
      'fact isStillSupported',
    );
    expect(retracted).toMatchObject({ fact, isStillSupported: false, event: { action: 'DECISION_UNDONE' } });
    expect(await isThere(fact)).toBe(false);
  });

  it('retracts what a file states, so that the same and a newer file do not bring it back, until that is undone', async () => {
    const before = await facts();
    const [imported] = await statementsOn(SEVEN);
    const input = { statement: imported?.id, reasoning: 'The institute says that it was not there.' };
    const { decision } = await api.decide('retractStatement', input);
    expect(await isThere(SEVEN)).toBe(false);
    expect(await api.decide('retractStatement', input, 'fact')).toMatchObject({
      wasDoneBefore: true,
      decision,
      fact: SEVEN,
    });

    await graph.administer("MATCH (r:Record) SET r.digest = 'of an older program'");
    await importVillages(graph, 'curated-1.xml');
    expect(await isThere(SEVEN)).toBe(false);
    await graph.administer('MATCH (r:Retraction) SET r.seen = true REMOVE r.seen');
    await undo(decision);
    expect(await facts()).toEqual(before);

    await api.decide('retractStatement', input);
    await importVillages(graph, 'curated-2.xml');
    expect(await isThere(SEVEN)).toBe(false);
    await undo(decision);
    expect(await isThere(SEVEN), 'the record has changed since').toBe(false);
    await importVillages(graph, 'curated-2.xml');
    expect(await isThere(SEVEN)).toBe(true);
  });

  it('keeps a wrong name away, whichever file brings it, and puts a right one in its place', async () => {
    const wrong = 'Hydrology Institute';
    const [name] = await graph.read<{ id: string }>('MATCH (n:Name {value: $wrong}) RETURN n.id AS id', { wrong });
    const right = { entity: SAME_INSTITUTE, value: 'Гидрология институты', language: 'kk', kind: 'OFFICIAL' };
    const input = { ...right, replaces: name?.id, evidence: curated('The seal of the institute.') };
    const payload = await api.decide('addName', input, 'name { value language script } entity { id }');
    expect(payload).toMatchObject({
      problems: [],
      name: { value: 'Гидрология институты', language: 'kk', script: 'CYRILLIC' },
      entity: { id: SAME_INSTITUTE },
    });
    expect(await namesOf(SAME_INSTITUTE)).toEqual(['Гидрология институты']);
    for (const file of ['curated-1.xml', 'curated-2.xml', 'curated-1.xml'] as const) {
      await importVillages(graph, file);
      expect(await namesOf(SAME_INSTITUTE), file).toEqual(['Гидрология институты']);
    }
    const { data } = await api.askAs(null, '{ search(text: "гидрология") { edges { node { entity { id } } } } }');
    expect(JSON.stringify(data)).toContain(SAME_INSTITUTE);
    await undo(payload.decision);
    expect(await namesOf(SAME_INSTITUTE)).toEqual([wrong]);
  });

  it('gives a code, by which files mean the record from then on', async () => {
    const code = {
      entity: INSTITUTE,
      scheme: 'ORG_ID',
      value: 'KZ-BIN-990140000001',
      evidence: curated('The register.'),
    };
    const { identifier } = await api.decide('addIdentifier', code, 'identifier { id scheme value }');
    expect(identifier).toMatchObject({ scheme: 'ORG_ID', value: 'KZ-BIN-990140000001' });
    const { data } = await api.askAs(null, '{ entity(identifier: {value: "KZ-BIN-990140000001"}) { id } }');
    expect(data.entity.id).toBe(INSTITUTE);
    const taken = await api.decide('addIdentifier', { ...code, entity: SAME_INSTITUTE });
    expect(taken.problems).toMatchObject([{ code: 'TAKEN', path: ['input', 'value'], suggestions: [INSTITUTE] }]);
  });

  it('records a triangular arrangement, which is a chain at once, and corrects it', async () => {
    await api.decide('addStatement', {
      relation: { type: 'BELONGS_TO', from: INSTITUTE, to: 'country:KZ' },
      evidence: curated('An institute of the Kazakh academy.'),
    });
    const input = triangle();
    const { arrangement, decision } = await api.decide(
      'recordArrangement',
      input,
      'arrangement { id chain { basis } }',
    );
    expect(arrangement.chain.basis).toBe('CURATED');
    const chains = `{ trilateralChains(filter: {pivotal: ["${INSTITUTE}"]}) { edges { node { id name basis activities { id }
      facilitating { actor { id } evidence { text } } } } } }`;
    const { data } = await api.askAs(null, chains);
    expect(data.trilateralChains.edges).toEqual([
      {
        node: {
          id: arrangement.id,
          name: 'Water together',
          basis: 'CURATED',
          activities: [{ id: WATER }],
          facilitating: [{ actor: { id: 'country:JP' }, evidence: [{ text: 'country:JP is FACILITATING' }] }],
        },
      },
    ]);
    const correction = { ...input, arrangement: arrangement.id, name: 'Water for all', reasoning: 'Its own name.' };
    const corrected = await api.decide('correctArrangement', correction, 'arrangement { id name }');
    expect(corrected).toMatchObject({ decision, arrangement: { id: arrangement.id, name: 'Water for all' } });
    expect((await api.decide('correctArrangement', correction)).wasDoneBefore).toBe(true);
    const again = await api.decide('recordArrangement', input);
    expect(again.problems).toMatchObject([{ code: 'CONFLICT', suggestions: [arrangement.id] }]);
    await undo(decision);
    expect((await api.askAs(null, chains)).data.trilateralChains.edges).toEqual([]);
    expect(await isThere(arrangement.id)).toBe(false);
  });

  it('stands, all of it, when a newer version of the file is imported', async () => {
    const roads = 'activity:XX-TEST-1-roads';
    await api.decide('mergeOrganisations', { from: SAME_INSTITUTE, into: INSTITUTE, reasoning: 'One address.' });
    await api.decide('addName', {
      entity: INSTITUTE,
      value: 'Гидрология институты',
      language: 'kk',
      kind: 'OFFICIAL',
      evidence: curated('Its seal.'),
    });
    await api.decide('addIdentifier', {
      entity: JAPAN,
      scheme: 'DAC_AGENCY',
      value: '701-99',
      evidence: curated('The list of the DAC.'),
    });
    await api.decide('addStatement', {
      relation: { type: 'BELONGS_TO', from: INSTITUTE, to: 'country:KZ' },
      evidence: curated('An institute of the academy.'),
    });
    await api.decide('addStatement', { fact: roads, evidence: curated('The road was opened.') });
    const { arrangement } = await api.decide('recordArrangement', triangle(), 'arrangement { id }');
    const recipient = `participates-in:country:TJ|BENEFICIARY|${roads}`;
    const [stated] = await statementsOn(recipient);
    await api.decide('retractStatement', { statement: stated?.id, reasoning: 'It was Uzbekistan.' });

    const standing = async () => {
      const { data } = await api.askAs(
        null,
        `{ entity(identifier: {value: "701-99"}) { id }
           organisation(id: "${INSTITUTE}") { isPhantom country { id } names(limit: 9) { value }
             participations(roles: [IMPLEMENTING]) { edges { node { activity { id } } } } }
           merged: organisation(id: "${SAME_INSTITUTE}") { id }
           arrangement(id: "${arrangement.id}") { name chain { basis actors { actor { id } } activities { id } } }
           roads: project(id: "${roads}") { basis isPhantom countries { id } } }`,
      );
      return data;
    };
    const before = await standing();
    expect(before).toMatchObject({
      merged: { id: INSTITUTE },
      organisation: { isPhantom: true, country: { id: 'country:KZ' } },
      roads: { countries: [] },
    });
    expect(before.organisation.participations.edges).toHaveLength(2);
    await importVillages(graph, 'curated-2.xml');
    await importVillages(graph, 'curated-1.xml');
    const after = await standing();
    expect(after).toEqual(before);
  });

  it('is taken once, however many send it at the same time', async () => {
    const input = { fact: SEVEN, evidence: curated('The institute dug the wells.') };
    const answers = await Promise.all(
      ['aigerim', 'bolat', 'aigerim', 'dana'].map((id) => api.decide('addStatement', input, 'fact', id)),
    );
    expect(answers.filter(({ wasDoneBefore }) => !wasDoneBefore)).toHaveLength(1);
    expect(new Set(answers.map(({ decision, event }) => `${decision} ${event.id}`)).size).toBe(1);
    expect(await statementsOn(SEVEN)).toHaveLength(2);
    const { data } = await api.askAs(['ADMIN'], '{ auditEvents { totalCount edges { node { id } } } }');
    expect(data.auditEvents).toMatchObject({ totalCount: 1, edges: [{ node: { id: 'event:000000000001' } }] });
  });
});
