import type { Term } from '../vocabulary.ts';

export type ContactField = Term<'ContactField'>;

/** Who may use which contact what for. */
export interface ConsentTerms {
  readonly field: ContactField;
  readonly audience: Term<'ConsentAudience'>;
  readonly purpose: Term<'ConsentPurpose'>;
}

/** A consent as it was given. Days are YYYY-MM-DD. */
export interface Consent extends ConsentTerms {
  readonly id: string;
  readonly givenOn: string;
  /** The last day it holds; null: until it is withdrawn. */
  readonly until: string | null;
  readonly withdrawnOn: string | null;
}

/** Whether it holds on this day. One that was withdrawn never holds again, not even on the day it was withdrawn. */
export function isInForce(
  { givenOn, until, withdrawnOn }: Omit<Consent, keyof ConsentTerms | 'id'>,
  day: string,
): boolean {
  return withdrawnOn === null && givenOn <= day && (until === null || until >= day);
}

/** Whether one of the consents allows exactly this on this day: no audience and no purpose covers another. */
export function covers(consents: readonly Consent[], { field, audience, purpose }: ConsentTerms, day: string): boolean {
  return consents.some(
    (consent) =>
      consent.field === field &&
      consent.audience === audience &&
      consent.purpose === purpose &&
      isInForce(consent, day),
  );
}
