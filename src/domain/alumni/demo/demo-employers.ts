import type { Employment } from '../alumnus.ts';

/** What somebody works on, as far as it tells where. */
export type DemoEmployerKind = 'GOVERNMENT' | 'DIGITAL' | 'DIPLOMACY' | 'HEALTH' | 'UNIVERSITY' | 'CUSTOMS';

export interface DemoEmployer extends Pick<Employment, 'organisation' | 'name' | 'kind'> {
  readonly positions: readonly string[];
  /** Whose people work there; null: anybody's. */
  readonly country: string | null;
  readonly weight: number;
}

const TAJIKISTAN = 'country:TJ';
const DOCTORS = ['physician', 'surgeon', 'head of department', 'public health specialist'];
const TEACHERS = ['lecturer', 'professor', 'vice-dean', 'quality assurance officer'];
const OFFICIALS = ['senior specialist', 'head of unit', 'deputy head of department', 'adviser'];
const ENGINEERS = ['software engineer', 'analyst', 'project manager', 'data specialist'];
const DIPLOMATS = ['attaché', 'second secretary', 'head of unit', 'adviser'];

/** Employers of the graph, with their ids, beside some whose names say no more than what they are. */
export const DEMO_EMPLOYERS: Readonly<Record<DemoEmployerKind, readonly DemoEmployer[]>> = {
  GOVERNMENT: [
    other('Ministry of digital development', 'GOVERNMENT', OFFICIALS, 4),
    other('Civil service agency', 'GOVERNMENT', OFFICIALS, 4),
    other('City administration', 'GOVERNMENT', OFFICIALS, 3),
    known('undp', 'United Nations Development Programme', 'UN_BODY', OFFICIALS, 1),
    known('giz', 'GIZ', 'NATIONAL_AGENCY', OFFICIALS, 1),
    known('academy-public-administration', 'Academy of Public Administration', 'ACADEMIC', TEACHERS, 1),
  ],
  DIGITAL: [
    other('A software company', 'PRIVATE', ENGINEERS, 4),
    other('E-government centre', 'GOVERNMENT', ENGINEERS, 3),
    known('koica', 'KOICA', 'NATIONAL_AGENCY', ENGINEERS, 1),
    known('nazarbayev-university', 'Nazarbayev University', 'ACADEMIC', TEACHERS, 1),
  ],
  DIPLOMACY: [
    other('Ministry of foreign affairs', 'GOVERNMENT', DIPLOMATS, 4),
    known('embassy-tajikistan', 'Embassy of the Republic of Tajikistan', 'GOVERNMENT', DIPLOMATS, 2, TAJIKISTAN),
    known('undp', 'United Nations Development Programme', 'UN_BODY', OFFICIALS, 1),
  ],
  HEALTH: [
    other('Regional hospital', 'GOVERNMENT', DOCTORS, 5),
    other('Ministry of health', 'GOVERNMENT', OFFICIALS, 3),
    other('Private clinic', 'PRIVATE', DOCTORS, 2),
    known('tajik-state-medical-university', 'Tajik State Medical University', 'ACADEMIC', TEACHERS, 4, TAJIKISTAN),
    known('astana-medical-university', 'Astana Medical University', 'ACADEMIC', TEACHERS, 1),
    known('who', 'World Health Organization', 'UN_BODY', DOCTORS, 1),
    known('tika', 'TİKA', 'NATIONAL_AGENCY', OFFICIALS, 1),
  ],
  UNIVERSITY: [
    known('tajik-state-medical-university', 'Tajik State Medical University', 'ACADEMIC', TEACHERS, 1, TAJIKISTAN),
  ],
  CUSTOMS: [
    other('Customs service', 'GOVERNMENT', OFFICIALS, 8),
    known('wco', 'World Customs Organization', 'MULTILATERAL', OFFICIALS, 1),
    known('adb', 'Asian Development Bank', 'MULTILATERAL', OFFICIALS, 1),
  ],
};

function known(
  key: string,
  name: string,
  kind: NonNullable<Employment['kind']>,
  positions: readonly string[],
  weight: number,
  country: string | null = null,
): DemoEmployer {
  return { organisation: `organisation:${key}`, name, kind, positions, country, weight };
}

function other(
  name: string,
  kind: NonNullable<Employment['kind']>,
  positions: readonly string[],
  weight: number,
): DemoEmployer {
  return { organisation: null, name, kind, positions, country: null, weight };
}
