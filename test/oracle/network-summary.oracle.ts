import { expect } from 'vitest';
import type { Oracle } from './oracle.ts';

const QUERY = `{ networkSummary {
  actors activities participations components largestComponent density evidencedShare
  mostParticipations { actor { id } participations partners }
  mostPartners { actor { id } participations partners }
} }`;

/** The whole graph is one question, so it is asked once, of all graphs together. */
export const oracle: Oracle = async (small, ask, all) => {
  if (small !== all[0]) return;
  const parts = all.flatMap(({ participations }) => participations).filter(({ basis }) => basis !== 'INFERRED');
  const actors = [...new Set(parts.map(({ actor }) => actor))].sort();
  const activities = [...new Set(parts.map(({ activity }) => activity))];
  const pairs = new Set(parts.map(({ actor, activity }) => `${actor} ${activity}`));

  const activitiesOf = (actor: string) => parts.filter((part) => part.actor === actor).map(({ activity }) => activity);
  const near = new Map(
    actors.map((actor) => {
      const own = activitiesOf(actor);
      const others = parts.filter((part) => own.includes(part.activity)).map((part) => part.actor);
      return [actor, new Set(others.filter((other) => other !== actor))];
    }),
  );
  const sizes: number[] = [];
  const seen = new Set<string>();
  for (const actor of actors) {
    if (seen.has(actor)) continue;
    const part = new Set([actor]);
    for (const member of part) for (const other of near.get(member) ?? []) part.add(other);
    for (const member of part) seen.add(member);
    sizes.push(part.size);
  }

  const described = actors.map((id) => ({
    actor: { id },
    participations: activitiesOf(id).length,
    partners: near.get(id)?.size ?? 0,
  }));
  const first = (key: 'participations' | 'partners') =>
    [...described].sort((one, other) => other[key] - one[key]).slice(0, 10);
  const { networkSummary } = await ask(QUERY);
  expect(networkSummary).toEqual({
    actors: actors.length,
    activities: activities.length,
    participations: parts.length,
    components: sizes.length,
    largestComponent: Math.max(...sizes),
    density: pairs.size / (actors.length * activities.length),
    evidencedShare: 1,
    mostParticipations: first('participations'),
    mostPartners: first('partners'),
  });
};
