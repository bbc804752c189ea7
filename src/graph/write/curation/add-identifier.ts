import type { ManagedTransaction } from 'neo4j-driver';
import { isInForce } from '../../../domain/curation/audit-event.ts';
import { decisionId, wordsOf } from '../../../domain/curation/decision-id.ts';
import { CurationProblems, quote } from '../../../domain/curation/problems.ts';
import { type EvidenceInput, readEvidence } from '../../../domain/curation/read-evidence.ts';
import { type IdentifierCode, readIdentifier } from '../../../domain/curation/read-identifier.ts';
import type { NodeFact } from '../../../domain/fact.ts';
import type { Graph } from '../../open-graph.ts';
import { lastEventOf } from './audit-event.ts';
import type { Curator } from './curator.ts';
import { readKnownRecords } from './read-known-records.ts';
import { requireReplaced } from './require-replaced.ts';
import { requireSources } from './require-sources.ts';
import { type Considered, type Decided, takeDecision } from './take-decision.ts';
import { writeAttached } from './write-attached.ts';

export interface AddIdentifierInput extends IdentifierCode {
  readonly entity: string;
  readonly evidence: EvidenceInput;
  /** The id of a code that is wrong, and goes. */
  readonly replaces?: string | null;
}

/** Records a code of a record. `about.identifier` is its id, `about.entity` that of the record. */
export function addIdentifier(graph: Graph, { id: by, today }: Curator, input: AddIdentifierInput): Promise<Decided> {
  return takeDecision(graph, by, async (transaction): Promise<Considered> => {
    const problems = new CurationProblems();
    const { entity, replaces = null } = input;
    const evidence = readEvidence(input.evidence, ['input', 'evidence'], today, problems);
    await requireSources(transaction, [evidence], problems);
    const known = await readKnownRecords(transaction, [entity]);
    const code = readIdentifier(entity, input, ['input'], known, problems);
    const decision = evidence && code && decisionId('identifier', code.id, entity, ...wordsOf(evidence.statement));
    const last = decision ? await lastEventOf(transaction, decision) : null;
    const about = { entity, identifier: code?.id ?? null };
    if (isInForce(last) && problems.all.length === 0) return { doneBefore: last, about };
    if (code !== null) await requireFree(transaction, code, entity, problems);
    await requireReplaced(transaction, { label: 'Identifier', id: replaces, entity, by: code?.id }, problems);
    if (problems.all.length > 0 || evidence === null || code === null || decision === null) {
      return { problems: problems.all };
    }
    const { statement, newSource } = evidence;
    const reasoning = statement.reasoning ?? null;
    return {
      about,
      event: { action: 'IDENTIFIER_ADDED', decision, subject: entity, reasoning, detail: JSON.stringify(input) },
      write: () =>
        writeAttached(transaction, {
          fact: { ...code, statements: [statement] },
          newSource,
          replaces,
          decision,
          by,
          reasoning,
        }),
    };
  });
}

/** A code means one record, and a kind of channel is no organisation. */
async function requireFree(
  transaction: ManagedTransaction,
  { id, properties }: NodeFact,
  entity: string,
  problems: CurationProblems,
): Promise<void> {
  const { records } = await transaction.run<{ owner: string | null; isCategory: boolean }>(
    `RETURN head(COLLECT { MATCH (:Identifier {id: $id})-[:IDENTIFIES]->(owner:Entity) RETURN owner.id }) AS owner,
       EXISTS { (:ChannelCategory {id: 'channel:' + $value}) } AS isCategory`,
    { id, value: properties.value },
  );
  const [row] = records.map((record) => record.toObject());
  const value = quote(String(properties.value));
  if (row?.owner && row.owner !== entity) {
    const message = `${value} is the code of ${row.owner}; where both are the same organisation, merge them`;
    problems.add('TAKEN', ['input', 'value'], message, [row.owner]);
  }
  if (row?.isCategory && properties.scheme === 'CRS_CHANNEL') {
    problems.add(
      'INVALID_VALUE',
      ['input', 'value'],
      `${value} stands for a kind of channel, not for one organisation`,
    );
  }
}
