import { describe, expect, it } from 'vitest';
import { scriptOf } from '../../src/domain/script.ts';

describe('the script of a text', () => {
  it.each([
    ['Kazakhstan', 'LATIN'],
    ['Türkiye', 'LATIN'],
    ['Қазақстан', 'CYRILLIC'],
    ['Казахстан (KZ)', 'CYRILLIC'],
    ['Kazakhstan (Қаз.)', 'LATIN'],
    ['日本', 'OTHER'],
    ['السعودية', 'OTHER'],
    ['Oʻgʻiloy', 'LATIN'],
    ['2025', 'LATIN'],
    ['', 'LATIN'],
  ])('%j is %s', (text, script) => {
    expect(scriptOf(text)).toBe(script);
  });
});
