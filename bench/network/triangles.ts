import type { Term } from '../../src/domain/vocabulary.ts';
import { countOrganisations, organisationId } from './background.ts';
import { cover, play } from './make-rows.ts';
import type { ActivityRows, ArrangementRows, NetworkSize } from './network.ts';
import { companionId, HUB_ID, PROBES } from './planted.ts';

/** One arrangement for so many projects; the hub facilitates every third. */
const PROJECTS_PER_ARRANGEMENT = 100;
const HUB_FACILITATES = 3 * PROJECTS_PER_ARRANGEMENT;

/** Planted ones: every so manieth project of a probe has one. */
const PROJECTS_PER_PLANTED = { [PROBES.probe20.id]: 4, [PROBES.probe200.id]: 10, [PROBES.farProbe.id]: 4 };

interface Cast {
  readonly facilitating: string;
  readonly pivotal: string;
}

/** The triangular arrangements that these activities are covered by: who funds one facilitates, who benefits benefits. */
export function* plantedTriangles(activities: Iterable<ActivityRows>): Iterable<ArrangementRows> {
  let number = 0;
  let before: ActivityRows | undefined;
  for (const activity of activities) {
    const facilitating = actorIn(activity, 'FUNDING');
    const each = facilitating && PROJECTS_PER_PLANTED[facilitating as keyof typeof PROJECTS_PER_PLANTED];
    if (each && number % each === each - 1) {
      const cast = { facilitating, pivotal: actorIn(activity, 'PARTNER') ?? companionId(0) };
      yield triangle(`planted-${String(number + 1).padStart(3, '0')}`, activity, before, cast);
    }
    before = activity;
    number += 1;
  }
}

export function* backgroundTriangles(size: NetworkSize, activities: Iterable<ActivityRows>): Iterable<ArrangementRows> {
  const organisations = countOrganisations(size);
  let number = 0;
  let before: ActivityRows | undefined;
  for (const activity of activities) {
    if (number % PROJECTS_PER_ARRANGEMENT === PROJECTS_PER_ARRANGEMENT / 2) {
      const isOfHub = number % HUB_FACILITATES === PROJECTS_PER_ARRANGEMENT / 2;
      const facilitating = isOfHub ? HUB_ID : (actorIn(activity, 'FUNDING') ?? HUB_ID);
      const place = (number * 7) % organisations;
      const pivotal = organisationId(organisationId(place) === facilitating ? (place + 1) % organisations : place);
      yield triangle(`bench-${String(number).padStart(7, '0')}`, activity, before, { facilitating, pivotal });
    }
    before = activity;
    number += 1;
  }
}

function actorIn({ participations }: ActivityRows, role: Term<'Role'>): string | undefined {
  return participations.find((part) => part.role === role)?.actorId;
}

/** It covers the activity and the one before it. */
function triangle(key: string, activity: ActivityRows, before: ActivityRows | undefined, cast: Cast): ArrangementRows {
  const id = `arrangement:${key}`;
  const { status, start, end, firstDay, lastDay } = activity.project;
  const beneficiaries = activity.participations.filter(({ role }) => role === 'BENEFICIARY');
  return {
    arrangement: { id, name: `Triangular arrangement ${key}`, status, start, end, firstDay, lastDay },
    plays: [
      play(cast.facilitating, 'FACILITATING', id),
      play(cast.pivotal, 'PIVOTAL', id),
      ...beneficiaries.map(({ actorId }) => play(actorId, 'BENEFICIARY', id)),
    ],
    covers: [activity, ...(before ? [before] : [])].map(({ project }) => cover(id, project.id)),
  };
}
