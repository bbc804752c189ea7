import { compareCountries } from './compare-countries.ts';
import { compareNames, type NamedBy, weigh } from './compare-names.ts';
import type { NormalisedIdentifier } from './normalise-identifier.ts';
import type { OrganisationProfile } from './organisation-profile.ts';
import { type Reason, type ReasonKind, reason } from './reason.ts';
import { type Resolution, toResolution } from './resolution.ts';
import { isPublicOffice } from './word-weight.ts';

/**
 * Whether two records mean one organisation. Codes decide first; else the pair of names that speaks most for it does,
 * with what their countries say, less what makes names weak evidence.
 */
export function compareOrganisations(one: OrganisationProfile, other: OrganisationProfile): Resolution {
  const shared = one.identifiers.find(({ key }) => other.identifiers.some((each) => each.key === key));
  if (shared) return toResolution([reason('SAME_IDENTIFIER', `Both have the code ${shared.shown}.`)]);
  const ofIdentifiers = otherNumber(one.identifiers, other.identifiers);
  const best = bestOf(
    one.names.flatMap((name) =>
      other.names.map((otherName) => judge({ name, of: one }, { name: otherName, of: other }, ofIdentifiers)),
    ),
  );
  return best ?? toResolution(ofIdentifiers);
}

function bestOf(resolutions: readonly Resolution[]): Resolution | undefined {
  return resolutions.reduce<Resolution | undefined>(
    (best, each) => (best === undefined || each.score > best.score ? each : best),
    undefined,
  );
}

function judge(one: NamedBy, other: NamedBy, ofIdentifiers: readonly Reason[]): Resolution {
  const ofNames = compareNames(one, other);
  if (ofNames === null) return toResolution(ofIdentifiers);
  const ofCountries = compareCountries(one, other, ofNames.kind.includes('ACRONYM'));
  const against = weaknesses(one, other, ofNames, ofCountries);
  return toResolution([ofNames, ...(ofCountries ? [ofCountries] : []), ...against, ...ofIdentifiers]);
}

/** What tells whose office it is, or that only one name does. */
const SAYS_WHOSE: ReadonlySet<ReasonKind | undefined> = new Set(['SAME_COUNTRY', 'COUNTRY_IN_ONE']);

/** Less than one proper word. */
const FEW = 1;
/** Less than two common words. */
const HARDLY_ANY = 0.5;

function weaknesses(one: NamedBy, other: NamedBy, ofNames: Reason, ofCountries: Reason | null): Reason[] {
  const found: Reason[] = [];
  const isAcronym = ofNames.kind.includes('ACRONYM');
  const words = weigh(one.name.words) < weigh(other.name.words) ? one.name : other.name;
  const weight = weigh(words.words);
  const isOfCountry = ofCountries?.kind === 'SAME_COUNTRY' && one.name.countries.join() === other.name.countries.join();
  if (!isAcronym && weight < HARDLY_ANY && !isOfCountry)
    found.push(reason('NOT_A_NAME', `“${words.value}” has no word that is a proper name.`));
  else if (!isAcronym && isPublicOffice(words.words) && !SAYS_WHOSE.has(ofCountries?.kind))
    found.push(
      reason('NO_COUNTRY_OF_OFFICE', `Every country has such an office, and nothing says which: “${words.value}”.`),
    );
  else if (!isAcronym && weight < FEW)
    found.push(reason('COMMON_WORDS', `“${words.value}” is made of common words only.`));
  if (weight < FEW && ofNames.kind === 'MORE_WORDS' && Math.abs(one.name.words.length - other.name.words.length) > 1)
    found.push(reason('MUCH_MORE', 'All that they share are common words.'));
  if (weight < FEW && ofNames.kind === 'SAME_WORDS' && one.name.words.join('') !== other.name.words.join(''))
    found.push(reason('OTHER_ORDER', 'The common words stand in another order.'));
  if (one.name.isPart || other.name.isPart || one.name.isFormer || other.name.isFormer)
    found.push(reason('ONE_OF_SEVERAL_NAMES', 'The name is a former one, or one of several in its field.'));
  if (ofNames.kind.startsWith('STATED') && [one, other].some(({ name }) => weigh(name.words) < FEW))
    found.push(reason('ACRONYM_IS_A_WORD', 'The acronym is a word as well.'));
  if (!isAcronym) found.push(...compareStated(one, other, [ofNames, ...found]));
  return found;
}

const ALIKE: ReadonlySet<ReasonKind> = new Set(['MORE_WORDS', 'MOST_WORDS', 'SLIPS_IN_FEW_WORDS', 'OTHER_ORDER']);

/** The acronyms that stand beside two names. */
function compareStated(
  { name: one, of }: NamedBy,
  { name: other, of: ofOther }: NamedBy,
  soFar: readonly Reason[],
): Reason[] {
  const shared = [
    ...one.acronyms.filter((each) => ofOther.acronyms.has(each)),
    ...other.acronyms.filter((each) => of.acronyms.has(each)),
  ];
  if (shared.length > 0)
    return soFar.some(({ kind }) => ALIKE.has(kind))
      ? [reason('SAME_ACRONYM', `Both state the acronym ${shared[0]?.toUpperCase()}.`)]
      : [];
  if (one.acronyms.length === 0 || other.acronyms.length === 0) return [];
  return [reason('OTHER_ACRONYM', 'Each states an acronym, and they are not the same.')];
}

function otherNumber(one: readonly NormalisedIdentifier[], other: readonly NormalisedIdentifier[]): Reason[] {
  for (const { register, shown } of one) {
    const conflict = register === null ? undefined : other.find((each) => each.register === register);
    if (conflict)
      return [reason('OTHER_NUMBER', `Two numbers of one register (${register}): ${shown} and ${conflict.shown}.`)];
  }
  return [];
}
