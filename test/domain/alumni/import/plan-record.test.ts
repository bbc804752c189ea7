import { describe, expect, it } from 'vitest';
import type { Consent } from '../../../../src/domain/alumni/consent.ts';
import type { HeldForImport, ImportedDraft } from '../../../../src/domain/alumni/import/alumni-draft.ts';
import { planRecord } from '../../../../src/domain/alumni/import/plan-record.ts';
import { alumnus, consent } from '../../../support/alumni.ts';

const KEY = Buffer.alloc(32, 7);
const DRAFT: ImportedDraft = {
  ...alumnus(1),
  contacts: [{ field: 'EMAIL', value: 'one@example.org' }],
  consents: [consent(1)],
};

/** What is held after the draft was imported, with what was changed since. */
function heldAfter(
  draft: ImportedDraft,
  since: Partial<HeldForImport> = {},
  before: HeldForImport | null = null,
): HeldForImport {
  const { draft: written, marks } = planRecord(draft, before, KEY);
  return { id: draft.id, profile: written.profile, marks, consents: draft.consents, version: 'any', ...since };
}

const withdrawn = (day: string): Consent => consent(1, { withdrawnOn: day });

describe('what an import does with one record', () => {
  it('is to add it where it is not held', () => {
    expect(planRecord(DRAFT, null, KEY)).toMatchObject({
      action: 'added',
      draft: DRAFT,
      withdrawn: [],
      notBroughtBack: 0,
    });
  });

  it('is nothing where the file says what it said before', () => {
    const again = planRecord(DRAFT, heldAfter(DRAFT), KEY);
    expect(again).toMatchObject({ action: 'unchanged', draft: { contacts: [], consents: [] } });
    expect(again.marks).toEqual(heldAfter(DRAFT).marks);
  });

  it('is to take the parts that the file changed, and leave those that the person did', () => {
    const corrected = { ...DRAFT.profile, city: 'Hisor', skills: ['surgery'] };
    const newer = { ...DRAFT, profile: { ...DRAFT.profile, skills: ['ultrasound'] } };
    const { action, draft } = planRecord(newer, heldAfter(DRAFT, { profile: corrected }), KEY);
    expect([action, draft.profile.city, draft.profile.skills]).toEqual(['updated', 'Hisor', ['ultrasound']]);
    expect(draft.contacts).toEqual([]);
  });

  it('keeps marks that tell nobody what a part says, nor whether two persons say the same', () => {
    const other = planRecord({ ...DRAFT, id: 'alumnus:other' }, null, KEY).marks.parts;
    const own = planRecord(DRAFT, null, KEY).marks.parts;
    for (const [part, mark] of Object.entries(own)) {
      expect(mark).toMatch(/^[0-9a-f]{18}$/);
      expect(mark).not.toBe(other[part]);
    }
  });
});

describe('consents of an import', () => {
  const plan = (consents: readonly Consent[], held: readonly Consent[]) =>
    planRecord({ ...DRAFT, consents }, heldAfter(DRAFT, { consents: held }), KEY);

  it.each([
    ['2025-01-14', 0, 0],
    ['2025-01-15', 1, 0],
    ['2025-06-01', 1, 0],
  ])('given on 2025-01-15 do not come back where they were withdrawn on %s or later', (day, notBroughtBack, added) => {
    const found = plan([consent(1)], [consent(9, { withdrawnOn: day })]);
    expect(found.notBroughtBack).toBe(notBroughtBack);
    expect(found.draft.consents).toHaveLength(added === 0 && notBroughtBack === 0 ? 1 : 0);
  });

  it('come back with a later day only', () => {
    expect(plan([consent(1)], [withdrawn('2025-06-01')])).toMatchObject({ action: 'unchanged', notBroughtBack: 1 });
    const renewed = consent(1, { givenOn: '2025-06-02' });
    expect(plan([renewed], [withdrawn('2025-06-01')]).draft.consents).toEqual([renewed]);
  });

  it('of other terms are not touched by a withdrawal', () => {
    const phone = consent(1, { field: 'PHONE' });
    expect(plan([phone], [withdrawn('2025-06-01')]).draft.consents).toEqual([phone]);
  });

  it('that the file stated once and no longer states are withdrawn; those that the person gave are not', () => {
    const own = consent(1, { field: 'PHONE', givenOn: '2025-03-01' });
    expect(plan([], [consent(1), own])).toMatchObject({ action: 'updated', withdrawn: [consent(1).id] });
  });

  it('that were renewed by the file stay in force at the next import', () => {
    const renewed = consent(1, { givenOn: '2025-06-01' });
    const after = heldAfter(
      { ...DRAFT, consents: [renewed] },
      { consents: [withdrawn('2025-06-01'), renewed] },
      heldAfter(DRAFT),
    );
    expect(planRecord({ ...DRAFT, consents: [renewed] }, after, KEY)).toMatchObject({
      action: 'unchanged',
      withdrawn: [],
    });
  });

  it('take another last day', () => {
    const longer = consent(1, { until: '2030-12-31' });
    expect(plan([longer], [consent(1)])).toMatchObject({
      action: 'updated',
      draft: { consents: [longer] },
      withdrawn: [],
    });
  });
});
