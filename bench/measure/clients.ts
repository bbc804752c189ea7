import type { Prepared } from '../contestants/contestant.ts';

/** How long a contestant is asked one question in one round. Whichever bound comes first ends it, but `fewest` are asked. */
export interface Stint {
  readonly milliseconds: number;
  readonly fewest: number;
  readonly most: number;
}

export interface Measured {
  /** Milliseconds of each request, from sending it to having the whole answer. */
  readonly latencies: readonly number[];
  /** Milliseconds from the first request to the last answer. */
  readonly elapsed: number;
}

/** So many clients ask the same at the same time, each as soon as it has its answer. */
export async function runClients(prepared: Prepared, clients: number, stint: Stint): Promise<Measured> {
  const latencies: number[] = [];
  const begun = performance.now();
  let asked = 0;
  const mayAsk = () => asked < stint.fewest || (asked < stint.most && performance.now() - begun < stint.milliseconds);
  const client = async () => {
    while (mayAsk()) {
      asked += 1;
      const sent = performance.now();
      await prepared.send();
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { latencies, elapsed: performance.now() - begun };
}
