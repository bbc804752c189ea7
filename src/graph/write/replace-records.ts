import type { ManagedTransaction } from 'neo4j-driver';
import type { EdgeFact, Fact, NodeFact } from '../../domain/fact.ts';
import { groupBy } from '../../domain/group-by.ts';
import { type Redirects, recordsIn } from '../../domain/redirect-fact.ts';
import { type ChangedRecord, sourceOf } from './changed-records.ts';
import { withoutRetracted } from './curation/without-retracted.ts';
import { keepFactVersions } from './fact-versions.ts';
import { mentionAgain } from './mention-again.ts';
import { readRedirects } from './merge/redirects.ts';
import { keepSuspendedFacts, type SuspendedFact } from './merge/suspended-facts.ts';
import { yieldingFacts } from './merge/yielding-facts.ts';
import { presentFacts } from './present-facts.ts';
import { refreshSupport, removeOrphanedPhantoms } from './refresh-support.ts';
import { retractStatements } from './retract-statements.ts';
import {
  type HeldFact,
  holds,
  isMention,
  isReference,
  type StatedFact,
  statedBy,
  withoutIdleReferences,
} from './stated-fact.ts';
import { kindOf, type StatementRow, statementRows } from './statement-row.ts';
import { supportBy } from './support.ts';
import { writeEdges } from './write-edges.ts';
import { writeNodes } from './write-nodes.ts';
import { writeStatements } from './write-statements.ts';

/**
 * Writes what the records say and takes back what their former versions said.
 *
 * A fact that is new to the graph rests on these records alone and is written with its support; for all others the graph
 * is asked what they rest on, after their statements have changed. The statements of a transaction run in the order they
 * are sent, so they are sent without waiting for each other's results.
 */
export async function replaceRecords(
  transaction: ManagedTransaction,
  changed: readonly ChangedRecord[],
): Promise<void> {
  const redirects = await readRedirects(transaction, changed);
  const stated = await withoutRetracted(transaction, statedBy(changed, redirects));
  const held = stated.filter(holds);
  const former = new Set(changed.filter(({ isNew }) => !isNew).map(({ record }) => record.id));
  const mentions = distinct(held.filter(({ said }) => isMention(said)).flatMap(statementRows));
  const present = await presentFacts(
    transaction,
    held.map(({ fact }) => fact),
    mentions.map(({ properties }) => properties.id),
  );
  const yielding = await yieldingFacts(transaction, held, present);
  const { written, idle } = withoutIdleReferences(held, present, yielding);
  await keepFactVersions(transaction, written, present);
  const left = [...idle, ...stated.filter((each) => !holds(each))];
  const supported: readonly StatedFact[] = [
    ...written,
    ...left.filter(({ said }) => !isReference(said)),
    // Who only refers to a node that is there says nothing about it, unless it was the first to name it.
    ...(await statedBefore(transaction, left, former)),
  ];

  const statements = distinct(supported.flatMap(statementRows));
  const byFact = groupBy(statements, ({ properties }) => properties.factId);
  const supportOf = (id: string) => supportBy(byFact.get(id) ?? []);
  const facts = latestOfEach(written);
  const nodes = facts.filter((fact): fact is NodeFact => fact.shape === 'node');
  const edges = facts.filter((fact): fact is EdgeFact => fact.shape === 'edge');
  const [unlinked, , , unsupported, mentioned] = await Promise.all([
    writeNodes(transaction, nodes, present, supportOf),
    writeEdges(transaction, edges, present, supportOf),
    writeStatements(transaction, statements, (recordId) => former.has(recordId)),
    retractStatements(transaction, [...former], statements),
    mentionAgain(
      transaction,
      distinct(idle.filter(({ said }) => isMention(said)).flatMap(statementRows)).filter(
        ({ properties }) => !present.has(properties.id),
      ),
    ),
    keepSuspendedFacts(transaction, suspendedAmong(stated, redirects)),
    writeDigests(transaction, changed),
  ]);
  const unsettled = supported.filter(holds).filter(({ fact }) => present.has(fact.id) || !byFact.has(fact.id));
  await refreshSupport(transaction, [
    ...unsettled.map(({ fact }) => ({ id: fact.id, kind: kindOf(fact) })),
    ...unsupported,
    ...mentioned,
  ]);
  await removeOrphanedPhantoms(transaction, unlinked);
}

/** Those of the references that the same record made in its former version, and that it supports. */
async function statedBefore(
  transaction: ManagedTransaction,
  stated: readonly StatedFact[],
  former: ReadonlySet<string>,
): Promise<StatedFact[]> {
  const candidates = stated.filter(({ recordId, said }) => isReference(said) && former.has(recordId));
  if (candidates.length === 0) return [];
  const { records } = await transaction.run<{ key: string }>(
    `UNWIND $factIds AS factId
     MATCH (s:Statement {factId: factId}) WHERE s.recordId IN $recordIds
     RETURN DISTINCT s.recordId + ' ' + factId AS key`,
    { factIds: [...new Set(candidates.map(({ said }) => said.id))], recordIds: [...former] },
  );
  const keys = new Set(records.map((record) => record.get('key')));
  return candidates.filter(({ recordId, said }) => keys.has(`${recordId} ${said.id}`));
}

/** Each statement once, even where a record makes it twice. */
function distinct(rows: readonly StatementRow[]): StatementRow[] {
  return [...new Map(rows.map((row) => [row.properties.id, row])).values()];
}

/** Of what several records say of the same fact, the last holds. */
function latestOfEach(stated: readonly HeldFact[]): Fact[] {
  return [...new Map(stated.map(({ fact }) => [fact.id, fact])).values()];
}

/** What speaks of records that were merged into others. What only hangs on one remembers that by its links. */
function suspendedAmong(stated: readonly StatedFact[], redirects: Redirects): SuspendedFact[] {
  return stated
    .filter(({ said, fact }) => said.id !== fact?.id && (isMention(said) || !isReference(said)))
    .map(({ said }) => ({ fact: said, of: recordsIn(said).filter((id) => redirects.has(id)) }));
}

async function writeDigests(transaction: ManagedTransaction, changed: readonly ChangedRecord[]): Promise<void> {
  await transaction.run(
    'UNWIND $rows AS row MERGE (r:Record {id: row.id}) SET r.digest = row.digest, r.sourceId = row.sourceId',
    {
      rows: changed.map(({ record, digest }) => ({
        id: record.id,
        digest,
        sourceId: sourceOf(record),
      })),
    },
  );
}
