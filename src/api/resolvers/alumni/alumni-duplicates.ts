import { cursorScope, decodeCursor, encodeCursor } from '../../../domain/cursor.ts';
import { findDuplicates } from '../../../graph/alumni/duplicates/find-duplicates.ts';
import { dismissDuplicate } from '../../../graph/alumni/merge/dismiss-duplicate.ts';
import { mergeAlumni } from '../../../graph/alumni/merge/merge-alumni.ts';
import { splitAlumni } from '../../../graph/alumni/merge/split-alumni.ts';
import { readAlumni } from '../../../graph/alumni/read-alumni.ts';
import type { PageArguments } from '../../connection.ts';
import type { RequestContext } from '../../context.ts';
import { listAlumni } from './list-alumni.ts';
import { recordMutation } from './office-mutations.ts';
import { requireOfficer } from './require-officer.ts';

const SCOPE = cursorScope('alumniDuplicates', null);

/** A page ends with the last pair, or where enough records were looked at: then its end is a cursor of its own. */
async function alumniDuplicates(_: unknown, { first, after }: PageArguments, context: RequestContext) {
  const { alumni, viewer } = requireOfficer(context);
  const list = listAlumni(alumni, viewer.id);
  const key = after ? decodeCursor(SCOPE, after).map(String) : null;
  const from = key && ([key[0] ?? '', key[1] ?? ''] as const);
  const { pairs, next } = await findDuplicates(alumni, { first, after: from }, context.signal);
  const held = await readAlumni(
    alumni,
    pairs.flatMap(({ ids }) => ids),
    context.signal,
  );
  const byId = new Map(held.map((record) => [record?.id, record]));
  const edges = pairs.flatMap(({ ids, score, reasons }) => {
    const [one, other] = ids.map((id) => byId.get(id));
    return one && other
      ? { cursor: encodeCursor(SCOPE, ids), node: { one: () => list(one), other: () => list(other), score, reasons } }
      : [];
  });
  const last = edges.at(-1)?.cursor ?? null;
  return {
    edges,
    pageInfo: {
      hasNextPage: next !== null,
      hasPreviousPage: key !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: next === null ? last : encodeCursor(SCOPE, next),
    },
  };
}

export const ALUMNI_DUPLICATE_RESOLVERS = {
  Query: { alumniDuplicates },
  Mutation: {
    mergeAlumni: recordMutation(mergeAlumni),
    splitAlumni: recordMutation(splitAlumni),
    dismissDuplicate: recordMutation(dismissDuplicate),
  },
};
