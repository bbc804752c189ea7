import type { NodeFact } from '../../../domain/fact.ts';
import { stableKey } from '../../../domain/identity.ts';
import { shorten } from '../../values/shorten.ts';
import type { CsvMapping } from '../mapping/format.ts';
import type { Cells } from '../read/cells.ts';
import { readAmount } from '../values/read-amount.ts';
import { fill } from '../values/read-value.ts';
import { eachItem } from './each-item.ts';
import { readMappedDate } from './read-mapped-date.ts';
import { readTerm } from './read-term.ts';
import { readText } from './read-text.ts';
import type { Place, RecordMapping } from './record-mapping.ts';
import { referToActor } from './refer-to-actor.ts';

type TransactionMapping = CsvMapping['transactions'][number];

/** Every amount of the row, exact and in its own currency. Negative ones are corrections, and are kept. */
export function mapTransactions(mapping: RecordMapping, activity: string, cells: Cells): void {
  eachItem(mapping, mapping.context.mapping.transactions, cells, (item, place) => {
    const amount = amountIn(mapping, item, place);
    if (amount === null) return;
    mapping.tallies.count('transactions', 'read');
    const type = readTerm(mapping, item.type, 'TransactionType', place, 'transaction.type');
    const currency = currencyIn(mapping, item, place);
    if (type === undefined || currency === null) return;
    const date = readMappedDate(mapping, item.date, place, 'transaction.date');
    const valueDate = readMappedDate(mapping, item.valueDate, place, 'transaction.valueDate');
    const provider = party(mapping, item.provider, 'PROVIDED_BY', place);
    const receiver = party(mapping, item.receiver, 'RECEIVED_BY', place);

    const said = [activity, type, date ?? '', valueDate ?? '', amount, currency];
    const key = stableKey(mapping.key, ...said, ...[...provider, ...receiver].map(({ to }) => to));
    const id = `transaction:${stableKey(key, String(mapping.occurrence(key)))}`;
    const links: NodeFact['links'] = [{ type: 'MADE_IN', to: activity }, ...provider, ...receiver];
    mapping.node('Transaction', id, { type, amount, currency, date, valueDate, isHumanitarian: null }, place, {
      links,
    });
    mapping.tallies.count('transactions', 'kept');
    if (amount.startsWith('-')) mapping.tallies.count('transactions', 'kept, negative');
  });
}

/** Null where there is none, and where there is none to be kept. */
function amountIn(mapping: RecordMapping, { amount }: TransactionMapping, { cells }: Place): string | null {
  const text = fill(amount.value, cells);
  if (text === undefined) return null;
  const read = readAmount(text, amount);
  if (read === null) {
    const example = amount.decimal === '.' ? '-1500.25' : '-1500,25';
    mapping.problem(
      cells,
      'bad-value',
      `transaction.amount: expected a number like ${example}; found "${shorten(text)}"`,
    );
  }
  return read === '0' && amount.zero === 'leave out' ? null : read;
}

function currencyIn(mapping: RecordMapping, { currency }: TransactionMapping, place: Place): string | null {
  const text = readText(mapping, currency, place, 'transaction.currency')?.toUpperCase();
  if (text !== undefined && /^[A-Z]{3}$/.test(text)) return text;
  const found = text === undefined ? 'none' : `"${shorten(text)}"`;
  const kind = text === undefined ? 'missing-value' : 'bad-value';
  mapping.problem(place.cells, kind, `transaction.currency: expected a currency like USD; found ${found}`);
  return null;
}

/** The link to the organisation that gave or received. A country or a kind of channel is none. */
function party(
  mapping: RecordMapping,
  actor: TransactionMapping['provider'],
  type: 'PROVIDED_BY' | 'RECEIVED_BY',
  place: Place,
): { type: 'PROVIDED_BY' | 'RECEIVED_BY'; to: string }[] {
  const mention = actor === undefined ? null : referToActor(mapping, actor, place);
  return mention?.form === 'organisation' || mention?.form === 'name' ? [{ type, to: mention.id }] : [];
}
