import type { Fact } from '../../../domain/fact.ts';
import { days, edge, ground } from '../build-facts.ts';
import type { SeedRow } from '../format.ts';
import type { Located } from '../read-seed.ts';

export function mapParticipation(located: Located<SeedRow<'participations.yaml'>>): Fact[] {
  const { row, statements } = ground(located);
  const { actor, role, activity, status, since, until, note } = row;
  const properties = {
    role,
    status,
    ...period(since, until),
    note: note ?? null,
  };
  return [edge('PARTICIPATES_IN', actor, activity, properties, statements, role)];
}

export function mapTie(located: Located<SeedRow<'ties.yaml'>>): Fact[] {
  const { row, statements } = ground(located);
  const { from, kind, to, status, since, until, note } = row;
  return [
    edge('TIED_TO', from, to, { kind, status, ...period(since, until), note: note ?? null }, statements, kind, status),
  ];
}

export function mapCommitment(located: Located<SeedRow<'commitments.yaml'>>): Fact[] {
  const { row, statements } = ground(located);
  const { actor, kind, policy, status } = row;
  return [edge('COMMITTED_TO', actor, policy, { kind, status }, statements, kind)];
}

function period(since: string | undefined, until: string | undefined) {
  const first = days(since, undefined).firstDay;
  const last = until === undefined ? null : days(until, undefined).lastDay;
  return {
    since: since ?? null,
    until: until ?? null,
    firstDay: first,
    lastDay: last,
  };
}
