import type { ManagedTransaction } from 'neo4j-driver';
import type { AuditEvent } from '../../../domain/curation/audit-event.ts';
import type { CurationProblem } from '../../../domain/curation/problems.ts';
import type { Graph } from '../../open-graph.ts';
import { lockGraph } from '../graph-lock.ts';
import { appendAuditEvent, type NewAuditEvent } from './audit-event.ts';

/** What a decision comes to once the graph has been looked at: mistakes, nothing new, or a change to write. */
export type Considered =
  | { readonly problems: readonly CurationProblem[] }
  | { readonly doneBefore: AuditEvent; readonly about?: DecidedAbout }
  | {
      readonly event: Omit<NewAuditEvent, 'by'>;
      readonly about?: DecidedAbout;
      readonly write: () => Promise<unknown>;
    };

/** Ids of what the decision concerns, for the answer. */
export type DecidedAbout = Readonly<Record<string, string | boolean | null>>;

/** What became of a decision. */
export interface Decided {
  readonly problems: readonly CurationProblem[];
  /** Null where there were problems. */
  readonly event: AuditEvent | null;
  /** True where the same was decided before and still holds: nothing was written now. */
  readonly wasDoneBefore: boolean;
  readonly about: DecidedAbout;
}

/**
 * Takes a decision in one transaction: what `consider` reads cannot change before it is written, and the change and its
 * audit event are kept together or not at all. Curators and imports wait for each other.
 */
export async function takeDecision(
  graph: Graph,
  by: string,
  consider: (transaction: ManagedTransaction) => Promise<Considered>,
): Promise<Decided> {
  return graph.write(async (transaction) => {
    await lockGraph(transaction);
    const considered = await consider(transaction);
    if ('problems' in considered)
      return { problems: considered.problems, event: null, wasDoneBefore: false, about: {} };
    const { about = {} } = considered;
    if ('doneBefore' in considered) {
      return { problems: [], event: considered.doneBefore, wasDoneBefore: true, about };
    }
    await considered.write();
    const event = await appendAuditEvent(transaction, { ...considered.event, by });
    return { problems: [], event, wasDoneBefore: false, about };
  });
}
