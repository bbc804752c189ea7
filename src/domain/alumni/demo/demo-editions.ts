import type { AlumnusField, Attendance } from '../alumnus.ts';
import type { DemoEmployerKind } from './demo-employers.ts';

interface Share {
  readonly country: string;
  readonly weight: number;
}

/** What the documents say of an edition, and what may be made up about who took part in it. */
export interface DemoEdition
  extends Pick<Attendance, 'edition' | 'programme' | 'year' | 'since' | 'until' | 'outcome'> {
  /** How often it is attended, beside the others. */
  readonly weight: number;
  /** No more than so many took part; null: no document says. */
  readonly most: number | null;
  readonly countries: readonly Share[];
  readonly fields: readonly AlumnusField[];
  readonly employers: readonly DemoEmployerKind[];
}

const CENTRAL_ASIA: readonly Share[] = [
  { country: 'country:UZ', weight: 34 },
  { country: 'country:TJ', weight: 30 },
  { country: 'country:KG', weight: 28 },
  { country: 'country:TM', weight: 8 },
];
const CAUCASUS: readonly Share[] = [
  { country: 'country:AZ', weight: 12 },
  { country: 'country:GE', weight: 8 },
  { country: 'country:AM', weight: 6 },
];
const TAJIKISTAN: readonly Share[] = [{ country: 'country:TJ', weight: 1 }];

const AVICENNA = 'activity:avicenna-healthcare';

/**
 * Only what had begun when the latest document speaks of it. Editions that are planned there have nobody; of those of
 * 2025 no document says how they ended.
 */
export const DEMO_EDITIONS: readonly DemoEdition[] = [
  {
    edition: 'activity:dostyk-digitalization-2024',
    programme: 'activity:dostyk-digitalization',
    ...closed(2024),
    weight: 24,
    most: null,
    countries: CENTRAL_ASIA,
    fields: ['DIGITAL', 'PUBLIC_ADMINISTRATION'],
    employers: ['GOVERNMENT', 'DIGITAL'],
  },
  {
    edition: 'activity:dostyk-diplomacy-2024',
    programme: 'activity:dostyk-diplomacy',
    ...closed(2024),
    weight: 8,
    most: null,
    countries: TAJIKISTAN,
    fields: ['DIPLOMACY'],
    employers: ['DIPLOMACY'],
  },
  {
    edition: 'activity:avicenna-healthcare-2024',
    programme: AVICENNA,
    ...closed(2024),
    weight: 28,
    most: null,
    countries: CENTRAL_ASIA,
    fields: ['HEALTH', 'EDUCATION'],
    employers: ['HEALTH'],
  },
  {
    edition: 'activity:avicenna-healthcare-2025',
    programme: AVICENNA,
    year: 2025,
    since: '2025-04-10',
    until: null,
    outcome: 'NOT_STATED',
    weight: 20,
    most: null,
    countries: CENTRAL_ASIA,
    fields: ['HEALTH'],
    employers: ['HEALTH'],
  },
  {
    edition: 'activity:tech-orda-vouchers-tajikistan-2024',
    programme: 'activity:tech-orda',
    ...closed(2024),
    weight: 10,
    most: 100,
    countries: TAJIKISTAN,
    fields: ['DIGITAL'],
    employers: ['DIGITAL'],
  },
  {
    edition: 'activity:quality-assurance-seminar-tajikistan-2023',
    programme: null,
    ...closed(2023),
    weight: 3,
    most: 30,
    countries: TAJIKISTAN,
    fields: ['EDUCATION', 'HEALTH'],
    employers: ['UNIVERSITY'],
  },
  {
    edition: 'activity:seismic-resilience-seminar-almaty-2024',
    programme: null,
    ...closed(2024),
    weight: 3,
    most: 40,
    countries: TAJIKISTAN,
    fields: ['EMERGENCIES'],
    employers: ['GOVERNMENT'],
  },
  {
    edition: 'activity:customs-risk-seminar-2025',
    programme: null,
    ...closed(2025),
    weight: 4,
    most: 60,
    countries: [...CENTRAL_ASIA, ...CAUCASUS],
    fields: ['TRADE'],
    employers: ['CUSTOMS'],
  },
];

function closed(year: number): Pick<Attendance, 'year' | 'since' | 'until' | 'outcome'> {
  return { year, since: String(year), until: String(year), outcome: 'COMPLETED' };
}
