import neo4j from 'neo4j-driver';
import type { Properties, PropertyValue } from '../../domain/fact.ts';

/** What the writer adds to the properties of a fact. */
const ADDED: ReadonlySet<string> = new Set(['id', 'statementIds', 'basis', 'isPhantom', 'isReference']);

/** The properties of a fact as whoever states it gives them: what `toStored` was given. */
export function fromStored(stored: Readonly<Record<string, unknown>>): Properties {
  return Object.fromEntries(
    Object.entries(stored)
      .filter(([key]) => !ADDED.has(key))
      .map(([key, value]) => [key, neo4j.isDate(value) ? value.toString() : (value as PropertyValue)]),
  );
}
