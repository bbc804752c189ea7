import type { Viewer } from '../domain/sign-in/viewer.ts';
import type { AlumniStore } from '../graph/alumni/alumni-store.ts';
import type { Graph } from '../graph/open-graph.ts';
import type { ReadGenerated } from './generated/read-generated.ts';
import { createLoaders, type Loaders } from './loaders.ts';

/** What a resolver may use while it answers one request. */
export interface RequestContext {
  readonly graph: Graph;
  readonly readGenerated: ReadGenerated;
  readonly loaders: Loaders;
  /** Who asks; null: nobody who says so. */
  readonly viewer: Viewer | null;
  /** Where alumni are kept; null: nowhere. Resolvers look at who asks before they take it. */
  readonly alumni: AlumniStore | null;
  /** Aborted when the client goes away or the time for the request is over. */
  readonly signal: AbortSignal | undefined;
}

export interface ContextParts {
  readonly graph: Graph;
  readonly readGenerated: ReadGenerated;
  readonly viewer?: Viewer | null;
  readonly alumni?: AlumniStore | null;
  readonly signal?: AbortSignal;
}

/** A fresh context: nothing loaded for one request is seen by another. */
export function createContext({
  graph,
  readGenerated,
  viewer = null,
  alumni = null,
  signal,
}: ContextParts): RequestContext {
  return { graph, readGenerated, viewer, alumni, signal, loaders: createLoaders(graph, readGenerated, signal) };
}
