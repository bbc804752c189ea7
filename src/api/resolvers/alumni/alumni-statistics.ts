import { type AlumniDimension, impliedAmong } from '../../../domain/alumni/statistics/alumni-dimension.ts';
import { createCountBlur } from '../../../domain/alumni/statistics/count-blur.ts';
import { ROUNDED_TO, SMALLEST_GROUP } from '../../../domain/alumni/statistics/publish-count.ts';
import { type AlumniTable, publishTable } from '../../../domain/alumni/statistics/publish-table.ts';
import { DomainError } from '../../../errors.ts';
import type { AlumniStore } from '../../../graph/alumni/alumni-store.ts';
import { countByDimensions } from '../../../graph/alumni/count-by-dimensions.ts';
import type { Reference } from '../../../graph/queries/reference.ts';
import type { RequestContext } from '../../context.ts';
import { requireItems } from '../require-items.ts';
import { keptByAlumni } from './kept-by-alumni.ts';
import { alumniOf } from './require-officer.ts';

interface Arguments {
  readonly groupBy: readonly AlumniDimension[];
  readonly first: number;
}

interface Key {
  readonly dimension: AlumniDimension;
  readonly value: string;
}

const MOST_DIMENSIONS = 2;

const table = keptByAlumni(async ({ graph, keys }: AlumniStore, dimensions: readonly AlumniDimension[]) =>
  publishTable(await countByDimensions(graph, dimensions), createCountBlur(await keys.indexKey())),
);

/** For everybody: what is not to be known of small groups is not in the table. */
async function alumniStatistics(_: unknown, { groupBy, first }: Arguments, context: RequestContext) {
  requireDimensions(groupBy);
  const { groupedBy, rows, total, hasSynthetic }: AlumniTable = await table(alumniOf(context), groupBy, context.signal);
  return {
    groupedBy,
    rows: rows.slice(0, first).map(({ values, persons }) => ({
      keys: values.map((value, index): Key => ({ dimension: groupedBy[index] as AlumniDimension, value })),
      persons,
    })),
    totalRows: rows.length,
    truncated: rows.length > first,
    total,
    hasSynthetic,
    smallestGroup: SMALLEST_GROUP,
    roundedTo: ROUNDED_TO,
  };
}

function requireDimensions(groupBy: readonly AlumniDimension[]): void {
  requireItems({ groupBy });
  const wrong = (what: string) => new DomainError('InvalidInput', `groupBy: ${what}`);
  if (groupBy.length > MOST_DIMENSIONS)
    throw wrong(`got ${groupBy.length} dimensions, expected at most ${MOST_DIMENSIONS}`);
  if (new Set(groupBy).size < groupBy.length) throw wrong(`got ${groupBy[0]} twice, expected each dimension once`);
  const implied = impliedAmong(groupBy);
  if (implied) throw wrong(`an ${implied[0]} has one ${implied[1]}; expected one of the two`);
}

/** The dimensions whose values are ids of records. */
const OF_RECORDS: ReadonlySet<AlumniDimension> = new Set(['HOME_COUNTRY', 'PROGRAMME', 'EDITION']);

function recordOf({ dimension, value }: Key, { loaders }: RequestContext): Promise<Reference | null> | null {
  return OF_RECORDS.has(dimension) ? loaders.reference.load(value) : null;
}

export const ALUMNI_STATISTICS_RESOLVERS = {
  Query: { alumniStatistics },
  AlumniTableKey: {
    value: (key: Key, _: unknown, context: RequestContext) =>
      recordOf(key, context)?.then((record) => record?.name ?? key.value) ?? key.value,
    record: (key: Key, _: unknown, context: RequestContext) => recordOf(key, context),
  },
};
