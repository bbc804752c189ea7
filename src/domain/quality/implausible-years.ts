/** Some publishers write 1900 or 9999 for "not known": no programme of aid is older, and none is planned beyond. */
export const FIRST_PLAUSIBLE_YEAR = 1945;
export const LAST_PLAUSIBLE_YEAR = 2100;
