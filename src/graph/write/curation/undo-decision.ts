import { type AuditEvent, isInForce } from '../../../domain/curation/audit-event.ts';
import { DECISION } from '../../../domain/curation/decision-id.ts';
import { CurationProblems, quote } from '../../../domain/curation/problems.ts';
import { LONGEST, readText } from '../../../domain/curation/read-text.ts';
import type { Term } from '../../../domain/vocabulary.ts';
import type { Graph } from '../../open-graph.ts';
import { splitOrganisations } from '../merge/split-organisations.ts';
import { lastEventOf } from './audit-event.ts';
import type { Curator } from './curator.ts';
import { type Considered, type Decided, takeDecision } from './take-decision.ts';
import { undoRecord } from './undo-record.ts';

export interface UndoDecisionInput {
  readonly decision: string;
  readonly reasoning: string;
}

const MERGE = `${DECISION}merge-`;

/** Takes a decision back, of whatever sort. `about.subject` is what it was about. */
export function undoDecision(graph: Graph, curator: Curator, input: UndoDecisionInput): Promise<Decided> {
  return undo(graph, curator, input, 'DECISION_UNDONE');
}

/** Takes the merge of two organisations back. `about.subject` is the one that the other was merged into. */
export function splitMergedOrganisations(graph: Graph, curator: Curator, input: UndoDecisionInput): Promise<Decided> {
  return undo(graph, curator, input, 'ORGANISATIONS_SPLIT');
}

function undo(
  graph: Graph,
  { id: by }: Curator,
  input: UndoDecisionInput,
  action: Term<'AuditAction'>,
): Promise<Decided> {
  return takeDecision(graph, by, async (transaction): Promise<Considered> => {
    const problems = new CurationProblems();
    const { decision } = input;
    const reasoning = readText(input.reasoning, ['input', 'reasoning'], LONGEST.words, problems);
    const last = await lastEventOf(transaction, decision);
    if (last === null) problems.add('NOT_FOUND', ['input', 'decision'], `no decision has the id ${quote(decision)}`);
    else if (action === 'ORGANISATIONS_SPLIT' && !decision.startsWith(MERGE)) {
      problems.add('WRONG_KIND', ['input', 'decision'], `${quote(decision)} is no merge of organisations`);
    }
    if (problems.all.length > 0 || last === null) return { problems: problems.all };
    const about = { subject: last.subject };
    if (!isInForce(last)) return { doneBefore: last, about };
    return {
      about,
      event: { ...undoing(last), action: decision.startsWith(MERGE) ? 'ORGANISATIONS_SPLIT' : action, reasoning },
      write: () =>
        decision.startsWith(MERGE)
          ? splitOrganisations(transaction, { decisionId: decision })
          : undoRecord(transaction, decision),
    };
  });
}

function undoing({ id, decision, subject }: AuditEvent) {
  return { decision, subject, detail: JSON.stringify({ undone: id }) };
}
