import type { Consent } from '../../../domain/alumni/consent.ts';
import type { AlumniStore } from '../alumni-store.ts';
import { type HeldAlumnus, readAlumni } from '../read-alumni.ts';

export interface ExpiringConsent {
  readonly consent: Consent;
  /** Null where they were erased meanwhile. */
  readonly alumnus: HeldAlumnus | null;
}

export interface ExpiryPage {
  /** YYYY-MM-DD */
  readonly from: string;
  readonly to: string;
  /** The last day and the id of the consent before the page. */
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

const STATEMENT = `
  MATCH (consent:Consent)
  WHERE consent.until >= $from AND consent.until <= $to AND consent.withdrawnOn IS NULL AND consent.givenOn <= $from
    AND (consent.until > $afterDay OR (consent.until = $afterDay AND consent.id > $afterId))
  MATCH (member:Alumnus)-[:GAVE]->(consent)
  WHERE NOT EXISTS {
    MATCH (member)-[:GAVE]->(later:Consent)
    WHERE later.field = consent.field AND later.audience = consent.audience AND later.purpose = consent.purpose
      AND later.withdrawnOn IS NULL AND (later.until IS NULL OR later.until > consent.until)
  }
  RETURN consent {.id, .field, .audience, .purpose, .givenOn, .until, .withdrawnOn} AS consent,
         coalesce(member.mergedInto, member.id) AS alumnus
  ORDER BY consent.until, consent.id LIMIT $limit`;

/** Consents in force that end in these days and that no later one takes over, the soonest first. */
export async function listExpiringConsents(
  store: AlumniStore,
  { from, to, after, limit }: ExpiryPage,
  signal?: AbortSignal,
): Promise<ExpiringConsent[]> {
  const parameters = { from, to, afterDay: after?.[0] ?? '', afterId: after?.[1] ?? '', limit };
  const rows = await store.graph.read<{ consent: Consent; alumnus: string }>(STATEMENT, parameters, signal);
  const persons = await readAlumni(
    store,
    rows.map(({ alumnus }) => alumnus),
    signal,
  );
  return rows.map(({ consent }, index) => ({ consent, alumnus: persons[index] ?? null }));
}
