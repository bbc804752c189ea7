const LINE_INTERVAL_MS = 5_000;

/** A line on stderr every few seconds, with what has been written and how fast; gives what ends it. */
export function showProgress(what: string, count: () => number): () => void {
  const began = performance.now();
  const timer = setInterval(() => {
    const rate = Math.round(count() / ((performance.now() - began) / 1_000));
    console.error(`${what}: ${count()} so far, ${rate} a second`);
  }, LINE_INTERVAL_MS).unref();
  return () => clearInterval(timer);
}
