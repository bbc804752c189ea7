/** Cyrillic letters of Kazakh and Russian in the Latin spelling that people use for names abroad. */
const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  қ: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'n',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ұ: 'u',
  ү: 'u',
  ф: 'f',
  х: 'kh',
  һ: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  і: 'i',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  ў: 'u',
  ї: 'i',
  є: 'e',
  ґ: 'g',
};

/** Latin letters that decomposition leaves alone. */
const PLAIN: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ŋ: 'n',
};

const NOT_ASCII = /\P{ASCII}/gu;

/**
 * The text as words in plain lower-case Latin letters, so that Қазақстан, Kazakhstan's and «KAZAKHSTAN» can meet:
 * accents dropped, Cyrillic spelt in Latin, everything but letters and digits turned into single spaces.
 * Letters of other scripts stay as they are.
 */
export function foldText(text: string): string {
  const lower = text.normalize('NFC').toLowerCase();
  return lower
    .replaceAll(NOT_ASCII, (letter) => spell(letter) ?? spellBare(letter))
    .replaceAll(/['’ʼ`]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function spell(letter: string): string | undefined {
  return LATIN[letter] ?? PLAIN[letter];
}

/** A letter that is in no table, without its accents and ornaments; what is under them may be in one (ӓ, ѓ), or a capital (ℌ). */
function spellBare(letter: string): string {
  const bare = letter.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return [...bare].map((part) => spell(part) ?? part).join('');
}
