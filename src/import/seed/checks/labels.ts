import { foldText } from '../../../domain/fold-text.ts';
import { NODES, type NodeLabel } from '../../../domain/model.ts';
import type { MappedSeed, SeedFact } from '../map-seed.ts';
import type { SeedProblem } from '../read-seed.ts';

/** Two records of one kind under one name: whoever reads a list could not tell them apart. */
export function findCollidingLabels({ facts }: MappedSeed): SeedProblem[] {
  const first = new Map<string, SeedFact>();
  return facts.flatMap((item) => {
    const { file, fact, lineOf } = item;
    if (fact.shape !== 'node' || !isNamed(fact.label) || typeof fact.properties.name !== 'string') return [];
    const { name } = fact.properties;
    const key = `${fact.label} ${foldText(name)}`;
    const earlier = first.get(key);
    first.set(key, earlier ?? item);
    if (!earlier || earlier.fact.id === fact.id) return [];
    const message = `the name "${name}" of ${fact.id} is that of ${earlier.fact.id} (${earlier.file}:${earlier.line}), too; expected a name that tells them apart`;
    return [{ file, line: lineOf(name), message }];
  });
}

function isNamed(label: NodeLabel): boolean {
  // The DAC lists use one name for a category and its only purpose code.
  return label !== 'Sector' && (NODES[label].labels as readonly string[]).includes('Entity');
}
