/** What an attribute of a network holds, in the words of GraphML. */
export type AttributeType = 'string' | 'int' | 'boolean';

export interface AttributeDefinition {
  /** Also its id in the file. */
  readonly name: string;
  readonly type: AttributeType;
}

/** A node or an edge: its attributes by name; what is null is left out. */
export type AttributeValues = Readonly<Record<string, string | number | boolean | null>>;

export interface NetworkNode {
  readonly id: string;
  readonly label: string;
  readonly attributes: AttributeValues;
}

export interface NetworkEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** How much it counts where edges are added up; absent: one. */
  readonly weight?: number;
  readonly attributes: AttributeValues;
}

/** A network, read page by page: first all nodes, then all edges. */
export interface Network {
  readonly isDirected: boolean;
  readonly description: string;
  readonly nodeAttributes: readonly AttributeDefinition[];
  readonly edgeAttributes: readonly AttributeDefinition[];
  readonly nodes: AsyncIterable<readonly NetworkNode[]>;
  readonly edges: AsyncIterable<readonly NetworkEdge[]>;
}
