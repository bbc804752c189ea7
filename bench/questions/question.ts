import type { Subjects } from '../network/network.ts';

export type QuestionName =
  | 'nested'
  | 'chains'
  | 'partners'
  | 'common-partners'
  | 'paths'
  | 'neighbourhood'
  | 'flows'
  | 'search';

/** The two probes and the hub of `Subjects`; for a search, the names it looks for. */
export type CaseSubject = 'probe20' | 'probe200' | 'hub' | 'names';

/** What a question is asked about: a name for tables and plots, and the ids. */
export interface Case {
  readonly subject: CaseSubject;
  /** The question's own variables: what our GraphQL document takes. Other contestants derive theirs from these. */
  readonly variables: Variables;
}

export type Variables = Readonly<Record<string, unknown>>;

/** Plain data that is deep-equal for equal answers, whoever gave them: ids and counts, in an order that the question fixes. */
export type CommonForm = unknown;

// biome-ignore lint/suspicious/noExplicitAny: answers are whatever the query asks for
export type Answer = any;

/** How a contestant that speaks GraphQL is asked, and how its answer is read. */
export interface GraphqlText {
  readonly document: string;
  /** The variables of this document for the case; the case's own where absent. */
  readonly variables?: (asked: Case) => Variables;
  /** `data` of the response, brought to the common form. */
  readonly toCommonForm: (data: Answer) => CommonForm;
}

/** How the database is asked directly, by the one statement that a person would write for just this question. */
export interface CypherText {
  readonly statement: string;
  readonly parameters: (asked: Case) => Variables;
  /** The rows, as plain objects, brought to the common form. */
  readonly toCommonForm: (rows: readonly Answer[]) => CommonForm;
}

/** A question of the benchmark and how each contestant is asked; a contestant whose text is null cannot answer it. */
export interface Question {
  readonly name: QuestionName;
  /** In words, for tables and plots. */
  readonly title: string;
  /** Which bar holds: of the nested typed query, of questions of two hops, or of more. */
  readonly bar: 'nested' | 'two hops' | 'more hops';
  readonly cases: (subjects: Subjects) => readonly Case[];
  readonly kazaid: GraphqlText;
  readonly handWrittenCypher: CypherText | null;
  readonly neo4jGraphql: GraphqlText | null;
  readonly postgraphile: GraphqlText | null;
}
