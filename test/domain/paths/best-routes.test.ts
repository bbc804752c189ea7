import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ActorNetwork } from '../../../src/domain/paths/actor-network.ts';
import { bestRoutes, type RouteSearch } from '../../../src/domain/paths/best-routes.ts';

type Hop = readonly [one: string, other: string, weakness?: number];

function network(hops: readonly Hop[], degrees: Readonly<Record<string, number>> = {}): ActorNetwork {
  const found = new ActorNetwork();
  for (const [from, to, weakness = 0] of hops) found.add([{ from, to, weakness, degree: degrees[to] ?? 1 }]);
  for (const [actor, degree] of Object.entries(degrees)) found.setDegree(actor, degree);
  return found;
}

function search(hops: number, more: Partial<RouteSearch> = {}): RouteSearch {
  const ends = { sources: new Set(['a']), targets: new Set(['z']) };
  return {
    ...ends,
    hops,
    via: [],
    mayPass: (actor) => actor !== 'a' && actor !== 'z',
    limit: 10,
    ...more,
  };
}

function routesOf(graph: ActorNetwork, asked: RouteSearch): string[] {
  return bestRoutes(graph, asked).routes.map(({ actors }) => actors.join(''));
}

const SQUARE: readonly Hop[] = [
  ['a', 'b'],
  ['a', 'c'],
  ['b', 'z'],
  ['c', 'z'],
  ['b', 'c'],
];

describe('the best routes', () => {
  it('have exactly as many hops as were asked for', () => {
    expect([1, 2, 3, 4].map((hops) => routesOf(network(SQUARE), search(hops)))).toEqual([
      [],
      ['abz', 'acz'],
      ['abcz', 'acbz'],
      [],
    ]);
  });

  it('go through few hubs before they are well-founded, and are well-founded before they are little connected', () => {
    const hops: Hop[] = ['b', 'c', 'd', 'e', 'f'].flatMap((actor) => [
      ['a', actor, actor === 'c' ? 2 : actor === 'd' ? 1 : 0],
      [actor, 'z'],
    ]);
    const graph = network(hops, { b: 501, c: 2, d: 2, e: 500, f: 3 });
    expect(routesOf(graph, search(2))).toEqual(['afz', 'aez', 'adz', 'acz', 'abz']);
    expect(bestRoutes(graph, search(2)).routes.map(({ hubs }) => hubs)).toEqual([0, 0, 0, 0, 1]);
  });

  it('go through the stops in their order, each served by an actor of its own', () => {
    const graph = network([...SQUARE, ['c', 'd'], ['d', 'z']]);
    const through = (...via: string[]) => ({ via: via.map((members) => new Set(members)) });
    expect(routesOf(graph, search(3, through('b', 'c')))).toEqual(['abcz']);
    expect(routesOf(graph, search(3, through('c', 'b')))).toEqual(['acbz']);
    expect(routesOf(graph, search(3, through('bc', 'bc')))).toEqual(['abcz', 'acbz']);
    expect(routesOf(graph, search(2, through('bc', 'bc')))).toEqual([]);
    expect(routesOf(graph, search(4, through('d')))).toEqual(['abcdz']);
  });

  it('go through nobody who may not be passed', () => {
    expect(routesOf(network(SQUARE), search(2, { mayPass: (actor) => actor === 'c' }))).toEqual(['acz']);
  });

  it('begin and end at any of several actors', () => {
    const ends = { sources: new Set(['a', 'b']), targets: new Set(['z', 'c']) };
    expect(routesOf(network(SQUARE), search(1, { ...ends, mayPass: () => false }))).toEqual(['ac', 'bc', 'bz']);
  });

  it('say when the search was given up', () => {
    expect(bestRoutes(network(SQUARE), search(3), 3)).toMatchObject({ isCut: true });
    expect(bestRoutes(network(SQUARE), search(3))).toMatchObject({ isCut: false });
  });

  it('are those that trying everything gives, in any network', () => {
    const actors = [...'abcdefgz'];
    const hop = fc.tuple(fc.constantFrom(...actors), fc.constantFrom(...actors), fc.nat(2));
    const hops = fc.uniqueArray(hop, { selector: ([one, other]) => [one, other].sort().join(''), maxLength: 20 });
    const degrees = fc.record(Object.fromEntries(actors.map((actor) => [actor, fc.constantFrom(1, 2, 501)])));
    fc.assert(
      fc.property(
        hops,
        degrees,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 5 }),
        (some, degree, length, limit) => {
          const links = some.filter(([one, other]) => one !== other);
          const found = routesOf(network(links, degree), search(length, { limit }));
          expect(found).toEqual(tryEverything(links, degree, length).slice(0, limit));
        },
      ),
      { seed: 7, numRuns: 500 },
    );
  });
});

function tryEverything(links: readonly Hop[], degree: Readonly<Record<string, number>>, length: number): string[] {
  const weaknessOf = (one: string, other: string) =>
    links.find(([from, to]) => (from === one && to === other) || (from === other && to === one))?.[2];
  const orders = (trail: string): string[] => {
    if (trail.length === length) return weaknessOf(trail.at(-1) ?? '', 'z') === undefined ? [] : [`${trail}z`];
    return [...'bcdefg']
      .filter((next) => !trail.includes(next) && weaknessOf(trail.at(-1) ?? '', next) !== undefined)
      .flatMap((next) => orders(trail + next));
  };
  const rank = (route: string) => {
    const inner = [...route.slice(1, -1)].map((actor) => degree[actor] ?? 0);
    const weaknesses = [...route.slice(1)].map((to, index) => weaknessOf(route[index] ?? '', to) ?? 0);
    const sum = inner.reduce((total, each) => total + each, 0);
    return [inner.filter((each) => each > 500).length, Math.max(...weaknesses), sum];
  };
  return orders('a').sort((one, other) => {
    const [left, right] = [rank(one), rank(other)];
    const place = left.findIndex((part, index) => part !== right[index]);
    return place < 0 ? (one < other ? -1 : 1) : (left[place] ?? 0) - (right[place] ?? 0);
  });
}
