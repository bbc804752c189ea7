import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import type { Alumnus, Attendance, Employment } from '../../../domain/alumni/alumnus.ts';
import { isInForce } from '../../../domain/alumni/consent.ts';
import { scriptOf } from '../../../domain/script.ts';
import { today } from '../../../domain/today.ts';
import { type HeldAlumnus, readAlumni } from '../../../graph/alumni/read-alumni.ts';
import type { RequestContext } from '../../context.ts';
import { requireOfficer } from './require-officer.ts';

/** One record for the office; null where there is none, or it was merged into another. */
async function alumnus(_: unknown, { id }: { readonly id: string }, context: RequestContext) {
  const { alumni } = requireOfficer(context);
  const [found] = await readAlumni(alumni, [id], context.signal);
  return found ?? null;
}

/** A public record that a person's record names. */
function record<Row>(idOf: (row: Row) => string | null): GraphQLFieldResolver<Row, RequestContext> {
  return (row, _args, { loaders }, info: GraphQLResolveInfo) => {
    const id = idOf(row);
    return id === null ? null : loaders.entity.load({ id, info });
  };
}

export const ALUMNUS_RESOLVERS = {
  Query: { alumnus },
  Alumnus: {
    name: ({ names }: Alumnus) => names.find((name) => scriptOf(name) === 'LATIN') ?? names[0],
    names: ({ names }: Alumnus) => names.map((value) => ({ value, script: scriptOf(value) })),
    homeCountry: record<Alumnus>(({ homeCountry }) => homeCountry),
    attendances: ({ attendances }: Alumnus) => attendances.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0)),
    employments: ({ employments }: Alumnus) =>
      employments.toSorted((a, b) => Number(b.isPresent) - Number(a.isPresent)),
    consents: ({ consents }: HeldAlumnus) => consents.filter((consent) => isInForce(consent, today())),
  },
  Attendance: { edition: record<Attendance>(({ edition }) => edition) },
  Employment: { organisation: record<Employment>(({ organisation }) => organisation) },
};
