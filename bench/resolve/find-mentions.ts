import { blockingKeys } from '../../src/domain/resolution/blocking-keys.ts';
import type { CandidateIndex } from '../../src/domain/resolution/candidate-index.ts';
import type { Gazetteer } from '../../src/domain/resolution/gazetteer.ts';
import { matchOrganisation, type OrganisationMatch } from '../../src/domain/resolution/match-organisation.ts';
import { type OrganisationProfile, profileOf } from '../../src/domain/resolution/organisation-profile.ts';
import type { OrganisationRecord } from '../../src/domain/resolution/organisation-record.ts';
import type { GoldStandard, Mention } from './gold-standard.ts';

/** What became of one mention. */
export interface Found {
  readonly mention: Mention;
  /** RIGHT and WRONG are decided as the same; ASK has the right one among those shown, LOST has not. */
  readonly result: 'RIGHT' | 'WRONG' | 'ASK' | 'LOST';
  readonly matches: readonly OrganisationMatch[];
}

/** Resolves one mention against all organisations. */
export function findMention(mention: Mention, index: CandidateIndex, gazetteer: Gazetteer): Found {
  const profile = profileOf(mention.record, gazetteer);
  return judge(mention, matchOrganisation(profile, index.candidatesFor(profile)));
}

/**
 * The same where the graph knows the organisations' other names already. The index is of organisations with all their
 * names; the one that is asked about is taken away from its owner before they are compared, and its blocking keys with it.
 */
export function findAmongKnownNames(mention: Mention, { index, records, gazetteer }: KnownNames): Found {
  const profile = profileOf(mention.record, gazetteer);
  const keys = blockingKeys(profile);
  const candidates = index.candidatesFor(profile).flatMap((candidate): OrganisationProfile[] => {
    if (!mention.owners.has(candidate.id)) return [candidate];
    const record = records.get(candidate.id);
    if (record === undefined) return [];
    const without = profileOf(
      { ...record, names: record.names.filter(({ value, kind }) => kind !== 'ALIAS' || value !== mention.text) },
      gazetteer,
    );
    return [...blockingKeys(without)].some((key) => keys.has(key)) ? [without] : [];
  });
  return judge(mention, matchOrganisation(profile, candidates));
}

export interface KnownNames {
  readonly index: CandidateIndex;
  readonly records: ReadonlyMap<string, OrganisationRecord>;
  readonly gazetteer: Gazetteer;
}

/** The organisations with their synonyms as names. */
export function withSynonyms({ organisations, mentions }: GoldStandard): OrganisationRecord[] {
  return organisations.map((organisation) => ({
    ...organisation,
    names: [
      ...organisation.names,
      ...mentions
        .filter(({ owners, kind }) => kind === 'NAME' && owners.has(organisation.id))
        .map(({ text }) => ({ value: text, kind: 'ALIAS' as const })),
    ],
  }));
}

function judge(mention: Mention, matches: readonly OrganisationMatch[]): Found {
  const isOwn = ({ candidate }: OrganisationMatch) => mention.owners.has(candidate.id);
  const sames = matches.filter(({ outcome }) => outcome === 'SAME');
  if (sames.some((match) => !isOwn(match))) return { mention, result: 'WRONG', matches };
  if (sames.length > 0) return { mention, result: 'RIGHT', matches };
  return { mention, result: matches.some(isOwn) ? 'ASK' : 'LOST', matches };
}
