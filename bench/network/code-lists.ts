import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { CountryRow, SectorRow } from './network.ts';

/** The 249 countries and territories of ISO 3166-1, in the order of their codes, as the curated facts have them. */
export const COUNTRIES: readonly CountryRow[] = readRows<{ id: string; en: string }>('countries.yaml')
  // Kosovo's code is not ISO's.
  .filter(({ id }) => id !== 'country:XK')
  .map(({ id, en }) => ({ id, name: en, iso2: id.slice('country:'.length) }));

/** The purposes of the DAC's list of sectors that are in use. */
export const SECTORS: readonly SectorRow[] = readRows<SectorRow & { isWithdrawn?: boolean }>('sectors.yaml')
  .filter(({ code, isWithdrawn }) => code.length === 5 && isWithdrawn !== true)
  .map(({ id, name, code }) => ({ id, name, code }));

/** Territories where nearly nobody lives: kept for the planted part, whose degrees must not grow with the network. */
const SMALLEST = new Set(['AQ', 'BV', 'CC', 'CX', 'GS', 'HM', 'IO', 'NF', 'PN', 'SJ', 'TF', 'UM']);

export const PLANTED_COUNTRIES: readonly CountryRow[] = COUNTRIES.filter(({ iso2 }) => SMALLEST.has(iso2));
export const OTHER_COUNTRIES: readonly CountryRow[] = COUNTRIES.filter(({ iso2 }) => !SMALLEST.has(iso2));

function readRows<Row>(file: string): Row[] {
  const text = readFileSync(new URL(`../../seed/${file}`, import.meta.url), 'utf8');
  return (parse(text) as { rows: Row[] }).rows;
}
