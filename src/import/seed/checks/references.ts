import type { Fact } from '../../../domain/fact.ts';
import { EDGES, LINKS, NODES, type NodeLabel } from '../../../domain/model.ts';
import { suggestClosest } from '../../../domain/suggest-closest.ts';
import type { MappedSeed } from '../map-seed.ts';
import type { Place, SeedProblem } from '../read-seed.ts';

interface Reference {
  readonly id: string;
  /** The label that what has this id must carry. */
  readonly wanted: string;
}

/** Ids that no row defines, and ids of another kind of record than the one that is meant. */
export function findBrokenReferences({ facts, remarks }: MappedSeed): SeedProblem[] {
  const labels = new Map(facts.flatMap(({ fact }) => (fact.shape === 'node' ? [[fact.id, fact.label] as const] : [])));
  const problems = (place: Place, references: readonly Reference[]) =>
    references.flatMap((reference) => {
      const message = explain(reference, labels);
      return message === null ? [] : [{ file: place.file, line: place.lineOf(reference.id), message }];
    });
  return [
    ...facts.flatMap((item) => problems(item, referencesOf(item.fact))),
    ...remarks.flatMap((remark) => problems(remark, [{ id: remark.about, wanted: 'Entity' }])),
  ];
}

function referencesOf(fact: Fact): Reference[] {
  if (fact.shape === 'node') return (fact.links ?? []).map(({ type, to }) => ({ id: to, wanted: LINKS[type].to }));
  return [
    { id: fact.from, wanted: EDGES[fact.type].from },
    { id: fact.to, wanted: EDGES[fact.type].to },
  ];
}

function explain({ id, wanted }: Reference, labels: ReadonlyMap<string, NodeLabel>): string | null {
  const label = labels.get(id);
  if (label !== undefined && carries(label, wanted)) return null;
  const kind = wanted === 'Entity' ? 'record' : wanted;
  if (label !== undefined) return `${id} is one of ${label}; expected one of ${kind}`;
  const candidates = [...labels].filter(([, candidate]) => carries(candidate, wanted)).map(([candidate]) => candidate);
  return `${id} is not in the seed; expected the id of a row (${kind})${suggestClosest(id, candidates)}`;
}

function carries(label: NodeLabel, wanted: string): boolean {
  return (NODES[label].labels as readonly string[]).includes(wanted);
}
