import { readRegisters } from '../api/resolvers/quality/read-registers.ts';
import { EXPECTATIONS } from '../domain/quality/expectations.ts';
import type { Term } from '../domain/vocabulary.ts';
import type { Graph } from '../graph/open-graph.ts';
import { keysetPages } from '../graph/queries/export/keyset-pages.ts';
import { findReferences } from '../graph/queries/find-references.ts';
import type { FindingRow } from '../graph/queries/quality/finding-row.ts';
import { listFindings } from '../graph/queries/quality/list-findings.ts';
import { writeToOutput } from './export/write-to-output.ts';

type Kind = Term<'FindingKind'>;

interface NamedFinding {
  readonly id: string;
  readonly name: string;
  readonly found: readonly string[];
}

const AT_ONCE = 500;

/** Writes the records with what was found of this kind, in the order of their ids; as JSON an array. Gives how many they are. */
export async function printFindings(graph: Graph, kind: Kind, json: boolean): Promise<number> {
  let count = 0;
  async function* counted() {
    for await (const finding of namedFindings(graph, kind)) {
      count += 1;
      yield finding;
    }
  }
  await writeToOutput((json ? toJson : toLines)(kind, counted()), new AbortController().signal);
  return count;
}

async function* namedFindings(graph: Graph, kind: Kind): AsyncGenerator<NamedFinding> {
  const scope = { source: null, publisher: null, registers: readRegisters() };
  const pages = keysetPages<FindingRow>(
    AT_ONCE,
    (page) => listFindings(graph, kind, scope, page),
    ({ recordId }) => recordId,
  );
  for await (const rows of pages) {
    const ids = rows.map(({ recordId }) => recordId);
    const references = await findReferences(graph, ids);
    for (const { recordId: id, found } of rows)
      yield { id, name: references.get(id)?.name ?? id, found: [...new Set(found)] };
  }
}

async function* toLines(kind: Kind, findings: AsyncIterable<NamedFinding>): AsyncGenerator<string> {
  yield `${kind}  expected ${EXPECTATIONS[kind]}\n`;
  let isEmpty = true;
  for await (const { id, name, found } of findings) {
    isEmpty = false;
    yield `  ${id} (${name}): ${found.join('; ')}\n`;
  }
  if (isEmpty) yield '  nothing found\n';
}

async function* toJson(kind: Kind, findings: AsyncIterable<NamedFinding>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const { id, name, found } of findings) {
    yield before + JSON.stringify({ kind, record: { id, name }, found, expected: EXPECTATIONS[kind] });
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
