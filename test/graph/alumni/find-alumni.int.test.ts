import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { covers } from '../../../src/domain/alumni/consent.ts';
import { DRAWERS, drawersOf } from '../../../src/domain/alumni/drawers.ts';
import { ALL_ALUMNI, type AlumniCriteria } from '../../../src/graph/alumni/alumni-criteria.ts';
import { lockAlumni } from '../../../src/graph/alumni/alumni-lock.ts';
import { fileAlumni } from '../../../src/graph/alumni/file-alumni.ts';
import { countAlumni, findAlumni } from '../../../src/graph/alumni/find-alumni.ts';
import type { AlumnusDraft } from '../../../src/graph/alumni/write-alumni.ts';
import { alumnus, alumnusId, consent, openTestAlumni, putAlumni, type TestAlumniStore } from '../../support/alumni.ts';
import { emptyGraph } from '../../support/seeded-graph.ts';

const DAY = '2026-06-15';
const MANY = Array.from({ length: 1_100 }, (_, index) => DRAWERS.presentEmployer(`organisation:${index}`));
const CONSENT = { field: 'EMAIL', audience: 'ALUMNI_OFFICE', purpose: 'EVENT_INVITATIONS', day: DAY } as const;

/** Sixty people whose parts repeat at different intervals, so that all of them meet somewhere. */
const PEOPLE: readonly AlumnusDraft[] = Array.from({ length: 60 }, (_, index) => person(index + 1));

function person(number: number): AlumnusDraft {
  const names = ['Нигора Саидова', 'Zhanar Akhmetova', 'Қуаныш Әбдірахманов', 'Muhammad Rahimi'];
  const given = [
    consent(number),
    consent(number, { until: '2026-01-31' }),
    consent(number, { withdrawnOn: '2026-02-01' }),
    consent(number, { givenOn: '2026-12-01' }),
    consent(number, { purpose: 'RESEARCH' }),
  ];
  return alumnus(
    number,
    {
      names: [names[number % 4] ?? ''],
      homeCountry: `country:${['TJ', 'UZ', 'AF'][number % 3]}`,
      fields: number % 2 ? ['HEALTH'] : ['HEALTH', 'WATER'],
      languages: number % 5 ? ['ru'] : ['ru', 'en'],
    },
    { isSynthetic: number % 7 === 0, consents: given.filter((_, index) => index === number % 6) },
  );
}

/** The same answer, by going through all of them. */
function expected({ drawers, consent: terms }: AlumniCriteria): string[] {
  return PEOPLE.filter(({ profile, consents, isSynthetic }) => {
    const filed = new Set([...drawersOf(profile, []), DRAWERS.synthetic(isSynthetic)]);
    const isFiled = drawers.every((list) => list.some((drawer) => filed.has(drawer)));
    return isFiled && (terms === null || covers(consents, terms, terms.day));
  }).map(({ id }) => id);
}

