import { comparableContact } from '../../../domain/alumni/comparable-contact.ts';
import { nameWays } from '../../../domain/alumni/duplicates/name-query.ts';
import {
  type ComparedRecord,
  DUPLICATE_THRESHOLD,
  type DuplicateScore,
  scoreDuplicate,
} from '../../../domain/alumni/duplicates/score-duplicate.ts';
import { soundsOf } from '../../../domain/alumni/name-words.ts';
import { blind } from '../../../domain/alumni/seal.ts';
import type { AlumniStore } from '../alumni-store.ts';
import { type HeldPerson, readHeldPersons } from '../held-person.ts';

/** So many records are looked at for one page, however many there are and however few of them are proposed. */
export const MOST_EXAMINED = 500;
/** So many are compared with each by their names, and as many by their contacts. */
export const MOST_COMPARED = 20;
const EXAMINED_AT_ONCE = 50;

export interface DuplicatePair extends DuplicateScore {
  /** The two records, the smaller id first. */
  readonly ids: readonly [string, string];
}

export interface DuplicatePage {
  readonly pairs: readonly DuplicatePair[];
  /** After which pair to go on; null where all were looked at. */
  readonly next: readonly [string, string] | null;
}

/** No id stands after it. */
const AFTER_ALL = '\uffff';

const EXAMINED = `
  MATCH (person:Alumnus)
  WHERE person.id >= $from AND person.nameWords IS NOT NULL
  RETURN person.id AS id ORDER BY id LIMIT $limit`;

const COMPARED = `
  UNWIND $wanted AS row
  CALL (row) {
    WITH row WHERE row.query <> ''
    CALL db.index.fulltext.queryNodes('alumni_by_words', row.query, {limit: $most}) YIELD node
    RETURN node.id AS other
    UNION
    UNWIND row.marks AS mark
    MATCH (:ContactPoint {fingerprint: mark})<-[:REACHED_BY]-(member:Alumnus)
    RETURN DISTINCT coalesce(member.mergedInto, member.id) AS other LIMIT $most
  }
  WITH row, other WHERE other > row.id
  RETURN row.id AS id, collect(DISTINCT other) AS others`;

const DISTINCT_FROM = `
  MATCH (person:Alumnus) WHERE person.id IN $ids AND person.distinctFrom IS NOT NULL
  RETURN person.id AS id, person.distinctFrom AS others`;

/**
 * Pairs of records that may be of one person, in the order of their ids. They are brought together by blind words of
 * names and blind marks of contacts; nobody is compared with everybody.
 */
export async function findDuplicates(
  store: AlumniStore,
  { first, after }: { readonly first: number; readonly after: readonly [string, string] | null },
  signal?: AbortSignal,
): Promise<DuplicatePage> {
  const pairs: DuplicatePair[] = [];
  let position = after ?? ['', ''];
  for (let examined = 0; examined < MOST_EXAMINED; examined += EXAMINED_AT_ONCE) {
    const rows = await store.graph.read<{ id: string }>(
      EXAMINED,
      { from: position[0], limit: EXAMINED_AT_ONCE + 1 },
      signal,
    );
    const ids = rows.map(({ id }) => id);
    const found = await pairsOf(store, ids.slice(0, EXAMINED_AT_ONCE), signal);
    pairs.push(...found.filter((pair) => isAfter(pair.ids, position)));
    const last = pairs[first - 1];
    if (last && pairs.length > first) return { pairs: pairs.slice(0, first), next: last.ids };
    if (ids.length <= EXAMINED_AT_ONCE) return { pairs, next: null };
    position = [ids[EXAMINED_AT_ONCE - 1] ?? '', AFTER_ALL];
    if (pairs.length === first) break;
  }
  return { pairs, next: position as [string, string] };
}

function isAfter([id, other]: readonly [string, string], [lastId, lastOther]: readonly string[]): boolean {
  return id > (lastId ?? '') || (id === lastId && other > (lastOther ?? ''));
}

async function pairsOf(
  { graph, keys }: AlumniStore,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<DuplicatePair[]> {
  const indexKey = await keys.indexKey();
  const compared = new Map<string, Compared>();
  const learn = async (wanted: readonly string[]) => {
    const unknown = [...new Set(wanted)].filter((id) => !compared.has(id));
    for (const person of await readHeldPersons(graph, keys, unknown))
      compared.set(person.id, comparedOf(person, indexKey));
  };
  await learn(ids);
  const wanted = ids.flatMap((id) => {
    const record = compared.get(id);
    return record ? { id, query: queryOf(record.names, indexKey), marks: record.contactMarks } : [];
  });
  const rows = await graph.read<{ id: string; others: string[] }>(COMPARED, { wanted, most: MOST_COMPARED }, signal);
  await learn(rows.flatMap(({ others }) => others));
  const members = [...compared.values()].flatMap(({ memberIds }) => memberIds);
  const dismissed = await graph.read<{ id: string; others: string[] }>(DISTINCT_FROM, { ids: members }, signal);
  const distinct = new Set(dismissed.flatMap(({ id, others }) => others.map((other) => `${id} ${other}`)));
  const pairs = rows.flatMap(({ id, others }) =>
    others.flatMap((other) => pairOf(compared.get(id), compared.get(other), distinct)),
  );
  return pairs.toSorted((one, other) => (isAfter(one.ids, other.ids) ? 1 : -1));
}

interface Compared extends ComparedRecord {
  readonly id: string;
  readonly names: readonly string[];
  /** With those of records that were merged into it. */
  readonly memberIds: readonly string[];
}

function comparedOf({ id, records, profile }: HeldPerson, indexKey: Buffer): Compared {
  const contacts = records.flatMap((record) => record.contacts);
  const contactMarks = contacts.map(({ field, value }) => blind(comparableContact(field, value()), indexKey));
  return {
    ...profile,
    id,
    memberIds: records.map((record) => record.id),
    sounds: soundsOfEach(profile.names),
    contactMarks,
  };
}

function pairOf(
  one: Compared | undefined,
  other: Compared | undefined,
  distinct: ReadonlySet<string>,
): DuplicatePair[] {
  if (!one || !other) return [];
  const isDismissed = one.memberIds.some((id) =>
    other.memberIds.some((another) => distinct.has(`${id} ${another}`) || distinct.has(`${another} ${id}`)),
  );
  const scored = scoreDuplicate(one, other);
  return isDismissed || scored.score < DUPLICATE_THRESHOLD ? [] : [{ ids: [one.id, other.id], ...scored }];
}

/** Names that sound the same are one. */
function soundsOfEach(names: readonly string[]): string[][] {
  return [...new Set(names.map((name) => soundsOf(name).join(' ')))].map((sounds) => sounds.split(' '));
}

/** In the words of the index, which are letters and digits alone. */
function queryOf(names: readonly string[], indexKey: Buffer): string {
  const word = (text: string) => blind(text, indexKey);
  const group = (words: readonly string[]) => `(${words.map(word).join(' OR ')})`;
  const ways = nameWays(names).map((groups) => `(${groups.map(group).join(' AND ')})`);
  // Of one property: else each word would be looked for in the other one, too.
  return ways.length === 0 ? '' : `nameWords:(${ways.join(' OR ')})`;
}
