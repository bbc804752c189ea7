import type { Term } from '../../../domain/vocabulary.ts';
import { DomainError } from '../../../errors.ts';
import { type FundingLinkSource, LINK_PARAMETERS, linkClauses } from '../../cypher/funding-links.ts';
import type { Graph } from '../../open-graph.ts';

export interface LinkEnds {
  readonly from: string;
  readonly to: string;
}

interface Transaction {
  readonly id: string;
  readonly type: Term<'TransactionType'>;
  readonly amount: string;
  readonly currency: string;
}

export interface FundingLinkRow extends LinkEnds {
  readonly reportedBy: readonly FundingLinkSource[];
  /** Not summed, since amounts are exact decimals. */
  readonly passedOn: readonly Transaction[];
  readonly received: readonly Transaction[];
  /** The ids of the transactions and relations that tell of it. */
  readonly tellerIds: readonly string[];
}

/** No publisher reports as many between two activities; an answer that left some out would be wrong. */
const MOST_TRANSACTIONS = 10_000;

const TRANSACTIONS = (source: FundingLinkSource) => {
  const [clause] = linkClauses([source], 'from', 'to');
  return `COLLECT { ${clause} RETURN teller {.id, .type, .amount, .currency} LIMIT $limit }`;
};

const PARENTS = linkClauses(['PARENT_AND_CHILD'], 'from', 'to')
  .map((clause) => `${clause} RETURN teller.id AS id`)
  .join(' UNION ');

const CYPHER = `
  UNWIND $links AS link
  MATCH (from:Activity {id: link.from}), (to:Activity {id: link.to})
  RETURN link.from AS from, link.to AS to,
    ${TRANSACTIONS('RECEIVER_ACTIVITY')} AS given,
    ${TRANSACTIONS('PROVIDER_ACTIVITY')} AS taken,
    COLLECT { ${PARENTS} } AS parents`;

interface Row extends LinkEnds {
  readonly given: readonly Transaction[];
  readonly taken: readonly Transaction[];
  readonly parents: readonly string[];
}

const PASSED_ON: readonly Term<'TransactionType'>[] = ['DISBURSEMENT', 'EXPENDITURE'];

/** All that tells of these links, in the order they are given; one that has gone in between tells of nothing. One round trip for a page. */
export async function describeFundingLinks(
  graph: Graph,
  links: readonly LinkEnds[],
  signal?: AbortSignal,
): Promise<FundingLinkRow[]> {
  const parameters = { ...LINK_PARAMETERS, links, limit: MOST_TRANSACTIONS + 1 };
  const rows = await graph.read<Row>(CYPHER, parameters, signal);
  const byEnds = new Map(rows.map((row) => [endsKey(row), toLink(row)]));
  return links.map((ends) => byEnds.get(endsKey(ends)) ?? { ...ends, ...UNTOLD });
}

const UNTOLD = { reportedBy: [], passedOn: [], received: [], tellerIds: [] };

function toLink({ from, to, given, taken, parents }: Row): FundingLinkRow {
  if (Math.max(given.length, taken.length) > MOST_TRANSACTIONS)
    throw new DomainError('LimitExceeded', `More than ${MOST_TRANSACTIONS} transactions link ${from} with ${to}.`);
  return {
    from,
    to,
    reportedBy: [
      ...(given.length > 0 ? (['RECEIVER_ACTIVITY'] as const) : []),
      ...(taken.length > 0 ? (['PROVIDER_ACTIVITY'] as const) : []),
      ...(parents.length > 0 ? (['PARENT_AND_CHILD'] as const) : []),
    ],
    passedOn: given.filter(({ type }) => PASSED_ON.includes(type)),
    received: taken.filter(({ type }) => type === 'INCOMING_FUNDS'),
    tellerIds: [...given, ...taken]
      .map(({ id }) => id)
      .concat(parents)
      .sort(),
  };
}

export function endsKey({ from, to }: LinkEnds): string {
  return JSON.stringify([from, to]);
}
