import { languageCode } from '../language-code.ts';
import type { Term } from '../vocabulary.ts';
import type { AlumniProblems } from './alumni-problems.ts';
import type { AlumnusProfile, Employment } from './alumnus.ts';
import { readLine } from './read-line.ts';

export interface EmploymentInput {
  readonly organisation?: string | null;
  readonly name: string;
  readonly kind?: Term<'OrganisationKind'> | null;
  readonly position?: string | null;
  readonly since?: string | null;
  readonly until?: string | null;
  readonly isPresent: boolean;
}

/** What is to be held of somebody: what is absent stays as it is. */
export interface ProfileInput {
  readonly names?: readonly string[] | null;
  readonly homeCountry?: string | null;
  readonly fields?: readonly Term<'AlumnusField'>[] | null;
  readonly languages?: readonly string[] | null;
  readonly employments?: readonly EmploymentInput[] | null;
  readonly skills?: readonly string[] | null;
  readonly city?: string | null;
}

export type ReadProfile = Partial<Omit<AlumnusProfile, 'attendances'>>;

const MOST = { names: 10, fields: 12, languages: 20, employments: 30, skills: 50 } as const;
const LONGEST = { id: 200, name: 200, language: 35, employer: 300, position: 200, skill: 100, city: 100 } as const;

/** What was given, checked and cleaned; with problems it is not to be used. Whether ids are of records is not looked at. */
export function readProfile(input: ProfileInput, path: string, problems: AlumniProblems): ReadProfile {
  const line = (text: string, at: string, longest: number) => readLine(text, `${path}.${at}`, longest, problems) ?? '';
  const lines = (name: keyof typeof MOST, texts: readonly string[], longest: number) =>
    unique(texts.map((text, index) => line(text, `${name}.${index}`, longest)));
  for (const [name, most] of Object.entries(MOST)) {
    const list = input[name as keyof typeof MOST];
    if (list === null) problems.add('REQUIRED', `${path}.${name}`, 'expected a list; leave it out to change nothing');
    if (list && list.length > most) {
      problems.add('TOO_LONG', `${path}.${name}`, `expected at most ${most} items`);
      return {};
    }
  }
  const { names, homeCountry, fields, languages, employments, skills, city } = input;
  if (names?.length === 0) problems.add('REQUIRED', `${path}.names`, 'expected at least one name');
  if (homeCountry === null) problems.add('REQUIRED', `${path}.homeCountry`, 'expected the id of a country');
  return {
    ...(names && { names: lines('names', names, LONGEST.name) }),
    ...(homeCountry && { homeCountry: line(homeCountry, 'homeCountry', LONGEST.id) }),
    ...(fields && { fields: unique(fields) }),
    ...(languages && {
      languages: unique(languages.map((code, index) => readLanguage(code, `${path}.languages.${index}`, problems))),
    }),
    ...(employments && {
      employments: employments.map((employment, index) => readEmployment(employment, `employments.${index}`, line)),
    }),
    ...(skills && { skills: lines('skills', skills, LONGEST.skill) }),
    ...(city !== undefined && { city: city === null ? null : line(city, 'city', LONGEST.city) }),
  };
}

function readEmployment(
  { organisation, name, kind, position, since, until, isPresent }: EmploymentInput,
  at: string,
  line: (text: string, at: string, longest: number) => string,
): Employment {
  return {
    organisation: organisation ? line(organisation, `${at}.organisation`, LONGEST.id) : null,
    name: line(name, `${at}.name`, LONGEST.employer),
    kind: kind ?? null,
    position: position ? line(position, `${at}.position`, LONGEST.position) : null,
    since: since ?? null,
    until: until ?? null,
    isPresent,
  };
}

function readLanguage(code: string, path: string, problems: AlumniProblems): string {
  const line = readLine(code, path, LONGEST.language, problems);
  if (line === null) return '';
  const read = languageCode(line);
  if (read === null) problems.add('INVALID_VALUE', path, 'expected a BCP 47 code, such as kk');
  return read ?? '';
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
