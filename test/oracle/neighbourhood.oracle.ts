import { expect } from 'vitest';
import type { Ask, Oracle } from './oracle.ts';
import type { SmallGraph } from './small-graph.ts';

interface Arguments {
  readonly of: string;
  readonly depth: number;
  readonly limit: number;
  readonly types?: readonly string[];
  readonly roles?: readonly string[];
  readonly years?: { readonly from?: number; readonly to?: number };
  readonly basis?: readonly string[];
}

interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly role: string | null;
  readonly from: string;
  readonly to: string;
  readonly basis: string;
}

const QUERY = `query ($of: ID!, $depth: Int, $limit: Int, $types: [EntityType!], $roles: [Role!], $years: YearRange, $basis: [Basis!]) {
  neighbourhood(of: $of, depth: $depth, limit: $limit, types: $types, roles: $roles, years: $years, basis: $basis) {
    truncated leftOut { kind count }
    nodes { record { id kind } distance isHub }
    edges { id kind role triangularRole from to basis evidence(first: 2) { basis } }
  }
}`;

/** Goes from ring to ring over a plain list of relations. */
export const oracle: Oracle = (small, ask) => checkNeighbourhoods(small, ask, variants(small));

/** The same where some records have hundreds of relations that are not asked for. */
export async function checkNeighbourhoodsOfHubs(small: SmallGraph, ask: Ask, hubs: ReadonlySet<string>): Promise<void> {
  const withoutInferred = variants(small, hubs).map(({ basis: _, ...args }) => args);
  await checkNeighbourhoods(small, ask, withoutInferred, hubs);
}

async function checkNeighbourhoods(
  small: SmallGraph,
  ask: Ask,
  asked: readonly Arguments[],
  hubs: ReadonlySet<string> = new Set(),
): Promise<void> {
  for (const args of asked) {
    const { neighbourhood } = await ask(QUERY, { ...args });
    expect({ args, neighbourhood }).toEqual({ args, neighbourhood: surroundings(small, args, hubs) });
  }
}

function variants(small: SmallGraph, hubs: ReadonlySet<string> = new Set()): Arguments[] {
  const kinds = kindsOf(small);
  const centres = [...kinds.keys()];
  const ways: Omit<Arguments, 'of'>[] = [
    { depth: 1, limit: 25 },
    { depth: 3, limit: 500 },
    { depth: 2, limit: 3 },
    { depth: 3, limit: 6, basis: ['DECLARED', 'CURATED', 'INFERRED'] },
    { depth: 3, limit: 9, basis: ['INFERRED'] },
    { depth: 2, limit: 500, roles: ['FUNDING', 'BENEFICIARY', 'IMPLEMENTING'] },
    { depth: 3, limit: 500, types: ['COUNTRY', 'PROJECT', 'ARRANGEMENT'] },
    { depth: 3, limit: 5, types: ['ORGANISATION', 'PROGRAMME', 'EDITION'] },
    { depth: 2, limit: 500, years: { from: 2020, to: 2022 } },
    { depth: 3, limit: 4, years: { to: 2021 }, basis: ['DECLARED', 'INFERRED'] },
    // Exactly as much room as the first ring takes.
    { depth: 2, limit: 0 },
  ];
  return ways.map((way, index) => {
    const of = centres[(small.participations.length + index * 5) % centres.length] ?? '';
    const ring = surroundings(small, { ...way, of, depth: 1, limit: 500 }, hubs).nodes.length - 1;
    return { of, ...way, limit: way.limit || Math.max(1, ring) };
  });
}

function kindsOf({ countries, organisations, activities, arrangements }: SmallGraph): Map<string, string> {
  return new Map([
    ...countries.map(({ id }) => [id, 'COUNTRY'] as const),
    ...organisations.map(({ id }) => [id, 'ORGANISATION'] as const),
    ...activities.map(({ id, label }) => [id, label.toUpperCase()] as const),
    ...arrangements.map(({ id }) => [id, 'ARRANGEMENT'] as const),
  ]);
}

