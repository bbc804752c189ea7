import type { ManagedTransaction } from 'neo4j-driver';
import type { Fact, Properties } from '../../domain/fact.ts';
import { groupBy } from '../../domain/group-by.ts';
import { fromStored } from './from-stored.ts';
import { matchFact } from './match-fact.ts';
import { type HeldFact, isReference } from './stated-fact.ts';
import { kindOf } from './statement-row.ts';

interface Version {
  readonly recordId: string;
  readonly factId: string;
  readonly properties: string;
  /** Greater is later; 0 for what was there before anybody contested it. */
  readonly at: number;
}

/**
 * Keeps what each record says of a fact of which several say different things: the last one holds, and when it goes, the
 * one before must. Facts that one record alone states, which are nearly all, cost a look at their statements and nothing else.
 */
export async function keepFactVersions(
  transaction: ManagedTransaction,
  written: readonly HeldFact[],
  present: ReadonlySet<string>,
): Promise<void> {
  const asserted = written.filter(({ said }) => !isReference(said));
  const byFact = groupBy(asserted, ({ fact }) => fact.id);
  const others = await statedByOthers(transaction, byFact, present);
  const several = [...byFact].filter(([id, stated]) => others.has(id) || stated.length > 1);
  if (several.length === 0) return;
  const before = await readProperties(
    transaction,
    several.flatMap(([id, [stated]]) => (stated && others.has(id) ? [stated.fact] : [])),
  );
  const contested = several.filter(([id, stated]) => {
    const said = new Set(stated.map(({ fact }) => textOf(fact.properties)));
    return (
      others.get(id)?.isContested ||
      said.size > 1 ||
      !said.has(before.get(id) ?? textOf(stated[0]?.fact.properties ?? {}))
    );
  });
  const now = Date.now() * 1_000;
  const said = contested
    .flatMap(([, stated]) => stated)
    .map(({ recordId, fact }, index): Version => {
      return { recordId, factId: fact.id, properties: textOf(fact.properties), at: now + index };
    });
  const former = contested.flatMap(([factId]) =>
    (others.get(factId)?.recordIds ?? []).map((recordId): Version => {
      return { recordId, factId, properties: before.get(factId) ?? '{}', at: 0 };
    }),
  );
  await transaction.run(
    `UNWIND $former AS row
     MERGE (v:FactVersion {id: row.recordId + ' ' + row.factId}) ON CREATE SET v += row`,
    { former },
  );
  await transaction.run(
    `UNWIND $said AS row MERGE (v:FactVersion {id: row.recordId + ' ' + row.factId}) SET v += row`,
    {
      said,
    },
  );
}

interface Others {
  readonly recordIds: readonly string[];
  /** True where versions of the fact are kept already. */
  readonly isContested: boolean;
}

/** The other records that state the facts, by fact. */
async function statedByOthers(
  transaction: ManagedTransaction,
  byFact: ReadonlyMap<string, readonly HeldFact[]>,
  present: ReadonlySet<string>,
): Promise<Map<string, Others>> {
  const rows = [...byFact].filter(([id]) => present.has(id));
  if (rows.length === 0) return new Map();
  const { records } = await transaction.run<Others & { readonly id: string }>(
    `UNWIND $rows AS row
     MATCH (s:Statement {factId: row.id})
     WHERE NOT s.recordId IN row.recordIds AND NOT s.recordId STARTS WITH 'mentions:'
     WITH row.id AS id, collect(DISTINCT s.recordId) AS recordIds
     RETURN id, recordIds, EXISTS { (:FactVersion {factId: id}) } AS isContested`,
    { rows: rows.map(([id, facts]) => ({ id, recordIds: facts.map(({ recordId }) => recordId) })) },
  );
  return new Map(records.map((record) => [record.get('id'), record.toObject()]));
}

/** The properties that the facts have in the graph, as JSON. */
async function readProperties(transaction: ManagedTransaction, facts: readonly Fact[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const [kind, group] of groupBy(facts, kindOf)) {
    const match = matchFact(kind);
    const { records } = await transaction.run<{ id: string; stored: Record<string, unknown> }>(
      `UNWIND $ids AS id ${match} RETURN id, properties(fact) AS stored`,
      { ids: group.map(({ id }) => id) },
    );
    for (const record of records) found.set(record.get('id'), textOf(fromStored(record.get('stored'))));
  }
  return found;
}

/** The same text for the same properties, in whatever order they come; absent ones say nothing. */
function textOf(properties: Properties): string {
  const entries = Object.entries(properties).filter(([key, value]) => value !== null && key !== 'isPhantom');
  return JSON.stringify(Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1))));
}
