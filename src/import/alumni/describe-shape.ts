const LONGEST = 20;

/** The form of a text without what it says: 12/05/2024 is 99/99/9999. For texts that may be dates or codes. */
export function describeShape(text: string): string {
  if (text.length > LONGEST) return `a text of ${text.length} characters`;
  return `the form ${text.replaceAll(/\p{N}/gu, '9').replaceAll(/[^9\s./:-]/gu, 'a')}`;
}
