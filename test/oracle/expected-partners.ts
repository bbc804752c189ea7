import { type Term, VOCABULARY } from '../../src/domain/vocabulary.ts';
import type { SmallActivity, SmallGraph, SmallParticipation } from './small-graph.ts';

/** The arguments of `partners` and `commonPartners` as they are sent, but for `of`, which is always a list here. */
export interface PartnersAsked {
  readonly of: readonly string[];
  readonly ofRoles?: readonly Term<'Role'>[];
  readonly partnerRoles?: readonly Term<'Role'>[];
  readonly years?: { readonly from?: number; readonly to?: number };
  readonly types?: readonly ('COUNTRY' | 'ORGANISATION')[];
  readonly basis?: readonly Term<'Basis'>[];
}

/** What is asked of each partner; the lists of the answer are compared as they stand. */
export const PARTNER_FIELDS = `
  actor { id kind } sharedActivities byKind { kind count } roles ofRoles firstYear lastYear plannedActivities
  with { of { id } sharedActivities }
  sectors(first: 2) { sector { id } activities }
  commitments { value currency }
  activities(first: 100) {
    totalCount pageInfo { hasNextPage }
    edges { node {
      activity { id kind } status start end
      ofParticipations { id actor { id } activity { id } role basis }
      partnerParticipations { id actor { id } activity { id } role basis }
    } }
  }`;

/** The whole answer, worked out by trying every actor with every activity. */
export function expectedPartners(small: SmallGraph, asked: PartnersAsked) {
  const actors = [...small.countries, ...small.organisations].map(({ id }) => id);
  return actors
    .filter((actor) => !asked.of.some((id) => membersOf(small, id).includes(actor)))
    .filter((actor) => (asked.types ?? ['COUNTRY', 'ORGANISATION']).includes(kindOf(actor)))
    .map((actor) => expectedPartner(small, asked, actor))
    .filter((partner) => partner.with.every(({ sharedActivities }) => sharedActivities > 0))
    .sort(
      (one, other) =>
        least(other) - least(one) ||
        other.sharedActivities - one.sharedActivities ||
        (one.actor.id < other.actor.id ? -1 : 1),
    );
}

function expectedPartner(small: SmallGraph, asked: PartnersAsked, actor: string) {
  const theirs = partsOf(small, [actor], asked, asked.partnerRoles);
  const partsWith = (of: string) => partsOf(small, membersOf(small, of), asked, asked.ofRoles);
  const isIn = (parts: readonly SmallParticipation[]) => (activity: SmallActivity) =>
    parts.some((part) => part.activity === activity.id);
  const sharedWith = (of: string) => small.activities.filter(isIn(theirs)).filter(isIn(partsWith(of)));

  const shared = small.activities
    .filter((activity) => asked.of.some((of) => sharedWith(of).includes(activity)))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  const inShared = (part: SmallParticipation) => shared.some(({ id }) => id === part.activity);
  const ours = distinct(asked.of.flatMap(partsWith));
  const years = shared
    .flatMap(({ firstDay, lastDay }) => [firstDay, lastDay])
    .flatMap((day) => (day ? [yearOf(day)] : []));
  return {
    actor: { id: actor, kind: kindOf(actor) },
    sharedActivities: shared.length,
    byKind: (['Programme', 'Edition', 'Project'] as const)
      .map((label) => ({
        kind: label.toUpperCase(),
        count: shared.filter((activity) => activity.label === label).length,
      }))
      .filter(({ count }) => count > 0),
    roles: rolesIn(theirs.filter(inShared)),
    ofRoles: rolesIn(ours.filter(inShared)),
    firstYear: years.length === 0 ? null : Math.min(...years),
    lastYear: years.length === 0 ? null : Math.max(...years),
    plannedActivities: shared.filter(({ status }) => status === 'PLANNED').length,
    with: asked.of.map((of) => ({ of: { id: of }, sharedActivities: sharedWith(of).length })),
    sectors: sectorsOf(small, shared).slice(0, 2),
    commitments: commitmentsTo(small, shared),
    activities: shared.map((activity) => ({
      activity: { id: activity.id, kind: activity.label.toUpperCase() },
      status: activity.status,
      start: activity.firstDay,
      end: activity.lastDay,
      ofParticipations: shown(ours, activity),
      partnerParticipations: shown(theirs, activity),
    })),
  };
}

