import { cursorScope, decodeCursor, encodeCursor } from '../../../domain/cursor.ts';
import { today } from '../../../domain/today.ts';
import { DomainError } from '../../../errors.ts';
import { listExpiringConsents } from '../../../graph/alumni/contacts/list-expiring-consents.ts';
import type { PageArguments } from '../../connection.ts';
import type { RequestContext } from '../../context.ts';
import { listAlumni } from './list-alumni.ts';
import { requireOfficer } from './require-officer.ts';

const MOST_DAYS = 366;
const DAY_MS = 86_400_000;

/** Consents in force that end soon, the soonest first. */
async function expiringConsents(
  _: unknown,
  { withinDays, first, after }: PageArguments & { readonly withinDays: number },
  context: RequestContext,
) {
  const { alumni, viewer } = requireOfficer(context);
  const list = listAlumni(alumni, viewer.id);
  if (withinDays < 0 || withinDays > MOST_DAYS)
    throw new DomainError('InvalidInput', `withinDays: got ${withinDays}, expected 0 to ${MOST_DAYS}`);
  const from = today();
  const to = new Date(Date.parse(from) + withinDays * DAY_MS).toISOString().slice(0, 10);
  const scope = cursorScope('expiringConsents', [withinDays]);
  const key = after ? decodeCursor(scope, after).map(String) : null;
  const page = { from, to, after: key && ([key[0] ?? '', key[1] ?? ''] as const), limit: first + 1 };
  const found = await listExpiringConsents(alumni, page, context.signal);
  const shown = found
    .slice(0, first)
    .map((node) => ({ cursor: encodeCursor(scope, [node.consent.until ?? '', node.consent.id]), node }));
  return {
    edges: shown.flatMap(({ cursor, node: { consent, alumnus } }) =>
      alumnus === null ? [] : [{ cursor, node: { consent, alumnus: () => list(alumnus) } }],
    ),
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: key !== null,
      startCursor: shown[0]?.cursor ?? null,
      endCursor: shown.at(-1)?.cursor ?? null,
    },
  };
}

export const EXPIRING_CONSENT_RESOLVERS = { Query: { expiringConsents } };
