import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelCategory } from '../../../src/import/organisations/channel-categories.ts';
import { readOrganisation } from '../../../src/import/organisations/read-organisation.ts';
import { normaliseDecimal } from '../../../src/import/values/normalise-decimal.ts';
import { readDay } from '../../../src/import/values/read-day.ts';
import { safeForId } from '../../../src/import/values/record-ids.ts';

describe('normaliseDecimal', () => {
  it.each([
    ['1500.50', '1500.5'],
    ['+007', '7'],
    ['-0.00', '0'],
    ['-.5', '-0.5'],
    ['5.', '5'],
    ['1e3', '1000'],
    ['1E-30', '0.000000000000000000000000000001'],
    ['12345678901234567890.123456789', '12345678901234567890.123456789'],
    ['', null],
    ['1,000', null],
    ['1 000', null],
    ['NaN', null],
    ['Infinity', null],
    ['0x10', null],
    ['1e999', null],
    ['1'.repeat(41), null],
  ])('%s → %s', (text, expected) => {
    expect(normaliseDecimal(text)).toBe(expected);
  });
});

describe('readDay', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2024-02-29T10:00:00', '2024-02-29'],
    ['2024-02-29Z', '2024-02-29'],
    ['2024-02-29T23:00:00.5+06:00', '2024-02-29'],
    ['2023-02-29', null],
    ['2024-2-9', null],
    ['2024-02', null],
    ['29.02.2024', null],
    ['2024-02-29 or so', null],
    ['5000000', null],
  ])('%s → %s', (text, expected) => {
    expect(readDay(text)).toBe(expected);
  });
});

describe('readOrganisation', () => {
  const OWN_CODE = expect.stringMatching(/^organisation:own-[0-9a-f]{24}$/);

  it.each([
    ['XM-DAC-41114', 'ORG_ID', 'XM-DAC-41114', 'organisation:XM-DAC-41114'],
    ['GB-CHC-1047501', 'ORG_ID', 'GB-CHC-1047501', 'organisation:GB-CHC-1047501'],
    ['CA-CRA_ACR-12', 'ORG_ID', 'CA-CRA_ACR-12', 'organisation:CA-CRA_ACR-12'],
    ['CH_BS-CR-1', 'ORG_ID', 'CH_BS-CR-1', 'organisation:CH_BS-CR-1'],
    ['DAC-1601', 'ORG_ID', 'DAC-1601', 'organisation:DAC-1601'],
    ['GB-3', 'ORG_ID', 'GB-3', 'organisation:GB-3'],
    ['41122', 'PUBLISHER_INTERNAL', 'ME:41122', OWN_CODE],
    ['CZE0002114', 'PUBLISHER_INTERNAL', 'ME:CZE0002114', OWN_CODE],
    ['UN-', 'PUBLISHER_INTERNAL', 'ME:UN-', OWN_CODE],
  ])('%s is %s %s', (ref, scheme, value, id) => {
    expect(readOrganisation(ref, 'A name', 'ME')).toEqual({ form: 'reference', id, identifier: { scheme, value } });
  });

  it('keeps the own codes of publishers apart from each other and from org-ids, however they are cut', () => {
    const mentions = [
      ['GB-COH-1', '2-3'],
      ['GB-COH-1-2', '3'],
      ['GB-COH-1', '2:3'],
      ['GB-COH-1:2', '3'],
      ['GB-COH-9', 'GB-COH-1-2-3'],
    ].map(([reporter = '', ref]) => readOrganisation(ref, undefined, reporter));
    const references = mentions.filter((mention) => mention?.form === 'reference');
    expect(new Set(references.map(({ id }) => id)).size).toBe(5);
    expect(new Set(references.map(({ identifier }) => identifier.value)).size).toBe(5);
  });

  it.each(['22000', 'XM-DAC-22000', '44000', 'XM-DAC-41100', '90000'])('%s is a channel category', (ref) => {
    expect(readOrganisation(ref, 'A name', 'ME')).toEqual({ form: 'category', code: ref.slice(-5) });
  });

  it.each(['44001', 'XM-DAC-44002', 'XM-DAC-12002', '47100'])('%s is none: it is one organisation', (ref) => {
    expect(readOrganisation(ref, undefined, 'ME')?.form).toBe('reference');
  });

  it('knows names again that differ in case and punctuation, in any script', () => {
    const id = (name: string) => (readOrganisation(undefined, name, 'ME') as { id: string }).id;
    expect(id('Village Council')).toBe(id('VILLAGE  COUNCIL.'));
    expect(id('联合国')).not.toBe(id('东盟'));
    expect(id('?')).not.toBe(id('!'));
  });
});

describe('safeForId', () => {
  it('keeps different texts different and uses nothing but safe characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        expect(safeForId(one)).toMatch(/^[A-Za-z0-9._-]*$/);
        expect(safeForId(one) === safeForId(other)).toBe(one === other);
      }),
    );
  });
});

describe('channelCategory', () => {
  it.each([
    ['22000', 'Donor country-based NGO'],
    ['90000', 'Other'],
    ['12002', undefined],
    ['44001', undefined],
    ['99999', undefined],
  ])('%s: %s', (code, name) => {
    expect(channelCategory(code)).toBe(name);
  });
});
