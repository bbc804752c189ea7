import type { Term } from './vocabulary.ts';

/** The script most of the letters are in. */
export function scriptOf(text: string): Term<'Script'> {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  // Marks that count as letters, such as the turned comma of Oʻzbek, are of no script.
  const letters = text.match(/(?!\p{Script=Common})\p{L}/gu)?.length ?? 0;
  if (letters > latin + cyrillic) return 'OTHER';
  return cyrillic > latin ? 'CYRILLIC' : 'LATIN';
}
