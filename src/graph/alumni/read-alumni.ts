import type { Alumnus } from '../../domain/alumni/alumnus.ts';
import type { Consent } from '../../domain/alumni/consent.ts';
import { joinProfiles } from '../../domain/alumni/join-profiles.ts';
import type { AlumniStore } from './alumni-store.ts';
import { openProfile } from './open-profile.ts';

/** A record as it is held: with all its consents, those that were withdrawn too. */
export interface HeldAlumnus extends Alumnus {
  readonly consents: readonly Consent[];
  /** YYYY-MM-DD: the day they asked to be erased. */
  readonly erasureAskedOn: string | null;
}

interface Row {
  readonly id: string;
  readonly isSynthetic: boolean;
  readonly lastContactOn: string | null;
  readonly erasureAskedOn: string | null;
  readonly members: readonly { readonly id: string; readonly profile: string }[];
  readonly consents: readonly Consent[];
}

/** These records, opened, each with what was merged into it; null for one that is merged into another, was erased, or never was. */
export async function readAlumni(
  { graph, keys }: AlumniStore,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<(HeldAlumnus | null)[]> {
  const rows = await graph.read<Row>(
    `UNWIND $ids AS id
     MATCH (person:Alumnus {id: id}) WHERE person.mergedInto IS NULL
     WITH person, [person] + COLLECT { MATCH (merged:Alumnus {mergedInto: person.id}) RETURN merged ORDER BY merged.id } AS members
     RETURN person.id AS id, person.isSynthetic AS isSynthetic,
            reduce(last = person.lastContactOn, member IN members |
              CASE WHEN last >= member.lastContactOn OR member.lastContactOn IS NULL THEN last ELSE member.lastContactOn END) AS lastContactOn,
            person.erasureAskedOn AS erasureAskedOn,
            [member IN members | member {.id, .profile}] AS members,
            COLLECT { UNWIND members AS member MATCH (member)-[:GAVE]->(consent:Consent)
                      RETURN consent {.id, .field, .audience, .purpose, .givenOn, .until, .withdrawnOn} ORDER BY consent.id } AS consents`,
    { ids },
    signal,
  );
  const keyOf = await keys.find(rows.flatMap(({ members }) => members.map(({ id }) => id)));
  const held = new Map(
    rows.flatMap(({ members, ...row }) => {
      const profile = joinProfiles(members.flatMap((member) => openProfile(member, keyOf.get(member.id)) ?? []));
      const mergedFrom = members.slice(1).map((member) => member.id);
      return profile ? [[row.id, { ...profile, ...row, mergedFrom }] as const] : [];
    }),
  );
  return ids.map((id) => held.get(id) ?? null);
}
