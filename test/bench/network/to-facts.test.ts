import { describe, expect, it } from 'vitest';
import { generateNetwork } from '../../../bench/network/generate-network.ts';
import { NETWORK_SOURCE, toFacts } from '../../../bench/network/to-facts.ts';

const network = generateNetwork({ participations: 200, largestHub: 22 });
const facts = [...toFacts(network)].flatMap((record) => record.facts);

describe('the facts of a generated network', () => {
  it('come whenever they are asked for', () => {
    const records = toFacts(network);
    expect([...records]).toEqual([...records]);
  });

  it('are each there once and rest on one statement of the source', () => {
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
    for (const { statements } of facts) expect(statements.map(({ sourceId }) => sourceId)).toEqual([NETWORK_SOURCE.id]);
  });

  it('come in the order they must be written: what a relation joins before it', () => {
    const known = new Set<string>();
    for (const fact of facts) {
      if (fact.shape === 'edge') expect([known.has(fact.from), known.has(fact.to)]).toEqual([true, true]);
      else for (const { to } of fact.links ?? []) expect(known.has(to)).toBe(true);
      known.add(fact.id);
    }
  });

  it('are all rows: one for each participation, name, transaction', () => {
    const count = (wanted: string) =>
      facts.filter((fact) => (fact.shape === 'edge' ? fact.type : fact.label) === wanted).length;
    expect(count('PARTICIPATES_IN')).toBe([...network.participations].length);
    expect(count('Name')).toBe([...network.names].length);
    expect(count('Transaction')).toBe([...network.transactions].length);
    expect(count('COVERS')).toBe([...network.covers].length);
  });
});
