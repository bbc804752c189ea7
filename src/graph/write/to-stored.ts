import neo4j from 'neo4j-driver';
import type { Properties } from '../../domain/fact.ts';

/** Properties that Neo4j keeps as dates, so that they can be compared in filters. Everything else dated is EDTF text. */
const DAYS: ReadonlySet<string> = new Set(['firstDay', 'lastDay', 'retrieved', 'valueDate']);

/** The properties as the driver must be given them: whole numbers as integers, days as dates, no nulls. */
export function toStored(properties: Properties): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([key, value]) => [key, storedValue(key, value)]),
  );
}

function storedValue(key: string, value: unknown): unknown {
  if (typeof value === 'number' && Number.isInteger(value)) return neo4j.int(value);
  if (typeof value === 'string' && DAYS.has(key))
    return neo4j.types.Date.fromStandardDate(new Date(`${value}T12:00:00`));
  return value;
}
