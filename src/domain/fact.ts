import type { EdgeType, LinkType, NodeLabel } from './model.ts';
import type { Statement } from './statement.ts';

/** A value as Neo4j keeps it. Exact decimals and EDTF dates are strings. */
export type PropertyValue = string | number | boolean | readonly string[] | null;
export type Properties = Readonly<Record<string, PropertyValue>>;

/** Where a node hangs. */
export interface Link {
  readonly type: LinkType;
  readonly to: string;
  /** The record that the source names, where it was merged into the one that stands in `to`. */
  readonly insteadOf?: string;
}

/** A record: an actor, an activity, a figure, a name … and what supports it. */
export interface NodeFact {
  readonly shape: 'node';
  readonly label: NodeLabel;
  readonly id: string;
  readonly properties: Properties;
  /** Where the node hangs: removed and written again with it. */
  readonly links?: readonly Link[];
  /** True where the source only refers to it: the node is created as a phantom if absent, and otherwise left as it is. */
  readonly isReference?: boolean;
  readonly statements: readonly Statement[];
}

/** A relation between two records, and what supports it. */
export interface EdgeFact {
  readonly shape: 'edge';
  readonly type: EdgeType;
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
  readonly statements: readonly Statement[];
}

export type Fact = NodeFact | EdgeFact;

/**
 * The facts that one record of a source yields; the unit that is replaced when a newer version of the record comes.
 * Facts within it are in the order they must be written: what a relation joins comes before it.
 */
export interface FactRecord {
  readonly id: string;
  readonly facts: readonly Fact[];
}
