import { describe, expect, it } from 'vitest';
import type { Question } from '../../../bench/questions/question.ts';
import { QUESTIONS } from '../../../bench/questions/questions.ts';

function question(wanted: Question['name']): Question {
  const found = QUESTIONS.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(wanted);
  return found;
}

const actor = (id: string) => ({ id, name: `the name of ${id}` });

describe('the common form', () => {
  it('of the nested query leaves the order of participants aside, and keeps that of projects', () => {
    const { kazaid, handWrittenCypher, neo4jGraphql } = question('nested');
    const project = { id: 'p', name: 'P', status: 'ONGOING', start: '2020-01-01' };
    const people = (ids: string[]) => ({ countries: [actor('c')], organisations: ids.map(actor) });
    const organisation = (ids: string[]) => ({ ...actor('o'), projects: [{ ...project, ...people(ids) }] });
    const form = kazaid.toCommonForm({ organisation: organisation(['a', 'b']) });
    expect(neo4jGraphql?.toCommonForm({ organisations: [organisation(['b', 'a'])] })).toEqual(form);
    expect(handWrittenCypher?.toCommonForm([organisation(['b', 'a'])])).toEqual(form);
    expect(kazaid.toCommonForm({ organisation: organisation(['a']) })).not.toEqual(form);
  });

  it('of chains puts the actors of both kinds together', () => {
    const { kazaid, neo4jGraphql } = question('chains');
    const head = { id: 'x', name: 'X', status: null };
    const ours = {
      ...head,
      actors: [
        { role: 'PIVOTAL', actor: actor('o') },
        { role: 'BENEFICIARY', actor: actor('c') },
      ],
      activities: [actor('p')],
    };
    const edge = (role: string, id: string) => ({ edges: [{ properties: { role }, node: actor(id) }] });
    const stock = {
      ...head,
      countriesConnection: edge('BENEFICIARY', 'c'),
      organisationsConnection: edge('PIVOTAL', 'o'),
      projects: [actor('p')],
    };
    expect(neo4jGraphql?.toCommonForm({ triangularArrangements: [stock] })).toEqual(
      kazaid.toCommonForm({ trilateralChains: { edges: [{ node: ours }] } }),
    );
  });

  it('of flows writes every amount with two decimals', () => {
    const { kazaid, handWrittenCypher } = question('flows');
    const keys = [
      { dimension: 'CURRENCY', value: 'USD' },
      { dimension: 'YEAR', value: '2020' },
    ];
    const row = { keys, amount: { value: '1200.5', currency: 'USD' }, transactions: 2, activities: 1 };
    const form = kazaid.toCommonForm({ flows: { rows: [row], totalRows: 1 } });
    const cypher = { currency: 'USD', year: '2020', hundredths: 120_050, transactions: 2, activities: 1 };
    expect(handWrittenCypher?.toCommonForm([{ rows: [cypher], totalRows: 1 }])).toEqual(form);
    expect(form).toMatchObject({ rows: [{ amount: '1200.50' }] });
  });

  it('of a search is who was found, however ranked', () => {
    const { kazaid, handWrittenCypher, neo4jGraphql } = question('search');
    const edges = ['b', 'a'].map((id) => ({ node: actor(id) }));
    const form = kazaid.toCommonForm({ search: { edges } });
    expect(handWrittenCypher?.toCommonForm([actor('a'), actor('b')])).toEqual(form);
    const names = [{ node: { organisations: [actor('a')] } }, { node: { organisations: [actor('b')] } }];
    expect(neo4jGraphql?.toCommonForm({ organisationNames: { edges: names } })).toEqual(form);
  });

  it('of common partners keeps how much is shared with each, in the order asked for', () => {
    const { kazaid, handWrittenCypher } = question('common-partners');
    const share = (id: string, sharedActivities: number) => ({ of: { id }, sharedActivities });
    const node = { actor: actor('x'), sharedActivities: 4, with: [share('a', 1), share('b', 3)] };
    expect(handWrittenCypher?.toCommonForm([{ actor: actor('x'), sharedActivities: 4, shares: [1, 3] }])).toEqual(
      kazaid.toCommonForm({ commonPartners: { edges: [{ node }] } }),
    );
  });

  it('of a neighbourhood tells kinds by labels where the database is asked', () => {
    const { kazaid, handWrittenCypher } = question('neighbourhood');
    const edges = [{ id: 'r', kind: 'COVERS', from: 'a', to: 'p' }];
    const labels = ['Entity', 'TriangularArrangement'];
    const row = {
      nodes: [{ record: actor('a'), labels, distance: 0, isHub: false }],
      edges,
      leftOut: [{ labels: ['Entity', 'Actor', 'Country'], count: 3 }],
    };
    const ours = {
      nodes: [{ record: { ...actor('a'), kind: 'ARRANGEMENT' }, distance: 0, isHub: false }],
      edges,
      leftOut: [{ kind: 'COUNTRY', count: 3 }],
    };
    expect(handWrittenCypher?.toCommonForm([row])).toEqual(kazaid.toCommonForm({ neighbourhood: ours }));
  });
});
