import type { ManagedTransaction } from 'neo4j-driver';
import type { KnownRecords } from '../../../domain/curation/known-record.ts';
import { CurationProblems, type InputPath, quote } from '../../../domain/curation/problems.ts';
import { requireTriangular } from '../../../domain/curation/triangular-rule.ts';
import type { Term } from '../../../domain/vocabulary.ts';
import { readKnownRecords } from './read-known-records.ts';

interface Plays {
  readonly arrangement: string;
  readonly plays: readonly { readonly actor: string; readonly role: Term<'TriangularRole'> }[];
}

const PATH: InputPath = ['input', 'from'];

/** Adds a problem for each arrangement that is triangular only as long as the two organisations are two. */
export async function requireStillTriangular(
  transaction: ManagedTransaction,
  { from, into }: { readonly from: string; readonly into: string },
  problems: CurationProblems,
): Promise<void> {
  const { records } = await transaction.run<Plays>(
    `UNWIND $ids AS id
     MATCH (:Organisation {id: id})-[:PLAYS]->(arrangement)
     WITH DISTINCT arrangement ORDER BY arrangement.id
     RETURN arrangement.id AS arrangement,
       COLLECT { MATCH (actor)-[play:PLAYS]->(arrangement) RETURN {actor: actor.id, role: play.role} } AS plays`,
    { ids: [from, into] },
  );
  if (records.length === 0) return;
  const rows = records.map((record) => record.toObject());
  const known = await readKnownRecords(transaction, [
    from,
    into,
    ...rows.flatMap(({ plays }) => plays.map(({ actor }) => actor)),
  ]);
  const merged = asMerged(known, from, into);
  for (const { arrangement, plays } of rows) {
    const mergedPlays = plays.map((play) => (play.actor === from ? { ...play, actor: into } : play));
    const [message] = mistakesIn(mergedPlays, merged);
    if (message === undefined || mistakesIn(plays, known).length > 0) continue;
    const expected = `${quote(arrangement)} would be triangular no more: ${message}; correct or undo that first`;
    problems.add('NOT_TRIANGULAR', PATH, expected, [arrangement]);
  }
}

function mistakesIn(plays: Plays['plays'], known: KnownRecords): string[] {
  const found = new CurationProblems();
  requireTriangular(plays, PATH, known, found);
  return found.all.map(({ message }) => message);
}

/** The records once the two are one: the one that stays is of the countries of both, of which the first counts. */
function asMerged(known: KnownRecords, from: string, into: string): KnownRecords {
  const [gone, staying] = [known.get(from), known.get(into)];
  if (gone === undefined || staying === undefined) return known;
  const [country = null] = [gone.country, staying.country].filter((id) => id !== null).sort();
  return new Map(known).set(into, { ...staying, country });
}
