import { fileURLToPath } from 'node:url';
import { SetupError } from '../../errors.ts';
import { loadSeed } from '../../import/seed/load-seed.ts';

const SEED = fileURLToPath(new URL('../../../seed', import.meta.url));

/** Prints each problem of the curated facts with its file and line, then how much there is. Refuses a seed with problems. */
export async function checkSeed(folder = SEED): Promise<void> {
  const { problems, records, rowCount } = await loadSeed(folder);
  for (const { file, line, message } of problems) console.log(`seed/${file}:${line}: ${message}`);

  const facts = records.flatMap((record) => record.facts);
  const statementCount = facts.reduce((sum, { statements }) => sum + statements.length, 0);
  console.log(`${count(rowCount, 'row')}, ${count(facts.length, 'fact')}, ${count(statementCount, 'statement')}`);
  if (problems.length > 0) throw new SetupError(`${count(problems.length, 'problem')} in the seed`);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
