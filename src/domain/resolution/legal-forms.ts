/**
 * Legal forms, and words that only say "an organisation of this sort", folded. A name with and without them means the same body.
 */
export const LEGAL_FORMS: ReadonlySet<string> = new Set(
  [
    // English
    'ltd limited llc llp lp plc inc incorporated corp corporation co company cic cio scio pty pvt pte bhd sdn',
    // German, Dutch, French, Belgian, Swiss, Nordic
    'gmbh ggmbh ag ev eg kg mbh bv nv vzw asbl aisbl ivzw stichting vereniging sarl sas sa sasu ab as asa aps oy ry sr',
    // Italian, Spanish, Portuguese
    'spa srl onlus ets sl slu sc rl ac lda ltda eirl',
    // Kazakh and Russian: ТОО, ЖШС, АО, АҚ, НАО, ОО, ОФ, РГП, РГУ, ГУ, ООО, ПАО, ЗАО
    'too zhshs ao ak nao oo of rgp rgu gu ooo pao zao oao ip',
    // not forms in law, but used like them
    'ngo ingo nongovernmental org organisation',
  ].flatMap((line) => line.split(' ')),
);

/** Legal forms of two folded words or more, which are taken out before the text is cut into words. */
export const LEGAL_PHRASES: readonly RegExp[] = [
  // A body of the European Commission is called with and without it.
  /\b(?:directorate general|dg)\b/g,
  /\bs (?:a|p a|r l|l|c)\b/g,
  /\bb v\b/g,
  /\bn v\b/g,
  /\bnon (?:profit|governmental) organi[sz]ations?\b/g,
  /\btovarishchestvo s ogranichennoi otvetstvennostyu\b/g,
  /\bzhauapkershiligi shekteuli seriktestigi\b/g,
  /\baktsionernoe obshchestvo\b/g,
  /\baktsionerlik kogamy\b/g,
];

/** Legal forms that one country's law has, folded: with one a name is that of a body registered there. */
export const COUNTRY_OF_LEGAL_FORM: ReadonlyMap<string, string> = new Map(
  Object.entries({
    BE: 'vzw asbl aisbl ivzw',
    DE: 'ev ggmbh',
    DK: 'aps',
    FI: 'oy ry',
    IT: 'onlus ets',
    KZ: 'zhshs nao',
    NL: 'stichting vereniging bv nv',
  }).flatMap(([country, forms]) => forms.split(' ').map((form) => [form, country] as const)),
);
