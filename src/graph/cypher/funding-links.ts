import { DEFAULT_BASIS } from '../../domain/default-basis.ts';
import type { Term } from '../../domain/vocabulary.ts';

export type FundingLinkSource = Term<'FundingLinkSource'>;

/** What tells of links where a question does not say: the two that tell of money. */
export const TELLING_OF_MONEY: readonly FundingLinkSource[] = ['RECEIVER_ACTIVITY', 'PROVIDER_ACTIVITY'];

/** Money that goes on. Interest, repayments of loans and sales of equity come back to who gave, and are in neither list. */
const OUTGOING: readonly Term<'TransactionType'>[] = [
  'OUTGOING_COMMITMENT',
  'DISBURSEMENT',
  'EXPENDITURE',
  'REIMBURSEMENT',
  'PURCHASE_OF_EQUITY',
  'CREDIT_GUARANTEE',
  'OUTGOING_PLEDGE',
];
const INCOMING: readonly Term<'TransactionType'>[] = ['INCOMING_FUNDS', 'INCOMING_COMMITMENT', 'INCOMING_PLEDGE'];

/** What the conditions below refer to. */
export const LINK_PARAMETERS = { outgoing: OUTGOING, incoming: INCOMING, basis: DEFAULT_BASIS } as const;

/** The Cypher that binds `teller` to what tells of a link between the two activities, by its source. */
const MATCHES: Record<FundingLinkSource, (from: string, to: string) => readonly string[]> = {
  RECEIVER_ACTIVITY: (from, to) => [
    `MATCH (${from})<-[:MADE_IN]-(teller:Transaction)-[:TO_ACTIVITY]->(${to}:Activity) WHERE teller.type IN $outgoing AND teller.basis IN $basis`,
  ],
  PROVIDER_ACTIVITY: (from, to) => [
    `MATCH (${to}:Activity)<-[:MADE_IN]-(teller:Transaction)-[:FROM_ACTIVITY]->(${from}:Activity) WHERE teller.type IN $incoming AND teller.basis IN $basis`,
  ],
  PARENT_AND_CHILD: (from, to) => [
    `MATCH (${from})-[teller:RELATED_TO {kind: 'CHILD'}]->(${to}:Activity) WHERE teller.basis IN $basis`,
    `MATCH (${to}:Activity)-[teller:RELATED_TO {kind: 'PARENT'}]->(${from}:Activity) WHERE teller.basis IN $basis`,
  ],
};

/** One clause for each thing that may tell of money going from one activity to another. An activity is not linked with itself. */
export function linkClauses(sources: readonly FundingLinkSource[], from: string, to: string): readonly string[] {
  return [...new Set(sources)]
    .flatMap((source) => MATCHES[source](from, to))
    .map((clause) => `${clause} AND ${from} <> ${to}`);
}

/** The Cypher condition that money goes from one activity to the other; one of the two variables may be new. */
export function isLinked(sources: readonly FundingLinkSource[], from: string, to: string): string {
  const clauses = linkClauses(sources, from, to).map((clause) => `${clause} RETURN 1 AS found`);
  return `EXISTS { ${clauses.join(' UNION ALL ')} }`;
}

/** A Cypher subquery that binds `to` to each activity that money goes to from `from`, once. */
export function waysOnFrom(sources: readonly FundingLinkSource[]): string {
  const clauses = linkClauses(sources, 'from', 'to').map((clause) => `${clause} RETURN to`);
  return `CALL (from) { ${clauses.join(' UNION ')} }`;
}

/** A Cypher subquery that binds `from` to each activity that money comes from to `to`, once. */
export function giversTo(sources: readonly FundingLinkSource[]): string {
  const clauses = linkClauses(sources, 'from', 'to').map((clause) => `${clause} RETURN from`);
  return `CALL (to) { ${clauses.join(' UNION ')} }`;
}
