import { describe, expect, it } from 'vitest';
import type { MappedRow } from '../../../src/import/alumni/map-alumni-row.ts';
import { EXAMPLE_MAPPING, EXAMPLE_TABLE, openTable, withCell } from '../../support/alumni-file.ts';

const TODAY = '2026-03-01';

async function read(table: string | Buffer = EXAMPLE_TABLE, mapping?: string): Promise<MappedRow[]> {
  const mapped: MappedRow[] = [];
  for await (const row of (await openTable(table, mapping)).rows(TODAY)) mapped.push(row);
  return mapped;
}

const first = async (column: string, value: string) => (await read(withCell(1, column, value)))[0] as MappedRow;
const messages = ({ problems }: MappedRow) => problems.map(({ message }) => message).join('\n');

describe('the rows of a table of alumni', () => {
  it('say the same in every encoding, with or without the mark of Excel', async () => {
    const expected = await read();
    expect(expected.flatMap(({ problems }) => problems)).toEqual([]);
    expect(await read(`\uFEFF${EXAMPLE_TABLE}`)).toEqual(expected);
    expect(await read(Buffer.from(`\uFEFF${EXAMPLE_TABLE}`, 'utf16le'))).toEqual(expected);
    // Windows-1251 has no ҳ, ө and э as they stand here; one letter of the name is replaced.
    const russian = EXAMPLE_TABLE.replace('Раҳимов', 'Рахимов');
    expect(await read(windows1251(russian))).toEqual(await read(russian));
  });

  it('end where the bytes are of another encoding, which is a problem of the file', async () => {
    const broken = Buffer.concat([Buffer.from(EXAMPLE_TABLE), Buffer.from([0xd0, 0x0d, 0x0a])]);
    const mapped = await read(broken, EXAMPLE_MAPPING.replace('delimiter: ";"', 'delimiter: ";", encoding: utf-8'));
    expect(mapped.slice(0, 6).every(({ row }) => row !== null)).toBe(true);
    expect(mapped.at(-1)?.problems).toMatchObject([{ row: 0, message: expect.stringContaining('expected utf-8') }]);
  });

  it('end at a cell of ten million characters', async () => {
    const mapped = await read(withCell(2, 'Skills', 'x'.repeat(10_000_000)));
    expect(mapped[0]?.row).not.toBeNull();
    expect(mapped.at(-1)?.problems).toMatchObject([
      { row: 0, message: expect.stringContaining('expected rows of at most') },
    ]);
    expect(mapped).toHaveLength(2);
  });

  it.each([['1,2', 'a part of a row is missing', /expected 22 cells, as the header has; found 1/]])(
    'with another number of cells are left out',
    async (row, _, message) => {
      const mapped = await read(`${EXAMPLE_TABLE}${row}\r\n`);
      expect(mapped.at(-1)).toMatchObject({
        row: null,
        problems: [{ row: 8, message: expect.stringMatching(message) }],
      });
    },
  );

  it.each([
    ['No', ' ', /number of the person; found nothing: the row is left out/],
    ['Country', '', /expected a country; found nothing: the row is left out/],
  ])('without %s are left out', async (column, value, message) => {
    const mapped = await first(column, value);
    expect(mapped.row).toBeNull();
    expect(messages(mapped)).toMatch(message);
  });

  it('keep texts that look like formulas as they are, and no invisible characters', async () => {
    const { row } = await first('Name', '=HYPERLINK("http://example.org")\u202E\u200B');
    expect(row?.names[0]).toBe('=HYPERLINK("http://example.org")');
  });

  it.each([
    ['E-mail', 'nigora at example', /expected an e-mail address/],
    ['Phone', '12', /expected a telephone number/],
    ['From', '02/09/2024', /expected DD\.MM\.YYYY; found the form 99\/99\/9999/],
    ['From', '31.02.2024', /found the form 99\.99\.9999/],
    ['Year', 'MMXXIV', /expected the year of the edition; found none/],
    ['Result', 'certificat', undefined],
    ['Field', 'astrology', /expected one of "medicine"/],
    ['Languages', 'Tajik,Klingon', /expected one of "Kazakh"/],
    ['Works there', 'perhaps', /expected one of "yes", "да", "no", "нет"; found none of them: taken for no/],
  ])('say in %s nothing that is doubtful', async (column, value, message) => {
    const mapped = await first(column, value);
    expect(mapped.row).not.toBeNull();
    if (message === undefined) expect(mapped.problems).toEqual([]);
    else expect(messages(mapped)).toMatch(message);
    expect(messages(mapped)).not.toContain(value);
  });
});

describe('consents in a table of alumni', () => {
  it.each([
    ['Invitations by e-mail', '', null],
    ['Invitations by e-mail', 'no', null],
    [
      'Invitations by e-mail',
      'Yes.',
      /expected one of "yes", "да", "no", "нет"; found none of them: there is no consent/,
    ],
    ['Agreed on', '', /expected the day on which it was given; found nothing: there is no consent/],
    ['Agreed on', '2025', /expected DD\.MM\.YYYY; found the form 9999: there is no consent/],
    ['Agreed on', '02.03.2026', /expected a day that is not in the future: there is no consent/],
    ['Agreed until', '', /expected the last day on which it holds.*found nothing: there is no consent/],
    ['Agreed until', '14.01.2025', /expected a day after the one on which it was given/],
  ])('are none where %s is "%s"', async (column, value, message) => {
    const mapped = await first(column, value);
    expect(mapped.row?.consents).toEqual([]);
    if (message === null) expect(mapped.problems).toEqual([]);
    else expect(messages(mapped)).toMatch(message);
  });

  it('hold until they are withdrawn only where the mapping says so', async () => {
    const [, second] = await read();
    expect(second?.row?.consents).toEqual([
      {
        field: 'EMAIL',
        audience: 'ALUMNI_OFFICE',
        purpose: 'EVENT_INVITATIONS',
        givenOn: '2025-01-15',
        until: '2099-12-31',
      },
      { field: 'PHONE', audience: 'ALUMNI_OFFICE', purpose: 'COOPERATION', givenOn: '2025-01-15', until: null },
    ]);
  });
});

function windows1251(text: string): Buffer {
  const decoder = new TextDecoder('windows-1251');
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Buffer.from([...text].map((letter) => bytes.get(letter) ?? 0x3f));
}
