import { backgroundActivities, backgroundOrganisations, organisationId } from './background.ts';
import { COUNTRIES, SECTORS } from './code-lists.ts';
import { officialName } from './make-rows.ts';
import type { Network, NetworkSize, Subjects } from './network.ts';
import { HUB_ID, PLANTED_ORGANISATIONS, PROBES, plantedActivities, SEARCH_TEXT, SEARCHED_IDS } from './planted.ts';
import { backgroundTriangles, plantedTriangles } from './triangles.ts';

const SUBJECTS: Subjects = {
  probe20: PROBES.probe20.id,
  probe200: PROBES.probe200.id,
  farProbe: PROBES.farProbe.id,
  hub: HUB_ID,
  secondHub: organisationId(0),
  searchText: SEARCH_TEXT,
  searchedIds: SEARCHED_IDS,
};

/** The network of this size. Deterministic: neither chance nor the clock has a part in it. */
export function generateNetwork(size: NetworkSize): Network {
  const organisations = walk(() => chain(PLANTED_ORGANISATIONS, backgroundOrganisations(size)));
  const activities = walk(() => chain(plantedActivities(), backgroundActivities(size)));
  const triangles = walk(() =>
    chain(plantedTriangles(plantedActivities()), backgroundTriangles(size, backgroundActivities(size))),
  );
  const projects = walk(() => each(activities, ({ project }) => [project]));
  const arrangements = walk(() => each(triangles, ({ arrangement }) => [arrangement]));
  return {
    size,
    subjects: SUBJECTS,
    countries: COUNTRIES,
    sectors: SECTORS,
    organisations,
    activities,
    projects,
    participations: walk(() => each(activities, ({ participations }) => participations)),
    inSector: walk(() => each(activities, ({ inSector }) => inSector)),
    transactions: walk(() => each(activities, ({ transactions }) => transactions)),
    triangles,
    arrangements,
    plays: walk(() => each(triangles, ({ plays }) => plays)),
    covers: walk(() => each(triangles, ({ covers }) => covers)),
    names: walk(() =>
      each(chain<Named>(COUNTRIES, SECTORS, organisations, projects, arrangements), (named) => [officialName(named)]),
    ),
  };
}

type Named = Parameters<typeof officialName>[0];

/** Walked anew as often as anybody likes. */
function walk<Row>(rows: () => Iterable<Row>): Iterable<Row> {
  return { [Symbol.iterator]: () => rows()[Symbol.iterator]() };
}

function* chain<Row>(...parts: Iterable<Row>[]): Iterable<Row> {
  for (const part of parts) yield* part;
}

function* each<Whole, Row>(wholes: Iterable<Whole>, rowsOf: (whole: Whole) => Iterable<Row>): Iterable<Row> {
  for (const whole of wholes) yield* rowsOf(whole);
}
