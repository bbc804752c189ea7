import type { Code } from '../../../domain/codes/code-list.ts';
import { foldText } from '../../../domain/fold-text.ts';
import { readCodeList } from '../../codelists/read-code-list.ts';

/** How messages say what was expected. */
export const COUNTRY = 'a country by its ISO code (KZ, KAZ) or its name in English, Russian or Kazakh';

let index: ReadonlyMap<string, Code> | undefined;

/**
 * The country with this ISO code of two or three letters, or this name in English, Russian or Kazakh; undefined where
 * there is none, or more than one.
 */
export function findCountry(text: string): Code | undefined {
  index ??= indexCountries();
  return index.get(text.trim().toUpperCase()) ?? index.get(foldText(text));
}

/** Codes in capitals, names in small letters: КР is no KR. */
function indexCountries(): ReadonlyMap<string, Code> {
  const { codes } = readCodeList('countries');
  const names = new Map<string, Set<Code>>();
  for (const each of codes) {
    for (const name of namesOf(each)) names.set(name, (names.get(name) ?? new Set()).add(each));
  }
  return new Map([
    ...[...names].flatMap(([name, [only, ...others]]) =>
      only === undefined || others.length > 0 ? [] : [[name, only] as const],
    ),
    ...codes.flatMap((each) => [each.code, each.more.alpha3 || each.code].map((code) => [code, each] as const)),
  ]);
}

function namesOf({ name, more }: Code): string[] {
  const names = [name, more.ru ?? '', more.kk ?? '', ...(more.aliases ?? '').split(';')];
  return names.map(foldText).filter((folded) => folded !== '');
}
