import type { ManagedTransaction } from 'neo4j-driver';
import { type CurationProblems, quote } from '../../../domain/curation/problems.ts';
import type { ReadEvidence } from '../../../domain/curation/read-evidence.ts';

/** Adds a problem for each piece of evidence whose source is neither in the graph nor described with it. */
export async function requireSources(
  transaction: ManagedTransaction,
  evidence: readonly (ReadEvidence | null)[],
  problems: CurationProblems,
): Promise<void> {
  const asked = evidence.filter((each): each is ReadEvidence => each !== null && each.newSource === null);
  if (asked.length === 0) return;
  const { records } = await transaction.run<{ id: string }>(
    'UNWIND $ids AS id MATCH (source:Source {id: id}) RETURN source.id AS id',
    { ids: [...new Set(asked.map(({ statement }) => statement.sourceId))] },
  );
  const found = new Set(records.map((record) => record.get('id')));
  for (const { statement, path } of asked) {
    if (found.has(statement.sourceId)) continue;
    problems.add('NOT_FOUND', path, `no source has the id ${quote(statement.sourceId)}; give one as newSource`);
  }
}
