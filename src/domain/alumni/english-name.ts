import { scriptOf } from '../script.ts';
import type { AlumnusProfile } from './alumnus.ts';

/** The name to use in English: the first one in Latin letters, else the first. */
export function englishName({ names }: Pick<AlumnusProfile, 'names'>): string {
  return names.find((name) => scriptOf(name) === 'LATIN') ?? names[0] ?? '';
}
