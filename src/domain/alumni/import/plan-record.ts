import type { AlumnusProfile } from '../alumnus.ts';
import type { Consent } from '../consent.ts';
import { blind } from '../seal.ts';
import type { HeldForImport, ImportedDraft, ImportMarks } from './alumni-draft.ts';

export type ImportAction = 'added' | 'updated' | 'unchanged';

/** What an import does with one record. */
export interface RecordPlan {
  readonly action: ImportAction;
  /** What is to be written. */
  readonly draft: ImportedDraft;
  readonly marks: ImportMarks;
  /** Ids of consents that this row brought once and no longer states. */
  readonly withdrawn: readonly string[];
  /** How many consents the row states that the person has withdrawn since they were given. */
  readonly notBroughtBack: number;
}

/**
 * What the row changes. A part that it says as the last import did is left as it is held: what the person corrected since
 * stays. A consent comes with the day it was given, and none comes back that was withdrawn on that day or later.
 */
export function planRecord(draft: ImportedDraft, held: HeldForImport | null, indexKey: Buffer): RecordPlan {
  const parts = partsOf(draft, indexKey);
  const before = held?.marks?.parts ?? {};
  const isNew = (part: string) => before[part] !== parts[part];
  const contacts = draft.contacts.filter(({ field }) => isNew(field));
  const { profile, isProfileNew } = profileOf(draft, held, isNew);

  const barred = draft.consents.filter((consent) => isBarred(consent, held?.consents ?? []));
  const stated = draft.consents.filter((consent) => !barred.includes(consent));
  const consents = stated.filter((consent) => !held?.consents.some((other) => isSame(consent, other)));
  const ids = new Set(stated.map(({ id }) => id));
  const gone = new Set(held?.marks?.consents.filter((id) => !ids.has(id)));
  const withdrawn = (held?.consents ?? []).filter(({ id, withdrawnOn }) => gone.has(id) && withdrawnOn === null);

  const isChanged = isProfileNew || contacts.length + consents.length + withdrawn.length > 0;
  return {
    action: held === null ? 'added' : isChanged ? 'updated' : 'unchanged',
    draft: { ...draft, profile, contacts, consents },
    marks: { parts: { ...before, ...parts }, consents: [...ids] },
    withdrawn: withdrawn.map(({ id }) => id),
    notBroughtBack: barred.length,
  };
}

function profileOf(draft: ImportedDraft, held: HeldForImport | null, isNew: (part: string) => boolean) {
  if (!held?.profile) return { profile: draft.profile, isProfileNew: true };
  const taken = Object.entries(draft.profile).filter(([part]) => isNew(part));
  return { profile: { ...held.profile, ...Object.fromEntries(taken) }, isProfileNew: taken.length > 0 };
}

/** A digest of each part, by which it can be told whether a file says the same again, and nothing else. */
function partsOf({ id, profile, contacts }: ImportedDraft, indexKey: Buffer): Record<string, string> {
  const said: [string, unknown][] = [
    ...Object.entries(profile satisfies AlumnusProfile),
    ...contacts.map(({ field, value }): [string, unknown] => [field, value]),
  ];
  return Object.fromEntries(
    said.map(([part, value]) => [part, blind(`part ${id} ${part} ${JSON.stringify(value)}`, indexKey)]),
  );
}

/** Also one of another record of the same person: who withdrew it, withdrew it for all. */
function isBarred(consent: Consent, held: readonly Consent[]): boolean {
  const own = held.find(({ id }) => id === consent.id);
  if (own !== undefined && own.withdrawnOn === null) return false;
  return held.some(
    ({ field, audience, purpose, withdrawnOn }) =>
      field === consent.field &&
      audience === consent.audience &&
      purpose === consent.purpose &&
      withdrawnOn !== null &&
      withdrawnOn >= consent.givenOn,
  );
}

function isSame(one: Consent, other: Consent): boolean {
  return one.id === other.id && one.until === other.until && other.withdrawnOn === null;
}
