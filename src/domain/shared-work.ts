import { ENTITY_TYPES, type EntityType } from './entity-type.ts';
import { type Term, VOCABULARY } from './vocabulary.ts';

/** Activities that two sides share and that are alike in their kind, in whether they are only planned, and in the roles of both. */
export interface AlikeActivities {
  readonly kind: EntityType;
  readonly isPlanned: boolean;
  readonly ofRoles: readonly Term<'Role'>[];
  readonly roles: readonly Term<'Role'>[];
  readonly activities: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

export interface SharedWork {
  readonly byKind: readonly { readonly kind: EntityType; readonly count: number }[];
  /** In the order of the vocabulary, as are `ofRoles`. */
  readonly roles: readonly Term<'Role'>[];
  readonly ofRoles: readonly Term<'Role'>[];
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly plannedActivities: number;
}

/** What is told of all activities that two sides share. */
export function sumUpSharedWork(groups: readonly AlikeActivities[]): SharedWork {
  return {
    byKind: (Object.keys(ENTITY_TYPES) as EntityType[])
      .map((kind) => ({ kind, count: countOf(groups.filter((group) => group.kind === kind)) }))
      .filter(({ count }) => count > 0),
    roles: VOCABULARY.Role.filter((role) => groups.some(({ roles }) => roles.includes(role))),
    ofRoles: VOCABULARY.Role.filter((role) => groups.some(({ ofRoles }) => ofRoles.includes(role))),
    firstYear: endOf(groups, 'firstYear', Math.min),
    lastYear: endOf(groups, 'lastYear', Math.max),
    plannedActivities: countOf(groups.filter(({ isPlanned }) => isPlanned)),
  };
}

function countOf(groups: readonly AlikeActivities[]): number {
  return groups.reduce((count, { activities }) => count + activities, 0);
}

function endOf(
  groups: readonly AlikeActivities[],
  end: 'firstYear' | 'lastYear',
  choose: (...years: number[]) => number,
): number | null {
  const years = groups.map((group) => group[end]).filter((year) => year !== null);
  return years.length === 0 ? null : choose(...years);
}
