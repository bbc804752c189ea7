import type { CandidateIndex } from '../../src/domain/resolution/candidate-index.ts';
import type { Gazetteer } from '../../src/domain/resolution/gazetteer.ts';
import { matchOrganisation } from '../../src/domain/resolution/match-organisation.ts';
import { profileOf } from '../../src/domain/resolution/organisation-profile.ts';
import type { OrganisationName } from '../../src/domain/resolution/organisation-record.ts';
import { type GoldStandard, type Part, partOf } from './gold-standard.ts';

export interface Stranger {
  readonly text: string;
  /** The organisations that it is taken for, wrongly. */
  readonly takenFor: readonly string[];
}

/**
 * Every name of every organisation of the part, with its code hidden, against all organisations but its own: whatever is
 * decided as the same is a false merge. This is how new organisations come, and what a false merge is most likely made of.
 */
export function findStrangers(
  { organisations, mentions, twins }: GoldStandard,
  { part, index, gazetteer }: { readonly part: Part; readonly index: CandidateIndex; readonly gazetteer: Gazetteer },
): { readonly asked: number; readonly wrong: readonly Stranger[] } {
  const names = [
    ...organisations
      .filter(({ id }) => partOf(id) === part)
      .flatMap(({ id, names: own }) => own.map((name) => ({ name, owners: twins.get(id) ?? new Set([id]) }))),
    ...mentions
      .filter((mention) => mention.part === part && mention.kind === 'NAME')
      .map(({ text, owners }) => ({ name: { value: text, kind: 'ALIAS' as const }, owners })),
  ];
  const wrong = names.flatMap(({ name, owners }): Stranger[] => {
    const takenFor = sameAs(name, owners, index, gazetteer);
    return takenFor.length > 0 ? [{ text: name.value, takenFor }] : [];
  });
  return { asked: names.length, wrong };
}

function sameAs(
  name: OrganisationName,
  owners: ReadonlySet<string>,
  index: CandidateIndex,
  gazetteer: Gazetteer,
): string[] {
  const profile = profileOf({ id: 'a name', names: [name], identifiers: [], country: null }, gazetteer);
  const others = index.candidatesFor(profile).filter(({ id }) => !owners.has(id));
  return matchOrganisation(profile, others)
    .filter(({ outcome }) => outcome === 'SAME')
    .map(({ candidate, reasons }) => `${candidate.id} (${reasons.map(({ kind }) => kind).join(', ')})`);
}
