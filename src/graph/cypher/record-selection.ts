import type { EdgeType, LinkType, NodeLabel } from '../../domain/model.ts';

/** What to read of records: each part is given under its key. */
export interface RecordSelection {
  readonly properties: readonly { readonly key: string; readonly property: string }[];
  readonly relations: readonly RelationSelection[];
}

/** Related records to read: each once, however many relations lead to it. */
export interface RelationSelection {
  readonly key: string;
  readonly relation: Relation;
  readonly selection: RecordSelection;
  readonly sort: readonly { readonly property: string; readonly direction: 'ASC' | 'DESC' }[];
  readonly offset: number;
  readonly limit: number;
}

/** How a record leads to others. */
export interface Relation {
  readonly type: EdgeType | LinkType;
  readonly direction: 'IN' | 'OUT';
  readonly target: NodeLabel;
}
