import { CURRENCIES } from '../../../domain/quality/currencies.ts';
import { FIRST_PLAUSIBLE_YEAR, LAST_PLAUSIBLE_YEAR } from '../../../domain/quality/implausible-years.ts';
import type { OriginFilter } from '../../../domain/quality/sum-counts.ts';
import type { Term } from '../../../domain/vocabulary.ts';
import type { Parameters } from '../../open-graph.ts';
import { ACTIVITY_CHECKS } from './activity-checks.ts';
import { ORGANISATION_CHECKS } from './organisation-checks.ts';

/** The kinds that one record alone shows, without others of its kind. */
export const RECORD_CHECKS = { ...ACTIVITY_CHECKS, ...ORGANISATION_CHECKS } as const;
export type RecordCheck = keyof typeof RECORD_CHECKS;

/** Which records a check is about: activities that somebody has published; organisations, also those only referred to. */
const RECORDS = {
  ACTIVITY: `MATCH (record:Activity) WHERE NOT coalesce(record.isPhantom, false)`,
  ORGANISATION: `MATCH (record:Organisation) WHERE true`,
} as const;

/** Shares are published with one or two decimals: three thirds may come to 99.99. */
const TOLERANCE = 0.05;

export interface CheckScope extends OriginFilter {
  /** The codes of the list of registration agencies. */
  readonly registers: readonly string[];
}

export function isRecordCheck(kind: Term<'FindingKind'>): kind is RecordCheck {
  return kind in RECORD_CHECKS;
}

/** Where the check begins. */
export const RECORDS_OF = Object.fromEntries([
  ...Object.keys(ACTIVITY_CHECKS).map((kind) => [kind, RECORDS.ACTIVITY]),
  ...Object.keys(ORGANISATION_CHECKS).map((kind) => [kind, RECORDS.ORGANISATION]),
]) as Readonly<Record<RecordCheck, string>>;

/**
 * Where a record comes from: each of its sources, with the organisation that reports the record as its publisher, the first
 * by name where several do, else the publisher of the source.
 */
export const ORIGINS = `
  OPTIONAL MATCH (record)-[:REPORTED_BY]->(reporter:Organisation)
  WITH record, found, min(reporter.name) AS reporter
  MATCH (statement:Statement {factId: record.id})-[:FROM]->(source:Source)
  WITH record, found,
    collect(DISTINCT {sourceId: source.id, publisher: coalesce(reporter, source.publisher)}) AS origins`;

/** The same as a test of one record, for lists: they stop at the end of the page. */
export const IS_IN_SCOPE = `
  EXISTS {
    MATCH (:Statement {factId: record.id})-[:FROM]->(source:Source)
    WHERE ($source IS NULL OR source.id = $source)
      AND ($publisher IS NULL OR $publisher = coalesce(
        COLLECT { MATCH (record)-[:REPORTED_BY]->(reporter:Organisation)
          RETURN reporter.name AS name ORDER BY name LIMIT 1 }[0],
        source.publisher))
  }`;

export function checkParameters(registers: readonly string[]): Parameters {
  return {
    registers,
    currencies: CURRENCIES,
    firstYear: String(FIRST_PLAUSIBLE_YEAR),
    lastYear: String(LAST_PLAUSIBLE_YEAR),
    tolerance: TOLERANCE,
  };
}
