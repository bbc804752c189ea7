import { describe, expect, it } from 'vitest';
import type { Prepared } from '../../../bench/contestants/contestant.ts';
import { compareAnswers } from '../../../bench/measure/compare-answers.ts';

function answering(answer: unknown): Prepared {
  return { send: async () => answer, toCommonForm: (given) => given };
}

const RIGHT = { rows: [{ id: 'a', shared: 2 }] };

describe('comparing answers', () => {
  it('lets through who gives the same', async () => {
    const { agreeing, different } = await compareAnswers(
      new Map([
        ['database', answering(RIGHT)],
        ['server', answering(structuredClone(RIGHT))],
      ]),
    );
    expect({ agreeing, different }).toEqual({ agreeing: ['database', 'server'], different: {} });
  });

  it('says where another answer differs', async () => {
    const { agreeing, different } = await compareAnswers(
      new Map([
        ['database', answering(RIGHT)],
        ['wrong', answering({ rows: [{ id: 'a', shared: 3 }] })],
        ['short', answering({ rows: [] })],
      ]),
    );
    expect(agreeing).toEqual(['database']);
    expect(different).toEqual({
      wrong: 'rows.0.shared: 3, expected 2 (database)',
      short: 'rows.0: nothing, expected {"id":"a","shared":2} (database)',
    });
  });

  it('says what was wrong with one that fails', async () => {
    const broken: Prepared = { send: () => Promise.reject(new Error('status 500')), toCommonForm: () => null };
    const { different } = await compareAnswers(
      new Map([
        ['broken', broken],
        ['database', answering(RIGHT)],
      ]),
    );
    expect(different).toEqual({ broken: 'failed: status 500' });
  });
});
