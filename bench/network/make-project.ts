import type { Term } from '../../src/domain/vocabulary.ts';
import type { ProjectRow, TransactionRow } from './network.ts';
import type { Random } from './random.ts';

const FIRST_YEAR = 2005;
const YEARS = 20;
/** Projects that end later go on. */
const THIS_YEAR = 2025;

/** A project of some years between 2005 and 2029; one in ten has no end yet. */
export function makeProject(id: string, name: string, random: Random): ProjectRow {
  const year = FIRST_YEAR + random.below(YEARS);
  const firstDay = day(year, random);
  const endYear = year + 1 + random.below(5);
  const lastDay = random.next() < 0.1 ? null : day(endYear, random);
  const status: Term<'ActivityStatus'> = lastDay !== null && endYear < THIS_YEAR ? 'CLOSED' : 'ONGOING';
  return { id, name, status, start: firstDay, end: lastDay, firstDay, lastDay };
}

const CURRENCIES = ['USD', 'EUR', 'JPY', 'KRW', 'GBP', 'KZT'];
const TYPES: readonly Term<'TransactionType'>[] = ['OUTGOING_COMMITMENT', 'DISBURSEMENT', 'EXPENDITURE'];

/** As many transactions as asked for, the first a commitment, each in the year the project starts or the one after. */
export function makeTransactions(
  project: ProjectRow,
  count: number,
  parties: Pick<TransactionRow, 'providerId' | 'receiverId'>,
  random: Random,
): TransactionRow[] {
  const currency = random.of(CURRENCIES);
  return Array.from({ length: count }, (_, index) => ({
    id: `transaction:${project.id.slice('activity:'.length)}-${index + 1}`,
    activityId: project.id,
    type: TYPES[index % TYPES.length] ?? 'DISBURSEMENT',
    amount: `${1_000 + random.below(5_000_000)}.${String(random.below(100)).padStart(2, '0')}`,
    currency,
    date: day(Number(project.firstDay.slice(0, 4)) + (index % 2), random),
    ...parties,
  }));
}

/** A day that every month has. */
function day(year: number, random: Random): string {
  return `${year}-${twoDigits(1 + random.below(12))}-${twoDigits(1 + random.below(28))}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
