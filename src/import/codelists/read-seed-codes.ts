import { readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import type { Code } from '../../domain/codes/code-list.ts';

const FOLDER = new URL('../../../seed/', import.meta.url);

interface SectorRow {
  readonly code: string;
  readonly name: string;
  readonly category?: string;
  readonly isWithdrawn?: boolean;
  readonly successors?: readonly (string | { readonly id: string })[];
}

interface CountryRow {
  readonly id: string;
  readonly en: string;
  readonly alpha3?: string;
  readonly m49?: string;
  readonly aliases?: readonly { readonly value: string }[];
}

/** The codes that are records of the seed. Countries have their ISO 3166-1 alpha-2 code. */
export function readSeedCodes(list: 'countries' | 'dac-sectors'): Code[] {
  if (list === 'countries') return rowsOf<CountryRow>('countries.yaml').map(toCountry);
  return rowsOf<SectorRow>('sectors.yaml').map(toSector);
}

function rowsOf<Row>(file: string): Row[] {
  return (parseYaml(readFileSync(new URL(file, FOLDER), 'utf8')) as { rows: Row[] }).rows;
}

function toCountry({ id, en, alpha3 = '', m49 = '', aliases = [] }: CountryRow): Code {
  const other = aliases.map(({ value }) => value).join(';');
  return { code: id.slice('country:'.length), name: en, isWithdrawn: false, more: { alpha3, m49, aliases: other } };
}

function toSector({ code, name, category = '', isWithdrawn = false, successors = [] }: SectorRow): Code {
  const ids = successors.map((each) => (typeof each === 'string' ? each : each.id));
  return {
    code,
    name,
    isWithdrawn,
    more: { category, successors: ids.map((id) => id.replace('sector:', '')).join(';') },
  };
}
