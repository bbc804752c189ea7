import { describe, expect, it } from 'vitest';
import { compareIds, extendWalks, type FundingWalk, isChain } from '../../../src/domain/funding/funding-chain.ts';

/** `a>b` is a link from a to b; `phantoms` holds the activities that nobody has published. */
function chainsFrom(start: string, links: string, phantoms = ''): string[] {
  const pairs = links.split(' ').map((link) => link.split('>') as [string, string]);
  let walks: FundingWalk[] = [{ activities: [start], ending: null }];
  for (let steps = 0; walks.some(({ ending }) => ending === null); steps += 1) {
    expect(steps).toBeLessThan(8);
    walks = [
      ...extendWalks(walks, ({ activities }) => ({
        to: pairs.filter(([from]) => from === activities.at(-1)).map(([, to]) => to),
        isPhantom: phantoms.includes(activities.at(-1) ?? ''),
      })),
    ];
  }
  return walks.filter(isChain).map(({ activities, ending }) => `${activities.join('')} ${ending}`);
}

describe('chains of money', () => {
  it.each([
    ['one link', 'a>b', ['ab COMPLETE']],
    ['a fork', 'a>b a>c b>d', ['abd COMPLETE', 'ac COMPLETE']],
    ['a diamond, both ways round', 'a>b a>c b>d c>d', ['abd COMPLETE', 'acd COMPLETE']],
    ['a short cut beside the long way', 'a>b a>c b>c', ['abc COMPLETE', 'ac COMPLETE']],
    ['two that pass money to each other', 'a>b b>a', ['ab CYCLE']],
    ['a cycle of three', 'a>b b>c c>a', ['abc CYCLE']],
    ['a cycle behind the first', 'a>b b>c c>b', ['abc CYCLE']],
    ['a way back beside a way on, which is passed over', 'a>b b>a b>c', ['abc COMPLETE']],
    ['two cycles that share the first', 'a>b b>a a>c c>a', ['ab CYCLE', 'ac CYCLE']],
    ['no link at all', 'x>y', []],
  ])('%s', (_, links, expected) => {
    expect(chainsFrom('a', links)).toEqual(expected);
  });

  it('ends where nobody has published what follows', () => {
    expect(chainsFrom('a', 'a>b b>c a>d', 'c')).toEqual(['abc DANGLING', 'ad COMPLETE']);
  });

  it('goes on through an activity that is only referred to', () => {
    expect(chainsFrom('a', 'a>b b>c', 'b')).toEqual(['abc COMPLETE']);
  });

  it('calls a way back a cycle, whether or not the last activity is published', () => {
    expect(chainsFrom('a', 'a>b b>a', 'b')).toEqual(['ab CYCLE']);
  });

  it('holds six links, and is cut where it would go on', () => {
    const six = 'a>b b>c c>d d>e e>f f>g';
    expect(chainsFrom('a', six)).toEqual(['abcdefg COMPLETE']);
    expect(chainsFrom('a', `${six} g>h`)).toEqual(['abcdefg CUT']);
    expect(chainsFrom('a', `${six} g>a`)).toEqual(['abcdefg CYCLE']);
    expect(chainsFrom('a', `${six} g>a g>h`)).toEqual(['abcdefg CUT']);
  });

  it('are ordered by their ids, one after another', () => {
    const chains = [['b'], ['a', 'c'], ['a', 'b', 'z'], ['a'], ['a', 'b']];
    expect(chains.sort(compareIds).map((ids) => ids.join(''))).toEqual(['a', 'ab', 'abz', 'ac', 'b']);
    expect(compareIds(['a', 'b'], ['a', 'b'])).toBe(0);
  });
});
