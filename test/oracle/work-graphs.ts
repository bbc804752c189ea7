import fc from 'fast-check';
import { type Term, VOCABULARY } from '../../src/domain/vocabulary.ts';
import type { SmallActivity, SmallGraph, SmallParticipation } from './small-graph.ts';

const range = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
const COUNTRIES = range('country:', 4);
const ORGANISATIONS = range('organisation:', 12);
const ACTORS = [...COUNTRIES, ...ORGANISATIONS];
const CATEGORIES = range('sector:', 3);
const PURPOSES = range('sector:purpose', 3);

const some = (values: readonly string[], minLength: number, maxLength: number) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength, maxLength });
const basis = fc.constantFrom<Term<'Basis'>>('DECLARED', 'DECLARED', 'CURATED', 'CURATED', 'INFERRED');
const year = fc.integer({ min: 2014, max: 2028 });

/** An activity with those who carry it and those who benefit: nearly always a few of each. */
const works = (id: string): fc.Arbitrary<{ activity: SmallActivity; participations: SmallParticipation[] }> =>
  fc
    .record({
      firstYear: fc.option(year, { nil: null }),
      lastYear: fc.option(year, { nil: null }),
      sectors: some([...CATEGORIES, ...PURPOSES], 1, 2),
      carriers: fc.array(
        fc.record({
          actor: fc.constantFrom(...ACTORS, ...ORGANISATIONS),
          role: fc.constantFrom(...VOCABULARY.Role.filter((role) => role !== 'BENEFICIARY')),
          basis,
        }),
        { minLength: 1, maxLength: 2, size: 'max' },
      ),
      benefiting: some([...COUNTRIES, ...COUNTRIES, ...ORGANISATIONS], 1, 2),
      benefitBasis: basis,
    })
    .map(({ firstYear, lastYear, sectors, carriers, benefiting, benefitBasis }) => {
      const parts = [
        ...carriers,
        ...benefiting.map((actor) => ({ actor, role: 'BENEFICIARY' as const, basis: benefitBasis })),
      ];
      const isTurnedRound = firstYear !== null && lastYear !== null && lastYear < firstYear;
      return {
        activity: {
          id,
          label: 'Project',
          isPhantom: false,
          status: null,
          firstDay: firstYear === null ? null : `${firstYear}-03-01`,
          lastDay: lastYear === null || isTurnedRound ? null : `${lastYear}-10-31`,
          partOf: null,
          sectors: sectors.map((sector) => ({ id: sector, percentage: null })),
        },
        participations: parts
          .filter(({ actor, role }, at) => at === parts.findIndex((one) => one.actor === actor && one.role === role))
          .map((part) => ({ ...part, activity: id, percentage: null })),
      };
    });

/** Small graphs in which many work for the same countries and on the same subjects, some together and some apart. */
export const workGraphs: fc.Arbitrary<SmallGraph> = fc
  .record({
    organisations: fc.tuple(
      ...ORGANISATIONS.map((id) =>
        fc.record({
          id: fc.constant(id),
          kind: fc.constantFrom(...VOCABULARY.OrganisationKind.slice(0, 4)),
          country: fc.option(fc.constantFrom(...COUNTRIES), { nil: null, freq: 3 }),
        }),
      ),
    ),
    works: fc.tuple(...range('activity:', 24).map(works)),
    arrangements: fc.array(
      fc.tuple(
        ...VOCABULARY.TriangularRole.map((role) =>
          fc.record({ actor: fc.constantFrom(...ACTORS), role: fc.constant(role), basis }),
        ),
      ),
      { maxLength: 4 },
    ),
  })
  .map(({ organisations, works: all, arrangements }) => ({
    countries: COUNTRIES.map((id) => ({ id })),
    organisations,
    sectors: [
      ...CATEGORIES.map((id) => ({ id, category: null })),
      ...PURPOSES.map((id, index) => ({ id, category: CATEGORIES[index] ?? null })),
    ],
    activities: all.map(({ activity }) => activity),
    participations: all.flatMap(({ participations }) => participations),
    transactions: [],
    relatedActivities: [],
    arrangements: arrangements.map((plays, index) => ({ id: `arrangement:${index + 1}`, plays, covers: [] })),
  }));
