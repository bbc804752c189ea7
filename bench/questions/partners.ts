import { POSTGRAPHILE_TEXTS } from '../contestants/postgraphile/texts.ts';
import type { Answer, Question } from './question.ts';
import { aboutEach } from './subjects.ts';

const KAZAID = `
  query Partners($id: ID!) {
    partners(of: $id, first: 20) {
      edges { node { actor { id name } sharedActivities roles firstYear lastYear } }
    }
  }`;

const CYPHER = `
  MATCH (of:Actor {id: $id})-[:PARTICIPATES_IN]->(activity:Activity)
  WITH DISTINCT of, activity
  MATCH (activity)<-[part:PARTICIPATES_IN]-(actor:Actor)
  WHERE actor <> of
  WITH actor, count(DISTINCT activity) AS sharedActivities, collect(DISTINCT part.role) AS roles,
    min(coalesce(activity.firstDay, activity.lastDay)) AS firstDay, max(coalesce(activity.lastDay, activity.firstDay)) AS lastDay
  ORDER BY sharedActivities DESC, actor.id LIMIT 20
  RETURN actor {.id, .name} AS actor, sharedActivities, roles, firstDay.year AS firstYear, lastDay.year AS lastYear`;

/** The partners in their order, each with the activities shared, its roles in them, and the first and the last year. */
export function partnerForm({ actor, sharedActivities, roles, firstYear, lastYear }: Answer) {
  return { id: actor.id, sharedActivities, roles: roles.toSorted(), firstYear, lastYear };
}

/** The first 20 partners of an actor: who takes part in the same activities, in how many, in which roles, since when. */
export const PARTNERS: Question = {
  name: 'partners',
  title: 'partners of an actor',
  bar: 'two hops',
  cases: (subjects) => aboutEach(subjects, (id) => ({ id })),
  kazaid: {
    document: KAZAID,
    toCommonForm: ({ partners }) => partners.edges.map(({ node }: Answer) => partnerForm(node)),
  },
  handWrittenCypher: {
    statement: CYPHER,
    parameters: ({ variables }) => variables,
    toCommonForm: (rows) => rows.map(partnerForm),
  },
  neo4jGraphql: null,
  postgraphile: POSTGRAPHILE_TEXTS.partners ?? null,
};
