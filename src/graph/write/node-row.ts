import type { NodeFact } from '../../domain/fact.ts';
import { NODES, type NodeLabel } from '../../domain/model.ts';
import { toStored } from './to-stored.ts';

export interface NodeRow {
  readonly id: string;
  readonly properties: Record<string, unknown>;
}

/** A node as it is written: all its properties but its support. */
export function nodeRow({ label, id, properties, isReference = false }: NodeFact): NodeRow {
  return { id, properties: toStored({ ...properties, ...phantom(label, isReference), id }) };
}

/** The label whose key finds the node: the shared one where the node is an entity, so that a changed kind finds itself. */
export function keyLabel(label: NodeLabel): string {
  return NODES[label].labels[0];
}

/** Entities say whether they are phantoms; names, codes and channel categories, whether they came with a mere reference. */
function phantom(label: NodeLabel, isReference: boolean): { isPhantom?: boolean; isReference?: boolean } {
  const labels: readonly string[] = NODES[label].labels;
  return labels.includes('Entity') ? { isPhantom: isReference } : { isReference };
}
