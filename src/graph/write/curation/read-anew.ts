import type { ManagedTransaction } from 'neo4j-driver';
import { DECISION } from '../../../domain/curation/decision-id.ts';
import { mentionsIn } from '../stated-fact.ts';

const MENTIONS = mentionsIn('');

/** Has a record written anew with the next import of its file. What a source mentions may stand in any of its records. */
export async function readAnew(transaction: ManagedTransaction, recordId: string): Promise<void> {
  if (!recordId.startsWith(MENTIONS)) {
    await transaction.run("MATCH (r:Record {id: $recordId}) SET r.digest = ''", { recordId });
    return;
  }
  await transaction.run(
    `MATCH (r:Record {sourceId: $sourceId}) WHERE NOT r.id STARTS WITH $own
     SET r.digest = ''`,
    { sourceId: recordId.slice(MENTIONS.length), own: DECISION },
  );
}
