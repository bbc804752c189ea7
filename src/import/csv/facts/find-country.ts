import type { Code } from '../../../domain/codes/code-list.ts';
import { foldText } from '../../../domain/fold-text.ts';
import { readCodeList } from '../../codelists/read-code-list.ts';

let index: ReadonlyMap<string, Code> | undefined;

/** The country with this ISO code of two or three letters, or this English name; undefined where there is none. */
export function findCountry(text: string): Code | undefined {
  index ??= indexCountries();
  return index.get(keyOf(text));
}

function indexCountries(): ReadonlyMap<string, Code> {
  const { codes } = readCodeList('countries');
  // Names last: none of them is anybody's code.
  return new Map(
    [
      ...codes.flatMap((each) =>
        [each.name, ...(each.more.aliases ?? '').split(';')].map((name) => [keyOf(name), each] as const),
      ),
      ...codes.map((each) => [keyOf(each.more.alpha3 ?? ''), each] as const),
      ...codes.map((each) => [keyOf(each.code), each] as const),
    ].filter(([key]) => key !== ''),
  );
}

function keyOf(text: string): string {
  return foldText(text);
}
