/** Controls, escape sequences' starts and direction overrides: what could take over a terminal or deceive its reader. */
const UNPRINTABLE = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\p{Surrogate}]/gu;

/**
 * Text of a document or a file's name as it may be written to a terminal; as many UTF-16 units as `text`. Tabs become
 * the border of a cell, other unprintable characters U+FFFD.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (char) => (char === '\t' ? '│' : '\uFFFD'));
}
