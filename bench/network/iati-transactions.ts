import { type IatiOrganisation, organisationElement } from './iati-organisation.ts';
import type { Random } from './random.ts';
import { element, empty } from './xml.ts';

/** None to nine transactions, fewer rather than more: commitments and disbursements with exact amounts. */
export function iatiTransactions(
  year: number,
  provider: IatiOrganisation,
  receiver: IatiOrganisation,
  random: Random,
): string[] {
  const count = Math.floor(10 * random.next() ** 2.2);
  return Array.from({ length: count }, (_, index) => {
    const day = `${year + (index % 3)}-${String(1 + random.below(12)).padStart(2, '0')}-10`;
    const amount = `${random.below(2_000_000)}.${String(random.below(100)).padStart(2, '0')}`;
    return element('transaction', { ref: `T${index + 1}` }, [
      empty('transaction-type', { code: index === 0 ? '2' : '3' }),
      empty('transaction-date', { 'iso-date': day }),
      element('value', { 'value-date': day }, [amount]),
      organisationElement('provider-org', provider),
      organisationElement('receiver-org', receiver),
    ]);
  });
}
