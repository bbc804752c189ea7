import type { ManagedTransaction } from 'neo4j-driver';
import { isInForce } from '../../../domain/curation/audit-event.ts';
import { DECISION } from '../../../domain/curation/decision-id.ts';
import { CurationProblems, quote } from '../../../domain/curation/problems.ts';
import type { ArrangementInput } from '../../../domain/curation/read-arrangement.ts';
import { LONGEST, readText } from '../../../domain/curation/read-text.ts';
import type { Graph } from '../../open-graph.ts';
import { writeInTransaction } from '../write-records.ts';
import { lastEventOf } from './audit-event.ts';
import type { Curator } from './curator.ts';
import { batchOf, considerArrangement, holdsAlready } from './record-arrangement.ts';
import { type Considered, type Decided, takeDecision } from './take-decision.ts';

export interface CorrectArrangementInput extends ArrangementInput {
  /** The id of an arrangement that a curator recorded. */
  readonly arrangement: string;
  /** Why it is corrected. */
  readonly reasoning: string;
}

const CURATED = 'arrangement:curated-';

/** Replaces all that was recorded of an arrangement. `about.arrangement` is its id, which stays. */
export function correctArrangement(
  graph: Graph,
  { id: by, today }: Curator,
  input: CorrectArrangementInput,
): Promise<Decided> {
  return takeDecision(graph, by, async (transaction): Promise<Considered> => {
    const problems = new CurationProblems();
    const { arrangement } = input;
    const reasoning = readText(input.reasoning, ['input', 'reasoning'], LONGEST.words, problems);
    const decision = `${DECISION}arrangement-${arrangement.slice(CURATED.length)}`;
    const last = await requireRecorded(transaction, arrangement, decision, problems);
    const read = await considerArrangement(transaction, input, today, problems);
    if (problems.all.length > 0 || read === null || last === null) return { problems: problems.all };
    const batch = batchOf(decision, arrangement, read);
    if (await holdsAlready(transaction, batch)) return { doneBefore: last, about: { arrangement } };
    return {
      about: { arrangement },
      event: {
        action: 'ARRANGEMENT_CORRECTED',
        decision,
        subject: arrangement,
        reasoning,
        detail: JSON.stringify(input),
      },
      write: () => writeInTransaction(transaction, batch),
    };
  });
}

async function requireRecorded(
  transaction: ManagedTransaction,
  arrangement: string,
  decision: string,
  problems: CurationProblems,
) {
  const last = arrangement.startsWith(CURATED) ? await lastEventOf(transaction, decision) : null;
  if (isInForce(last)) return last;
  const message = `no curator recorded an arrangement ${quote(arrangement)}, or the decision was undone; only curated ones can be corrected here`;
  problems.add('NOT_FOUND', ['input', 'arrangement'], message);
  return null;
}
