const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' });
const TAKES_NO_PLACE = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]+$/u;
const EMOJI = /\p{Emoji_Presentation}|\uFE0F/u;

/** Code points that a terminal draws two columns wide (Unicode TR 11, classes W and F, by block). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

/** What the terminal draws as one character: a letter with its marks, an emoji. `offset` in UTF-16 units. */
export interface Grapheme {
  readonly text: string;
  readonly offset: number;
  /** Columns: 0, 1 or 2. */
  readonly width: number;
}

function graphemeWidth(text: string): number {
  if (TAKES_NO_PLACE.test(text)) return 0;
  const code = text.codePointAt(0) ?? 0;
  if (code < 0x1100) return 1;
  return EMOJI.test(text) || WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}

/** The graphemes of `text`, in order. */
export function graphemes(text: string): readonly Grapheme[] {
  return [...segmenter.segment(text)].map(({ segment, index }) => ({
    text: segment,
    offset: index,
    width: graphemeWidth(segment),
  }));
}

/** How many columns `text` takes in a terminal, whether its diacritics are precomposed or combining. */
export function displayWidth(text: string): number {
  return graphemes(text).reduce((sum, grapheme) => sum + grapheme.width, 0);
}

/** `text` in at most `width` columns, an ellipsis at its end where it was cut. */
export function cutToWidth(text: string, width: number): string {
  const all = graphemes(text);
  if (all.reduce((sum, grapheme) => sum + grapheme.width, 0) <= width) return text;
  if (width < 1) return '';
  let cut = '';
  let used = 0;
  for (const grapheme of all) {
    if (used + grapheme.width > width - 1) break;
    cut += grapheme.text;
    used += grapheme.width;
  }
  return `${cut.trimEnd()}…`;
}

/** `text` filled up with spaces to `width` columns, on the right or, for figures, on the left. */
export function padToWidth(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const gap = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + gap : gap + text;
}

/** A word that is wider than a line, in pieces of at most `width` columns. */
function breakWord(word: string, width: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const grapheme of graphemes(word)) {
    if (used + grapheme.width > width && piece !== '') {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += grapheme.text;
    used += grapheme.width;
  }
  return [...pieces, piece];
}

/** `text` in lines of at most `width` (two or more) columns, broken at spaces; a longer word is broken anywhere. */
export function wrapToWidth(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const [first = '', ...more] = displayWidth(word) > width ? breakWord(word, width) : [word];
    const last = lines.at(-1);
    if (last !== undefined && displayWidth(last) + 1 + displayWidth(first) <= width)
      lines[lines.length - 1] = `${last} ${first}`;
    else lines.push(first);
    lines.push(...more);
  }
  return lines;
}
