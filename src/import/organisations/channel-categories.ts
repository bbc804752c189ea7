import { readCodeList } from '../codelists/read-code-list.ts';

/**
 * The name of a CRS channel code that stands for a kind of channel and not for one organisation, such as 22000; undefined
 * for any other. What stands below such a heading (12002, local government) publishers use for one of them, and name it.
 */
export function channelCategory(code: string): string | undefined {
  if (!code.endsWith('00')) return undefined;
  const listed = readCodeList('crs-channels').find(code);
  return listed?.more.kind === 'category' ? listed.name : undefined;
}
