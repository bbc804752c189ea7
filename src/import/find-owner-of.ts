import { NODES, type NodeLabel } from '../domain/model.ts';
import type { FindOwner, IdentifierReference } from './importer.ts';

/** The record of this kind that owns the identifier; undefined where none does. */
export function findOwnerOf(
  { scheme, value }: IdentifierReference,
  label: NodeLabel,
  findOwner: FindOwner,
): string | undefined {
  const owner = findOwner(scheme, value);
  return owner?.startsWith(`${NODES[label].prefix}:`) ? owner : undefined;
}
