import type { FlowActivity } from '../../../domain/flows/flow-activity.ts';
import type { Term } from '../../../domain/vocabulary.ts';
import { DomainError } from '../../../errors.ts';
import { type ActivityCondition, selectActivities } from '../../cypher/select-activities.ts';
import type { Graph, Parameters } from '../../open-graph.ts';

/** In which activities transactions are looked for. */
export interface ActivitySearch {
  readonly conditions: readonly ActivityCondition[];
  /** Those of the conditions, and `basis`: the bases of participations that count. */
  readonly parameters: Parameters & { readonly basis: readonly Term<'Basis'>[] };
}

/** Which of their transactions fit; null sets no condition. */
export interface TransactionCriteria {
  readonly types: readonly Term<'TransactionType'>[];
  /** Ids of actors, all that are meant. */
  readonly donors: readonly string[] | null;
  readonly currencies: readonly string[] | null;
  readonly fromYear: number | null;
  readonly toYear: number | null;
}

/** What is read of activities and transactions; the rest is left empty. `ROLE` needs the parameter `participants`. */
export type FlowNeed = 'YEAR' | 'DONOR' | 'FLOW_TYPE' | 'RECIPIENT' | 'SECTOR' | 'CHANNEL' | 'ROLE';

const MOST_TRANSACTIONS = 200_000;

/** The first four characters of any EDTF date but an open one are the year of its first day. */
const YEAR = 'coalesce(toInteger(left(transaction.date, 4)), transaction.valueDate.year)';

/** Where a publisher names a provider that is no organisation, nobody else gave the money. */
const DONOR = `coalesce(
      head(COLLECT { MATCH (transaction)-[:PROVIDED_BY]->(provider:Actor) RETURN provider.id ORDER BY provider.id }),
      CASE WHEN transaction.providerName IS NULL AND size(funders) = 1 THEN funders[0] END)`;
const FUNDERS = `COLLECT {
    MATCH (funder:Actor)-[part:PARTICIPATES_IN {role: 'FUNDING'}]->(activity) WHERE part.basis IN $basis
    RETURN DISTINCT funder.id LIMIT 2 }`;

const RECIPIENTS = `COLLECT {
      MATCH (country:Country)-[part:PARTICIPATES_IN {role: 'BENEFICIARY'}]->(activity) WHERE part.basis IN $basis
      RETURN {key: country.id, percentage: part.percentage} AS share
      UNION ALL
      MATCH (activity)-[lies:IN_REGION]->(region:Region) WHERE lies.basis <> 'INFERRED'
      RETURN {key: region.id, percentage: lies.percentage} AS share }`;
const SECTORS = `COLLECT {
      MATCH (activity)-[lies:IN_SECTOR]->(sector:Sector) WHERE lies.basis <> 'INFERRED'
      RETURN {key: sector.id, percentage: lies.percentage, vocabulary: lies.vocabulary} }`;
const CHANNELS = `COLLECT {
      MATCH (activity)-[:DELIVERED_THROUGH {role: 'IMPLEMENTING'}]->(channel:ChannelCategory)
      RETURN DISTINCT channel.code + CASE WHEN channel.name = channel.code THEN '' ELSE ' ' + channel.name END LIMIT 2 }`;
const ROLES = `COLLECT {
      MATCH (actor:Actor)-[part:PARTICIPATES_IN]->(activity) WHERE actor.id IN $participants AND part.basis IN $basis
      RETURN DISTINCT part.role }`;

/**
 * The transactions that fit, activity by activity, with what the activities say of recipients and sectors. Refuses more
 * than 200,000. Cost grows with the transactions of the activities found, not with their parts.
 */
export async function readFlows(
  graph: Graph,
  search: ActivitySearch,
  criteria: TransactionCriteria,
  needs: ReadonlySet<FlowNeed>,
  signal?: AbortSignal,
  most = MOST_TRANSACTIONS,
): Promise<FlowActivity[]> {
  const parameters = { ...search.parameters, ...criteria, limit: most + 1 };
  const rows = await graph.read<FlowActivity>(
    cypherFor(search.conditions, criteria.donors !== null, needs),
    parameters,
    signal,
  );
  const count = rows.reduce((sum, { batches }) => batches.reduce((of, { amounts }) => of + amounts.length, sum), 0);
  if (count > most) {
    throw new DomainError(
      'LimitExceeded',
      `filter: more than ${most} transactions fit, and no more are summed at once; narrow it, for instance to some years, actors or recipients`,
    );
  }
  return rows;
}

/** What is not needed is not read. */
const ONLY_IF = (isNeeded: boolean, cypher: string, otherwise: string) => (isNeeded ? cypher : otherwise);

function cypherFor(conditions: readonly ActivityCondition[], isByDonor: boolean, needs: ReadonlySet<FlowNeed>): string {
  const readsDonor = isByDonor || needs.has('DONOR');
  return `
  ${selectActivities(conditions)}
  WITH activity, ${ONLY_IF(readsDonor, FUNDERS, '[]')} AS funders
  MATCH (activity)<-[:MADE_IN]-(transaction:Transaction)
  WHERE transaction.type IN $types AND ($currencies IS NULL OR transaction.currency IN $currencies)
  WITH activity, transaction, ${YEAR} AS year, ${ONLY_IF(readsDonor, DONOR, 'null')} AS donor
  WHERE ($fromYear IS NULL OR year >= $fromYear) AND ($toYear IS NULL OR year <= $toYear)
    AND ($donors IS NULL OR donor IN $donors)
  WITH activity, transaction, year, donor LIMIT $limit
  WITH activity, transaction.currency AS currency, ${ONLY_IF(needs.has('YEAR'), 'year', 'null')} AS year,
    ${ONLY_IF(needs.has('DONOR'), 'donor', 'null')} AS donor, ${ONLY_IF(needs.has('FLOW_TYPE'), 'transaction.type', 'null')} AS type,
    collect(transaction.amount) AS amounts
  WITH activity, collect({currency: currency, year: year, donor: donor, type: type, amounts: amounts}) AS batches
  RETURN activity.id AS id, batches,
    ${ONLY_IF(needs.has('RECIPIENT'), RECIPIENTS, '[]')} AS recipients,
    ${ONLY_IF(needs.has('SECTOR'), SECTORS, '[]')} AS sectors,
    ${ONLY_IF(needs.has('CHANNEL'), CHANNELS, '[]')} AS channels,
    ${ONLY_IF(needs.has('ROLE'), ROLES, '[]')} AS roles`;
}
