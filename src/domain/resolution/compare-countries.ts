import type { NamedBy } from './compare-names.ts';
import { type Reason, reason } from './reason.ts';

/**
 * What the countries of two names say, each that of the name or else the organisation's home; null where nothing.
 * `isAcronym` where one name is the acronym of the other.
 */
export function compareCountries(one: NamedBy, other: NamedBy, isAcronym: boolean): Reason | null {
  const [named, otherNamed] = [one.name.countries, other.name.countries];
  if (named.length > 0 && otherNamed.length > 0) return compareNamed(named, otherNamed);
  if (named.length > 0) return compareWithHome(one, other, isAcronym);
  if (otherNamed.length > 0) return compareWithHome(other, one, isAcronym);
  return compareHomes(one, other);
}

function compareNamed(one: readonly string[], other: readonly string[]): Reason {
  if (one.join() === other.join()) return reason('SAME_COUNTRY', `Both names say ${list(one)}.`);
  if (!one.some((code) => other.includes(code)))
    return reason('OTHER_COUNTRY', `One name says ${list(one)}, the other ${list(other)}.`);
  const more = [...one.filter((code) => !other.includes(code)), ...other.filter((code) => !one.includes(code))];
  return reason('COUNTRY_IN_ONE', `Only one name says ${list(more)}.`);
}

/** Words of bodies that have members in many countries, after `wordForm`. */
const NETWORK: ReadonlySet<string> = new Set(['international', 'worldwide', 'global', 'world']);

function compareWithHome({ name, of }: NamedBy, other: NamedBy, isAcronym: boolean): Reason | null {
  const { countries } = name;
  const homes = homesOf(other);
  // An acronym does not spell out what the name says.
  if (homes.length === 0 && isAcronym && other.name.short !== null && of.acronyms.has(other.name.short)) return null;
  if (homes.length === 0) return reason('COUNTRY_IN_ONE', `Only one name says ${list(countries)}.`);
  if (!countries.every((code) => homes.includes(code)))
    return reason(
      'COUNTRY_ABROAD',
      `One name says ${list(countries)}, the other organisation is at home in ${list(homes)}.`,
    );
  if (!name.isOfRegister && other.name.words.some((word) => NETWORK.has(word)))
    return reason('COUNTRY_IN_ONE', `Only one name says ${list(countries)}: it may be a member of the other.`);
  return reason('SAME_COUNTRY', `One name says ${list(countries)}, and the other organisation is at home there.`);
}

function compareHomes(one: NamedBy, other: NamedBy): Reason | null {
  const [homes, otherHomes] = [homesOf(one), homesOf(other)];
  const shared = homes.filter((code) => otherHomes.includes(code));
  if (shared.length > 0) return reason('SAME_COUNTRY', `Both are at home in ${list(shared)}.`);
  if (homes.length > 0 && otherHomes.length > 0)
    return reason('OTHER_HOME', `One is at home in ${list(homes)}, the other in ${list(otherHomes)}.`);
  const form = one.name.legalCountry ?? other.name.legalCountry;
  return form === null ? null : reason('LEGAL_FORM_IN_ONE', `Only one name has a legal form, of ${form}.`);
}

function homesOf({ name, of }: NamedBy): readonly string[] {
  return of.homes.length > 0 || name.legalCountry === null ? of.homes : [name.legalCountry];
}

function list(countries: readonly string[]): string {
  return countries.join(' and ');
}
