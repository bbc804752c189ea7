import { expect } from 'vitest';
import type { Ask, Oracle } from './oracle.ts';
import type { SmallGraph, SmallParticipation } from './small-graph.ts';

interface Arguments {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly limit: number;
  readonly via?: readonly string[];
  readonly avoid?: readonly string[];
  readonly roles?: readonly string[];
  readonly years?: { readonly from?: number; readonly to?: number };
  readonly basis?: readonly string[];
  readonly avoidHubs?: boolean;
}

const STRENGTHS = ['DECLARED', 'CURATED', 'INFERRED'];
const TYPES = {
  roles: '[Role!]',
  years: 'YearRange',
  basis: '[Basis!]',
  via: '[ID!]',
  avoid: '[ID!]',
  avoidHubs: 'Boolean = true',
};
const QUERY = `query ($from: ID!, $to: ID!, $maxHops: Int, $limit: Int, ${Object.entries(TYPES)
  .map(([name, type]) => `$${name}: ${type}`)
  .join(', ')}) {
  paths(from: $from, to: $to, maxHops: $maxHops, limit: $limit, ${Object.keys(TYPES)
    .map((name) => `${name}: $${name}`)
    .join(', ')}) {
    truncated
    paths { hubs basis actors { id } hops {
      from { id } to { id } sharedActivities basis activity { id }
      fromParticipations { role basis actor { id } activity { id } } toParticipations { role basis actor { id } activity { id } }
    } }
    explanation { blockedBy commonNeighbours { id } }
  }
}`;

/** Participations that a hub has beside those of its small graph, in activities where it is alone. */
export const PARTICIPATIONS_OF_A_HUB = 501;

/** Tries every order of actors there is. */
export const oracle: Oracle = (small, ask) => checkPaths(small, ask, new Set());

export async function checkPaths(small: SmallGraph, ask: Ask, hubs: ReadonlySet<string>): Promise<void> {
  const graph = { ...small, hubs };
  for (const args of variants(small).map((way, index) => ({ ...way, ...(index % 3 === 2 && { avoidHubs: false }) }))) {
    const { paths } = await ask(QUERY, { ...args });
    const all = routes(graph, args);
    const best = all.slice(0, args.limit);
    expect({ args, paths }).toEqual({
      args,
      paths: {
        truncated: false,
        paths: best.map((actors) => shown(graph, args, actors)),
        explanation: best.length < args.limit ? explanation(graph, args, all) : null,
      },
    });
  }
}

interface GraphWithHubs extends SmallGraph {
  readonly hubs: ReadonlySet<string>;
}

/** Eleven ways to ask, each of two other actors that have nothing to do with one another. */
function variants(small: SmallGraph): Arguments[] {
  const actors = actorsOf(small);
  const ends = actors.flatMap((from) => actors.map((to) => ({ from, to })));
  const apart = ends.filter(({ from, to }) => !meant(small, from).some((id) => meant(small, to).includes(id)));
  return Array.from({ length: 11 }, (_, index) => {
    const place = (small.participations.length * 5 + index * 13) % apart.length;
    const { from, to } = apart[place] as (typeof apart)[number];
    const others = actors.filter(
      (id) => ![...meant(small, from), ...meant(small, to)].includes(id) && id !== from && id !== to,
    );
    const [one, two, three] = [0, 1, 2].map((offset) => others[(index + offset) % others.length] ?? '');
    const ways: Omit<Arguments, 'from' | 'to'>[] = [
      { maxHops: 4, limit: 5 },
      { maxHops: 1 + (index % 4), limit: 1 + (index % 10) },
      { maxHops: 4, limit: 10, via: [one ?? ''] },
      { maxHops: 4, limit: 3, via: [one ?? '', two ?? ''], basis: STRENGTHS },
      { maxHops: 3, limit: 10, avoid: [one ?? ''], basis: STRENGTHS },
      { maxHops: 4, limit: 4, via: [one ?? ''], avoid: [two ?? '', three ?? ''] },
      { maxHops: 3, limit: 6, roles: index % 2 === 0 ? ['BENEFICIARY', 'FUNDING'] : ['IMPLEMENTING', 'BENEFICIARY'] },
      { maxHops: 4, limit: 6, years: { from: 2019 + (index % 5) }, basis: ['INFERRED', 'DECLARED'] },
      { maxHops: 4, limit: 2, years: { to: 2021 }, basis: ['DECLARED'] },
      // An organisation named beside its country.
      { maxHops: 4, limit: 10, via: [one ?? ''], avoid: countryOf(small, one) },
      { maxHops: 4, limit: 10, avoid: countryOf(small, from).filter((id) => id !== to) },
    ];
    const { avoid = [], via = [], ...rest } = ways[index % ways.length] as Omit<Arguments, 'from' | 'to'>;
    const stops = [...new Set(via)].filter((id) => id !== '');
    const given = [...new Set(avoid)].filter((id) => ![from, to, '', ...stops].includes(id));
    return { from, to, ...rest, ...(stops.length > 0 && { via: stops }), ...(given.length > 0 && { avoid: given }) };
  });
}

