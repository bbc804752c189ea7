import { describe, expect, it } from 'vitest';
import { type AnswerStore, createAnswerStore, type KeptAnswer } from '../../../src/api/response-cache/answer-store.ts';

function answer(size: number, version = 'v1'): KeptAnswer {
  return {
    body: Buffer.alloc(size),
    contentType: 'application/json',
    cacheControl: 'public, no-cache',
    tag: null,
    version,
    completeAt: 0,
    usableUntil: Number.POSITIVE_INFINITY,
  };
}

function storeOf(maxBytes: number): AnswerStore {
  const store = createAnswerStore(maxBytes);
  store.moveTo('v1');
  return store;
}

describe('the store of answers', () => {
  it('never holds more than it may, however many answers come', () => {
    const store = storeOf(100_000);
    for (let number = 0; number < 5_000; number++) {
      store.keep(`question ${number}`, answer((number * 37) % 3_000));
      expect(store.bytes).toBeLessThanOrEqual(100_000);
    }
    expect(store.entries).toBeGreaterThan(20);
    expect(store.entries).toBeLessThan(200);
  });

  it('counts keys too, and small entries as more than nothing', () => {
    const store = storeOf(100_000);
    for (let number = 0; number < 50; number++) store.keep(`${number} ${'x'.repeat(20_000)}`, answer(10));
    expect(store.entries).toBe(2);
    const tiny = storeOf(100_000);
    for (let number = 0; number < 5_000; number++) tiny.keep(`${number}`, answer(0));
    expect(tiny.entries).toBeLessThanOrEqual(200);
  });

  it('lets go first of what was not asked for longest', () => {
    const store = storeOf(10_000);
    for (const key of ['a', 'b', 'c']) store.keep(key, answer(2_500));
    store.find('a');
    store.keep('d', answer(2_500));
    expect(['a', 'b', 'c', 'd'].filter((key) => store.find(key))).toEqual(['a', 'c', 'd']);
  });

  it('does not keep what is larger than a megabyte, or than all it may hold', () => {
    const large = storeOf(50_000_000);
    large.keep('large', answer(1_000_000));
    large.keep('below', answer(990_000));
    expect([large.find('large'), large.entries]).toEqual([undefined, 1]);
    const small = storeOf(10_000);
    small.keep('large', answer(10_000));
    expect(small.entries).toBe(0);
  });

  it('drops everything when the graph has moved, and takes nothing that comes late', () => {
    const store = storeOf(100_000);
    store.keep('a', answer(10));
    store.moveTo('v1');
    expect(store.entries).toBe(1);
    store.moveTo('v2');
    expect([store.entries, store.bytes]).toEqual([0, 0]);
    store.keep('a', answer(10, 'v1'));
    expect(store.find('a')).toBeUndefined();
  });
});
