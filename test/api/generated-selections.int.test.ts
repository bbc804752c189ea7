import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/open-graph.ts';
import { type Api, startApi } from '../support/api.ts';
import { openSeededGraph } from '../support/seeded-graph.ts';

/**
 * Lists without a filter are read by our own statement, filtered ones by the library's. A filter that every record
 * passes must change nothing, so that each is the oracle of the other. FILTER stands for it.
 */
const SELECTIONS: Readonly<Record<string, string>> = {
  'lists in lists': `{ organisation(id: "organisation:kazaid") { name projects(limit: 20, sort: [{ id: ASC }] FILTER) {
    id name status start firstDay countries(sort: [{ id: ASC }] FILTER) { id name code } organisations(sort: [{ name: DESC }] FILTER) { id name kind } } } }`,
  'a page in the middle': `{ country(id: "country:TJ") { projects(limit: 3, offset: 2, sort: [{ id: DESC }] FILTER) { id } } }`,
  'orders with nothing to order by': `{ country(id: "country:KZ") { organisations(limit: 100, sort: [{ founded: ASC }, { id: DESC }] FILTER) { id founded } } }`,
  'other names for the same': `{ a: organisation(id: "organisation:jica") { id: name x: id __kazaid: acronym
    one: editions(sort: [{ id: ASC }] FILTER) { n: name name: id } two: editions(limit: 1, sort: [{ id: ASC }] FILTER) { id } } }`,
  'the same list twice in one place': `{ programme(id: "activity:dostyk-digitalization") { editions(sort: [{ id: ASC }] FILTER) { id }
    ... on Programme { editions(sort: [{ id: ASC }] FILTER) { name countries(sort: [{ id: ASC }] FILTER) { id } } } } }`,
  'fragments on interfaces': `{ nodes(ids: ["country:KZ", "organisation:koica", "activity:dostyk-digitalization"]) { ...Named
    ... on Actor { name } ... on Organisation { identifiers(sort: [{ id: ASC }] FILTER) { scheme value } } } } fragment Named on Node { __typename id }`,
  'single relations': `{ organisations(limit: 30, sort: [{ name: ASC }]) { name country { id name regions(sort: [{ id: ASC }] FILTER) { id } } } }`,
  'a filtered root list': `{ projects(limit: 5, where: { name: { contains: "a" } }, sort: [{ name: DESC }, { id: ASC }]) { name sectors(sort: [{ id: ASC }] FILTER) { code } } }`,
  'hand-written fields below': `{ organisation(id: "organisation:kazaid") { editions(limit: 3, sort: [{ id: ASC }] FILTER) { participations(first: 2) { edges { node { id } } } evidence(first: 1) { text } } } }`,
  'fields that are left out': `query ($no: Boolean = false) { organisation(id: "organisation:kazaid") { name @skip(if: true) kind @include(if: $no)
    projects(limit: 2, sort: [{ id: ASC }] FILTER) { id ... @include(if: $no) { name } start @skip(if: $no) } } }`,
  'pages by variables': `query ($page: Int = 2, $order: [EditionSort!] = [{ id: DESC }]) { country(id: "country:TJ") { editions(limit: $page, offset: $page, sort: $order FILTER) { id } } }`,
  'nothing there': `{ organisation(id: "organisation:no-such") { projects(limit: 2, sort: [{ id: ASC }] FILTER) { id } } country(id: "organisation:kazaid") { editions(sort: [{ id: ASC }] FILTER) { id } } }`,
};

describe('a record read by our own statement is the same as by the library:', () => {
  let graph: Graph;
  let api: Api;

  beforeAll(async () => {
    graph = await openSeededGraph();
    api = await startApi(graph);
  });

  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  it.each(Object.entries(SELECTIONS))('%s', async (_, query) => {
    const own = await api.ask(query.replaceAll('FILTER', ''));
    const library = await api.ask(query.replaceAll('FILTER', ', where: {}'));
    expect(library.errors).toBeUndefined();
    expect(own.data).toEqual(library.data);
    expect(own.statements).not.toEqual(library.statements);
  });

  it('what a client calls its fields does not enter the statement', async () => {
    const asked = await api.ask(
      '{ organisation(id: "organisation:kazaid") { chosenByClient: name alsoChosen: projects(limit: 1) { andThis: id } } }',
    );
    expect(asked.data.organisation.alsoChosen).toHaveLength(1);
    expect(asked.statements.join()).not.toMatch(/chosenByClient|alsoChosen|andThis/);
  });
});
