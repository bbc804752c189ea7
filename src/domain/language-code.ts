/** Longer words than codes of ISO 639 are names of languages: "russian" is well-formed to BCP 47, too. */
const CODE = /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i;

/** A BCP 47 code as it is usually written, such as kk or zh-Hans; null for what is none. */
export function languageCode(text: string): string | null {
  if (!CODE.test(text)) return null;
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}
