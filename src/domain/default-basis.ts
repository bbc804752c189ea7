import type { Term } from './vocabulary.ts';

/** What counts where a question says nothing of it: what was only inferred is left out. */
export const DEFAULT_BASIS: readonly Term<'Basis'>[] = ['DECLARED', 'CURATED'];
