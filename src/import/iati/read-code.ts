import { type CodeListName, readCodeList } from '../codelists/read-code-list.ts';
import { shorten } from '../values/shorten.ts';
import type { RecordMapping } from './record-mapping.ts';
import { attributeOf, childrenOf, type XmlElement } from './xml-element.ts';

/** No code of the standard is longer. */
const MAX_CODE = 20;

/**
 * The code of the first element of this name, as published; null where there is none. One that is not on the list is a
 * problem, one that is no longer used is counted; both are kept.
 */
export function readCode(mapping: RecordMapping, parent: XmlElement, name: string, list?: CodeListName): string | null {
  // Codes of other vocabularies than the first, which only aid types have, are something else.
  const element = childrenOf(parent, name).find((each) => (attributeOf(each, 'vocabulary') ?? '1') === '1');
  const code = element && attributeOf(element, 'code')?.slice(0, MAX_CODE);
  if (element === undefined || code === undefined) return null;
  if (list !== undefined) checkCode(mapping, element, code, list);
  return code;
}

function checkCode(mapping: RecordMapping, element: XmlElement, code: string, list: CodeListName): void {
  const known = readCodeList(list).find(code);
  if (known?.isWithdrawn) mapping.tallies.count(`withdrawn codes, ${list}`, code);
  if (known !== undefined) return;
  const message = `${element.name}/@code: "${shorten(code)}" is not on the list of ${list}; it is kept`;
  mapping.problem(element, 'unknown-code', message);
}
