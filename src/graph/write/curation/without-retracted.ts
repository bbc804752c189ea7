import type { ManagedTransaction } from 'neo4j-driver';
import { DECISION } from '../../../domain/curation/decision-id.ts';
import type { Fact } from '../../../domain/fact.ts';
import { groupBy } from '../../../domain/group-by.ts';
import { NODES } from '../../../domain/model.ts';
import type { Statement } from '../../../domain/statement.ts';
import type { StatedFact } from '../stated-fact.ts';
import { ANY_RECORD, type Retraction, wordsKey } from './retraction.ts';

/**
 * What records say, without what curators have retracted. An entity stays without its statements, for relations of the
 * same record may join it: it is then only referred to. All else goes.
 */
export async function withoutRetracted(
  transaction: ManagedTransaction,
  stated: readonly StatedFact[],
): Promise<readonly StatedFact[]> {
  const byFact = groupBy(await readRetractions(transaction, stated), ({ factId }) => factId);
  if (byFact.size === 0) return stated;
  return stated.flatMap((each) => {
    const retractions = retractionsOf(each, byFact);
    if (retractions.length === 0) return [each];
    const statements = each.said.statements.filter((statement) => !isRetracted(statement, retractions));
    if (statements.length === 0 && !isEntity(each.said)) return [];
    return [{ ...each, said: { ...each.said, statements }, fact: each.fact && { ...each.fact, statements } }];
  });
}

/** Nearly always there is none at all, which the count of the label tells without looking. */
async function readRetractions(transaction: ManagedTransaction, stated: readonly StatedFact[]): Promise<Retraction[]> {
  const { records: counted } = await transaction.run<{ count: number }>(
    'MATCH (r:Retraction) RETURN count(r) AS count',
  );
  if ((counted[0]?.get('count') ?? 0) === 0) return [];
  const { records } = await transaction.run<Retraction>(
    `UNWIND $recordIds AS recordId
     MATCH (r:Retraction {recordId: recordId})
     RETURN r.recordId AS recordId, r.factId AS factId, r.words AS words`,
    { recordIds: [ANY_RECORD, ...new Set(stated.map(({ recordId }) => recordId))] },
  );
  return records.map((record) => record.toObject());
}

/** A fact that nobody may state is not stated in the words of a merged record either. */
function retractionsOf({ recordId, said, fact }: StatedFact, byFact: ReadonlyMap<string, readonly Retraction[]>) {
  const held = fact === null || fact.id === said.id ? [] : (byFact.get(fact.id) ?? []);
  return [...(byFact.get(said.id) ?? []), ...held.filter((retraction) => retraction.recordId === ANY_RECORD)].filter(
    (retraction) => concerns(retraction.recordId, recordId),
  );
}

function concerns(retracted: string, recordId: string): boolean {
  return retracted === ANY_RECORD ? !recordId.startsWith(DECISION) : retracted === recordId;
}

function isRetracted(statement: Statement, retractions: readonly Retraction[]): boolean {
  return retractions.some(({ words }) => words === null || words === wordsKey(statement));
}

function isEntity(fact: Fact): boolean {
  return fact.shape === 'node' && (NODES[fact.label].labels as readonly string[]).includes('Entity');
}
