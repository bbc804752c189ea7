import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { isAlive } from '../../embedded/is-alive.ts';
import type { ImportHolder } from '../../graph/imports/import-lock.ts';

/** Within it a process id means one process: containers of one host name do not see each other's. */
export const PROCESS_SPACE = [hostname(), ...linuxSpace()].join(' ');

/** Whether the holder has surely ended. Where that cannot be seen from here, only its lease tells. */
export function isGone({ processSpace, processId }: ImportHolder): boolean {
  return processSpace === PROCESS_SPACE && !isAlive(processId);
}

function linuxSpace(): string[] {
  try {
    return [readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(), readlinkSync('/proc/self/ns/pid')];
  } catch {
    return [];
  }
}
