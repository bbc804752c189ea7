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
  readonly kk?: string;
  readonly ru?: string;
  readonly alpha3?: string;
  readonly m49?: string;
  readonly aliases?: readonly { readonly value: string }[];
}

interface OrganisationRow {
  readonly id: string;
  readonly name: string;
}

/**
 * The codes that are records of the seed. Countries have their ISO 3166-1 alpha-2 code; organisations have that of their
 * id, like kazaid.
 */
export function readSeedCodes(list: 'countries' | 'dac-sectors' | 'organisations'): Code[] {
  if (list === 'countries') return rowsOf<CountryRow>('countries.yaml').map(toCountry);
  if (list === 'organisations') return rowsOf<OrganisationRow>('organisations.yaml').map(toOrganisation);
  return rowsOf<SectorRow>('sectors.yaml').map(toSector);
}

function rowsOf<Row>(file: string): Row[] {
  return (parseYaml(readFileSync(new URL(file, FOLDER), 'utf8')) as { rows: Row[] }).rows;
}

function toCountry({ id, en, kk = '', ru = '', alpha3 = '', m49 = '', aliases = [] }: CountryRow): Code {
  const other = aliases.map(({ value }) => value).join(';');
  const code = id.slice('country:'.length);
  return { code, name: en, isWithdrawn: false, more: { kk, ru, alpha3, m49, aliases: other } };
}

function toOrganisation({ id, name }: OrganisationRow): Code {
  return { code: id.slice('organisation:'.length), name, isWithdrawn: false, more: {} };
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
