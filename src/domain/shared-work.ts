import { ENTITY_TYPES, type EntityType } from './entity-type.ts';
import { type Term, VOCABULARY } from './vocabulary.ts';

/** What is told of all activities that two sides share. */
export interface SharedWork {
  readonly byKind: readonly { readonly kind: EntityType; readonly count: number }[];
  /** In the order of the vocabulary, as are `ofRoles`. */
  readonly roles: readonly Term<'Role'>[];
  readonly ofRoles: readonly Term<'Role'>[];
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly plannedActivities: number;
}

/** What was counted of some of these activities, no activity being in two such parts. Only what is asked for is counted. */
export interface PartOfSharedWork {
  readonly byKind: Readonly<Partial<Record<EntityType, number>>>;
  readonly roles: readonly Term<'Role'>[];
  /** Those of each activity, each combination once. */
  readonly ofRoles: readonly (readonly Term<'Role'>[])[];
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly plannedActivities: number;
}

type Parts = readonly PartOfSharedWork[];

/** How each of the fields comes about from the parts. */
export const SUM_UP_SHARED_WORK: { readonly [Field in keyof SharedWork]: (parts: Parts) => SharedWork[Field] } = {
  byKind: (parts) =>
    (Object.keys(ENTITY_TYPES) as EntityType[])
      .map((kind) => ({ kind, count: sum(parts.map(({ byKind }) => byKind[kind] ?? 0)) }))
      .filter(({ count }) => count > 0),
  roles: (parts) => inOrder(parts.flatMap(({ roles }) => roles)),
  ofRoles: (parts) => inOrder(parts.flatMap(({ ofRoles }) => ofRoles.flat())),
  firstYear: (parts) =>
    endOf(
      parts.map(({ firstYear }) => firstYear),
      Math.min,
    ),
  lastYear: (parts) =>
    endOf(
      parts.map(({ lastYear }) => lastYear),
      Math.max,
    ),
  plannedActivities: (parts) => sum(parts.map(({ plannedActivities }) => plannedActivities)),
};

function inOrder(roles: readonly Term<'Role'>[]): Term<'Role'>[] {
  return VOCABULARY.Role.filter((role) => roles.includes(role));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function endOf(years: readonly (number | null)[], choose: (...years: number[]) => number): number | null {
  const known = years.filter((year) => year !== null);
  return known.length === 0 ? null : choose(...known);
}
