import { describe, expect, it } from 'vitest';
import { parseAlumniMapping } from '../../../src/import/alumni/read-alumni-mapping.ts';
import { EXAMPLE_MAPPING, EXAMPLE_TABLE, openTable } from '../../support/alumni-file.ts';

/** The example mapping with one text of it changed. */
function changed(from: string | RegExp, to: string): string {
  const text = EXAMPLE_MAPPING.replace(from, to);
  if (text === EXAMPLE_MAPPING) throw new Error(`the example has no ${from}`);
  return text;
}

describe('a mapping of alumni', () => {
  it.each([
    [
      'without consents',
      /^consents:[\s\S]*/m,
      '',
      /mapping\.yaml:.*consents: missing; expected the columns of consent/,
    ],
    ['with an empty list of consents', /^consents:[\s\S]*/m, 'consents: []', /consents: .*at least one/],
    ['without the day of a consent', /^ {4}givenOn: .*\n/m, '', /consents\.0\.givenOn: missing/],
    ['without the last day of a consent', /^ {4}until: .*Agreed.*\n/m, '', /consents\.0\.until: missing/],
    [
      'in which everybody consents',
      '{Invitations by e-mail}',
      'yes',
      /consents\.0\.given\.value: .*a column in which each person says yes or no/,
    ],
    [
      'in which everybody consented on one day',
      '"{Agreed on}", form: DD.MM.YYYY',
      '"2025-01-15", form: YYYY-MM-DD',
      /consents\.0\.givenOn\.value: .*a column with the day/,
    ],
    [
      'without words for no',
      /, no: \["no", нет\] \}\n {4}givenOn/,
      ' }\n    givenOn',
      /consents\.0\.given\.no: missing/,
    ],
    [
      'with a word for yes and no',
      /no: \["no", нет\] \}\n {4}givenOn/,
      'no: ["no", "YES"] }\n    givenOn',
      /given\.no: found "yes"; expected other words/,
    ],
    [
      'of an unknown purpose',
      'EVENT_INVITATIONS',
      'ADVERTISING',
      /consents\.0\.purpose: found "ADVERTISING"; expected one of/,
    ],
    ['without a column for the key', 'key: "{No}"', 'key: "No"', /key: .*the column that holds the number/],
    ['with a misspelt key', 'homeCountry:', 'homecountry:', /unknown key "homecountry"; did you mean "homeCountry"/],
  ])('%s is refused with its line', (_, from, to, message) => {
    expect(() => parseAlumniMapping(changed(from, to), 'mapping.yaml')).toThrow(message);
    expect(() => parseAlumniMapping(changed(from, to), 'mapping.yaml')).toThrow(/^mapping\.yaml:\d+: /m);
  });
});

describe('the header of a table of alumni', () => {
  const [header = '', ...rows] = EXAMPLE_TABLE.split('\r\n');
  const withHeader = (text: string) => openTable([text, ...rows].join('\r\n'));

  it('must have each column, and those that look alike are named', async () => {
    await expect(withHeader(header.replace('E-mail;', 'Email;'))).rejects.toThrow(
      /mapping\.yaml:\d+: column "E-mail" is missing; did you mean "Email"/,
    );
    await expect(withHeader(header.replace('ФИО', 'Ф.И.О.'))).rejects.toThrow(
      /"ФИО" is missing; did you mean "Ф.И.О."/,
    );
  });

  it('must have it once', async () => {
    await expect(withHeader(header.replace('Position', 'Phone'))).rejects.toThrow(
      /column "Phone" is there 2 times; expected once/,
    );
  });

  it('is not taken for one where it is the row of a person, which is shown nowhere', async () => {
    const refused = await openTable(rows.join('\r\n')).catch((error: Error) => error.message);
    expect(refused).toMatch(/expected a first row with the names of columns/);
    expect(refused).not.toMatch(/Saidova|Саидова|example\.org|Khujand/);
  });
});
