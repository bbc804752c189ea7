/** How many records a list of the generated half gives: where nothing is said, and at most. */
export const LIST_PAGE = { usual: 20, most: 100 } as const;
