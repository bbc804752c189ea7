import { DomainError } from '../../errors.ts';
import type { AlumniStore } from '../../graph/alumni/alumni-store.ts';
import { writeImportBatch } from '../../graph/alumni/import/write-import-batch.ts';
import type { AlumniFile } from '../../import/alumni/open-alumni-file.ts';
import { digestOf, type ImportPreview, planBatch, previewImport } from './preview-import.ts';
import { readDrafts } from './read-drafts.ts';

export interface Confirmation {
  /** What the preview ended with. */
  readonly code: string;
  readonly by: string;
  /** YYYY-MM-DD */
  readonly today: string;
  /** Ends between two batches. */
  readonly signal?: AbortSignal;
  /** The same as of the preview. */
  readonly rowsOfBatch?: number;
}

export interface Imported {
  readonly preview: ImportPreview;
  /** True where somebody stopped it on its way: what was written is kept. */
  readonly isStopped: boolean;
}

/** Writes exactly what the preview with this code said; refused where it would now be anything else. */
export async function confirmImport(
  file: AlumniFile,
  store: AlumniStore,
  { code, by, today, signal, rowsOfBatch }: Confirmation,
): Promise<Imported> {
  const indexKey = await store.keys.indexKey();
  const { preview, batches } = await previewImport(file, store, today, rowsOfBatch);
  if (preview.code !== code) throw refused('the file, the mapping or what is held of these persons has changed');
  const detail = { file: file.sha256, mapping: file.mapping.mapping.name };
  let number = 0;
  for await (const batch of readDrafts(file, store, today, rowsOfBatch)) {
    if (signal?.aborted) return { preview, isStopped: true };
    const expected = batches[number];
    number += 1;
    const isWritten = await writeImportBatch(store, {
      ids: batch.drafts.map(({ draft }) => draft.id),
      plan: (held) => {
        const plans = planBatch(batch, held, indexKey);
        return digestOf(batch, plans, held, indexKey) === expected ? plans : null;
      },
      by,
      today,
      detail: { ...detail, batch: `${number} of ${batches.length}` },
    });
    if (!isWritten) throw refused('somebody changed what is held of these persons; what was written before is kept');
  }
  return { preview, isStopped: false };
}

function refused(reason: string): DomainError {
  return new DomainError('InvalidInput', `not confirmed: since the preview ${reason}; look at a new preview`);
}
