import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AlumnusProfile, Attendance, Employment } from '../../src/domain/alumni/alumnus.ts';
import type { Consent, ConsentTerms } from '../../src/domain/alumni/consent.ts';
import { lockAlumni } from '../../src/graph/alumni/alumni-lock.ts';
import type { AlumniStore } from '../../src/graph/alumni/alumni-store.ts';
import { type AlumnusDraft, writeAlumni } from '../../src/graph/alumni/write-alumni.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { openKeyFile } from '../../src/keys/open-key-file.ts';
import { openTestGraph } from './seeded-graph.ts';

const PROFILE: AlumnusProfile = {
  names: ['Nigora Saidova', 'Нигора Саидова'],
  homeCountry: 'country:TJ',
  attendances: [
    {
      edition: 'activity:avicenna-healthcare-2024',
      programme: 'activity:avicenna-healthcare',
      year: 2024,
      since: '2024-09',
      until: '2024-12',
      outcome: 'COMPLETED',
    },
  ],
  fields: ['HEALTH'],
  languages: ['tg', 'ru'],
  employments: [
    {
      organisation: null,
      name: 'Clinic of the tests',
      kind: 'PRIVATE',
      position: 'physician',
      since: '2025',
      until: null,
      isPresent: true,
    },
  ],
  skills: ['cardiology'],
  city: 'Khujand',
};

export interface TestAlumniStore extends AlumniStore {
  readonly graph: Graph;
  /** Where the keys lie. */
  readonly keyFile: string;
  close(): Promise<void>;
}

/** A place for alumni with a file of keys of its own; the caller closes it. */
export async function openTestAlumni(open: () => Promise<Graph> = openTestGraph): Promise<TestAlumniStore> {
  const graph = await open();
  // Whatever file before this one used the graph had other keys.
  await graph.administer('MATCH (state:AlumniState) REMOVE state.keys');
  const folder = mkdtempSync(join(tmpdir(), 'kazaid-test-'));
  const keyFile = join(folder, 'alumni-keys');
  return {
    graph,
    keys: openKeyFile(keyFile),
    keyFile,
    async close() {
      await graph.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The id of a person of the tests. */
export function alumnusId(number: number): string {
  return `alumnus:${String(number).padStart(24, '0')}`;
}

/** Somebody made up: only what differs from the usual person is given. */
export function alumnus(
  number: number,
  profile: Partial<AlumnusProfile> = {},
  more: Partial<AlumnusDraft> = {},
): AlumnusDraft {
  return {
    id: alumnusId(number),
    isSynthetic: true,
    profile: { ...PROFILE, ...profile },
    contacts: [],
    consents: [],
    ...more,
  };
}

/** Who works for the organisation, or did. */
export function work(organisation: string, isPresent = true): Employment {
  return { organisation, name: organisation, kind: null, position: null, since: null, until: null, isPresent };
}

/** Who completed Dostyk: Digitalization in 2024. */
export const DIGITALIZATION_2024: Attendance = {
  edition: 'activity:dostyk-digitalization-2024',
  programme: 'activity:dostyk-digitalization',
  year: 2024,
  since: '2024',
  until: null,
  outcome: 'COMPLETED',
};

/** A consent to use an e-mail address for invitations by the office, in force without end unless said otherwise. */
export function consent(of: number, terms: Partial<ConsentTerms> & Partial<Consent> = {}): Consent {
  const given = {
    field: 'EMAIL',
    audience: 'ALUMNI_OFFICE',
    purpose: 'EVENT_INVITATIONS',
    givenOn: '2025-01-15',
    until: null,
    withdrawnOn: null,
    ...terms,
  } as const;
  return { id: `consent:${of}/${given.field}/${given.audience}/${given.purpose}/${given.givenOn}`, ...given };
}

/** Writes persons as an import does, in one transaction. */
export async function putAlumni({ graph, keys }: AlumniStore, drafts: readonly AlumnusDraft[]): Promise<void> {
  await graph.write(async (transaction) => {
    await lockAlumni(transaction, keys);
    await writeAlumni(transaction, keys, drafts);
  });
}
