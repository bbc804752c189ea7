import { expect } from 'vitest';
import type { Answer } from '../support/api.ts';
import { PARTNER_FIELDS } from './expected-partners.ts';
import type { Ask } from './oracle.ts';

type Participation = { readonly id: string; readonly actor: { readonly id: string }; readonly role: string };

/** Small enough that most answers take more than one page. */
const PAGE = 3;

/** All partners that a question finds, page by page, in the shape of what is expected. */
export async function walkPartners(
  ask: Ask,
  question: string,
  declared: string,
  passed: string,
  variables: Record<string, unknown>,
): Promise<Answer[]> {
  const query = `query ($first: Int!, $after: String, ${declared}) {
    found: ${question}(first: $first, after: $after, ${passed}) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { ${PARTNER_FIELDS} } } } }`;
  const partners: Answer[] = [];
  let after: string | null = null;
  for (;;) {
    const { found }: Answer = await ask(query, { ...variables, first: PAGE, after });
    partners.push(...found.edges.map(({ node }: Answer) => comparable(node)));
    if (!found.pageInfo.hasNextPage) {
      expect(found.totalCount).toBe(partners.length);
      return partners;
    }
    expect(found.edges).toHaveLength(PAGE);
    after = found.pageInfo.endCursor;
  }
}

function comparable({ activities, ...partner }: Answer) {
  expect(activities.totalCount).toBe(partner.sharedActivities);
  expect(activities.pageInfo.hasNextPage).toBe(false);
  return {
    ...partner,
    activities: activities.edges.map(({ node }: Answer) => ({
      ...node,
      ofParticipations: sortedParts(node.ofParticipations),
      partnerParticipations: sortedParts(node.partnerParticipations),
    })),
  };
}

function sortedParts(parts: readonly Participation[]) {
  const ids = parts.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
  return parts
    .map(({ id: _, ...part }) => part)
    .sort((one, other) => (`${one.actor.id} ${one.role}` < `${other.actor.id} ${other.role}` ? -1 : 1));
}
