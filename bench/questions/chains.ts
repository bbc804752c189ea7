import { POSTGRAPHILE_TEXTS } from '../contestants/postgraphile/texts.ts';
import type { Answer, Question } from './question.ts';
import { aboutEach } from './subjects.ts';

const KAZAID = `
  query Chains($id: ID!) {
    trilateralChains(filter: { actors: [$id] }, first: 20) {
      edges {
        node {
          id
          name
          status
          actors { role actor { id name } }
          activities { id name }
        }
      }
    }
  }`;

const CYPHER = `
  MATCH (actor:Actor {id: $id})
  CALL (actor) { RETURN actor AS player UNION MATCH (player:Organisation)-[:BELONGS_TO]->(actor) RETURN player }
  MATCH (player)-[:PLAYS]->(a:TriangularArrangement)
  WITH DISTINCT a
  WHERE all(role IN ['FACILITATING', 'PIVOTAL', 'BENEFICIARY'] WHERE EXISTS { MATCH (:Actor)-[:PLAYS {role: role}]->(a) })
  WITH a ORDER BY a.id LIMIT 20
  RETURN a.id AS id, a.name AS name, a.status AS status,
    COLLECT { MATCH (x:Actor)-[play:PLAYS]->(a) RETURN {role: play.role, actor: x {.id, .name}} } AS actors,
    COLLECT { MATCH (a)-[:COVERS]->(activity:Activity) RETURN activity {.id, .name} } AS activities`;

/** The stock library gives roles by its connections only, for countries and organisations apart. */
const STOCK = `
  query Chains($id: ID!) {
    triangularArrangements(where: { organisations: { some: { id: { eq: $id } } } }, limit: 20, sort: [{ id: ASC }]) {
      id
      name
      status
      countriesConnection { edges { properties { role } node { id name } } }
      organisationsConnection { edges { properties { role } node { id name } } }
      projects { id name }
    }
  }`;

/** The chains in the order of their ids, each with its actors by role and the activities it covers. */
export function chainForm({ id, name, status, actors, activities }: Answer) {
  return {
    id,
    name,
    status,
    actors: actors.map(({ role, actor }: Answer) => `${role} ${actor.id}`).toSorted(),
    activities: activities.map((activity: Answer) => activity.id).toSorted(),
  };
}

function fromStock({ countriesConnection, organisationsConnection, projects, ...rest }: Answer) {
  const edges = [...countriesConnection.edges, ...organisationsConnection.edges];
  const actors = edges.map(({ properties, node }: Answer) => ({ role: properties.role, actor: node }));
  return chainForm({ ...rest, actors, activities: projects });
}

/** Trilateral chains: the arrangements an actor plays in, who else does, in which role, and on what. */
export const CHAINS: Question = {
  name: 'chains',
  title: 'trilateral chains of an actor',
  bar: 'more hops',
  cases: (subjects) => aboutEach(subjects, (id) => ({ id })),
  kazaid: {
    document: KAZAID,
    toCommonForm: ({ trilateralChains }) => trilateralChains.edges.map(({ node }: Answer) => chainForm(node)),
  },
  handWrittenCypher: {
    statement: CYPHER,
    parameters: ({ variables }) => variables,
    toCommonForm: (rows) => rows.map(chainForm),
  },
  neo4jGraphql: {
    document: STOCK,
    toCommonForm: ({ triangularArrangements }) => triangularArrangements.map(fromStock),
  },
  postgraphile: POSTGRAPHILE_TEXTS.chains ?? null,
};
