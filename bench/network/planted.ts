import { PLANTED_COUNTRIES, SECTORS } from './code-lists.ts';
import { makeProject, makeTransactions } from './make-project.ts';
import { inSector, participation } from './make-rows.ts';
import type { ActivityRows, OrganisationRow } from './network.ts';
import { Random } from './random.ts';

/**
 * The part of the network that is the same in every size: three probes, and around each of them companions and small
 * countries with at most 30 projects. Twenty bridges join companions to the largest hub, as in life somebody always does.
 */

export const HUB_ID = 'organisation:hub';
export const BRIDGES = 20;

interface Probe {
  readonly id: string;
  readonly projects: number;
  /** Its companions: from this place up to, and without, that one. */
  readonly companions: readonly [from: number, to: number];
  /** How far apart in that range the two companions of one project are. */
  readonly apart: number;
  readonly countries: readonly [from: number, to: number];
}

/**
 * The one in the middle shares companions with both others, which makes them neighbours by two hops; its projects bring
 * companions of the one and of the other together, which makes these neighbours by three.
 */
export const PROBES = {
  probe20: { id: 'organisation:probe-20', projects: 20, companions: [0, 28], apart: 1, countries: [0, 3] },
  probe200: { id: 'organisation:probe-200', projects: 200, companions: [10, 78], apart: 51, countries: [3, 10] },
  farProbe: { id: 'organisation:probe-far', projects: 20, companions: [60, 88], apart: 1, countries: [10, 12] },
} as const satisfies Record<string, Probe>;

const COMPANIONS = 88;

/** A word that is in no other name, nor like one. */
const SEARCHED_WORD = 'Tamdysai';
export const SEARCH_TEXT = 'Tamdisai institute';
const SEARCHED = 12;
const FIELDS = ['Hydrology', 'Seismology', 'Public Health', 'Customs', 'Forestry', 'Soil Science', 'Statistics'];

export const PLANTED_ORGANISATIONS: readonly OrganisationRow[] = [
  { id: PROBES.probe20.id, name: 'Probe of Twenty', kind: 'NATIONAL_AGENCY', countryId: countryAt(0) },
  { id: PROBES.probe200.id, name: 'Probe of Two Hundred', kind: 'NATIONAL_AGENCY', countryId: countryAt(3) },
  { id: PROBES.farProbe.id, name: 'Far Probe', kind: 'NATIONAL_AGENCY', countryId: countryAt(10) },
  ...Array.from({ length: COMPANIONS }, (_, place) => companion(place)),
];

export const SEARCHED_IDS: readonly string[] = Array.from({ length: SEARCHED }, (_, place) => companionId(place));

function companion(place: number): OrganisationRow {
  const field = FIELDS[place % FIELDS.length];
  const name =
    place < SEARCHED ? `${SEARCHED_WORD} Institute of ${field} ${place + 1}` : `Companion ${place + 1}, ${field}`;
  return { id: companionId(place), name, kind: 'ACADEMIC', countryId: countryAt(place % PLANTED_COUNTRIES.length) };
}

export function companionId(place: number): string {
  return `organisation:companion-${String(place + 1).padStart(2, '0')}`;
}

function countryAt(place: number): string {
  const country = PLANTED_COUNTRIES[place];
  if (country === undefined) throw new Error(`there is no planted country ${place}`);
  return country.id;
}

/** The projects of the probes, one after another, then the bridges. */
export function* plantedActivities(): Iterable<ActivityRows> {
  const random = new Random(20);
  for (const probe of Object.values(PROBES))
    for (let number = 0; number < probe.projects; number += 1) yield projectOf(probe, number, random);
  for (let number = 0; number < BRIDGES; number += 1) yield bridge(number, random);
}

function projectOf(probe: Probe, number: number, random: Random): ActivityRows {
  const places = [2 * number, 2 * number + probe.apart].map((place) => at(probe.companions, place));
  const [first = '', second = ''] = places.map(companionId);
  const country = countryAt(at(probe.countries, number));
  const id = `activity:XM-${probe.id.slice('organisation:'.length)}-${String(number + 1).padStart(3, '0')}`;
  const project = makeProject(id, `Planted project ${number + 1} of ${probe.id}`, random);
  const parties = { providerId: probe.id, receiverId: first };
  return {
    project,
    participations: [
      participation(probe.id, 'FUNDING', id),
      participation(first, 'IMPLEMENTING', id),
      participation(second, 'PARTNER', id),
      participation(country, 'BENEFICIARY', id),
    ],
    inSector: [inSector(id, random.of(SECTORS).id)],
    transactions: makeTransactions(project, 1 + (number % 2), parties, random),
  };
}

/** One of the places of the range, round and round. */
function at([from, to]: readonly [number, number], number: number): number {
  return from + (number % (to - from));
}

function bridge(number: number, random: Random): ActivityRows {
  const id = `activity:XM-bridge-${String(number + 1).padStart(3, '0')}`;
  const companionOf = companionId(number * 4);
  return {
    project: makeProject(id, `Bridge ${number + 1}`, random),
    participations: [participation(HUB_ID, 'FUNDING', id), participation(companionOf, 'IMPLEMENTING', id)],
    inSector: [inSector(id, random.of(SECTORS).id)],
    transactions: [],
  };
}
