import type { Fact } from '../../../domain/fact.ts';
import type { MappedSeed, SeedFact } from '../map-seed.ts';
import type { Place, SeedProblem, SeedRows } from '../read-seed.ts';

/** Sources, records, relations and codes that are there twice. Of a record that is, its parts are not reported as well. */
export function findDuplicates(rows: SeedRows, { facts }: MappedSeed): SeedProblem[] {
  return [...duplicateSources(rows), ...duplicateFacts(facts)];
}

function duplicateSources(rows: SeedRows): SeedProblem[] {
  const first = new Map<string, Place>();
  return rows['sources.yaml'].flatMap((located) => {
    const { file, line, row } = located;
    const earlier = first.get(row.id);
    first.set(row.id, earlier ?? located);
    return earlier
      ? [{ file, line, message: `${row.id} is there twice, also at ${file}:${earlier.line}; expected one row` }]
      : [];
  });
}

function duplicateFacts(facts: readonly SeedFact[]): SeedProblem[] {
  const first = new Map<string, SeedFact>();
  const rowsToSkip = new Set<string>();
  return facts.flatMap((item) => {
    const { file, line, fact } = item;
    const earlier = first.get(fact.id);
    if (!earlier) {
      first.set(fact.id, item);
      return [];
    }
    const row = `${file}:${line}`;
    if (rowsToSkip.has(row)) return [];
    if (isRecord(fact)) rowsToSkip.add(row);
    return [{ file, line: lineOfDuplicate(item), message: describe(fact, earlier) }];
  });
}

function isRecord(fact: Fact): boolean {
  return fact.shape === 'node' && fact.label !== 'Name' && fact.label !== 'Identifier';
}

function lineOfDuplicate({ fact, line, lineOf }: SeedFact): number {
  return fact.shape === 'node' && fact.label === 'Identifier' ? lineOf(String(fact.properties.value)) : line;
}

function describe(fact: Fact, earlier: SeedFact): string {
  const place = `${earlier.file}:${earlier.line}`;
  if (fact.shape === 'edge')
    return `the relation ${fact.id} is there twice, also at ${place}; expected one row with all its evidence`;
  if (fact.label !== 'Identifier') return `${fact.id} is there twice, also at ${place}; expected one row`;
  const { scheme, value } = fact.properties;
  const [owner, earlierOwner] = [ownerOf(fact), ownerOf(earlier.fact)];
  return owner === earlierOwner
    ? `${scheme} ${value} stands twice on ${owner}; expected once`
    : `${scheme} ${value} is the code of ${owner} and of ${earlierOwner} (${place}); expected one owner`;
}

function ownerOf(fact: Fact): string | undefined {
  return fact.shape === 'node' ? fact.links?.[0]?.to : undefined;
}
