import { suggestClosest } from '../../../domain/suggest-closest.ts';
import type { MappedSeed } from '../map-seed.ts';
import type { SeedProblem, SeedRows } from '../read-seed.ts';

/** Rows that nothing supports, and evidence from a source that is not among the sources. */
export function findEvidenceProblems(rows: SeedRows, { facts, remarks }: MappedSeed): SeedProblem[] {
  const sources = new Set(rows['sources.yaml'].map(({ row }) => row.id));
  const supported = [...facts.map(({ fact, ...place }) => ({ ...place, statements: fact.statements })), ...remarks];
  return supported.flatMap(({ file, line, lineOf, statements }) => {
    if (statements.length === 0) {
      return [{ file, line, message: 'no evidence; expected some on the row, or for all rows at the top of the file' }];
    }
    return statements
      .filter(({ sourceId }) => !sources.has(sourceId))
      .map(({ sourceId }) => {
        const source = sourceId.slice('source:'.length);
        return { file, line: lineOf(source), message: describe(source, [...sources]) };
      });
  });
}

function describe(source: string, known: readonly string[]): string {
  const candidates = known.map((id) => id.slice('source:'.length));
  return `source "${source}" is not in sources.yaml; expected the id of a source without "source:"${suggestClosest(source, candidates)}`;
}
