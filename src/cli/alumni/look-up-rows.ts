import type { AlumniRow, StatedAttendance } from '../../domain/alumni/import/alumni-row.ts';
import type { Lookups } from '../../domain/alumni/import/draft-of-row.ts';
import type { Graph } from '../../graph/open-graph.ts';
import { type EditionRow, findEditions } from '../../graph/queries/find-editions.ts';
import { type CalledRecord, findRecordsCalled } from '../../graph/queries/find-records-called.ts';
import { findCountry } from '../../import/csv/facts/find-country.ts';

type Called = Map<string, CalledRecord | null>;

/** Looks up what the words of rows stand for in the graph, many rows at once, and each word once. */
export function createLookups(graph: Graph): {
  readonly lookups: Lookups;
  load(rows: readonly AlumniRow[]): Promise<void>;
} {
  const countries: Called = new Map();
  const organisations: Called = new Map();
  const activities: Called = new Map();
  const editions = new Map<string, EditionRow>();

  return {
    async load(rows) {
      const attended = rows.flatMap(({ attendances }) => attendances);
      await Promise.all([
        learn(
          graph,
          ['Country'],
          countries,
          rows.map(({ homeCountry }) => countryText(homeCountry)),
        ),
        learn(
          graph,
          ['Organisation'],
          organisations,
          rows.flatMap(({ employments }) => employments.map(({ name }) => name)),
        ),
        learn(
          graph,
          ['Edition', 'Programme'],
          activities,
          attended.map(({ stated }) => activityText(stated)),
        ),
      ]);
      const ids = attended.flatMap(({ stated }) => activities.get(activityText(stated))?.id ?? []);
      for (const edition of await findEditions(graph, { editions: ids, programmes: ids }))
        editions.set(edition.id, edition);
    },
    lookups: {
      country: (text) => countries.get(countryText(text))?.id,
      organisation: (name) => organisations.get(name) ?? undefined,
      edition(stated) {
        const id = activities.get(activityText(stated))?.id;
        if (id === undefined) return undefined;
        if ('edition' in stated) {
          const found = editions.get(id);
          return found && { id, programme: found.programmes[0] ?? null, year: found.year };
        }
        const found = [...editions.values()].filter(
          ({ programmes, year }) => programmes.includes(id) && year === stated.year,
        );
        const [only] = found;
        return only && found.length === 1 ? { id: only.id, programme: id, year: only.year } : undefined;
      },
    },
  };
}

async function learn(
  graph: Graph,
  labels: Parameters<typeof findRecordsCalled>[1],
  known: Called,
  texts: readonly string[],
) {
  const wanted = [...new Set(texts)].filter((text) => !known.has(text));
  const found = await findRecordsCalled(graph, labels, wanted);
  for (const text of wanted) known.set(text, found.get(text) ?? null);
}

/** A code or name of the list of countries as the id of the country; another name as it is. */
function countryText(text: string): string {
  const code = findCountry(text)?.code;
  return code === undefined ? text : `country:${code}`;
}

function activityText(stated: StatedAttendance['stated']): string {
  return 'edition' in stated ? stated.edition : stated.programme;
}
