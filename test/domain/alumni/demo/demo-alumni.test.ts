import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { covers } from '../../../../src/domain/alumni/consent.ts';
import { demoAlumni } from '../../../../src/domain/alumni/demo/demo-alumni.ts';
import type { DemoAlumnus } from '../../../../src/domain/alumni/demo/demo-alumnus.ts';
import { DEMO_EDITIONS } from '../../../../src/domain/alumni/demo/demo-editions.ts';
import { DEMO_EMPLOYERS } from '../../../../src/domain/alumni/demo/demo-employers.ts';
import { soundsOf } from '../../../../src/domain/alumni/name-words.ts';
import type { Fact } from '../../../../src/domain/fact.ts';
import { scriptOf } from '../../../../src/domain/script.ts';
import { loadSeed } from '../../../../src/import/seed/load-seed.ts';

const SEED = fileURLToPath(new URL('../../../../seed', import.meta.url));
const ALL = [...demoAlumni(600)];

describe('people made up', () => {
  it('are the same every time, and those of a smaller number are the first of a larger one', () => {
    expect([...demoAlumni(600)]).toEqual(ALL);
    expect([...demoAlumni(150)]).toEqual(ALL.slice(0, 150));
    expect(ALL.slice(0, 2)).toMatchSnapshot();
  });

  it('are each made up by their own word, with an id of their own', () => {
    expect(ALL.every(({ isSynthetic }) => isSynthetic)).toBe(true);
    expect(new Set(ALL.map(({ id }) => id)).size).toBe(600);
    expect(ALL.every(({ id }) => /^alumnus:[0-9a-f]{24}$/.test(id))).toBe(true);
    expect(new Set(ALL.flatMap(({ consents }) => consents.map(({ id }) => id))).size).toBe(
      ALL.flatMap(({ consents }) => consents).length,
    );
  });

  it('can be reached by nobody: reserved hosts, and an area code that no country has', () => {
    const value = (field: string) =>
      ALL.flatMap(({ contacts }) => contacts.filter((contact) => contact.field === field));
    expect(value('EMAIL').every((contact) => /^[a-z]+\.[a-z]+\.\d+@example\.org$/.test(contact.value))).toBe(true);
    expect(value('PHONE').every((contact) => /^\+\d{3} 000 \d{6}$/.test(contact.value))).toBe(true);
    expect(value('MESSENGER').every((contact) => contact.value.endsWith('@chat.example'))).toBe(true);
    expect(value('SOCIAL').every((contact) => contact.value.startsWith('https://social.example/'))).toBe(true);
  });

  it('have both scripts where their country writes both', () => {
    const scripts = (country: string) =>
      new Set(
        ALL.filter(({ profile }) => profile.homeCountry === country).flatMap(({ profile }) =>
          profile.names.map(scriptOf),
        ),
      );
    for (const country of ['country:KG', 'country:TJ', 'country:UZ'])
      expect(scripts(country)).toEqual(new Set(['LATIN', 'CYRILLIC']));
    expect(scripts('country:TM')).toEqual(new Set(['LATIN']));
  });

  it('gave consents of all kinds, only to contacts that there are', () => {
    const given = ALL.flatMap(({ consents }) => consents);
    expect(ALL.filter(({ consents }) => consents.length === 0).length).toBeGreaterThan(60);
    expect(given.filter(({ withdrawnOn }) => withdrawnOn !== null).length).toBeGreaterThan(60);
    expect(given.filter(({ until }) => until !== null && until < '2026').length).toBeGreaterThan(60);
    expect(
      ALL.filter(({ consents }) => consents.some((terms) => covers(consents, terms, '2026-06-01'))).length,
    ).toBeGreaterThan(300);
    for (const { givenOn, until, withdrawnOn } of given) {
      expect(givenOn < (until ?? '9999')).toBe(true);
      expect(givenOn < (withdrawnOn ?? '9999')).toBe(true);
    }
    for (const { contacts, consents } of ALL)
      for (const { field } of consents) expect(contacts.map((contact) => contact.field)).toContain(field);
  });

  it('are there twice now and then, from another edition and by another name', () => {
    const first = new Map<string, DemoAlumnus>();
    const twice = ALL.flatMap((one) =>
      one.contacts.flatMap(({ value }) => {
        const other = first.get(value);
        first.set(value, one);
        return other ? [[other, one] as const] : [];
      }),
    );
    expect(twice.length).toBeGreaterThan(5);
    for (const [one, other] of twice) {
      expect(one.profile.homeCountry).toBe(other.profile.homeCountry);
      expect(one.profile.attendances[0]?.edition).not.toBe(other.profile.attendances[0]?.edition);
    }
    expect(twice.some(([, { profile }]) => profile.names.every((name) => scriptOf(name) === 'CYRILLIC'))).toBe(true);
    expect(twice.every(([one, other]) => one.profile.names.some((name) => sameName(name, other)))).toBe(true);
  });

  describe('beside the documents', () => {
    let facts: readonly Fact[];
    beforeAll(async () => {
      const { records } = await loadSeed(SEED);
      facts = records.flatMap((record) => record.facts);
    }, 60_000);
    const node = (id: string) =>
      facts.find((fact) => fact.shape === 'node' && fact.id === id && fact.isReference !== true);

    it('took part only in what had begun by then', () => {
      for (const { edition } of DEMO_EDITIONS) {
        expect(node(edition), edition).toBeDefined();
        expect(JSON.stringify(node(edition)), edition).not.toContain('"PLANNED"');
      }
    });

    it('came from Tajikistan alone where no document names anybody else', () => {
      const home = (edition: string) =>
        new Set(
          ALL.filter(({ profile }) => profile.attendances.some((one) => one.edition === edition)).map(
            ({ profile }) => profile.homeCountry,
          ),
        );
      for (const edition of [
        'tech-orda-vouchers-tajikistan-2024',
        'dostyk-diplomacy-2024',
        'seismic-resilience-seminar-almaty-2024',
      ])
        expect(home(`activity:${edition}`)).toEqual(new Set(['country:TJ']));
      expect(home('activity:avicenna-healthcare-2024')).toEqual(
        new Set(['country:TJ', 'country:KG', 'country:UZ', 'country:TM']),
      );
    });

    it('used no more vouchers than there were, however many they are', () => {
      const vouchers = [...demoAlumni(3_000)].filter(({ profile }) =>
        profile.attendances.some(({ edition }) => edition === 'activity:tech-orda-vouchers-tajikistan-2024'),
      );
      expect(vouchers).toHaveLength(100);
    });

    it('work for organisations as the graph knows them', () => {
      for (const { organisation, kind } of Object.values(DEMO_EMPLOYERS).flat()) {
        if (organisation === null) continue;
        expect(JSON.stringify(node(organisation)), organisation).toContain(`"${kind}"`);
      }
    });
  });
});

function sameName(name: string, { profile }: DemoAlumnus): boolean {
  const words = new Set(profile.names.flatMap(soundsOf));
  return soundsOf(name).some((word) => words.has(word));
}
