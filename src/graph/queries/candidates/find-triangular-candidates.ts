import { CANDIDATE_WORDS, FOLDED_CANDIDATE_WORDS } from '../../../domain/curation/candidate-words.ts';
import { DEFAULT_BASIS } from '../../../domain/default-basis.ts';
import type { Term } from '../../../domain/vocabulary.ts';
import { countriesDoing } from '../../cypher/countries-doing.ts';
import { onlyIf } from '../../cypher/only-if.ts';
import { type AskedYears, overlapsYears } from '../../cypher/overlaps-years.ts';
import type { Graph } from '../../open-graph.ts';

export interface CandidateCriteria extends AskedYears {
  readonly rules: readonly Term<'CandidateRule'>[];
  /** Ids of countries that all take part. */
  readonly countries: readonly string[];
}

/** An activity that a rule fits, with what the rules saw of it; ids of countries. */
export interface CandidateRow {
  readonly id: string;
  readonly rules: readonly Term<'CandidateRule'>[];
  readonly words: readonly string[];
  readonly supporting: readonly string[];
  readonly implementing: readonly string[];
  readonly benefiting: readonly string[];
}

export interface CandidateChunk {
  /** How many activities were looked at, and the id of the last one. */
  readonly read: number;
  readonly last: string | null;
  readonly candidates: readonly CandidateRow[];
}

/** What an actor does with an activity, as the rule of three countries reads its role. */
const PART: Readonly<Record<Term<'Role'>, 'supporting' | 'implementing' | 'benefiting'>> = {
  FUNDING: 'supporting',
  ACCOUNTABLE: 'supporting',
  EXTENDING: 'supporting',
  IMPLEMENTING: 'implementing',
  HOST: 'implementing',
  PARTNER: 'implementing',
  BENEFICIARY: 'benefiting',
};

/**
 * Who does what, by country: an actor counts for itself, for the country whose own it is, or else for the one that its
 * organisation identifier begins with (KR-GOV-051: Korea).
 */
const PARTS = `COLLECT {
    MATCH (actor:Actor)-[part:PARTICIPATES_IN]->(activity) WHERE part.basis IN $basis
    OPTIONAL MATCH (actor)-[:BELONGS_TO]->(own:Country)
    OPTIONAL MATCH (actor)<-[:IDENTIFIES]-(code:Identifier {scheme: 'ORG_ID'})
    WITH DISTINCT $parts[part.role] AS doing,
      CASE WHEN actor:Country THEN actor.id ELSE coalesce(own.id, 'country:' + left(code.value, 2)) END AS country
    WHERE EXISTS { (:Country {id: country}) }
    RETURN {doing: doing, country: country}
  }`;

/** The CRS kind of channel for delegated co-operation, which the DAC does not count as triangular. */
const IS_DELEGATED = "EXISTS { (activity)-[:DELIVERED_THROUGH]->(:ChannelCategory {id: 'channel:13000'}) }";

const HAS_THREE_COUNTRIES = `any(supporter IN supporting WHERE any(implementer IN implementing WHERE implementer <> supporter
    AND any(beneficiary IN benefiting WHERE NOT beneficiary IN [supporter, implementer]))) AND NOT ${IS_DELEGATED}`;

/** What it says: its texts, and its names in any language, as they are indexed. */
const TEXT = `toLower(reduce(text = '', part IN
      [activity.name, activity.nameKk, activity.nameRu, activity.topic, activity.description, activity.objectives]
      | text + ' ' + coalesce(part, '')))`;
const NAMES =
  "reduce(text = '', name IN COLLECT { MATCH (activity)<-[:NAME_OF]-(name:Name) RETURN name.folded } | text + name + ' ; ')";

/** Who covers the whole covers its parts. */
const IS_COVERED = 'EXISTS { (activity)-[:PART_OF*0..3]->(:Activity)<-[:COVERS]-(:TriangularArrangement) }';

/**
 * Looks at the activities after the given id, `limit` of them, and gives those that a rule fits and no arrangement
 * covers. Cost: those activities with their actors and names, whatever the size of the graph.
 */
export async function findTriangularCandidates(
  graph: Graph,
  criteria: CandidateCriteria,
  { after, limit }: { readonly after: string; readonly limit: number },
  signal?: AbortSignal,
): Promise<CandidateChunk> {
  const [chunk] = await graph.read<{ read: number; last: string | null; candidates: readonly CandidateRow[] }>(
    statementFor(criteria),
    {
      ...criteria,
      after,
      limit,
      basis: DEFAULT_BASIS,
      parts: PART,
      spoken: CANDIDATE_WORDS,
      folded: FOLDED_CANDIDATE_WORDS,
    },
    signal,
  );
  return chunk ?? { read: 0, last: null, candidates: [] };
}

const NO_TEXT = "''";
const NO_LIST = '[]';
const NEVER = 'false';
const PARTS_READ = 'parts';

/** What the asked rules do not need is read of those that fit only, to be shown. */
function statementFor({ rules, countries, ...years }: CandidateCriteria): string {
  const asksWords = rules.includes('WORDS');
  const asksCountries = rules.includes('THREE_COUNTRIES');
  const needsParts = asksCountries || countries.length > 0;
  return `
  MATCH (activity:Activity) WHERE activity.id > $after
  WITH activity ORDER BY activity.id LIMIT $limit
  WITH collect(activity) AS activities
  RETURN size(activities) AS read, last(activities).id AS last, COLLECT {
    UNWIND activities AS activity
    WITH activity WHERE ${overlapsYears('activity', years)}
    WITH activity, ${onlyIf(asksWords, TEXT, NO_TEXT)} AS text, ${onlyIf(asksWords, NAMES, NO_TEXT)} AS names
    WITH activity, [word IN $spoken WHERE text CONTAINS word] + [word IN $folded WHERE names CONTAINS word] AS words,
      ${onlyIf(needsParts, PARTS, NO_LIST)} AS parts
    WHERE all(country IN $countries WHERE any(part IN parts WHERE part.country = country))
    WITH activity, words, parts, ${countriesDoing('supporting')}, ${countriesDoing('implementing')}, ${countriesDoing('benefiting')}
    WITH activity, words, parts, {
      COLLABORATION_TYPE_8: activity.collaborationType = '8',
      THREE_COUNTRIES: ${onlyIf(asksCountries, HAS_THREE_COUNTRIES, NEVER)},
      WORDS: size(words) > 0
    } AS fits
    WITH activity, words, parts, [rule IN $rules WHERE fits[rule]] AS rules
    WHERE size(rules) > 0 AND NOT ${IS_COVERED}
    WITH activity, words, rules, ${onlyIf(needsParts, PARTS_READ, PARTS)} AS parts
    WITH activity, words, rules, ${countriesDoing('supporting')}, ${countriesDoing('implementing')}, ${countriesDoing('benefiting')}
    ORDER BY activity.id
    RETURN {id: activity.id, rules: rules, words: words, supporting: supporting, implementing: implementing, benefiting: benefiting}
  } AS candidates`;
}
