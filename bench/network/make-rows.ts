import { edgeId } from '../../src/domain/identity.ts';
import { nameNode } from '../../src/domain/name-node.ts';
import type { Term } from '../../src/domain/vocabulary.ts';
import type { CoverRow, InSectorRow, NameRow, ParticipationRow, PlayRow } from './network.ts';

/** Rows of relations and names, with the ids that our importers would give them. */

export function participation(actorId: string, role: Term<'Role'>, activityId: string): ParticipationRow {
  return { id: edgeId('PARTICIPATES_IN', actorId, activityId, role), actorId, role, activityId };
}

export function inSector(activityId: string, sectorId: string): InSectorRow {
  return { id: edgeId('IN_SECTOR', activityId, sectorId), activityId, sectorId };
}

export function play(actorId: string, role: Term<'TriangularRole'>, arrangementId: string): PlayRow {
  return { id: edgeId('PLAYS', actorId, arrangementId, role), actorId, role, arrangementId };
}

export function cover(arrangementId: string, activityId: string): CoverRow {
  return { id: edgeId('COVERS', arrangementId, activityId), arrangementId, activityId };
}

/** The one name that a record of the network has. */
export function officialName({ id: entityId, name: value }: { readonly id: string; readonly name: string }): NameRow {
  const { id, properties } = nameNode(entityId, { value, language: 'en', kind: 'OFFICIAL' });
  return { id, entityId, ...(properties as unknown as Omit<NameRow, 'id' | 'entityId'>) };
}
