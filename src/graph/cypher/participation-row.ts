import { referenceTo } from '../queries/reference.ts';

/** The Cypher map of a participation with both its ends. */
export function participationRow(part: string, actor: string, activity: string): string {
  return `${part} {.id, .role, .status, .since, .until, .percentage, .note, .basis,
    actor: ${referenceTo(actor)}, activity: ${referenceTo(activity)}}`;
}
