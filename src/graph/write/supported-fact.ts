import type { EdgeType, NodeLabel } from '../../domain/model.ts';

/** A fact whose statements have changed. */
export interface SupportedFact {
  readonly id: string;
  readonly kind: NodeLabel | EdgeType;
}
