import { stableKey } from '../../domain/identity.ts';
import { activityDates, hasStart } from './activity-dates.ts';
import { ROLES } from './codes.ts';
import type { OwnActivity } from './own-activity.ts';
import type { Publisher } from './publisher.ts';

/** Why an activity cannot be published: what IATI requires of it and the graph does not know, or that it is for others to publish. */
export type LeftOutReason =
  | 'only-referred-to'
  | 'published-by-others'
  | 'no-status'
  | 'no-start'
  | 'no-participant-in-an-iati-role'
  | 'identifier-taken';

export interface LeftOut {
  readonly id: string;
  readonly title: string;
  readonly reasons: readonly { readonly reason: LeftOutReason; readonly explanation: string }[];
}

export type Plan = { readonly identifier: string } | { readonly leftOut: LeftOut };

/** Whether the activity can be published, and as what; `today` is YYYY-MM-DD. Nothing that is missing is made up. */
export function planActivity(activity: OwnActivity, publisher: Publisher, today: string): Plan {
  const reasons = [
    ...(activity.isPhantom ? [because('only-referred-to', 'no source describes it')] : []),
    ...(activity.reportedByOthers.length > 0 && !activity.isReportedByPublisher
      ? [because('published-by-others', `reported by ${activity.reportedByOthers.join(', ')}`)]
      : []),
    ...(activity.status === null ? [because('no-status', 'no source says how far it is')] : []),
    ...(hasStart(activityDates(activity, today)) ? [] : [because('no-start', 'no source says when it begins')]),
    ...(activity.participants.some(({ role }) => ROLES[role])
      ? []
      : [
          because(
            'no-participant-in-an-iati-role',
            'nobody is known to fund it, answer for it, manage it or carry it out',
          ),
        ]),
  ];
  if (reasons.length > 0) return { leftOut: { id: activity.id, title: titleOf(activity), reasons } };
  return { identifier: identifierOf(activity, publisher) };
}

export function identifierTaken(activity: OwnActivity, identifier: string, by: string): LeftOut {
  const explanation = `${identifier} already stands for ${by}`;
  return { id: activity.id, title: titleOf(activity), reasons: [because('identifier-taken', explanation)] };
}

function because(reason: LeftOutReason, explanation: string) {
  return { reason, explanation };
}

function titleOf({ titles, id }: OwnActivity): string {
  return titles[0]?.value ?? id;
}

/** The identifier under which the publisher has published it already, for that never changes; else its id in the graph. */
function identifierOf({ id, iatiIdentifier, isReportedByPublisher }: OwnActivity, { ref }: Publisher): string {
  if (iatiIdentifier !== null && isReportedByPublisher) return iatiIdentifier;
  const local = id.slice(id.indexOf(':') + 1);
  const safe = local.replaceAll(/[\s/&|?]+/g, '-');
  return `${ref}-${safe === local ? safe : `${safe}-${stableKey(local).slice(0, 8)}`}`;
}
