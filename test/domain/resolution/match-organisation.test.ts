import { describe, expect, it } from 'vitest';
import { CandidateIndex } from '../../../src/domain/resolution/candidate-index.ts';
import { createGazetteer } from '../../../src/domain/resolution/gazetteer.ts';
import { matchOrganisation } from '../../../src/domain/resolution/match-organisation.ts';
import { profileOf } from '../../../src/domain/resolution/organisation-profile.ts';

const GAZETTEER = createGazetteer([{ code: 'KE', alpha3: 'KEN', names: ['Kenya'] }]);

function organisation(id: string, name: string, acronym?: string) {
  return profileOf(
    {
      id,
      names: [
        { value: name, kind: 'OFFICIAL' },
        ...(acronym === undefined ? [] : [{ value: acronym, kind: 'ACRONYM' as const }]),
      ],
      identifiers: [],
      country: null,
    },
    GAZETTEER,
  );
}

const outcomes = (name: string, ...others: ReturnType<typeof organisation>[]) =>
  matchOrganisation(organisation('asked', name), others).map(({ candidate, outcome }) => [candidate.id, outcome]);

const DRYLAND = organisation('dryland', 'Dryland Research Circle', 'DRC');

describe('matching one organisation against many', () => {
  it('takes an acronym for sure where it fits nobody else', () => {
    expect(outcomes('DRC', DRYLAND, organisation('other', 'Lakeside Water Users'))).toEqual([['dryland', 'SAME']]);
  });

  it('asks where another could be called by it', () => {
    expect(outcomes('DRC', DRYLAND, organisation('delta', 'Delta Rowing Club'))).toEqual([
      ['dryland', 'ASK'],
      ['delta', 'ASK'],
    ]);
  });

  it('asks where a name fits several that are not each other', () => {
    const trust = profileOf(
      {
        id: 'gb',
        names: [{ value: 'Oxbridge Trust', kind: 'OFFICIAL' }],
        identifiers: [{ scheme: 'ORG_ID', value: 'GB-CHC-1' }],
        country: null,
      },
      GAZETTEER,
    );
    const branch = profileOf(
      {
        id: 'ke',
        names: [{ value: 'Oxbridge Trust', kind: 'OFFICIAL' }],
        identifiers: [{ scheme: 'ORG_ID', value: 'KE-NCB-1' }],
        country: null,
      },
      GAZETTEER,
    );
    expect(outcomes('Oxbridge Trust', trust, branch)).toEqual([
      ['gb', 'ASK'],
      ['ke', 'ASK'],
    ]);
    expect(outcomes('Oxbridge Trust', trust)).toEqual([['gb', 'SAME']]);
  });
});

describe('the index of candidates', () => {
  const many = Array.from({ length: 2_000 }, (_, at) =>
    organisation(`${at}`, `Village ${at} Water Users of Ward ${at % 7}`),
  );
  const index = new CandidateIndex([...many, DRYLAND]);

  it('finds what shares a short form or telling words', () => {
    expect(index.candidatesFor(organisation('asked', 'DRC')).map(({ id }) => id)).toEqual(['dryland']);
    expect(index.candidatesFor(organisation('asked', 'Dryland Reserach Circle'))).toContain(DRYLAND);
  });

  it('never compares all with all', () => {
    const compared = many.map((each) => index.candidatesFor(each).length);
    expect(Math.max(...compared)).toBeLessThan(100);
  });
});
