import { VOCABULARY } from '../../../domain/vocabulary.ts';
import type { MappedSeed } from '../map-seed.ts';
import type { SeedProblem, SeedRows } from '../read-seed.ts';

/** DAC: actors of at least this many different countries or multilateral bodies make a co-operation triangular. */
const MIN_SIDES = 3;

/** Arrangements in which a role has nobody, or that join too few countries and multilateral bodies. */
export function findBadArrangements(rows: SeedRows, mapped: MappedSeed): SeedProblem[] {
  const sideOf = findSides(mapped);
  return rows['arrangements.yaml'].flatMap(({ file, line, lineOf, row }) => {
    const roles = VOCABULARY.TriangularRole;
    const missing = roles.filter((role) => !row.plays.some((play) => play.role === role));
    const sides = new Set(row.plays.map(({ actor }) => sideOf.get(actor)).filter((side) => side !== undefined));
    const outsiders = row.plays.filter(({ actor }) => !sideOf.has(actor));
    return [
      ...missing.map((role) => ({
        file,
        line,
        message: `${row.id}: nobody is ${role}; expected somebody in each of ${roles.join(', ')}`,
      })),
      ...(sides.size < MIN_SIDES
        ? [
            {
              file,
              line,
              message: `${row.id}: found ${list([...sides])}; expected at least ${MIN_SIDES} countries or multilateral bodies`,
            },
          ]
        : []),
      ...(missing.length === 0 && sides.size >= MIN_SIDES
        ? []
        : outsiders.map(({ actor }) => ({
            file,
            line: lineOf(actor),
            message: `${actor} counts for no country: it has none and is no multilateral body`,
          }))),
    ];
  });
}

/** What each actor counts as: its country, or itself where it is a country or a multilateral body of no country. */
function findSides({ facts }: MappedSeed): Map<string, string> {
  const sides = new Map<string, string>();
  for (const { fact } of facts) {
    if (fact.shape === 'edge') {
      if (fact.type === 'BELONGS_TO') sides.set(fact.from, fact.to);
    } else if (fact.label === 'Country' || ['UN_BODY', 'MULTILATERAL'].includes(String(fact.properties.kind))) {
      sides.set(fact.id, fact.id);
    }
  }
  return sides;
}

function list(sides: readonly string[]): string {
  return sides.length === 0 ? 'none' : sides.join(' and ');
}
