import { isInForce } from '../../../domain/curation/audit-event.ts';
import { decisionId, wordsOf } from '../../../domain/curation/decision-id.ts';
import { CurationProblems } from '../../../domain/curation/problems.ts';
import { type EvidenceInput, readEvidence } from '../../../domain/curation/read-evidence.ts';
import { type NameInput, readName } from '../../../domain/curation/read-name.ts';
import type { Graph } from '../../open-graph.ts';
import { lastEventOf } from './audit-event.ts';
import type { Curator } from './curator.ts';
import { readKnownRecords } from './read-known-records.ts';
import { requireReplaced } from './require-replaced.ts';
import { requireSources } from './require-sources.ts';
import { type Considered, type Decided, takeDecision } from './take-decision.ts';
import { writeAttached } from './write-attached.ts';

export interface AddNameInput extends NameInput {
  readonly evidence: EvidenceInput;
  /** The id of a name that is wrong, and goes. */
  readonly replaces?: string | null;
}

/** Records a name of a record. `about.name` is its id, `about.entity` that of the record. */
export function addName(graph: Graph, { id: by, today }: Curator, input: AddNameInput): Promise<Decided> {
  return takeDecision(graph, by, async (transaction): Promise<Considered> => {
    const problems = new CurationProblems();
    const { entity, replaces = null } = input;
    const evidence = readEvidence(input.evidence, ['input', 'evidence'], today, problems);
    await requireSources(transaction, [evidence], problems);
    const name = readName(input, ['input'], await readKnownRecords(transaction, [entity]), problems);
    const decision = evidence && name && decisionId('name', name.id, input.kind, ...wordsOf(evidence.statement));
    const last = decision ? await lastEventOf(transaction, decision) : null;
    const about = { entity, name: name?.id ?? null };
    if (isInForce(last) && problems.all.length === 0) return { doneBefore: last, about };
    await requireReplaced(transaction, { label: 'Name', id: replaces, entity, by: name?.id }, problems);
    if (problems.all.length > 0 || evidence === null || name === null || decision === null) {
      return { problems: problems.all };
    }
    const { statement, newSource } = evidence;
    const reasoning = statement.reasoning ?? null;
    return {
      about,
      event: { action: 'NAME_ADDED', decision, subject: entity, reasoning, detail: JSON.stringify(input) },
      write: () =>
        writeAttached(transaction, {
          fact: { ...name, statements: [statement] },
          newSource,
          replaces,
          decision,
          by,
          reasoning,
        }),
    };
  });
}
