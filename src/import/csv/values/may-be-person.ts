/** Two or three words with a capital each, perhaps with a title, an initial or a particle: how people are called, and some companies. */
const LIKE_A_PERSON =
  /^(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? )?\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}\.?)?(?: (?:de|da|van|von|al|el|bin))?(?: \p{Lu}[\p{Ll}'’-]+){1,2}$/u;

/** What begins a word of an organisation's name, and hardly one of a person's. */
const OF_AN_ORGANISATION = new RegExp(
  `\\b(?:${[
    'academ|afric|agenc|aid|allianc|asia|associat|authorit|bank|board|bureau|business|capital|care|cent(?:er|re)|church|city|college',
    'commi[st]|communit|compan|consult|cooper|corporat|council|court|depart|develop|direct|district|educat|embass|energy|environ|europ',
    'federat|financ|forest|forum|found|fund|global|govern|great britain|group|health|hospital|humanit|industr|initiat|instit|internat|invest',
    'kommission|league|limited|ltd|market|media|minist|municip|nation|network|office|organi[sz]|parliament|partner|party|people|plan|police',
    'port|power|press|program|project|provinc|radio|railway|region|relief|republic|research|rights|school|secretar|servic|social|societ|solution',
    'state|stiftelse|svenska|sverige|technolog|trade|training|treasur|trust|union|unit|univers|water|women|world',
  ].join('|')})`,
  'i',
);

/** Whether the name may be that of a person and no organisation. Rather too often than too seldom. */
export function mayBePerson(name: string): boolean {
  return LIKE_A_PERSON.test(name) && !OF_AN_ORGANISATION.test(name);
}
