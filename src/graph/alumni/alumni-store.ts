import type { PersonKeys } from '../../domain/alumni/person-keys.ts';
import type { Graph } from '../open-graph.ts';

/**
 * Where alumni are kept: sealed in the graph, their keys outside it. No relation leads from what is public to a person
 * or back (decision 21), and no write of theirs moves the version of the public graph.
 */
export interface AlumniStore {
  readonly graph: Graph;
  readonly keys: PersonKeys;
}
