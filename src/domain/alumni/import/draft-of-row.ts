import { blind } from '../seal.ts';
import type { ImportedDraft } from './alumni-draft.ts';
import type { AlumniRow, StatedAttendance } from './alumni-row.ts';

/** An edition of the graph. */
export interface KnownEdition {
  readonly id: string;
  readonly programme: string | null;
  readonly year: number | null;
}

/** An organisation of the graph. */
export interface KnownOrganisation {
  readonly id: string;
  readonly kind: ImportedDraft['profile']['employments'][number]['kind'];
}

/** What the words of a row stand for in the graph; undefined: nothing, or several things. */
export interface Lookups {
  country(text: string): string | undefined;
  edition(stated: StatedAttendance['stated']): KnownEdition | undefined;
  organisation(name: string): KnownOrganisation | undefined;
}

/** The draft of a row; null where its home country is not known. Editions that are not known are left out. */
export function draftOfRow(
  row: AlumniRow,
  {
    mapping,
    isSynthetic,
    indexKey,
  }: { readonly mapping: string; readonly isSynthetic: boolean; readonly indexKey: Buffer },
  lookups: Lookups,
): ImportedDraft | null {
  const homeCountry = lookups.country(row.homeCountry);
  if (homeCountry === undefined) return null;
  const id = `alumnus:${blind(`record ${mapping}/${row.key}`, indexKey)}`;
  const profile = {
    names: row.names,
    homeCountry,
    attendances: row.attendances.flatMap(({ stated, since, until, outcome }) => {
      const found = lookups.edition(stated);
      if (found === undefined) return [];
      return { edition: found.id, programme: found.programme, year: found.year, since, until, outcome };
    }),
    fields: row.fields,
    languages: row.languages,
    employments: row.employments.map((employment) => {
      const found = lookups.organisation(employment.name);
      return { ...employment, organisation: found?.id ?? null, kind: employment.kind ?? found?.kind ?? null };
    }),
    skills: row.skills,
    city: row.city,
  };
  const consents = row.consents.map((stated) => {
    const terms = `${stated.field}/${stated.audience}/${stated.purpose}`;
    return {
      id: `consent:${blind(`consent ${id} ${terms} ${stated.givenOn}`, indexKey)}`,
      ...stated,
      withdrawnOn: null,
    };
  });
  return { id, isSynthetic, profile, contacts: row.contacts, consents };
}
