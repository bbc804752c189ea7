/** Bounded, so that a long text without an address costs no more than its length. */
const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63}){1,8}/g;

/** The text without e-mail addresses. */
export function withoutAddresses(text: string): string {
  return text.includes('@') ? text.replaceAll(ADDRESS, '').replaceAll(/ {2,}/g, ' ').trim() : text;
}

/** The name of an organisation. Some publishers write an official's name after a bar: it is not read. */
export function withoutOfficial(name: string): string {
  return name.split('|')[0]?.trim() ?? '';
}
