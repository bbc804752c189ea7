import type { GraphQLObjectType, GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import type { NodeLabel } from '../../domain/model.ts';
import type { RecordSelection } from '../../graph/cypher/record-selection.ts';
import type { Graph } from '../../graph/open-graph.ts';
import { readRecords } from '../../graph/queries/read-records.ts';
import { LIST_PAGE } from './list-page.ts';
import { type Model, selectRecord } from './select-record.ts';
import { ID_ALIAS, ONLY_ID, translateSelection } from './translate-selection.ts';
import { createTranslator } from './translator.ts';

/** Where a record carries the name of its type: no name that a client could choose. */
export const RECORD_TYPE = Symbol('type of the record');

/** A record as the generated half gives it: by response key, with its id and the name of its type. */
export type GeneratedRecord = Record<string, unknown> & {
  readonly [ID_ALIAS]: string;
  readonly [RECORD_TYPE]: string;
};

/** A generated root list, the type of its records, and what the client asks of them. */
export interface Question {
  readonly rootField: string;
  readonly args: Record<string, unknown>;
  readonly type: GraphQLObjectType;
  readonly info: GraphQLResolveInfo;
  readonly signal: AbortSignal | undefined;
}

/** Reads records with the client's selection. */
export interface ReadGenerated {
  /** Those that the arguments of the list mean, in its order. */
  list(question: Question): Promise<GeneratedRecord[]>;
  /** Those with these ids, at most MOST_BY_IDS, in any order. */
  byIds(ids: readonly string[], question: Omit<Question, 'args'>): Promise<GeneratedRecord[]>;
}

/** The generated half cuts every list here. */
export const MOST_BY_IDS = LIST_PAGE.most;

/**
 * The library says which records a list means, by its filters and its order; what is read of records is our own
 * statement, for the library's reads all that hangs on the records of a list before it cuts the list.
 */
export function createReadGenerated(model: Model, graph: Graph): ReadGenerated {
  const translate = createTranslator(model.generated);

  async function readByLibrary(question: Question, selection: SelectionSetNode): Promise<GeneratedRecord[]> {
    const { rootField, args, type, info, signal } = question;
    const { cypher, parameters } = await translate(rootField, args, selection, info);
    const rows = await graph.read<{ this: GeneratedRecord }>(cypher, parameters, signal);
    return rows.map((row) => ofType(row.this, type));
  }

  function readAllByLibrary(question: Question): Promise<GeneratedRecord[]> {
    const { type, info } = question;
    return readByLibrary(question, translateSelection(info.fieldNodes, type, model.generated, info));
  }

  async function list(question: Question): Promise<GeneratedRecord[]> {
    const { type, info } = question;
    const selection = selectRecord(model, type, info);
    if (!selection || selection.relations.length === 0) return readAllByLibrary(question);
    const ids = (await readByLibrary(question, ONLY_ID)).map((record) => record[ID_ALIAS]);
    const found = await read(ids, selection, question);
    const records = new Map(found.map((record) => [record[ID_ALIAS], record]));
    return ids.flatMap((id) => records.get(id) ?? []);
  }

  async function byIds(ids: readonly string[], question: Omit<Question, 'args'>): Promise<GeneratedRecord[]> {
    const selection = selectRecord(model, question.type, question.info);
    if (selection) return read(ids, selection, question);
    return readAllByLibrary({ ...question, args: { where: { id: { in: ids } }, limit: MOST_BY_IDS } });
  }

  async function read(
    ids: readonly string[],
    selection: RecordSelection,
    { type, signal }: Pick<Question, 'type' | 'signal'>,
  ): Promise<GeneratedRecord[]> {
    const records = await readRecords(graph, type.name as NodeLabel, ids, selection, signal);
    return records.map((record) => ofType(record, type));
  }

  return { list, byIds };
}

function ofType(record: Record<string, unknown>, { name }: GraphQLObjectType): GeneratedRecord {
  return Object.assign(record, { [RECORD_TYPE]: name }) as GeneratedRecord;
}
