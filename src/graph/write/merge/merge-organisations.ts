import type { ManagedTransaction } from 'neo4j-driver';
import type { Fact } from '../../../domain/fact.ts';
import { recordsIn } from '../../../domain/redirect-fact.ts';
import { DomainError } from '../../../errors.ts';
import { lockGraph, moveVersion } from '../graph-lock.ts';
import { refreshSupport } from '../refresh-support.ts';
import { moveLinks } from './move-links.ts';
import { placeFacts } from './place-facts.ts';
import { readFactsOf } from './read-facts-of.ts';
import { keepSuspendedFacts } from './suspended-facts.ts';

export interface Merge {
  /** The organisation that is found to be another one, and goes. */
  readonly from: string;
  /** The one that stays. */
  readonly into: string;
  /** What the merge can be taken back by. */
  readonly decisionId: string;
}

/**
 * Makes one organisation of two. All that was said of the first holds of the second, also what is imported later; the
 * second keeps its own description. Cost: that of what the first takes part in.
 *
 * Refused: what is no organisation, the same twice, a described organisation into one that is only referred to, and one
 * that others were merged into.
 */
export async function mergeOrganisations(
  transaction: ManagedTransaction,
  { from, into, decisionId }: Merge,
): Promise<void> {
  await lockGraph(transaction);
  await requireMergeable(transaction, from, into);
  const facts = await readFactsOf(transaction, from);
  const redirects = new Map([[from, into]]);
  const [, , , , , placed] = await Promise.all([
    transaction.run('CREATE (:Redirect {id: $from, to: $into, decisionId: $decisionId})', { from, into, decisionId }),
    keepSuspendedFacts(
      transaction,
      facts.map((fact) => ({ fact, of: recordsIn(fact).filter((id) => id === from) })),
    ),
    alsoSuspendedBy(transaction, from, facts),
    moveLinks(transaction, from, into),
    remove(transaction, from),
    placeFacts(transaction, facts, redirects),
    moveVersion(transaction),
  ]);
  await refreshSupport(transaction, placed);
}

/** A relation to an organisation that was merged before is suspended by both merges. */
async function alsoSuspendedBy(transaction: ManagedTransaction, from: string, facts: readonly Fact[]): Promise<void> {
  await transaction.run(
    `UNWIND $ids AS id
     MATCH (statement:Statement {factId: id}) WHERE statement.statedAs IS NOT NULL
     MATCH (suspended:SuspendedFact {id: statement.statedAs}) WHERE NOT $from IN suspended.of
     SET suspended.of = suspended.of + $from`,
    { from, ids: facts.map(({ id }) => id) },
  );
}

async function requireMergeable(transaction: ManagedTransaction, from: string, into: string): Promise<void> {
  if (from === into)
    throw new DomainError('InvalidInput', `from and into: got ${from} twice, expected two organisations`);
  const { records } = await transaction.run<{ id: string; isPhantom: boolean }>(
    'UNWIND $ids AS id MATCH (n:Organisation {id: id}) RETURN n.id AS id, n.isPhantom AS isPhantom',
    { ids: [from, into] },
  );
  const isPhantom = new Map(records.map((record) => [record.get('id'), record.get('isPhantom')]));
  for (const [argument, id] of Object.entries({ from, into })) {
    if (!isPhantom.has(id))
      throw new DomainError('NotFound', `${argument}: no organisation has the id ${id.slice(0, 100)}`);
  }
  if (isPhantom.get(into) && !isPhantom.get(from)) {
    throw new DomainError(
      'InvalidInput',
      `into: ${into} is only referred to, while ${from} is described: merge ${into} into ${from}`,
    );
  }
  const { records: others } = await transaction.run<{ id: string }>(
    'MATCH (r:Redirect {to: $from}) RETURN r.id AS id ORDER BY id LIMIT 3',
    { from },
  );
  if (others.length === 0) return;
  const ids = others.map((record) => record.get('id')).join(', ');
  throw new DomainError('InvalidInput', `from: others were merged into ${from} (${ids}): split them first`);
}

/** The organisation with its names and relations: their statements stay. */
async function remove(transaction: ManagedTransaction, id: string): Promise<void> {
  await Promise.all([
    transaction.run('MATCH (name:Name)-[:NAME_OF]->(:Organisation {id: $id}) DETACH DELETE name', { id }),
    transaction.run('MATCH (n:Organisation {id: $id}) DETACH DELETE n', { id }),
  ]);
}
