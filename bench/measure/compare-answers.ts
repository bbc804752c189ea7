import { isDeepStrictEqual } from 'node:util';
import type { Prepared } from '../contestants/contestant.ts';
import { firstDifference } from './first-difference.ts';

export interface Agreement {
  /** Those that gave the answer that all must give. */
  readonly agreeing: readonly string[];
  /** By contestant: in what its answer differs, or what was wrong with it. */
  readonly different: Readonly<Record<string, string>>;
  /** How many characters the common form has: an empty answer would make a poor question. */
  readonly size: number;
}

/**
 * Asks every contestant once. The answer that all must give is that of the first, which is none of the servers compared
 * but a plain statement to the database wherever there is one.
 */
export async function compareAnswers(contestants: ReadonlyMap<string, Prepared>): Promise<Agreement> {
  const forms = new Map<string, unknown>();
  const different: Record<string, string> = {};
  for (const [name, prepared] of contestants) {
    try {
      forms.set(name, plain(prepared.toCommonForm(await prepared.send())));
    } catch (error) {
      different[name] = `failed: ${(error as Error).message}`;
    }
  }
  const [expected] = forms.values();
  const [expectedOf] = forms.keys();
  for (const [name, form] of forms)
    if (!isDeepStrictEqual(form, expected)) different[name] = `${firstDifference(form, expected)} (${expectedOf})`;
  const agreeing = [...forms.keys()].filter((name) => !(name in different));
  return { agreeing, different, size: JSON.stringify(expected ?? null).length };
}

/** Of the same kind, whoever made it: some answers have objects without a prototype. */
function plain(form: unknown): unknown {
  return JSON.parse(JSON.stringify(form ?? null));
}
