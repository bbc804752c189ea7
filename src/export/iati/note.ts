/** What IATI asks for and the graph does not know, or the graph knows and IATI has no place for, by kind. */
export type NoteKind =
  | 'no-description'
  | 'no-sector'
  | 'no-recipient'
  | 'shares-missing'
  | 'shares-not-100'
  | 'date-less-exact-than-a-day'
  | 'role-unknown-to-iati'
  | 'country-as-organisation'
  | 'participant-without-reference'
  | 'region-beside-countries'
  | 'related-activity-not-published'
  | 'transaction-without-date'
  | 'transaction-date-less-exact-than-a-day'
  | 'figures-not-published';

export interface Note {
  /** The activity's id in the graph. */
  readonly id: string;
  readonly kind: NoteKind;
  readonly message: string;
}
