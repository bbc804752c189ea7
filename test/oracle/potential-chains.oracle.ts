import { expect } from 'vitest';
import { carriedWork, firstIds, lastYearOf, latest, points, recency } from './carried-work.ts';
import type { Oracle } from './oracle.ts';
import type { SmallActivity, SmallGraph } from './small-graph.ts';
import { askEach, walkPages } from './walk-pages.ts';

interface Filter {
  readonly facilitators?: string[];
  readonly beneficiaries?: string[];
  readonly sectors?: string[];
  readonly years?: { readonly from?: number; readonly to?: number };
}

const FIELDS = `
  totalCount pageInfo { hasNextPage endCursor }
  edges { node {
    basis facilitator { id } pivot { id } beneficiary { id } score
    parts { kind value points mostPoints examples { id } }
  } }`;
const PAGES = `query ($pivot: ID!, $filter: PotentialChainFilter, $after: String) {
  connection: potentialChains(pivot: $pivot, filter: $filter, first: 2, after: $after) { ${FIELDS} } }`;

export const oracle: Oracle = async (small, ask) => {
  const actors = [...small.countries, ...small.organisations].map(({ id }) => id);
  const found = await askEach(
    ask,
    actors.map((id) => `potentialChains(pivot: "${id}", first: 40) { ${FIELDS} }`),
  );
  for (const [index, pivot] of actors.entries()) {
    const whole = expected(small, pivot, {});
    expect(found[index], `pivot ${pivot}`).toEqual(whole);
    if (whole.length === 0) continue;
    for (const filter of [{}, ...variants(small).filter((_, at) => (at + index) % 4 === 0)]) {
      const pages = await walkPages(ask, PAGES, { pivot, filter });
      expect(pages, `pivot ${pivot} with ${JSON.stringify(filter)}`).toEqual(expected(small, pivot, filter));
    }
  }
};

function variants({ countries, organisations, sectors }: SmallGraph): Filter[] {
  const [country = '', , other = ''] = countries.map(({ id }) => id);
  const [organisation = ''] = organisations.map(({ id }) => id);
  return [
    { facilitators: [country] },
    { facilitators: [organisation, other] },
    { beneficiaries: [country, other] },
    { sectors: [sectors[0]?.id ?? ''] },
    { sectors: [sectors[2]?.id ?? '', sectors[1]?.id ?? ''] },
    { years: { from: 2021 } },
    { years: { to: 2021 } },
    { years: { from: 2020, to: 2022 }, beneficiaries: [other] },
  ];
}

function expected(small: SmallGraph, pivot: string, filter: Filter) {
  const work = carriedWork(small);
  const isMultilateral = (actor: string) =>
    small.organisations.some(({ id, kind }) => id === actor && ['MULTILATERAL', 'UN_BODY'].includes(kind));
  const mayTakePart = (actor: string) => work.homeOf(actor) !== null || isMultilateral(actor);
  const own = work.meant(pivot);
  const counted = small.activities.filter(
    (activity) => work.liesIn(activity, filter.sectors) && isWithin(activity, filter.years),
  );
  const byPivot = counted.filter(({ id }) => own.some((actor) => work.carries(actor, id)));

  const suggestions = [...small.countries, ...small.organisations].flatMap(({ id: facilitator }) =>
    small.countries.flatMap(({ id: country }) => {
      const homes = [pivot, facilitator].map((actor) => work.homeOf(actor) ?? actor);
      if (new Set([...homes, country]).size < 3 || !mayTakePart(facilitator) || !mayTakePart(pivot)) return [];
      if (filter.facilitators && !filter.facilitators.some((id) => work.meant(id).includes(facilitator))) return [];
      if (filter.beneficiaries && !filter.beneficiaries.includes(country)) return [];
      if (isArranged(small, work.meant(facilitator), own, work.meant(country))) return [];
      const shared = counted.filter(
        ({ id }) => work.carries(facilitator, id) && own.some((actor) => work.takesPart(actor, id)),
      );
      const forCountry = counted.filter(({ id }) => work.carries(facilitator, id) && work.benefits(country, id));
      if (shared.length === 0 || forCountry.length === 0) return [];
      const ofPivot = byPivot.filter(({ id }) => work.benefits(country, id));
      const sectors = work.categoriesOf(forCountry).filter((id) => work.categoriesOf(byPivot).includes(id));
      return [suggest({ facilitator, pivot, country }, { shared, forCountry, ofPivot, sectors })];
    }),
  );
  return suggestions.sort(
    (one, other) =>
      other.score - one.score ||
      (`${one.facilitator.id} ${one.beneficiary.id}` < `${other.facilitator.id} ${other.beneficiary.id}` ? -1 : 1),
  );
}

function suggest(
  { facilitator, pivot, country }: { facilitator: string; pivot: string; country: string },
  counted: { shared: SmallActivity[]; forCountry: SmallActivity[]; ofPivot: SmallActivity[]; sectors: string[] },
) {
  const { shared, forCountry, ofPivot, sectors } = counted;
  const all = [...shared, ...forCountry, ...ofPivot];
  const year = latest(all);
  const part = (kind: string, items: readonly { id: string }[], mostPoints: number, full: number) => ({
    kind,
    value: items.length,
    points: points(mostPoints, items.length / full),
    mostPoints,
    examples: firstIds(items).map((id) => ({ id })),
  });
  const parts = [
    part('ACTIVITIES_WITH_PIVOT', shared, 30, 5),
    part('FACILITATOR_ACTIVITIES_IN_COUNTRY', forCountry, 20, 5),
    part('PIVOT_ACTIVITIES_IN_COUNTRY', ofPivot, 20, 5),
    part(
      'COMMON_SECTORS',
      sectors.map((id) => ({ id })),
      20,
      3,
    ),
    {
      kind: 'RECENCY',
      value: year,
      points: recency(10, year),
      mostPoints: 10,
      examples: firstIds(all.filter((activity) => year !== null && lastYearOf(activity) === year)).map((id) => ({
        id,
      })),
    },
  ];
  const score = Number(parts.reduce((sum, { points: some }) => sum + some, 0).toFixed(1));
  return {
    basis: 'INFERRED',
    facilitator: { id: facilitator },
    pivot: { id: pivot },
    beneficiary: { id: country },
    score,
    parts,
  };
}

/** Whether an arrangement of whatever basis joins one of each in these roles. */
function isArranged(
  { arrangements }: SmallGraph,
  facilitators: readonly string[],
  pivots: readonly string[],
  beneficiaries: readonly string[],
): boolean {
  return arrangements.some(({ plays }) => {
    const has = (actors: readonly string[], role: string) =>
      plays.some((play) => play.role === role && actors.includes(play.actor));
    return has(facilitators, 'FACILITATING') && has(pivots, 'PIVOTAL') && has(beneficiaries, 'BENEFICIARY');
  });
}

/** One open end runs on; what has no dates is within no years. */
function isWithin({ firstDay, lastDay }: SmallActivity, years: Filter['years']): boolean {
  if (!years) return true;
  if (firstDay === null && lastDay === null) return false;
  const begins = firstDay === null ? -Infinity : Number(firstDay.slice(0, 4));
  const ends = lastDay === null ? Infinity : Number(lastDay.slice(0, 4));
  return ends >= (years.from ?? -Infinity) && begins <= (years.to ?? Infinity);
}
