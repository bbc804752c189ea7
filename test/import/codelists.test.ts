import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CODE_LISTS, readCodeList } from '../../src/import/codelists/read-code-list.ts';
import { channelCategory } from '../../src/import/organisations/channel-categories.ts';

describe('code lists', () => {
  it('are those of the folder, and those of the seed', () => {
    const files = readdirSync(new URL('../../seed/codelists/', import.meta.url)).map((file) =>
      file.replace('.csv', ''),
    );
    expect([...files, 'countries', 'dac-sectors', 'organisations'].sort()).toEqual([...CODE_LISTS].sort());
  });

  it.each(CODE_LISTS)('%s: each code once, without blanks around it', (name) => {
    const { codes } = readCodeList(name);
    expect(codes.length).toBeGreaterThan(5);
    expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length);
    expect(codes.filter(({ code }) => code === '' || code !== code.trim())).toEqual([]);
  });

  it('say what a code means and whether it is still in use', () => {
    const sectors = readCodeList('dac-sectors');
    expect(sectors.find('11120')).toMatchObject({ name: 'Education facilities and training', isWithdrawn: false });
    expect([sectors.isKnown('15140'), sectors.isWithdrawn('15140'), sectors.isKnown('99999')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(readCodeList('dac-donors').find('613')?.more).toEqual({ group: 'NON_DAC', country: 'KZ' });
    expect(readCodeList('finance-types').isWithdrawn('410')).toBe(true);
  });

  it('give withdrawn sectors successors that are in use', () => {
    const sectors = readCodeList('dac-sectors');
    const successors = sectors.codes.flatMap(({ isWithdrawn, more }) =>
      isWithdrawn && more.successors ? more.successors.split(';') : [],
    );
    expect(successors.length).toBeGreaterThan(25);
    expect(successors.filter((code) => !sectors.isKnown(code) || sectors.isWithdrawn(code))).toEqual([]);
    for (const code of ['15140', '23010', '15120', '74010']) expect(sectors.find(code)?.more.successors).not.toBe('');
  });

  it('name countries that there are', () => {
    const countries = readCodeList('countries');
    for (const list of ['dac-donors', 'dac-recipients'] as const) {
      const named = readCodeList(list).codes.flatMap(({ more }) => (more.country ? [more.country] : []));
      expect(named.filter((code) => !countries.isKnown(code))).toEqual([]);
    }
    const recipients = readCodeList('dac-recipients').codes;
    expect(recipients.filter(({ more }) => (more.kind === 'country') !== (more.country !== ''))).toEqual([]);
  });

  it('tell kinds of channels from organisations', () => {
    const kinds = ['11000', '12000', '12002', '13000', '22000', '51000', '52000', '62003'];
    const organisations = ['21018', '41114', '41122', '44001', '46015', '47066', '51001'];
    const channels = readCodeList('crs-channels');
    expect(kinds.filter((code) => channels.find(code)?.more.kind !== 'category')).toEqual([]);
    expect(organisations.filter((code) => channels.find(code)?.more.kind !== 'organisation')).toEqual([]);
    expect(channelCategory('22000')).toBe('Donor country-based NGO');
  });
});
