import DataLoader from 'dataloader';
import {
  compareIntroductions,
  type Introduction,
  rankIntroductions,
} from '../../../domain/alumni/questions/rank-introductions.ts';
import { cursorScope } from '../../../domain/cursor.ts';
import { alumniVersion } from '../../../graph/alumni/alumni-version.ts';
import { findIntroducers, type Introducer } from '../../../graph/alumni/find-introducers.ts';
import { type HeldAlumnus, readAlumni } from '../../../graph/alumni/read-alumni.ts';
import { findSameOrganisations } from '../../../graph/queries/find-same-organisations.ts';
import { type PageArguments, toConnection } from '../../connection.ts';
import type { RequestContext } from '../../context.ts';
import type { Loaders } from '../../loaders.ts';
import { requireRecords } from '../require-records.ts';
import { listAlumni } from './list-alumni.ts';
import { requireOfficer } from './require-officer.ts';

interface Arguments extends PageArguments {
  readonly to: string;
}

const SOME = 5;

/** Who could introduce one to an organisation, the best first. */
async function introductions(_: unknown, { to, ...page }: Arguments, context: RequestContext) {
  const { alumni: store, viewer } = requireOfficer(context);
  const { loaders, signal } = context;
  const [same] = await findSameOrganisations(context.graph, [to], signal);
  const { id, ids } = same ?? { id: to, ids: [to] };
  await requireRecords('to', [id], loaders, ['ORGANISATION']);
  const version = await alumniVersion(store.graph, signal);
  let ranking: Promise<Introduction<Introducer>[]> | undefined;
  const ranked = () => {
    ranking ??= findIntroducers(store.graph, ids, signal).then(rankIntroductions);
    return ranking;
  };
  const list = listAlumni(store, viewer.id);
  const persons = new DataLoader(async (wanted: readonly string[]) => {
    const found = await readAlumni(store, wanted, signal);
    return Promise.all(found.map((one) => one && list(one)));
  });
  return toConnection(page, {
    scope: cursorScope('introductions', ids, version),
    rows: async (key, limit) => {
      const place = key && { rank: Number(key[0]), colleagues: Number(key[1]), id: String(key[2]) };
      const all = await ranked();
      return all.filter((one) => place === null || compareIntroductions(place, one) < 0).slice(0, limit);
    },
    keyOf: (row) => [row.rank, row.colleagues, row.id],
    edgeOf: (row) => ({ node: toNode(row, id, { loaders, persons }) }),
    count: async () => (await ranked()).length,
  });
}

type Persons = DataLoader<string, HeldAlumnus | null>;

function toNode(
  { id, rank, colleagues, there, places }: Introduction<Introducer>,
  organisation: string,
  { loaders, persons }: { readonly loaders: Loaders; readonly persons: Persons },
) {
  const own =
    there === null
      ? []
      : [{ kind: there, place: reference(organisation, loaders), colleagues: null, someColleagues: [] }];
  const met = places.map(({ kind, id: place, insiders }) => ({
    kind,
    place: reference(place, loaders),
    colleagues: insiders.length,
    someColleagues: async () =>
      (await persons.loadMany(insiders.slice(0, SOME))).filter((one) => one !== null && !(one instanceof Error)),
  }));
  return { alumnus: () => persons.load(id), rank, colleagues, reasons: [...own, ...met] };
}

function reference(id: string, { reference: references }: Loaders) {
  return () => references.load(id);
}

export const INTRODUCTION_RESOLVERS = { Query: { introductions } };
