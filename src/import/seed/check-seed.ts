import type { Fact } from '../../domain/fact.ts';
import { foldText } from '../../domain/fold-text.ts';
import { EDGES, LINKS, NODES, type NodeLabel } from '../../domain/model.ts';
import { daySpan } from '../../domain/partial-date.ts';
import { VOCABULARY } from '../../domain/vocabulary.ts';
import type { SeedFact } from './map-seed.ts';
import type { SeedProblem, SeedRows } from './read-seed.ts';

/** What the format alone cannot see: dangling ids, facts without evidence, duplicates, colliding labels, unreadable dates. */
export function checkSeed(rows: SeedRows, facts: readonly SeedFact[]): SeedProblem[] {
  const labels = new Map(facts.flatMap(({ fact }) => (fact.shape === 'node' ? [[fact.id, fact.label] as const] : [])));
  const sources = new Set(rows['sources.yaml'].map(({ row }) => row.id));
  return [
    ...duplicateSources(rows),
    ...duplicates(facts),
    ...collidingLabels(facts),
    ...facts.flatMap((item) =>
      [...danglingIds(item.fact, labels), ...evidenceProblems(item.fact, sources), ...unreadableDates(item.fact)].map(
        (message) => ({ file: item.file, line: item.line, message }),
      ),
    ),
    ...arrangementProblems(rows, facts),
  ];
}

function duplicateSources(rows: SeedRows): SeedProblem[] {
  const seen = new Set<string>();
  return rows['sources.yaml'].flatMap(({ file, line, row }) => {
    if (!seen.has(row.id)) {
      seen.add(row.id);
      return [];
    }
    return [{ file, line, message: `${row.id} is there twice` }];
  });
}

function duplicates(facts: readonly SeedFact[]): SeedProblem[] {
  const first = new Map<string, SeedFact>();
  return facts.flatMap((item) => {
    const { file, line, fact } = item;
    const earlier = first.get(fact.id);
    first.set(fact.id, earlier ?? item);
    return earlier
      ? [
          {
            file,
            line,
            message: `${fact.id} is there twice: also at ${earlier.file}:${earlier.line}`,
          },
        ]
      : [];
  });
}

/** Two records of one kind under one name cannot be told apart by whoever reads a list. */
function collidingLabels(facts: readonly SeedFact[]): SeedProblem[] {
  const first = new Map<string, SeedFact>();
  return facts.flatMap((item) => {
    const { file, line, fact } = item;
    if (fact.shape !== 'node' || !isNamed(fact.label) || typeof fact.properties.name !== 'string') return [];
    const key = `${fact.label} ${foldText(fact.properties.name)}`;
    const earlier = first.get(key);
    first.set(key, earlier ?? item);
    if (!earlier || earlier.fact.id === fact.id) return [];
    return [
      {
        file,
        line,
        message: `the name "${fact.properties.name}" of ${fact.id} is also that of ${earlier.fact.id} (${earlier.file}:${earlier.line})`,
      },
    ];
  });
}

function isNamed(label: NodeLabel): boolean {
  // The DAC lists use one name for a category and its only purpose code.
  return label !== 'Sector' && (NODES[label].labels as readonly string[]).includes('Entity');
}

function danglingIds(fact: Fact, labels: ReadonlyMap<string, NodeLabel>): string[] {
  if (fact.shape === 'edge') {
    const { from, to } = EDGES[fact.type];
    return [endProblem(fact.from, from, labels), endProblem(fact.to, to, labels)].filter((message) => message !== null);
  }
  return (fact.links ?? [])
    .map(({ type, to }) => endProblem(to, LINKS[type].to, labels))
    .filter((message) => message !== null);
}

function endProblem(id: string, wanted: string, labels: ReadonlyMap<string, NodeLabel>): string | null {
  const label = labels.get(id);
  if (label === undefined) return `${id} is not in the seed`;
  return (NODES[label].labels as readonly string[]).includes(wanted)
    ? null
    : `${id} is a ${label}, expected: ${wanted}`;
}

function evidenceProblems(fact: Fact, sources: ReadonlySet<string>): string[] {
  if (fact.statements.length === 0) return [`${fact.id} has no evidence`];
  return fact.statements.flatMap(({ sourceId, basis, reasoning, rule }) => [
    ...(sources.has(sourceId) ? [] : [`${sourceId} is not in sources.yaml`]),
    ...(basis === 'CURATED' && reasoning === undefined ? [`${fact.id}: CURATED evidence needs its reasoning`] : []),
    ...(basis === 'INFERRED' && rule === undefined ? [`${fact.id}: INFERRED evidence needs the name of its rule`] : []),
  ]);
}

const DATES = ['start', 'end', 'since', 'until', 'founded', 'adopted', 'period', 'comparedWith', 'asOf'] as const;

function unreadableDates(fact: Fact): string[] {
  return DATES.flatMap((name) => {
    const value = fact.properties[name];
    return typeof value === 'string' && daySpan(value) === null
      ? [`${name}: "${value}" is not a day, month, season or year that exists`]
      : [];
  });
}

/** DAC: three roles, and actors of at least three different countries or multilateral bodies. */
function arrangementProblems(rows: SeedRows, facts: readonly SeedFact[]): SeedProblem[] {
  const countryOf = new Map(
    facts.flatMap(({ fact }) =>
      fact.shape === 'edge' && fact.type === 'BELONGS_TO' ? [[fact.from, fact.to] as const] : [],
    ),
  );
  return rows['arrangements.yaml'].flatMap(({ file, line, row }) => {
    const missing = VOCABULARY.TriangularRole.filter((role) => !row.plays.some((play) => play.role === role));
    const sides = new Set(row.plays.map(({ actor }) => countryOf.get(actor) ?? actor));
    return [
      ...missing.map((role) => ({
        file,
        line,
        message: `${row.id} has nobody as ${role}`,
      })),
      ...(sides.size < 3
        ? [
            {
              file,
              line,
              message: `${row.id} joins ${sides.size} countries or multilateral bodies, expected: at least 3`,
            },
          ]
        : []),
    ];
  });
}
