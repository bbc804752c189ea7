import { describe, expect, it } from 'vitest';
import type { EdgeFact, NodeFact } from '../../src/domain/fact.ts';
import { edgeId } from '../../src/domain/identity.ts';
import { nameNode } from '../../src/domain/name-node.ts';
import { redirectFact } from '../../src/domain/redirect-fact.ts';
import type { Term } from '../../src/domain/vocabulary.ts';

const OLD = 'organisation:old';
const NEW = 'organisation:new';
const redirects = new Map([[OLD, NEW]]);

function edge(from: string, to: string, ...terms: string[]): EdgeFact {
  const id = edgeId('PARTICIPATES_IN', from, to, ...terms);
  return { shape: 'edge', type: 'PARTICIPATES_IN', id, from, to, properties: {}, statements: [] };
}

function name(of: string, kind: Term<'NameKind'>): NodeFact {
  return {
    shape: 'node',
    label: 'Name',
    ...nameNode(of, { value: 'Агентство', language: 'kk', kind }),
    statements: [],
  };
}

describe('a fact about a record that was merged into another', () => {
  it('speaks of the record that stays, at either end of a relation, whatever tells it apart', () => {
    expect(redirectFact(edge(OLD, 'activity:a', 'FUNDING'), redirects)).toEqual(edge(NEW, 'activity:a', 'FUNDING'));
    expect(redirectFact(edge('activity:a', OLD), redirects)).toEqual(edge('activity:a', NEW));
    expect(redirectFact(edge(OLD, 'activity:a', 'X', 'Y'), redirects)).toEqual(edge(NEW, 'activity:a', 'X', 'Y'));
  });

  it('is the same fact where it speaks of neither', () => {
    const fact = edge('organisation:older', 'activity:organisation:old', 'FUNDING');
    expect(redirectFact(fact, redirects)).toBe(fact);
  });

  it('is none where it joins the two', () => {
    expect(redirectFact(edge(OLD, NEW), redirects)).toBeNull();
    expect(redirectFact(edge(NEW, OLD, 'PART_OF'), redirects)).toBeNull();
  });

  it('leaves the description to the record that stays', () => {
    const fact: NodeFact = {
      shape: 'node',
      label: 'Organisation',
      id: OLD,
      properties: { name: 'Old' },
      statements: [],
    };
    expect(redirectFact(fact, redirects)).toMatchObject({ id: NEW, isReference: true });
    expect(redirectFact({ ...fact, isReference: true }, redirects)).toBeNull();
  });

  it('makes its official name one more name', () => {
    expect(redirectFact(name(OLD, 'OFFICIAL'), redirects)).toMatchObject({
      ...nameNode(NEW, { value: 'Агентство', language: 'kk', kind: 'ALIAS' }),
      isReference: true,
    });
    expect(redirectFact(name(OLD, 'ACRONYM'), redirects)).toMatchObject({ properties: { kind: 'ACRONYM' } });
  });

  it('moves what hangs on it, and remembers where it hung', () => {
    const links = [{ type: 'ABOUT' as const, to: OLD }];
    const fact: NodeFact = {
      shape: 'node',
      label: 'Figure',
      id: 'figure:f',
      properties: { subjectId: OLD },
      links,
      statements: [],
    };
    expect(redirectFact(fact, redirects)).toMatchObject({
      id: 'figure:f',
      properties: { subjectId: NEW },
      links: [{ type: 'ABOUT', to: NEW, insteadOf: OLD }],
    });
  });
});
