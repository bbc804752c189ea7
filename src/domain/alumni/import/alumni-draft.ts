import type { AlumnusProfile } from '../alumnus.ts';
import type { Consent, ContactField } from '../consent.ts';

/** What a row comes to, with the ids that its words stand for. */
export interface ImportedDraft {
  /** The same for the same number in every file of the same mapping. */
  readonly id: string;
  readonly isSynthetic: boolean;
  readonly profile: AlumnusProfile;
  readonly contacts: readonly { readonly field: ContactField; readonly value: string }[];
  readonly consents: readonly Consent[];
}

/** What the last import said of each part of a record, as digests, and which consents it brought. */
export interface ImportMarks {
  readonly parts: Readonly<Record<string, string>>;
  readonly consents: readonly string[];
}

/** What is held of a record that a file speaks of. */
export interface HeldForImport {
  readonly id: string;
  /** Its own profile, without those of records that were merged into it; null where nobody can read it any more. */
  readonly profile: AlumnusProfile | null;
  readonly marks: ImportMarks | null;
  /** Those of the person: given with this record, and with every other that is the same person. */
  readonly consents: readonly Consent[];
  /** Another text whenever anything of it has changed. */
  readonly version: string;
}
