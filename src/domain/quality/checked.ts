/** How much was checked, and how much of it was found wrong. */
export interface Checked {
  readonly checked: number;
  readonly found: number;
}

/** The share of what was checked that was found wrong, 0 to 1; null where nothing was checked. */
export function shareOf({ checked, found }: Checked): number | null {
  return checked === 0 ? null : found / checked;
}
