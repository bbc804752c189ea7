import { POSTGRAPHILE_TEXTS } from '../contestants/postgraphile/texts.ts';
import type { Answer, GraphqlText, Question } from './question.ts';
import { aboutEach } from './subjects.ts';

const KAZAID = `
  query Nested($id: ID!) {
    organisation(id: $id) {
      id
      name
      projects(limit: 20, sort: [{ id: ASC }]) {
        id
        name
        status
        start
        countries { id name }
        organisations { id name kind }
      }
    }
  }`;

const STOCK = KAZAID.replace('organisation(id: $id)', 'organisations(where: { id: { eq: $id } })');

const CYPHER = `
  MATCH (o:Organisation {id: $id})
  CALL (o) {
    MATCH (o)-[:PARTICIPATES_IN]->(p:Project)
    WITH DISTINCT p ORDER BY p.id LIMIT 20
    RETURN collect({
      id: p.id, name: p.name, status: p.status, start: p.start,
      countries: COLLECT { MATCH (p)<-[:PARTICIPATES_IN]-(c:Country) RETURN DISTINCT c {.id, .name} },
      organisations: COLLECT { MATCH (p)<-[:PARTICIPATES_IN]-(x:Organisation) RETURN DISTINCT x {.id, .name, .kind} }
    }) AS projects
  }
  RETURN o.id AS id, o.name AS name, projects`;

const idsOf = (records: readonly Answer[]) => records.map(({ id }) => id).toSorted();

/** The organisation with its projects, each with those who take part. */
export function nestedForm({ id, name, projects }: Answer) {
  return {
    id,
    name,
    projects: projects.map((project: Answer) => ({
      id: project.id,
      name: project.name,
      status: project.status,
      start: project.start,
      countries: idsOf(project.countries),
      organisations: idsOf(project.organisations),
    })),
  };
}

const stock: GraphqlText = { document: STOCK, toCommonForm: ({ organisations: [first] }) => nestedForm(first) };

/** The typed nested query: an organisation, the first 20 of its projects by id, and who takes part in each. */
export const NESTED: Question = {
  name: 'nested',
  title: 'organisation with 20 projects and all who take part in each',
  bar: 'nested',
  cases: (subjects) => aboutEach(subjects, (id) => ({ id })),
  kazaid: { document: KAZAID, toCommonForm: ({ organisation }) => nestedForm(organisation) },
  handWrittenCypher: {
    statement: CYPHER,
    parameters: ({ variables }) => variables,
    toCommonForm: ([row]) => nestedForm(row),
  },
  neo4jGraphql: stock,
  postgraphile: POSTGRAPHILE_TEXTS.nested ?? null,
};
