import type { Answer } from '../support/api.ts';
import type { SmallGraph } from './small-graph.ts';

/** Asks a question that must be answered without errors and gives its data. */
export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Answer>;

/**
 * The check of one question, in `<question>.oracle.ts`: asks it in several ways about one graph, and expects what a
 * slow and obvious computation of its definition in memory gives. `all` are the graphs in the database together.
 */
export type Oracle = (small: SmallGraph, ask: Ask, all: readonly SmallGraph[]) => Promise<void>;
