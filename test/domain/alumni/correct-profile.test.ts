import { describe, expect, it } from 'vitest';
import type { AlumnusProfile } from '../../../src/domain/alumni/alumnus.ts';
import { correctProfiles } from '../../../src/domain/alumni/correct-profile.ts';
import { joinProfiles } from '../../../src/domain/alumni/join-profiles.ts';
import { alumnus } from '../../support/alumni.ts';

const { profile: first } = alumnus(1, { names: ['A One'], skills: ['x', 'y'], city: null });
const { profile: second } = alumnus(2, { names: ['A Two'], skills: ['y', 'z'], city: 'Osh' });

describe('a correction of a record with another one merged into it', () => {
  it('is what both say together from then on', () => {
    const correction = { names: ['A Two', 'A Three'], skills: ['z'], city: null };
    const corrected = correctProfiles([first, second], correction) as [AlumnusProfile, AlumnusProfile];
    expect(joinProfiles(corrected)).toMatchObject(correction);
  });

  it('leaves alone what it does not speak of', () => {
    const [staying, merged] = correctProfiles([first, second], { city: 'Naryn' });
    expect(staying).toEqual({ ...first, city: 'Naryn' });
    expect(merged).toEqual({ ...second, city: null });
  });

  it('puts nothing of one record into the other, should they be split again', () => {
    const [, merged] = correctProfiles([first, second], { names: ['A One', 'A Two'], skills: ['x', 'y', 'z'] });
    expect(merged).toEqual(second);
  });
});
