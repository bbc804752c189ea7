/**
 * One spelling for the words that names of organisations are made of: British for American, whole for shortened,
 * English for other languages. Only words that mean the same wherever they stand in a name are listed. All folded.
 */
const FORMS: Readonly<Record<string, string>> = {
  // spelling
  organisation:
    'organization organizations organisations orgs organzation organisacion organizacion organizacao organizzazione organisatie organizatsiya uiymy',
  centre: 'center centers centres centro zentrum centrum tsentr ortalygy',
  programme: 'program programs programmes programa programm programma',
  labour: 'labor',
  defence: 'defense',
  // shortened
  international:
    'intl internatl internationale internacional internazionale mezhdunarodnyi mezhdunarodnaya mezhdunarodnoe khalykaralyk',
  department: 'dept dpt departement departamento departament',
  government: 'govt gvt gov gouvernement gobierno governo pravitelstvo ukimeti regering regierung',
  ministry: 'min ministere ministerio ministerie ministerium ministerstvo ministrligi ministero departementet',
  development: 'devt dev developpement desarrollo desenvolvimento sviluppo entwicklung razvitie razvitiya damu',
  association: 'assoc assn asso asociacion associacao associazione assotsiatsiya verband',
  university: 'univ universite universidad universidade universita universitat universiteit universitet universiteti',
  institute: 'inst institut instituto istituto instituti',
  foundation: 'fdn fondation fundacion fundacao fondazione',
  administration: 'admin administracion administracao administratsiya',
  management: 'mgmt mgt',
  commission: 'comm commissione comision comissao komissiya kommission',
  national: 'natl nacional nazionale natsionalnyi natsionalnaya natsionalnoe ulttyk',
  technical: 'tech',
  council: 'conseil consejo conselho sovet',
  committee: 'cttee comite comitato komitet',
  agency: 'agence agencia agenzia agentschap agentstvo agenttigi agentur',
  cooperation: 'cooperacion cooperacao cooperazione sotrudnichestvo zusammenarbeit samenwerking yntymaktastyk',
  embassy: 'ambassade embajada embaixada ambasciata posolstvo elshilik botschaft',
  bank: 'banque banco banca banki',
  red: 'rouge roja vermelha rossa',
  cross: 'croix cruz croce',
  republic: 'republique republica repubblica respublika respublikasy respubliki',
};

const FORM_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(FORMS).flatMap(([word, others]) => others.split(' ').map((other) => [other, word] as const)),
);

/** Words that end in s without being a plural, and such as lose their sense without it. */
const KEEPS_ITS_END = /(?:ss|us|is|as|os)$/;

/** The word in the one spelling that words are compared in: listed forms first, then without the s of a plural. */
export function wordForm(word: string): string {
  const listed = FORM_OF.get(word);
  if (listed !== undefined) return listed;
  if (word.length < 5 || !word.endsWith('s') || KEEPS_ITS_END.test(word)) return word;
  const single = word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  return FORM_OF.get(single) ?? single;
}
