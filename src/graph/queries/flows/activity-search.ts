import type { Term } from '../../../domain/vocabulary.ts';
import type { ActivityCondition } from '../../cypher/select-activities.ts';
import type { Parameters } from '../../open-graph.ts';

/** In which activities transactions are looked for. */
export interface ActivitySearch {
  readonly conditions: readonly ActivityCondition[];
  /** Those of the conditions, and `basis`: the bases of participations that count. */
  readonly parameters: Parameters & { readonly basis: readonly Term<'Basis'>[] };
}
