const PERSON =
  'id name homeCountry { id name } attendances { year outcome } employments { name isPresent } consents { field purpose }';
const INVITATION = '{field: EMAIL, audience: ALUMNI_OFFICE, purpose: EVENT_INVITATIONS}';
const TAJIKISTAN = 'homeCountries: ["country:TJ"]';

function page(filter: string): string {
  return `{ alumni(filter: {${filter}}) { pageInfo { endCursor } edges { node { ${PERSON} } } } }`;
}

export interface AlumniQuestion {
  readonly name: string;
  readonly query: string;
  /** Whether it is held to the bar; others are told beside it. */
  readonly isHeld: boolean;
}

/** What the office asks all day. */
export const ALUMNI_QUESTIONS: readonly AlumniQuestion[] = [
  held('a page, no filter', page('')),
  held('one filter: country', page(TAJIKISTAN)),
  held('one filter: consent', page(`consent: ${INVITATION}`)),
  held(
    'three filters: country, programme, year',
    page(`${TAJIKISTAN}, programmes: ["activity:avicenna-healthcare"], years: {from: 2025}`),
  ),
  held(
    'three filters that few meet: country, field, language',
    page('homeCountries: ["country:TM"], fields: [TRADE], languages: ["en"]'),
  ),
  held(
    'three filters that nobody meets',
    page('homeCountries: ["country:UZ"], fields: [DIPLOMACY], languages: ["en"]'),
  ),
  held('text: a whole name', page('text: "Нигора Саидова"')),
  held('text: a name with a slip', page('text: "Nigura Saidowa"')),
  held('text: a given name that many have', page('text: "Zarina"')),
  held('text and country and consent', page(`text: "zarina", ${TAJIKISTAN}, consent: ${INVITATION}`)),
  held('text that nobody has', page('text: "Wolfgang Amadeus"')),
  held(
    'gaps',
    `{ alumniGaps(terms: ${INVITATION}, countries: ["country:TJ", "country:UZ", "country:KG", "country:TM"], first: 48) { edges { node { country { id } field alumni reachable } } } }`,
  ),
  told(
    'at partners',
    '{ alumniAtPartners { edges { node { alumnus { id name } workplaces { employer { id } sharedActivities } } } } }',
  ),
  told('how many: country', `{ alumni(filter: {${TAJIKISTAN}}, first: 1) { totalCount } }`),
  told(
    'how many: country, field, language',
    '{ alumni(filter: {homeCountries: ["country:UZ"], fields: [HEALTH], languages: ["en"]}, first: 1) { totalCount } }',
  ),
];

function held(name: string, query: string): AlumniQuestion {
  return { name, query, isHeld: true };
}

function told(name: string, query: string): AlumniQuestion {
  return { name, query, isHeld: false };
}