describe('finding alumni', () => {
  let store: TestAlumniStore;

  beforeAll(async () => {
    store = await openTestAlumni();
    await emptyGraph(store.graph);
  });
  afterAll(() => store.close());

  const find = (criteria: Partial<AlumniCriteria>, after: string | null = null, limit = 100) =>
    findAlumni(store, { ...ALL_ALUMNI, ...criteria }, { after, limit });

  it('finds nobody in an empty graph', async () => {
    expect(await find({})).toEqual([]);
    expect(await find({ text: 'Nigora' })).toEqual([]);
    expect(await find({ drawers: [[DRAWERS.home('country:TJ')]] })).toEqual([]);
    expect(await countAlumni(store, { ...ALL_ALUMNI, drawers: [[DRAWERS.home('country:TJ')]] })).toBe(0);
  });

  describe('among sixty', () => {
    beforeAll(() => putAlumni(store, PEOPLE));

    const home = (...codes: string[]) => codes.map((code) => DRAWERS.home(`country:${code}`));
    it.each<[string, Partial<AlumniCriteria>]>([
      ['all', {}],
      ['one condition', { drawers: [home('TJ')] }],
      ['any of a list', { drawers: [home('TJ', 'AF')] }],
      ['a list of which one is nowhere', { drawers: [home('TJ', 'XX')] }],
      ['what nobody has', { drawers: [home('XX')] }],
      ['one of two that nobody has', { drawers: [home('TJ'), home('XX')] }],
      ['an empty list', { drawers: [home('TJ'), []] }],
      ['two conditions', { drawers: [home('TJ'), [DRAWERS.language('en')]] }],
      ['three conditions', { drawers: [home('TJ', 'UZ'), [DRAWERS.language('EN')], [DRAWERS.field('WATER')]] }],
      ['those made up', { drawers: [[DRAWERS.synthetic(true)]] }],
      ['a consent in force', { consent: CONSENT }],
      ['a consent in force and a country', { consent: CONSENT, drawers: [home('UZ', 'AF')] }],
      ['a consent on its last day', { consent: { ...CONSENT, day: '2026-01-31' } }],
      ['more conditions than the index takes', { drawers: [[...home('TJ'), ...MANY], [DRAWERS.language('en')]] }],
      ['as many and a consent', { drawers: [[...MANY, ...home('TJ', 'AF')]], consent: CONSENT }],
      ['a consent for something else', { consent: { ...CONSENT, purpose: 'RESEARCH' } }],
    ])('finds %s, page by page and counted', async (_, some) => {
      const criteria = { ...ALL_ALUMNI, ...some };
      const all = expected(criteria);
      expect(await find(criteria)).toEqual(all);
      expect(await countAlumni(store, criteria)).toBe(all.length);
      const paged: string[] = [];
      for (let page = await find(criteria, null, 7); page.length > 0; page = await find(criteria, paged.at(-1), 7))
        paged.push(...page);
      expect(paged).toEqual(all);
    });

    const named = (remainder: number) => PEOPLE.filter((_, index) => (index + 1) % 4 === remainder).map(({ id }) => id);
    it.each([
      ['nigora', 0],
      ['Саидова Нигора', 0],
      ['Saidoba', 0],
      ['Жанар', 1],
      ['kuanysh abdirakhm', 2],
      ['Мухаммад', 3],
    ])('finds %s by name', async (text, remainder) => {
      expect(await find({ text })).toEqual(named(remainder));
      expect(await countAlumni(store, { ...ALL_ALUMNI, text })).toBe(15);
    });

    it('finds by name and everything else together', async () => {
      const criteria = { ...ALL_ALUMNI, drawers: [home('TJ'), [DRAWERS.field('WATER')]], consent: CONSENT };
      const wanted = expected(criteria).filter((id) => named(2).includes(id));
      expect(wanted.length).toBeGreaterThan(0);
      expect(await find({ ...criteria, text: 'Kuanysh' })).toEqual(wanted);
    });

    it('finds by name together with more conditions than the index takes', async () => {
      const criteria = { ...ALL_ALUMNI, drawers: [[...MANY, ...home('TJ', 'UZ')]], text: 'nigora' };
      const wanted = expected(criteria).filter((id) => named(0).includes(id));
      expect(await find(criteria)).toEqual(wanted);
      expect(await countAlumni(store, criteria)).toBe(wanted.length);
    });

    it.each(['yoxc'.repeat(50), Array(8).fill('yoxc'.repeat(6)).join(' ')])(
      'finds nobody by the text %s',
      async (text) => {
        expect(await find({ text })).toEqual([]);
        expect(await countAlumni(store, { ...ALL_ALUMNI, text })).toBe(0);
      },
    );

    it('finds nobody by a text without letters, or by words of two people', async () => {
      expect(await find({ text: '… — !' })).toEqual([]);
      expect(await find({ text: 'Nigora Rahimi' })).toEqual([]);
    });

    it('finds by name in the order of ids, where so many have it that they are not put in order first', async () => {
      const narrow = (criteria: Partial<AlumniCriteria>, after: string | null, limit: number) =>
        findAlumni(store, { ...ALL_ALUMNI, ...criteria }, { after, limit, mostPutInOrder: 5 });
      expect(await narrow({ text: 'nigora' }, null, 4)).toEqual(named(0).slice(0, 4));
      expect(await narrow({ text: 'nigora' }, named(0)[3] ?? '', 4)).toEqual(named(0).slice(4, 8));
      const water = { drawers: [[DRAWERS.field('WATER')], home('TJ', 'UZ')] };
      const both = expected({ ...ALL_ALUMNI, ...water }).filter((id) => named(0).includes(id));
      expect(await narrow({ ...water, text: 'nigora' }, null, 3)).toEqual(both.slice(0, 3));
    });

    it.each<[string, Partial<AlumniCriteria>, number]>([
      ['by the index of words', {}, 1_000],
      ['in the order of ids', {}, 5],
      ['with other conditions', { drawers: [home('TJ', 'UZ')] }, 1_000],
      ['with more conditions than the index takes', { drawers: [[...MANY, ...home('TJ', 'UZ')]] }, 1_000],
    ])('finds who has a name with and who has it without a slip, %s', async (_, some, mostPutInOrder) => {
      const like = (text: string, nearness: 'NEAR' | 'FAR') =>
        findAlumni(store, { ...ALL_ALUMNI, ...some, text, nearness }, { after: null, limit: 100, mostPutInOrder });
      const wanted = named(0).filter((id) => expected({ ...ALL_ALUMNI, ...some }).includes(id));
      expect([await like('nigora said', 'NEAR'), await like('nigora said', 'FAR')]).toEqual([wanted, []]);
      expect([await like('nigora Saidoba', 'NEAR'), await like('nigora Saidoba', 'FAR')]).toEqual([[], wanted]);
      expect([await like('nig', 'NEAR'), await like('nig', 'FAR')]).toEqual([wanted, []]);
    });

    it('no more finds by itself who was merged, but by what they held', async () => {
      await store.graph.write(async (transaction) => {
        await lockAlumni(transaction, store.keys);
        await transaction.run('MATCH (person:Alumnus {id: $id}) SET person.mergedInto = $into', {
          id: alumnusId(5),
          into: alumnusId(1),
        });
        await fileAlumni(transaction, store.keys, [alumnusId(5), alumnusId(1)]);
      });
      expect(await find({})).not.toContain(alumnusId(5));
      expect(await find({ drawers: [home('UZ')] })).toContain(alumnusId(1));
      expect(await find({ drawers: [[DRAWERS.language('en')]] })).toContain(alumnusId(1));
      expect(await find({ consent: { ...CONSENT, purpose: 'RESEARCH' } })).not.toContain(alumnusId(5));
    });
  });
});
