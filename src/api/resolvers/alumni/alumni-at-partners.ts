import { DRAWERS } from '../../../domain/alumni/drawers.ts';
import { DEFAULT_BASIS } from '../../../domain/default-basis.ts';
import { ENTITY_TYPES } from '../../../domain/entity-type.ts';
import { DomainError } from '../../../errors.ts';
import type { HeldAlumnus } from '../../../graph/alumni/read-alumni.ts';
import { findSameOrganisations } from '../../../graph/queries/find-same-organisations.ts';
import { findPartners } from '../../../graph/queries/partners/find-partners.ts';
import { type PageArguments, toConnection } from '../../connection.ts';
import type { RequestContext } from '../../context.ts';
import { ACTORS, requireRecords } from '../require-records.ts';
import { type AlumniFilter, readAlumniFilter } from './alumni-filter.ts';
import { alumniScope } from './alumni-scope.ts';
import { listAlumni } from './list-alumni.ts';
import { pagesOfAlumni } from './pages-of-alumni.ts';
import { requireOfficer } from './require-officer.ts';

interface Arguments extends PageArguments {
  readonly of: string;
  readonly filter?: AlumniFilter | null;
}

interface Workplace {
  readonly partner: string;
  readonly shared: number;
}

/** More partners are not looked for among employers at once. */
const MOST_PARTNERS = 5_000;

/** Alumni who work at a partner now. */
async function alumniAtPartners(_: unknown, { of, filter, ...page }: Arguments, context: RequestContext) {
  const { alumni: store, viewer } = requireOfficer(context);
  const { loaders } = context;
  await requireRecords('of', [of], loaders, ACTORS);
  const [wanted, partners] = await Promise.all([readAlumniFilter(filter, context), findWorkplaces(of, context)]);
  const criteria = { ...wanted, drawers: [...wanted.drawers, [...partners.keys()].map(DRAWERS.presentEmployer)] };
  const list = listAlumni(store, viewer.id);
  const nodeOf = (alumnus: HeldAlumnus) => ({
    alumnus: () => list(alumnus),
    workplaces: workplacesOf(alumnus, partners).map(({ partner, shared }) => ({
      employer: () => loaders.reference.load(partner),
      sharedActivities: shared,
    })),
  });
  return toConnection(page, {
    // Partners come and go: that changes who is found, not where a page ended.
    scope: await alumniScope('alumniAtPartners', wanted, store, [of]),
    ...pagesOfAlumni(store, criteria, context.signal),
    edgeOf: ({ alumnus }) => ({ node: nodeOf(alumnus) }),
  });
}

/** The partner and the activities shared with it, by each id that means it. */
async function findWorkplaces(of: string, { graph, signal }: RequestContext): Promise<Map<string, Workplace>> {
  const none = { ofRoles: null, partnerRoles: null, from: null, to: null };
  const criteria = { of: [of], ...none, basis: DEFAULT_BASIS, labels: [ENTITY_TYPES.ORGANISATION] };
  const found = await findPartners(graph, criteria, { after: null, limit: MOST_PARTNERS + 1 }, [], signal);
  if (found.length > MOST_PARTNERS)
    throw new DomainError(
      'LimitExceeded',
      `of: more than ${MOST_PARTNERS} partners, at most ${MOST_PARTNERS} are looked for`,
    );
  const same = await findSameOrganisations(
    graph,
    found.map(({ partner }) => partner.id),
    signal,
  );
  return new Map(
    found.flatMap(({ partner, shared }, index) =>
      (same[index]?.ids ?? []).map((id) => [id, { partner: partner.id, shared }] as const),
    ),
  );
}

function workplacesOf({ employments }: HeldAlumnus, partners: ReadonlyMap<string, Workplace>): Workplace[] {
  const present = employments.flatMap(({ isPresent, organisation }) =>
    isPresent && organisation !== null ? (partners.get(organisation) ?? []) : [],
  );
  const each = new Map(present.map((workplace) => [workplace.partner, workplace]));
  return [...each.values()].sort((one, other) => (one.partner < other.partner ? -1 : 1));
}

export const ALUMNI_AT_PARTNERS_RESOLVERS = { Query: { alumniAtPartners } };
