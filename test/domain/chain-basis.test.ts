import { describe, expect, it } from 'vitest';
import { chainBasis } from '../../src/domain/chain-basis.ts';

describe('the basis of a chain', () => {
  const of = (facilitating: string, pivotal: string, beneficiary: string) => {
    const plays = (role: string, bases: string) =>
      bases
        .split(' ')
        .filter(Boolean)
        .map((basis) => ({ role, basis }));
    return chainBasis([
      ...plays('FACILITATING', facilitating),
      ...plays('PIVOTAL', pivotal),
      ...plays('BENEFICIARY', beneficiary),
    ] as Parameters<typeof chainBasis>[0]);
  };

  it.each([
    ['DECLARED', 'DECLARED', 'DECLARED', 'DECLARED'],
    ['DECLARED', 'CURATED', 'DECLARED', 'CURATED'],
    ['DECLARED', 'CURATED', 'INFERRED', 'INFERRED'],
    ['INFERRED', 'DECLARED', 'DECLARED', 'INFERRED'],
    ['INFERRED DECLARED', 'DECLARED', 'DECLARED', 'DECLARED'],
    ['CURATED INFERRED', 'DECLARED', 'INFERRED DECLARED', 'CURATED'],
  ])(
    'with %s | %s | %s is %s: the weakest role, each by its best-founded actor',
    (facilitating, pivotal, beneficiary, basis) => {
      expect(of(facilitating, pivotal, beneficiary)).toBe(basis);
    },
  );

  it('without one of the roles is none that a source declares', () => {
    expect(of('DECLARED', '', 'DECLARED')).toBe('INFERRED');
  });
});
