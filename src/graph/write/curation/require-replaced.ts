import type { ManagedTransaction } from 'neo4j-driver';
import { type CurationProblems, quote } from '../../../domain/curation/problems.ts';
import { readFact } from './read-fact.ts';
import { requireRetractable } from './retract-fact.ts';

/** What is to be replaced, by what. */
export interface Replacement {
  readonly label: 'Name' | 'Identifier';
  /** Null: nothing is replaced. */
  readonly id: string | null;
  /** The record it must be of. */
  readonly entity: string;
  readonly by: string | undefined;
}

/** Adds a problem where what is to be replaced is not there, or no name or code of the same record. */
export async function requireReplaced(
  transaction: ManagedTransaction,
  { label, id, entity, by }: Replacement,
  problems: CurationProblems,
): Promise<void> {
  if (id === null) return;
  const path = ['input', 'replaces'];
  const fact = await readFact(transaction, id);
  const isSuch = fact?.shape === 'node' && fact.label === label;
  if (fact !== null && !isSuch) {
    problems.add('WRONG_KIND', path, `${quote(id)} is no ${label.toLowerCase()}; expected one of ${quote(entity)}`);
  } else if (isSuch && !fact.links?.some(({ to }) => to === entity)) {
    problems.add('CONFLICT', path, `${quote(id)} belongs to ${fact.links?.[0]?.to}, not to ${quote(entity)}`);
  } else if (id === by) {
    problems.add('CONFLICT', path, 'it is the same as the new one');
  } else {
    await requireRetractable(transaction, id, fact, path, problems);
  }
}
