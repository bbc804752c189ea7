/**
 * Phrases that mean the same in another language or in short, all folded: what is listed here is translated, nothing else is.
 * Names of bodies are the ones that they use themselves in that language. What only a national member is called is none: Redd Barna.
 */
const PHRASES: ReadonlyArray<readonly [english: string, ...others: readonly string[]]> = [
  [
    'ministry of foreign affairs',
    'ministry for foreign affairs',
    'ministere des affaires etrangeres',
    'ministerio de relaciones exteriores',
    'ministerio de asuntos exteriores',
    'ministerio das relacoes exteriores',
    'ministero degli affari esteri',
    'ministerie van buitenlandse zaken',
    'auswartiges amt',
    'udenrigsministeriet',
    'utenriksdepartementet',
    'utrikesdepartementet',
    'ministerstvo inostrannykh del',
    'syrtky ister ministrligi',
  ],
  [
    'ministry of health',
    'ministere de la sante',
    'ministerio de salud',
    'ministerstvo zdravookhraneniya',
    'densaulyk saktau ministrligi',
  ],
  [
    'ministry of education',
    'ministere de l education',
    'ministerio de educacion',
    'ministerstvo obrazovaniya',
    'bilim ministrligi',
  ],
  [
    'red cross',
    'croix rouge',
    'cruz roja',
    'cruz vermelha',
    'croce rossa',
    'rotes kreuz',
    'rode kruis',
    'rode kors',
    'rodes kors',
    'roda korset',
    'punainen risti',
    'krasnyi krest',
    'kyzyl krest',
  ],
  ['red crescent', 'croissant rouge', 'media luna roja', 'krasnyi polumesyats', 'kyzyl aiy', 'kizilay'],
  [
    'united nations',
    'nations unies',
    'naciones unidas',
    'nacoes unidas',
    'nazioni unite',
    'vereinte nationen',
    'organizatsiya obedinennykh natsii',
    'obedinennykh natsii',
    'birikken ulttar',
  ],
  [
    'world bank',
    'banque mondiale',
    'banco mundial',
    'banca mondiale',
    'weltbank',
    'wereldbank',
    'vsemirnyi bank',
    'duniezhuzilik bank',
  ],
  [
    'international monetary fund',
    'fonds monetaire international',
    'fondo monetario internacional',
    'mezhdunarodnyi valyutnyi fond',
  ],
  [
    'world health organisation',
    'organisation mondiale de la sante',
    'organizacion mundial de la salud',
    'vsemirnaya organizatsiya zdravookhraneniya',
  ],
  [
    'world food programme',
    'programme alimentaire mondial',
    'programa mundial de alimentos',
    'vsemirnaya prodovolstvennaya programma',
  ],
  [
    'doctors without borders',
    'medecins sans frontieres',
    'medicos sin fronteras',
    'arzte ohne grenzen',
    'artsen zonder grenzen',
    'lakare utan granser',
    'vrachi bez granits',
  ],
  ['doctors of the world', 'medecins du monde', 'medicos del mundo'],
  ['european union', 'union europeenne', 'union europea', 'europaische union', 'evropeiskii soiuz'],
  [
    'european commission',
    'commission europeenne',
    'comision europea',
    'europaische kommission',
    'evropeiskaya komissiya',
  ],
  ['european investment bank', 'banque europeenne d investissement'],
  ['african development bank', 'banque africaine de developpement'],
  ['action against hunger', 'action contre la faim', 'accion contra el hambre', 'aktion gegen den hunger'],
  ['hiv aids', 'hiv and aids', 'vih sida', 'vih et sida'],
  ['civil society', 'societe civile', 'sociedad civil', 'grazhdanskoe obshchestvo'],
  ['childrens villages', 'kinderdorf', 'kinderdorfer', 'kinderdorpen', 'villages d enfants'],
  ['non governmental organisation', 'non governmental organization'],
];

/** The longest first, so that a phrase within another does not cut it. */
const TRANSLATIONS = PHRASES.flatMap(([english, ...others]) => others.map((other) => ({ other, english }))).sort(
  (one, two) => two.other.length - one.other.length || (one.other < two.other ? -1 : 1),
);
const ENGLISH_OF = new Map(TRANSLATIONS.map(({ other, english }) => [other, english]));
const ANY_PHRASE = new RegExp(`(?<![^ ])(?:${TRANSLATIONS.map(({ other }) => other).join('|')})(?![^ ])`, 'g');

/** Short forms that only capitals tell from words: un of French, us of English, eu of Portuguese. */
const IN_CAPITALS: ReadonlyArray<readonly [form: RegExp, spelt: string]> = [
  [/(?<![\p{L}\p{N}])(?:UN|U\.N\.|UNO|ONU|OON|ООН|БҰҰ)(?![\p{L}\p{N}])/gu, 'United Nations'],
  [/(?<![\p{L}\p{N}])(?:US|U\.S\.|U\.S\.A\.|США)(?![\p{L}\p{N}])/gu, 'United States'],
  [/(?<![\p{L}\p{N}])(?:EU|E\.U\.|UE|ЕС)(?![\p{L}\p{N}])/gu, 'European Union'],
];

/** The text, as published, with these short forms spelt out. */
export function spellOutCapitals(text: string): string {
  return IN_CAPITALS.reduce((spelt, [form, whole]) => spelt.replaceAll(form, whole), text);
}

/** The folded text with every listed phrase in English. */
export function translatePhrases(folded: string): string {
  return folded.replaceAll(ANY_PHRASE, (phrase) => ENGLISH_OF.get(phrase) ?? phrase);
}
