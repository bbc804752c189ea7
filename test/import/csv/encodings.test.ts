import { describe, expect, it } from 'vitest';
import { importTable, inputOf, LEAST, mappingOf } from './csv-fixture.ts';

const TEXT = 'id,title\n1,Оқу сапары\n2,Семинар для таможенников\n';
const RUSSIAN = 'id,title\n1,Учебная поездка\n2,Семинар для таможенников\n';

const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => utf16le(text).swap16();
const mark = (bytes: number[], rest: Buffer) => Buffer.concat([Buffer.from(bytes), rest]);

/** Russian letters, № and ё as Windows-1251 has them. */
function windows1251(text: string): Buffer {
  return Buffer.from(
    [...text].map((letter) => {
      const code = letter.charCodeAt(0);
      if (code < 0x80) return code;
      if (letter === 'ё') return 0xb8;
      return code - 0x410 + 0xc0;
    }),
  );
}

const titlesIn = async (content: Buffer, mapping = LEAST, piece = 7) =>
  (await importTable(inputOf(content, piece), mappingOf(mapping)))
    .nodes('Project')
    .map(({ properties }) => properties.name);

describe('a table', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with its mark', mark([0xef, 0xbb, 0xbf], Buffer.from(TEXT))],
    ['UTF-16, little end first, with its mark', mark([0xff, 0xfe], utf16le(TEXT))],
    ['UTF-16, big end first, with its mark', mark([0xfe, 0xff], utf16be(TEXT))],
  ])('in %s is read, in whatever pieces it comes', async (_, content) => {
    expect(await titlesIn(content)).toEqual(['Оқу сапары', 'Семинар для таможенников']);
    expect(await titlesIn(content, LEAST, 1)).toEqual(['Оқу сапары', 'Семинар для таможенников']);
  });

  it.each([
    ['Windows-1251', windows1251(RUSSIAN)],
    ['UTF-16 without its mark, little end first', utf16le('id,title\n1,Study visit\n')],
    ['UTF-16 without its mark, in Cyrillic', utf16le(RUSSIAN)],
    ['UTF-16 without its mark, big end first', utf16be('id,title\n1,Study visit\n')],
  ])('in %s is recognised', async (_, content) => {
    expect((await titlesIn(content))[0]).toMatch(/^(Учебная поездка|Study visit)$/);
  });

  it('in an encoding of Western Europe is refused rather than read as Russian', async () => {
    const latin1 = Buffer.from('id,title\n1,Società agricola è città\n', 'latin1');
    await expect(titlesIn(latin1)).rejects.toThrow(
      'table.csv: expected UTF-8, UTF-16 or Windows-1251; found bytes that are none of them: declare file.encoding in the mapping',
    );
  });

  it('is read in the encoding that the mapping declares', async () => {
    const latin1 = Buffer.from('id,title\n1,Società agricola è città\n', 'latin1');
    expect(await titlesIn(latin1, `${LEAST}file: { encoding: windows-1252 }`)).toEqual(['Società agricola è città']);
  });

  it('that changes its encoding keeps the rows before it does, and is reported', async () => {
    const rows = Array.from({ length: 1_500 }, (_, index) => `${index},${'plain text '.repeat(90)}`).join('\n');
    const content = Buffer.concat([Buffer.from(`id,title\n${rows}\n`), windows1251('a,Семинар\nb,Школа\n')]);
    const { report } = await importTable(inputOf(content, 65_536), mappingOf(LEAST));
    expect(report.records.read).toBe(1_500);
    expect(report.isComplete).toBe(false);
    expect(report.problems.encoding?.examples[0]?.message).toMatch(
      /^expected utf-8, .*declare file\.encoding in the mapping$/,
    );
  });
});
