import type { ManagedTransaction } from 'neo4j-driver';
import { moveVersion } from '../graph-lock.ts';
import { presentFacts } from '../present-facts.ts';
import { refreshSupport } from '../refresh-support.ts';
import { kindOf } from '../statement-row.ts';
import { writeEdges } from '../write-edges.ts';
import { writeNodes } from '../write-nodes.ts';
import { writeStatements } from '../write-statements.ts';
import { canBePutBack } from './can-be-put-back.ts';
import { readAnew } from './read-anew.ts';
import { readKnownRecords } from './read-known-records.ts';
import type { SetAside } from './set-statements-aside.ts';

const NO_SUPPORT = { statementIds: [], basis: null };

/**
 * Puts back what a decision set aside, as far as the records still say it. A record that has changed since is asked
 * again: it is written anew with the next import of its file.
 */
export async function takeStatementsUp(transaction: ManagedTransaction, decisionId: string): Promise<void> {
  const { records } = await transaction.run<{ withheld: string }>(
    `MATCH (r:Retraction {decisionId: $decisionId})
     WITH r, r.withheld AS withheld
     DELETE r
     RETURN withheld`,
    { decisionId },
  );
  if (records.length === 0) return;
  for (const record of records) {
    for (const aside of JSON.parse(record.get('withheld')) as SetAside[]) await putBack(transaction, aside);
  }
  await moveVersion(transaction);
}

async function putBack(transaction: ManagedTransaction, { recordId, digest, fact, rows }: SetAside): Promise<void> {
  const sourceIds = rows.map(({ sourceId }) => sourceId);
  const isSaidStill = await saysTheSame(transaction, recordId, digest, sourceIds);
  if (!isSaidStill || !(await canBePutBack(transaction, fact, rows))) {
    await readAnew(transaction, recordId);
    return;
  }
  const present = await presentFacts(transaction, [fact]);
  if (!present.has(fact.id) || (await isPhantom(transaction, fact.id))) {
    if (fact.shape === 'node') await writeNodes(transaction, [fact], present, () => NO_SUPPORT);
    else await writeEdges(transaction, [fact], present, () => NO_SUPPORT);
  }
  await writeStatements(transaction, rows, () => true);
  await refreshSupport(transaction, [{ id: fact.id, kind: kindOf(fact) }]);
}

/** What a source only mentions rests on no record, and stands as long as the source does. */
async function saysTheSame(
  transaction: ManagedTransaction,
  recordId: string,
  digest: string | null,
  sourceIds: readonly string[],
): Promise<boolean> {
  const { records } = await transaction.run<{ says: boolean }>(
    `RETURN ($digest IS NULL OR EXISTS { (:Record {id: $recordId, digest: $digest}) })
       AND all(id IN $sourceIds WHERE EXISTS { (:Source {id: id}) }) AS says`,
    { recordId, digest, sourceIds },
  );
  return records[0]?.get('says') === true;
}

async function isPhantom(transaction: ManagedTransaction, id: string): Promise<boolean> {
  return (await readKnownRecords(transaction, [id])).get(id)?.isPhantom === true;
}
