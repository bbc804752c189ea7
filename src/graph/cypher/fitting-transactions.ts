import type { Term } from '../../domain/vocabulary.ts';
import { onlyIf } from './only-if.ts';
import { type ActivityCondition, selectActivities } from './select-activities.ts';

/** Which transactions fit; null sets no condition. The parameters of the Cypher below. */
export interface TransactionCriteria {
  readonly types: readonly Term<'TransactionType'>[];
  /** Ids of actors, all that are meant. */
  readonly donors: readonly string[] | null;
  readonly currencies: readonly string[] | null;
  readonly fromYear: number | null;
  readonly toYear: number | null;
}

/** What is needed of each transaction; the rest is null, and read only where the criteria speak of it. */
export interface TransactionNeeds {
  readonly year: boolean;
  readonly donor: boolean;
}

/** The first four characters of any EDTF date but an open one are the year of its first day. */
const YEAR = 'coalesce(toInteger(left(transaction.date, 4)), transaction.valueDate.year)';

/** Where a publisher names a provider that is no organisation, nobody else gave the money. */
const DONOR = `coalesce(
      head(COLLECT { MATCH (transaction)-[:PROVIDED_BY]->(provider:Actor) RETURN provider.id ORDER BY provider.id }),
      CASE WHEN transaction.providerName IS NULL AND size(funders) = 1 THEN funders[0] END)`;
const FUNDERS = `COLLECT {
    MATCH (funder:Actor)-[part:PARTICIPATES_IN {role: 'FUNDING'}]->(activity) WHERE part.basis IN $basis
    RETURN DISTINCT funder.id LIMIT 2 }`;

/**
 * Cypher that binds `activity`, `transaction`, `year` and `donor` to every transaction that fits, of all activities that
 * meet the conditions, at most `$limit`. A condition that is not asked for is not in it.
 */
export function fittingTransactions(
  conditions: readonly ActivityCondition[],
  { donors, currencies, fromYear, toYear }: Omit<TransactionCriteria, 'types'>,
  needs: TransactionNeeds,
): string {
  const readsDonor = needs.donor || donors !== null;
  const readsYear = needs.year || fromYear !== null || toYear !== null;
  const activities = selectActivities(conditions);
  const funders = readsDonor ? `WITH activity, ${FUNDERS} AS funders` : '';
  const ofCurrency = currencies === null ? '' : ' AND transaction.currency IN $currencies';
  const [year, donor] = [onlyIf(readsYear, YEAR), onlyIf(readsDonor, DONOR)];
  const tests = [
    ...(fromYear === null ? [] : ['year >= $fromYear']),
    ...(toYear === null ? [] : ['year <= $toYear']),
    ...(donors === null ? [] : ['donor IN $donors']),
  ];
  const [keptYear, keptDonor] = [onlyIf(needs.year, 'year'), onlyIf(needs.donor, 'donor')];
  const where = tests.length > 0 ? ` WHERE ${tests.join(' AND ')}` : '';
  return `
  ${activities}
  ${funders}
  MATCH (activity)<-[:MADE_IN]-(transaction)
  WHERE transaction.type IN $types${ofCurrency}
  WITH activity, transaction, ${year} AS year, ${donor} AS donor${where}
  WITH activity, transaction, ${keptYear} AS year, ${keptDonor} AS donor LIMIT $limit`;
}
