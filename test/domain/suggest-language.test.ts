import { expect, it } from 'vitest';
import { suggestLanguage } from '../../src/domain/suggest-language.ts';

it.each([
  ['kz', '; did you mean "kk"?'],
  ['UA', '; did you mean "uk"?'],
  ['Kazakh', '; did you mean "kk"?'],
  ['русский', '; did you mean "ru"?'],
  ['қазақ тілі', '; did you mean "kk"?'],
  ['nonsense', ''],
  ['', ''],
])('for %j says %j', (text, suggestion) => {
  expect(suggestLanguage(text)).toBe(suggestion);
});
