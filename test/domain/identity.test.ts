import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgeId, stableKey } from '../../src/domain/identity.ts';

describe('a stable key', () => {
  it('is the same for the same parts, today and next year', () => {
    expect(stableKey('a', 'b')).toBe('82d34c7d68cf28219ce4ab8d');
  });

  it('is short and can stand in an id', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (parts) => {
        expect(stableKey(...parts)).toMatch(/^[0-9a-f]{24}$/);
      }),
    );
  });

  it('tells where one part ends and the next begins', () => {
    expect(stableKey('ab', 'c')).not.toBe(stableKey('a', 'bc'));
    expect(stableKey('a', '')).not.toBe(stableKey('a'));
  });
});

describe('the id of a relation', () => {
  it('says what joins what in which role', () => {
    expect(edgeId('PARTICIPATES_IN', 'organisation:jica', 'activity:x', 'PARTNER')).toBe(
      'participates-in:organisation:jica|PARTNER|activity:x',
    );
  });

  it('differs by direction, type and role', () => {
    const ids = [
      edgeId('TIED_TO', 'a', 'b', 'PART_OF'),
      edgeId('TIED_TO', 'b', 'a', 'PART_OF'),
      edgeId('TIED_TO', 'a', 'b', 'CHAIRS'),
      edgeId('PART_OF', 'a', 'b', 'PART_OF'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});
