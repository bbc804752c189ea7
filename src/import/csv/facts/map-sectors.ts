import { readCodeList } from '../../codelists/read-code-list.ts';
import { ownCode, safeForId } from '../../values/record-ids.ts';
import { shorten } from '../../values/shorten.ts';
import type { Cells } from '../read/cells.ts';
import { addShare } from './add-share.ts';
import { eachItem } from './each-item.ts';
import { readText } from './read-text.ts';
import type { Place, RecordMapping } from './record-mapping.ts';

/** The code lists of the DAC: five digits and three, which cannot be confused. */
const DAC_VOCABULARIES: ReadonlySet<string> = new Set(['1', '2']);

/** What the activity is about. Without a vocabulary a code is the DAC's. */
export function mapSectors(mapping: RecordMapping, activity: string, cells: Cells): void {
  eachItem(mapping, mapping.context.mapping.sectors, cells, (item, place) => {
    const code = mapping.referenceText(readText(mapping, item.code, place, 'sector'), 'sector', place);
    const given = mapping.referenceText(readText(mapping, item.vocabulary, place, 'vocabulary'), 'vocabulary', place);
    if (code === undefined) return;
    const vocabulary = given ?? (code.length === 3 ? '2' : '1');
    const name = mapping.cut(readText(mapping, item.name, place, 'sector name') ?? code, 'a name', place);
    const id = DAC_VOCABULARIES.has(vocabulary)
      ? dacSector(mapping, code, place)
      : ownSector(mapping, vocabulary, code);
    const known = DAC_VOCABULARIES.has(vocabulary) ? readCodeList('dac-sectors').find(code)?.name : undefined;
    mapping.reference('Sector', id, { code, vocabulary, name: known ?? name }, place);
    addShare(mapping, 'IN_SECTOR', activity, id, { vocabulary }, item.percentage, place);
  });
}

function dacSector(mapping: RecordMapping, code: string, { cells }: Place): string {
  const { isKnown, isWithdrawn } = readCodeList('dac-sectors');
  if (!isKnown(code)) {
    const message = `sector: expected a code of the DAC's list of sectors; found "${shorten(code)}"; it is kept`;
    mapping.problem(cells, 'unknown-code', message);
  }
  if (isWithdrawn(code)) mapping.tallies.count('withdrawn codes', `dac-sectors ${code}`);
  return `sector:${safeForId(code)}`;
}

/** A code of the vocabularies 98 and 99 is the publisher's own: elsewhere it means something else. */
function ownSector(mapping: RecordMapping, vocabulary: string, code: string): string {
  const isOwn = vocabulary === '98' || vocabulary === '99';
  return isOwn
    ? `sector:${ownCode(mapping.context.mapping.name, vocabulary, code)}`
    : `sector:${safeForId(`v${vocabulary}-${code}`)}`;
}
