import { expect, it } from 'vitest';
import { languageCode } from '../../src/domain/language-code.ts';

it.each([
  ['kk', 'kk'],
  ['KK', 'kk'],
  ['zh-hans', 'zh-Hans'],
  ['uz-Cyrl-UZ', 'uz-Cyrl-UZ'],
  ['russian', null],
  ['қазақша', null],
  ['k', null],
  ['en_GB', null],
  ['en-', null],
  ['', null],
])('takes %j for the language %j', (text, code) => {
  expect(languageCode(text)).toBe(code);
});
