import type { ManagedTransaction } from 'neo4j-driver';

/** The id of the organisation that one with this id was merged into: none, or one. */
export async function findMergedInto(transaction: ManagedTransaction, id: string): Promise<string[]> {
  const { records } = await transaction.run<{ to: string }>(
    'MATCH (redirect:Redirect {id: $id}) RETURN redirect.to AS to',
    { id },
  );
  return records.map((record) => record.get('to'));
}
