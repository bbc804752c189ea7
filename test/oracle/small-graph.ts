import fc from 'fast-check';
import type { Fact } from '../../src/domain/fact.ts';
import { type Term, VOCABULARY } from '../../src/domain/vocabulary.ts';
import { edge, node, statement } from '../support/test-records.ts';

/**
 * A graph small enough to be understood at a glance and to be asked by trying everything: what the answers of the
 * questions are compared with. Ids are those of the graph once it is written.
 */
export interface SmallGraph {
  readonly countries: readonly { readonly id: string }[];
  readonly organisations: readonly SmallOrganisation[];
  readonly sectors: readonly { readonly id: string; readonly category: string | null }[];
  readonly activities: readonly SmallActivity[];
  readonly participations: readonly SmallParticipation[];
  readonly transactions: readonly SmallTransaction[];
  readonly relatedActivities: readonly SmallRelation[];
  readonly arrangements: readonly SmallArrangement[];
}

export interface SmallOrganisation {
  readonly id: string;
  readonly kind: Term<'OrganisationKind'>;
  readonly country: string | null;
}

export interface SmallActivity {
  readonly id: string;
  readonly label: 'Programme' | 'Edition' | 'Project';
  readonly isPhantom: boolean;
  readonly status: Term<'ActivityStatus'> | null;
  /** YYYY-MM-DD; a last day never lies before the first one. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly partOf: string | null;
  readonly sectors: readonly { readonly id: string; readonly percentage: string | null }[];
}

export interface SmallParticipation {
  readonly actor: string;
  readonly activity: string;
  readonly role: Term<'Role'>;
  readonly basis: Term<'Basis'>;
  /** Of beneficiaries only. */
  readonly percentage: string | null;
}

export interface SmallTransaction {
  readonly id: string;
  readonly madeIn: string;
  readonly type: Term<'TransactionType'>;
  readonly amount: string;
  readonly currency: string;
  /** YYYY-MM-DD. */
  readonly date: string | null;
  readonly provider: string | null;
  readonly receiver: string | null;
  readonly fromActivity: string | null;
  readonly toActivity: string | null;
}

export interface SmallRelation {
  readonly from: string;
  readonly to: string;
  readonly kind: Term<'RelatedActivityKind'>;
}

export interface SmallArrangement {
  readonly id: string;
  readonly plays: readonly {
    readonly actor: string;
    readonly role: Term<'TriangularRole'>;
    readonly basis: Term<'Basis'>;
  }[];
  readonly covers: readonly string[];
}

const range = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const percentage = maybe(fc.constantFrom('100', '60', '50', '40', '33.33', '25', '0.5'));
/** As often long as short: left to itself, fast-check makes most lists short, and graphs in which little meets. */
const unique = <T>(values: fc.Arbitrary<T>, key: (value: T) => string, maxLength: number) =>
  fc.uniqueArray(values, { selector: key, maxLength, size: 'max' });

/** Years near one another, so that ranges of years meet some activities and miss others. */
const days = fc
  .tuple(maybe(fc.integer({ min: 2018, max: 2026 })), maybe(fc.integer({ min: 0, max: 3 })))
  .map(([start, length]) => ({
    firstDay: start === null ? null : `${start}-03-01`,
    lastDay: length === null ? null : `${(start ?? 2020) + length}-10-31`,
  }));

const COUNTRIES = range('country:', 3);
const ORGANISATIONS = range('organisation:', 5);
const ACTORS = [...COUNTRIES, ...ORGANISATIONS];
const ACTIVITIES = range('activity:', 6);
const SECTORS = range('sector:', 4);

