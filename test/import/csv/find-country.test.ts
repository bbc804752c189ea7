import { describe, expect, it } from 'vitest';
import { readCodeList } from '../../../src/import/codelists/read-code-list.ts';
import { findCountry } from '../../../src/import/csv/facts/find-country.ts';

describe('a country', () => {
  it('is found by its codes, and by each of its names in English, Russian and Kazakh', () => {
    const missed = readCodeList('countries').codes.flatMap((each) => {
      const { alpha3 = '', kk = '', ru = '', aliases = '' } = each.more;
      return [each.code, alpha3, each.name, kk, ru, ...aliases.split(';')].filter(
        (text) => text !== '' && findCountry(text) !== each,
      );
    });
    expect(missed).toEqual([]);
  });

  it.each([
    ['Таджикистан', 'TJ'],
    ['тәжікстан', 'TJ'],
    ['ӨЗБЕКСТАН', 'UZ'],
    ['Объединенные Арабские Эмираты', 'AE'],
    ["cote d'ivoire", 'CI'],
    [' kz ', 'KZ'],
  ])('is %j whatever the capitals, ё and accents', (text, code) => {
    expect(findCountry(text)?.code).toBe(code);
  });

  it.each(['', ' ', 'Central Asia', 'КР'])('is none by %j', (text) => {
    expect(findCountry(text)).toBeUndefined();
  });
});
