import { element, textElement } from '../xml/element.ts';
import { TRANSACTION_TYPES } from './codes.ts';
import type { NoteKind } from './note.ts';
import { organisationAttributes } from './organisation-attributes.ts';
import type { NamedActor, OwnActivity, OwnTransaction } from './own-activity.ts';
import type { Publisher } from './publisher.ts';

/** The transactions of an activity, exact and in their own currencies. One without a date cannot be published, and is noted. */
export function iatiTransactions(
  { transactions }: OwnActivity,
  publisher: Publisher,
  note: (kind: NoteKind, message: string) => void,
): string[] {
  return transactions.flatMap((transaction) => {
    const { type, amount, currency, date, valueDate, isHumanitarian } = transaction;
    if (date === null) {
      note('transaction-without-date', `${type} of ${amount} ${currency}: left out, for IATI wants its day`);
      return [];
    }
    return [
      element(
        'transaction',
        { humanitarian: isHumanitarian === null ? null : isHumanitarian ? '1' : '0' },
        element('transaction-type', { code: TRANSACTION_TYPES[type] }),
        element('transaction-date', { 'iso-date': date }),
        textElement('value', { currency, 'value-date': valueDate ?? date }, amount),
        ...party('provider', transaction, publisher),
        ...party('receiver', transaction, publisher),
      ),
    ];
  });
}

function party(side: 'provider' | 'receiver', transaction: OwnTransaction, publisher: Publisher): string[] {
  const actor: NamedActor | null = transaction[side];
  const name = transaction[`${side}Name`] ?? actor?.names[0]?.value ?? null;
  const activityId = transaction[`${side}ActivityRef`];
  if (actor === null && name === null && activityId === null) return [];
  const attributes = {
    ...(actor === null ? {} : organisationAttributes(actor, publisher)),
    [`${side}-activity-id`]: activityId,
  };
  return [element(`${side}-org`, attributes, ...(name === null ? [] : [textElement('narrative', {}, name)]))];
}
