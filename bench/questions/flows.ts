import { POSTGRAPHILE_TEXTS } from '../contestants/postgraphile/texts.ts';
import type { Answer, Question } from './question.ts';
import { aboutEach } from './subjects.ts';

const KAZAID = `
  query Flows($id: ID!) {
    flows(filter: { participants: [$id] }, groupBy: [YEAR], measure: COMMITMENTS, first: 100) {
      rows {
        keys { dimension value }
        amount { value currency }
        transactions
        activities
      }
      totalRows
    }
  }`;

/** The amounts of the network have two decimals, so that their hundredths are whole numbers. */
const CYPHER = `
  MATCH (:Actor {id: $id})-[:PARTICIPATES_IN]->(activity:Activity)
  WITH DISTINCT activity
  MATCH (activity)<-[:MADE_IN]-(t:Transaction {type: 'OUTGOING_COMMITMENT'})
  WITH t.currency AS currency, left(coalesce(t.date, toString(t.valueDate)), 4) AS year,
    sum(toInteger(replace(t.amount, '.', ''))) AS hundredths, count(DISTINCT t) AS transactions, count(DISTINCT activity) AS activities
  ORDER BY currency, hundredths DESC, year
  WITH collect({currency: currency, year: year, hundredths: hundredths, transactions: transactions, activities: activities}) AS rows
  RETURN rows[..100] AS rows, size(rows) AS totalRows`;

/** One row of the table; the amount is brought to two decimals. */
export function flowForm(currency: string, year: string, amount: string, transactions: number, activities: number) {
  const [whole = '', part = ''] = amount.split('.');
  return { currency, year, amount: `${whole}.${part.padEnd(2, '0')}`, transactions, activities };
}

function fromHundredths(hundredths: number): string {
  const digits = String(hundredths).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function fromTable({ rows, totalRows }: Answer) {
  const keyOf = (keys: Answer, wanted: string) => keys.find(({ dimension }: Answer) => dimension === wanted).value;
  return {
    totalRows,
    rows: rows.map(({ keys, amount, transactions, activities }: Answer) =>
      flowForm(amount.currency, keyOf(keys, 'YEAR'), amount.value, transactions, activities),
    ),
  };
}

/** What was committed to the activities an actor takes part in, by currency and year, exact. */
export const FLOWS: Question = {
  name: 'flows',
  title: 'commitments to the projects of an actor, by currency and year',
  bar: 'two hops',
  cases: (subjects) => aboutEach(subjects, (id) => ({ id })),
  kazaid: { document: KAZAID, toCommonForm: ({ flows }) => fromTable(flows) },
  handWrittenCypher: {
    statement: CYPHER,
    parameters: ({ variables }) => variables,
    toCommonForm: ([{ rows, totalRows }]) => ({
      totalRows,
      rows: rows.map(({ currency, year, hundredths, transactions, activities }: Answer) =>
        flowForm(currency, year, fromHundredths(hundredths), transactions, activities),
      ),
    }),
  },
  neo4jGraphql: null,
  postgraphile: POSTGRAPHILE_TEXTS.flows ?? null,
};