function actorsOf({ countries, organisations }: SmallGraph): string[] {
  return [...countries, ...organisations].map(({ id }) => id);
}

function countryOf(small: SmallGraph, id: string | undefined): string[] {
  const country = small.organisations.find((organisation) => organisation.id === id)?.country;
  return country ? [country] : [];
}

function meant({ organisations }: SmallGraph, id: string): string[] {
  return [id, ...organisations.filter(({ country }) => country === id).map((organisation) => organisation.id)];
}

function routes(small: GraphWithHubs, args: Arguments): string[][] {
  const named = [args.from, args.to, ...(args.via ?? [])];
  const avoided = (args.avoid ?? []).flatMap((id) => meant(small, id)).filter((id) => !named.includes(id));
  const sources = meant(small, args.from).filter((id) => !avoided.includes(id));
  const targets = meant(small, args.to).filter((id) => !avoided.includes(id));
  const ends = [...meant(small, args.from), ...meant(small, args.to)];
  const stops = (args.via ?? []).map((id) => meant(small, id));
  const mustGoRound = (id: string) => args.avoidHubs !== false && small.hubs.has(id) && !stops.flat().includes(id);
  const between = actorsOf(small).filter((id) => !ends.includes(id) && !avoided.includes(id) && !mustGoRound(id));
  const found: string[][] = [];
  const go = (trail: string[]): void => {
    const last = trail.at(-1) ?? '';
    for (const target of targets) if (hop(small, args, last, target).length > 0) found.push([...trail, target]);
    if (trail.length === args.maxHops) return;
    for (const next of between)
      if (!trail.includes(next) && hop(small, args, last, next).length > 0) go([...trail, next]);
  };
  for (const source of sources) go([source]);
  return found
    .filter((route) =>
      visits(
        route.slice(1, -1),
        (args.via ?? []).map((id) => meant(small, id)),
      ),
    )
    .sort((one, other) => compare(rank(small, args, one), rank(small, args, other)));
}

/** Whether the stops can be given to actors of the route, each to one of its own, in their order. */
function visits(route: readonly string[], stops: readonly (readonly string[])[]): boolean {
  const [stop, ...rest] = stops;
  if (!stop) return true;
  return route.some((actor, index) => stop.includes(actor) && visits(route.slice(index + 1), rest));
}

function rank(small: GraphWithHubs, args: Arguments, route: readonly string[]): (number | string)[] {
  const inner = route.slice(1, -1);
  const degrees = inner.map(
    (id) =>
      small.participations.filter(({ actor }) => actor === id).length +
      (small.hubs.has(id) ? PARTICIPATIONS_OF_A_HUB : 0),
  );
  return [
    route.length,
    inner.filter((id) => small.hubs.has(id)).length,
    STRENGTHS.indexOf(weakest(hopsOf(route).map(([from, to]) => hopBasis(small, args, from, to)))),
    degrees.reduce((sum, degree) => sum + degree, 0),
    ...route,
  ];
}

function compare(one: readonly (number | string)[], other: readonly (number | string)[]): number {
  const index = one.findIndex((part, place) => part !== other[place]);
  return index < 0 ? 0 : (one[index] as string) < (other[index] as string) ? -1 : 1;
}

function hopsOf(route: readonly string[]): [string, string][] {
  return route.slice(1).map((to, index) => [route[index] ?? '', to]);
}

/** The activities that two actors share, the one to be shown first. */
function hop(small: SmallGraph, args: Arguments, from: string, to: string): string[] {
  const shared = small.activities.filter(
    (activity) =>
      inYears(activity, args.years) && [from, to].every((actor) => partsOf(small, args, actor, activity.id).length > 0),
  );
  const end = ({ firstDay, lastDay }: (typeof shared)[number]) => lastDay ?? (firstDay === null ? '0000' : '9999');
  return shared
    .sort(
      (one, other) =>
        STRENGTHS.indexOf(activityBasis(small, args, from, to, one.id)) -
          STRENGTHS.indexOf(activityBasis(small, args, from, to, other.id)) ||
        compare([end(other)], [end(one)]) ||
        compare([one.id], [other.id]),
    )
    .map(({ id }) => id);
}

