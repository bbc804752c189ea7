import { createHmac } from 'node:crypto';

/** How much a count is moved before it is rounded: a whole number, mostly small, that nobody without the key can tell. */
export type CountBlur = (cell: string) => number;

/**
 * 0 in 1 of 3 cells, and half as likely with each step away from it, up or down. The same for the same cell for ever: who
 * asks again learns no more.
 */
export function createCountBlur(key: Buffer): CountBlur {
  return (cell) => {
    const words = createHmac('sha256', key).update(`alumni statistics ${cell}`).digest();
    return Math.clz32(words.readUInt32BE(0)) - Math.clz32(words.readUInt32BE(4));
  };
}
