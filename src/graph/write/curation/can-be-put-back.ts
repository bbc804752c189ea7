import type { ManagedTransaction } from 'neo4j-driver';
import type { Fact } from '../../../domain/fact.ts';
import { recordsIn, redirectFact } from '../../../domain/redirect-fact.ts';
import type { StatementRow } from '../statement-row.ts';

/** Whether the fact holds by these statements as it did, and all that it joins or hangs on is there. */
export async function canBePutBack(
  transaction: ManagedTransaction,
  fact: Fact,
  rows: readonly StatementRow[],
): Promise<boolean> {
  return (await isWhole(transaction, fact)) && (await isStillSaidOf(transaction, fact, rows));
}

/** Records may have gone, or been merged or split since. */
async function isWhole(transaction: ManagedTransaction, fact: Fact): Promise<boolean> {
  const links = fact.shape === 'node' ? (fact.links ?? []) : [];
  const ends = fact.shape === 'edge' ? [fact.from, fact.to] : links.map(({ to }) => to);
  const { records } = await transaction.run<{ isWhole: boolean }>(
    `RETURN all(id IN $ends WHERE EXISTS { (:Entity {id: id}) } OR EXISTS { (:ChannelCategory {id: id}) })
       AND none(id IN $named WHERE EXISTS { (:Redirect {id: id}) })
       AND all(link IN $moved WHERE EXISTS { (:Redirect {id: link.insteadOf, to: link.to}) }) AS isWhole`,
    { ends, named: recordsIn(fact), moved: links.filter(({ insteadOf }) => insteadOf !== undefined) },
  );
  return records[0]?.get('isWhole') === true;
}

/** What a source says of a merged record is said of the one that stays only as long as the two are one. */
async function isStillSaidOf(
  transaction: ManagedTransaction,
  { id }: Fact,
  rows: readonly StatementRow[],
): Promise<boolean> {
  const { records } = await transaction.run<{ said: string | null; redirects: [string, string][] }>(
    `UNWIND $ids AS id
     OPTIONAL MATCH (suspended:SuspendedFact {id: id})
     RETURN suspended.fact AS said,
       COLLECT { MATCH (r:Redirect) WHERE r.id IN suspended.of RETURN [r.id, r.to] } AS redirects`,
    { ids: [...new Set(rows.flatMap(({ properties }) => properties.statedAs ?? []))] },
  );
  return records.every((record) => {
    const { said, redirects } = record.toObject();
    return said !== null && redirectFact(JSON.parse(said) as Fact, new Map(redirects))?.id === id;
  });
}
