import { readFileSync } from 'node:fs';

/** Linux counts the processor time of processes in hundredths of a second. */
const TICK_MS = 10;

/** The processor time in milliseconds that a process has used so far; null where the system does not tell. */
export function cpuTime(processId: number): number | null {
  try {
    const status = readFileSync(`/proc/${processId}/stat`, 'utf8');
    // The second field is the name of the program in brackets, which may hold anything.
    const [user, system] = status
      .slice(status.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return ((user ?? 0) + (system ?? 0)) * TICK_MS;
  } catch {
    return null;
  }
}
