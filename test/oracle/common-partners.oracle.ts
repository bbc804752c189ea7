import { expect } from 'vitest';
import { VOCABULARY } from '../../src/domain/vocabulary.ts';
import { expectedPartners, type PartnersAsked } from './expected-partners.ts';
import type { Oracle } from './oracle.ts';
import type { SmallGraph } from './small-graph.ts';
import { walkPartners } from './walk-partners.ts';

const DECLARED = '$of: [ID!]!, $years: YearRange, $types: [EntityType!], $basis: [Basis!]';
const PASSED = 'of: $of, years: $years, types: $types, basis: $basis';

/** Two or three asked about at once, some of them a country and an organisation of its own. */
export const oracle: Oracle = async (small, ask) => {
  const variants = variantsFor(small);
  const start = small.participations.length + small.transactions.length;
  for (const [number, of] of groupsOf(small).entries()) {
    const asked: PartnersAsked = { of, ...variants[(start + number) % variants.length] };
    const found = await walkPartners(ask, 'commonPartners', DECLARED, PASSED, { ...asked });
    expect(found).toEqual(expectedPartners(small, asked));
  }
};

/** The busiest actors have partners in common that differ in more than one number. */
function groupsOf({ countries, organisations, participations }: SmallGraph): string[][] {
  const partsOf = (id: string) => participations.filter(({ actor }) => actor === id).length;
  const [first, second, third, fourth] = [...organisations, ...countries]
    .map(({ id }) => id)
    .sort((one, other) => partsOf(other) - partsOf(one)) as [string, string, string, string];
  const own = organisations.flatMap(({ id, country }) => (country === null ? [] : [[country, id]]));
  return [[first, second], [first, third], [second, fourth, third], ...own.slice(0, 1)];
}

function variantsFor({ activities }: SmallGraph): Omit<PartnersAsked, 'of'>[] {
  const year = Number((activities.find(({ lastDay }) => lastDay !== null)?.lastDay ?? '2020').slice(0, 4));
  return [
    {},
    { basis: VOCABULARY.Basis },
    { basis: VOCABULARY.Basis, years: { from: year - 1, to: year } },
    { basis: VOCABULARY.Basis, types: ['ORGANISATION'] },
    { basis: ['DECLARED', 'INFERRED'], years: { to: year } },
    { basis: VOCABULARY.Basis, types: ['COUNTRY'] },
  ];
}
