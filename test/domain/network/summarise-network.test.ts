import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ParticipationNetwork } from '../../../src/domain/network/participation-network.ts';
import { summariseNetwork } from '../../../src/domain/network/summarise-network.ts';

const PLENTY = 1_000_000;

/** One text for each activity, one letter for each participation. */
function networkOf(activities: readonly string[], mostPairs = PLENTY): ParticipationNetwork {
  const network = new ParticipationNetwork(mostPairs);
  for (const members of activities) network.add({ actorIds: [...members], evidenced: members.length });
  return network;
}

const summaryOf = (...activities: string[]) => summariseNetwork(networkOf(activities), PLENTY);
const named = (actors: readonly { actorId: string; participations: number; partners: number | null }[]) =>
  actors.map(({ actorId, participations, partners }) => `${actorId} ${participations} ${partners}`);

describe('the summary of a network', () => {
  it('of nothing', () => {
    expect(summaryOf()).toEqual({
      actors: 0,
      activities: 0,
      participations: 0,
      components: 0,
      largestComponent: 0,
      density: null,
      mostParticipations: [],
      mostPartners: [],
      evidencedShare: null,
    });
  });

  it('counts what is there, and distinct pairs for the density', () => {
    const { actors, activities, participations, density } = summaryOf('aab', 'c', '');
    expect({ actors, activities, participations, density }).toEqual({
      actors: 3,
      activities: 2,
      participations: 4,
      density: 3 / 6,
    });
  });

  it('finds the parts that hang together', () => {
    expect(summaryOf('ab', 'bc', 'de', 'f')).toMatchObject({ components: 3, largestComponent: 3 });
    expect(summaryOf('ab', 'cd', 'ef', 'ace')).toMatchObject({ components: 1, largestComponent: 6 });
  });

  it('names the most connected, each partner once, equal ones by their ids', () => {
    const { mostParticipations, mostPartners } = summaryOf('cab', 'cab', 'cc', 'de');
    expect(named(mostParticipations)).toEqual(['c 4 2', 'a 2 2', 'b 2 2', 'd 1 1', 'e 1 1']);
    expect(named(mostPartners)).toEqual(['a 2 2', 'b 2 2', 'c 4 2', 'd 1 1', 'e 1 1']);
  });

  it('names ten at most', () => {
    const { mostParticipations, mostPartners } = summaryOf('zyxwvutsrqponm');
    expect(mostParticipations.map(({ actorId }) => actorId).join('')).toBe('mnopqrstuv');
    expect(mostPartners.map(({ actorId }) => actorId).join('')).toBe('mnopqrstuv');
  });

  it('says how many participations carry a statement', () => {
    const network = new ParticipationNetwork(PLENTY);
    network.add({ actorIds: ['a', 'b'], evidenced: 1 });
    network.add({ actorIds: ['a', 'c'], evidenced: 2 });
    expect(summariseNetwork(network, PLENTY).evidencedShare).toBe(0.75);
  });

  it.each([
    ['too large to be kept', networkOf(['ab', 'bc', 'cd'], 5), PLENTY],
    ['too entangled to be walked', networkOf(['ab', 'bc', 'cd']), 3],
  ])('leaves out parts and partners where it is %s', (_, network, mostSteps) => {
    const { mostParticipations, ...summary } = summariseNetwork(network, mostSteps);
    expect(summary).toEqual({
      actors: 4,
      activities: 3,
      participations: 6,
      components: null,
      largestComponent: null,
      density: 0.5,
      mostPartners: [],
      evidencedShare: 1,
    });
    expect(named(mostParticipations)).toEqual(['b 2 null', 'c 2 null', 'a 1 null', 'd 1 null']);
  });

  it('ranks partners as counting them all would', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
    const activities = fc.array(fc.array(fc.constantFrom(...letters), { maxLength: 6 }), { maxLength: 30 });
    fc.assert(
      fc.property(activities, (lists) => {
        const partners = (actor: string) =>
          new Set(lists.filter((list) => list.includes(actor)).flat()).size - (lists.flat().includes(actor) ? 1 : 0);
        const expected = [...new Set(lists.flat())]
          .sort((one, other) => partners(other) - partners(one) || (one < other ? -1 : 1))
          .slice(0, 10)
          .map((actor) => `${actor} ${partners(actor)}`);
        const { mostPartners } = summaryOf(...lists.map((list) => list.join('')));
        expect(mostPartners.map((actor) => `${actor.actorId} ${actor.partners}`)).toEqual(expected);
      }),
    );
  });

  it('of an activity with very many participants does not count each of them', () => {
    const network = new ParticipationNetwork(PLENTY);
    network.add({ actorIds: Array.from({ length: 50_000 }, (_, index) => `actor-${index}`), evidenced: 0 });
    expect(summariseNetwork(network, PLENTY)).toMatchObject({ components: 1, largestComponent: 50_000 });
  });
});
