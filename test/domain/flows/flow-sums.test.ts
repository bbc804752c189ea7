import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAmounts, printAmount, readAmount } from '../../../src/domain/flows/exact-amount.ts';
import type { FlowActivity } from '../../../src/domain/flows/flow-activity.ts';
import type { FlowDimension } from '../../../src/domain/flows/flow-dimension.ts';
import { FlowSums } from '../../../src/domain/flows/flow-sums.ts';

const activity = (more: Partial<FlowActivity> = {}): FlowActivity => ({
  id: 'a',
  batches: [{ currency: 'USD', year: 2020, donor: null, type: null, amounts: ['100'] }],
  recipients: [],
  sectors: [],
  channels: [],
  roles: [],
  ...more,
});
const everything = { RECIPIENT: null, SECTOR: null };

const percentage = fc.option(fc.constantFrom('100', '60', '33.33', '0.5', '0'), { nil: null });
const published = fc.uniqueArray(fc.record({ key: fc.constantFrom('A', 'B', 'C', 'D'), percentage }), {
  selector: ({ key }) => key,
});
const amounts = fc.array(fc.constantFrom('100', '-10.5', '0.01', '99.999', '0'), { minLength: 1, maxLength: 4 });
const activities = fc
  .array(fc.record({ recipients: published, sectors: published, amounts }), { minLength: 1, maxLength: 4 })
  .map((rows) =>
    rows.map(({ recipients, sectors, amounts }, index) =>
      activity({
        id: `a${index}`,
        recipients,
        sectors: sectors.map((sector) => ({ ...sector, vocabulary: '1' })),
        batches: [{ currency: 'USD', year: 2020 + (index % 2), donor: null, type: null, amounts }],
      }),
    ),
  );

function rowsOf(dimensions: readonly FlowDimension[], list: readonly FlowActivity[], wanted: object = {}) {
  const sums = new FlowSums([...dimensions, 'CURRENCY'], { ...everything, ...wanted });
  for (const each of list) sums.add(each);
  return sums.rows();
}

const totalOf = (rows: ReturnType<typeof rowsOf>) =>
  printAmount(rows.reduce((sum, { amount }) => addAmounts(sum, readAmount(amount.value)), readAmount('0')));

describe('sums of flows', () => {
  it('are the same in all, whatever they are grouped by', () => {
    const groupings = fc.subarray<FlowDimension>(['YEAR', 'RECIPIENT', 'SECTOR']);
    fc.assert(
      fc.property(activities, groupings, (list, dimensions) => {
        expect(totalOf(rowsOf(dimensions, list))).toBe(totalOf(rowsOf([], list)));
      }),
    );
  });

  it('of wanted recipients are the rows of these recipients', () => {
    fc.assert(
      fc.property(activities, (list) => {
        const all = rowsOf(['RECIPIENT'], list).filter(({ keys: [key] }) => key === 'A' || key === 'B');
        expect(totalOf(rowsOf([], list, { RECIPIENT: new Set(['A', 'B']) }))).toBe(totalOf(all));
        expect(rowsOf(['RECIPIENT'], list, { RECIPIENT: new Set(['A', 'B']) })).toEqual(all);
      }),
    );
  });

  it('are refused where transactions would be split into too many parts', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => ({
      key: `s${index}`,
      percentage: '0.1',
      vocabulary: '1',
    }));
    const one = activity({ sectors: many, batches: activity().batches.map((batch) => ({ ...batch, amounts: ['1'] })) });
    const sums = new FlowSums(['SECTOR', 'CURRENCY'], everything);
    for (let count = 0; count < 500; count += 1) sums.add({ ...one, id: `a${count}` });
    expect(() => sums.add({ ...one, id: 'last' })).toThrow(/More than 500000 parts of transactions.*narrow/);
  });
});
