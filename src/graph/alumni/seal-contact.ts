import { comparableContact } from '../../domain/alumni/comparable-contact.ts';
import type { ContactField } from '../../domain/alumni/consent.ts';
import { blind, seal } from '../../domain/alumni/seal.ts';

/** A contact as it lies in the graph: sealed, with a mark by which two that are the same can be found. */
export interface SealedContact {
  readonly id: string;
  readonly field: ContactField;
  readonly value: string;
  readonly fingerprint: string;
}

export interface ContactKeys {
  /** Of the person. */
  readonly key: Buffer;
  readonly indexKey: Buffer;
}

export function sealContact(
  holder: string,
  { field, value }: { readonly field: ContactField; readonly value: string },
  { key, indexKey }: ContactKeys,
): SealedContact {
  const id = `${holder}/${field}`;
  return { id, field, value: seal(value, key, id), fingerprint: blind(comparableContact(field, value), indexKey) };
}
