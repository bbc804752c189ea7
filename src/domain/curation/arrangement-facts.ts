import type { EdgeFact, Fact, NodeFact } from '../fact.ts';
import { edgeId, stableKey } from '../identity.ts';
import type { EdgeType } from '../model.ts';
import { nameNode } from '../name-node.ts';
import type { Statement } from '../statement.ts';
import type { Term } from '../vocabulary.ts';
import { daysCovered } from './days-covered.ts';

export interface Play {
  readonly actor: string;
  readonly role: Term<'TriangularRole'>;
}

/** A triangular arrangement whose parts have been checked. */
export interface CuratedArrangement {
  readonly name: string;
  readonly nameKk: string | null;
  readonly nameRu: string | null;
  readonly status: Term<'ActivityStatus'> | null;
  /** EDTF. */
  readonly start: string | null;
  /** EDTF. */
  readonly end: string | null;
  readonly plays: readonly (Play & { readonly statement: Statement })[];
  /** Ids of the activities it covers. */
  readonly covers: readonly string[];
  /** What supports the arrangement as such. */
  readonly statement: Statement;
}

/** The same actors in the same roles on the same activities are the same arrangement, in whatever words. */
export function arrangementKey(plays: readonly Play[], covers: readonly string[]): string {
  return stableKey(
    ...plays.map(({ actor, role }) => `${role} ${actor}`).sort(),
    ...covers.toSorted().map((activity) => `COVERS ${activity}`),
  );
}

/** The facts of an arrangement, in the order they must be written. */
export function arrangementFacts(id: string, arrangement: CuratedArrangement): Fact[] {
  const { name, nameKk, nameRu, status, start, end, plays, covers, statement } = arrangement;
  const days = daysCovered(start, end, status === 'ONGOING');
  const properties = { name, nameKk, nameRu, status, start, end, ...days };
  const statements = [statement];
  return [
    { shape: 'node', label: 'TriangularArrangement', id, properties, statements },
    ...nameOf(id, name, 'en', statements),
    ...nameOf(id, nameKk, 'kk', statements),
    ...nameOf(id, nameRu, 'ru', statements),
    ...plays.map((play) => edge('PLAYS', play.actor, id, { role: play.role }, [play.statement], play.role)),
    ...covers.map((activity) => edge('COVERS', id, activity, {}, statements)),
  ];
}

function nameOf(id: string, value: string | null, language: string, statements: readonly Statement[]): NodeFact[] {
  if (value === null) return [];
  return [{ shape: 'node', label: 'Name', ...nameNode(id, { value, language, kind: 'OFFICIAL' }), statements }];
}

function edge(
  type: EdgeType,
  from: string,
  to: string,
  properties: EdgeFact['properties'],
  statements: readonly Statement[],
  ...terms: readonly string[]
): EdgeFact {
  return { shape: 'edge', type, id: edgeId(type, from, to, ...terms), from, to, properties, statements };
}
