import type { Gazetteer } from './gazetteer.ts';
import { isIdentifier, type NormalisedIdentifier, normaliseIdentifier } from './normalise-identifier.ts';
import type { OrganisationRecord } from './organisation-record.ts';
import { type NameForm, readName } from './read-name.ts';
import { shortForm } from './split-name.ts';

/** An organisation, made ready to be compared with many others. */
export interface OrganisationProfile {
  readonly id: string;
  readonly names: readonly NameForm[];
  /** Short forms that stand for it: acronyms among its names, and those stated beside a name. */
  readonly acronyms: ReadonlySet<string>;
  readonly identifiers: readonly NormalisedIdentifier[];
  /** The countries that it is at home in, as its record or its registers say. */
  readonly homes: readonly string[];
}

const SHORTEST_ACRONYM = 2;

export function profileOf(record: OrganisationRecord, gazetteer: Gazetteer): OrganisationProfile {
  const references = record.names.filter(({ value }) => isIdentifier(value));
  const identifiers = [
    ...record.identifiers,
    ...references.map(({ value }) => ({ scheme: 'ORG_ID' as const, value })),
  ].flatMap((each) => normaliseIdentifier(each) ?? []);
  const published = record.names.filter((name) => !references.includes(name));
  const names = published.flatMap((name) => readName(name, gazetteer));
  const stated = [
    ...published.filter(({ kind }) => kind === 'ACRONYM').map(({ value }) => shortForm(value)),
    ...names.flatMap(({ acronyms }) => acronyms),
  ].filter((acronym) => acronym.length >= SHORTEST_ACRONYM);
  return {
    id: record.id,
    names,
    acronyms: new Set(stated.flatMap((acronym) => withUnitedNations(acronym, names))),
    identifiers,
    homes: homesOf(record, identifiers),
  };
}

/** A body of the United Nations is called with and without the UN before its short form: OCHA, UNOCHA. */
function withUnitedNations(acronym: string, names: readonly NameForm[]): string[] {
  const isUnitedNations = names.some(({ words }) => words.join(' ').includes('united nation'));
  return isUnitedNations && !acronym.startsWith('un') ? [acronym, `un${acronym}`] : [acronym];
}

function homesOf({ country }: OrganisationRecord, identifiers: readonly NormalisedIdentifier[]): string[] {
  if (country !== null) return [country];
  return [...new Set(identifiers.flatMap((identifier) => identifier.country ?? []))].sort();
}
