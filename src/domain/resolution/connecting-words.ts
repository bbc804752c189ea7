/** Articles, prepositions and conjunctions of the languages that names come in, folded. They tell no names apart. */
export const CONNECTING_WORDS: ReadonlySet<string> = new Set(
  [
    'the of for and in on to with by from at an a as its through via s',
    'de du des la le les l d et en pour dans au aux sur par un une',
    'del los las el y para por con e o do da dos das em na no os',
    'der die das und fur fuer von im des zur zum in e',
    'van voor het een en te ter ten',
    'och for av och i til og den det',
    'di della dello dei delle degli il lo gli per',
    'i v na po pri dlya s o ob iz zhane men ushin',
  ].flatMap((line) => line.split(' ')),
);
