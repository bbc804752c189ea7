import { POSTGRAPHILE_TEXTS } from '../contestants/postgraphile/texts.ts';
import type { Answer, Question } from './question.ts';
import { aboutEach } from './subjects.ts';

const KAZAID = `
  query Neighbourhood($id: ID!) {
    neighbourhood(of: $id, depth: 2, limit: 50) {
      nodes { record { id kind name } distance isHub }
      edges { id kind from to }
      leftOut { kind count }
      truncated
    }
  }`;

/** Two levels at once: the second is looked at only where the first found room as a whole. */
const FOLLOWED = 'PARTICIPATES_IN|PLAYS|COVERS|TIED_TO|BELONGS_TO|PART_OF|RELATED_TO';
const CYPHER = `
  MATCH (centre:Entity {id: $id})-[relation:${FOLLOWED}]-(near)
  WITH centre, near, count(relation) AS relations
  ORDER BY relations DESC, near.id
  WITH centre, collect(near) AS candidates
  WITH centre, candidates[..50] AS first, candidates[50..] AS leftOutFirst, 50 - size(candidates) AS room
  CALL (centre, first, room) {
    UNWIND CASE WHEN room >= 0 THEN first ELSE [] END AS walked
    WITH centre, first, room, walked WHERE COUNT { (walked)-[:${FOLLOWED}]-() } <= 500
    MATCH (walked)-[relation:${FOLLOWED}]-(near)
    WHERE near <> centre AND NOT near IN first
    WITH near, room, count(relation) AS relations
    ORDER BY relations DESC, near.id
    WITH room, collect(near) AS candidates
    RETURN candidates[..room] AS second, candidates[room..] AS leftOutSecond
    UNION
    WITH room WHERE room < 0
    RETURN [] AS second, [] AS leftOutSecond
  }
  WITH [centre] + first + second AS shown, size(first) AS firsts, leftOutFirst + leftOutSecond AS leftOut
  RETURN
    COLLECT {
      UNWIND range(0, size(shown) - 1) AS place
      WITH shown[place] AS record, place
      RETURN {record: record {.id, .name}, labels: labels(record), distance: CASE WHEN place = 0 THEN 0 WHEN place <= firsts THEN 1 ELSE 2 END,
        isHub: COUNT { (record)-[:${FOLLOWED}]-() } > 500}
      ORDER BY place
    } AS nodes,
    COLLECT {
      UNWIND shown AS one
      MATCH (one)-[relation:${FOLLOWED}]->(other) WHERE other IN shown AND other <> one
      RETURN {id: relation.id, kind: type(relation), from: one.id, to: other.id} ORDER BY relation.id LIMIT 2000
    } AS edges,
    COLLECT {
      UNWIND leftOut AS record
      WITH labels(record) AS labels, count(*) AS count
      RETURN {labels: labels, count: count}
    } AS leftOut`;

/** The records in their order, the relations by id, and how many records were left out, by kind. */
export function neighbourhoodForm({ nodes, edges, leftOut }: Answer) {
  return {
    nodes: nodes.map(({ record, distance, isHub }: Answer) => `${distance} ${record.kind} ${record.id} ${isHub}`),
    edges: edges.map(({ id, kind, from, to }: Answer) => ({ id, kind, from, to })),
    leftOut: leftOut.map(({ kind, count }: Answer) => `${kind} ${count}`).toSorted(),
  };
}

const KINDS: Readonly<Record<string, string>> = {
  Country: 'COUNTRY',
  Organisation: 'ORGANISATION',
  Project: 'PROJECT',
  TriangularArrangement: 'ARRANGEMENT',
};

function kindOf({ labels }: Answer): string {
  return labels.flatMap((label: string) => KINDS[label] ?? [])[0];
}

function fromRow([row]: readonly Answer[]) {
  return neighbourhoodForm({
    nodes: row.nodes.map((node: Answer) => ({ ...node, record: { ...node.record, kind: kindOf(node) } })),
    edges: row.edges,
    leftOut: row.leftOut.map((group: Answer) => ({ kind: kindOf(group), count: group.count })),
  });
}

/** What lies around an actor, two relations away, 50 records of it. */
export const NEIGHBOURHOOD: Question = {
  name: 'neighbourhood',
  title: 'neighbourhood of an actor',
  bar: 'more hops',
  cases: (subjects) => aboutEach(subjects, (id) => ({ id })),
  kazaid: { document: KAZAID, toCommonForm: ({ neighbourhood }) => neighbourhoodForm(neighbourhood) },
  handWrittenCypher: { statement: CYPHER, parameters: ({ variables }) => variables, toCommonForm: fromRow },
  neo4jGraphql: null,
  postgraphile: POSTGRAPHILE_TEXTS.neighbourhood ?? null,
};
