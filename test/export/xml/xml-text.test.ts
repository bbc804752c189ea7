import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { element, textElement } from '../../../src/export/xml/element.ts';

/** The text and the attribute of the one element, as a strict parser reads them. */
function read(xml: string): { text: string; attribute: string | undefined } {
  const found = { text: '', attribute: undefined as string | undefined };
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ attributes }) => {
    found.attribute = attributes.a;
  });
  parser.on('text', (text) => {
    found.text += text;
  });
  parser.write(xml).close();
  return found;
}

describe('XML', () => {
  it.each(['<b>&"\'', ']]>', 'a\r\nb\tc', ' spaces ', 'Қазақстан 👩🏽‍🔬'])('brings %j back', (text) => {
    expect(read(textElement('e', { a: text }, text))).toEqual({ text, attribute: text });
  });

  it('leaves out what XML does not allow', () => {
    const text = 'a\u0000b\u000Bc\u001Fd\uFFFEe\uD800f';
    expect(read(textElement('e', { a: text }, text))).toEqual({ text: 'abcdef', attribute: 'abcdef' });
  });

  it('is well-formed whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        read(textElement('e', { a: text }, text));
      }),
    );
  });

  it('leaves out attributes that are absent, and children that are empty', () => {
    expect(element('e', { a: null, b: 0 }, '', '<c/>')).toBe('<e b="0"><c/></e>');
    expect(element('e', {}, '')).toBe('<e/>');
  });
});
