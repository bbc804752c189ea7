import { POSTGRAPHILE_TEXTS } from '../contestants/postgraphile/texts.ts';
import type { Answer, Question } from './question.ts';
import { aboutPairs } from './subjects.ts';

const KAZAID = `
  query CommonPartners($of: [ID!]!) {
    commonPartners(of: $of, first: 20) {
      edges { node { actor { id name } sharedActivities with { of { id } sharedActivities } } }
    }
  }`;

const CYPHER = `
  UNWIND $of AS askedId
  MATCH (asked:Actor {id: askedId})-[:PARTICIPATES_IN]->(activity:Activity)
  WITH activity, collect(DISTINCT askedId) AS sharers
  MATCH (activity)<-[:PARTICIPATES_IN]-(actor:Actor)
  WHERE NOT actor.id IN $of
  WITH DISTINCT actor, activity, sharers
  WITH actor, count(*) AS sharedActivities, collect(sharers) AS sharersOfEach
  WITH actor, sharedActivities, [id IN $of | size([sharers IN sharersOfEach WHERE id IN sharers])] AS shares
  WHERE all(share IN shares WHERE share > 0)
  WITH actor, sharedActivities, shares, reduce(least = sharedActivities, share IN shares | CASE WHEN share < least THEN share ELSE least END) AS least
  ORDER BY least DESC, sharedActivities DESC, actor.id LIMIT 20
  RETURN actor {.id, .name} AS actor, sharedActivities, shares`;

/** The common partners in their order, with the activities shared with any of those asked about and with each. */
export function commonPartnerForm(id: string, sharedActivities: number, shares: readonly number[]) {
  return { id, sharedActivities, shares };
}

/** Who works with each of two actors, and in how many activities. */
export const COMMON_PARTNERS: Question = {
  name: 'common-partners',
  title: 'common partners of two actors',
  bar: 'more hops',
  cases: (subjects) => aboutPairs(subjects, (of) => ({ of })),
  kazaid: {
    document: KAZAID,
    toCommonForm: ({ commonPartners }) =>
      commonPartners.edges.map(({ node }: Answer) =>
        commonPartnerForm(
          node.actor.id,
          node.sharedActivities,
          node.with.map((share: Answer) => share.sharedActivities),
        ),
      ),
  },
  handWrittenCypher: {
    statement: CYPHER,
    parameters: ({ variables }) => variables,
    toCommonForm: (rows) =>
      rows.map(({ actor, sharedActivities, shares }) => commonPartnerForm(actor.id, sharedActivities, shares)),
  },
  neo4jGraphql: null,
  postgraphile: POSTGRAPHILE_TEXTS['common-partners'] ?? null,
};
