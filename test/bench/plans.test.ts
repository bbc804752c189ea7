import { describe, expect, it } from 'vitest';
import type { ProfiledStatement } from '../../bench/plans/profile-statement.ts';
import { toMarkdown } from '../../bench/plans/to-markdown.ts';

const leaf = { operator: 'NodeUniqueIndexSeek', details: 'UNIQUE a:Actor(id)', rows: 1, dbHits: 2, children: [] };
const statement: ProfiledStatement = {
  cypher: '\n  MATCH (a:Actor {id: $id})\n\n    RETURN a.id AS id',
  rows: 1,
  plan: { operator: 'ProduceResults', details: 'x'.repeat(150), rows: 1, dbHits: 3, children: [leaf] },
};

describe('the page of plans', () => {
  const page = toMarkdown({ name: 'partners', title: 'the first 20 partners' }, 'probe20', [
    [statement, statement],
    [statement],
  ]);

  it('sums the database hits of all statements, and of all operators of each', () => {
    expect(page).toContain('3 statements in 2 waves, 15 database hits.');
    expect(page.match(/^## Wave \d: 5 database hits, 1 rows$/gm)).toHaveLength(3);
  });

  it('shows the statement without the indent that all its lines share', () => {
    expect(page).toContain('```cypher\nMATCH (a:Actor {id: $id})\n  RETURN a.id AS id\n```');
  });

  it('shows operators below those that they feed, long details cut', () => {
    expect(page).toContain(
      `ProduceResults  1 rows, 3 hits  ${'x'.repeat(100)} …\n  NodeUniqueIndexSeek  1 rows, 2 hits`,
    );
  });
});
