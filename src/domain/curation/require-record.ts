import { entityTypeOf } from '../entity-type.ts';
import type { NodeLabel } from '../model.ts';
import type { KnownRecord, KnownRecords } from './known-record.ts';
import { type CurationProblems, type InputPath, quote } from './problems.ts';

type Label = NodeLabel | 'Actor' | 'Activity' | 'Entity';

/** The record with this id, where it carries one of the labels; null with a problem otherwise. */
export function requireRecord(
  id: string,
  path: InputPath,
  labels: readonly Label[],
  known: KnownRecords,
  problems: CurationProblems,
): KnownRecord | null {
  const record = known.get(id);
  if (record === undefined) {
    problems.add('NOT_FOUND', path, `no record has the id ${quote(id)}; expected that of ${oneOf(labels)}`);
    return null;
  }
  if (labels.some((label) => record.labels.includes(label))) return record;
  problems.add(
    'WRONG_KIND',
    path,
    `${quote(id)} is of the kind ${entityTypeOf(record.labels)}; expected ${oneOf(labels)}`,
  );
  return null;
}

function oneOf(labels: readonly Label[]): string {
  return labels.map((label) => label.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()).join(' or ');
}
