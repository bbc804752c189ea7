import type { Term } from '../vocabulary.ts';

export type AlumnusField = Term<'AlumnusField'>;

/** That somebody took part in an edition of a programme. Dates are EDTF. */
export interface Attendance {
  /** The id of the activity, `activity:…`. */
  readonly edition: string;
  /** The id of its programme; null where it has none. */
  readonly programme: string | null;
  /** The year of the cohort. */
  readonly year: number | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly outcome: Term<'AttendanceOutcome'>;
}

/** Where somebody works or worked. Dates are EDTF. */
export interface Employment {
  /** The id of the organisation; null where the graph does not know it. */
  readonly organisation: string | null;
  readonly name: string;
  readonly kind: Term<'OrganisationKind'> | null;
  readonly position: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly isPresent: boolean;
}

/** All that says who somebody is. It is kept as one sealed text: the graph itself cannot read it. */
export interface AlumnusProfile {
  /** As they are written, in any script; the first is the one to use. */
  readonly names: readonly string[];
  /** `country:…` */
  readonly homeCountry: string;
  readonly attendances: readonly Attendance[];
  readonly fields: readonly AlumnusField[];
  /** BCP 47 codes. */
  readonly languages: readonly string[];
  readonly employments: readonly Employment[];
  readonly skills: readonly string[];
  readonly city: string | null;
}

/** A record with all that was merged into it, opened. */
export interface Alumnus extends AlumnusProfile {
  /** `alumnus:…` */
  readonly id: string;
  readonly isSynthetic: boolean;
  /** YYYY-MM-DD */
  readonly lastContactOn: string | null;
  /** Ids of the records that were merged into it. */
  readonly mergedFrom: readonly string[];
}
