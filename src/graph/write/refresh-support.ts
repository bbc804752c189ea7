import type { ManagedTransaction } from 'neo4j-driver';
import { DECISION } from '../../domain/curation/decision-id.ts';
import { groupBy } from '../../domain/group-by.ts';
import { EDGES, type EdgeType, LINKS, NODES, type NodeLabel } from '../../domain/model.ts';
import { VOCABULARY } from '../../domain/vocabulary.ts';
import { restoreVersions } from './restore-versions.ts';
import type { SupportedFact } from './supported-fact.ts';

/** Brings `statementIds` and `basis` of the facts up to date with their statements; facts left without any are removed. */
export async function refreshSupport(transaction: ManagedTransaction, facts: readonly SupportedFact[]): Promise<void> {
  const distinct = [...new Map(facts.map((fact) => [fact.id, fact])).values()];
  for (const [kind, group] of groupBy(distinct, (fact) => fact.kind)) {
    const ids = group.map(({ id }) => id);
    if (kind in EDGES) await refreshEdges(transaction, kind as EdgeType, ids);
    else await refreshNodes(transaction, kind as NodeLabel, ids);
  }
  await restoreVersions(transaction, distinct);
}

/** Statement ids in a fixed order, and the strongest basis among them. */
const SUPPORT = `
  OPTIONAL MATCH (s:Statement {factId: id})
  WITH fact, s ORDER BY s.id
  WITH fact, collect(s.id) AS statementIds, collect(s.basis) AS found`;
const STRONGEST = 'head([basis IN $strengths WHERE basis IN found])';

async function refreshEdges(transaction: ManagedTransaction, type: EdgeType, ids: readonly string[]): Promise<void> {
  const { records } = await transaction.run<{ ends: string[] }>(
    `UNWIND $ids AS id
     MATCH (from)-[fact:${type} {id: id}]->(to)
     ${SUPPORT}
     SET fact.statementIds = statementIds, fact.basis = ${STRONGEST}
     WITH fact WHERE size(fact.statementIds) = 0
     WITH fact, [startNode(fact).id, endNode(fact).id] AS ends
     DELETE fact
     RETURN ends`,
    { ids, strengths: VOCABULARY.Basis },
  );
  await removeOrphanedPhantoms(
    transaction,
    records.flatMap((record) => record.get('ends')),
  );
}

async function refreshNodes(transaction: ManagedTransaction, label: NodeLabel, ids: readonly string[]): Promise<void> {
  const { records } = await transaction.run<{ id: string }>(
    `UNWIND $ids AS id
     MATCH (fact:${NODES[label].labels[0]} {id: id})
     ${SUPPORT}
     SET fact.statementIds = statementIds, fact.basis = ${STRONGEST}
     WITH fact WHERE size(statementIds) = 0
     RETURN fact.id AS id`,
    { ids, strengths: VOCABULARY.Basis },
  );
  const unsupported = records.map((record) => record.get('id'));
  if (unsupported.length > 0) await removeUnsupportedNodes(transaction, label, unsupported);
}

/** A record nobody states any more stays as a phantom while relations still name it. */
async function removeUnsupportedNodes(
  transaction: ManagedTransaction,
  label: NodeLabel,
  ids: readonly string[],
): Promise<void> {
  const labels: readonly string[] = NODES[label].labels;
  if (!labels.includes('Entity')) {
    // A kind of channel goes with what is delivered through it: others may have referred to it in the meantime.
    const { records } = await transaction.run<{ named: string[] }>(
      `UNWIND $ids AS id
       MATCH (n:${label} {id: id})
       WHERE NOT EXISTS { (n)<-[:${EDGE_TYPES}]-() }
       WITH n, COLLECT { MATCH (n)-[:${LINK_TYPES}]->(end:Entity) RETURN end.id } AS named
       DETACH DELETE n
       RETURN named`,
      { ids },
    );
    const named = records.flatMap((record) => record.get('named'));
    if (label === 'Name') await renamePhantoms(transaction, named);
    await removeOrphanedPhantoms(transaction, named);
    return;
  }
  // Nothing but the reference is known from here on.
  await transaction.run(
    `UNWIND $ids AS id
     MATCH (n:Entity {id: id})
     WITH n, n {.id, .name, .kind, .code, .iatiIdentifier} AS reference
     SET n = reference, n.isPhantom = true, n.statementIds = []`,
    { ids },
  );
  await removeOrphanedPhantoms(transaction, ids);
}

/** A phantom is called by one of its names: where that one goes, by another. */
async function renamePhantoms(transaction: ManagedTransaction, ids: readonly string[]): Promise<void> {
  await transaction.run(
    `UNWIND $ids AS id
     MATCH (n:Entity {id: id}) WHERE n.isPhantom AND NOT EXISTS { (:Name {value: n.name})-[:NAME_OF]->(n) }
     MATCH (name:Name)-[:NAME_OF]->(n)
     WITH n, name ORDER BY coalesce(name.language, '') STARTS WITH 'en' DESC, name.id
     WITH n, head(collect(name.value)) AS value
     SET n.name = value`,
    { ids: [...new Set(ids)] },
  );
}

const EDGE_TYPES = Object.keys(EDGES).join('|');
const LINK_TYPES = Object.keys(LINKS).join('|');

/** Links by which others speak of a node. Its names and codes do not keep it alive, nor does what it says itself. */
const MENTIONS = Object.keys(LINKS)
  .filter((type) => type !== 'NAME_OF' && type !== 'IDENTIFIES')
  .join('|');

/**
 * Removes those of the nodes that are phantoms and that nothing speaks of any more, and then what only they spoke of.
 * What others were merged into stays: it may be spoken of as one of them. So does what a curator gave a name or code.
 */
export async function removeOrphanedPhantoms(transaction: ManagedTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { records } = await transaction.run<{ named: string[] }>(
    `UNWIND $ids AS id
     MATCH (n:Entity {id: id})
     WHERE n.isPhantom AND NOT EXISTS { (n)-[:${EDGE_TYPES}]-() } AND NOT EXISTS { (n)<-[:${MENTIONS}]-() }
       AND NOT EXISTS { (:Redirect {to: n.id}) }
       AND NOT EXISTS {
         MATCH (n)<-[:NAME_OF|IDENTIFIES]-(curated) MATCH (own:Statement {factId: curated.id})
         WHERE own.recordId STARTS WITH $curation
       }
     WITH n, COLLECT { MATCH (n)-[:${LINK_TYPES}]->(end:Entity) RETURN end.id } AS named
     OPTIONAL MATCH (attached:Name|Identifier)-[:NAME_OF|IDENTIFIES]->(n)
     OPTIONAL MATCH (s:Statement) WHERE s.factId IN [n.id, attached.id]
     DETACH DELETE s, attached, n
     RETURN DISTINCT named`,
    { ids: [...new Set(ids)], curation: DECISION },
  );
  await removeOrphanedPhantoms(
    transaction,
    records.flatMap((record) => record.get('named')),
  );
}
