import type { EdgeFact, Fact, NodeFact } from './fact.ts';
import { edgeId } from './identity.ts';
import { nameNode } from './name-node.ts';
import type { Term } from './vocabulary.ts';

/** The id of a record that was merged into another → the id of that other. */
export type Redirects = ReadonlyMap<string, string>;

/**
 * The fact as it holds while records are merged: with the record that stays in the place of the one that was merged into
 * it. The same fact where it speaks of none such. Null where nothing is left to say: a relation of the two to each other, a
 * mere reference to the one that went.
 */
export function redirectFact(fact: Fact, redirects: Redirects): Fact | null {
  return fact.shape === 'edge' ? redirectEdge(fact, redirects) : redirectNode(fact, redirects);
}

function redirectEdge(fact: EdgeFact, redirects: Redirects): EdgeFact | null {
  const from = redirects.get(fact.from) ?? fact.from;
  const to = redirects.get(fact.to) ?? fact.to;
  if (from === fact.from && to === fact.to) return fact;
  if (from === to) return null;
  return { ...fact, id: edgeId(fact.type, from, to, ...termsOf(fact)), from, to };
}

/** What tells relations of the same type between the same records apart: it stands between the two in the id. */
function termsOf({ id, from, to }: EdgeFact): string[] {
  const [, ...terms] = id.slice(id.indexOf(`:${from}|`) + 1 + from.length, id.length - to.length - 1).split('|');
  return terms;
}

function redirectNode(fact: NodeFact, redirects: Redirects): NodeFact | null {
  const self = redirects.get(fact.id);
  // The record that stays says of itself what it is; the other is not described any more.
  if (self !== undefined) return fact.isReference ? null : { ...fact, id: self, isReference: true };
  const links = fact.links?.map((link) => {
    const to = redirects.get(link.to);
    return to === undefined ? link : { ...link, to, insteadOf: link.to };
  });
  const moved = links?.find(({ insteadOf }) => insteadOf !== undefined);
  if (links === undefined || moved === undefined) return fact;
  if (fact.label === 'Name') return { ...redirectName(fact, moved.to), isReference: true };
  return { ...fact, links, properties: withSubject(fact.properties, redirects) };
}

/** A name of the record that was merged is one more name of the record that stays, and not its official one. */
function redirectName(fact: NodeFact, to: string): NodeFact {
  const { value, language = null, kind } = fact.properties as { value: string; language?: string | null; kind: string };
  const other = kind === 'OFFICIAL' ? 'ALIAS' : (kind as Term<'NameKind'>);
  return { ...fact, ...nameNode(to, { value, language, kind: other }) };
}

/** A figure also names its subject. */
function withSubject(properties: NodeFact['properties'], redirects: Redirects): NodeFact['properties'] {
  const { subjectId } = properties;
  const to = typeof subjectId === 'string' ? redirects.get(subjectId) : undefined;
  return to === undefined ? properties : { ...properties, subjectId: to };
}

/** The ids of all records that the fact speaks of. */
export function recordsIn(fact: Fact): string[] {
  return fact.shape === 'edge' ? [fact.from, fact.to] : [fact.id, ...(fact.links ?? []).map(({ to }) => to)];
}
