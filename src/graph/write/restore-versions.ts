import type { ManagedTransaction } from 'neo4j-driver';
import type { Properties } from '../../domain/fact.ts';
import { groupBy } from '../../domain/group-by.ts';
import { matchFact } from './match-fact.ts';
import type { SupportedFact } from './supported-fact.ts';
import { toStored } from './to-stored.ts';

interface Row {
  readonly id: string;
  readonly properties: string;
}

/** Lets facts that several records state say what the last of those says that still do; forgets what the others said. */
export async function restoreVersions(transaction: ManagedTransaction, facts: readonly SupportedFact[]): Promise<void> {
  const { records: counted } = await transaction.run<{ count: number }>(
    'MATCH (v:FactVersion) RETURN count(v) AS count',
  );
  if ((counted[0]?.get('count') ?? 0) === 0) return;
  const kinds = new Map(facts.map(({ id, kind }) => [id, kind]));
  const { records } = await transaction.run<Row>(
    `UNWIND $ids AS id
     MATCH (v:FactVersion {factId: id})
     WITH id, v, EXISTS { MATCH (s:Statement {factId: id}) WHERE s.recordId = v.recordId } AS isStated
     CALL (v, isStated) { WITH v, isStated WHERE NOT isStated DETACH DELETE v }
     WITH id, v, isStated WHERE isStated
     WITH id, v ORDER BY v.at DESC
     RETURN id, head(collect(v.properties)) AS properties`,
    { ids: [...kinds.keys()] },
  );
  const rows = records.map((record) => record.toObject());
  for (const [kind, group] of groupBy(rows, ({ id }) => kinds.get(id))) {
    if (kind === undefined) continue;
    const match = matchFact(kind);
    await transaction.run(
      `UNWIND $rows AS row
       WITH row, row.id AS id
       ${match}
       WITH row, fact, fact {.id, .isPhantom, .isReference, .statementIds, .basis} AS kept
       SET fact = row.properties SET fact += kept`,
      { rows: group.map(({ id, properties }) => ({ id, properties: toStored(JSON.parse(properties) as Properties) })) },
    );
  }
}
