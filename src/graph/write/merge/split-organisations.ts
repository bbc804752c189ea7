import type { ManagedTransaction } from 'neo4j-driver';
import type { Fact } from '../../../domain/fact.ts';
import { recordsIn, redirectFact } from '../../../domain/redirect-fact.ts';
import { DomainError } from '../../../errors.ts';
import { lockGraph, moveVersion } from '../graph-lock.ts';
import { refreshSupport, removeOrphanedPhantoms } from '../refresh-support.ts';
import { kindOf } from '../statement-row.ts';
import { moveLinksBack } from './move-links.ts';
import { placeFacts } from './place-facts.ts';
import { keepSuspendedFacts, takeSuspendedFacts } from './suspended-facts.ts';

/** Takes a merge back: what was said of the organisation that went, before the merge or since, holds of it again. */
export async function splitOrganisations(
  transaction: ManagedTransaction,
  { decisionId }: { readonly decisionId: string },
): Promise<{ readonly from: string; readonly into: string }> {
  await lockGraph(transaction);
  const { from, into } = await takeRedirect(transaction, decisionId);
  const facts = await takeSuspendedFacts(transaction, from);
  const others = await otherRedirects(transaction, facts);
  const merged = facts.flatMap((fact) => redirectFact(fact, new Map([...others, [from, into]])) ?? []);

  const placed = await placeFacts(transaction, facts, others);
  await moveLinksBack(transaction, from, into);
  const stillSuspended = facts.map((fact) => ({ fact, of: recordsIn(fact).filter((id) => others.has(id)) }));
  await keepSuspendedFacts(
    transaction,
    stillSuspended.filter(({ of }) => of.length > 0),
  );
  await refreshSupport(transaction, [...placed, ...merged.map((fact) => ({ id: fact.id, kind: kindOf(fact) }))]);
  await removeOrphanedPhantoms(transaction, [from, into]);
  await moveVersion(transaction);
  return { from, into };
}

async function takeRedirect(transaction: ManagedTransaction, decisionId: string) {
  const { records } = await transaction.run<{ from: string; into: string }>(
    `MATCH (r:Redirect {decisionId: $decisionId})
     WITH r, r.id AS from, r.to AS into
     DELETE r
     RETURN from, into`,
    { decisionId },
  );
  const [record] = records;
  if (record === undefined) throw new DomainError('NotFound', `no merge stands by the decision ${decisionId}`);
  return record.toObject();
}

/** The other ends of relations may have been merged, too. */
async function otherRedirects(transaction: ManagedTransaction, facts: readonly Fact[]): Promise<Map<string, string>> {
  const { records } = await transaction.run<{ id: string; to: string }>(
    'UNWIND $ids AS id MATCH (r:Redirect {id: id}) RETURN r.id AS id, r.to AS to',
    { ids: [...new Set(facts.flatMap(recordsIn))] },
  );
  return new Map(records.map((record) => [record.get('id'), record.get('to')]));
}
