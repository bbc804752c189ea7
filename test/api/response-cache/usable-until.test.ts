import { describe, expect, it } from 'vitest';
import { usableUntil } from '../../../src/api/response-cache/usable-until.ts';

describe('an answer may be given again', () => {
  it.each([
    ['2026-07-30T10:15:00Z', '2026-07-30T11:15:00.000Z'],
    ['2026-07-30T22:59:59.999Z', '2026-07-30T23:59:59.999Z'],
    ['2026-07-30T23:30:00Z', '2026-07-31T00:00:00.000Z'],
    ['2026-12-31T23:59:59.999Z', '2027-01-01T00:00:00.000Z'],
    ['2026-07-31T00:00:00Z', '2026-07-31T01:00:00.000Z'],
  ])('that was begun at %s until %s', (begun, until) => {
    expect(new Date(usableUntil(Date.parse(begun))).toISOString()).toBe(until);
  });
});
