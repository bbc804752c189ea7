import type { FactRecord } from '../domain/fact.ts';
import type { Source } from '../domain/source.ts';
import type { ImportProblem, Mapped, ProblemKind } from './importer.ts';
import { Tally } from './tally.ts';

export type Counts = Readonly<Record<string, number>>;

/** What an import did, as it is printed with --json. */
export interface ImportReport {
  readonly file: string;
  readonly source: Source;
  readonly isDryRun: boolean;
  /** False where the file was not read to its end: what was complete before is kept. */
  readonly isComplete: boolean;
  /** True where somebody stopped it on its way. */
  readonly isStopped: boolean;
  readonly records: {
    readonly read: number;
    readonly skipped: number;
    readonly written: number;
    readonly unchanged: number;
  };
  /** Facts by node label and relationship type, counted in each record that states them. */
  readonly facts: Counts;
  readonly tallies: Readonly<Record<string, Counts>>;
  readonly problems: Readonly<Record<string, ProblemSummary>>;
  /** What the file says and the model does not hold. */
  readonly loss: Readonly<Record<string, Counts>>;
  readonly milliseconds: number;
}

export interface ProblemSummary {
  readonly count: number;
  readonly examples: readonly ImportProblem[];
}

/** More would hide the other kinds; the count says how many there are. */
const MAX_EXAMPLES = 3;

/** Problems after which nothing more of the file is read. */
const ENDING: ReadonlySet<ProblemKind> = new Set(['malformed', 'refused', 'encoding', 'unsupported-version']);

/** Gathers the report while the import runs; its size does not grow with the file. */
export class ReportBuilder {
  readonly #started = performance.now();
  readonly #facts = new Tally();
  readonly #problems = new Map<ProblemKind, { count: number; examples: ImportProblem[] }>();
  readonly #loss = new Tally();
  readonly #records = { read: 0, skipped: 0, written: 0, unchanged: 0 };
  readonly tallies = new Tally();

  addProblem(problem: ImportProblem): void {
    const summary = this.#problems.get(problem.kind) ?? { count: 0, examples: [] };
    summary.count += 1;
    if (summary.examples.length < MAX_EXAMPLES) summary.examples.push(problem);
    this.#problems.set(problem.kind, summary);
  }

  addMapped({ record, problems, tallies, loss }: Mapped): void {
    this.#records.read += 1;
    if (record === null) this.#records.skipped += 1;
    else this.#countFacts(record);
    for (const problem of problems) this.addProblem(problem);
    this.tallies.addAll(tallies);
    this.#loss.addAll(loss);
  }

  addWritten({ written, unchanged }: { readonly written: number; readonly unchanged: number }): void {
    this.#records.written += written;
    this.#records.unchanged += unchanged;
  }

  build(
    file: string,
    source: Source,
    { isDryRun, isStopped }: Pick<ImportReport, 'isDryRun' | 'isStopped'>,
  ): ImportReport {
    return {
      file,
      source,
      isDryRun,
      isStopped,
      isComplete: !isStopped && ![...this.#problems.keys()].some((kind) => ENDING.has(kind)),
      records: { ...this.#records },
      facts: mostFirst(this.#facts.toJSON().facts ?? {}),
      tallies: this.tallies.toJSON(),
      problems: Object.fromEntries([...this.#problems].sort(([, one], [, other]) => other.count - one.count)),
      loss: Object.fromEntries(
        Object.entries(this.#loss.toJSON()).map(([group, counts]) => [group, mostFirst(counts)]),
      ),
      milliseconds: Math.round(performance.now() - this.#started),
    };
  }

  #countFacts({ facts }: FactRecord): void {
    for (const fact of facts) this.#facts.count('facts', fact.shape === 'node' ? fact.label : fact.type);
  }
}

function mostFirst(counts: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).sort(([, one], [, other]) => other - one));
}
