import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { createGazetteer, type Gazetteer } from '../../src/domain/resolution/gazetteer.ts';

const SEED = fileURLToPath(new URL('../../seed/countries.yaml', import.meta.url));

interface Row {
  readonly id: string;
  readonly alpha3?: string;
  readonly en: string;
  readonly kk?: string;
  readonly ru?: string;
  readonly aliases?: readonly { readonly value: string }[];
}

/** The countries as the seed names them, which is what the product knows too. */
export async function readCountries(): Promise<Gazetteer> {
  const { rows } = parse(await readFile(SEED, 'utf8')) as { rows: readonly Row[] };
  return createGazetteer(
    rows.map(({ id, alpha3, en, kk, ru, aliases = [] }) => ({
      code: id.replace('country:', ''),
      alpha3: alpha3 ?? null,
      names: [en, kk ?? '', ru ?? '', ...aliases.map(({ value }) => value)].filter((name) => name !== ''),
    })),
  );
}
