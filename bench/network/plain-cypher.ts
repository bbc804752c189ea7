import { EDGES, type EdgeType, LINKS, type LinkType, NODES, type NodeLabel } from '../../src/domain/model.ts';
import { keyLabel } from '../../src/graph/write/node-row.ts';

/** Statements that write `$rows` and count them. */
export interface PlainCypher {
  node(label: NodeLabel): string;
  edge(type: EdgeType): string;
  link(label: NodeLabel, type: LinkType): string;
  readonly statement: string;
  readonly record: string;
}

/** For an empty graph: nothing is looked for but the ends of relations. */
export const CREATE: PlainCypher = {
  node: (label) => `UNWIND $rows AS row
    CREATE (n:${NODES[label].labels.join(':')}) SET n = row.properties
    RETURN count(*) AS written`,
  edge: (type) => `UNWIND $rows AS row
    MATCH (from:${EDGES[type].from} {id: row.from}), (to:${EDGES[type].to} {id: row.to})
    CREATE (from)-[r:${type}]->(to) SET r = row.properties
    RETURN count(*) AS written`,
  link: (label, type) => `UNWIND $rows AS row
    MATCH (n:${keyLabel(label)} {id: row.id}), (to:${LINKS[type].to} {id: row.to})
    CREATE (n)-[:${type}]->(to)
    RETURN count(*) AS written`,
  statement: `UNWIND $rows AS row
    MATCH (source:Source {id: row.sourceId})
    CREATE (s:Statement)-[:FROM]->(source) SET s = row.properties
    RETURN count(*) AS written`,
  record: 'UNWIND $rows AS row CREATE (r:Record) SET r = row RETURN count(*) AS written',
};

/** For a script that may be run again. */
export const MERGE: PlainCypher = {
  node: (label) => `UNWIND $rows AS row
    MERGE (n:${keyLabel(label)} {id: row.properties.id}) SET n:${NODES[label].labels.join(':')}, n = row.properties
    RETURN count(*) AS written`,
  edge: (type) => `UNWIND $rows AS row
    MATCH (from:${EDGES[type].from} {id: row.from}), (to:${EDGES[type].to} {id: row.to})
    MERGE (from)-[r:${type} {id: row.properties.id}]->(to) SET r = row.properties
    RETURN count(*) AS written`,
  link: (label, type) => `UNWIND $rows AS row
    MATCH (n:${keyLabel(label)} {id: row.id}), (to:${LINKS[type].to} {id: row.to})
    MERGE (n)-[:${type}]->(to)
    RETURN count(*) AS written`,
  statement: `UNWIND $rows AS row
    MATCH (source:Source {id: row.sourceId})
    MERGE (s:Statement {id: row.properties.id}) SET s = row.properties
    MERGE (s)-[:FROM]->(source)
    RETURN count(*) AS written`,
  record: 'UNWIND $rows AS row MERGE (r:Record {id: row.id}) SET r = row RETURN count(*) AS written',
};
