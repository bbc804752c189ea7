import { expect } from 'vitest';
import { VOCABULARY } from '../../src/domain/vocabulary.ts';
import type { Answer } from '../support/api.ts';
import { expectedPartners, type PartnersAsked } from './expected-partners.ts';
import type { Ask, Oracle } from './oracle.ts';
import type { SmallGraph } from './small-graph.ts';
import { walkPartners } from './walk-partners.ts';

const DECLARED =
  '$of: ID!, $ofRoles: [Role!], $partnerRoles: [Role!], $years: YearRange, $types: [EntityType!], $basis: [Basis!]';
const PASSED = 'of: $of, ofRoles: $ofRoles, partnerRoles: $partnerRoles, years: $years, types: $types, basis: $basis';

/** Each graph asks of some of its actors in some of these ways; all graphs together ask of all in all. */
export const oracle: Oracle = async (small, ask) => {
  const actors = [...small.countries, ...small.organisations].map(({ id }) => id);
  const variants = variantsFor(small);
  const start = small.participations.length + small.transactions.length;
  for (let number = 0; number < 3; number += 1) {
    const of = actors[(start + number * 3) % actors.length] as string;
    const asked: PartnersAsked = { of: [of], ...variants[(start + number) % variants.length] };
    const found = await walkPartners(ask, 'partners', DECLARED, PASSED, { ...asked, of });
    expect(found).toEqual(expectedPartners(small, asked));
    if (number === 0) await expectActivitiesPageByPage(small, ask, asked);
  }
};

function variantsFor({ participations, activities }: SmallGraph): Omit<PartnersAsked, 'of'>[] {
  const roles = participations.map(({ role }) => role);
  const [first = 'HOST', second = 'PARTNER', third = 'FUNDING'] = roles;
  const year = Number((activities.find(({ firstDay }) => firstDay !== null)?.firstDay ?? '2020').slice(0, 4));
  return [
    {},
    { basis: VOCABULARY.Basis },
    { basis: VOCABULARY.Basis, ofRoles: [first, second] },
    { basis: VOCABULARY.Basis, partnerRoles: [second, third] },
    { basis: VOCABULARY.Basis, ofRoles: [first, third], partnerRoles: ['BENEFICIARY', second] },
    { basis: VOCABULARY.Basis, years: { from: year, to: year + 1 } },
    { years: { from: year } },
    { years: { to: year }, types: ['ORGANISATION'] },
    { basis: ['INFERRED', 'CURATED'], types: ['COUNTRY'] },
    { years: {}, types: ['COUNTRY', 'ORGANISATION'] },
  ];
}

/** The activities of the first partner, one at a time. */
async function expectActivitiesPageByPage(small: SmallGraph, ask: Ask, { of: [of], ...asked }: PartnersAsked) {
  const query = `query (${DECLARED}, $after: String) { partners(${PASSED}, first: 1) { edges { node {
    activities(first: 1, after: $after) { pageInfo { hasNextPage endCursor } edges { node { activity { id } } } } } } } }`;
  const [partner] = expectedPartners(small, { of: [of as string], ...asked });
  const ids: string[] = [];
  for (let after: string | null = null; partner; ) {
    const { partners }: Answer = await ask(query, { ...asked, of, after });
    const { activities } = partners.edges[0].node;
    ids.push(...activities.edges.map(({ node }: Answer) => node.activity.id));
    if (!activities.pageInfo.hasNextPage) break;
    after = activities.pageInfo.endCursor;
  }
  expect(ids).toEqual((partner?.activities ?? []).map(({ activity }) => activity.id));
}
