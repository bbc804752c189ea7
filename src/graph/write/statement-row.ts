import type { Fact } from '../../domain/fact.ts';
import { stableKey } from '../../domain/identity.ts';
import type { EdgeType, NodeLabel } from '../../domain/model.ts';
import type { Statement } from '../../domain/statement.ts';
import { isMention, type StatedFact } from './stated-fact.ts';

export interface StatementRow {
  readonly sourceId: string;
  readonly properties: Omit<Statement, 'sourceId'> & {
    readonly id: string;
    readonly recordId: string;
    readonly factId: string;
    readonly factKind: NodeLabel | EdgeType;
    /** The fact in the words of the source, where it speaks of a record that was merged into another. */
    readonly statedAs?: string;
  };
}

/** The statements of a fact as they are written. */
export function statementRows(stated: StatedFact): StatementRow[] {
  const { recordId, said, fact } = stated;
  const factId = fact?.id ?? said.id;
  const about = { recordId, factId, factKind: kindOf(said), ...(factId !== said.id && { statedAs: said.id }) };
  const statements = isMention(said) ? said.statements.slice(0, 1) : said.statements;
  return statements.map(({ sourceId, ...words }) => ({
    sourceId,
    properties: { ...words, id: statementId(stated, sourceId, words), ...about },
  }));
}

/** The same words of the same record on the same fact always have the same id; a mention is the same in any words. */
function statementId(
  { recordId, said }: StatedFact,
  sourceId: string,
  { locator, aspect, text, speaker, basis, reasoning, rule }: Omit<Statement, 'sourceId'>,
): string {
  const words = isMention(said) ? [] : [locator, aspect, text, speaker, basis, reasoning, rule];
  return `statement:${stableKey(recordId, said.id, sourceId, ...words.map((word) => word ?? ''))}`;
}

/** The label of a node, the type of a relation. */
export function kindOf(fact: Fact): NodeLabel | EdgeType {
  return fact.shape === 'node' ? fact.label : fact.type;
}
