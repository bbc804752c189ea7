import type { ManagedTransaction } from 'neo4j-driver';
import { isInForce } from '../../../domain/curation/audit-event.ts';
import { decisionId } from '../../../domain/curation/decision-id.ts';
import { CurationProblems, type InputPath, quote } from '../../../domain/curation/problems.ts';
import { LONGEST, readText } from '../../../domain/curation/read-text.ts';
import type { Fact } from '../../../domain/fact.ts';
import type { Graph } from '../../open-graph.ts';
import { lastEventOf } from './audit-event.ts';
import type { Curator } from './curator.ts';
import { readFact } from './read-fact.ts';
import { ANY_RECORD } from './retraction.ts';
import { type Considered, type Decided, takeDecision } from './take-decision.ts';
import { decisionsOn, withdrawFact } from './withdraw-fact.ts';

export interface RetractFactInput {
  readonly fact: string;
  readonly reasoning: string;
}

/** Takes a relation, a name or a code back, whoever states it, now and with later imports. */
export function retractFact(graph: Graph, { id: by }: Curator, input: RetractFactInput): Promise<Decided> {
  return takeDecision(graph, by, async (transaction): Promise<Considered> => {
    const problems = new CurationProblems();
    const { fact: factId } = input;
    const reasoning = readText(input.reasoning, ['input', 'reasoning'], LONGEST.words, problems);
    const decision = decisionId('retraction', ANY_RECORD, factId, '');
    const about = { fact: factId };
    const last = await lastEventOf(transaction, decision);
    const fact = await readFact(transaction, factId);
    if (fact === null && isInForce(last) && problems.all.length === 0) return { doneBefore: last, about };
    await requireRetractable(transaction, factId, fact, ['input', 'fact'], problems);
    if (problems.all.length > 0) return { problems: problems.all };
    return {
      about,
      event: {
        action: 'FACT_RETRACTED',
        decision,
        subject: factId,
        reasoning,
        detail: JSON.stringify({ fact }),
      },
      write: async () => withdrawFact(transaction, { factId, decision, by, reasoning }),
    };
  });
}

/** Adds a problem where there is no such fact, or one that is not to be retracted by itself. */
export async function requireRetractable(
  transaction: ManagedTransaction,
  id: string,
  fact: Fact | null,
  path: InputPath,
  problems: CurationProblems,
): Promise<void> {
  if (fact === null) {
    problems.add('NOT_FOUND', path, `no relation, name or code has the id ${quote(id)}`);
    return;
  }
  if (fact.shape === 'node' && fact.label !== 'Name' && fact.label !== 'Identifier') {
    const message = `${quote(id)} is a record; expected a relation, a name or a code. Its statements can be retracted one by one`;
    problems.add('WRONG_KIND', path, message);
    return;
  }
  const ofArrangements = (await decisionsOn(transaction, id)).filter((each) => each.includes(':arrangement-'));
  if (ofArrangements.length === 0) return;
  const message = `${quote(id)} belongs to a curated arrangement; correct that, or undo ${ofArrangements.join(', ')}`;
  problems.add('CONFLICT', path, message, ofArrangements);
}
