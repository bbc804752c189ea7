import type { AlumnusProfile } from '../alumnus.ts';
import type { Consent, ContactField } from '../consent.ts';

/** Somebody made up, as they are written. */
export interface DemoAlumnus {
  /** `alumnus:…`; the same for the same number. */
  readonly id: string;
  readonly isSynthetic: true;
  readonly profile: AlumnusProfile;
  readonly contacts: readonly { readonly field: ContactField; readonly value: string }[];
  readonly consents: readonly Consent[];
}
