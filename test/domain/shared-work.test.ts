import { describe, expect, it } from 'vitest';
import { type PartOfSharedWork, SUM_UP_SHARED_WORK } from '../../src/domain/shared-work.ts';

const part = (more: Partial<PartOfSharedWork>): PartOfSharedWork => ({
  byKind: {},
  roles: ['IMPLEMENTING'],
  ofRoles: [['FUNDING']],
  firstYear: null,
  lastYear: null,
  plannedActivities: 0,
  ...more,
});

const sumUp = (...parts: PartOfSharedWork[]) =>
  Object.fromEntries(Object.entries(SUM_UP_SHARED_WORK).map(([field, of]) => [field, of(parts)]));

describe('what is told of shared work', () => {
  it('adds its parts and names roles once, in the order of the vocabulary', () => {
    const summedUp = sumUp(
      part({ byKind: { PROJECT: 3, EDITION: 0 }, roles: ['PARTNER', 'FUNDING'] }),
      part({ byKind: { PROJECT: 2 }, plannedActivities: 2, ofRoles: [['HOST', 'FUNDING'], ['HOST']] }),
      part({ byKind: { PROGRAMME: 4 }, plannedActivities: 4, roles: ['PARTNER'] }),
    );
    expect(summedUp).toEqual({
      byKind: [
        { kind: 'PROGRAMME', count: 4 },
        { kind: 'PROJECT', count: 5 },
      ],
      roles: ['FUNDING', 'IMPLEMENTING', 'PARTNER'],
      ofRoles: ['FUNDING', 'HOST'],
      firstYear: null,
      lastYear: null,
      plannedActivities: 6,
    });
  });

  it('spans the years known and passes over those unknown', () => {
    const years = sumUp(part({}), part({ firstYear: 2021, lastYear: 2023 }), part({ firstYear: 2019, lastYear: 2020 }));
    expect(years).toMatchObject({ firstYear: 2019, lastYear: 2023 });
  });

  it('tells nothing of nothing', () => {
    expect(sumUp()).toMatchObject({ byKind: [], roles: [], ofRoles: [], plannedActivities: 0 });
  });
});
