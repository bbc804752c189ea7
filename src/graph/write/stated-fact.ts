import type { Fact } from '../../domain/fact.ts';

/** A fact, and the record that states it. */
export interface StatedFact {
  readonly recordId: string;
  readonly fact: Fact;
}

/** Parts the references that say nothing from the facts that are written: the graph or another of the facts has the node. */
export function withoutIdleReferences(
  stated: readonly StatedFact[],
  present: ReadonlySet<string>,
): { readonly written: StatedFact[]; readonly idle: StatedFact[] } {
  const known = new Set(present);
  for (const { fact } of stated) if (!isReference(fact)) known.add(fact.id);
  const written: StatedFact[] = [];
  const idle: StatedFact[] = [];
  for (const each of stated) {
    const { fact } = each;
    if (isReference(fact) && known.has(fact.id)) idle.push(each);
    else {
      known.add(fact.id);
      written.push(each);
    }
  }
  return { written, idle };
}

function isReference(fact: Fact): boolean {
  return fact.shape === 'node' && fact.isReference === true;
}
