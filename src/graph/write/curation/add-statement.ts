import type { ManagedTransaction } from 'neo4j-driver';
import { isInForce } from '../../../domain/curation/audit-event.ts';
import { decisionId, wordsOf } from '../../../domain/curation/decision-id.ts';
import { CurationProblems, quote } from '../../../domain/curation/problems.ts';
import { type EvidenceInput, readEvidence } from '../../../domain/curation/read-evidence.ts';
import { type RelationInput, relationFact } from '../../../domain/curation/relation-fact.ts';
import type { Fact } from '../../../domain/fact.ts';
import type { Statement } from '../../../domain/statement.ts';
import type { Graph } from '../../open-graph.ts';
import { writeInTransaction } from '../write-records.ts';
import { lastEventOf } from './audit-event.ts';
import type { Curator } from './curator.ts';
import { findMergedInto } from './find-merged-into.ts';
import { readFact } from './read-fact.ts';
import { readKnownRecords } from './read-known-records.ts';
import { requireSources } from './require-sources.ts';
import { statementIdOf } from './statement-id-of.ts';
import { type Considered, type Decided, takeDecision } from './take-decision.ts';

/** Support for a fact that is there, or for a relation that the statement itself brings. */
export interface AddStatementInput {
  readonly fact?: string | null;
  readonly relation?: RelationInput | null;
  readonly evidence: EvidenceInput;
}

/** Records a curator's statement. `about.fact` is what it supports, `about.statement` its id. */
export function addStatement(graph: Graph, { id: by, today }: Curator, input: AddStatementInput): Promise<Decided> {
  return takeDecision(graph, by, async (transaction): Promise<Considered> => {
    const problems = new CurationProblems();
    const evidence = readEvidence(input.evidence, ['input', 'evidence'], today, problems);
    await requireSources(transaction, [evidence], problems);
    const found = await findFact(transaction, input, problems);
    if (problems.all.length > 0 || evidence === null || found === null) return { problems: problems.all };

    const { statement, newSource } = evidence;
    const decision = decisionId('statement', found.id, ...wordsOf(statement));
    const fact = stated(found, statement);
    const about = { fact: fact.id, statement: statementIdOf(decision, fact, statement) };
    const last = await lastEventOf(transaction, decision);
    if (isInForce(last)) return { doneBefore: last, about };
    return {
      about,
      event: {
        action: 'STATEMENT_ADDED',
        decision,
        subject: fact.id,
        reasoning: statement.reasoning ?? null,
        detail: JSON.stringify(input),
      },
      write: () =>
        writeInTransaction(transaction, {
          sources: newSource === null ? [] : [newSource],
          records: [{ id: decision, facts: [fact] }],
        }),
    };
  });
}

/** Whoever states a fact about what was only referred to makes more of it than a reference. */
function stated(fact: Fact, statement: Statement): Fact {
  const statements = [statement];
  return fact.shape === 'edge' ? { ...fact, statements } : { ...fact, isReference: false, statements };
}

async function findFact(
  transaction: ManagedTransaction,
  { fact: factId = null, relation = null }: AddStatementInput,
  problems: CurationProblems,
): Promise<Fact | null> {
  if (factId !== null && relation !== null) {
    problems.add('CONFLICT', ['input', 'relation'], 'got both fact and relation, expected one of them');
    return null;
  }
  if (relation !== null) {
    const known = await readKnownRecords(transaction, [relation.from, relation.to]);
    const stated = relationFact(relation, ['input', 'relation'], known, problems);
    if (stated?.type === 'PART_OF') await requireNoCircle(transaction, stated, problems);
    // A relation that is there keeps what its sources say of it, and gains a statement.
    return stated && ((await readFact(transaction, stated.id)) ?? stated);
  }
  if (factId === null) {
    problems.add('REQUIRED', ['input', 'fact'], 'got neither fact nor relation, expected one of them');
    return null;
  }
  return requireFact(transaction, factId, problems);
}

async function requireFact(
  transaction: ManagedTransaction,
  id: string,
  problems: CurationProblems,
): Promise<Fact | null> {
  const fact = await readFact(transaction, id);
  if (fact === null) {
    const into = await findMergedInto(transaction, id);
    problems.add('NOT_FOUND', ['input', 'fact'], `no record or relation has the id ${quote(id)}`, into);
  } else if (fact.shape === 'node' && fact.label === 'Source') {
    problems.add(
      'WRONG_KIND',
      ['input', 'fact'],
      `${quote(id)} is a source: statements come from it, none supports it`,
    );
    return null;
  }
  return fact;
}

/** An activity is no part of its own part. */
async function requireNoCircle(
  transaction: ManagedTransaction,
  { from, to }: { readonly from: string; readonly to: string },
  problems: CurationProblems,
): Promise<void> {
  const { records } = await transaction.run(
    'MATCH (:Activity {id: $to})-[:PART_OF*1..10]->(part:Activity {id: $from}) RETURN part.id LIMIT 1',
    { from, to },
  );
  if (records.length === 0) return;
  problems.add('CONFLICT', ['input', 'relation', 'to'], `${quote(to)} is itself a part of ${quote(from)}`);
}
