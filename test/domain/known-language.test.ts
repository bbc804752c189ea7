import { expect, it } from 'vitest';
import { knownLanguage } from '../../src/domain/known-language.ts';

it.each([
  ['kk', 'kk'],
  ['KAZ', 'kk'],
  ['uz-cyrl', 'uz-Cyrl'],
  // Dungan, of which few know.
  ['dng', 'dng'],
  ['und', 'und'],
  ['kz', null],
  ['ua', null],
  ['xx', null],
  ['kazakh', null],
])('takes %j for the language %j', (text, code) => {
  expect(knownLanguage(text)).toBe(code);
});
