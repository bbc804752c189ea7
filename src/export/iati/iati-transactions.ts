import { daySpan } from '../../domain/partial-date.ts';
import { element, textElement } from '../xml/element.ts';
import { TRANSACTION_TYPES } from './codes.ts';
import type { NoteKind } from './note.ts';
import { organisationAttributes } from './organisation-attributes.ts';
import type { NamedActor, OwnActivity, OwnTransaction } from './own-activity.ts';
import type { Publisher } from './publisher.ts';

type AddNote = (kind: NoteKind, message: string) => void;

/**
 * The transactions of an activity, exact and in their own currencies. Of a year or month the first day stands for the day,
 * and the year or month itself in the description. One without a date cannot be published. Both are noted.
 */
export function iatiTransactions({ transactions }: OwnActivity, publisher: Publisher, note: AddNote): string[] {
  const dated = transactions.map((transaction) => ({ transaction, day: firstDayOf(transaction) }));
  for (const { transaction, day } of dated) if (day === null) noteUndated(transaction, note);
  const widened = dated.filter(({ transaction, day }) => day !== null && day !== transaction.date);
  if (widened.length > 0)
    note(
      'transaction-date-less-exact-than-a-day',
      `exact days missing: ${widened.length}; the first day of the year or month stands for each`,
    );
  return dated.flatMap(({ transaction, day }) => (day === null ? [] : [iatiTransaction(transaction, day, publisher)]));
}

function firstDayOf({ date }: OwnTransaction): string | null {
  return date === null ? null : (daySpan(date)?.firstDay ?? null);
}

function noteUndated({ type, amount, currency }: OwnTransaction, note: AddNote): void {
  note('transaction-without-date', `${type} of ${amount} ${currency}: left out, for IATI wants its day`);
}

function iatiTransaction(transaction: OwnTransaction, day: string, publisher: Publisher): string {
  const { type, amount, currency, date, valueDate, isHumanitarian } = transaction;
  return element(
    'transaction',
    { humanitarian: isHumanitarian === null ? null : isHumanitarian ? '1' : '0' },
    element('transaction-type', { code: TRANSACTION_TYPES[type] }),
    element('transaction-date', { 'iso-date': day }),
    textElement('value', { currency, 'value-date': valueDate ?? day }, amount),
    ...(date === day ? [] : [asPublished(date)]),
    ...party('provider', transaction, publisher),
    ...party('receiver', transaction, publisher),
  );
}

function asPublished(date: string | null): string {
  return element('description', {}, textElement('narrative', { 'xml:lang': 'en' }, `Date as published: ${date}`));
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
