import { readCodeList } from '../../codelists/read-code-list.ts';
import { safeForId } from '../../values/record-ids.ts';
import { type ActorRequest, type Mention, reportUnknown } from './actor-request.ts';
import { addCountry } from './refer-to-country.ts';
import { addOrganisation } from './refer-to-organisation.ts';

const KEPT = '; it is kept';

/** A donor of the DAC's list: a country, or an organisation. */
export function referToDonor(request: ActorRequest, code: string): Mention {
  const found = readCodeList('dac-donors').find(code);
  if (found?.more.country) return addCountry(request, found.more.country, found.name);
  if (found === undefined) reportUnknown(request, 'a donor of the DAC list, like 613', code, KEPT);
  return addOrganisation(request, dac('DAC_DONOR', code, found?.name));
}

/** An agency of a donor, by both codes: 742-4. It is its country's own. */
export function referToAgency(request: ActorRequest, code: string): Mention {
  const found = readCodeList('dac-agencies').find(code);
  if (found === undefined) reportUnknown(request, 'the codes of donor and agency, like 742-4', code, KEPT);
  const agency = addOrganisation(request, dac('DAC_AGENCY', code, found?.name));
  const owner = readCodeList('dac-donors').find(code.split('-')[0] ?? '');
  const { mapping, place } = request;
  if (owner?.more.country && mapping.isFirstToSay(`agency ${code}`)) {
    addCountry(request, owner.more.country, owner.name);
    mapping.edge('BELONGS_TO', agency.id, `country:${owner.more.country}`, {}, place);
  }
  return agency;
}

/** A channel of the CRS: an organisation, or a kind of them. */
export function referToChannel(request: ActorRequest, code: string): Mention {
  const found = readCodeList('crs-channels').find(code);
  if (found === undefined) reportUnknown(request, 'a channel of the CRS, like 41114', code, KEPT);
  if (found?.more.kind === 'category') return { form: 'category', code, name: found.name };
  return addOrganisation(request, dac('CRS_CHANNEL', code, found?.name));
}

/** The code as the identifier of an organisation, whose id is that of the same code in IATI. */
function dac(scheme: 'DAC_DONOR' | 'DAC_AGENCY' | 'CRS_CHANNEL', code: string, listed: string | undefined) {
  return { ownId: `organisation:${safeForId(`XM-DAC-${code}`)}`, listed, identifier: { scheme, value: code } };
}
