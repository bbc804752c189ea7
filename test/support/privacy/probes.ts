import { encodeCursor } from '../../../src/domain/cursor.ts';
import { alumnus, alumnusId, consent } from '../alumni.ts';

/** Something that would show whether somebody is there: of a person who is, and of one who is not. */
export interface Probe {
  readonly name: string;
  readonly existing: string;
  /** As long as the other: nothing but the person differs. */
  readonly absent: string;
  /** Only for arguments of this name; any where absent. */
  readonly argument?: string;
}

const EMAIL = 'zulfiya.matrix@example.org';
const PHONE = '+992 900 111 222';

/** The person whose data nobody may learn of who is not permitted to. */
export const PERSON = alumnus(
  1,
  {
    names: ['Zulfiya Matritsova', 'Зулфия Матрицова'],
    city: 'Matrixabad',
    skills: ['matrix surgery'],
    employments: [
      {
        organisation: 'organisation:jica',
        name: 'Matrix Polyclinic',
        kind: 'NATIONAL_AGENCY',
        position: 'head of the matrix ward',
        since: '2025',
        until: null,
        isPresent: true,
      },
    ],
  },
  {
    isSynthetic: false,
    contacts: [
      { field: 'EMAIL', value: EMAIL },
      { field: 'PHONE', value: PHONE },
    ],
    consents: [consent(1), consent(1, { audience: 'FELLOW_ALUMNI', purpose: 'COOPERATION' })],
  },
);

/** Somebody else of the same edition, who signs in too. */
export const OTHER = alumnus(3, { names: ['Other Alumnus'] }, { consents: [consent(3)] });

const cursor = (id: string) => encodeCursor({ question: 'alumni', argumentsKey: '000000000000' }, [id]);

export const PROBES: readonly Probe[] = [
  { name: 'id', existing: alumnusId(1), absent: alumnusId(9) },
  { name: 'name', existing: 'Zulfiya Matritsova', absent: 'Zolfuya Nadirovana' },
  { name: 'name in the other script', existing: 'Зулфия Матрицова', absent: 'Золфуя Надировна' },
  { name: 'e-mail', existing: EMAIL, absent: 'zolfuya.nobody@example.org' },
  { name: 'phone', existing: PHONE, absent: '+992 900 333 444' },
  { name: 'employer', existing: 'Matrix Polyclinic', absent: 'Nobody Polyclinic' },
  { name: 'contact', existing: `${alumnusId(1)}/EMAIL`, absent: `${alumnusId(9)}/EMAIL` },
  { name: 'consent', existing: consent(1).id, absent: consent(9).id },
  { name: 'cursor', existing: cursor(alumnusId(1)), absent: cursor(alumnusId(9)), argument: 'after' },
];

/** What no answer may hold that is not for the person or the office; in small letters. */
export const SECRETS: readonly string[] = [
  'matrit',
  'матриц',
  'zulfiya',
  'зулфия',
  'matrixabad',
  'matrix surgery',
  'matrix ward',
  'matrix polyclinic',
  EMAIL,
  PHONE,
  '992900111222',
  alumnusId(1),
  'consent:1/',
];
