import type { Paragraph, SourceDocument } from '../../document/source-document.js';
import { wasRecognized } from '../../document/was-recognized.js';
import type { Heading } from './headings.js';

const ROMAN: readonly string[] = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV'.split(' ');

/** What a recognizer may have in front of a heading: bars and what bars are taken for; the stop may be lost. */
const LIKE_NUMERAL = /^(?<n>[IVXLHUl1|]{1,6})\s?[.)/:–-]{0,2}\s+(?=\p{Lu})/u;
const LONGEST_TITLE = 140;

/** Strokes of each letter; I may come as 1, l, L (its foot touches the stop), two of them as H. */
const STROKES: Readonly<Record<string, number>> = {
  I: 1,
  l: 1,
  '1': 1,
  '|': 1,
  L: 1,
  H: 2,
  U: 2,
  V: 2,
  X: 2,
};

const strokesOf = (numeral: string): number =>
  [...numeral].reduce((sum, letter) => sum + (STROKES[letter] ?? 0), 0);
const isSlanted = (numeral: string): boolean => /[VXU]/u.test(numeral);

/** Whether print that says `numeral` may have been read as `read`. */
function mayBe(read: string, numeral: string): boolean {
  if (read === numeral) return true;
  if (isSlanted(read) !== isSlanted(numeral)) return false;
  return Math.abs(strokesOf(read) - strokesOf(numeral)) <= (strokesOf(numeral) > 2 ? 1 : 0);
}

const placeOf = ({ number, level }: Heading): number => (level === 1 ? ROMAN.indexOf(number ?? '') + 1 : 0);

/**
 * A recognized document's `headings` with those whose Roman numeral was misread ("IL Nội dung", "LII. Kinh phí", "L.
 * Mục đích"): what stands where the next numeral is due and has its shape is that heading. Its number is the numeral
 * due, its text stays as it was read. Documents that were not recognized keep their headings. `paragraphs` and
 * `headings` in text order.
 */
export function withMisreadNumerals(
  document: SourceDocument,
  paragraphs: readonly Paragraph[],
  headings: readonly Heading[],
): readonly Heading[] {
  if (!wasRecognized(document)) return headings;
  const known = new Map(headings.map((heading) => [heading.paragraph, heading]));
  const found: Heading[] = [];
  let last = 0;
  for (const paragraph of paragraphs) {
    const heading = known.get(paragraph);
    const place = heading === undefined ? 0 : placeOf(heading);
    if (place > 0) last = place;
    const meant = place > 0 ? null : misread(document, paragraph, ROMAN[last]);
    if (meant !== null) {
      last += 1;
      found.push(meant);
    } else if (heading !== undefined) found.push(heading);
  }
  return found;
}

/** The heading that a paragraph is when `due` is what its numeral was read from; null where it can't be. */
function misread({ text }: SourceDocument, paragraph: Paragraph, due: string | undefined): Heading | null {
  const { span, column } = paragraph;
  if (due === undefined || column !== 0 || span.end - span.start > LONGEST_TITLE) return null;
  const line = text.slice(span.start, span.end);
  const match = LIKE_NUMERAL.exec(line);
  const read = match?.groups?.n;
  if (match === null || read === undefined || /^1+$/u.test(read) || !mayBe(read, due)) return null;
  if (/[;,]\s*$/u.test(line)) return null;
  return {
    paragraph,
    number: due,
    title: { start: span.start + match[0].length, end: span.end },
    level: 1,
  };
}
