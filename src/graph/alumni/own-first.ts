import type { RecordChange } from './change-record.ts';
import type { HeldRecord } from './held-person.ts';

/** The records of an alumnus, the one through which they signed in first: it stays theirs whatever is split. */
export function ownFirst({ person, named }: Pick<RecordChange, 'person' | 'named'>): [HeldRecord, ...HeldRecord[]] {
  const [first, ...others] = person.records;
  const own = others.find(({ id }) => id === named);
  return own === undefined ? [first, ...others] : [own, first, ...others.filter((record) => record !== own)];
}
