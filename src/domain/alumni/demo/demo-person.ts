import { foldText } from '../../fold-text.ts';
import type { AlumnusProfile, Attendance } from '../alumnus.ts';
import type { DemoEdition } from './demo-editions.ts';
import { demoEmployments } from './demo-employments.ts';
import { DEMO_NAMES } from './demo-names.ts';
import type { RepeatableRandom } from './repeatable-random.ts';

export interface DemoPerson {
  readonly profile: AlumnusProfile;
  /** In Latin letters, given name first. */
  readonly latin: string;
  /** In Cyrillic; null where their country does not write so. */
  readonly cyrillic: string | null;
}

export interface DemoName extends Omit<DemoPerson, 'profile'> {
  readonly country: string;
}

const CYRILLIC_TOO = 0.7;
const SECOND_LANGUAGE = 0.8;
const ENGLISH = 0.45;
const MOST_SKILLS = 3;

const OWN_LANGUAGE: Readonly<Record<string, string>> = {
  'country:KG': 'ky',
  'country:TJ': 'tg',
  'country:UZ': 'uz',
  'country:TM': 'tk',
  'country:AZ': 'az',
  'country:AM': 'hy',
  'country:GE': 'ka',
};

const CITIES: Readonly<Record<string, readonly string[]>> = {
  'country:KG': ['Bishkek', 'Osh', 'Karakol', 'Naryn'],
  'country:TJ': ['Dushanbe', 'Khujand', 'Kulob', 'Khorugh'],
  'country:UZ': ['Tashkent', 'Samarkand', 'Bukhara', 'Nukus'],
  'country:TM': ['Ashgabat', 'Mary', 'Türkmenabat'],
  'country:AZ': ['Baku', 'Ganja'],
  'country:AM': ['Yerevan', 'Gyumri'],
  'country:GE': ['Tbilisi', 'Kutaisi'],
};

const SKILLS = [
  'project management',
  'public speaking',
  'statistics',
  'teaching',
  'negotiation',
  'drafting',
  'training of trainers',
];

/** A name that is common in a country from which people came to the edition. */
export function demoName(edition: DemoEdition, random: RepeatableRandom): DemoName {
  const { country } = random.pickWeighted(edition.countries);
  const names = DEMO_NAMES[country];
  if (!names) throw new Error(`there are no names for ${country}`);
  const isWoman = random.isChance(0.5);
  const [given = '', givenCyrillic] = random.pick(isWoman ? names.women : names.men).split('/');
  const [family = '', familyCyrillic] = (random.pick(names.families)[isWoman ? 0 : 1] ?? '').split('/');
  const cyrillic = givenCyrillic && familyCyrillic ? `${givenCyrillic} ${familyCyrillic}` : null;
  return { country, latin: `${given} ${family}`, cyrillic };
}

export function demoPerson(
  { country, latin, cyrillic }: DemoName,
  edition: DemoEdition,
  random: RepeatableRandom,
): DemoPerson {
  const hasBoth = cyrillic !== null && random.isChance(CYRILLIC_TOO);
  return {
    latin,
    cyrillic,
    profile: {
      names: hasBoth ? [latin, cyrillic] : [latin],
      homeCountry: country,
      attendances: [attendanceOf(edition)],
      fields: fieldsOf(edition, random),
      languages: languagesOf(country, random),
      employments: demoEmployments(edition, country, random),
      skills: [...new Set(Array.from({ length: random.below(MOST_SKILLS) }, () => random.pick(SKILLS)))],
      city: random.isChance(SECOND_LANGUAGE) ? random.pick(CITIES[country] ?? []) : null,
    },
  };
}

/** The same person, as another programme wrote them down: in the other script, or in plain letters. */
export function sameByAnotherName(person: DemoPerson, edition: DemoEdition, random: RepeatableRandom): DemoPerson {
  const { latin, cyrillic, profile } = person;
  const other = demoPerson({ country: profile.homeCountry, latin, cyrillic }, edition, random);
  const name = cyrillic !== null && random.isChance(0.6) ? reversed(cyrillic) : plain(latin);
  return { ...other, profile: { ...other.profile, names: [name] } };
}

function attendanceOf({ edition, programme, year, since, until, outcome }: DemoEdition): Attendance {
  return { edition, programme, year, since, until, outcome };
}

function fieldsOf({ fields }: DemoEdition, random: RepeatableRandom): AlumnusProfile['fields'] {
  const first = random.pick(fields);
  return random.isChance(0.25) ? [...new Set([first, random.pick(fields)])] : [first];
}

function languagesOf(country: string, random: RepeatableRandom): string[] {
  const own = OWN_LANGUAGE[country] ?? 'en';
  return [own, ...(random.isChance(SECOND_LANGUAGE) ? ['ru'] : []), ...(random.isChance(ENGLISH) ? ['en'] : [])];
}

/** The family name first, as lists have it. */
function reversed(name: string): string {
  return name.split(' ').reverse().join(' ');
}

function plain(name: string): string {
  return foldText(name.replaceAll('ʻ', ''))
    .replaceAll(/\b\p{L}/gu, (letter) => letter.toUpperCase())
    .replace('Yusuf', 'Jusuf');
}
