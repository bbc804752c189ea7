import { WorkBudget } from '../funding/work-budget.ts';
import type { Money } from '../money.ts';
import { addAmounts, compareAmounts, type ExactAmount, printAmount, readAmount } from './exact-amount.ts';
import { dacSectors, type FlowActivity, type FlowBatch } from './flow-activity.ts';
import { type FlowDimension, type FlowKey, keyOf, SPLITTING } from './flow-dimension.ts';
import type { FlowGroup } from './flow-group.ts';
import { readShares } from './read-shares.ts';
import { splitFlow } from './split-flow.ts';

/** The ids whose parts of an amount are kept; all where null. */
export interface Wanted {
  readonly RECIPIENT: ReadonlySet<string> | null;
  readonly SECTOR: ReadonlySet<string> | null;
}

export interface FlowSum {
  /** In the order of the dimensions. */
  readonly keys: readonly FlowKey[];
  readonly amount: Money;
  readonly transactions: number;
  readonly activities: number;
}

interface Group {
  readonly keys: readonly FlowKey[];
  readonly currency: string;
  amount: ExactAmount;
  transactions: number;
  activities: number;
  latestActivity: string | null;
}

/** A few seconds of work. */
const MOST_PARTS = 500_000;
const ADVICE = 'parts of transactions, one for each recipient and sector; narrow the filter';

/**
 * Exact sums of transactions, group by group and each currency for itself. Activities are added one by one, each once;
 * or, where nothing is split, groups that are summed already.
 */
export class FlowSums {
  activitiesWithoutShares = 0;
  activitiesOverHundred = 0;
  readonly #groups = new Map<string, Group>();
  readonly #budget = new WorkBudget(MOST_PARTS, ADVICE);

  constructor(
    readonly dimensions: readonly FlowDimension[],
    readonly wanted: Wanted,
  ) {}

  add(activity: FlowActivity): void {
    const splits = this.#splitsOf(activity);
    const partsEach = splits.reduce((product, { shares }) => product * shares.length, 1);
    for (const batch of activity.batches) {
      this.#budget.spend(partsEach * batch.amounts.length);
      // All amounts are split alike: the first part of each belongs to the same group, and so does the second.
      const groups: Group[] = [];
      for (const amount of batch.amounts) {
        for (const [index, part] of splitFlow(readAmount(amount), splits).entries()) {
          groups[index] ??= this.#groupOf(this.#keysOf(activity, batch, part.keys), batch.currency);
          addTo(groups[index], part.amount, activity.id);
        }
      }
    }
  }

  /** Only where neither a dimension nor what is wanted splits amounts. */
  addGroup(added: FlowGroup): void {
    const group = this.#groupOf(this.#keysOf(added, added, []), added.currency);
    const sum = { units: BigInt(added.hundredths), digits: 2 };
    group.amount = added.others.reduce(
      (amount, other) => addAmounts(amount, readAmount(other)),
      addAmounts(group.amount, sum),
    );
    group.transactions += added.transactions;
    group.activities += added.activities;
  }

  /** Currencies in the order of their codes; in each the largest amount first, then by keys. */
  rows(): FlowSum[] {
    return [...this.#groups.values()]
      .sort(
        (one, other) =>
          compareKeys([one.currency], [other.currency]) ||
          compareAmounts(other.amount, one.amount) ||
          compareKeys(one.keys, other.keys),
      )
      .map(({ keys, currency, amount, transactions, activities }) => ({
        keys,
        amount: { value: printAmount(amount), currency },
        transactions,
        activities,
      }));
  }

  #splitsOf(activity: FlowActivity) {
    const published = { RECIPIENT: activity.recipients, SECTOR: dacSectors(activity.sectors) };
    const needed = SPLITTING.filter((by) => this.dimensions.includes(by) || this.wanted[by] !== null);
    const read = needed.map((by) => ({
      ...readShares(published[by]),
      wanted: this.wanted[by],
      isKey: this.dimensions.includes(by),
    }));
    if (read.some(({ isMissing }) => isMissing)) this.activitiesWithoutShares += 1;
    if (read.some(({ isOverHundred }) => isOverHundred)) this.activitiesOverHundred += 1;
    return read;
  }

  /** `ofPart` holds the keys that the amount was split by, recipient before sector. */
  #keysOf(
    activity: Pick<FlowActivity, 'channels' | 'roles'>,
    batch: Omit<FlowBatch, 'amounts'>,
    ofPart: readonly FlowKey[],
  ): FlowKey[] {
    return this.dimensions.map((dimension) => {
      if (dimension === 'RECIPIENT') return ofPart[0] ?? null;
      if (dimension === 'SECTOR') return ofPart.at(-1) ?? null;
      return keyOf(dimension, activity, batch);
    });
  }

  #groupOf(keys: readonly FlowKey[], currency: string): Group {
    const name = JSON.stringify([currency, keys]);
    const group = this.#groups.get(name) ?? {
      keys,
      currency,
      amount: { units: 0n, digits: 0 },
      transactions: 0,
      activities: 0,
      latestActivity: null,
    };
    this.#groups.set(name, group);
    return group;
  }
}

function addTo(group: Group, amount: ExactAmount, activityId: string): void {
  group.amount = addAmounts(group.amount, amount);
  group.transactions += 1;
  if (group.latestActivity !== activityId) group.activities += 1;
  group.latestActivity = activityId;
}

/** By the first key that differs; the key null comes last. */
function compareKeys(ones: readonly FlowKey[], others: readonly FlowKey[]): number {
  for (const [index, one] of ones.entries()) {
    const other = others[index] ?? null;
    if (one === other) continue;
    if (one === null || other === null) return one === null ? 1 : -1;
    return one < other ? -1 : 1;
  }
  return 0;
}