function inYears({ firstDay, lastDay }: SmallGraph['activities'][number], years: Arguments['years']): boolean {
  if (years === undefined) return true;
  if (firstDay === null && lastDay === null) return false;
  const [first, last] = [Number((firstDay ?? '0001').slice(0, 4)), Number((lastDay ?? '9999').slice(0, 4))];
  return last >= (years.from ?? 0) && first <= (years.to ?? 9999);
}

function partsOf(small: SmallGraph, args: Arguments, actor: string, activity: string): SmallParticipation[] {
  return small.participations.filter(
    (part) =>
      part.actor === actor &&
      part.activity === activity &&
      (args.roles?.includes(part.role) ?? true) &&
      (args.basis ?? ['DECLARED', 'CURATED']).includes(part.basis),
  );
}

function strongest(bases: readonly string[]): string {
  return STRENGTHS.find((basis) => bases.includes(basis)) ?? '';
}

function weakest(bases: readonly string[]): string {
  return STRENGTHS.findLast((basis) => bases.includes(basis)) ?? '';
}

function activityBasis(small: SmallGraph, args: Arguments, from: string, to: string, activity: string): string {
  return weakest([from, to].map((id) => strongest(partsOf(small, args, id, activity).map(({ basis }) => basis))));
}

function hopBasis(small: SmallGraph, args: Arguments, from: string, to: string): string {
  return strongest(hop(small, args, from, to).map((activity) => activityBasis(small, args, from, to, activity)));
}

function shown(small: GraphWithHubs, args: Arguments, route: readonly string[]) {
  const parts = (actor: string, activity: string) =>
    partsOf(small, args, actor, activity)
      .sort((one, other) => compare([one.role], [other.role]))
      .map(({ role, basis }) => ({ role, basis, actor: { id: actor }, activity: { id: activity } }));
  const hops = hopsOf(route).map(([from, to]) => {
    const activities = hop(small, args, from, to);
    const activity = activities[0] ?? '';
    return {
      from: { id: from },
      to: { id: to },
      sharedActivities: activities.length,
      basis: hopBasis(small, args, from, to),
      activity: { id: activity },
      fromParticipations: parts(from, activity),
      toParticipations: parts(to, activity),
    };
  });
  const hubs = route.slice(1, -1).filter((id) => small.hubs.has(id)).length;
  return { hubs, basis: weakest(hops.map(({ basis }) => basis)), actors: route.map((id) => ({ id })), hops };
}

function explanation(small: GraphWithHubs, args: Arguments, found: readonly string[][]) {
  const without = {
    MAX_HOPS: { ...args, maxHops: 4 },
    VIA: leaveOut(args, 'via'),
    AVOID: leaveOut(args, 'avoid'),
    AVOID_HUBS: { ...args, avoidHubs: false },
    YEARS: leaveOut(args, 'years'),
    ROLES: leaveOut(args, 'roles'),
    BASIS: { ...args, basis: STRENGTHS },
  };
  const isFound = (route: readonly string[]) => found.some((each) => each.join() === route.join());
  const everything = { ...leaveOut(leaveOut(args, 'years'), 'roles'), basis: STRENGTHS };
  const ends = [...meant(small, args.from), ...meant(small, args.to)];
  const sharedBy = (actor: string, end: string) => [
    ...new Set(meant(small, end).flatMap((id) => hop(small, everything, id, actor))),
  ];
  const common = actorsOf(small)
    .filter((id) => !ends.includes(id) && [args.from, args.to].every((end) => sharedBy(id, end).length > 0))
    .map((id) => ({ id, shared: new Set([args.from, args.to].flatMap((end) => sharedBy(id, end))).size }))
    .sort((one, other) => other.shared - one.shared || compare([one.id], [other.id]));
  return {
    blockedBy: Object.entries(without)
      .filter(([, relaxed]) => !routes(small, relaxed).every(isFound))
      .map(([name]) => name),
    commonNeighbours: common.slice(0, 5).map(({ id }) => ({ id })),
  };
}

function leaveOut(args: Arguments, name: 'via' | 'avoid' | 'years' | 'roles'): Arguments {
  const { [name]: _, ...rest } = args;
  return rest;
}
