import type { Fact } from '../../domain/fact.ts';
import { type Redirects, redirectFact } from '../../domain/redirect-fact.ts';
import type { ChangedRecord } from './changed-records.ts';

/** A fact, and the record that states it. */
export interface StatedFact {
  readonly recordId: string;
  /** As the source says it. */
  readonly said: Fact;
  /** As it holds while records are merged; null where nothing is left to say. */
  readonly fact: Fact | null;
}

/** One that holds. */
export type HeldFact = StatedFact & { readonly fact: Fact };

/** What the records say, each fact with who states it. */
export function statedBy(changed: readonly ChangedRecord[], redirects: Redirects): StatedFact[] {
  const mentioned = new Set<string>();
  return changed.flatMap(({ record }) =>
    record.facts.flatMap((said) => {
      const recordId = statingRecord(record.id, said);
      // A source mentions a name once, however often it does so.
      const mention = `${recordId} ${said.id}`;
      if (isMention(said) && mentioned.has(mention)) return [];
      mentioned.add(mention);
      return [{ recordId, said, fact: redirects.size === 0 ? said : redirectFact(said, redirects) }];
    }),
  );
}

export function holds(stated: StatedFact): stated is HeldFact {
  return stated.fact !== null;
}

/**
 * A name or code by which a source only refers to a record. It is not what one record of the source says, which may be
 * replaced, but rests on one statement of the whole source: the first that mentions it.
 */
export function isMention(fact: Fact): boolean {
  return isReference(fact) && fact.shape === 'node' && (fact.label === 'Name' || fact.label === 'Identifier');
}

/** What the statements of a fact in this record name as their record: for a mere mention, the whole source. */
export function statingRecord(recordId: string, fact: Fact): string {
  return isMention(fact) ? mentionsIn(fact.statements[0]?.sourceId ?? '') : recordId;
}

/** What stands for a record in the statements on what a source mentions. */
export function mentionsIn(sourceId: string): string {
  return `mentions:${sourceId}`;
}

/**
 * Parts the references that say nothing from the facts that are written: the graph or another of the facts has the node.
 * What yields to the fact that is there is not written either.
 */
export function withoutIdleReferences(
  stated: readonly HeldFact[],
  present: ReadonlySet<string>,
  yielding: ReadonlySet<StatedFact>,
): { readonly written: HeldFact[]; readonly idle: HeldFact[] } {
  const known = new Set(present);
  for (const { fact } of stated) if (!isReference(fact)) known.add(fact.id);
  const written: HeldFact[] = [];
  const idle: HeldFact[] = [];
  for (const each of stated) {
    const { fact } = each;
    if (yielding.has(each) || (isReference(fact) && known.has(fact.id))) idle.push(each);
    else {
      known.add(fact.id);
      written.push(each);
    }
  }
  return { written, idle };
}

export function isReference(fact: Fact): boolean {
  return fact.shape === 'node' && fact.isReference === true;
}
