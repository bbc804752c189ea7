import type { Properties } from '../../../domain/fact.ts';
import { edgeId } from '../../../domain/identity.ts';
import type { EdgeType } from '../../../domain/model.ts';
import { normaliseDecimal } from '../../values/normalise-decimal.ts';
import { shorten } from '../../values/shorten.ts';
import { sumOfShares } from '../../values/sum-of-shares.ts';
import type { ValueMapping } from '../mapping/value-format.ts';
import { readText } from './read-text.ts';
import type { Place, RecordMapping } from './record-mapping.ts';

/**
 * A relation with the share of the activity that falls to it. Given in several parts within a row, they are added where
 * that makes sense; several rows that say the same of an activity say it once.
 */
export function addShare(
  mapping: RecordMapping,
  type: EdgeType,
  from: string,
  to: string,
  properties: Properties,
  percentage: ValueMapping | undefined,
  place: Place,
  ...terms: string[]
): void {
  const id = edgeId(type, from, to, ...terms);
  const share = readShare(mapping, percentage, place);
  const earlier = mapping.edge(type, from, to, { ...properties, percentage: share }, place, ...terms);
  const row = `${id} ${place.cells.row}`;
  const isRepeated = mapping.seen.has(row);
  mapping.seen.add(row);
  if (earlier === undefined || !isRepeated) return;
  const sum = sumOfShares(earlier.percentage, share);
  if (sum !== null) mapping.facts.amend(id, { percentage: sum });
  const outcome = sum === null ? 'the first share is kept' : `their shares are added to ${sum}`;
  mapping.problem(place.cells, 'repeated', `${to} is named more than once; ${outcome}`);
}

function readShare(mapping: RecordMapping, percentage: ValueMapping | undefined, place: Place): string | null {
  const text = readText(mapping, percentage, place, 'percentage');
  if (text === undefined) return null;
  const share = normaliseDecimal(text.replace(/\s*%$/, ''));
  if (share !== null && Number(share) >= 0 && Number(share) <= 100) return share;
  mapping.problem(place.cells, 'bad-value', `percentage: expected a number from 0 to 100; found "${shorten(text)}"`);
  return null;
}
