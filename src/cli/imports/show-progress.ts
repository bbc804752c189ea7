import { SingleBar } from 'cli-progress';
import type { ImportProgress } from '../../import/run-import.ts';

/** A line every few seconds is enough where nobody watches a bar. */
const LINE_INTERVAL_MS = 5_000;

export interface ShownProgress {
  readonly update: (progress: ImportProgress) => void;
  readonly stop: () => void;
}

/** A bar on a terminal, plain lines elsewhere; always on stderr, so that stdout holds the report alone. */
export function showProgress(name: string): ShownProgress {
  const started = Date.now();
  const perSecond = (records: number) => Math.round((1_000 * records) / Math.max(Date.now() - started, 1));
  return process.stderr.isTTY ? showBar(name, perSecond) : showLines(name, perSecond);
}

function showBar(name: string, perSecond: (records: number) => number): ShownProgress {
  const bar = new SingleBar({
    format: `${name} {bar} {percentage}% | {records} records, {rate}/s | {eta_formatted} left`,
    stream: process.stderr,
  });
  bar.start(1, 0, { records: 0, rate: 0 });
  return {
    update({ bytes, totalBytes, records }) {
      bar.setTotal(Math.max(totalBytes, 1));
      bar.update(bytes, { records, rate: perSecond(records) });
    },
    stop: () => bar.stop(),
  };
}

function showLines(name: string, perSecond: (records: number) => number): ShownProgress {
  const started = Date.now();
  let last = started;
  return {
    update({ bytes, totalBytes, records }) {
      if (Date.now() - last < LINE_INTERVAL_MS) return;
      last = Date.now();
      const share = bytes / Math.max(totalBytes, 1);
      const left = share > 0 ? `, about ${seconds(((last - started) * (1 - share)) / share)} left` : '';
      console.error(
        `${name}: ${records} records, ${Math.floor(100 * share)} %, ${perSecond(records)} records/s${left}`,
      );
    },
    stop: () => {},
  };
}

function seconds(milliseconds: number): string {
  const whole = Math.ceil(milliseconds / 1_000);
  return whole < 90 ? `${whole} s` : `${Math.ceil(whole / 60)} min`;
}
