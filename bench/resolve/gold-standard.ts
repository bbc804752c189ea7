import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { foldText } from '../../src/domain/fold-text.ts';
import type { Gazetteer } from '../../src/domain/resolution/gazetteer.ts';
import type { OrganisationName, OrganisationRecord } from '../../src/domain/resolution/organisation-record.ts';

/** The rules were made on one part; the other was not read until they stood, and is what is reported. */
export type Part = 'TUNED' | 'KEPT';

/**
 * How a synonym is counted. NAME: it must be found. COUNTRY: a country or its government, which the list gives to the agency
 * or ministry that spends its money, and which are different actors in this project. TEXT: sentences about an organisation.
 * CONTRADICTED: the list has another organisation of just this name.
 */
export type MentionKind = 'NAME' | 'COUNTRY' | 'TEXT' | 'CONTRADICTED';

export interface Mention {
  readonly record: OrganisationRecord;
  readonly text: string;
  readonly kind: MentionKind;
  /** The organisations that the list gives this name to: one, seldom two. */
  readonly owners: ReadonlySet<string>;
  readonly part: Part;
}

export interface GoldStandard {
  /** For each organisation, all entries that stand for it, itself among them. */
  readonly twins: ReadonlyMap<string, ReadonlySet<string>>;
  readonly organisations: readonly OrganisationRecord[];
  readonly mentions: readonly Mention[];
}

const FILE = z.record(
  z.string(),
  z.object({
    name: z.string(),
    shortname: z.string(),
    synonyms: z.array(z.string()),
    iati_id: z.string().optional(),
    skip: z.unknown().optional(),
  }),
);

/** Longer ones are not names: the longest name of a body in IATI's list of publishers has fewer characters. */
const LONGEST_NAME = 150;

/** A quarter is kept aside: where the first hexadecimal digit of the SHA-256 of the organisation's key is 3, 7, b or f. */
export function partOf(key: string): Part {
  const digit = createHash('sha256').update(key).digest('hex').slice(0, 1);
  return Number.parseInt(digit, 16) % 4 === 3 ? 'KEPT' : 'TUNED';
}

/** Reads the list. Entries marked `skip` there stand for no organisation and are left out. */
export async function readGoldStandard(path: string, gazetteer: Gazetteer): Promise<GoldStandard> {
  const entries = Object.entries(FILE.parse(JSON.parse(await readFile(path, 'utf8')))).filter(([, { skip }]) => !skip);
  const twins = group(entries.map(([key, { name }]) => [plain(name), key]));
  const owners = group(
    entries.flatMap(([key, { name, synonyms }]) =>
      synonyms.flatMap((synonym) => [...(twins.get(plain(name)) ?? [key])].map((owner) => [synonym, owner] as const)),
    ),
  );
  const isContradicted = (text: string, own: ReadonlySet<string> | undefined) =>
    [...(twins.get(plain(text)) ?? [])].some((key) => !own?.has(key));
  return {
    twins: new Map(entries.map(([key, { name }]) => [key, twins.get(plain(name)) ?? new Set([key])])),
    organisations: entries.map(([key, { name, shortname, iati_id }]) => ({
      id: key,
      names: [{ value: name, kind: 'OFFICIAL' }, ...shortNames(name, shortname)],
      identifiers: iati_id === undefined ? [] : [{ scheme: 'ORG_ID', value: iati_id }],
      country: null,
    })),
    mentions: entries.flatMap(([key, { synonyms }]) =>
      synonyms.map((text, at) => ({
        record: {
          id: `${key} synonym ${at}`,
          names: [{ value: text, kind: 'ALIAS' as const }],
          identifiers: [],
          country: null,
        },
        text,
        kind: isContradicted(text, owners.get(text)) ? 'CONTRADICTED' : kindOf(text, gazetteer),
        owners: owners.get(text) ?? new Set([key]),
        part: partOf(key),
      })),
    ),
  };
}

function group(pairs: readonly (readonly [string, string])[]): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const [key, member] of pairs) groups.set(key, (groups.get(key) ?? new Set()).add(member));
  return groups;
}

/** The list has some organisations twice, under names that are the same but for case, accents, & and British spelling. */
function plain(name: string): string {
  return foldText(name.replaceAll('&', ' and '))
    .replace(/^the /, '')
    .replaceAll('organization', 'organisation')
    .replaceAll('center', 'centre');
}

function shortNames(name: string, shortname: string): OrganisationName[] {
  if (shortname === name) return [];
  const isAcronym = !/\s/.test(shortname) && name.split(/\s+/).length > 2;
  return [{ value: shortname, kind: isAcronym ? 'ACRONYM' : 'ALIAS' }];
}

function kindOf(text: string, gazetteer: Gazetteer): MentionKind {
  if (text.length > LONGEST_NAME) return 'TEXT';
  const { rest, countries } = gazetteer.takeCountries(foldText(text));
  const left = rest.split(' ').filter((word) => !['', 'the', 'of', 'government', 'gov'].includes(word));
  return countries.length > 0 && left.length === 0 ? 'COUNTRY' : 'NAME';
}
