import type { SharedWork } from '../../domain/shared-work.ts';

/** What is told of shared work. */
export type WorkField = keyof SharedWork;

/** The parts of a statement that count what is told of the activities which each `partner` shares. */
export interface WorkColumns {
  /** Whether `ofRoles`, the roles of those asked about in the `activity`, must be bound before. */
  readonly needsOfRoles: boolean;
  /** Goes on from each `activity`, once: its own values are read here, not for each partner. */
  readonly ofActivity: string;
  /** Aggregates of a WITH by `partner` over `activity` and `theirs`; begins with a comma where there are any. */
  readonly aggregates: string;
  /** The map of these aggregates. */
  readonly map: string;
}

interface Column {
  readonly values?: readonly string[];
  readonly aggregates: string;
  readonly entry: string;
}

/** The days known; sources also publish ends that lie before the start, and of these both count. */
const YEARS: readonly string[] = [
  'activity.firstDay AS firstKnown, activity.lastDay AS lastKnown',
  `CASE WHEN lastKnown < firstKnown THEN lastKnown ELSE coalesce(firstKnown, lastKnown) END AS firstDay,
    CASE WHEN lastKnown < firstKnown THEN firstKnown ELSE coalesce(lastKnown, firstKnown) END AS lastDay`,
];

/** An activity is counted once, in however many roles its partner has a part in it. */
const COLUMNS: Readonly<Record<WorkField, Column>> = {
  byKind: {
    values: [
      `CASE WHEN activity:Programme THEN activity END AS programme, CASE WHEN activity:Edition THEN activity END AS edition,
    CASE WHEN activity:Project THEN activity END AS project`,
    ],
    aggregates:
      'count(DISTINCT programme) AS programmes, count(DISTINCT edition) AS editions, count(DISTINCT project) AS projects',
    entry: 'byKind: {PROGRAMME: programmes, EDITION: editions, PROJECT: projects}',
  },
  roles: { aggregates: 'collect(DISTINCT theirs.role) AS roles', entry: 'roles: roles' },
  ofRoles: { aggregates: 'collect(DISTINCT ofRoles) AS ofRolesOfEach', entry: 'ofRoles: ofRolesOfEach' },
  firstYear: { values: YEARS, aggregates: 'min(firstDay) AS earliest', entry: 'firstYear: earliest.year' },
  lastYear: { values: YEARS, aggregates: 'max(lastDay) AS latest', entry: 'lastYear: latest.year' },
  plannedActivities: {
    values: ["CASE WHEN activity.status = 'PLANNED' THEN activity END AS plannedActivity"],
    aggregates: 'count(DISTINCT plannedActivity) AS planned',
    entry: 'plannedActivities: planned',
  },
};

/** What counts these fields and no others. */
export function workColumns(fields: readonly WorkField[]): WorkColumns {
  const columns = fields.map((field) => COLUMNS[field]);
  const values = new Set(columns.flatMap((column) => column.values ?? []));
  return {
    needsOfRoles: fields.includes('ofRoles'),
    ofActivity: [...values].map((each) => `WITH *, ${each}`).join('\n  '),
    aggregates: columns.map(({ aggregates }) => `,\n    ${aggregates}`).join(''),
    map: `{${columns.map(({ entry }) => entry).join(', ')}}`,
  };
}

/** The fields of which something is told here, in an order that does not depend on how they were asked for. */
export const WORK_FIELDS = Object.keys(COLUMNS) as readonly WorkField[];
