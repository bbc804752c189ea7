import { readCodeList } from '../../codelists/read-code-list.ts';
import { safeForId } from '../../values/record-ids.ts';
import { shorten } from '../../values/shorten.ts';
import type { CsvMapping } from '../mapping/format.ts';
import type { Cells } from '../read/cells.ts';
import { addShare } from './add-share.ts';
import { eachItem } from './each-item.ts';
import { COUNTRY, findCountry } from './find-country.ts';
import { readText } from './read-text.ts';
import type { Place, RecordMapping } from './record-mapping.ts';

type Recipient = CsvMapping['recipients'][number];

/** Where the activity is for: countries as beneficiaries, and regions. */
export function mapRecipients(mapping: RecordMapping, activity: string, cells: Cells): void {
  eachItem(mapping, mapping.context.mapping.recipients, cells, (item, place) => {
    const read = (key: 'country' | 'recipient' | 'region') =>
      mapping.referenceText(readText(mapping, item[key], place, key), key, place);
    const country = read('country');
    const recipient = read('recipient');
    const region = read('region');
    if (country !== undefined) addCountry(mapping, activity, item, country, place);
    if (recipient !== undefined) addRecipient(mapping, activity, item, recipient, place);
    if (region !== undefined) addRegion(mapping, activity, item, region, place);
  });
}

function addCountry(mapping: RecordMapping, activity: string, item: Recipient, text: string, place: Place): void {
  const found = findCountry(text);
  if (found === undefined) {
    mapping.problem(place.cells, 'unknown-code', `recipient: expected ${COUNTRY}; found "${shorten(text)}"`);
    mapping.leaveUnread(activity, 'hasUnreadRecipients');
    return;
  }
  const { code, name } = found;
  const id = mapping.reference('Country', `country:${code}`, { code, name }, place);
  addShare(mapping, 'PARTICIPATES_IN', id, activity, { role: 'BENEFICIARY' }, item.percentage, place, 'BENEFICIARY');
  mapping.tallies.count('recipients', 'country');
}

/** A recipient of the DAC's list: a country or a region. */
function addRecipient(mapping: RecordMapping, activity: string, item: Recipient, code: string, place: Place): void {
  const found = readCodeList('dac-recipients').find(code);
  if (found?.isWithdrawn === true) mapping.tallies.count('withdrawn codes', `dac-recipients ${code}`);
  if (found?.more.country) addCountry(mapping, activity, item, found.more.country, place);
  else if (found !== undefined) addRegion(mapping, activity, item, code, place);
  else {
    const message = `recipient: expected a code of the DAC's list of recipients, like 613; found "${shorten(code)}"`;
    mapping.problem(place.cells, 'unknown-code', message);
    mapping.leaveUnread(activity, 'hasUnreadRecipients');
  }
}

/** A region by its code in the DAC's list. */
function addRegion(mapping: RecordMapping, activity: string, item: Recipient, code: string, place: Place): void {
  const owner = mapping.ownerOf({ scheme: 'DAC_REGION', value: code }, 'Region', `region:dac-${safeForId(code)}`);
  const known = readCodeList('dac-recipients').find(code);
  const name = known?.name ?? readText(mapping, item.name, place, 'name') ?? code;
  const id = mapping.reference('Region', owner, { code, name }, place);
  addShare(mapping, 'IN_REGION', activity, id, {}, item.percentage, place);
  mapping.tallies.count('recipients', 'region');
}
