import type { EntityType } from '../../domain/entity-type.ts';
import { DomainError } from '../../errors.ts';
import type { Reference } from '../../graph/queries/reference.ts';
import type { Loaders } from '../loaders.ts';

/** What stands for `the id is one of an actor`, `… of an activity`. */
export const ACTORS: readonly EntityType[] = ['COUNTRY', 'ORGANISATION'];
export const ACTIVITIES: readonly EntityType[] = ['PROGRAMME', 'EDITION', 'PROJECT'];

/**
 * The records that the ids of an argument mean. An id that means nothing is a slip of the caller and must not look
 * like an answer of none; so are one of another kind and one given twice.
 */
export async function requireRecords(
  argument: string,
  ids: readonly string[],
  loaders: Loaders,
  kinds?: readonly EntityType[],
): Promise<Reference[]> {
  requireEachOnce(argument, ids);
  const found = await Promise.all(ids.map((id) => loaders.reference.load(id)));
  const missing = ids.find((_, index) => found[index] === null);
  if (missing !== undefined) throw await notFound(argument, missing, loaders);
  return found
    .filter((reference) => reference !== null)
    .map((reference, index) => {
      const id = quote(ids[index] ?? '');
      if (kinds && !kinds.includes(reference.kind)) {
        throw new DomainError(
          'InvalidInput',
          `${argument}: ${id} is of the kind ${reference.kind}, expected one of ${kinds.join(', ')}`,
        );
      }
      return reference;
    });
}

async function notFound(argument: string, id: string, loaders: Loaders): Promise<DomainError> {
  const into = await loaders.redirect.load(id);
  if (into !== null)
    return new DomainError('NotFound', `${argument}: ${quote(id)} was merged into ${into}: ask for that`);
  return new DomainError('NotFound', `${argument}: no record has the id ${quote(id)}${hint(id)}`);
}

export function requireEachOnce(argument: string, ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined)
    throw new DomainError('InvalidInput', `${argument}: got ${quote(twice)} twice, expected each id once`);
}

/** An answer that is begun while what it was asked for is still being checked: a mistake there is told first. */
export async function whileChecking<Answer>(check: Promise<unknown>, answer: Promise<Answer>): Promise<Answer> {
  // Whether or not it fails is of interest only once the check has passed.
  answer.catch(() => {});
  await check;
  return answer;
}

/** What an id looks like, for who gives a code or a name instead. */
function hint(id: string): string {
  return id.includes(':')
    ? ''
    : '; expected an id such as country:KZ or organisation:kazaid (search finds them by name)';
}

function quote(id: string): string {
  return id.slice(0, 100);
}
