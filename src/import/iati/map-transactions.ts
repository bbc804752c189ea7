import { stableKey } from '../../domain/identity.ts';
import type { Term } from '../../domain/vocabulary.ts';
import { normaliseDecimal } from '../values/normalise-decimal.ts';
import { shorten } from '../values/shorten.ts';
import { CODELISTS } from './codelists.ts';
import { readDate } from './map-dates.ts';
import { mapTransactionParty } from './map-transaction-party.ts';
import { readBoolean } from './read-boolean.ts';
import { readCode } from './read-code.ts';
import { readCurrency } from './read-currency.ts';
import type { RecordMapping } from './record-mapping.ts';
import { attributeOf, childrenOf, type XmlElement } from './xml-element.ts';

/** Every transaction with its exact amount in its own currency. Negative amounts are corrections, and are kept. */
export function mapTransactions(mapping: RecordMapping, activity: XmlElement): void {
  const currency = attributeOf(activity, 'default-currency');
  const occurrences = new Map<string, number>();
  for (const element of childrenOf(activity, 'transaction')) {
    mapping.tallies.count('transactions', 'read');
    mapTransaction(mapping, element, currency, occurrences);
  }
}

interface Money {
  readonly type: Term<'TransactionType'>;
  readonly amount: string;
  readonly currency: string;
  readonly valueDate: string | null;
}

function mapTransaction(
  mapping: RecordMapping,
  element: XmlElement,
  defaultCurrency: string | undefined,
  occurrences: Map<string, number>,
): void {
  const provider = mapTransactionParty(mapping, element, 'provider');
  const receiver = mapTransactionParty(mapping, element, 'receiver');
  const money = readMoney(mapping, element, defaultCurrency);
  if (money === null) return;
  const { type, amount, currency, valueDate } = money;
  const [dated] = childrenOf(element, 'transaction-date');
  const date = dated === undefined ? null : readDate(mapping, dated, 'iso-date');

  const what = [attributeOf(element, 'ref') ?? '', type, date ?? '', amount, currency, provider.given, receiver.given];
  const key = stableKey(mapping.head.identifier, ...what);
  const occurrence = (occurrences.get(key) ?? 0) + 1;
  occurrences.set(key, occurrence);

  mapping.tallies.count('transactions', 'kept');
  if (amount.startsWith('-')) mapping.tallies.count('transactions', 'kept, negative');
  const properties = {
    type,
    amount,
    currency,
    valueDate,
    date,
    isHumanitarian: readBoolean(element, 'humanitarian'),
    flowType: readCode(mapping, element, 'flow-type', 'flow-types'),
    financeType: readCode(mapping, element, 'finance-type', 'finance-types'),
    aidType: readCode(mapping, element, 'aid-type', 'aid-types'),
    tiedStatus: readCode(mapping, element, 'tied-status'),
    ...provider.properties,
    ...receiver.properties,
  };
  const links = [{ type: 'MADE_IN' as const, to: mapping.head.id }, ...provider.links(), ...receiver.links()];
  mapping.node('Transaction', `transaction:${stableKey(key, String(occurrence))}`, properties, element, { links });
}

function readMoney(mapping: RecordMapping, element: XmlElement, defaultCurrency: string | undefined): Money | null {
  const [typed] = childrenOf(element, 'transaction-type');
  const [value] = childrenOf(element, 'value');
  const type = mapping.term(
    typed ?? { ...element, name: 'transaction-type', attributes: {} },
    'code',
    CODELISTS.TransactionType,
  );
  const text = value?.text.trim() ?? '';
  const amount = normaliseDecimal(text);
  if (amount === null) {
    mapping.problem(
      value ?? element,
      text === '' ? 'missing-value' : 'bad-value',
      `transaction/value: expected a number like -1500.25; found "${shorten(text)}"`,
    );
  }
  if (value === undefined || type === undefined || amount === null) return null;
  const own = attributeOf(value, 'currency');
  const currency = readCurrency(
    mapping,
    { ...value, attributes: { currency: own ?? defaultCurrency ?? '' } },
    'currency',
  );
  if (currency === null) {
    if (own === undefined)
      mapping.problem(
        value,
        'missing-value',
        'transaction/value: expected a currency here or as the default of the activity; found none',
      );
    return null;
  }
  const valueDate = attributeOf(value, 'value-date') === undefined ? null : readDate(mapping, value, 'value-date');
  return { type, amount, currency, valueDate };
}
