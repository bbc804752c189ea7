import { readCodeList } from '../codelists/read-code-list.ts';

/** The name of a CRS channel code that stands for a kind of channel and not for one organisation; undefined for any other. */
export function channelCategory(code: string): string | undefined {
  const channels = readCodeList('crs-channels');
  const listed = channels.find(code);
  if (listed?.more.kind !== 'category') return undefined;
  // "Central Government" stands under donors and under recipients: what it stands under belongs to its name.
  const heading = code.endsWith('00') ? undefined : channels.find(listed.more.category ?? '')?.name;
  return heading === undefined ? listed.name : `${listed.name} (${heading})`;
}
