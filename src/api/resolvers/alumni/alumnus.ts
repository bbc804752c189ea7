import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import type { AlumnusProfile, Attendance, Employment } from '../../../domain/alumni/alumnus.ts';
import { isInForce } from '../../../domain/alumni/consent.ts';
import { englishName } from '../../../domain/alumni/english-name.ts';
import { scriptOf } from '../../../domain/script.ts';
import { today } from '../../../domain/today.ts';
import { type HeldAlumnus, readAlumni } from '../../../graph/alumni/read-alumni.ts';
import { recordShown } from '../../../graph/alumni/record-shown.ts';
import type { RequestContext } from '../../context.ts';
import { requireOfficer } from './require-officer.ts';

/** One record for the office; null where there is none, or it was merged into another. That it was opened is written down. */
async function alumnus(_: unknown, { id }: { readonly id: string }, context: RequestContext) {
  const { viewer, alumni } = requireOfficer(context);
  const [found] = await readAlumni(alumni, [id], context.signal);
  if (found) await recordShown(alumni, { action: 'RECORD_OPENED', by: viewer.id, ids: [id, ...found.mergedFrom] });
  return found ?? null;
}

/** A public record that a person's record names. */
function record<Row>(idOf: (row: Row) => string | null): GraphQLFieldResolver<Row, RequestContext> {
  return (row, _args, { loaders }, info: GraphQLResolveInfo) => {
    const id = idOf(row);
    return id === null ? null : loaders.entity.load({ id, info });
  };
}

/** An employer by the record that stands for it, where what was named was merged into another. */
async function organisation(
  { organisation: id }: Employment,
  _args: unknown,
  { loaders }: RequestContext,
  info: GraphQLResolveInfo,
) {
  return id === null ? null : loaders.entity.load({ id: (await loaders.redirect.load(id)) ?? id, info });
}

/** What the office and the alumnus see alike. */
export const PROFILE_RESOLVERS = {
  name: englishName,
  names: ({ names }: AlumnusProfile) => names.map((value) => ({ value, script: scriptOf(value) })),
  homeCountry: record<AlumnusProfile>(({ homeCountry }) => homeCountry),
  attendances: ({ attendances }: AlumnusProfile) => attendances.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0)),
  employments: ({ employments }: AlumnusProfile) =>
    employments.toSorted((a, b) => Number(b.isPresent) - Number(a.isPresent)),
};

export const ALUMNUS_RESOLVERS = {
  Query: { alumnus },
  Alumnus: {
    ...PROFILE_RESOLVERS,
    consents: ({ consents }: HeldAlumnus) => consents.filter((consent) => isInForce(consent, today())),
  },
  Attendance: { edition: record<Attendance>(({ edition }) => edition) },
  Employment: { organisation },
};
