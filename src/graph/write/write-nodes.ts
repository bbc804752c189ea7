import type { ManagedTransaction } from 'neo4j-driver';
import type { NodeFact } from '../../domain/fact.ts';
import { groupBy } from '../../domain/group-by.ts';
import { LINKS, type LinkType, NODES, type NodeLabel } from '../../domain/model.ts';
import { keyLabel, nodeRow } from './node-row.ts';
import type { Support } from './support.ts';

/**
 * Writes the nodes, each once, with their links; those that are not in the graph with their support. Gives the ids of
 * the records that nodes hung on before, and may no longer.
 */
export async function writeNodes(
  transaction: ManagedTransaction,
  facts: readonly NodeFact[],
  present: ReadonlySet<string>,
  supportOf: (id: string) => Support,
): Promise<string[]> {
  const newFacts = facts.filter(({ id }) => !present.has(id));
  const formerFacts = facts.filter(({ id }) => present.has(id));
  const [unlinked] = await Promise.all([
    dropLinks(transaction, formerFacts),
    createNodes(transaction, newFacts, supportOf),
    updateNodes(transaction, formerFacts),
    createLinks(transaction, facts),
  ]);
  return unlinked;
}

async function createNodes(
  transaction: ManagedTransaction,
  facts: readonly NodeFact[],
  supportOf: (id: string) => Support,
): Promise<void> {
  await ofEachLabel(facts, (label, group) => {
    const { labels } = NODES[label];
    return transaction.run(`UNWIND $rows AS row CREATE (n:${labels.join(':')}) SET n = row`, {
      rows: group.map((fact) => ({ ...nodeRow(fact).properties, ...supportOf(fact.id) })),
    });
  });
}

async function updateNodes(transaction: ManagedTransaction, facts: readonly NodeFact[]): Promise<void> {
  await ofEachLabel(facts, (label, group) => {
    const { labels } = NODES[label];
    // The kind of an activity may be corrected: it keeps its id and changes its label.
    const formerKinds = (labels as readonly string[]).includes('Activity') ? 'REMOVE n:Programme:Edition:Project' : '';
    return transaction.run(
      `UNWIND $rows AS row
       MATCH (n:${keyLabel(label)} {id: row.id})
       ${formerKinds}
       SET n:${labels.join(':')}, n = row.properties`,
      { rows: group.map(nodeRow) },
    );
  });
}

async function createLinks(transaction: ManagedTransaction, facts: readonly NodeFact[]): Promise<void> {
  const rows = facts.flatMap(({ label, id, links = [] }) =>
    // Each once, and then created: MERGE would look through the links that the nodes have already.
    [...new Map(links.map((link) => [`${link.type} ${link.to}`, link])).values()].map((link) => ({
      label,
      id,
      ...link,
    })),
  );
  const groups = groupBy(rows, ({ label, type }) => `${label} ${type}`);
  await Promise.all(
    [...groups].map(([key, group]) => {
      const [label, type] = key.split(' ') as [NodeLabel, LinkType];
      return transaction.run(
        `UNWIND $rows AS row
         MATCH (n:${keyLabel(label)} {id: row.id}), (to:${LINKS[type].to} {id: row.to})
         CREATE (n)-[link:${type}]->(to)
         SET link.insteadOf = row.insteadOf`,
        { rows: group.map(({ id, to, insteadOf = null }) => ({ id, to, insteadOf })) },
      );
    }),
  );
}

async function dropLinks(transaction: ManagedTransaction, facts: readonly NodeFact[]): Promise<string[]> {
  const linked = facts.filter(({ links }) => links !== undefined && links.length > 0);
  const results = await ofEachLabel(linked, (label, group) =>
    transaction.run<{ id: string }>(
      `UNWIND $ids AS id MATCH (n:${keyLabel(label)} {id: id})-[old:${Object.keys(LINKS).join('|')}]->(end)
       WITH old, end.id AS id DELETE old
       RETURN DISTINCT id`,
      { ids: group.map(({ id }) => id) },
    ),
  );
  return results.flatMap(({ records }) => records.map((record) => record.get('id')));
}

function ofEachLabel<Result>(
  facts: readonly NodeFact[],
  run: (label: NodeLabel, group: readonly NodeFact[]) => Promise<Result>,
): Promise<Result[]> {
  return Promise.all([...groupBy(facts, ({ label }) => label)].map(([label, group]) => run(label, group)));
}
