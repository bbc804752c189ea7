import type { Fact } from '../../../domain/fact.ts';
import type { Statement } from '../../../domain/statement.ts';
import { statementRows } from '../statement-row.ts';

/** The id that the writer gives to a statement of this record on this fact. */
export function statementIdOf(recordId: string, fact: Fact, statement: Statement): string {
  const [row] = statementRows({ recordId, said: { ...fact, statements: [statement] }, fact });
  if (row === undefined) throw new Error('a fact with one statement has one row');
  return row.properties.id;
}
