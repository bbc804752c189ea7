import { describe, expect, it } from 'vitest';
import type { AlumniEvent } from '../../../src/domain/alumni/alumni-event.ts';
import { toOwnEvent } from '../../../src/domain/alumni/own-event.ts';
import { VOCABULARY } from '../../../src/domain/vocabulary.ts';

const event = (more: Partial<AlumniEvent>): AlumniEvent => ({
  id: 'alumni-event:000000000007',
  at: '2026-05-01T00:00:00Z',
  by: 'aigerim',
  action: 'CONTACT_REVEALED',
  subjects: ['alumnus:a'],
  purpose: 'RESEARCH',
  detail: '{"field":"EMAIL","audience":"PARTNERS","reason":"a survey"}',
  ...more,
});

describe('an event as an alumnus sees it', () => {
  it('says who did what and what for, without its number', () => {
    expect(toOwnEvent(event({}), ['alumnus:a'])).toEqual({
      at: '2026-05-01T00:00:00Z',
      by: 'aigerim',
      action: 'CONTACT_REVEALED',
      purpose: 'RESEARCH',
      field: 'EMAIL',
      audience: 'PARTNERS',
      reason: 'a survey',
    });
  });

  it.each(VOCABULARY.AlumniAction)('says nothing of anybody else: %s', (action) => {
    const detail = JSON.stringify({
      field: 'alumnus:b',
      audience: 'alumnus:b',
      reason: 'alumnus:b',
      other: 'alumnus:b',
    });
    const both = event({ action, subjects: ['alumnus:a', 'alumnus:b'], purpose: 'with alumnus:b', detail });
    expect(JSON.stringify(toOwnEvent(both, ['alumnus:a']))).not.toContain('alumnus:b');
  });

  it('does not name another alumnus who did it while their records were merged', () => {
    const both = event({ by: 'alumnus:b', action: 'CONSENT_WITHDRAWN', subjects: ['alumnus:b', 'alumnus:a'] });
    expect(toOwnEvent(both, ['alumnus:a'])).toMatchObject({ by: 'alumnus', action: 'CONSENT_WITHDRAWN', field: null });
    expect(toOwnEvent(both, ['alumnus:a', 'alumnus:b'])).toMatchObject({ by: 'alumnus:b', field: 'EMAIL' });
  });

  it.each(['RECORDS_MERGED', 'RECORDS_SPLIT', 'DUPLICATE_DISMISSED'] as const)(
    'is none where it is about two records, unless both are theirs: %s',
    (action) => {
      const both = event({ action, subjects: ['alumnus:a', 'alumnus:b'], detail: '[]' });
      expect(toOwnEvent(both, ['alumnus:a'])).toBeNull();
      expect(toOwnEvent(both, ['alumnus:a', 'alumnus:b'])).toMatchObject({ action, field: null });
    },
  );
});
