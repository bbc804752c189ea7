import { ReadingStopped } from '../reading-stopped.ts';
import type { XmlElement } from './xml-element.ts';

/** What the root element says of the version of the standard, and how its records are therefore to be read. */
export interface IatiVersion {
  /** As the file has it; undefined where it has none. */
  readonly declared: string | undefined;
  /** Undefined: no version of the standard, so each record is read by what is in it. */
  readonly major: 1 | 2 | undefined;
}

/** Elements whose texts stand in narratives since version 2, and directly in them before. */
const WITH_TEXTS: ReadonlySet<string> = new Set(['title', 'description', 'reporting-org', 'participating-org', 'name']);

export function readVersion(text: string | undefined): IatiVersion {
  const declared = text?.trim().slice(0, 40) || undefined;
  if (declared !== undefined && /^([3-9]|\d\d)(\.|$)/.test(declared)) {
    throw new ReadingStopped('unsupported-version', `expected IATI version 1.01 to 2.03, found "${declared}"`);
  }
  const major = declared === undefined ? undefined : /^([12])\.\d+$/.exec(declared)?.[1];
  return { declared, major: major === '1' ? 1 : major === '2' ? 2 : undefined };
}

/** The version that the record is written in. Where the file does not say: 1 if it has texts and none stands in a narrative. */
export function majorVersionOf(record: XmlElement, { major }: IatiVersion): 1 | 2 {
  if (major !== undefined) return major;
  const texts = record.children.filter(({ name }) => WITH_TEXTS.has(name));
  if (texts.some(({ children }) => children.some(({ name }) => name === 'narrative'))) return 2;
  return texts.some(({ text }) => /\S/.test(text)) ? 1 : 2;
}
