import { encodingOfFont } from '../legacy/font-encoding.js';

/**
 * Signs of symbol fonts that carry meaning in a plan (ticks in a timetable, boxes, arrows, bullets), by the code
 * that the font has them at. Source: the fonts' published character sets.
 */
const WINGDINGS: ReadonlyMap<number, string> = new Map([
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x71, '❑'],
  [0x72, '❒'],
  [0x76, '❖'],
  [0x77, '◆'],
  [0x9f, '•'],
  [0xa7, '▪'],
  [0xa8, '□'],
  [0xd8, '➢'],
  [0xe0, '→'],
  [0xe8, '→'],
  [0xf0, '⇨'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
]);
const WINGDINGS_2: ReadonlyMap<number, string> = new Map([
  [0x4f, '✗'],
  [0x50, '✓'],
  [0x51, '☒'],
  [0x52, '☑'],
  [0x53, '☒'],
  [0x54, '☒'],
  [0xa3, '□'],
]);
const SYMBOL: ReadonlyMap<number, string> = new Map([
  [0x2d, '-'],
  [0xa3, '≤'],
  [0xab, '↔'],
  [0xae, '→'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb7, '•'],
  [0xb8, '÷'],
  [0xb9, '≠'],
  [0xde, '⇒'],
]);
const FONTS: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map([
  ['wingdings', WINGDINGS],
  ['wingdings 2', WINGDINGS_2],
  ['symbol', SYMBOL],
]);
/** Symbol fonts show their codes at U+F000 to U+F0FF. */
const PRIVATE = /[\uF000-\uF0FF]/gu;

/**
 * A `w:sym`: its sign, the character itself for an ordinary font, "" for an unknown sign of a symbol font. Codes of
 * fonts of old Vietnamese encodings come as Latin-1 shows them.
 */
export function symbolOf(font: string, hex: string): string {
  const code = Number.parseInt(hex, 16);
  if (!(code > 0 && code <= 0xffff)) return '';
  const signs = FONTS.get(font.toLowerCase());
  if (signs !== undefined) return signs.get(code & 0xff) ?? '';
  if (code >= 0xf020 && code <= 0xf0ff && encodingOfFont(font) !== null)
    return String.fromCharCode(code - 0xf000);
  return code >= 0xe000 && code <= 0xf8ff ? '' : String.fromCharCode(code);
}

/** Text typed in `font`: signs of symbol fonts become the characters that they show. */
export function shownText(text: string, font: string | undefined): string {
  const name = font?.toLowerCase() ?? '';
  const signs = FONTS.get(name);
  if (signs !== undefined && name !== 'symbol')
    return Array.from(text, (char) => signs.get(char.charCodeAt(0) & 0xff) ?? char).join('');
  return text.replace(PRIVATE, (char) => (signs ?? WINGDINGS).get(char.charCodeAt(0) & 0xff) ?? '');
}
