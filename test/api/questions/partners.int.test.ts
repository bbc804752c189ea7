import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_BASIS } from '../../../src/domain/default-basis.ts';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { sumSharedCommitments } from '../../../src/graph/queries/partners/sum-shared-commitments.ts';
import { type Api, nodesOf, startApi } from '../../support/api.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';
import { edge, node, record, retract, write } from '../../support/test-records.ts';

const KAZAID = 'organisation:kazaid';

describe('partners and commonPartners', () => {
  let graph: Graph;
  let api: Api;

  beforeAll(async () => {
    graph = await openSeededGraph();
    api = await startApi(graph);
    await api.ask('{ goals(limit: 1) { id } }');
  });

  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  async function answer(query: string, variables: Record<string, unknown> = {}) {
    const { data, errors, statements } = await api.ask(query, variables);
    expect(errors).toBeUndefined();
    return { data, statements };
  }

  const BAD_USER_INPUT = 'BAD_USER_INPUT';

  it.each<[string, string, ...string[]]>([
    ['partners(of: "organisation:nobody")', 'NOT_FOUND', 'of: no record has the id organisation:nobody'],
    ['partners(of: "activity:dostyk")', BAD_USER_INPUT, 'of: activity:dostyk is of the kind PROGRAMME', 'COUNTRY'],
    [`partners(of: "${KAZAID}", ofRoles: [])`, BAD_USER_INPUT, 'ofRoles: got an empty list'],
    [`partners(of: "${KAZAID}", partnerRoles: [])`, BAD_USER_INPUT, 'partnerRoles: got an empty list'],
    [`partners(of: "${KAZAID}", types: [])`, BAD_USER_INPUT, 'types: got an empty list'],
    [`partners(of: "${KAZAID}", basis: [])`, BAD_USER_INPUT, 'basis: got an empty list'],
    [
      `partners(of: "${KAZAID}", types: [COUNTRY, PROJECT])`,
      BAD_USER_INPUT,
      'types: got PROJECT',
      'COUNTRY, ORGANISATION',
    ],
    [
      `partners(of: "${KAZAID}", years: { from: 2025, to: 2024 })`,
      BAD_USER_INPUT,
      'years: from 2025 is later than to 2024',
    ],
    [`partners(of: "${KAZAID}", years: { from: 25 })`, BAD_USER_INPUT, 'years.from: got 25'],
    [`partners(of: "${KAZAID}", first: 0)`, BAD_USER_INPUT, 'partners(first): got 0', '1 to 100'],
    [`partners(of: "${KAZAID}", after: "here")`, BAD_USER_INPUT, 'after: not a cursor'],
    [`commonPartners(of: [])`, BAD_USER_INPUT, 'of: got 0 ids, expected 2 to 10'],
    [`commonPartners(of: ["${KAZAID}"])`, BAD_USER_INPUT, 'of: got 1 ids, expected 2 to 10'],
    [`commonPartners(of: ["${KAZAID}", "${KAZAID}"])`, BAD_USER_INPUT, `of: got ${KAZAID} twice`],
    [`commonPartners(of: ["${KAZAID}", "organisation:nobody"])`, 'NOT_FOUND', 'of: no record has the id'],
    [`commonPartners(of: ["${KAZAID}", "sector:15110"])`, BAD_USER_INPUT, 'is of the kind SECTOR'],
    [`commonPartners(of: ["${KAZAID}", "country:KZ"], types: [GOAL])`, BAD_USER_INPUT, 'types: got GOAL'],
    [
      `commonPartners(of: [${Array.from({ length: 11 }, (_, index) => `"organisation:${index}"`)}])`,
      'LIMIT_EXCEEDED',
      'of: got 11 ids, expected 2 to 10',
    ],
  ])('a mistake is named: %s', async (asked, code, ...says) => {
    const { errors } = await api.ask(`{ ${asked} { totalCount } }`);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
    for (const part of says) expect(errors?.[0]?.message).toContain(part);
    expect(api.logged).toEqual([]);
  });

  it('nested lists have pages of 1 to 100 too', async () => {
    for (const nested of ['sectors(first: 0) { activities }', 'activities(first: 101) { totalCount }']) {
      const { errors } = await api.ask(`{ partners(of: "${KAZAID}") { edges { node { ${nested} } } } }`);
      expect(errors?.[0]?.message).toContain('expected a number from 1 to 100');
    }
  });

  const EVERYTHING = `actor { id } sharedActivities byKind { kind count } roles ofRoles firstYear lastYear plannedActivities
    with { of { id } sharedActivities } sectors { sector { name } activities } commitments { value currency }
    activities(first: 5) { totalCount edges { node { activity { name }
      ofParticipations { role evidence(first: 1) { text source { title } } }
      partnerParticipations { role evidence(first: 1) { text source { title } } } } } }`;

  it.each([
    // Page with shared work, count; sectors, commitments, activities, evidence. Of those asked about the id is known.
    [`partners(of: "${KAZAID}",`, 6],
    [`commonPartners(of: ["${KAZAID}", "organisation:tika"],`, 6],
  ])('%s: the statements do not grow with the partners', async (asked, statements) => {
    const ask = (first: number) =>
      answer(`{ found: ${asked} first: ${first}) { totalCount edges { node { ${EVERYTHING} } } } }`);
    const one = await ask(1);
    const many = await ask(15);
    expect(nodesOf(many.data.found).length).toBeGreaterThan(1);
    expect(many.statements).toHaveLength(one.statements.length);
    expect(many.statements).toHaveLength(statements);
  });

  it('what is not asked for is not read', async () => {
    const { statements } = await answer(
      `{ partners(of: "${KAZAID}") { edges { node { actor { id } sharedActivities with { sharedActivities } } } } }`,
    );
    expect(statements).toHaveLength(1);
  });

  it('those asked about are read once, and only where more than their ids is wanted', async () => {
    const ask = (of: string) =>
      answer(`{ commonPartners(of: ["${KAZAID}", "organisation:tika"]) { edges { node { with { of { ${of} } } } } } }`);
    const ids = await ask('id __typename');
    const names = await ask('...on EntityReference { id name }');
    expect(ids.statements).toHaveLength(1);
    expect(names.statements).toHaveLength(2);
    const [{ with: shares }] = nodesOf(names.data.commonPartners);
    expect(shares).toEqual([
      { of: { id: KAZAID, name: 'Kazakhstan Agency of International Development' } },
      { of: { id: 'organisation:tika', name: expect.stringContaining('Turkish') } },
    ]);
    expect(nodesOf(ids.data.commonPartners)[0].with.map((share: { of: { id: string } }) => share.of.id)).toEqual([
      KAZAID,
      'organisation:tika',
    ]);
  });

  it('a cursor ends with the ranking, that of the activities of a partner does not', async () => {
    const query = `query ($after: String, $activity: String) { partners(of: "${KAZAID}", first: 1, after: $after) { pageInfo { endCursor }
      edges { node { actor { id } activities(first: 1, after: $activity) { pageInfo { endCursor } edges { node { activity { id } } } } } } } }`;
    const { data } = await answer(query);
    const { pageInfo, edges } = data.partners;
    const [{ node: first }] = edges;
    expect(first.actor.id).toBe('country:TJ');
    const activity = first.activities.pageInfo.endCursor;

    const added = record('expiry', node('Organisation', 'organisation:expiry'));
    await write(graph, added);
    const expired = await api.ask(query, { after: pageInfo.endCursor });
    const goneOn = await api.ask(query, { activity });
    await retract(graph, added);
    expect(expired.errors).toMatchObject([{ extensions: { code: 'CURSOR_EXPIRED' } }]);
    expect(goneOn.errors).toBeUndefined();
    const [{ node: again }] = goneOn.data.partners.edges;
    expect(again.activities.edges[0].node.activity.id > first.activities.edges[0].node.activity.id).toBe(true);
  });

  it('a cursor of other arguments or of another partner is refused', async () => {
    const { data } = await answer(`{ partners(of: "${KAZAID}", first: 1) { pageInfo { endCursor }
      edges { node { activities(first: 1) { pageInfo { endCursor } } } } } }`);
    const after = data.partners.pageInfo.endCursor;
    const activity = data.partners.edges[0].node.activities.pageInfo.endCursor;
    for (const other of [
      `partners(of: "${KAZAID}", ofRoles: [IMPLEMENTING], after: $after) { totalCount }`,
      `partners(of: "organisation:tika", after: $after) { totalCount }`,
      `commonPartners(of: ["${KAZAID}", "organisation:tika"], after: $after) { totalCount }`,
    ]) {
      const { errors } = await api.ask(`query ($after: String) { ${other} }`, { after });
      expect(errors).toMatchObject([
        { extensions: { code: BAD_USER_INPUT }, message: expect.stringMatching(/^after: /) },
      ]);
    }
    const { errors } = await api.ask(
      'query ($after: String) { partners(of: "organisation:tika", first: 1) { edges { node { activities(after: $after) { totalCount } } } } }',
      { after: activity },
    );
    expect(errors).toMatchObject([{ extensions: { code: BAD_USER_INPUT } }]);
  });

  it('counts an activity once, whatever the roles, and tells the years of ends that lie before their start', async () => {
    const [A, B, X] = ['organisation:part-a', 'organisation:part-b', 'activity:part-x'];
    const days = { start: '2020-05-01', end: '2018-01-01', firstDay: '2020-05-01', lastDay: '2018-01-01' };
    const added = record(
      'roles',
      node('Organisation', A),
      node('Organisation', B),
      node('Project', X, { properties: { name: X, status: 'PLANNED', ...days } }),
      ...(['FUNDING', 'IMPLEMENTING'] as const).flatMap((role) => [
        edge('PARTICIPATES_IN', A, X, { role }),
        edge('PARTICIPATES_IN', B, X, { role }),
      ]),
    );
    await write(graph, added);
    const { data } = await answer(
      `{ partners(of: "${A}") { totalCount edges { node { ${EVERYTHING} } } } narrow: partners(of: "${A}", ofRoles: [FUNDING], partnerRoles: [IMPLEMENTING]) { edges { node { ${EVERYTHING} } } } }`,
    );
    await retract(graph, added);
    const [found] = nodesOf(data.partners);
    expect(found).toMatchObject({ sharedActivities: 1, firstYear: 2018, lastYear: 2020, plannedActivities: 1 });
    expect(found.byKind).toEqual([{ kind: 'PROJECT', count: 1 }]);
    expect(found.roles).toEqual(['FUNDING', 'IMPLEMENTING']);
    expect(found.activities.edges[0].node.ofParticipations).toHaveLength(2);
    const [narrow] = nodesOf(data.narrow);
    expect([narrow.ofRoles, narrow.roles]).toEqual([['FUNDING'], ['IMPLEMENTING']]);
    const [{ node: shared }] = narrow.activities.edges;
    expect(shared.ofParticipations.map(({ role }: { role: string }) => role)).toEqual(['FUNDING']);
    expect(shared.partnerParticipations.map(({ role }: { role: string }) => role)).toEqual(['IMPLEMENTING']);
  });

  it('shows at most 100 participations of those asked about', async () => {
    const [country, partner, activity] = ['country:ZZ', 'organisation:many-partner', 'activity:many'];
    const own = Array.from({ length: 101 }, (_, index) => `organisation:many-${index}`);
    const added = record(
      'many',
      node('Country', country),
      node('Organisation', partner),
      node('Project', activity),
      edge('PARTICIPATES_IN', partner, activity, { role: 'FUNDING' }),
      ...own.flatMap((id) => [
        node('Organisation', id),
        edge('BELONGS_TO', id, country),
        edge('PARTICIPATES_IN', id, activity, { role: 'HOST' }),
      ]),
    );
    await write(graph, added);
    const { data } = await answer(
      `{ partners(of: "${country}") { totalCount edges { node { sharedActivities activities { edges { node { ofParticipations { id } } } } } } } }`,
    );
    await retract(graph, added);
    expect(data.partners.totalCount).toBe(1);
    const [{ sharedActivities, activities }] = nodesOf(data.partners);
    expect([sharedActivities, activities.edges[0].node.ofParticipations.length]).toEqual([1, 100]);
  });

  it('common partners come by their smallest share, not by their sum', async () => {
    const [A, B, even, uneven] = ['common-a', 'common-b', 'common-even', 'common-uneven'].map(
      (id) => `organisation:${id}`,
    );
    const takePart = (activity: string, ...actors: (string | undefined)[]) => [
      node('Project', activity),
      ...actors.map((actor) => edge('PARTICIPATES_IN', actor as string, activity, { role: 'PARTNER' })),
    ];
    const added = record(
      'common',
      ...[A, B, even, uneven].map((id) => node('Organisation', id as string)),
      ...takePart('activity:common-1', A, B, even),
      ...takePart('activity:common-2', A, B, even),
      ...takePart('activity:common-3', A, uneven),
      ...['activity:common-4', 'activity:common-5', 'activity:common-6'].flatMap((id) => takePart(id, B, uneven)),
    );
    await write(graph, added);
    const { data } = await answer(
      'query ($of: [ID!]!) { commonPartners(of: $of) { edges { node { actor { id } sharedActivities with { sharedActivities } } } } }',
      { of: [A, B] },
    );
    await retract(graph, added);
    expect(nodesOf(data.commonPartners)).toEqual([
      { actor: { id: even }, sharedActivities: 2, with: [{ sharedActivities: 2 }, { sharedActivities: 2 }] },
      { actor: { id: uneven }, sharedActivities: 4, with: [{ sharedActivities: 1 }, { sharedActivities: 3 }] },
    ]);
  });

  it('refuses to add more commitments than it can fetch', async () => {
    const activity = 'activity:paid';
    const added = record(
      'paid',
      node('Organisation', 'organisation:payer'),
      node('Organisation', 'organisation:paid'),
      node('Project', activity),
      edge('PARTICIPATES_IN', 'organisation:payer', activity, { role: 'FUNDING' }),
      edge('PARTICIPATES_IN', 'organisation:paid', activity, { role: 'IMPLEMENTING' }),
      ...['0.1', '0.2', '1000000000000000000000.7'].map((amount, index) =>
        node('Transaction', `transaction:paid-${index}`, {
          properties: { type: 'OUTGOING_COMMITMENT', amount, currency: 'KZT' },
          links: [{ type: 'MADE_IN', to: activity }],
        }),
      ),
    );
    await write(graph, added);
    const criteria = {
      of: ['organisation:payer'],
      ofRoles: null,
      partnerRoles: null,
      from: null,
      to: null,
      basis: DEFAULT_BASIS,
    };
    const sum = (most: number) => sumSharedCommitments(graph, ['organisation:paid'], criteria, undefined, most);
    const [all, refused] = await Promise.allSettled([sum(3), sum(2)]);
    await retract(graph, added);
    expect(all).toMatchObject({
      value: new Map([['organisation:paid', [{ value: '1000000000000000000001', currency: 'KZT' }]]]),
    });
    expect(refused).toMatchObject({ reason: { code: 'LimitExceeded' } });
  });

  it('a country is not the partner of what is its own, an organisation may be that of its country', async () => {
    const { data } = await answer(`{
      country: partners(of: "country:KZ", first: 100) { edges { node { actor { id } } } }
      agency: partners(of: "${KAZAID}", first: 100) { edges { node { actor { id } } } } }`);
    const idsOf = (connection: unknown) => nodesOf(connection).map(({ actor }) => actor.id);
    expect(idsOf(data.country)).not.toContain(KAZAID);
    expect(idsOf(data.country)).not.toContain('country:KZ');
    expect(idsOf(data.agency)).toContain('country:KZ');
    expect(idsOf(data.agency)).toContain('organisation:astana-hub');
    expect(idsOf(data.agency)).not.toContain(KAZAID);
  });
});
