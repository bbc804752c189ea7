import type { ActorMapping, CsvMapping } from './format.ts';

/** An actor as a mapping gives it, and where it does. */
export interface GivenActor {
  readonly actor: ActorMapping;
  readonly path: readonly PropertyKey[];
}

/** Every actor of the mapping. */
export function givenActors({ publishedBy, participations, transactions }: CsvMapping): GivenActor[] {
  return [
    at(publishedBy, ['publishedBy']),
    participations.map(({ actor }, index) => at(actor, ['participations', index, 'actor'])),
    transactions.map(({ provider, receiver }, index) => [
      at(provider, ['transactions', index, 'provider']),
      at(receiver, ['transactions', index, 'receiver']),
    ]),
  ].flat(3);
}

function at(actor: ActorMapping | undefined, path: readonly PropertyKey[]): GivenActor[] {
  return actor === undefined ? [] : [{ actor, path }];
}
