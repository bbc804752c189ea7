import type { ManagedTransaction } from 'neo4j-driver';
import { arrangementFacts, arrangementKey } from '../../../domain/curation/arrangement-facts.ts';
import { isInForce } from '../../../domain/curation/audit-event.ts';
import { DECISION } from '../../../domain/curation/decision-id.ts';
import { CurationProblems } from '../../../domain/curation/problems.ts';
import {
  type ArrangementInput,
  evidenceOf,
  type ReadArrangement,
  readArrangement,
} from '../../../domain/curation/read-arrangement.ts';
import type { Graph } from '../../open-graph.ts';
import { changedRecords } from '../changed-records.ts';
import { recordDigest } from '../record-digest.ts';
import { type Batch, writeInTransaction } from '../write-records.ts';
import { lastEventOf } from './audit-event.ts';
import type { Curator } from './curator.ts';
import { readKnownRecords } from './read-known-records.ts';
import { requireSources } from './require-sources.ts';
import { type Considered, type Decided, takeDecision } from './take-decision.ts';

/** Records a triangular arrangement. `about.arrangement` is its id. */
export function recordArrangement(graph: Graph, { id: by, today }: Curator, input: ArrangementInput): Promise<Decided> {
  return takeDecision(graph, by, async (transaction): Promise<Considered> => {
    const problems = new CurationProblems();
    const read = await considerArrangement(transaction, input, today, problems);
    if (read === null) return { problems: problems.all };
    const key = arrangementKey(read.arrangement.plays, read.arrangement.covers);
    const arrangement = `arrangement:curated-${key}`;
    const decision = `${DECISION}arrangement-${key}`;
    const batch = batchOf(decision, arrangement, read);
    const last = await lastEventOf(transaction, decision);
    if (isInForce(last)) {
      if (await holdsAlready(transaction, batch)) return { doneBefore: last, about: { arrangement } };
      const message = `${arrangement} has the same actors in the same roles on the same activities; correct that one`;
      problems.add('CONFLICT', ['input'], message, [arrangement]);
      return { problems: problems.all };
    }
    return {
      about: { arrangement },
      event: {
        action: 'ARRANGEMENT_RECORDED',
        decision,
        subject: arrangement,
        reasoning: read.arrangement.statement.reasoning ?? null,
        detail: JSON.stringify(input),
      },
      write: () => writeInTransaction(transaction, batch),
    };
  });
}

/** The arrangement as it can be written; null where there are problems. */
export async function considerArrangement(
  transaction: ManagedTransaction,
  input: ArrangementInput,
  today: string,
  problems: CurationProblems,
): Promise<ReadArrangement | null> {
  const evidence = evidenceOf(input, today, problems);
  await requireSources(transaction, [evidence.own, ...evidence.ofPlays], problems);
  const known = await readKnownRecords(transaction, [...input.covers, ...input.plays.map(({ actor }) => actor)]);
  return readArrangement(input, evidence, known, problems);
}

export function batchOf(decision: string, id: string, { arrangement, newSources }: ReadArrangement): Batch {
  return { sources: newSources, records: [{ id: decision, facts: arrangementFacts(id, arrangement) }] };
}

export async function holdsAlready(transaction: ManagedTransaction, { records }: Batch): Promise<boolean> {
  const digested = records.map((record) => ({ record, digest: recordDigest(record) }));
  return (await changedRecords(transaction, digested)).length === 0;
}
