import { foldText } from '../../src/domain/fold-text.ts';
import { POSTGRAPHILE_TEXTS } from '../contestants/postgraphile/texts.ts';
import type { Answer, Case, Question } from './question.ts';

const KAZAID = `
  query Search($text: String!) {
    search(text: $text, types: [ORGANISATION], first: 20) {
      edges { node { id name } }
    }
  }`;

const CYPHER = `
  CALL db.index.fulltext.queryNodes('names_by_subject', $query, {limit: 1000}) YIELD node AS name, score
  MATCH (name)-[:NAME_OF]->(found:Organisation)
  WITH found, max(score) AS score ORDER BY score DESC, found.id LIMIT 20
  RETURN found.id AS id, found.name AS name`;

const STOCK = `
  query Search($phrase: String!) {
    organisationNames(phrase: $phrase, first: 20) {
      edges { node { organisations { id name } } }
    }
  }`;

/** Each word as it is, as a beginning, or with one slip, in the spelling that the index has. */
function phraseOf({ variables }: Case): string {
  const words = foldText(String(variables.text)).split(' ');
  const terms = words.map((word) => `(${word} OR ${word}* OR ${word}~1)`).join(' AND ');
  return `folded:(${terms}) AND subject:organisation`;
}

/** The organisations found, by their ids: how a match is ranked is everybody's own. */
export function searchForm(found: readonly Answer[]) {
  return found.map(({ id }) => id).toSorted();
}

/** Twelve organisations by two words of their name, one of them with a slip of the pen. */
export const SEARCH: Question = {
  name: 'search',
  title: 'organisations by name, with a slip of the pen',
  bar: 'two hops',
  cases: ({ searchText }) => [{ subject: 'names', variables: { text: searchText } }],
  kazaid: { document: KAZAID, toCommonForm: ({ search }) => searchForm(search.edges.map(({ node }: Answer) => node)) },
  handWrittenCypher: {
    statement: CYPHER,
    parameters: (asked) => ({ query: phraseOf(asked) }),
    toCommonForm: searchForm,
  },
  neo4jGraphql: {
    document: STOCK,
    variables: (asked) => ({ phrase: phraseOf(asked) }),
    toCommonForm: ({ organisationNames }) =>
      searchForm(organisationNames.edges.flatMap(({ node }: Answer) => node.organisations)),
  },
  postgraphile: POSTGRAPHILE_TEXTS.search ?? null,
};
