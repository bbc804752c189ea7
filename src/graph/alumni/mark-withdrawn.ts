import type { Consent } from '../../domain/alumni/consent.ts';
import type { RecordChange } from './change-record.ts';
import { withdrawConsents } from './withdraw-consents.ts';

/** Withdraws those of these consents that were not, for ever, with an event for each audience and purpose. Gives how many. */
export async function markWithdrawn(
  { transaction, person, note }: Pick<RecordChange, 'transaction' | 'person' | 'note'>,
  consents: readonly Consent[],
  day: string,
  reason: string | null = null,
): Promise<number> {
  const standing = consents.filter(({ withdrawnOn }) => withdrawnOn === null);
  if (standing.length === 0) return 0;
  await withdrawConsents(
    transaction,
    standing.map(({ id }) => id),
    day,
  );
  const terms = new Map(
    standing.map(({ field, audience, purpose }) => [`${field}/${audience}/${purpose}`, { field, audience, purpose }]),
  );
  const touched = person.records
    .filter((record) => record.consents.some((consent) => standing.includes(consent)))
    .map(({ id }) => id);
  for (const { purpose, ...detail } of terms.values()) {
    await note({
      action: 'CONSENT_WITHDRAWN',
      purpose,
      detail: { ...detail, ...(reason !== null && { reason }) },
      touched,
    });
  }
  return standing.length;
}