function least({ with: shares }: { readonly with: readonly { readonly sharedActivities: number }[] }): number {
  return Math.min(...shares.map(({ sharedActivities }) => sharedActivities));
}

function kindOf(actor: string): 'COUNTRY' | 'ORGANISATION' {
  return actor.startsWith('country:') ? 'COUNTRY' : 'ORGANISATION';
}

function membersOf(small: SmallGraph, id: string): string[] {
  return [id, ...small.organisations.filter(({ country }) => country === id).map((organisation) => organisation.id)];
}

function partsOf(
  small: SmallGraph,
  actors: readonly string[],
  { basis = ['DECLARED', 'CURATED'], years }: PartnersAsked,
  roles: readonly Term<'Role'>[] = VOCABULARY.Role,
): SmallParticipation[] {
  const dated = small.activities.filter((activity) => isWithin(activity, years)).map(({ id }) => id);
  return small.participations.filter(
    (part) =>
      actors.includes(part.actor) &&
      roles.includes(part.role) &&
      basis.includes(part.basis) &&
      dated.includes(part.activity),
  );
}

/** One that has only a start runs on, one that has only an end ran before, and one without either is in no year. */
function isWithin(
  { firstDay, lastDay }: SmallActivity,
  { from, to }: NonNullable<PartnersAsked['years']> = {},
): boolean {
  if (from === undefined && to === undefined) return true;
  if (firstDay === null && lastDay === null) return false;
  const starts = firstDay === null ? Number.NEGATIVE_INFINITY : yearOf(firstDay);
  const ends = lastDay === null ? Number.POSITIVE_INFINITY : yearOf(lastDay);
  return starts <= (to ?? Number.POSITIVE_INFINITY) && ends >= (from ?? Number.NEGATIVE_INFINITY);
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function rolesIn(parts: readonly SmallParticipation[]): Term<'Role'>[] {
  return VOCABULARY.Role.filter((role) => parts.some((part) => part.role === role));
}

function sectorsOf(small: SmallGraph, shared: readonly SmallActivity[]) {
  return small.sectors
    .map(({ id }) => ({
      sector: { id },
      activities: shared.filter(({ sectors }) => sectors.some((share) => share.id === id)).length,
    }))
    .filter(({ activities }) => activities > 0)
    .sort((one, other) => other.activities - one.activities || (one.sector.id < other.sector.id ? -1 : 1));
}

/** Added as whole thousandths, which the amounts of small graphs are. */
function commitmentsTo(small: SmallGraph, shared: readonly SmallActivity[]) {
  const made = small.transactions.filter(
    ({ type, madeIn }) => type === 'OUTGOING_COMMITMENT' && shared.some(({ id }) => id === madeIn),
  );
  return distinct(made.map(({ currency }) => currency))
    .sort()
    .map((currency) => {
      const sum = made
        .filter((transaction) => transaction.currency === currency)
        .reduce((total, { amount }) => total + Math.round(Number(amount) * 1000), 0);
      return { value: String(sum / 1000), currency };
    });
}

/** Sorted by what they say: their order by id is checked where the answer is read. */
function shown(parts: readonly SmallParticipation[], { id }: SmallActivity) {
  return parts
    .filter(({ activity }) => activity === id)
    .map(({ actor, role, basis }) => ({ actor: { id: actor }, activity: { id }, role, basis }))
    .sort((one, other) => (`${one.actor.id} ${one.role}` < `${other.actor.id} ${other.role}` ? -1 : 1));
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
