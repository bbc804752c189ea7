import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countByDimensions } from '../../../src/graph/alumni/count-by-dimensions.ts';
import { alumnus, alumnusId, openTestAlumni, putAlumni, type TestAlumniStore } from '../../support/alumni.ts';
import { type Answer, type Api, startApi } from '../../support/api.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';

const TABLE = `query ($groupBy: [AlumniDimension!]!, $first: Int = 100) {
  alumniStatistics(groupBy: $groupBy, first: $first) {
    groupedBy rows { keys { dimension value record { id } } persons } totalRows truncated total hasSynthetic smallestGroup roundedTo
  }
}`;

describe('alumniStatistics', () => {
  let store: TestAlumniStore;
  let api: Api;

  beforeAll(async () => {
    store = await openTestAlumni(openSeededGraph);
    api = await startApi(store.graph, undefined, { personKeys: store.keys, responseCacheBytes: 1_000_000 });
    const from = (first: number, count: number, homeCountry: string) =>
      Array.from({ length: count }, (_, index) => alumnus(first + index, { homeCountry }));
    const [both] = alumnus(1).profile.attendances;
    await putAlumni(store, [
      ...from(100, 60, 'country:TJ'),
      ...from(200, 40, 'country:UZ'),
      ...from(300, 4, 'country:KG'),
      alumnus(400, {
        attendances: both ? [both, { ...both, programme: 'activity:other', edition: 'activity:other-1' }] : [],
      }),
    ]);
  });

  afterAll(async () => {
    await api.close();
    await store.close();
  });

  const ask = async (groupBy: readonly string[], more = {}): Promise<Answer> =>
    (await api.ask(TABLE, { groupBy, ...more })).data.alumniStatistics;

  it('counts by a dimension, for everybody, and leaves small groups out', async () => {
    const { rows, ...table } = await ask(['HOME_COUNTRY']);
    expect(rows.map(({ keys }: Answer) => keys)).toEqual([
      [{ dimension: 'HOME_COUNTRY', value: 'Tajikistan', record: { id: 'country:TJ' } }],
      [{ dimension: 'HOME_COUNTRY', value: 'Uzbekistan', record: { id: 'country:UZ' } }],
    ]);
    expect(table).toMatchObject({ totalRows: 2, truncated: false, hasSynthetic: true, smallestGroup: 5, roundedTo: 5 });
    for (const [index, count] of [60, 40].entries())
      expect(Math.abs(rows[index].persons - count)).toBeLessThanOrEqual(30);
    expect([...rows.map(({ persons }: Answer) => persons % 5), table.total % 5]).toEqual([0, 0, 0]);
  });

  it('counts by two, in whichever order', async () => {
    const [one, other] = [await ask(['PROGRAMME', 'HOME_COUNTRY']), await ask(['HOME_COUNTRY', 'PROGRAMME'])];
    const rows = ({ rows: all }: Answer) =>
      all.map(({ keys, persons }: Answer) => [...keys.map(({ value }: Answer) => value).toSorted(), persons]);
    expect(rows(one)).toEqual(rows(other));
    expect(rows(one)).toHaveLength(2);
  });

  it('counts somebody of two programmes in each of them, and once in all', async () => {
    const { cells, persons } = await countByDimensions(store.graph, ['PROGRAMME']);
    expect(Object.fromEntries(cells.map((cell) => [cell.values[0], cell.persons]))).toEqual({
      'activity:avicenna-healthcare': 105,
      'activity:other': 1,
    });
    expect(persons).toBe(105);
  });

  it('says no more to who asks for fewer rows', async () => {
    const { rows, totalRows, truncated } = await ask(['HOME_COUNTRY'], { first: 1 });
    expect([rows.length, totalRows, truncated]).toEqual([1, 2, true]);
  });

  it.each([
    [[], 'expected at least one'],
    [['FIELD', 'LANGUAGE', 'HOME_COUNTRY'], 'at most 2'],
    [['FIELD', 'FIELD'], 'FIELD twice'],
    [['EDITION', 'HOME_COUNTRY', 'PROGRAMME'].filter((one) => one !== 'HOME_COUNTRY'), 'one of the two'],
    [['COHORT_YEAR', 'EDITION'], 'one of the two'],
  ])('refuses %j', async (groupBy, reason) => {
    const { errors } = await api.ask(TABLE, { groupBy });
    expect(errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual([
      [expect.stringContaining(reason), 'BAD_USER_INPUT'],
    ]);
  });

  it('is in no shared cache, and new as soon as somebody is added', async () => {
    const before = await api.ask(TABLE, { groupBy: ['FIELD'] });
    expect(before.headers['cache-control']).toBe('no-store');
    await putAlumni(
      store,
      Array.from({ length: 50 }, (_, index) => alumnus(500 + index, { homeCountry: 'country:TM' })),
    );
    const after = await ask(['FIELD']);
    expect(after.rows[0].persons).toBe(before.data.alumniStatistics.rows[0].persons + 50);
  });

  it('counts again only where something changed', async () => {
    await ask(['LANGUAGE']);
    const { statements } = await api.ask(TABLE, { groupBy: ['LANGUAGE'] });
    expect(statements).toHaveLength(1);
    expect(statements[0]).toContain(':AlumniState');
  });

  it('counts what is filed: nobody who was merged into another', async () => {
    await store.graph.write((transaction) =>
      transaction.run('MATCH (:Alumnus {id: $id})-[filed:FILED_UNDER]->() DELETE filed', { id: alumnusId(400) }),
    );
    const { persons } = await countByDimensions(store.graph, ['FIELD']);
    expect(persons).toBe(154);
  });
});
