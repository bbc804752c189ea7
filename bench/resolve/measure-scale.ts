import { CandidateIndex } from '../../src/domain/resolution/candidate-index.ts';
import { compareOrganisations } from '../../src/domain/resolution/compare-organisations.ts';
import type { Gazetteer } from '../../src/domain/resolution/gazetteer.ts';
import { profileOf } from '../../src/domain/resolution/organisation-profile.ts';
import type { OrganisationRecord } from '../../src/domain/resolution/organisation-record.ts';

export interface Scale {
  readonly names: number;
  readonly prepareSeconds: number;
  readonly compareSeconds: number;
  /** Pairs that were compared, each from both sides. */
  readonly compared: number;
}

/** Compares every record with those that share a blocking key with it. */
export function measureScale(records: readonly OrganisationRecord[], gazetteer: Gazetteer): Scale {
  const began = performance.now();
  const profiles = records.map((record) => profileOf(record, gazetteer));
  const index = new CandidateIndex(profiles);
  const prepared = performance.now();
  let compared = 0;
  for (const profile of profiles) {
    for (const candidate of index.candidatesFor(profile)) {
      compareOrganisations(profile, candidate);
      compared += 1;
    }
  }
  const done = performance.now();
  return {
    names: records.length,
    prepareSeconds: (prepared - began) / 1000,
    compareSeconds: (done - prepared) / 1000,
    compared,
  };
}

/** More names in the manner of real ones: the beginning of one with the end of another, the same at every run. */
export function crossNames(records: readonly OrganisationRecord[], many: number): OrganisationRecord[] {
  const names = records.map(({ names: [first] }) => first?.value.split(' ') ?? []).filter(({ length }) => length > 2);
  return Array.from({ length: many }, (_, at) => {
    const one = names[at % names.length] ?? [];
    const other = names[(at * 7919 + Math.floor(at / names.length)) % names.length] ?? [];
    const words = [...one.slice(0, Math.ceil(one.length / 2)), ...other.slice(Math.floor(other.length / 2))];
    return {
      id: `crossed ${at}`,
      names: [{ value: words.join(' '), kind: 'OFFICIAL' }],
      identifiers: [],
      country: null,
    };
  });
}
