import type { Viewer } from '../domain/sign-in/viewer.ts';
import type { AlumniStore } from '../graph/alumni/alumni-store.ts';
import type { Graph } from '../graph/open-graph.ts';
import type { ReadGenerated } from './generated/read-generated.ts';
import { createLoaders, type Loaders } from './loaders.ts';
import type { Allowance } from './rate-limit/rate-limit.ts';

/** What a resolver may use while it answers one request. */
export interface RequestContext {
  readonly graph: Graph;
  readonly readGenerated: ReadGenerated;
  readonly loaders: Loaders;
  /** Who asks; null: nobody who says so. */
  readonly viewer: Viewer | null;
  /** Where alumni are kept; null: nowhere. Resolvers look at who asks before they take it. */
  readonly alumni: AlumniStore | null;
  /** Counts what the question costs against what the address may ask for in a minute; null: that is not limited. */
  readonly takePoints: (points: number) => Promise<Allowance | null>;
  /** Aborted when the client goes away or the time for the request is over. */
  readonly signal: AbortSignal | undefined;
}

export interface ContextParts {
  readonly graph: Graph;
  readonly readGenerated: ReadGenerated;
  readonly viewer?: Viewer | null;
  readonly alumni?: AlumniStore | null;
  readonly takePoints?: RequestContext['takePoints'];
  readonly signal?: AbortSignal;
}

/** A fresh context: nothing loaded for one request is seen by another. */
export function createContext({
  graph,
  readGenerated,
  viewer = null,
  alumni = null,
  takePoints = async () => null,
  signal,
}: ContextParts): RequestContext {
  return {
    graph,
    readGenerated,
    viewer,
    alumni,
    takePoints,
    signal,
    loaders: createLoaders(graph, readGenerated, signal),
  };
}
