import type { Network } from '../network/network.ts';
import type { Answer, Case, CommonForm, Question } from '../questions/question.ts';

/** Somebody who answers the questions of the benchmark: a server in a process of its own, or the bare driver. */
export interface Contestant {
  /** As `--contestants` and the tables name it: 'kazaid', 'postgraphile' … */
  readonly name: string;
  /** In words, for tables and plots. */
  readonly title: string;
  /** Starts on the network, which Neo4j holds already; other databases are filled here. Leaves nothing behind when it fails. */
  start(stage: Stage): Promise<Started>;
}

/** What a contestant needs to start. */
export interface Stage {
  readonly network: Network;
  /** The Neo4j that holds the network. */
  readonly neo4j: {
    readonly uri: string;
    readonly user: string;
    readonly password: string;
    readonly processId: number;
  };
  /** An empty folder of this contestant's own, removed after the run. */
  readonly folder: string;
  readonly log: (line: string) => void;
}

/** A contestant that answers. */
export interface Started {
  /** How this contestant is asked; null where it cannot answer the question. Nothing is sent yet. */
  prepare(question: Question, asked: Case): Promise<Prepared | null>;
  /** What runs for it, by what it is, such as { server: 4711, database: 4712 }: their memory is measured. */
  readonly processIds: Readonly<Record<string, number>>;
  /** Ends what was started; throws nothing. */
  stop(): Promise<void>;
}

/** One question about one subject, ready to be sent any number of times, also at the same time. */
export interface Prepared {
  /** Sends it and waits for the whole answer, which is what is timed. Rejects when it is no success. */
  send(): Promise<Answer>;
  /** What `send` gave, in the form in which all contestants must agree. Not timed. Throws where it holds errors. */
  toCommonForm(answer: Answer): CommonForm;
}
