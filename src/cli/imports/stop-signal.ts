export interface StopSignal {
  readonly signal: AbortSignal;
  /** Stops listening. */
  readonly release: () => void;
}

/** Aborted by Ctrl-C or SIGTERM: what is under way is finished first. The second one ends the process at once. */
export function stopSignal(): StopSignal {
  const stop = new AbortController();
  const onSignal = () => {
    console.error('kazaid: stopping after what is under way; once more ends it at once');
    stop.abort();
    release();
  };
  const release = () => {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  };
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  return { signal: stop.signal, release };
}
