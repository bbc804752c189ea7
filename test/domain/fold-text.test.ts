import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/domain/fold-text.ts';

describe('folded text', () => {
  it.each([
    ['Kazakhstan', 'kazakhstan'],
    ['  «KAZAKHSTAN» — Agency  ', 'kazakhstan agency'],
    ["Kazakhstan's", 'kazakhstans'],
    ['Қазақстан', 'kazakstan'],
    ['Казахстан', 'kazakhstan'],
    ['Достық', 'dostyk'],
    ['Әлем', 'alem'],
    ['Щучинск', 'shchuchinsk'],
    ['объём', 'obem'],
    ['Київ', 'kiiv'],
    ['Ӓӥ Ѓ', 'ai g'],
    ['ℌello', 'hello'],
    ['Türkiye', 'turkiye'],
    ['Iğdır', 'igdir'],
    ['Côte d’Ivoire', 'cote divoire'],
    ['Straße', 'strasse'],
    ['Dostyk: Digitalization 2025', 'dostyk digitalization 2025'],
    ['ﬁnance', 'finance'],
    ['日本', '日本'],
    ['🦅', ''],
    ['a\u0000b', 'a b'],
    ['...', ''],
    ['', ''],
  ])('of %j is %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('of й as one letter and as two is the same', () => {
    expect(foldText('и\u0306')).toBe(foldText('й'));
    expect(foldText('е\u0308')).toBe(foldText('ё'));
  });

  const texts = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'Қазақстан ёйіїъь İıßﬁ½²Ⅳ-_~*/"()') }),
  );

  it('is the same when folded again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('holds letters, digits and single spaces only: nothing that an index could take for an operator', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(foldText(text)).toMatch(/^$|^[\p{L}\p{N}]+( [\p{L}\p{N}]+)*$/u);
      }),
      { numRuns: 2_000 },
    );
  });

  it('does not depend on capitals where letters have a single small form', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcxyzабвгдәғқңөұүhі 0123') });
    fc.assert(
      fc.property(letters, (text) => {
        expect(foldText(text.toUpperCase())).toBe(foldText(text));
      }),
    );
  });
});
