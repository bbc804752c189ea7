import type { AlumnusField } from '../../../domain/alumni/alumnus.ts';
import type { ConsentTerms } from '../../../domain/alumni/consent.ts';
import { type AlumniGap, compareGaps, orderGaps } from '../../../domain/alumni/questions/order-gaps.ts';
import { cursorScope } from '../../../domain/cursor.ts';
import { today } from '../../../domain/today.ts';
import { VOCABULARY } from '../../../domain/vocabulary.ts';
import { alumniVersion } from '../../../graph/alumni/alumni-version.ts';
import { countGaps, type GapCriteria } from '../../../graph/alumni/count-gaps.ts';
import { describeOwnWork } from '../../../graph/queries/suggestions/describe-own-work.ts';
import { type PageArguments, toConnection } from '../../connection.ts';
import type { RequestContext } from '../../context.ts';
import { requireItems } from '../require-items.ts';
import { requireRecords } from '../require-records.ts';
import { keptByAlumni } from './kept-by-alumni.ts';
import { requireOfficer } from './require-officer.ts';

interface Arguments extends PageArguments {
  readonly countries?: readonly string[] | null;
  readonly fields?: readonly AlumnusField[] | null;
  readonly terms: ConsentTerms;
}

const OURSELVES = 'organisation:kazaid';

const counted = keptByAlumni((store, criteria: GapCriteria) => countGaps(store, criteria));

/** Where contacts are missing. */
async function alumniGaps(_: unknown, { countries, fields, terms, ...page }: Arguments, context: RequestContext) {
  const { alumni: store } = requireOfficer(context);
  const { graph, loaders, signal } = context;
  requireItems({ countries, fields });
  await requireRecords('countries', countries ?? [], loaders, ['COUNTRY']);
  const asked = countries ?? (await describeOwnWork(graph, { of: OURSELVES, sectors: null }, signal)).countries;
  const criteria = { countries: asked.toSorted(), terms: { ...terms }, day: today() };
  const wanted = [...new Set(fields ?? VOCABULARY.AlumnusField)];
  const version = `${await alumniVersion(store.graph, signal)} on ${criteria.day}`;
  const gaps = async () => orderGaps(criteria.countries, wanted, await counted(store, criteria, signal));
  return toConnection(page, {
    scope: cursorScope('alumniGaps', [criteria.countries, wanted, terms], version),
    rows: async (key, limit) => {
      const place = key && placeOf(key);
      const all = await gaps();
      return all.filter((gap) => place === null || compareGaps(place, gap) < 0).slice(0, limit);
    },
    keyOf: ({ reachable, alumni, country, field }) => [reachable, alumni, country, field],
    edgeOf: (gap) => ({ node: { ...gap, country: () => loaders.reference.load(gap.country) } }),
    count: async () => criteria.countries.length * wanted.length,
  });
}

function placeOf([reachable, alumni, country, field]: readonly (string | number)[]): AlumniGap {
  return { reachable: Number(reachable), alumni: Number(alumni), country: String(country), field: String(field) };
}

export const ALUMNI_GAP_RESOLVERS = { Query: { alumniGaps } };
