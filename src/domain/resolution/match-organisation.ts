import { compareOrganisations } from './compare-organisations.ts';
import type { OrganisationProfile } from './organisation-profile.ts';
import { type Reason, reason } from './reason.ts';
import { type Resolution, toResolution } from './resolution.ts';

export interface OrganisationMatch extends Resolution {
  readonly candidate: OrganisationProfile;
}

/**
 * The candidates that may be this organisation, the likeliest first, then by id; what is different is left out.
 * Where a name alone makes several candidates the same and these are not the same as each other, none of them is: a person is asked.
 */
export function matchOrganisation(
  profile: OrganisationProfile,
  candidates: readonly OrganisationProfile[],
): OrganisationMatch[] {
  const matches = candidates
    .map((candidate) => ({ candidate, ...compareOrganisations(profile, candidate) }))
    .filter(({ outcome }) => outcome !== 'DIFFERENT')
    .map((match, _, all) => (isSoleAcronym(match, all) ? withReason(match, ONLY_ONE) : match));
  const sames = matches.filter(isByName);
  return matches
    .map((match) => (isByName(match) ? doubted(match, sames) : match))
    .sort((one, two) => two.score - one.score || (one.candidate.id < two.candidate.id ? -1 : 1));
}

function isByName({ outcome, reasons }: OrganisationMatch): boolean {
  return outcome === 'SAME' && reasons[0]?.kind !== 'SAME_IDENTIFIER';
}

function doubted(match: OrganisationMatch, sames: readonly OrganisationMatch[]): OrganisationMatch {
  const rival = sames.find(
    ({ candidate }) =>
      candidate !== match.candidate && compareOrganisations(candidate, match.candidate).outcome !== 'SAME',
  );
  if (!rival) return match;
  return withReason(match, reason('FITS_SEVERAL', `It fits another organisation as well, ${rival.candidate.id}.`));
}

const ONLY_ONE = reason(
  'ONLY_ONE',
  'Of all organisations known, no other states this acronym or could be called by it.',
);

/** An acronym is enough where it fits nobody else. */
function isSoleAcronym({ reasons }: OrganisationMatch, all: readonly OrganisationMatch[]): boolean {
  return isStatedAcronym(reasons[0]) && all.filter(isByAcronym).length === 1;
}

function isStatedAcronym(first: Reason | undefined): boolean {
  return first?.kind.startsWith('STATED_ACRONYM') ?? false;
}

function isByAcronym({ reasons }: OrganisationMatch): boolean {
  return reasons[0]?.kind.includes('ACRONYM') ?? false;
}

function withReason({ candidate, reasons }: OrganisationMatch, added: Reason): OrganisationMatch {
  return { candidate, ...toResolution([...reasons, added]) };
}
