import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CandidateIndex } from '../src/domain/resolution/candidate-index.ts';
import { profileOf } from '../src/domain/resolution/organisation-profile.ts';
import { count, describeCounts } from './resolve/count.ts';
import { type Found, findAmongKnownNames, findMention, withSynonyms } from './resolve/find-mentions.ts';
import { findStrangers } from './resolve/find-strangers.ts';
import { type Mention, type Part, partOf, readGoldStandard } from './resolve/gold-standard.ts';
import { crossNames, measureScale } from './resolve/measure-scale.ts';
import { readCountries } from './resolve/read-countries.ts';
import { readTitles } from './resolve/read-titles.ts';

const DATA = fileURLToPath(new URL('../../shared/data/orgs', import.meta.url));
const LIST = 'iati3w_org-map.json';
const TITLES = 'iati_publishers_2087.csv';
const SCALES = [5_000, 20_000, 50_000];
const SHOWN = 10;

const print = (...lines: readonly string[]) => console.log(lines.join('\n'));

/**
 * Measures the resolution of organisations on a list made by hand. Reports on the part that it was not tuned on; `--tuned`
 * shows the other, for work on the rules. The folder of the data may be named as an argument.
 */
async function run(argv: readonly string[]): Promise<void> {
  const folder = resolve(argv.find((argument) => !argument.startsWith('--')) ?? DATA);
  const missing = [LIST, TITLES].filter((file) => !existsSync(join(folder, file)));
  if (missing.length > 0) {
    print(
      `Not measured: ${missing.join(' and ')} not found in ${folder}.`,
      'Name the folder: npm run bench:resolve -- <folder>',
    );
    process.exitCode = 1;
    return;
  }
  const part: Part = argv.includes('--tuned') ? 'TUNED' : 'KEPT';
  const gazetteer = await readCountries();
  const gold = await readGoldStandard(join(folder, LIST), gazetteer);
  const titles = await readTitles(join(folder, TITLES), gold);
  const index = new CandidateIndex(gold.organisations.map((each) => profileOf(each, gazetteer)));
  const named = withSynonyms(gold);
  const known = {
    index: new CandidateIndex(named.map((each) => profileOf(each, gazetteer))),
    records: new Map(named.map((each) => [each.id, each])),
    gazetteer,
  };
  const ofPart = (mention: Mention) => mention.part === part;
  const synonyms = gold.mentions.filter(ofPart);
  const names = synonyms.filter(({ kind }) => kind === 'NAME');

  const ofKind = (kind: Mention['kind']) => synonyms.filter((each) => each.kind === kind).length;

  print(
    `${gold.organisations.length} organisations, of which ${gold.organisations.filter(({ id }) => partOf(id) === part).length} in the part ${part}, by the SHA-256 of their keys.`,
    `Synonyms in it: ${synonyms.length}; counted are ${names.length} names. Not counted: ${ofKind('COUNTRY')} that are a country or its government, ${ofKind('TEXT')} that are sentences, ${ofKind('CONTRADICTED')} that are the name of another organisation of the list.`,
    `Every name, without any code, is looked for among all organisations of both parts.`,
    '',
  );
  const ofKnown = names.map((each) => findAmongKnownNames(each, known));
  const ofTitles = titles.mentions.filter(ofPart).map((each) => findMention(each, index, gazetteer));
  print(
    ...describeCounts('A. Synonyms; the organisations have all their other names', count(ofKnown)),
    ...describeCounts(
      'B. Synonyms; the organisations have one name and one short form',
      count(names.map((each) => findMention(each, index, gazetteer))),
    ),
    ...describeCounts(
      `C. Titles in the IATI registry (${titles.alike} of all ${titles.mentions.length} differ in case and accents at most)`,
      count(ofTitles),
    ),
    ...describeCounts('A and C together', count([...ofKnown, ...ofTitles])),
  );
  const strangers = findStrangers(gold, { part, index, gazetteer });
  print(
    `D. Names whose organisation is not there: ${strangers.asked} asked, ${strangers.wrong.length} taken for another`,
    ...strangers.wrong.slice(0, SHOWN).map(({ text, takenFor }) => `   ${shorten(text)} → ${takenFor.join('; ')}`),
    '',
    `${SHOWN} names of A that were decided wrongly, left to a person or not found:`,
    ...[...ofKnown]
      .filter(({ result }) => result !== 'RIGHT')
      .sort(worstFirst)
      .slice(0, SHOWN)
      .map(describeFound),
    '',
    'Not counted, and what becomes of them: ' +
      describeOthers(synonyms.filter(({ kind }) => kind !== 'NAME').map((each) => findMention(each, index, gazetteer))),
    '',
    'Time, every record against those that share a blocking key (real names, and crossed ones to make up the number):',
  );
  const real = [...gold.organisations, ...titles.publishers];
  for (const many of SCALES) {
    const records = [...real, ...crossNames(real, many - real.length)];
    const { prepareSeconds, compareSeconds, compared } = measureScale(records, gazetteer);
    print(
      `  ${many} names: ${prepareSeconds.toFixed(1)} s to prepare, ${compareSeconds.toFixed(1)} s for ${compared} comparisons (${(compared / many).toFixed(0)} a name; all pairs would be ${many - 1})`,
    );
  }
}

const ORDER: readonly Found['result'][] = ['WRONG', 'LOST', 'ASK'];

function worstFirst(one: Found, other: Found): number {
  return ORDER.indexOf(one.result) - ORDER.indexOf(other.result);
}

function describeFound({ mention, result, matches }: Found): string {
  const [best] = matches;
  const found = best
    ? `${best.outcome} ${best.candidate.id}, ${best.score} points: ${best.reasons.map(({ text, points }) => `${shorten(text)} (${points})`).join(' ')}`
    : 'nothing alike';
  return `   ${result} “${shorten(mention.text)}” of ${[...mention.owners].join(', ')} → ${found}`;
}

function describeOthers(found: readonly Found[]): string {
  const { right, wrong, ask, lost } = count(found);
  return `${right} decided for the organisation of the list, ${wrong} for another, ${ask} left to a person, ${lost} not found.`;
}

function shorten(text: string): string {
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
}

await run(process.argv.slice(2));
