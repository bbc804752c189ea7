import { describe, expect, it } from 'vitest';
import { coveredContact } from '../../../src/domain/alumni/covered-contact.ts';
import { consent } from '../../support/alumni.ts';

const TERMS = { field: 'EMAIL', audience: 'ALUMNI_OFFICE', purpose: 'EVENT_INVITATIONS' } as const;
const DAY = '2026-03-01';
const record = (value: string | null, ...consents: ReturnType<typeof consent>[]) => ({
  contacts: value === null ? [] : [{ field: 'EMAIL' as const, value }],
  consents,
});
const usable = (...records: ReturnType<typeof record>[]) => coveredContact(records, TERMS, DAY)?.value ?? null;

describe('the contact that may be used', () => {
  it('is that of the record which the consent was given with, whichever record stayed', () => {
    const silent = record('silent');
    const willing = record('willing', consent(1));
    expect([usable(silent), usable(willing)]).toEqual([null, 'willing']);
    expect([usable(silent, willing), usable(willing, silent)]).toEqual(['willing', 'willing']);
  });

  it('is the one of the first record, where several may be used', () => {
    expect(usable(record('first', consent(1)), record('second', consent(2)))).toBe('first');
  });

  it('is none where the consent is of a record without a value', () => {
    expect(usable(record(null, consent(1)), record('other'))).toBeNull();
  });

  it('is none on the day of a withdrawal, before the first day and after the last', () => {
    expect(usable(record('x', consent(1, { withdrawnOn: DAY })))).toBeNull();
    expect(usable(record('x', consent(1, { givenOn: '2026-03-02' })))).toBeNull();
    expect(usable(record('x', consent(1, { until: '2026-02-28' })))).toBeNull();
    expect(usable(record('x', consent(1, { givenOn: DAY, until: DAY })))).toBe('x');
  });
});
