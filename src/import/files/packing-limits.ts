import { DomainError } from '../../errors.ts';

/** What an archive or gzip file may come to. Published XML and CSV shrink to a tenth or a thirtieth, seldom to less. */
export const PACKING_LIMITS = {
  /** How many times the packed size the content may be, once it is larger than `unsuspicious`. */
  ratio: 200,
  /** In bytes, as is `total`: so little does no harm, however small it was packed. */
  unsuspicious: 100_000_000,
  /** All that IATI publishes together is about a fifth of it. */
  total: 50_000_000_000,
  entries: 50_000,
  /** In bytes: the names of all entries and what is said about them. */
  index: 20_000_000,
} as const;

/** Refuses what unpacks to more than honest data would. */
export function requireHonestSize(name: string, packed: number, unpacked: number): void {
  const { ratio, unsuspicious, total } = PACKING_LIMITS;
  if (unpacked <= unsuspicious) return;
  if (unpacked <= total && unpacked <= ratio * packed) return;
  throw new DomainError(
    'LimitExceeded',
    `${name}: ${packed} bytes unpack to ${unpacked} or more; at most ${ratio} times the packed size and ${total} bytes are ` +
      'unpacked, for more looks like a bomb; if it is honest, unpack it first and import what was in it',
  );
}
