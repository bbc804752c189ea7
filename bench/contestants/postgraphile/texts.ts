import type { Answer, GraphqlText, QuestionName } from '../../questions/question.ts';

/**
 * How PostGraphile is asked each question. Only what the other contestants are asked for; `rowId` is its name for a
 * column called id.
 */
export const POSTGRAPHILE_TEXTS: Partial<Record<QuestionName, GraphqlText>> = {
  nested: {
    document: `
      query Nested($id: String!) {
        actorByRowId(rowId: $id) {
          id: rowId
          name
          projects(first: 20) {
            id: rowId
            name
            status
            start
            countries { id: rowId name }
            organisations { id: rowId name kind: organisationKind }
          }
        }
      }`,
    toCommonForm: ({ actorByRowId: { id, name, projects } }) => ({
      id,
      name,
      projects: projects.map(({ id, name, status, start, countries, organisations }: Answer) => ({
        id,
        name,
        status,
        start,
        countries: idsOf(countries).toSorted(),
        organisations: idsOf(organisations).toSorted(),
      })),
    }),
  },
  chains: {
    document: `
      query Chains($id: String!) {
        trilateralChains(actors: [$id], pageSize: 20) {
          id: rowId
          name
          status
          actors: playsByArrangementKey { role actor: actorByActorKey { id: rowId name } }
          activities: coversByArrangementKey { activity: activityByActivityKey { id: rowId name } }
        }
      }`,
    toCommonForm: ({ trilateralChains }) =>
      trilateralChains.map(({ id, name, status, actors, activities }: Answer) => ({
        id,
        name,
        status,
        actors: actors.map(({ role, actor }: Answer) => `${role} ${actor.id}`).toSorted(),
        activities: activities.map(({ activity }: Answer) => activity.id).toSorted(),
      })),
  },
  partners: {
    document: `
      query Partners($id: String!) {
        partners(of: $id, pageSize: 20) { id: rowId name sharedActivities roles firstYear lastYear }
      }`,
    toCommonForm: ({ partners }) =>
      partners.map(({ id, sharedActivities, roles, firstYear, lastYear }: Answer) => ({
        id,
        sharedActivities,
        roles: roles.toSorted(),
        firstYear,
        lastYear,
      })),
  },
  'common-partners': {
    document: `
      query CommonPartners($of: [String!]!) {
        commonPartners(of: $of, pageSize: 20) { id: rowId name sharedActivities shares }
      }`,
    toCommonForm: ({ commonPartners }) =>
      commonPartners.map(({ id, sharedActivities, shares }: Answer) => ({ id, sharedActivities, shares })),
  },
  paths: {
    document: `
      query Paths($from: String!, $to: String!) {
        paths(from: $from, to: $to, maxHops: 4, wanted: 5) {
          actors { id: rowId name }
          hops { sharedActivities activity { id: rowId name } }
        }
      }`,
    toCommonForm: ({ paths }) =>
      paths.map(({ actors, hops }: Answer) => ({
        actors: idsOf(actors),
        hops: hops.map(({ sharedActivities, activity }: Answer) => ({ sharedActivities, activity: activity.id })),
      })),
  },
  neighbourhood: {
    document: `
      query Neighbourhood($id: String!) {
        neighbourhood(of: $id, depth: 2, pageSize: 50) {
          nodes { record { id: rowId kind name } distance isHub }
          edges { id: rowId kind from to }
          leftOut { kind count }
          truncated
        }
      }`,
    toCommonForm: ({ neighbourhood: { nodes, edges, leftOut } }) => ({
      nodes: nodes.map(({ record, distance, isHub }: Answer) => `${distance} ${record.kind} ${record.id} ${isHub}`),
      edges: edges.map(({ id, kind, from, to }: Answer) => ({ id, kind, from, to })),
      leftOut: leftOut.map(({ kind, count }: Answer) => `${kind} ${count}`).toSorted(),
    }),
  },
  flows: {
    document: `
      query Flows($id: String!) {
        flows(participants: [$id], groupBy: [YEAR], measure: COMMITMENTS, pageSize: 100) {
          rows { currency year amount transactions activities }
          totalRows
        }
      }`,
    toCommonForm: ({ flows: { rows, totalRows } }) => ({ totalRows, rows: rows.map(flowForm) }),
  },
  search: {
    document: `
      query Search($text: String!) {
        search(text: $text, kinds: [ORGANISATION], pageSize: 20) { id: rowId name }
      }`,
    toCommonForm: ({ search }) => idsOf(search).toSorted(),
  },
};

function idsOf(records: readonly Answer[]): string[] {
  return records.map(({ id }) => id);
}

/** Amounts come without needless zeros; the common form has two decimals. */
function flowForm({ currency, year, amount, transactions, activities }: Answer) {
  const [whole = '', part = ''] = amount.split('.');
  return { currency, year: String(year), amount: `${whole}.${part.padEnd(2, '0')}`, transactions, activities };
}
