import type { Term } from '../vocabulary.ts';

/** What each kind of finding had expected instead. */
export const EXPECTATIONS: Readonly<Record<Term<'FindingKind'>, string>> = {
  DANGLING_ACTIVITY: 'activities that somebody has published',
  DANGLING_ORGANISATION: 'organisations that a source describes',
  UNKNOWN_SECTOR: "sectors of the DAC's list",
  WITHDRAWN_SECTOR: "sectors that are in use in the DAC's list",
  UNKNOWN_COUNTRY: 'countries of ISO 3166-1',
  UNKNOWN_CURRENCY: 'currencies of ISO 4217',
  UNKNOWN_REGISTER: 'an org-id that begins with a register of the list of registration agencies',
  MISSING_DATES: 'a day or year on which it starts',
  END_BEFORE_START: 'an end after the start',
  IMPLAUSIBLE_YEAR: 'years from 1945 to 2100',
  RECIPIENT_SHARES: 'shares of countries and regions that add up to 100',
  SECTOR_SHARES: 'shares of the sectors of one vocabulary that add up to 100',
  NO_TITLE: 'a title',
  NO_PARTICIPANTS: 'at least one organisation that takes part',
  SEVERAL_NAMES: 'one name in one language for one identifier',
  DISAGREEING_FIGURES: 'figures of the same thing that can be true together',
};