function relationsOf(small: SmallGraph): Relation[] {
  const relation = (kind: string, from: string, to: string, role: string | null = null, basis = 'DECLARED') => ({
    id: `${kind.toLowerCase().replaceAll('_', '-')}:${[from, ...(role === null ? [] : [role]), to].join('|')}`,
    kind,
    role,
    from,
    to,
    basis,
  });
  return [
    ...small.participations.map((part) =>
      relation('PARTICIPATES_IN', part.actor, part.activity, part.role, part.basis),
    ),
    ...small.organisations.flatMap(({ id, country }) => (country ? [relation('BELONGS_TO', id, country)] : [])),
    ...small.activities.flatMap(({ id, partOf }) => (partOf ? [relation('PART_OF', id, partOf)] : [])),
    ...small.relatedActivities.map(({ from, to, kind }) => relation('RELATED_TO', from, to, kind)),
    ...small.arrangements.flatMap(({ id, plays, covers }) => [
      ...plays.map(({ actor, role, basis }) => relation('PLAYS', actor, id, role, basis)),
      ...covers.map((activity) => relation('COVERS', id, activity)),
    ]),
  ];
}

function surroundings(small: SmallGraph, args: Arguments, hubs: ReadonlySet<string>) {
  const kinds = kindsOf(small);
  const relations = relationsOf(small).filter(
    ({ kind, role, basis }) =>
      (args.basis ?? ['DECLARED', 'CURATED']).includes(basis) &&
      (args.roles === undefined || (kind === 'PARTICIPATES_IN' && args.roles.includes(role ?? ''))),
  );
  const mayShow = (id: string) => (args.types?.includes(kinds.get(id) ?? '') ?? true) && inYears(small, id, args.years);
  const nodes = [{ id: args.of, distance: 0 }];
  let left: string[] = [];
  for (let distance = 1; distance <= args.depth && left.length === 0; distance += 1) {
    const shown = nodes.map(({ id }) => id);
    const ring = nodes
      .filter((node) => node.distance === distance - 1 && (node.distance === 0 || !hubs.has(node.id)))
      .map(({ id }) => id);
    const joining = (id: string, to: readonly string[]) =>
      relations.filter(({ from, to: end }) => (from === id && to.includes(end)) || (end === id && to.includes(from)))
        .length;
    const candidates = [...kinds.keys()]
      .filter((id) => !shown.includes(id) && mayShow(id) && joining(id, ring) > 0)
      .sort((one, other) => joining(other, shown) - joining(one, shown) || (one < other ? -1 : 1));
    const room = args.limit - shown.length + 1;
    nodes.push(...candidates.slice(0, room).map((id) => ({ id, distance })));
    left = candidates.slice(room);
  }
  const shown = nodes.map(({ id }) => id);
  const ORDER = ['COUNTRY', 'ORGANISATION', 'PROGRAMME', 'EDITION', 'PROJECT', 'ARRANGEMENT'];
  return {
    truncated:
      left.length > 0 || nodes.some(({ id, distance }) => hubs.has(id) && distance > 0 && distance < args.depth),
    leftOut: ORDER.map((kind) => ({ kind, count: left.filter((id) => kinds.get(id) === kind).length })).filter(
      ({ count }) => count > 0,
    ),
    nodes: nodes.map(({ id, distance }) => ({ record: { id, kind: kinds.get(id) }, distance, isHub: hubs.has(id) })),
    edges: relations
      .filter(({ from, to }) => shown.includes(from) && shown.includes(to))
      .sort((one, other) => (one.id < other.id ? -1 : 1))
      .map(({ role, ...edge }) => ({
        ...edge,
        role: edge.kind === 'PARTICIPATES_IN' ? role : null,
        triangularRole: edge.kind === 'PLAYS' ? role : null,
        evidence: [{ basis: edge.basis }],
      })),
  };
}

function inYears(small: SmallGraph, id: string, years: Arguments['years']): boolean {
  if (years === undefined || /^(country|organisation):/.test(id)) return true;
  const { firstDay = null, lastDay = null } = small.activities.find((activity) => activity.id === id) ?? {};
  if (firstDay === null && lastDay === null) return false;
  const [first, last] = [Number((firstDay ?? '0001').slice(0, 4)), Number((lastDay ?? '9999').slice(0, 4))];
  return last >= (years.from ?? 0) && first <= (years.to ?? 9999);
}
