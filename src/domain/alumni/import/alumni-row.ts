import type { Term } from '../../vocabulary.ts';
import type { Attendance, Employment } from '../alumnus.ts';
import type { ConsentTerms, ContactField } from '../consent.ts';

/** A consent that a file tells of. */
export interface StatedConsent extends ConsentTerms {
  readonly givenOn: string;
  readonly until: string | null;
}

/** What a row says of a person, in its own words where they are to be looked up in the graph. */
export interface AlumniRow {
  readonly row: number;
  readonly line: number;
  /** The office's own number of the person. */
  readonly key: string;
  readonly names: readonly string[];
  /** A code or a name. */
  readonly homeCountry: string;
  readonly attendances: readonly StatedAttendance[];
  readonly fields: readonly Term<'AlumnusField'>[];
  readonly languages: readonly string[];
  readonly employments: readonly StatedEmployment[];
  readonly skills: readonly string[];
  readonly city: string | null;
  readonly contacts: readonly { readonly field: ContactField; readonly value: string }[];
  readonly consents: readonly StatedConsent[];
}

/** An edition by its id or name, or a programme by its id or name with a year. */
export type StatedEdition = { readonly edition: string } | { readonly programme: string; readonly year: number };

export interface StatedAttendance extends Pick<Attendance, 'since' | 'until' | 'outcome'> {
  readonly stated: StatedEdition;
  /** The columns that say which edition it is. */
  readonly column: string;
}

export type StatedEmployment = Omit<Employment, 'organisation'>;
