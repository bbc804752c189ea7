import type { ManagedTransaction } from 'neo4j-driver';
import type { NodeFact } from '../../domain/fact.ts';
import { groupBy } from '../../domain/group-by.ts';
import { LINKS, type LinkType, NODES, type NodeLabel } from '../../domain/model.ts';
import { toStored } from './to-stored.ts';

export interface WrittenNodes {
  /** The facts that were written: every description, and the first reference to what nobody describes. */
  readonly written: ReadonlySet<NodeFact>;
  /** The ids of the records that written nodes hung on before, and may no longer. */
  readonly unlinked: readonly string[];
}

/** Writes the nodes with their links. */
export async function writeNodes(transaction: ManagedTransaction, facts: readonly NodeFact[]): Promise<WrittenNodes> {
  const toWrite = await withoutIdleReferences(transaction, facts);
  for (const [label, group] of groupBy(toWrite, (fact) => fact.label)) await mergeNodes(transaction, label, group);
  return { written: new Set(toWrite), unlinked: await writeLinks(transaction, toWrite) };
}

/** A reference writes nothing where the graph or another fact of the batch has the node. */
async function withoutIdleReferences(
  transaction: ManagedTransaction,
  facts: readonly NodeFact[],
): Promise<readonly NodeFact[]> {
  const known = await presentReferences(transaction, facts);
  for (const { id, isReference } of facts) if (!isReference) known.add(id);
  return facts.filter(({ id, isReference }) => {
    if (!isReference) return true;
    const isFirst = !known.has(id);
    known.add(id);
    return isFirst;
  });
}

async function presentReferences(transaction: ManagedTransaction, facts: readonly NodeFact[]): Promise<Set<string>> {
  const present = new Set<string>();
  const references = facts.filter((fact) => fact.isReference === true);
  for (const [label, group] of groupBy(references, (fact) => fact.label)) {
    const { records } = await transaction.run<{ id: string }>(
      `UNWIND $ids AS id MATCH (n:${keyLabel(label)} {id: id}) RETURN n.id AS id`,
      { ids: group.map(({ id }) => id) },
    );
    for (const record of records) present.add(record.get('id'));
  }
  return present;
}

async function mergeNodes(
  transaction: ManagedTransaction,
  label: NodeLabel,
  facts: readonly NodeFact[],
): Promise<void> {
  const { labels } = NODES[label];
  // The kind of an activity may be corrected: it keeps its id and changes its label.
  const formerKinds = (labels as readonly string[]).includes('Activity') ? 'REMOVE n:Programme:Edition:Project' : '';
  await transaction.run(
    `UNWIND $rows AS row
     MERGE (n:${keyLabel(label)} {id: row.id})
     ${formerKinds}
     SET n:${labels.join(':')}, n = row.properties, n.id = row.id`,
    {
      rows: facts.map(({ id, properties, isReference }) => ({
        id,
        properties: toStored({ ...properties, ...phantom(label, isReference) }),
      })),
    },
  );
}

/** Entities say whether they are phantoms; names, codes and channel categories, whether they came with a mere reference. */
function phantom(label: NodeLabel, isReference = false): { isPhantom?: boolean; isReference?: boolean } {
  const labels: readonly string[] = NODES[label].labels;
  return labels.includes('Entity') ? { isPhantom: isReference } : { isReference };
}

async function writeLinks(transaction: ManagedTransaction, facts: readonly NodeFact[]): Promise<string[]> {
  const linked = facts.filter(({ links }) => links !== undefined && links.length > 0);
  const rows = linked.flatMap(({ label, id, links = [] }) => links.map(({ type, to }) => ({ label, id, type, to })));
  const unlinked: string[] = [];
  for (const [label, group] of groupBy(linked, (fact) => fact.label))
    unlinked.push(...(await dropLinks(transaction, label, group)));
  for (const [key, group] of groupBy(rows, ({ label, type }) => `${label} ${type}`)) {
    const [label, type] = key.split(' ') as [NodeLabel, LinkType];
    await transaction.run(
      `UNWIND $rows AS row
       MATCH (n:${keyLabel(label)} {id: row.id}), (to:${LINKS[type].to} {id: row.to})
       MERGE (n)-[:${type}]->(to)`,
      { rows: group.map(({ id, to }) => ({ id, to })) },
    );
  }
  return unlinked;
}

async function dropLinks(
  transaction: ManagedTransaction,
  label: NodeLabel,
  facts: readonly NodeFact[],
): Promise<string[]> {
  const { records } = await transaction.run<{ id: string }>(
    `UNWIND $ids AS id MATCH (n:${keyLabel(label)} {id: id})-[old:${Object.keys(LINKS).join('|')}]->(end)
     WITH old, end.id AS id DELETE old
     RETURN DISTINCT id`,
    { ids: facts.map(({ id }) => id) },
  );
  return records.map((record) => record.get('id'));
}

/** The label whose key finds the node: the shared one where the node is an entity, so that a changed kind finds itself. */
function keyLabel(label: NodeLabel): string {
  return NODES[label].labels[0];
}
