import type { ManagedTransaction } from 'neo4j-driver';
import { isInForce } from '../../../domain/curation/audit-event.ts';
import { DECISION, decisionId } from '../../../domain/curation/decision-id.ts';
import { CurationProblems, quote } from '../../../domain/curation/problems.ts';
import { LONGEST, readText } from '../../../domain/curation/read-text.ts';
import type { Graph } from '../../open-graph.ts';
import { mentionsIn } from '../stated-fact.ts';
import type { StatementRow } from '../statement-row.ts';
import { lastEventOf, lastEventOn } from './audit-event.ts';
import type { Curator } from './curator.ts';
import { ANY_RECORD, wordsKey } from './retraction.ts';
import { setStatementsAside } from './set-statements-aside.ts';
import { type Considered, type Decided, takeDecision } from './take-decision.ts';
import { undoRecord } from './undo-record.ts';

export interface RetractStatementInput {
  readonly statement: string;
  readonly reasoning: string;
}

type Stated = StatementRow['properties'];

/** How the ids of records on triangular arrangements begin. */
const ARRANGEMENT = `${DECISION}arrangement-`;

/**
 * Takes a statement back: a curator's own with the decision that made it, any other so that it does not return with the
 * next version of its record. `about.fact` is what it supported.
 */
export function retractStatement(graph: Graph, { id: by }: Curator, input: RetractStatementInput): Promise<Decided> {
  return takeDecision(graph, by, async (transaction): Promise<Considered> => {
    const problems = new CurationProblems();
    const reasoning = readText(input.reasoning, ['input', 'reasoning'], LONGEST.words, problems);
    const stated = await readStatement(transaction, input.statement);
    if (stated === null) {
      const earlier = await lastEventOn(transaction, input.statement);
      const fact = earlier && retractedFact(earlier.detail);
      if (earlier && fact && problems.all.length === 0) return { doneBefore: earlier, about: { fact } };
      const message = `no statement has the id ${quote(input.statement)}; expected the id of a piece of evidence`;
      problems.add('NOT_FOUND', ['input', 'statement'], message);
    } else if (stated.recordId.startsWith(ARRANGEMENT)) {
      const message = `it belongs to ${stated.recordId}, a triangular arrangement; correct that, or undo the decision`;
      problems.add('CONFLICT', ['input', 'statement'], message, [stated.recordId]);
    }
    if (problems.all.length > 0 || stated === null) return { problems: problems.all };
    return retraction(transaction, stated, { ...input, reasoning });
  });
}

async function retraction(
  transaction: ManagedTransaction,
  stated: Stated,
  { statement, reasoning }: { readonly statement: string; readonly reasoning: string | null },
): Promise<Considered> {
  const about = { fact: stated.factId };
  const detail = JSON.stringify({ statement: stated });
  const event = { subject: statement, reasoning, detail };
  if (stated.recordId.startsWith(DECISION)) {
    return {
      about,
      event: { ...event, action: 'DECISION_UNDONE', decision: stated.recordId },
      write: () => undoRecord(transaction, stated.recordId),
    };
  }
  // A mention rests on a whole file, of which the next version is another: nobody may mention it any more.
  const isMention = stated.recordId.startsWith(mentionsIn(''));
  const factId = stated.statedAs ?? stated.factId;
  const recordId = isMention ? ANY_RECORD : stated.recordId;
  const words = isMention ? null : wordsKey(stated);
  const decision = decisionId('retraction', recordId, factId, words ?? '');
  const last = await lastEventOf(transaction, decision);
  if (isInForce(last)) return { doneBefore: last, about };
  return {
    about,
    event: { ...event, action: 'STATEMENT_RETRACTED', decision },
    write: () =>
      setStatementsAside(transaction, { decisionId: decision, recordId, factId, words, heldAs: stated.factId }),
  };
}

async function readStatement(transaction: ManagedTransaction, id: string): Promise<Stated | null> {
  const { records } = await transaction.run<{ stated: Stated }>(
    'MATCH (s:Statement {id: $id}) RETURN properties(s) AS stated',
    { id },
  );
  return records[0]?.get('stated') ?? null;
}

/** What the statement supported, where it was a retraction that the event tells of; null otherwise. */
function retractedFact(detail: string): string | null {
  const { statement } = JSON.parse(detail) as { statement?: { factId?: string } };
  return statement?.factId ?? null;
}
