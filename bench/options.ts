import { Command, InvalidArgumentError } from 'commander';
import type { QuestionName } from './questions/question.ts';
import { QUESTIONS } from './questions/questions.ts';

export interface Options {
  readonly quick: boolean;
  readonly large: boolean;
  /** Null: all. */
  readonly only: readonly QuestionName[] | null;
  /** Null: all. What the bars are measured against is there in any case. */
  readonly contestants: readonly string[] | null;
  /** Null: docs/benchmarks/ for a whole run, a folder of its own for a part of it. */
  readonly output: string | null;
}

/** Reads the command line of `npm run bench`; ends the process with a message where it makes no sense. */
export function readOptions(contestants: readonly string[], argv: readonly string[]): Options {
  const questions = QUESTIONS.map(({ name }) => name);
  const command = new Command('npm run bench --')
    .description('Measures this project against others on generated networks; see docs/benchmarks/README.md.')
    .option('--quick', '10 k participations, fewer subjects and rounds: two minutes', false)
    .option('--large', '10 k and 1 million participations, to see growth: more than an hour, and 10 GB of disk', false)
    .option('--only <questions>', `only these of ${questions.join(', ')}`, listOf(questions))
    .option('--contestants <names>', `only these of ${contestants.join(', ')}`, listOf(contestants))
    .option('--output <folder>', 'where the results are written')
    .parse([...argv], { from: 'user' });
  const given = command.opts();
  return {
    quick: given.quick,
    large: given.large,
    only: given.only ?? null,
    contestants: given.contestants ?? null,
    output: given.output ?? null,
  };
}

function listOf<Name extends string>(known: readonly Name[]) {
  return (text: string): Name[] => {
    const names = text.split(',').map((name) => name.trim());
    const unknown = names.filter((name) => !(known as readonly string[]).includes(name));
    if (unknown.length > 0) throw new InvalidArgumentError(`unknown: ${unknown.join(', ')}`);
    return names as Name[];
  };
}
