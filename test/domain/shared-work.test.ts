import { describe, expect, it } from 'vitest';
import { type AlikeActivities, sumUpSharedWork } from '../../src/domain/shared-work.ts';

const group = (more: Partial<AlikeActivities>): AlikeActivities => ({
  kind: 'PROJECT',
  isPlanned: false,
  ofRoles: ['FUNDING'],
  roles: ['IMPLEMENTING'],
  activities: 1,
  firstYear: null,
  lastYear: null,
  ...more,
});

describe('what is told of shared work', () => {
  it('adds what is alike and names roles once, in the order of the vocabulary', () => {
    const summedUp = sumUpSharedWork([
      group({ activities: 3, roles: ['PARTNER', 'FUNDING'] }),
      group({ activities: 2, isPlanned: true, ofRoles: ['HOST', 'FUNDING'] }),
      group({ activities: 4, kind: 'PROGRAMME', isPlanned: true, roles: ['PARTNER'] }),
    ]);
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
    const years = sumUpSharedWork([
      group({}),
      group({ firstYear: 2021, lastYear: 2023 }),
      group({ firstYear: 2019, lastYear: 2020 }),
    ]);
    expect(years).toMatchObject({ firstYear: 2019, lastYear: 2023 });
  });

  it('tells nothing of nothing', () => {
    expect(sumUpSharedWork([])).toMatchObject({ byKind: [], roles: [], ofRoles: [], plannedActivities: 0 });
  });
});
