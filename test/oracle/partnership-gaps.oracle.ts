import { expect } from 'vitest';
import { carriedWork, firstIds, lastYearOf, latest, points, recency } from './carried-work.ts';
import type { Oracle } from './oracle.ts';
import type { SmallActivity, SmallGraph } from './small-graph.ts';
import { askEach, walkPages } from './walk-pages.ts';

interface Narrowing {
  readonly countries?: string[];
  readonly sectors?: string[];
}

const FIELDS = `
  totalCount pageInfo { hasNextPage endCursor }
  edges { node {
    actor { id } score countries { id } sectors { id }
    parts { kind value points mostPoints examples { id } }
  } }`;
const PAGES = `query ($for: ID!, $countries: [ID!], $sectors: [ID!], $after: String) {
  connection: partnershipGaps(for: $for, countries: $countries, sectors: $sectors, first: 2, after: $after) { ${FIELDS} } }`;

export const oracle: Oracle = async (small, ask) => {
  const actors = [...small.countries, ...small.organisations].map(({ id }) => id);
  const found = await askEach(
    ask,
    actors.map((id) => `partnershipGaps(for: "${id}", first: 40) { ${FIELDS} }`),
  );
  for (const [index, asked] of actors.entries()) {
    const whole = expected(small, asked, {});
    expect(found[index], `for ${asked}`).toEqual(whole);
    if (whole.length === 0) continue;
    for (const narrowing of [{}, ...variants(small).filter((_, at) => (at + index) % 3 === 0)]) {
      const pages = await walkPages(ask, PAGES, { for: asked, ...narrowing });
      expect(pages, `for ${asked} with ${JSON.stringify(narrowing)}`).toEqual(expected(small, asked, narrowing));
    }
  }
};

function variants({ countries, sectors }: SmallGraph): Narrowing[] {
  const [first = '', second = '', third = ''] = countries.map(({ id }) => id);
  const [category = '', other = '', purpose = ''] = sectors.map(({ id }) => id);
  return [
    { countries: [first] },
    { countries: [second, third] },
    { sectors: [category] },
    { sectors: [other, purpose] },
    { countries: [third], sectors: [category, other] },
  ];
}

function expected(small: SmallGraph, asked: string, { countries: wanted, sectors }: Narrowing) {
  const work = carriedWork(small);
  const own = work.meant(asked);
  const actors = [...small.countries, ...small.organisations].map(({ id }) => id);
  const shares = (actor: string) =>
    small.activities.some(
      ({ id }) => work.takesPart(actor, id) && own.some((one) => one !== actor && work.takesPart(one, id)),
    );
  const isKnown = (actor: string) =>
    own.includes(actor) || actor === work.homeOf(asked) || work.meant(actor).some((one) => shares(one));

  const counted = small.activities.filter((activity) => work.liesIn(activity, sectors));
  const ours = counted.filter(({ id }) => own.some((one) => work.carries(one, id)));
  const countries = small.countries
    .map(({ id }) => id)
    .filter((country) => wanted?.includes(country) ?? ours.some(({ id }) => work.benefits(country, id)));
  const partners = actors.filter(
    (actor) => !own.includes(actor) && actor !== work.homeOf(asked) && ours.some(({ id }) => work.carries(actor, id)),
  );

  const gaps = actors.flatMap((actor) => {
    const theirs = counted.filter(
      ({ id }) => work.carries(actor, id) && countries.some((country) => work.benefits(country, id)),
    );
    const common = {
      countries: countries.filter((country) => theirs.some(({ id }) => work.benefits(country, id))),
      sectors: work.categoriesOf(theirs).filter((category) => work.categoriesOf(ours).includes(category)),
      partners: partners.filter((partner) => theirs.some(({ id }) => work.carries(partner, id))),
    };
    if (isKnown(actor) || common.countries.length === 0 || common.sectors.length === 0) return [];
    return [suggest(actor, theirs, common)];
  });
  return gaps.sort((one, other) => other.score - one.score || (one.actor.id < other.actor.id ? -1 : 1));
}

function suggest(
  actor: string,
  theirs: readonly SmallActivity[],
  common: { countries: string[]; sectors: string[]; partners: string[] },
) {
  const references = (ids: readonly string[]) =>
    ids.map((id) => ({ id })).sort((one, other) => (one.id < other.id ? -1 : 1));
  const part = (kind: string, ids: readonly string[], mostPoints: number, full: number) => ({
    kind,
    value: ids.length,
    points: points(mostPoints, ids.length / full),
    mostPoints,
    examples: firstIds(references(ids)).map((id) => ({ id })),
  });
  const year = latest(theirs);
  const recent = theirs.filter((activity) => year !== null && lastYearOf(activity) === year);
  const parts = [
    part('COMMON_COUNTRIES', common.countries, 35, 5),
    part('COMMON_SECTORS', common.sectors, 35, 5),
    part('COMMON_PARTNERS', common.partners, 20, 10),
    { kind: 'RECENCY', value: year, points: recency(10, year), mostPoints: 10, examples: references(firstIds(recent)) },
  ];
  const score = Number(parts.reduce((sum, { points: some }) => sum + some, 0).toFixed(1));
  return {
    actor: { id: actor },
    score,
    countries: references(common.countries),
    sectors: references(common.sectors),
    parts,
  };
}
