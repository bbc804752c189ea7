import { addAmounts, type ExactAmount } from './exact-amount.ts';
import { type Share, splitByShares } from './split-by-shares.ts';

/** One way to split an amount: by recipients, or by sectors. */
export interface Split {
  readonly shares: readonly Share[];
  /** The keys whose parts are kept; all where null. The key null is never among them. */
  readonly wanted: ReadonlySet<string> | null;
  /** False where the parts are only kept or left out, and what is kept is one. */
  readonly isKey: boolean;
}

export interface FlowPart {
  /** One for each split that is a key. */
  readonly keys: readonly (string | null)[];
  readonly amount: ExactAmount;
}

/** The parts of an amount, split by the first, each part then by the next; none where nothing of it is wanted. */
export function splitFlow(amount: ExactAmount, splits: readonly Split[]): readonly FlowPart[] {
  const [split, ...further] = splits;
  if (!split) return [{ keys: [], amount }];
  const { shares, wanted, isKey } = split;
  const parts = splitByShares(amount, shares)
    .filter(({ key }) => wanted === null || (key !== null && wanted.has(key)))
    .flatMap(({ key, amount }) =>
      splitFlow(amount, further).map((part) => (isKey ? { keys: [key, ...part.keys], amount: part.amount } : part)),
    );
  return isKey ? parts : merge(parts);
}

/** Parts with the same keys as one. */
function merge(parts: readonly FlowPart[]): FlowPart[] {
  const merged = new Map<string, FlowPart>();
  for (const part of parts) {
    const key = JSON.stringify(part.keys);
    const earlier = merged.get(key);
    merged.set(key, earlier ? { keys: part.keys, amount: addAmounts(earlier.amount, part.amount) } : part);
  }
  return [...merged.values()];
}
