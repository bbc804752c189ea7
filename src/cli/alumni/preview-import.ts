import { createHmac } from 'node:crypto';
import { type ImportAction, planRecord, type RecordPlan } from '../../domain/alumni/import/plan-record.ts';
import type { AlumniStore } from '../../graph/alumni/alumni-store.ts';
import { type HeldRecords, readHeldForImport } from '../../graph/alumni/import/read-held-for-import.ts';
import { requireOwnKeys } from '../../graph/alumni/require-own-keys.ts';
import type { AlumniFile } from '../../import/alumni/open-alumni-file.ts';
import type { RowProblem } from '../../import/alumni/row-problem.ts';
import { type DraftBatch, readDrafts } from './read-drafts.ts';

/** More problems are counted and not listed. */
const MOST_PROBLEMS = 1_000;
const CODE_LENGTH = 16;

/** What an import would do. It holds nothing that says who somebody is. */
export interface ImportPreview {
  readonly file: string;
  readonly mapping: string;
  readonly rows: Readonly<Record<'read' | 'leftOut' | ImportAction, number>>;
  readonly consents: {
    readonly added: number;
    readonly withdrawn: number;
    /** Stated by the file, and withdrawn by the person since. */
    readonly notBroughtBack: number;
  };
  /** Contacts for which the file states no consent: they are kept sealed. */
  readonly contactsWithoutConsent: number;
  readonly problemCount: number;
  /** The first of them, in the order of the rows. */
  readonly problems: readonly RowProblem[];
  /** What confirms exactly this; null where there is nothing to write, or the file was not read to its end. */
  readonly code: string | null;
}

/** The preview, and what each batch is told apart by. */
export interface Previewed {
  readonly preview: ImportPreview;
  readonly batches: readonly string[];
}

/** Says what the import would do, and writes nothing. With keys of another graph everybody would seem to be new: refused. */
export async function previewImport(
  file: AlumniFile,
  store: AlumniStore,
  today: string,
  rowsOfBatch?: number,
): Promise<Previewed> {
  await requireOwnKeys(store);
  const indexKey = await store.keys.indexKey();
  const rows = { read: 0, added: 0, updated: 0, unchanged: 0, leftOut: 0 };
  const consents = { added: 0, withdrawn: 0, notBroughtBack: 0 };
  const problems: RowProblem[] = [];
  const batches: string[] = [];
  let [problemCount, contactsWithoutConsent, isComplete] = [0, 0, true];
  for await (const batch of readDrafts(file, store, today, rowsOfBatch)) {
    const held = await readHeldForImport(
      store.graph,
      store.keys,
      batch.drafts.map(({ draft }) => draft.id),
    );
    const plans = planBatch(batch, held, indexKey);
    batches.push(digestOf(batch, plans, held, indexKey));
    rows.read += batch.rows;
    rows.leftOut += batch.rows - plans.length;
    for (const { action, draft, withdrawn, notBroughtBack } of plans) {
      rows[action] += 1;
      consents.added += draft.consents.length;
      consents.withdrawn += withdrawn.length;
      consents.notBroughtBack += notBroughtBack;
    }
    contactsWithoutConsent += batch.drafts.flatMap(({ row }) => withoutConsent(row)).length;
    const found = [...batch.problems, ...erasedAgain(batch, held)].toSorted((one, other) => one.row - other.row);
    if (found.some(({ row }) => row === 0)) isComplete = false;
    problemCount += found.length;
    problems.push(...found.slice(0, MOST_PROBLEMS - problems.length));
  }
  const isAnything = rows.added + rows.updated > 0;
  const parts = [file.sha256, file.mapping.sha256, ...batches];
  const code = createHmac('sha256', indexKey).update(parts.join('\n')).digest('hex').slice(0, CODE_LENGTH);
  const preview = {
    file: file.name,
    mapping: file.mapping.mapping.name,
    rows,
    consents,
    contactsWithoutConsent,
    problemCount,
    problems,
    code: isAnything && isComplete ? code : null,
  };
  return { preview, batches };
}

/** What is done with each record of the batch, but for those who were erased. */
export function planBatch({ drafts }: DraftBatch, { held, erased }: HeldRecords, indexKey: Buffer): RecordPlan[] {
  return drafts
    .filter(({ draft }) => !erased.has(draft.id))
    .map(({ draft }) => planRecord(draft, held.get(draft.id) ?? null, indexKey));
}

/** Tells apart what would be written, and what is held of those whom it would be written to. */
export function digestOf(
  { drafts }: DraftBatch,
  plans: readonly RecordPlan[],
  { held }: HeldRecords,
  indexKey: Buffer,
): string {
  const hash = createHmac('sha256', indexKey).update(String(drafts.length));
  for (const plan of plans) hash.update(JSON.stringify([plan, held.get(plan.draft.id)?.version ?? null]));
  return hash.digest('base64url');
}

function withoutConsent({ contacts, consents }: DraftBatch['drafts'][number]['row']) {
  return contacts.filter(({ field }) => !consents.some((consent) => consent.field === field));
}

function erasedAgain({ drafts }: DraftBatch, { erased }: HeldRecords): RowProblem[] {
  const message =
    'expected somebody who may be kept; found somebody who was erased: the row is left out (who comes back needs a new number)';
  return drafts
    .filter(({ draft }) => erased.has(draft.id))
    .map(({ row: { row, line } }) => ({ row, line, column: '', message }));
}
