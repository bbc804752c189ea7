import type { ManagedTransaction } from 'neo4j-driver';

/** Withdraws these consents on this day, for ever; of those that were withdrawn before, the earlier day stays. */
export async function withdrawConsents(
  transaction: ManagedTransaction,
  ids: readonly string[],
  day: string,
): Promise<void> {
  await transaction.run(
    `UNWIND $ids AS id
     MATCH (consent:Consent {id: id}) WHERE consent.withdrawnOn IS NULL
     SET consent.withdrawnOn = $day`,
    { ids, day },
  );
}
