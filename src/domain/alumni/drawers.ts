import type { AlumnusProfile } from './alumnus.ts';
import type { ConsentTerms } from './consent.ts';

/**
 * Under what a record is filed: all that it can be filtered by, and the only part of it that the graph can read. A drawer
 * of consent says that one was given and not withdrawn; whether it holds today is looked at when it is asked for.
 */
export const DRAWERS = {
  home: (country: string) => `home:${country}`,
  edition: (activity: string) => `edition:${activity}`,
  programme: (activity: string) => `programme:${activity}`,
  year: (year: number) => `year:${year}`,
  field: (field: string) => `field:${field}`,
  language: (code: string) => `language:${code.toLowerCase()}`,
  employer: (organisation: string) => `employer:${organisation}`,
  presentEmployer: (organisation: string) => `present-employer:${organisation}`,
  employerKind: (kind: string) => `employer-kind:${kind}`,
  consent: ({ field, audience, purpose }: ConsentTerms) => `consent:${field}/${audience}/${purpose}`,
  synthetic: (isSynthetic: boolean) => `synthetic:${isSynthetic}`,
} as const;

/** Each drawer once. Kinds are those of present employers. */
export function drawersOf(
  { homeCountry, attendances, fields, languages, employments }: AlumnusProfile,
  consents: readonly ConsentTerms[],
): string[] {
  const present = employments.filter(({ isPresent }) => isPresent);
  return [
    ...new Set([
      DRAWERS.home(homeCountry),
      ...attendances.map(({ edition }) => DRAWERS.edition(edition)),
      ...attendances.flatMap(({ programme }) => (programme === null ? [] : DRAWERS.programme(programme))),
      ...attendances.flatMap(({ year }) => (year === null ? [] : DRAWERS.year(year))),
      ...fields.map(DRAWERS.field),
      ...languages.map(DRAWERS.language),
      ...employments.flatMap(({ organisation }) => (organisation === null ? [] : DRAWERS.employer(organisation))),
      ...present.flatMap(({ organisation }) => (organisation === null ? [] : DRAWERS.presentEmployer(organisation))),
      ...present.flatMap(({ kind }) => (kind === null ? [] : DRAWERS.employerKind(kind))),
      ...consents.map(DRAWERS.consent),
    ]),
  ];
}
