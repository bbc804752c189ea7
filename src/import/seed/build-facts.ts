import type { EdgeFact, NodeFact, Properties } from '../../domain/fact.ts';
import { edgeId } from '../../domain/identity.ts';
import type { EdgeType, NodeLabel } from '../../domain/model.ts';
import { nameNode } from '../../domain/name-node.ts';
import { daySpan } from '../../domain/partial-date.ts';
import type { Statement } from '../../domain/statement.ts';
import type { Term } from '../../domain/vocabulary.ts';
import type { Evidence } from './format.ts';
import type { Located } from './read-seed.ts';

/** A row as the mappers need it: its values and the statements it rests on. */
export interface Grounded<Row> {
  readonly row: Row;
  readonly statements: readonly Statement[];
}

/** The row with its own evidence, or else that of its file; `{id}` in a file's locator becomes the row's id. */
export function ground<Row extends { id?: string; evidence?: readonly Evidence[] | undefined }>({
  row,
  fileEvidence,
}: Located<Row>): Grounded<Row> {
  const own = row.evidence ?? fileEvidence ?? [];
  return { row, statements: own.map((item) => toStatement(item, row.id)) };
}

export function toStatement({ source, at, says, ...rest }: Evidence, id = ''): Statement {
  const optional = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    sourceId: `source:${source}`,
    locator: at.replaceAll('{id}', id),
    text: says.replaceAll('{id}', id),
    ...optional,
  } as Statement;
}

/** The statements on this aspect of a record; where none is, those on the record as a whole speak for it. */
export function about(statements: readonly Statement[], aspect: string): readonly Statement[] {
  const found = statements.filter((statement) => statement.aspect === aspect);
  return found.length > 0 ? found : asAWhole(statements);
}

/**
 * The statements on a record as a whole, which its names and relations rest on where they have none of their own: what
 * somebody thinks of it, or plans with it, does not support them. All of them where each speaks of some side of it.
 */
export function asAWhole(statements: readonly Statement[]): readonly Statement[] {
  const found = statements.filter(({ aspect }) => aspect === undefined);
  return found.length > 0 ? found : statements;
}

export function node(
  label: NodeLabel,
  id: string,
  properties: Properties,
  statements: readonly Statement[],
  links: NodeFact['links'] = [],
): NodeFact {
  return { shape: 'node', label, id, properties, links, statements };
}

export function edge(
  type: EdgeType,
  from: string,
  to: string,
  properties: Properties,
  statements: readonly Statement[],
  ...terms: string[]
): EdgeFact {
  return {
    shape: 'edge',
    type,
    id: edgeId(type, from, to, ...terms),
    from,
    to,
    properties,
    statements,
  };
}

export interface NameRow {
  readonly value: string;
  readonly language: string;
  readonly kind: Term<'NameKind'>;
  readonly evidence?: readonly Evidence[] | undefined;
}

/**
 * Names, each once, resting on their own evidence or on what is said of the names, or else of the record as a whole.
 * Those in `added` are names by which it can be found as well; without evidence of their own they are our reading.
 */
export function names(
  entityId: string,
  main: readonly NameRow[],
  added: readonly NameRow[],
  statements: readonly Statement[],
): NodeFact[] {
  const inherited = about(statements, 'names');
  const facts = [
    ...added.map((row) => nameOf(entityId, row, inherited.map(asOurReading))),
    ...main.map((row) => nameOf(entityId, row, inherited)),
  ];
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()];
}

function nameOf(
  entityId: string,
  { value, language, kind, evidence }: NameRow,
  inherited: readonly Statement[],
): NodeFact {
  const { id, properties, links } = nameNode(entityId, { value, language, kind });
  return node('Name', id, properties, evidence?.map((item) => toStatement(item)) ?? inherited, links);
}

function asOurReading(statement: Statement): Statement {
  if (statement.basis !== 'DECLARED') return statement;
  return {
    ...statement,
    basis: 'CURATED',
    reasoning:
      'A customary name of what the source speaks of, added so that it can be found; the source need not print it.',
  };
}

export interface IdentifierRow {
  readonly scheme: Term<'IdentifierScheme'>;
  readonly value: string;
  readonly evidence?: readonly Evidence[] | undefined;
}

export function identifiers(
  entityId: string,
  rows: readonly IdentifierRow[],
  inherited: readonly Statement[],
): NodeFact[] {
  return rows.map(({ scheme, value, evidence }) =>
    node(
      'Identifier',
      `identifier:${scheme}|${value}`,
      { scheme, value },
      evidence?.map((item) => toStatement(item)) ?? inherited,
      [{ type: 'IDENTIFIES', to: entityId }],
    ),
  );
}

export type LinkRow = string | { readonly id: string; readonly evidence: readonly Evidence[] };

/** Relations to sectors, goals, regions …, resting on their own evidence or on that of the record they start from. */
export function linksTo(
  type: EdgeType,
  from: string,
  rows: readonly LinkRow[],
  inherited: readonly Statement[],
): EdgeFact[] {
  return rows.map((row) =>
    typeof row === 'string'
      ? edge(type, from, row, {}, inherited)
      : edge(
          type,
          from,
          row.id,
          {},
          row.evidence.map((item) => toStatement(item)),
        ),
  );
}

/**
 * First and last day of a thing that starts and ends as published. A single date covers both, unless the thing is known
 * to go on: then its end is open.
 */
export function days(
  start: string | undefined,
  end: string | undefined,
  goesOn = false,
): { firstDay: string | null; lastDay: string | null } {
  const first = start === undefined ? null : daySpan(start);
  const last = end === undefined ? first : daySpan(end);
  const isOpen = end === undefined && goesOn;
  return { firstDay: first?.firstDay ?? null, lastDay: isOpen ? null : (last?.lastDay ?? null) };
}

/** The main name in each of the product's other languages, kept on the record for quick display. */
export function localNames(rows: readonly NameRow[]): {
  nameKk: string | null;
  nameRu: string | null;
} {
  const main = (language: string) =>
    (
      rows.find((row) => row.language === language && row.kind === 'OFFICIAL') ??
      rows.find((row) => row.language === language)
    )?.value ?? null;
  return { nameKk: main('kk'), nameRu: main('ru') };
}