/** Small graphs in which everything that the questions ask about occurs. */
export const smallGraphs: fc.Arbitrary<SmallGraph> = fc.record({
  countries: fc.constant(COUNTRIES.map((id) => ({ id }))),
  organisations: fc.tuple(
    ...ORGANISATIONS.map((id) =>
      fc.record({
        id: fc.constant(id),
        kind: fc.constantFrom(...VOCABULARY.OrganisationKind.slice(0, 4)),
        country: maybe(fc.constantFrom(...COUNTRIES)),
      }),
    ),
  ),
  // Two categories, each with one purpose in it.
  sectors: fc.constant(
    SECTORS.map((id, index) => ({ id, category: index < 2 ? null : (SECTORS[index - 2] as string) })),
  ),
  activities: fc.tuple(
    ...ACTIVITIES.map((id, index) =>
      fc
        .record({
          id: fc.constant(id),
          label: fc.constantFrom('Programme' as const, 'Edition' as const, 'Project' as const),
          isPhantom: fc.boolean().map((yes) => yes && index === ACTIVITIES.length - 1),
          status: maybe(fc.constantFrom(...VOCABULARY.ActivityStatus)),
          days,
          partOf: maybe(fc.constantFrom(...ACTIVITIES)).map((parent) =>
            parent !== null && parent < id ? parent : null,
          ),
          sectors: unique(fc.record({ id: fc.constantFrom(...SECTORS), percentage }), ({ id }) => id, 3),
        })
        .map(({ days, ...activity }) => ({ ...activity, ...days })),
    ),
  ),
  participations: unique(
    fc
      .record({
        actor: fc.constantFrom(...ACTORS),
        activity: fc.constantFrom(...ACTIVITIES),
        role: fc.constantFrom(...VOCABULARY.Role),
        basis: fc.constantFrom(...VOCABULARY.Basis),
        percentage,
      })
      .map((row) => ({
        ...row,
        // Beneficiaries are countries far more often than anything else.
        role: row.actor.startsWith('country:') && row.role !== 'FUNDING' ? ('BENEFICIARY' as const) : row.role,
        percentage: row.actor.startsWith('country:') && row.role !== 'FUNDING' ? row.percentage : null,
      })),
    ({ actor, activity, role }) => `${actor} ${activity} ${role}`,
    24,
  ),
  transactions: fc.array(
    fc.record({
      id: fc.uuid().map((uuid) => `transaction:${uuid}`),
      madeIn: fc.constantFrom(...ACTIVITIES),
      type: fc.constantFrom('OUTGOING_COMMITMENT', 'DISBURSEMENT', 'EXPENDITURE', 'INCOMING_FUNDS'),
      amount: fc.constantFrom('100', '0.01', '99.99', '-10.5', '1000000.005', '7'),
      currency: fc.constantFrom('USD', 'KZT', 'JPY'),
      date: maybe(fc.constantFrom('2019-05-01', '2020-06-30', '2021-01-01')),
      provider: maybe(fc.constantFrom(...ORGANISATIONS)),
      receiver: maybe(fc.constantFrom(...ORGANISATIONS)),
      fromActivity: maybe(fc.constantFrom(...ACTIVITIES)),
      toActivity: maybe(fc.constantFrom(...ACTIVITIES)),
    }) as fc.Arbitrary<SmallTransaction>,
    { maxLength: 10 },
  ),
  relatedActivities: unique(
    fc.record({
      from: fc.constantFrom(...ACTIVITIES),
      to: fc.constantFrom(...ACTIVITIES),
      kind: fc.constantFrom(...VOCABULARY.RelatedActivityKind.slice(0, 3)),
    }),
    ({ from, to, kind }) => `${from} ${to} ${kind}`,
    4,
  ).map((relations) => relations.filter(({ from, to }) => from !== to)),
  arrangements: fc
    .array(
      fc.record({
        plays: unique(
          fc.record({
            actor: fc.constantFrom(...ACTORS),
            role: fc.constantFrom(...VOCABULARY.TriangularRole),
            basis: fc.constantFrom(...VOCABULARY.Basis),
          }),
          ({ actor, role }) => `${actor} ${role}`,
          5,
        ),
        covers: fc.uniqueArray(fc.constantFrom(...ACTIVITIES), { maxLength: 2 }),
      }),
      { maxLength: 2 },
    )
    .map((arrangements) => arrangements.map((each, index) => ({ id: `arrangement:${index + 1}`, ...each }))),
});

/** The graph under ids of its own (`country:r7-1`), so that graphs lie side by side without touching. */
export function withNames(small: SmallGraph, name: string): SmallGraph {
  const ID = /^(country|organisation|activity|sector|transaction|arrangement):/;
  return JSON.parse(JSON.stringify(small), (_, value: unknown) =>
    typeof value === 'string' && ID.test(value) ? value.replace(':', `:${name}-`) : value,
  );
}

/** The facts that make the graph when they are written. */
export function factsOf(small: SmallGraph): Fact[] {
  const based = (basis: Term<'Basis'>) => ({ statements: [statement('it is so', { basis })] });
  const { countries, organisations, sectors, activities, participations, transactions, relatedActivities } = small;
  return [
    ...countries.map(({ id }) => node('Country', id)),
    ...organisations.map(({ id, kind }) => node('Organisation', id, { properties: { name: id, kind } })),
    ...sectors.map(({ id }) => node('Sector', id, { properties: { name: id, code: id, vocabulary: '1' } })),
    ...activities.map(({ id, label, isPhantom, status, firstDay, lastDay }) =>
      node(label, id, {
        properties: {
          name: id,
          status,
          start: firstDay,
          end: lastDay,
          firstDay,
          lastDay,
        },
        // The writer makes a phantom of what is only referred to.
        isReference: isPhantom,
      }),
    ),
    ...small.arrangements.map(({ id }) => node('TriangularArrangement', id)),
    ...organisations.flatMap(({ id, country }) => (country === null ? [] : [edge('BELONGS_TO', id, country)])),
    ...sectors.flatMap(({ id, category }) => (category === null ? [] : [edge('IN_SECTOR', id, category)])),
    ...activities.flatMap(({ id, partOf }) => (partOf === null ? [] : [edge('PART_OF', id, partOf)])),
    ...activities.flatMap(({ id, sectors: shares }) =>
      shares.map(({ id: sector, percentage: share }) =>
        edge('IN_SECTOR', id, sector, { properties: { percentage: share, vocabulary: '1' } }),
      ),
    ),
    ...participations.map(({ actor, activity, role, basis, percentage: share }) => ({
      ...edge('PARTICIPATES_IN', actor, activity, { role, ...based(basis) }),
      properties: { role, percentage: share },
    })),
    ...relatedActivities.map(({ from, to, kind }) => ({
      ...edge('RELATED_TO', from, to, { role: kind }),
      properties: { kind },
    })),
    ...small.arrangements.flatMap(({ id, plays, covers }) => [
      ...plays.map(({ actor, role, basis }) => edge('PLAYS', actor, id, { role, ...based(basis) })),
      ...covers.map((activity) => edge('COVERS', id, activity)),
    ]),
    ...transactions.map(({ id, type, amount, currency, date, madeIn, ...ends }) =>
      node('Transaction', id, {
        properties: { type, amount, currency, date, valueDate: null },
        links: [
          { type: 'MADE_IN', to: madeIn },
          ...(ends.provider === null ? [] : [{ type: 'PROVIDED_BY' as const, to: ends.provider }]),
          ...(ends.receiver === null ? [] : [{ type: 'RECEIVED_BY' as const, to: ends.receiver }]),
          ...(ends.fromActivity === null ? [] : [{ type: 'FROM_ACTIVITY' as const, to: ends.fromActivity }]),
          ...(ends.toActivity === null ? [] : [{ type: 'TO_ACTIVITY' as const, to: ends.toActivity }]),
        ],
      }),
    ),
  ];
}
