import type { Fact } from '../../domain/fact.ts';
import { stableKey } from '../../domain/identity.ts';
import type { EdgeType, NodeLabel } from '../../domain/model.ts';
import type { Statement } from '../../domain/statement.ts';

export interface StatementRow {
  readonly sourceId: string;
  readonly properties: Omit<Statement, 'sourceId'> & {
    readonly id: string;
    readonly recordId: string;
    readonly factId: string;
    readonly factKind: NodeLabel | EdgeType;
  };
}

/** A statement as it is written: the same words of the same record on the same fact always have the same id. */
export function statementRow(recordId: string, fact: Fact, { sourceId, ...said }: Statement): StatementRow {
  const words = [said.locator, said.aspect, said.text, said.speaker, said.basis, said.reasoning, said.rule];
  const id = `statement:${stableKey(recordId, fact.id, sourceId, ...words.map((word) => word ?? ''))}`;
  return { sourceId, properties: { ...said, id, recordId, factId: fact.id, factKind: kindOf(fact) } };
}

/** The label of a node, the type of a relation. */
export function kindOf(fact: Fact): NodeLabel | EdgeType {
  return fact.shape === 'node' ? fact.label : fact.type;
}
