import { readFileSync } from 'node:fs';

/** Linux counts the processor time of processes in hundredths of a second. */
const TICK_MS = 10;

/** The processor time in milliseconds that a process and its children that ended have used so far; null where the system does not tell. */
export function cpuTime(processId: number): number | null {
  try {
    const status = readFileSync(`/proc/${processId}/stat`, 'utf8');
    // The second field is the name of the program in brackets, which may hold anything.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_MS;
  } catch {
    return null;
  }
}
