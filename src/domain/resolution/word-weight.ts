/**
 * Words that many organisations have in their names, after `wordForm`: a name made of nothing else says what sort of body
 * is meant, not which. Drawn from the names of IATI's publishers; fields of government are added.
 */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  [
    'action activity actor advancement advisory affair africa african agency agricultural agriculture aid alliance america asia asian',
    'assembly assistance association authority bank board branch budget business campaign capacity care central centre charity child children',
    'city civil civic climate club coalition college commerce commission commissioner committee communication community concern',
    'conference conservation consortium construction consulting cooperation coordination council country court cultural culture defence delegation department',
    'developing development directorate disability disaster district division donor east eastern economic economy education electoral embassy emergency employment empowerment',
    'energy enterprise environment environmental europe european executive external family federal federation finance financial fisheries food foreign foundation',
    'fund gender general global government governance group growth health home hospital housing human humanitarian humanity hygiene industry information initiative',
    'institute institution integrated interior international investment joint justice labour land law leadership legal life livelihood livestock local management',
    'medical migration ministry mission multilateral municipal municipality nation national natural network north northern nutrition office',
    'organisation parliament partner partnership peace people planning police policy poor population post poverty power presidency president prevention private production',
    'programme project promotion protection province provincial public reconstruction recovery regional region rehabilitation relief republic research resource',
    'right river road rural sanitation school science secretariat sector security service social society solution south southern state',
    'statistic studies study support sustainable system technical technology tourism town trade training transport treasury trust union unit united',
    'university urban various village volunteer water welfare west western women woman work worker world young youth other unspecified unknown anonymous multiple',
    'correction adjustment general bilateral embassies county township state committee',
  ].flatMap((line) => line.split(' ')),
);

const COMMON = 0.3;

/** How much a word (after `wordForm`) says about which organisation is meant: 1 for a proper word, 0.3 for a common one. */
export function wordWeight(word: string): number {
  return COMMON_WORDS.has(word) ? COMMON : 1;
}

/** Offices that every country has, whatever more their names say: only the country tells which is meant. */
const STATE_OFFICE = /\b(?:ministry|government|embassy|parliament)\b/;
/** Bodies that every country has by this name; a proper word beside it tells which. */
const COMMON_OFFICE =
  /\b(?:department|presidency|treasury|secretariat|directorate|court|police|municipality|national (?:bank|assembly|council|committee|commission|agency)|central bank|state committee|red cross|red crescent)\b/;
/** Unions of countries have such offices of their own. */
const UNION = /\b(?:united nation|european|african union)\b/;

/** True where the name, as its words, may mean a body of any country. */
export function isPublicOffice(words: readonly string[]): boolean {
  const name = words.join(' ');
  if (UNION.test(name)) return false;
  const hasProperWord = words.some((word) => wordWeight(word) === 1);
  return STATE_OFFICE.test(name) || (COMMON_OFFICE.test(name) && !hasProperWord);
}
