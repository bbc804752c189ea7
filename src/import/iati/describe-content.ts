import { checksumOf } from '../files/checksum-of.ts';
import type { InputFile } from '../input-file.ts';

export interface ContentDescription {
  readonly sha256: string;
  /** References of the reporting organisations, in the order they come. */
  readonly publishers: readonly string[];
}

const REPORTER = /<reporting-org\s(?:[^<>]*?\s)?ref\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** A start tag is never as long; keeps a file without any '>' from filling the memory. */
const LONGEST_TAG = 10_000;

/** What a quick look at an IATI file tells, without reading its activities: its checksum and who publishes in it. */
export async function describeContent(input: InputFile): Promise<ContentDescription> {
  const publishers = new Set<string>();
  let rest = '';
  const sha256 = await checksumOf(input, (chunk) => {
    const text = rest + chunk.toString('latin1');
    const end = Math.max(text.lastIndexOf('<'), text.length - LONGEST_TAG, 0);
    for (const [, double, single] of text.slice(0, end).matchAll(REPORTER)) {
      const ref = (double ?? single ?? '').trim();
      if (ref !== '') publishers.add(ref);
    }
    rest = text.slice(end);
  });
  return { sha256, publishers: [...publishers] };
}
