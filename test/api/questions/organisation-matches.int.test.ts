import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NodeFact } from '../../../src/domain/fact.ts';
import { nameNode } from '../../../src/domain/name-node.ts';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { type Answer, type Api, nodesOf, startApi } from '../../support/api.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';
import { node, record, statement, write } from '../../support/test-records.ts';

const ASKED = 'organisation:test-asked';

function name(organisation: string, value: string): NodeFact {
  const { id, properties, links } = nameNode(organisation, { value, language: 'en', kind: 'OFFICIAL' });
  return { shape: 'node', label: 'Name', id, properties, links, statements: [statement(`it is called ${value}`)] };
}

function code(organisation: string, scheme: string, value: string): NodeFact {
  return node('Identifier', `identifier:${scheme}|${value}`, {
    properties: { scheme, value },
    links: [{ type: 'IDENTIFIES', to: organisation }],
  });
}

function organisation(key: string, called: string, ...codes: [scheme: string, value: string][]) {
  const id = `organisation:test-${key}`;
  const facts = [name(id, called), ...codes.map(([scheme, value]) => code(id, scheme, value))];
  return record(key, node('Organisation', id, { properties: { name: called, kind: 'OTHER' } }), ...facts);
}

describe('organisationMatches', () => {
  let graph: Graph;
  let api: Api;

  beforeAll(async () => {
    graph = await openSeededGraph();
    await write(
      graph,
      organisation('asked', 'Zhetisu Irrigation Society (ZIS)', ['ORG_ID', 'XM-DAC-77123']),
      organisation('code', 'Something Else Entirely', ['CRS_CHANNEL', '77123']),
      organisation('name', 'ОО «Zhetisu Irrigation Society»'),
      organisation('slip', 'Zhetisu Irigation Society of Growers'),
      organisation('other', 'Balkhash Fishery School'),
    );
    api = await startApi(graph);
  });

  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  const NODE = 'edges { cursor node { organisation { id } outcome score reasons { kind points text } } }';

  async function ask(args: string): Promise<Answer> {
    const { data, errors } = await api.ask(
      `{ organisationMatches(${args}) { totalCount pageInfo { endCursor } ${NODE} } }`,
    );
    expect(errors).toBeUndefined();
    return data.organisationMatches;
  }

  it('finds the same by a code that is written otherwise and by a name, and what a person should see', async () => {
    const found = nodesOf(await ask(`of: "${ASKED}"`));
    expect(found.map(({ organisation, outcome }) => [organisation.id, outcome])).toEqual([
      ['organisation:test-code', 'SAME'],
      ['organisation:test-name', 'SAME'],
      ['organisation:test-slip', 'ASK'],
    ]);
    expect(found[0].reasons).toEqual([
      { kind: 'SAME_IDENTIFIER', points: 100, text: 'Both have the code XM-DAC-77123.' },
    ]);
    for (const { score, reasons } of found) {
      const sum = reasons.reduce((points: number, reason: Answer) => points + reason.points, 0);
      expect(score).toBe(Math.min(100, Math.max(0, sum)));
    }
  });

  it('says the same from the other side', async () => {
    const [best] = nodesOf(await ask('of: "organisation:test-name"'));
    expect([best.organisation.id, best.outcome]).toEqual([ASKED, 'SAME']);
  });

  it('finds a name with a letter more among many of the same common words, and leaves it to a person', async () => {
    const others = ['Naryn', 'Osh', 'Talas', 'Batken', 'Khujand', 'Sughd', 'Samarkand', 'Bukhara', 'Fergana', 'Ganja'];
    const kinds = ['Water', 'Rural', 'Urban', 'Social', 'Women', 'Youth'];
    const decoys = kinds.flatMap((kind) =>
      others.map((place) =>
        organisation(`${place}-${kind}`.toLowerCase(), `${place}${kind.toLowerCase()} Development Bank`),
      ),
    );
    const letter = 'organisation:test-letter';
    await write(graph, ...decoys);
    await write(graph, organisation('letter', 'Asia Development Bank'));
    for (const [of, is] of [
      ['organisation:adb', letter],
      [letter, 'organisation:adb'],
    ]) {
      const match = nodesOf(await ask(`of: "${of}", first: 100`)).find(({ organisation: { id } }) => id === is);
      expect([match?.outcome, match?.reasons[0].kind]).toEqual(['ASK', 'LETTER_IN_ONE_WORD']);
    }
  });

  it('pages, and its cursors expire when the graph changes', async () => {
    const first = await ask(`of: "${ASKED}", first: 1`);
    expect(first.totalCount).toBe(3);
    const second = await ask(`of: "${ASKED}", first: 1, after: "${first.pageInfo.endCursor}"`);
    expect(nodesOf(second).map(({ organisation }) => organisation.id)).toEqual(['organisation:test-name']);
    await write(graph, organisation('late', 'Latecomers of Taraz'));
    const { errors } = await api.ask(
      `{ organisationMatches(of: "${ASKED}", after: "${first.pageInfo.endCursor}") { totalCount edges { cursor } } }`,
    );
    expect(errors?.[0]?.extensions.code).toBe('CURSOR_EXPIRED');
  });

  it.each([
    ['organisation:nobody', 'NOT_FOUND', 'of: no record has the id organisation:nobody'],
    ['country:KZ', 'BAD_USER_INPUT', 'of: country:KZ is of the kind COUNTRY'],
  ])('refuses %s', async (of, expected, says) => {
    const { errors } = await api.ask(`{ organisationMatches(of: "${of}") { totalCount } }`);
    expect(errors?.[0]?.extensions.code).toBe(expected);
    expect(errors?.[0]?.message).toContain(says);
  });
});
