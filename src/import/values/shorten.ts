/** The first half of a letter outside the basic plane, left where a text is cut in the middle of it. */
const HALF_LETTER = /[\uD800-\uDBFF]$/;

/** The text, or as much of it as the length allows; never half a letter. */
export function cutText(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(HALF_LETTER, '');
}

/** A value of the file as a message quotes it. */
export function shorten(value: string): string {
  return value.length <= 60 ? value : `${cutText(value, 60)}…`;
}
