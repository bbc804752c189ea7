import type { Loaders } from './loaders.ts';

/** Forgets what was loaded for a request: its next field is answered after a write. */
export function forgetLoaded(loaders: Loaders): void {
  const { evidence, reference, redirect, comparableFigures, figureEnds, chain, fundingLink } = loaders;
  for (const loader of [evidence, reference, redirect, comparableFigures, figureEnds, chain, fundingLink])
    loader.clearAll();
}
