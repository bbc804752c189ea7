import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { foldText } from '../../src/domain/fold-text.ts';
import type { OrganisationRecord } from '../../src/domain/resolution/organisation-record.ts';
import { type GoldStandard, type Mention, partOf } from './gold-standard.ts';

const ROWS = z.array(z.object({ title: z.string(), publisher_iati_id: z.string() }));

export interface Titles {
  /** Titles of publishers whose code the list has, without the code: another name for the same organisation. */
  readonly mentions: readonly Mention[];
  /** How many of them are told from a name in the list by no more than case and accents. */
  readonly alike: number;
  /** The publishers, as organisations of their own: names for the measure of speed. */
  readonly publishers: readonly OrganisationRecord[];
}

/** Reads the titles under which organisations publish. */
export async function readTitles(path: string, { organisations, twins }: GoldStandard): Promise<Titles> {
  const rows = ROWS.parse(parse(await readFile(path), { bom: true, columns: true, relax_quotes: true }));
  const owners = new Map(organisations.flatMap((each) => each.identifiers.map(({ value }) => [value, each] as const)));
  const found = rows.flatMap(({ title, publisher_iati_id }) => {
    const owner = owners.get(publisher_iati_id);
    return owner ? [{ title, owner }] : [];
  });
  return {
    mentions: found.map(({ title, owner }) => ({
      record: { ...nameless(`title of ${owner.id}`), names: [{ value: title, kind: 'ALIAS' as const }] },
      text: title,
      kind: 'NAME' as const,
      owners: twins.get(owner.id) ?? new Set([owner.id]),
      part: partOf(owner.id),
    })),
    alike: found.filter(({ title, owner }) => owner.names.some(({ value }) => foldText(value) === foldText(title)))
      .length,
    publishers: rows.map(({ title, publisher_iati_id }, at) => ({
      ...nameless(`publisher ${at}`),
      names: [{ value: title, kind: 'OFFICIAL' as const }],
      identifiers: [{ scheme: 'ORG_ID' as const, value: publisher_iati_id }],
    })),
  };
}

function nameless(id: string): OrganisationRecord {
  return { id, names: [], identifiers: [], country: null };
}
