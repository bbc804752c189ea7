import { describe, expect, it } from 'vitest';
import { judgeCycleEntry } from '../../../src/domain/funding/cycle-entry.ts';

function judge(candidate: string, links: string, unread = '') {
  const pairs = links.split(' ').map((link) => link.split('>') as [string, string]);
  const ids = [...new Set(pairs.flat())].filter((id) => !unread.includes(id));
  const givers = new Map(ids.map((id) => [id, pairs.filter(([, to]) => to === id).map(([from]) => from)]));
  return judgeCycleEntry(candidate, givers);
}

describe('a chain begins', () => {
  it.each([
    ['at the smallest id of a cycle', 'a', 'a>b b>c c>a', true],
    ['not at another one of it', 'b', 'a>b b>c c>a', false],
    ['not at a cycle that something leads into', 'a', 'a>b b>a x>b', false],
    ['not at a cycle that another cycle leads into', 'a', 'a>b b>a x>y y>x y>b', false],
    ['at the other cycle', 'x', 'a>b b>a x>y y>x y>b', true],
    ['at the smallest id of two cycles that share an activity', 'a', 'a>m m>a m>z z>m', true],
    ['not at what only lies behind a cycle', 'a', 'x>y y>x y>a', false],
  ])('%s', (_, candidate, links, isEntry) => {
    expect(judge(candidate, links)).toEqual({ isEntry });
  });

  it('nobody can tell where until it is known who passes money on', () => {
    expect(judge('a', 'a>b b>c c>a', 'c')).toEqual({ unread: ['c'] });
    expect(judge('a', 'a>b b>c c>a', 'ac')).toEqual({ unread: ['a'] });
  });

  it('not where a smaller id is known to lead there, whatever else is not known', () => {
    expect(judge('b', 'a>c d>c c>b', 'ad')).toEqual({ isEntry: false });
  });
});
