import { describe, expect, it } from 'vitest';
import { generateNetwork } from '../../../bench/network/generate-network.ts';
import type { Network } from '../../../bench/network/network.ts';
import { foldText } from '../../../src/domain/fold-text.ts';

const SIZES = [
  { participations: 300, largestHub: 25 },
  { participations: 3_000, largestHub: 150 },
];
const [small, large] = SIZES.map(generateNetwork) as [Network, Network];
const PLANTED = 1_000;

function degrees({ participations }: Network): Map<string, number> {
  const found = new Map<string, number>();
  for (const { actorId } of participations) found.set(actorId, (found.get(actorId) ?? 0) + 1);
  return found;
}

/** Everything but the whole activities and triangles, whose rows are the others. */
const ROWS = [
  'countries',
  'sectors',
  'organisations',
  'projects',
  'participations',
  'inSector',
  'transactions',
  'arrangements',
  'plays',
  'covers',
  'names',
] as const;

describe.each([small, large])('a generated network of $size.participations participations', (network) => {
  it('is the same every time it is walked', () => {
    const again = generateNetwork(network.size);
    for (const rows of ROWS) {
      expect([...network[rows]]).toEqual([...network[rows]]);
      expect([...again[rows]]).toEqual([...network[rows]]);
    }
  });

  it('has as many participations as asked for, beside the planted ones', () => {
    expect([...network.participations]).toHaveLength(network.size.participations + PLANTED);
  });

  it('gives every row an id of its own', () => {
    const ids = ROWS.flatMap((rows) => [...network[rows]].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names nothing that is not there', () => {
    const ids = (rows: Iterable<{ readonly id: string }>) => new Set([...rows].map(({ id }) => id));
    const [projects, arrangements, sectors] = [network.projects, network.arrangements, network.sectors].map(ids);
    const actors = new Set([...ids(network.countries), ...ids(network.organisations)]);
    expect(
      [...network.participations].filter((row) => !projects?.has(row.activityId) || !actors.has(row.actorId)),
    ).toEqual([]);
    expect(
      [...network.inSector].filter((row) => !projects?.has(row.activityId) || !sectors?.has(row.sectorId)),
    ).toEqual([]);
    expect(
      [...network.plays].filter((row) => !arrangements?.has(row.arrangementId) || !actors.has(row.actorId)),
    ).toEqual([]);
    expect(
      [...network.covers].filter((row) => !arrangements?.has(row.arrangementId) || !projects?.has(row.activityId)),
    ).toEqual([]);
    const parties = [...network.transactions].flatMap(({ providerId, receiverId }) => [providerId, receiverId]);
    expect(parties.filter((id) => id !== null && !actors.has(id))).toEqual([]);
    expect([...network.transactions].filter(({ activityId }) => !projects?.has(activityId))).toEqual([]);
    const owners = [...network.organisations].flatMap(({ countryId }) => countryId ?? []);
    expect(owners.filter((id) => !actors.has(id))).toEqual([]);
  });

  it('gives every project participants and every arrangement its three roles', () => {
    for (const { participations } of network.activities) expect(participations.length).toBeGreaterThan(0);
    for (const { plays } of network.triangles)
      expect(new Set(plays.map(({ role }) => role))).toEqual(new Set(['FACILITATING', 'PIVOTAL', 'BENEFICIARY']));
  });

  it('has a hub of the degree asked for, larger than all but the probes and countries', () => {
    const found = degrees(network);
    expect(found.get(network.subjects.hub)).toBe(network.size.largestHub);
    expect(found.get(network.subjects.secondHub)).toBeGreaterThan(1);
    expect([...network.plays].some(({ actorId }) => actorId === network.subjects.hub)).toBe(true);
  });

  it('holds the searched word in the names of the organisations searched, and no name like it elsewhere', () => {
    const [word = ''] = foldText(network.subjects.searchText).split(' ');
    const alike = [...network.names].filter(({ folded }) =>
      folded.split(' ').some((each) => each.startsWith(word.slice(0, 3)) && each.endsWith(word.slice(-3))),
    );
    expect(alike.map(({ entityId }) => entityId)).toEqual(network.subjects.searchedIds);
  });
});

describe('the planted part', () => {
  const ofProbes = (network: Network) => {
    const { probe20, probe200, farProbe } = network.subjects;
    const probes = new Set([probe20, probe200, farProbe]);
    return [...network.activities].filter(({ participations }) =>
      participations.some(({ actorId }) => probes.has(actorId)),
    );
  };

  it('is the same in every size', () => {
    expect(ofProbes(small)).toEqual(ofProbes(large));
    expect(small.subjects).toEqual(large.subjects);
  });

  it('has probes of 20, 200 and 20 projects with three others in each, of at most 30', () => {
    const { probe20, probe200, farProbe } = large.subjects;
    const found = degrees(large);
    expect([probe20, probe200, farProbe].map((id) => found.get(id))).toEqual([20, 200, 20]);
    for (const { participations } of ofProbes(large)) {
      expect(participations).toHaveLength(4);
      for (const { actorId } of participations.slice(1)) expect(found.get(actorId)).toBeLessThanOrEqual(30);
    }
  });
});
