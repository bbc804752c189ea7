import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeWithSharedData } from '../../support/shared-data.ts';
import { importFile } from './import-fixture.ts';

/** Numbers counted beforehand with other tools. */
describeWithSharedData('401 published activities', (folder) => {
  const imported = importFile(join(folder, 'iati', 'dportal_covid_2021_iati203.xml'));
  const tallies = async () => (await imported).report.tallies;

  it('keeps them all', async () => {
    const { report, records } = await imported;
    expect(report.records).toEqual({ read: 401, skipped: 0, written: 401, unchanged: 0 });
    expect(report.isComplete).toBe(true);
    expect(new Set(records.map(({ id }) => id)).size).toBe(401);
  });

  it('tells 285 implementing organisations from 37 channel categories and 100 mere names', async () => {
    expect((await tallies())['participating organisations, IMPLEMENTING']).toEqual({
      'organisation by reference': 285,
      'organisation by name only': 100,
      'channel category': 37,
    });
    expect((await tallies())['channel categories, IMPLEMENTING']).toEqual({ 22000: 20, 23000: 9, 21000: 5, 44000: 3 });
  });

  it.each([
    ['KR-GOV-050', 0],
    ['KR-GOV-051', 82],
  ])('has %s as implementing in %i', async (ref, count) => {
    const implementing = (await imported)
      .edges('PARTICIPATES_IN')
      .filter(({ from, properties }) => from === `organisation:${ref}` && properties.role === 'IMPLEMENTING');
    expect(implementing).toHaveLength(count);
  });

  it('makes an implementing relation of every pair, and of no other', async () => {
    const { edges } = await imported;
    const implementing = edges('PARTICIPATES_IN').filter(({ properties }) => properties.role === 'IMPLEMENTING');
    expect(implementing.filter(({ from }) => !from.startsWith('organisation:name-'))).toHaveLength(285);
    expect(edges('DELIVERED_THROUGH').filter(({ properties }) => properties.role === 'IMPLEMENTING')).toHaveLength(37);
  });

  it('links transactions to other activities only', async () => {
    expect((await tallies())['transactions, provider-activity-id']).toEqual({
      'own activity': 352,
      'another, in the file': 4,
      'another, not in the file': 29,
    });
    expect((await tallies())['transactions, receiver-activity-id']).toEqual({
      'own activity': 37,
      'another, in the file': 0,
      'another, not in the file': 14,
    });
    const transactions = (await imported).nodes('Transaction');
    const toItself = transactions.filter(({ links = [] }) => {
      const own = links.find(({ type }) => type === 'MADE_IN')?.to;
      return links.some(({ type, to }) => type.endsWith('ACTIVITY') && to === own);
    });
    expect(toItself).toEqual([]);
  });

  it('finds related activities in the file and outside', async () => {
    expect((await tallies())['related activities']).toMatchObject({
      'PARENT, in the file': 24,
      'CHILD, in the file': 24,
      'SIBLING, in the file': 375,
    });
  });

  it('finds no declared triangular activity', async () => {
    expect((await tallies()).activities).toEqual({ 'declared triangular': 0, read: 401 });
  });

  it('keeps negative transactions, and leaves out those without type and amount', async () => {
    expect((await tallies()).transactions).toEqual({ read: 1033, kept: 1012, 'kept, negative': 34 });
  });

  it('drops all contacts', async () => {
    expect((await imported).report.loss['dropped for privacy']).toEqual({ 'contact-info': 372 });
  });
});
