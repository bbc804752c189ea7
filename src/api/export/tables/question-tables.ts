import { VOCABULARY } from '../../../domain/vocabulary.ts';
import type { Answered, ColumnSpec, ComputedColumn } from '../column-spec.ts';
import { readPath } from '../read-path.ts';
import type { QuestionTable } from '../table-definition.ts';
import { evidenceColumns, NAMES, referenceColumns } from './evidence-columns.ts';

/** Ranked lists are worked out as a whole, and hold no more than this. */
const WHOLE = 5_000;

/** The dimensions whose keys are records. */
const OF_RECORDS: ReadonlySet<string> = new Set(['DONOR', 'RECIPIENT', 'SECTOR']);

const MONEY = ['value', 'currency'] as const;

const PARTNER: readonly ColumnSpec[] = [
  ...referenceColumns('actor'),
  'sharedActivities',
  { name: 'by_kind', list: 'byKind', show: ['kind', 'count'] },
  'roles',
  'ofRoles',
  'firstYear',
  'lastYear',
  'plannedActivities',
  { name: 'shared_with', list: 'with', show: ['of.id', 'sharedActivities'] },
  { name: 'sectors', list: 'sectors', show: ['sector.id', 'sector.name', 'activities'] },
  { name: 'commitments', list: 'commitments', show: MONEY },
  { name: 'activity_ids', path: 'activities.edges.node.activity.id' },
  { name: 'activity_names', path: 'activities.edges.node.activity.name' },
  {
    name: 'sources',
    path: 'activities.edges.node.partnerParticipations.evidence.source.title',
  },
];

const CHAIN: readonly ColumnSpec[] = ['id', ...NAMES, 'status', 'start', 'end'];

const SCORE: readonly ColumnSpec[] = [
  'score',
  ...VOCABULARY.ScorePartKind.map(pointsFor),
  { name: 'parts', list: 'parts', show: ['kind', 'value', 'points', 'mostPoints', 'rule'] },
];

/** What is asked of the whole graph, as tables: the filters, limits and bases are those of the questions. */
export const QUESTION_TABLES: readonly QuestionTable[] = [
  question('partners', 'An actor that takes part in the same activities as `of`.', PARTNER, 100),
  question('commonPartners', 'An actor that shares an activity with each of those in `of`.', PARTNER, 100),
  question(
    'trilateralChains',
    'A triangular arrangement with its actors by role.',
    [
      ...CHAIN,
      ...['facilitating', 'pivotal', 'beneficiaries'].flatMap((role) => [`${role}.actor.id`, `${role}.actor.name`]),
      { name: 'activity_ids', path: 'activities.id' },
      { name: 'activity_names', path: 'activities.name' },
      { name: 'region_names', path: 'regions.name' },
      { name: 'sector_ids', path: 'sectors.id' },
      { name: 'sector_names', path: 'sectors.name' },
      { name: 'commitments', list: 'commitments', show: MONEY },
      ...evidenceColumns(),
    ],
    100,
  ),
  {
    ...question(
      'trilateralChainActors',
      'The part of one actor in a triangular arrangement, with what proves it.',
      [
        { name: 'chain_id', path: 'id' },
        { name: 'chain_name', path: 'name' },
        { name: 'chain_status', path: 'status' },
        'actors.role',
        ...referenceColumns('actors.actor'),
        'actors.country.id',
        'actors.country.name',
        ...evidenceColumns('actors.'),
      ],
      100,
    ),
    root: 'trilateralChains',
    each: 'actors',
  },
  question(
    'potentialChains',
    'A suggestion, not a fact: a triangular arrangement that could be.',
    [
      ...referenceColumns('facilitator'),
      ...referenceColumns('pivot'),
      ...referenceColumns('beneficiary'),
      'basis',
      ...SCORE,
    ],
    WHOLE,
  ),
  question(
    'partnershipGaps',
    'An actor that works where one works and on what one does, without an activity together.',
    [
      ...referenceColumns('actor'),
      { name: 'country_ids', path: 'countries.id' },
      { name: 'country_names', path: 'countries.name' },
      { name: 'sector_ids', path: 'sectors.id' },
      { name: 'sector_names', path: 'sectors.name' },
      ...SCORE,
    ],
    WHOLE,
  ),
  question(
    'fundingChains',
    'Money on its way over linked activities.',
    [
      { name: 'activity_ids', path: 'activities.id' },
      { name: 'activity_names', path: 'activities.name' },
      { name: 'funders', path: 'funders.name' },
      { name: 'implementers', path: 'implementers.name' },
      { name: 'recipients', path: 'recipients.name' },
      'ending',
      { name: 'amounts', list: 'amounts', show: MONEY },
      { name: 'sources', path: 'links.evidence.source.title' },
    ],
    100,
  ),
  {
    ...question(
      'flows',
      'A sum of transactions. Which keys it has is said by `groupBy`.',
      [
        ...VOCABULARY.FlowDimension.flatMap(keyColumns),
        { name: 'amount', path: 'amount.value' },
        'transactions',
        'activities',
      ],
      Number.MAX_SAFE_INTEGER,
    ),
    rows: 'rows',
  },
  {
    ...question(
      'timeline',
      'A year.',
      [
        'year',
        'starting',
        'running',
        'ending',
        'newPartners',
        { name: 'commitments', list: 'commitments', show: MONEY },
        { name: 'spending', list: 'spending', show: MONEY },
        { name: 'activity_ids', path: 'activities.id' },
        { name: 'activity_names', path: 'activities.name' },
      ],
      1_000,
    ),
    rows: 'years',
  },
];

function question(root: string, description: string, columns: readonly ColumnSpec[], pageSize: number): QuestionTable {
  return { kind: 'question', name: root, root, description, columns, pageSize, rows: 'edges' };
}

/** The points for one part of a score, so that a spreadsheet can sort by it. */
function pointsFor(kind: string): ComputedColumn {
  return {
    name: `points_${kind.toLowerCase()}`,
    type: 'number',
    isList: false,
    description: `The points for ${kind}; empty where the score has no such part.`,
    needs: ['parts.kind', 'parts.points'],
    read: (record) => partOf(record, 'parts', 'kind', kind)?.points ?? null,
  };
}

/** The key in one dimension: its value and, where that is a record, its id. */
function keyColumns(dimension: string): ComputedColumn[] {
  const name = dimension.toLowerCase();
  const key = (record: Answered) => partOf(record, 'keys', 'dimension', dimension);
  const value: ComputedColumn = {
    name,
    type: dimension === 'YEAR' ? 'integer' : 'text',
    isList: false,
    description: `The key in the dimension ${dimension}; empty where it was not grouped by, or no source says.`,
    needs: ['keys.dimension', 'keys.value'],
    read: (record) => key(record)?.value ?? null,
  };
  if (!OF_RECORDS.has(dimension)) return [value];
  const id: ComputedColumn = {
    ...value,
    name: `${name}_id`,
    type: 'text',
    description: `The id of the record in the dimension ${dimension}.`,
    needs: ['keys.dimension', 'keys.record.id'],
    read: (record) => readPath(key(record), ['record', 'id']),
  };
  return [id, value];
}

function partOf(record: Answered, list: string, by: string, value: string): Answered | undefined {
  return (record[list] as readonly Answered[]).find((part) => part[by] === value);
}
